"""Forums, sessions and statements as a visitor sees them."""

import datetime

import pytest

from press.models import Publication
from tests.make import (
    make_agenda_item,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_statement,
)
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/forums/eu-western-balkans/2021-brdo/"


def rich_forum(size=1):
    """A published forum with `size` of each thing that its pages list, and a published page with its statements."""
    forum = make_forum()
    session = make_session(forum, starts_at=datetime.datetime(2021, 12, 2, 8, 30, tzinfo=datetime.UTC))
    page = make_press_page(forum=forum)
    for number in range(size):
        minister = make_minister(given_name="Minister", family_name=str(number), slug=f"minister-{number}")
        mandate = make_mandate(minister, make_party(f"X{number}", f"Party {number}"))
        make_participation(forum, mandate=mandate)
        facts = {"number": str(number), "position": number, "title": {"en": f"Item {number}"}}
        item = make_agenda_item(forum, session=session, **facts)
        make_session(forum, slug=f"session-{number}", title={"en": f"Session {number}"})
        statement = make_statement(forum, f"Words {number}", mandate=mandate, session=session, agenda_item=item)
        show_statement(page, statement, number)
        other = make_press_page(forum=forum, slug=f"page-{number}", text={"title": f"Page {number}"})
        publish(other)
    publish(forum)
    publish(page)
    return forum


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        (ADDRESS, 4),
        (f"{ADDRESS}home-affairs/", 4),
        ("/en/forums/", 2),
        ("/en/", 5),
    ],
)
def test_page_needs_the_same_queries_for_any_size(client, django_assert_num_queries, address, queries, size):
    rich_forum(size)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_forum_page_shows_programme_and_participants(client):
    rich_forum()
    text = words(client.get(ADDRESS))
    for fact in ("Meeting of home affairs ministers", "Item 0", "Session 0", "Minister 0", "Party 0", "Page 0"):
        assert fact in text


def test_times_are_those_of_the_venue(client):
    rich_forum()
    assert "09:30" in words(client.get(ADDRESS))


def test_session_page_shows_what_was_said_on_each_item(client):
    rich_forum(2)
    text = words(client.get(f"{ADDRESS}home-affairs/"))
    assert text.index("Item 0") < text.index("Words 0") < text.index("Item 1") < text.index("Words 1")


def test_unpublished_forum_and_its_session_are_not_found(client):
    make_session(make_forum())
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}home-affairs/").status_code == 404


def test_session_added_after_publishing_is_not_found(client):
    forum = rich_forum()
    make_session(forum, slug="late")
    assert client.get(f"{ADDRESS}late/").status_code == 404
    publish(forum, kind=Publication.Kind.UPDATE, note="A session was added.")
    assert client.get(f"{ADDRESS}late/").status_code == 200


def test_forum_that_moved_leaves_a_redirect(client):
    forum = rich_forum()
    forum.slug = "2021"
    forum.save()
    publish(forum, kind=Publication.Kind.UPDATE)
    assert client.get(ADDRESS)["Location"] == "/en/forums/eu-western-balkans/2021/"
    assert client.get(f"{ADDRESS}home-affairs/")["Location"] == "/en/forums/eu-western-balkans/2021/home-affairs/"


def test_former_dates_stay_on_the_page(client):
    forum = make_forum()
    forum.former_dates.create(
        starts_on=datetime.date(2021, 6, 1), ends_on=datetime.date(2021, 6, 2), reason={"en": "Travel was restricted."}
    )
    publish(forum)
    text = words(client.get(ADDRESS))
    assert "Travel was restricted." in text
    assert "June 2021" in text


def test_statement_page_shows_every_language(client):
    forum = make_forum()
    statement = make_statement(forum)
    statement.texts.create(language="sl", text="Potrebujemo tesnejše regionalno sodelovanje pri vračanju")
    page = make_press_page(forum=forum)
    show_statement(page, statement)
    address = f"/en/statements/{statement.uid}/"
    assert client.get(address).status_code == 404
    publish(page)
    text = words(client.get(address))
    for fact in (
        "closer regional cooperation",
        "Potrebujemo tesnejše",
        'lang="sl"',
        "Aleš Hojs",
        "Ministers meet at Brdo",
    ):
        assert fact in text


def test_statement_page_needs_the_same_queries_on_any_number_of_pages(client, django_assert_num_queries):
    forum = make_forum()
    statement = make_statement(forum)
    for number in range(10):
        page = make_press_page(forum=forum, slug=f"page-{number}")
        show_statement(page, statement)
        publish(page)
    with django_assert_num_queries(3):
        assert client.get(f"/en/statements/{statement.uid}/").status_code == 200
