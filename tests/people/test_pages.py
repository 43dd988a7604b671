"""People as a visitor sees them."""

import datetime

import pytest

from tests.make import (
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_press_page,
    make_statement,
    publish,
    show_statement,
)
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/people/ales-hojs/"


def published_minister(size=1):
    forum = make_forum()
    minister = make_minister()
    mandate = make_mandate(minister)
    for number in range(size):
        make_mandate(minister, make_party(f"X{number}", f"Party {number}"), title={"en": f"Office {number}"})
        page = make_press_page(forum=forum, slug=f"page-{number}", text={"title": f"Page {number}"})
        show_statement(page, make_statement(forum, f"Words {number}", mandate=mandate))
        publish(page)
    return minister


@pytest.mark.parametrize("size", [1, 10])
def test_person_page_needs_the_same_queries_for_any_size(client, django_assert_num_queries, size):
    published_minister(size)
    with django_assert_num_queries(9):
        assert client.get(ADDRESS).status_code == 200


def test_person_is_public_as_soon_as_something_published_names_them(client):
    forum = make_forum()
    make_participation(forum)
    assert client.get(ADDRESS).status_code == 404
    publish(forum)
    assert "Aleš Hojs" in words(client.get(ADDRESS))


def test_person_page_shows_mandates_and_statements(client):
    published_minister()
    text = words(client.get(ADDRESS))
    for fact in ("Minister of the Interior", "Slovenia", "Office 0", "Party 0", "Words 0", "Page 0", "13 March 2020"):
        assert fact in text


def test_mandate_shows_the_party_name_of_its_days(client):
    minister = published_minister()
    party = make_party("MK", "North Macedonia")
    party.names.update(starts_on=datetime.date(2019, 2, 14))
    party.names.create(language="en", short="Old name", ends_on=datetime.date(2019, 2, 13))
    make_mandate(minister, party, starts_on=datetime.date(2018, 1, 1), ends_on=datetime.date(2018, 12, 31))
    text = words(client.get(ADDRESS))
    assert "Old name" in text
    assert "North Macedonia" not in text
