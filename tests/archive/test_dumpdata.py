import io

import pytest
from django.core.management import call_command

from press.models import AuditEntry
from tests.make import make_forum

pytestmark = pytest.mark.django_db


def test_taking_the_record_out_is_logged():
    make_forum()
    out = io.StringIO()
    call_command("dumpdata", "events", "people", natural_primary=True, natural_foreign=True, stdout=out)
    assert "2021-brdo" in out.getvalue()
    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.verb, entry.reason) == ("manage.py dumpdata", "exported", "events people")


def test_entry_about_an_export_is_not_in_it():
    make_forum()
    first, second = io.StringIO(), io.StringIO()
    call_command("dumpdata", "press", stdout=first)
    call_command("dumpdata", "press", stdout=second)
    assert "manage.py dumpdata" not in first.getvalue()
    assert "manage.py dumpdata" in second.getvalue()
