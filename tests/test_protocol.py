"""Who said what, in which capacity: titles and names are those of the day, in the right order, and stay as sealed."""

import datetime

import pytest
from django.utils.translation import override

from people.models import Group, Mandate, Party
from tests.make import (
    make_agreement,
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

CHAIR = "President-in-office of the Home Affairs Council"
PAGE = "/en/press/2021/ministers-meet-at-brdo/"


def at(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def page_of_the_chair(db):
    """A page on which the minister takes part and speaks as minister and as chair of the Council configuration."""
    forum = make_forum()
    minister = make_mandate()
    council = make_party("EU-COUNCIL", "Council of the European Union", kind="institution")
    chair = make_mandate(minister.minister, council, title={"en": CHAIR}, rank=Mandate.Rank.CHAIR)
    make_participation(forum, mandate=minister, role="chair").also_as.add(chair)
    page = make_press_page(forum=forum)
    statement = make_statement(forum, mandate=minister)
    statement.voices.get().also_as.add(chair)
    show_statement(page, statement)
    publish(forum)
    publish(page)
    return page


def test_minister_stands_before_chair_wherever_both_are_printed(client, page_of_the_chair):
    statement = page_of_the_chair.statements.get()
    for address in (PAGE, f"/en/statements/{statement.uid}/", "/en/forums/eu-western-balkans/2021-brdo/"):
        printed = at(client, address).partition("<main")[2]
        assert 0 < printed.index("Minister of the Interior") < printed.index(CHAIR), address
    assert statement.published.get(shown_in="en").title == (
        f"Minister of the Interior (Slovenia), {CHAIR} (Council of the European Union)"
    )


@pytest.mark.parametrize("standing", ["acting", "designate"])
def test_acting_and_designate_are_said_wherever_a_capacity_is_printed(client, db, standing):
    forum, page, mandate = make_forum(), make_press_page(), make_mandate(standing=standing, ends_on=None)
    make_participation(forum, mandate=mandate)
    make_agreement(forum, mandate)
    statement = make_statement(forum, mandate=mandate)
    show_statement(page, statement)
    publish(forum)
    publish(page)
    printed = f"Minister of the Interior, {standing} (Slovenia)"
    for address, times in [
        (PAGE, 1),  # the voice
        (f"/en/statements/{statement.uid}/", 2),  # the voice, the citation
        ("/en/forums/eu-western-balkans/2021-brdo/", 2),  # the participant, the signature
        ("/en/people/", 1),
        ("/en/people/ales-hojs/", 6),  # twice in the head, as the lead, said, took part, signed
    ]:
        assert at(client, address).count(printed) == times, address
    assert statement.published.get(shown_in="en").title == mandate.printed(statement.said_on, "en") == printed


def test_standing_is_in_the_language_of_the_row_whoever_publishes(db):
    statement = make_statement(make_forum(), mandate=make_mandate(standing="acting"))
    page = make_press_page()
    show_statement(page, statement)
    with override("sl"):
        publish(page)
    assert statement.published.get(shown_in="en").title == "Minister of the Interior, acting (Slovenia)"


def test_renamed_mandate_changes_no_byte_of_what_was_published(client, page_of_the_chair):
    table = "/en/forums/eu-western-balkans/2021-brdo/participants"
    addresses = [PAGE, f"{PAGE}v/1/", PAGE.replace("/en/", "/sl/"), f"{table}.csv", f"{table}.json"]
    before = {address: client.get(address).content for address in addresses}
    Mandate.objects.update(title={"en": "Minister for Everything", "sl": "minister za vse"})
    Party.objects.get(code="SI").names.update(short="Another Name")
    assert {address: client.get(address).content for address in addresses} == before
    assert "Minister for Everything" in at(client, "/en/people/ales-hojs/")


def test_one_person_with_two_offices_prints_each_on_its_date(client, db):
    person = make_minister(given_name="Minister", family_name="17", slug="minister-17")
    for office, year in (("Minister of Justice", 2019), ("Minister of the Interior", 2021)):
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        mandate = make_mandate(person, title={"en": office}, starts_on=first, ends_on=last)
        forum = make_forum(slug=f"forum-{year}", starts_on=first, ends_on=last)
        page = make_press_page(slug=f"page-{year}", dated_on=first, forum=forum, text={"title": f"Page of {year}"})
        show_statement(page, make_statement(forum, f"Words of {year}.", mandate=mandate, said_on=first))
        publish(page)
    early, late = (at(client, f"/en/press/{year}/page-{year}/") for year in (2019, 2021))
    assert "Minister of Justice" in early
    assert "Minister of the Interior" not in early
    assert "Minister of the Interior" in late
    assert "Minister of Justice" not in late
    both = at(client, "/en/people/minister-17/")
    assert both.index("Words of 2021.") < both.index("Words of 2019.")


def groups_until(party, day):
    """The party belongs to the partners until a day, and to the member states from the next one."""
    partners = Group.objects.create(code="partners", name={"en": "Western Balkan partners"})
    members = Group.objects.create(code="members", name={"en": "EU Member States"})
    partners.memberships.create(party=party, capacity="partner", ends_on=day)
    members.memberships.create(party=party, capacity="member", starts_on=day + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "on_the_page", "in_the_table"),
    [
        (datetime.date(2013, 6, 30), True, "Western Balkan partners"),
        (datetime.date(2013, 7, 1), False, "EU Member States"),
    ],
)
def test_state_stands_in_its_group_of_the_day(client, db, day, on_the_page, in_the_table):
    croatia = make_party("HR", "Croatia")
    groups_until(croatia, datetime.date(2013, 6, 30))
    forum = make_forum(starts_on=day, ends_on=day)
    make_participation(forum, party=croatia, office={"en": "Minister"})
    publish(forum)
    address = "/en/forums/eu-western-balkans/2021-brdo/"
    assert ("Western Balkan partners" in at(client, address)) == on_the_page
    (row,) = client.get(f"{address}participants.json").json()["participants"]
    assert row["groups"] == [in_the_table]
