"""People and parties as a visitor sees them."""

import datetime

import pytest
from django.utils import timezone

from people.clock import as_of
from people.models import PresidencyTerm
from people.views import PAGE_SIZE
from press.models import Publication
from tests.make import (
    make_agenda_item,
    make_agreement,
    make_forum,
    make_group,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_press_page,
    make_session,
    make_statement,
    make_topic,
    publish,
    show_statement,
)
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/people/ales-hojs/"
PARTY = "/en/parties/SI/"


def rich_person(size=1):
    """A minister of Slovenia with `size` of each thing that the two pages list."""
    minister, slovenia = make_minister(), make_party()
    mandate = make_mandate(minister, slovenia)
    PresidencyTerm.objects.create(
        party=slovenia, starts_on=datetime.date(2021, 7, 1), ends_on=datetime.date(2021, 12, 31)
    )
    for number in range(size):
        slovenia.memberships.create(group=make_group(f"group-{number}", f"Group {number}"))
        other = make_party(f"X{number}", f"Party {number}")
        make_mandate(minister, other, title={"en": f"Office {number}"})
        colleague = make_minister(given_name="Minister", family_name=str(number), slug=f"minister-{number}")
        colleague = make_mandate(colleague, slovenia, title={"en": f"Colleague {number}"})
        forum = make_forum(slug=f"forum-{number}", title={"en": f"Forum {number}"})
        item = make_agenda_item(forum)
        item.topics.add(make_topic(f"topic-{number}", f"Topic {number}"))
        make_participation(forum, mandate=mandate)
        make_participation(forum, mandate=colleague)
        bilateral = make_session(forum, slug="talks", kind="bilateral", title={"en": f"Talks {number}"})
        make_participation(forum, mandate=mandate, session=bilateral)
        make_agreement(forum, mandate, title={"en": f"Protocol {number}"})
        publish(forum)
        page = make_press_page(forum=forum, slug=f"page-{number}", text={"title": f"Page {number}"})
        show_statement(page, make_statement(forum, f"Words {number}", mandate=mandate, agenda_item=item))
        publish(page)
    return minister


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(ADDRESS, 13), (PARTY, 18)])
def test_page_needs_the_same_queries_for_any_size(client, django_assert_num_queries, address, queries, size):
    rich_person(size)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [ADDRESS, PARTY])
def test_page_shows_all_that_was_published(client, address):
    rich_person()
    text = words(client.get(address))
    for fact in ("Minister of the Interior", "Slovenia", "Words 0", "Forum 0", "Talks 0", "Protocol 0", "Page 0"):
        assert fact in text
    assert ("Office 0" if address == ADDRESS else "Colleague 0") in text


@pytest.mark.parametrize("address", [ADDRESS, PARTY])
def test_page_is_public_as_soon_as_something_published_names_it(client, address):
    forum = make_forum(country=make_party("AT", "Austria"))
    make_participation(forum)
    assert client.get(address).status_code == 404
    publish(forum)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("ends_on", "name"),
    [
        (datetime.date(2018, 12, 31), "Old name"),
        (datetime.date(2020, 8, 30), "North Macedonia"),
        (None, "North Macedonia"),
    ],
)
def test_mandate_shows_the_name_of_its_last_day_or_while_held_of_today(client, ends_on, name):
    forum, party = make_forum(), make_party("MK", "North Macedonia")
    party.names.update(starts_on=datetime.date(2019, 2, 14))
    party.names.create(language="en", short="Old name", ends_on=datetime.date(2019, 2, 13))
    mandate = make_mandate(party=party, starts_on=datetime.date(2017, 6, 1), ends_on=ends_on)
    make_participation(forum, mandate=mandate)
    publish(forum)
    for address in (ADDRESS, "/en/people/"):
        text = words(client.get(address)).partition('id="meetings"')[0]
        assert [one for one in ("Old name", "North Macedonia") if one in text] == [name]


@pytest.mark.parametrize("standing", ["acting", "designate"])
def test_mandate_that_is_not_a_full_one_says_so(client, standing):
    minister = rich_person()
    make_mandate(minister, standing=standing, title={"en": "Stand-in office"}, ends_on=None)
    text = words(client.get(ADDRESS)).partition("<main")[2]
    assert standing in text[text.index("Stand-in office") :][:80]
    assert standing in text[text.rindex("Stand-in office") :][:80]


def pages_on(client, day):
    """All pages that show a person's offices, as they stand at noon of a day."""
    with as_of(datetime.datetime.combine(day, datetime.time(12), datetime.UTC)):
        return " ".join(client.get(address).content.decode() for address in (ADDRESS, PARTY, "/en/people/"))


@pytest.mark.parametrize("standing", ["full", "acting", "designate"])
def test_handover_is_public_on_its_day_and_not_before(client, standing):
    minister, first_day = rich_person(), timezone.localdate() + datetime.timedelta(days=400)
    make_mandate(minister, standing=standing, title={"en": "NEXT office"}, starts_on=first_day, ends_on=None)
    assert "NEXT office" not in pages_on(client, first_day - datetime.timedelta(days=1))
    assert "NEXT office" in pages_on(client, first_day)


def test_designate_without_a_first_day_is_not_public(client):
    minister, facts = rich_person(), {"starts_on": None, "ends_on": None}
    make_mandate(minister, standing="designate", title={"en": "NEXT office"}, **facts)
    make_mandate(minister, title={"en": "Office since ever"}, **facts)
    shown = pages_on(client, timezone.localdate() + datetime.timedelta(days=1))
    assert "Office since ever" in shown
    assert "NEXT office" not in shown


def test_last_day_is_public_when_it_has_come(client):
    minister, last_day = rich_person(), timezone.localdate() + datetime.timedelta(days=400)
    make_mandate(minister, title={"en": "Office that ends"}, ends_on=last_day)
    printed = f'datetime="{last_day}"'
    assert printed not in pages_on(client, last_day - datetime.timedelta(days=1))
    assert printed in pages_on(client, last_day)


def test_head_of_the_page_names_the_office_held(client):
    minister = rich_person()
    make_mandate(minister, title={"en": "Former office"}, starts_on=datetime.date(2022, 6, 2), ends_on=None)
    make_mandate(minister, title={"en": "Head office"}, rank=10, starts_on=datetime.date(2021, 1, 1), ends_on=None)
    assert '<meta name="description" content="Head office (Slovenia)">' in words(client.get(ADDRESS))


def test_what_was_signed_names_capacity_and_status(client):
    rich_person()
    text = words(client.get(ADDRESS))
    agreement = text[text.index('id="agreements"') :]
    for fact in ("signed", "Protocol 0", "Minister of the Interior", "Forum 0"):
        assert fact in agreement


def test_stand_in_is_listed_with_whom_they_replace(client):
    forum, absent = make_forum(), make_mandate(make_minister(slug="absent", family_name="Absent"), make_party())
    make_participation(forum, in_place_of=absent, title_as_published={"en": "State Secretary"})
    publish(forum)
    meeting = words(client.get(ADDRESS)).partition('id="meetings"')[2]
    assert "in place of" in meeting
    assert "Absent" in meeting
    assert "State Secretary" in meeting


def test_joint_statement_is_on_the_page_of_each_speaker(client):
    forum = make_forum()
    statement = make_statement(forum, "Said together")
    second = make_mandate(make_minister(slug="second"), make_party("FR", "France"))
    statement.voices.create(mandate=second, position=1)
    page = make_press_page(forum=forum)
    show_statement(page, statement)
    publish(page)
    for address in (ADDRESS, "/en/people/second/", PARTY, "/en/parties/FR/"):
        assert words(client.get(address)).count("“Said together”") == 1


def test_statement_of_a_body_is_on_its_page(client):
    forum = make_forum()
    statement = forum.statements.create(said_on=forum.starts_on)
    statement.voices.create(party=make_party("EUROPOL", "Europol"))
    statement.texts.create(language="en", text="We share data", is_original=True)
    page = make_press_page(forum=forum)
    show_statement(page, statement)
    publish(page)
    assert "We share data" in words(client.get("/en/parties/EUROPOL/"))


def test_attribution_corrected_moves_the_statement(client):
    rich_person()
    page = Publication.objects.visible().get(press_page__isnull=False).press_page
    other = make_mandate(make_minister(slug="other", family_name="Other"), make_party())
    assert "“Words 0”" in words(client.get(ADDRESS))
    page.statements.get().voices.update(mandate=other)
    publish(page, kind=Publication.Kind.ATTRIBUTION)
    assert "“Words 0”" in words(client.get("/en/people/other/"))
    assert "“Words 0”" not in words(client.get(ADDRESS))


def test_forum_and_press_page_list_a_meeting_once(client):
    forum = make_forum()
    session = make_session(forum)
    make_participation(forum, session=session, role="chair")
    page = make_press_page(forum=forum)
    page.sessions.add(session)
    publish(page)
    assert words(client.get(ADDRESS)).count('<li class="meeting">') == 1
    publish(forum)
    meetings = words(client.get(ADDRESS)).partition('id="meetings"')[2]
    assert meetings.count('<li class="meeting">') == 1
    assert "Meeting of home affairs ministers" in meetings


def test_statements_are_narrowed_by_forum_and_topic(client):
    rich_person(2)
    forum = Publication.objects.visible().get(forum__slug="forum-1").forum

    def said(query):
        text = words(client.get(f"{ADDRESS}?{query}"))
        return [number for number in (0, 1) if f"“Words {number}”" in text]

    assert said("") == [0, 1]
    assert said(f"forum={forum.uid}") == [1]
    assert said("topic=topic-0") == [0]
    assert said(f"forum={forum.uid}&topic=topic-0") == []


@pytest.mark.parametrize(
    "query", ["said=x", "said=2021-13-01.1", "forum=x", "topic=%00", "met=2021-12-02", "said=.%00"]
)
def test_nonsense_in_the_query_is_answered(client, query):
    rich_person()
    assert client.get(f"{ADDRESS}?{query}").status_code == 200


# Parties ------------------------------------------------------------------------------------------------------------


def test_party_code_in_small_letters_leads_to_the_page(client):
    rich_person()
    assert client.get("/en/parties/si/")["Location"] == PARTY
    assert client.get("/en/parties/si/", follow=True).status_code == 200


def test_party_that_is_not_public_is_like_one_that_never_was(client):
    make_party("AT", "Austria")
    hidden, never = (client.get(f"/en/parties/{code}/") for code in ("at", "XQ"))
    assert (hidden.status_code, hidden.content) == (404, never.content)


def test_party_page_shows_its_names_groups_and_trio(client):
    rich_person()
    slovenia = make_party()
    slovenia.names.update(starts_on=datetime.date(1991, 6, 25))
    slovenia.names.create(language="en", short="Socialist Republic", ends_on=datetime.date(1991, 6, 24))
    for code, name, year, month in (("DE", "Germany", 2020, 7), ("PT", "Portugal", 2021, 1)):
        starts_on, ends_on = datetime.date(year, month, 1), datetime.date(year, month + 5, 30)
        PresidencyTerm.objects.create(party=make_party(code, name), starts_on=starts_on, ends_on=ends_on)
    text = words(client.get(PARTY))
    for fact in ("Socialist Republic", "Group 0", "Germany – Portugal – Slovenia", "December 2021"):
        assert fact in text


def test_note_on_a_name_is_printed_once_at_the_foot(client):
    kosovo = make_party("XK", "Kosovo")
    kosovo.notes.create(language="en", text="This designation is without prejudice to positions on status.")
    forum = make_forum()
    make_participation(forum, party=kosovo)
    publish(forum)
    text = words(client.get("/en/parties/XK/")).partition("<main")[2]
    assert text.count("without prejudice") == 1
    assert 'href="#note-XK"' in text


def test_mark_and_note_follow_a_name_wherever_its_page_prints_it(client):
    kosovo, day = make_party("XK", "Kosovo"), datetime.date(2008, 2, 17)
    kosovo.notes.create(language="en", text="A note on status.")
    kosovo.names.update(long="Kosovo in full", starts_on=day)
    kosovo.names.create(language="en", short="Former name", ends_on=day - datetime.timedelta(days=1))
    forum = make_forum()
    make_participation(forum, party=kosovo)
    publish(forum)
    publish(make_press_page(forum=forum, shows_the_forum=True))
    text = words(client.get("/en/parties/XK/"))
    assert '<meta property="og:title" content="Kosovo*">' in text
    for name in ('name="description"', 'property="og:description"'):
        assert f'<meta {name} content="Kosovo*, Kosovo in full (* A note on status.)">' in text
    for printed in ("All press pages that name Kosovo*", ">Kosovo* (Kosovo in full)", ">Former name*<"):
        assert printed in text
    assert text.count('id="note-mark-XK"') == 1


def test_trio_prints_the_mark_of_a_note(client):
    forum, party = make_forum(), make_party()
    party.notes.create(language="en", text="A note.")
    other = make_party("PT", "Portugal")
    other.notes.create(language="en", text="Another note.")
    for one, month in ((other, 1), (party, 7)):
        starts_on = datetime.date(2021, month, 1)
        PresidencyTerm.objects.create(party=one, starts_on=starts_on, ends_on=datetime.date(2021, month + 5, 30))
    publish(forum)
    trio = words(client.get(PARTY)).partition('class="trio"')[2].partition("</dd>")[0]
    assert 'Portugal<a class="note-mark" id="note-mark-PT"' in trio


def test_people_of_a_party_are_shown_in_parts(client):
    forum, party = make_forum(), make_party()
    for number in range(PAGE_SIZE + 2):
        person = make_minister(given_name="Minister", family_name=f"{number:02}", slug=f"minister-{number}")
        day = datetime.date(2000 + number, 1, 1) if number else None
        make_participation(forum, mandate=make_mandate(person, party, starts_on=day))
    publish(forum)
    first = client.get(PARTY)
    shown = [one.minister.family_name for one in first.context["people"].rows]
    place = first.context["people"].goes_on_after
    assert shown == [f"{number:02}" for number in range(PAGE_SIZE + 1, 1, -1)]
    assert f"?people={place}#people" in words(first)
    rest = client.get(f"{PARTY}?people={place}").context["people"]
    assert [one.minister.family_name for one in rest.rows] == ["01", "00"]
    assert rest.goes_on_after == ""


def test_people_of_a_party_are_those_who_are_public(client):
    rich_person()
    make_mandate(make_minister(slug="hidden", family_name="Nobody"), make_party())
    assert "Aleš Hojs" in words(client.get(PARTY))
    assert "Nobody" not in words(client.get(PARTY))
