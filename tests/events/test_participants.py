"""The list of participants: in order, with reasons, sealed, and as a table for other programs."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from events import participants
from events.models import Forum, Participation
from people.models import Mandate
from people.precedence import Scheme
from press.payload import forum_content, page_content
from tests.make import (
    BRDO_FIRST,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_press_page,
    publish,
)
from tests.newsroom import make_user, page_of, refused, send

pytestmark = pytest.mark.django_db
ADDRESS = "/en/forums/eu-western-balkans/2021-brdo/participants"


def make_slovenian_names():
    for code, name, slovenian, rank in [
        ("CZ", "Czechia", "Češka", 3),
        ("ES", "Spain", "Španija", 9),
        ("CY", "Cyprus", "Ciper", 13),
    ]:
        make_party(code, name, protocol_rank=rank).names.create(language="sl", short=slovenian)


def forum_of_three_states(**changes):
    forum = make_forum(**changes)
    make_slovenian_names()
    for code in ("ES", "CY", "CZ"):
        make_participation(forum, party=make_party(code), office={"en": "Minister"})
    return forum


def rows_of(client, address=ADDRESS):
    text = client.get(f"{address}.csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_participants_stand_in_protocol_order_with_reasons():
    forum = forum_of_three_states()
    rows = participants.with_people_and_parties(forum.participations.all())
    placed = participants.in_order(rows, Scheme.PROTOCOL, BRDO_FIRST, "en")
    assert [(row.party.code, reason) for row, reason in placed] == [
        ("CZ", "number 3 in protocol order"),
        ("ES", "number 9 in protocol order"),
        ("CY", "number 13 in protocol order"),
    ]


def test_alphabetical_list_has_an_order_for_each_language(client):
    publish(forum_of_three_states(precedence=Scheme.ALPHABETICAL))
    assert [row["party"] for row in rows_of(client)] == ["Cyprus", "Czechia", "Spain"]
    slovenian = rows_of(client, ADDRESS.replace("/en/", "/sl/"))
    assert [row["party"] for row in slovenian] == ["Ciper", "Češka", "Španija"]
    page = client.get("/sl/forums/eu-western-balkans/2021-brdo/").content.decode()
    assert page.index("Ciper") < page.index("Češka") < page.index("Španija")


def test_order_is_sealed_with_its_reasons():
    forum = forum_of_three_states()
    sealed = publish(forum).content["participants"]
    forum.participations.update(role="observer", place=9, place_reason="Changed later.")
    assert sealed[0]["places"]["en"]["reason"] == "number 3 in protocol order"
    assert forum.publications.get().content["participants"] == sealed


def test_place_by_hand_is_sealed_with_the_reason_of_the_editor():
    forum = forum_of_three_states()
    forum.participations.filter(party__code="CY").update(place=1, place_reason="Speaks first.")
    first = forum_content(forum)["participants"][0]
    assert (first["body"]["code"], first["places"]["en"]["reason"]) == ("CY", "place 1 set by hand: Speaks first.")


def test_stand_in_is_listed_with_whom_they_stand_in_for(client):
    forum = make_forum()
    ambassador = make_mandate(
        make_minister(given_name="Ambassador", family_name="1", slug="ambassador-1"),
        title={"en": "Ambassador"},
        rank=60,
    )
    make_participation(forum, mandate=ambassador, in_place_of=make_mandate(), attendance="remote")
    publish(forum)
    (row,) = rows_of(client)
    assert (row["name"], row["titles"], row["in_place_of"]) == ("Ambassador 1", "Ambassador", "Aleš Hojs")
    assert row["attendance"] == "by video link"
    assert row["reason"] == "in place of Aleš Hojs"


def test_table_prints_every_office_and_the_note_of_a_party(client):
    forum = make_forum()
    kosovo = make_party("XK", "Kosovo")
    kosovo.notes.create(language="en", text="This designation is without prejudice to positions on status.")
    chair = make_participation(forum, role="chair")
    chair.also_as.add(make_mandate(title={"en": "President of the Council"}))
    make_participation(forum, party=kosovo, office={"en": "Minister"})
    publish(forum)
    first, second = rows_of(client)
    assert first["titles"] == "Minister of the Interior; President of the Council"
    assert (second["party"], second["office"]) == ("Kosovo*", "Minister")
    assert second["note"].startswith("This designation")


def test_table_is_never_a_formula(client):
    forum = make_forum()
    make_participation(forum, party=make_party(), office={"en": "=HYPERLINK(1)"})
    publish(forum)
    assert rows_of(client)[0]["office"] == "'=HYPERLINK(1)"


def test_json_holds_the_same_list_and_names_its_version(client):
    publication = publish(forum_of_three_states())
    response = client.get(f"{ADDRESS}.json")
    listed = response.json()
    assert response["Content-Disposition"] == 'attachment; filename="2021-brdo-participants-en.json"'
    assert (listed["version"], listed["digest"]) == (1, publication.digest)
    assert [row["party_code"] for row in listed["participants"]] == ["CZ", "ES", "CY"]
    assert set(listed["participants"][0]) == set(participants.COLUMNS)


def test_session_has_its_own_table_and_an_unknown_one_is_not_found(client):
    forum = make_forum()
    session = forum.sessions.create(title={"en": "Meeting"}, slug="meeting", day=BRDO_FIRST)
    make_participation(forum, session=session, role="chair")
    publish(forum)
    meeting = ADDRESS.replace("participants", "meeting/participants")
    assert [row["role"] for row in rows_of(client, meeting)] == ["chair"]
    assert client.get(ADDRESS.replace("participants", "other/participants") + ".csv").status_code == 404


@pytest.mark.parametrize("table", ["participants.csv", "participants.json", "meeting/participants.csv"])
def test_table_at_a_former_address_leads_to_the_new_one(client, table):
    forum = make_forum()
    session = forum.sessions.create(title={"en": "Meeting"}, slug="meeting", day=BRDO_FIRST)
    make_participation(forum, session=session)
    publish(forum)
    forum.slug = "moved"
    forum.save()
    publish(forum)
    response = client.get(f"/en/forums/eu-western-balkans/2021-brdo/{table}")
    assert response["Location"] == f"/en/forums/eu-western-balkans/moved/{table}"
    assert client.get(response["Location"]).status_code == 200


def test_table_of_what_is_not_published_is_not_found(client):
    forum = forum_of_three_states()
    assert client.get(f"{ADDRESS}.csv").status_code == 404
    publish(forum)
    assert client.get(f"{ADDRESS}.csv").status_code == 200


def test_press_page_names_each_person_once_in_the_highest_role():
    forum = make_forum()
    session = forum.sessions.create(title={"en": "Meeting"}, slug="meeting", day=BRDO_FIRST)
    make_participation(forum, role="participant")
    make_participation(forum, role="chair", session=session)
    page = make_press_page(forum=forum)
    page.sessions.add(session)
    (listed,) = page_content(page)["record"]["participants"]
    assert (listed["person"]["name"], listed["role"]) == ("Aleš Hojs", "chair")


def test_reasons_are_in_the_language_of_the_list():
    forum = make_forum()
    for number in (1, 2):
        person = make_minister(given_name="Minister", family_name=str(number), slug=f"minister-{number}")
        make_participation(forum, mandate=make_mandate(person, rank=Mandate.Rank.MINISTER + number * 10))
    with override("sl"):
        reasons = [one["places"]["en"]["reason"] for one in forum_content(forum)["participants"]]
    assert reasons == ["rank: deputy minister", "rank: state secretary"]


def test_office_of_somebody_else_is_refused_beside_a_person(client):
    participation = make_participation(make_forum())
    other = make_mandate(make_minister(given_name="Minister", family_name="17", slug="minister-17"))
    client.force_login(make_user())
    address = page_of(Participation, "change", participation.pk)
    sentence = f"“{other}” is an office of somebody else. Enter that person on their own."
    refused(send(client, address, also_as=[other.pk]), also_as=sentence)


def test_list_costs_the_same_queries_for_one_and_for_thirty():
    forum = make_forum()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            sealed = forum_content(forum)["participants"]
        return len(captured), len(sealed)

    party = make_party("CZ", "Czechia")
    make_participation(forum, party=party, office={"en": "Minister"})
    make_participation(forum)
    one, _sealed = queries()
    for number in range(30):
        person = make_minister(given_name="Minister", family_name=str(number), slug=f"minister-{number}")
        make_participation(forum, mandate=make_mandate(person, make_party(f"X{number}", f"State {number}")))
    many, sealed = queries()
    assert sealed == 32
    assert many == one


def test_newsroom_lists_everybody_in_order_with_reasons(client):
    forum = forum_of_three_states()
    session = forum.sessions.create(title={"en": "Meeting"}, slug="meeting", day=BRDO_FIRST)
    make_participation(forum, session=session, role="chair", place=1, place_reason="Opens the meeting.")
    client.force_login(make_user())
    assert page_of(Forum, "participants", forum.pk) in client.get(page_of(Forum, "change", forum.pk)).content.decode()
    page = client.get(page_of(Forum, "participants", forum.pk)).content.decode()
    places = [page.index(word) for word in ("Czechia", "Spain", "Cyprus", "Meeting", "Opens the meeting.")]
    assert places == sorted(places)
    assert "number 3 in protocol order" in page


def test_newsroom_list_is_not_for_visitors(client):
    forum = forum_of_three_states()
    assert client.get(page_of(Forum, "participants", forum.pk)).status_code == 302
    client.force_login(make_user())
    assert client.get(page_of(Forum, "participants", forum.pk + 1)).status_code == 404
