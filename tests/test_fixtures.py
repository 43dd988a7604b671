"""What an archivist takes out and the next host takes in: the same pages, and the same bytes when taken out again."""

import io

import pytest
from django.core.management import call_command

from people.models import Minister
from press.models import Publication
from tests.test_leaks import crawl

pytestmark = pytest.mark.django_db(transaction=True)
PACKAGES = ["people", "events", "press"]


def dump():
    out = io.StringIO()
    call_command("dumpdata", *PACKAGES, natural_primary=True, natural_foreign=True, indent=1, stdout=out)
    return out.getvalue()


def test_fixture_loads_into_an_empty_database_with_the_same_pages(client, tmp_path):
    call_command("demo", even_in_production=True, verbosity=0, stdout=io.StringIO())
    pages, fixture = crawl(client), tmp_path / "forum.json"
    first = dump()
    fixture.write_text(first)
    call_command("flush", interactive=False, verbosity=0)
    assert not Publication.objects.exists() and not Minister.objects.exists()

    call_command("loaddata", fixture, verbosity=0)

    assert dump() == first
    assert crawl(client) == pages
    assert len(pages) > 20
