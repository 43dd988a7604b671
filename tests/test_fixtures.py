"""What an archivist takes out and the next host takes in: the same pages, and the same bytes when taken out again."""

import io

import pytest
from django.core.management import call_command

from people.models import Minister
from press.models import Publication
from tests.test_leaks import crawl, words

pytestmark = [pytest.mark.thorough, pytest.mark.django_db(transaction=True)]
PACKAGES = ["people", "events", "press"]


def dump():
    out = io.StringIO()
    call_command("dumpdata", *PACKAGES, natural_primary=True, natural_foreign=True, indent=1, stdout=out)
    return out.getvalue()


def pages_of(site):
    """Every public page with its status and words; how long it may be kept depends on the moment."""
    pages = crawl(site)
    for response in pages.values():
        del response["Cache-Control"]
    return {address: (response.status_code, words(response)) for address, response in pages.items()}


def test_fixture_loads_into_an_empty_database_with_the_same_pages(client, tmp_path):
    call_command("demo", even_in_production=True, verbosity=0, stdout=io.StringIO())
    pages, fixture = pages_of(client), tmp_path / "forum.json"
    first = dump()
    fixture.write_text(first)
    call_command("flush", interactive=False, verbosity=0)
    assert not Publication.objects.exists() and not Minister.objects.exists()

    call_command("loaddata", fixture, verbosity=0)

    assert dump() == first
    assert pages_of(client) == pages
    assert len(pages) > 20
