"""What every test relies on: files in a folder of its own, and a database that can be emptied after a browser test."""

import io

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import translation

from people.reference.entering import enter_reference
from press import sealed_rows
from tests.newsroom import make_groups


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(autouse=True)
def first_language():
    """A request leaves its language behind; the next test begins in the site's own."""
    yield
    translation.deactivate()


BLOCKER = pytest.StashKey()


@pytest.fixture(autouse=True)
def deletable_publications(request, django_db_setup, django_db_blocker):
    """After a transactional test the database is emptied, which the guard over publications would refuse on SQLite.

    So it is lifted for these tests only; `tests/press/test_sealed_rows.py` shows that it stands in all others.
    """
    marker = request.node.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & set(request.fixturenames):
        with django_db_blocker.unblock(), connection.schema_editor() as editor:
            sealed_rows.remove(None, editor)
        request.node.stash[BLOCKER] = django_db_blocker


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what migrations had put there, after every fixture has ended and the database is empty.

    After the last test there is no database any more.
    """
    yield
    if (blocker := item.stash.get(BLOCKER, None)) and nextitem:
        with blocker.unblock():
            with connection.schema_editor() as editor:
                sealed_rows.install(None, editor)
            make_groups()


@pytest.fixture(scope="module")
def demo_media(tmp_path_factory):
    return str(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def entered_demo(django_db_setup, django_db_blocker, demo_media):
    """What `manage.py demo` printed. It is entered once for a module, whose tests then all see it, and undone after."""
    printed = io.StringIO()
    quick = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=demo_media, **quick):
        call_command("demo", even_in_production=True, stdout=printed)
        yield printed.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(entered_demo, demo_media, media_folder, settings, db):
    """The demo, for a test that may change it: each test begins with it as it was entered."""
    settings.MEDIA_ROOT = demo_media
    return entered_demo


@pytest.fixture(scope="module")
def entered_reference(django_db_setup, django_db_blocker):
    """The reference data, entered once for a module and undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield enter_reference()
        transaction.set_rollback(True)


@pytest.fixture
def reference(entered_reference, db):
    """The reference data, for a test that may change it: each test begins with it as it was entered."""
    return entered_reference
