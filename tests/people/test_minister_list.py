"""The list of people: who is on it, in which order, with which office, and its search."""

import datetime
import re

import pytest

from people.models import Mandate
from people.views import PAGE_SIZE, latest_mandate, offices
from tests.make import SORTED_NAMES, make_forum, make_mandate, make_minister, make_participation, make_party, publish
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/people/"


def take_part(forum, family_name, given_name="Minister", **mandate):
    minister = make_minister(
        given_name=given_name, family_name=family_name, slug=f"person-{forum.participations.count()}"
    )
    make_participation(forum, mandate=make_mandate(minister, **mandate))
    return minister


def names(response):
    return [str(minister) for minister in response.context["pages"]]


@pytest.mark.parametrize("size", [1, 10])
def test_list_needs_the_same_queries_for_any_size(client, django_assert_num_queries, size):
    forum = make_forum()
    for number in range(size):
        take_part(forum, str(number), party=make_party(f"X{number}", f"Party {number}"))
    publish(forum)
    with django_assert_num_queries(7):
        assert len(names(client.get(ADDRESS))) == size


def test_only_people_whom_something_visible_names_are_listed(client):
    forum, other = make_forum(), make_forum(slug="2022-tirana")
    take_part(forum, "Hojs", "Aleš")
    make_participation(other, mandate=make_mandate(make_minister(given_name="Bledar", family_name="Çuçi", slug="cuci")))
    publish(forum)
    assert names(client.get(ADDRESS)) == ["Aleš Hojs"]
    publish(other)
    assert names(client.get(ADDRESS)) == ["Bledar Çuçi", "Aleš Hojs"]


def test_list_is_alphabetical_whatever_the_marks(client):
    forum = make_forum()
    for family, given in [("Vulin", "Aleksandar"), ("Šahin", "İdris"), ("Çuçi", "Bledar"), ("Sekulović", "Sergej")]:
        take_part(forum, family, given)
    publish(forum)
    families = [name.split()[-1] for name in names(client.get(ADDRESS))]
    assert families == ["Çuçi", "Šahin", "Sekulović", "Vulin"]


@pytest.mark.parametrize(("language", "expected"), SORTED_NAMES.items())
def test_list_is_in_the_order_of_the_language(client, language, expected):
    forum = make_forum()
    for family in sorted(expected, reverse=True):
        take_part(forum, family, given_name="")
    publish(forum)
    assert names(client.get(f"/{language}/people/")) == expected


def test_second_part_goes_on_where_the_first_one_ends(client):
    forum = make_forum()
    for number in range(PAGE_SIZE + 2):
        take_part(forum, f"{number:02}", given_name="")
    publish(forum)
    assert names(client.get(ADDRESS)) == [f"{number:02}" for number in range(PAGE_SIZE)]
    assert names(client.get(f"{ADDRESS}?page=2")) == ["20", "21"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=hojs", ["Aleš Hojs"]), ("q=Хојс", ["Aleš Hojs"]), ("q=", ["Aleš Hojs", "Ylva Johansson"]), ("q=zzz", [])],
)
def test_list_is_searched_in_any_spelling(client, query, found):
    forum = make_forum()
    take_part(forum, "Hojs", "Aleš")
    take_part(forum, "Johansson", "Ylva")
    publish(forum)
    assert names(client.get(f"{ADDRESS}?{query}")) == found


def test_search_that_finds_nobody_keeps_the_words_and_says_what_to_do(client):
    page = words(client.get(f"{ADDRESS}?q=<zzz>"))
    assert 'value="<zzz>"' in page
    assert "Nobody was found under this name." in page
    assert "Show everybody" in page
    assert "Nothing has been published yet." in words(client.get(ADDRESS))


@pytest.mark.parametrize(
    ("ends_on", "office"),
    [
        (datetime.date(2022, 6, 1), "Minister of the Interior (Slovenia) until 1 June 2022"),
        (None, "Minister of the Interior (Slovenia)"),
    ],
)
def test_person_is_listed_with_the_office_and_its_end(client, ends_on, office):
    forum = make_forum()
    take_part(forum, "Hojs", "Aleš", ends_on=ends_on)
    publish(forum)
    row = words(client.get(ADDRESS)).partition('class="people-row"')[2].partition("</li>")[0]
    assert " ".join(re.sub("<.*?>", "", row).split()).endswith(f"Aleš Hojs {office}")


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (datetime.date(2019, 1, 1), None),
        (datetime.date(2020, 3, 13), "Minister of the Interior"),
        (datetime.date(2021, 12, 2), "President-in-office of the Home Affairs Council"),
        (datetime.date(2022, 1, 1), "Minister of the Interior"),
        (datetime.date(2025, 1, 1), "Minister of the Interior"),
        (datetime.date(2031, 1, 1), "Minister of Defence"),
    ],
)
def test_latest_mandate_is_the_highest_held_or_the_one_that_ended_last(day, title):
    minister = make_minister()
    make_mandate(minister)
    council = {"en": "President-in-office of the Home Affairs Council"}
    half_year = {"starts_on": datetime.date(2021, 7, 1), "ends_on": datetime.date(2021, 12, 31)}
    make_mandate(minister, make_party("EU-COUNCIL", "Council"), title=council, rank=Mandate.Rank.CHAIR, **half_year)
    make_mandate(minister, title={"en": "Minister of Defence"}, starts_on=datetime.date(2030, 1, 1), ends_on=None)
    latest = latest_mandate(offices(minister.mandates.all(), day))
    assert (latest and latest.title["en"]) == title


def test_holder_goes_before_the_one_who_is_designated():
    minister, day = make_minister(), datetime.date(2021, 12, 2)
    make_mandate(minister)
    make_mandate(minister, title={"en": "Prime Minister"}, rank=Mandate.Rank.HEAD, standing="designate")
    assert latest_mandate(offices(minister.mandates.all(), day)).title["en"] == "Minister of the Interior"
