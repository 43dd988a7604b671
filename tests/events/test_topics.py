"""Topics as a visitor sees them: what became of them from one forum to the next."""

import datetime

import pytest

from tests.make import (
    SORTED_NAMES,
    make_agenda_item,
    make_agreement,
    make_forum,
    make_mandate,
    make_minister,
    make_party,
    make_press_page,
    make_series,
    make_session,
    make_statement,
    make_topic,
    publish,
    show_statement,
)
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/topics/migration/"


def published_edition(year, series=None, said="", **item_facts):
    """A forum of that year with one item on migration, published, with a page that carries what was said on it."""
    day = datetime.date(year, 12, 1)
    forum = make_forum(slug=f"forum-{year}", starts_on=day, ends_on=day, series=series or make_series())
    session = make_session(forum, day=day)
    item = make_agenda_item(forum, session=session, **{"title": {"en": f"Item of {year}"}, **item_facts})
    item.topics.add(make_topic())
    publish(forum)
    page = make_press_page(forum=forum, dated_on=day, slug=f"page-{year}", text={"title": f"Page of {year}"})
    page.topics.add(make_topic())
    if said:
        minister = make_minister(slug=f"minister-{year}")
        mandate = make_mandate(minister, make_party(), starts_on=None, ends_on=None)
        show_statement(
            page, make_statement(forum, said, said_on=day, mandate=mandate, session=session, agenda_item=item)
        )
    publish(page)
    return forum


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(ADDRESS, 8), ("/en/topics/", 2)])
def test_page_needs_the_same_queries_for_any_size(client, django_assert_num_queries, address, queries, size):
    for number in range(size):
        forum = published_edition(2019 + number, said=f"Words {number}")
        make_agreement(forum, make_party(), topics=[make_topic()])
        publish(forum, note="The agreement was added.")
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_editions_stand_newest_first_with_items_outcome_and_words(client):
    published_edition(2019, outcome="adopted", said="Said in 2019")
    published_edition(2021, outcome="discussed", said="Said in 2021")
    text = words(client.get(ADDRESS))
    places = [
        text.index(fact) for fact in ("Item of 2021", "Said in 2021", "Item of 2019", ">adopted<", "Said in 2019")
    ]
    assert places == sorted(places)
    assert "Page of 2019" in text


def test_editions_are_grouped_by_series(client):
    other = make_series(slug="salzburg", title={"en": "Salzburg Forum"})
    published_edition(2019)
    published_edition(2020, series=other)
    published_edition(2021)
    text = words(client.get(ADDRESS))
    places = [text.index(fact) for fact in ("Item of 2021", "Item of 2019", "Salzburg Forum", "Item of 2020")]
    assert places == sorted(places)


def test_agreement_on_the_topic_is_shown_with_its_status(client):
    forum = make_forum()
    make_agreement(forum, make_party(), title={"en": "Pact on migration"}, status="in_force", topics=[make_topic()])
    publish(forum)
    text = words(client.get(ADDRESS))
    assert "Pact on migration" in text
    assert "in force" in text


def test_topic_is_public_as_soon_as_something_published_names_it(client):
    forum = make_forum()
    make_agenda_item(forum).topics.add(make_topic())
    assert client.get(ADDRESS).status_code == 404
    assert "Migration" not in words(client.get("/en/topics/"))
    publish(forum)
    assert client.get(ADDRESS).status_code == 200
    assert "Migration" in words(client.get("/en/topics/"))


@pytest.mark.parametrize(("language", "expected"), SORTED_NAMES.items())
def test_topics_are_in_the_order_of_the_language(client, language, expected):
    item = make_agenda_item(forum := make_forum())
    item.topics.set(make_topic(f"topic-{number}", name) for number, name in enumerate(sorted(expected, reverse=True)))
    publish(forum)
    listed = client.get(f"/{language}/topics/").context["topics"]
    assert [topic.name["en"] for topic in listed] == expected


def test_topic_added_after_publishing_stays_inside(client):
    forum = published_edition(2021)
    make_agenda_item(forum, title={"en": "NOT YET"}, position=2).topics.add(make_topic())
    assert "NOT YET" not in words(client.get(ADDRESS))
    publish(forum, note="An item was added.")
    assert "NOT YET" in words(client.get(ADDRESS))


def test_item_that_a_page_repeats_is_shown_once(client):
    forum = published_edition(2021)
    page = make_press_page(forum=forum)
    page.sessions.set(forum.sessions.all())
    publish(page)
    assert words(client.get(ADDRESS)).count("Item of 2021") == 1


def test_forum_and_press_pages_link_to_the_topic(client):
    published_edition(2021)
    for address in ("/en/forums/eu-western-balkans/forum-2021/", "/en/press/2021/page-2021/"):
        assert f'href="{ADDRESS}"' in words(client.get(address))
