"""The filters of the press list by what a page names."""

import datetime

import pytest

from press.filters import named_choices
from tests.make import (
    SORTED_NAMES,
    make_forum,
    make_group,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_press_page,
    make_topic,
    publish,
)
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
CHANGED_ON = datetime.date(2019, 2, 14)
JOINED_ON = datetime.date(2013, 7, 1)
ONE_DAY = datetime.timedelta(days=1)


def macedonia():
    """North Macedonia under its two names, and a partner of the Western Balkans throughout."""
    party = make_party("MK", "North Macedonia")
    party.names.update(starts_on=CHANGED_ON)
    party.names.create(language="en", short="The former Yugoslav Republic of Macedonia", ends_on=CHANGED_ON - ONE_DAY)
    return party


def croatia():
    """A partner of the Western Balkans until it joined the European Union."""
    party = make_party("HR", "Croatia")
    union, partners = make_group("eu-member-states", "EU Member States"), make_group()
    party.memberships.create(group=union, starts_on=JOINED_ON)
    party.memberships.create(group=partners, capacity="partner", ends_on=JOINED_ON - ONE_DAY)
    return party


def published_page(day, *parties, **changes):
    """A page of a forum on that day in which the parties took part; its title is the day."""
    forum = make_forum(slug=f"forum-{day}", starts_on=day, ends_on=day)
    for party in parties:
        make_participation(forum, party=party)
    page = make_press_page(forum=forum, dated_on=day, slug=f"page-{day}", text={"title": f"Page of {day}"}, **changes)
    publish(page)
    return page


def found(client, query):
    """The days of the pages that the list shows."""
    text = words(client.get(f"/en/press/?{query}"))
    return [part[:10] for part in text.split(">Page of ")[1:]]


@pytest.mark.parametrize("size", [1, 3])
def test_list_needs_the_same_queries_for_any_number_of_choices(client, django_assert_num_queries, size):
    forum, page = make_forum(), make_press_page()
    for number in range(size):
        party = make_party(f"X{number}", f"Party {number}")
        party.memberships.create(group=make_group(f"group-{number}"))
        make_participation(forum, mandate=make_mandate(make_minister(slug=f"minister-{number}"), party))
        page.topics.add(make_topic(f"topic-{number}"))
    page.forum = forum
    page.save()
    publish(page)
    with django_assert_num_queries(10):
        assert client.get("/en/press/").status_code == 200


def test_filter_by_state_finds_the_pages_with_each_of_its_names(client):
    party, days = macedonia(), (CHANGED_ON - ONE_DAY, CHANGED_ON)
    for day in days:
        published_page(day, party)
    published_page(datetime.date(2020, 1, 1), croatia())
    assert found(client, "party=MK") == ["2019-02-14", "2019-02-13"]
    before, after = (words(client.get(f"/en/press/2019/page-{day}/")) for day in days)
    assert "The former Yugoslav Republic of Macedonia" in before
    assert "North Macedonia" not in before
    assert "North Macedonia" in after
    assert "The former Yugoslav Republic" not in after


def test_agency_has_the_name_of_the_day_and_one_filter(client):
    agency, renamed_on = make_party("EUAA", "EUAA", kind="agency"), datetime.date(2022, 1, 19)
    agency.names.update(starts_on=renamed_on)
    agency.names.create(language="en", short="EASO", ends_on=renamed_on - ONE_DAY)
    for year in (2019, 2023):
        published_page(datetime.date(year, 10, 1), agency)
    assert found(client, "party=EUAA") == ["2023-10-01", "2019-10-01"]
    page = words(client.get("/en/press/2019/page-2019-10-01/"))
    assert ">EASO<" in page
    assert ">EUAA<" not in page
    assert ">EUAA<" in words(client.get("/en/press/2023/page-2023-10-01/"))


def test_filter_by_group_asks_who_belonged_to_it_on_the_day_of_the_page(client):
    party = croatia()
    for day in (JOINED_ON - ONE_DAY, JOINED_ON):
        published_page(day, party)
    assert found(client, "group=western-balkans") == ["2013-06-30"]
    assert found(client, "group=eu-member-states") == ["2013-07-01"]


def test_group_that_takes_part_itself_is_found(client):
    forum = make_forum()
    make_participation(forum, group=make_group(), office={"en": "Ministers"})
    publish(make_press_page(forum=forum, text={"title": "Page of 2021-12-02"}))
    assert found(client, "group=western-balkans") == ["2021-12-02"]


def test_filters_by_topic_and_by_person(client):
    on_topic = published_page(datetime.date(2021, 1, 1))
    on_topic.topics.add(make_topic())
    publish(on_topic, note="The topic was added.")
    named = make_forum(slug="other")
    make_participation(named, mandate=make_mandate(make_minister()))
    publish(make_press_page(forum=named, text={"title": "Page of 2021-12-02"}))
    assert found(client, "topic=migration") == ["2021-01-01"]
    assert found(client, "person=ales-hojs") == ["2021-12-02"]
    assert found(client, "topic=migration&person=ales-hojs") == []


def test_choices_are_what_published_pages_name(client):
    published_page(datetime.date(2021, 1, 1), croatia())
    make_party("AT", "Austria")
    publish(make_forum(country=make_party("IT", "Italy")))
    text = words(client.get("/en/press/"))
    assert '<option value="HR">Croatia</option>' in text
    assert "Austria" not in text
    assert "Italy" not in text


@pytest.mark.parametrize(("language", "expected"), SORTED_NAMES.items())
def test_choices_are_in_the_order_of_the_language(language, expected):
    forum, page = make_forum(), make_press_page()
    page.forum = forum
    page.save()
    for number, name in enumerate(sorted(expected, reverse=True)):
        party = make_party(f"X{number}", name)
        party.memberships.create(group=make_group(f"group-{number}", name))
        page.topics.add(make_topic(f"topic-{number}", name))
        person = make_minister(given_name="", family_name=name, slug=f"minister-{number}")
        make_participation(forum, mandate=make_mandate(person, party))
    publish(page)
    choices = named_choices(language)
    for kind in ("group", "topic", "person"):
        assert [name for _value, name in choices[kind]] == expected
    assert [name for _value, name in choices["party"] if name != "Slovenia"] == expected


def test_further_filters_stand_open_only_when_one_is_in_use(client):
    published_page(datetime.date(2021, 1, 1), croatia())
    assert '<details class="filters-further">' in words(client.get("/en/press/?year=2021"))
    assert '<details class="filters-further" open>' in words(client.get("/en/press/?party=HR"))


@pytest.mark.parametrize("query", ["party=%00", "group=x", "topic=%27", "person=nobody"])
def test_nonsense_in_a_filter_is_answered(client, query):
    published_page(datetime.date(2021, 1, 1))
    response = client.get(f"/en/press/?{query}")
    assert response.status_code == 200
    assert "Page of" not in words(response)
