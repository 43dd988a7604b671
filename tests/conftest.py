"""What every test relies on: files in a folder of its own, and a database that can be emptied after a browser test."""

import pytest
from django.db import connection

from press import sealed_rows


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(autouse=True)
def deletable_publications(request, django_db_setup, django_db_blocker):
    """After a transactional test the database is emptied, which the guard over publications would refuse on SQLite.

    So it is lifted for these tests only; `tests/press/test_sealed_rows.py` shows that it stands in all others.
    """
    if not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        sealed_rows.remove(None, editor)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        sealed_rows.install(None, editor)
