"""The newsroom's pages about events: what they refuse, where, and in whose time."""

import datetime
import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import AgendaItem, Agreement, Document, Forum, Participation, Session, Statement
from tests.make import (
    make_agenda_item,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_series,
    make_session,
    make_statement,
)
from tests.newsroom import entered, errors_on, make_user, page_of, refused, send

ORDER = "The last day lies before the first day (2021-12-03). Correct one of the two dates."
OTHER_FORUM = "This belongs to another forum. Choose one of the same forum."


@pytest.fixture(autouse=True)
def logged_in(client, db):
    client.force_login(make_user())


def new_forum(**typed):
    facts = {
        "title_in_en": "Ministerial Forum",
        "slug": "2021-brdo",
        "starts_on": "2021-12-01",
        "ends_on": "2021-12-03",
    }
    return {"series": make_series().pk, "time_zone": "Europe/Ljubljana", **facts, **typed}


def new_session(row=0, **typed):
    facts = {"title_in_en": "Meeting", "slug": "meeting", "kind": "meeting", "precision": "exact", "position": "0"}
    return {f"sessions__{row}__{name}": value for name, value in (facts | typed).items()}


# Forums with their rows ---------------------------------------------------------------------------------------------


def test_new_forum_is_saved_with_its_sessions_and_participants(client):
    row = {"participations__0__mandate": make_mandate().pk, "participations__0__role": "chair"}
    attendance = {"participations__0__attendance": "attended"}
    session = new_session(starts_at_0="2021-12-02", starts_at_1="09:30")
    response = send(client, page_of(Forum, "add"), **new_forum(), **session, **row, **attendance)
    assert response.status_code == 302
    forum = Forum.objects.get()
    assert forum.sessions.get().starts_at == datetime.datetime(2021, 12, 2, 8, 30, tzinfo=datetime.UTC)
    assert forum.sessions.get().day == datetime.date(2021, 12, 2)
    assert forum.participations.get().role == "chair"


def test_forum_that_ends_before_it_starts_is_refused(client):
    typed = new_forum(starts_on="2021-12-03", ends_on="2021-12-01")
    refused(send(client, page_of(Forum, "add"), **typed), ends_on=ORDER)


def test_forum_with_a_slug_in_use_is_refused(client):
    make_forum()
    refused(
        send(client, page_of(Forum, "add"), **new_forum()),
        slug="Another forum of this series has the address “2021-brdo”. Choose another one.",
    )


@pytest.mark.parametrize("zone", ["Ljubljana", "../etc/passwd", "Europe"])
def test_unknown_time_zone_is_refused(client, zone):
    typed = new_forum(time_zone=zone) | new_session(starts_at_0="2021-12-02", starts_at_1="09:30")
    errors = errors_on(send(client, page_of(Forum, "add"), **typed))
    assert list(errors) == ["time_zone"]
    assert errors["time_zone"][-1].endswith("is no time zone. Write a name such as Europe/Ljubljana.")


def test_mandate_of_another_time_is_refused_in_a_new_forum(client):
    mandate = make_mandate(starts_on=datetime.date(2022, 6, 1), ends_on=None)
    row = {"mandate": mandate.pk, "role": "chair", "attendance": "attended"}
    typed = {f"participations__0__{name}": value for name, value in row.items()}
    refused(
        send(client, page_of(Forum, "add"), **new_forum(), **typed),
        participations__0__mandate="Aleš Hojs, Minister of the Interior (SI): held from 2022-06-01 to today, not on "
        "2021-12-01. Choose the mandate of that day, or correct the mandate's dates.",
    )


def test_participants_are_checked_against_the_dates_just_typed(client):
    forum = make_forum()
    make_participation(forum, mandate=make_mandate())
    response = send(client, page_of(Forum, "change", forum.pk), starts_on="2023-12-01", ends_on="2023-12-03")
    assert list(errors_on(response)) == ["participations-0-mandate"]


def test_rows_of_a_forum_without_dates_do_not_fail(client):
    row = {"participations__0__mandate": make_mandate().pk, "participations__0__role": "chair"}
    typed = new_forum(starts_on="", ends_on="soon") | new_session(starts_at_0="2021-12-02", starts_at_1="25:00")
    errors = errors_on(send(client, page_of(Forum, "add"), **typed, **row))
    assert errors == {
        "starts_on": ["This field is required."],
        "ends_on": ["Enter a valid date."],
        "sessions-0-starts_at": ["Enter a valid time."],
        "participations-0-attendance": ["This field is required."],
    }


def test_two_new_sessions_with_one_slug_are_refused(client):
    typed = new_forum() | new_session(0) | new_session(1)
    refused(
        send(client, page_of(Forum, "add"), **typed),
        sessions__1__slug="Two rows have the same slug. Change one of them.",
    )


def test_session_that_ends_before_it_starts_is_refused(client):
    times = {"starts_at_0": "2021-12-02", "starts_at_1": "10:00", "ends_at_0": "2021-12-02", "ends_at_1": "09:00"}
    refused(
        send(client, page_of(Forum, "add"), **new_forum(), **new_session(**times)),
        sessions__0__ends_at="The end lies before the start. Correct one of the two times.",
    )


def test_rows_offer_only_what_belongs_to_the_forum(client):
    forum, other = make_forum(), make_forum(slug="2020-video")
    item, _elsewhere = make_agenda_item(forum), make_agenda_item(other, title={"en": "Elsewhere"})
    session, _other_session = make_session(forum), make_session(other)
    rows = client.get(page_of(Forum, "change", forum.pk)).context_data["inline_admin_formsets"]
    form = rows[1].formset.forms[0]
    assert [choice[0] for choice in form.fields["session"].choices] == ["", session.pk]
    assert [choice[0] for choice in form.fields["parent"].choices] == ["", item.pk]


def test_session_of_another_forum_is_refused(client):
    forum, other = make_forum(), make_forum(slug="2020-video")
    item, session = make_agenda_item(forum), make_session(other)
    response = send(client, page_of(AgendaItem, "change", item.pk), session=session.pk)
    assert errors_on(response) == {"session": [OTHER_FORUM]}


def test_control_character_in_a_row_is_refused_there(client):
    response = send(client, page_of(Forum, "add"), **new_forum(), **new_session(title_in_en="Meet\x00ing"))
    refused(
        response,
        sessions__0__title="There is an invisible control character (U+0000) after “Meet”. "
        "Delete it there, or paste again as plain text.",
    )


# Times --------------------------------------------------------------------------------------------------------------


def test_times_are_shown_and_saved_in_the_forums_zone(client):
    forum = make_forum(time_zone="Asia/Tokyo")
    session = make_session(forum, day=None, starts_at=datetime.datetime(2021, 12, 1, 23, 30, tzinfo=datetime.UTC))
    response = client.get(page_of(Session, "change", session.pk))
    shown = entered(response)
    assert (shown["starts_at_0"], shown["starts_at_1"]) == (["2021-12-02"], ["08:30:00"])
    assert "Time in Asia/Tokyo" in response.content.decode()
    send(client, page_of(Session, "change", session.pk), starts_at_1="09:00")
    assert Session.objects.get().starts_at == datetime.datetime(2021, 12, 2, 0, 0, tzinfo=datetime.UTC)


def test_times_of_a_new_session_are_in_the_zone_of_the_forum_chosen(client):
    forum = make_forum(time_zone="Asia/Tokyo")
    facts = {"title_in_en": "Meeting", "slug": "meeting", "starts_at_0": "2021-12-02", "starts_at_1": "09:00"}
    assert send(client, page_of(Session, "add"), forum=forum.pk, **facts).status_code == 302
    assert Session.objects.get().starts_at == datetime.datetime(2021, 12, 2, 0, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("day", "time"), [("2022-03-27", "02:30"), ("2022-10-30", "02:30")])
def test_time_at_which_the_clocks_change_is_refused(client, day, time):
    typed = new_forum(starts_on=day, ends_on=day) | new_session(starts_at_0=day, starts_at_1=time)
    refused(
        send(client, page_of(Forum, "add"), **typed),
        sessions__0__starts_at="The clocks in Europe/Ljubljana are changed at that hour, so that this time does not "
        "exist or exists twice. Write a time at least an hour earlier or later.",
    )


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_time_in_another_century_is_refused(client, year):
    typed = new_forum() | new_session(starts_at_0=f"{year}-12-31", starts_at_1="23:59")
    refused(
        send(client, page_of(Forum, "add"), **typed),
        sessions__0__starts_at=f"The year {year} cannot be meant. Write one from 1800 to 2199.",
    )


# Records on their own pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [Session, AgendaItem, Participation, Statement, Agreement], ids=lambda m: m.__name__)
def test_record_without_a_forum_is_refused_on_the_forum(client, model):
    typed = {"starts_at_0": "2021-12-02", "starts_at_1": "09:00"} if model in (Session, AgendaItem) else {}
    if model is Participation:
        typed["mandate"] = make_mandate().pk
    errors = errors_on(send(client, page_of(model, "add"), **typed))
    assert errors["forum"] == ["This field is required."]


def test_statement_by_somebody_out_of_office_is_refused_on_the_voice(client):
    mandate = make_mandate(ends_on=datetime.date(2021, 1, 1))
    facts = {"forum": make_forum().pk, "said_on": "2021-12-02", "voices__0__mandate": mandate.pk}
    text = {"texts__0__language": "en", "texts__0__text": "We need cooperation.", "texts__0__is_original": "on"}
    errors = errors_on(send(client, page_of(Statement, "add"), **facts, **text))
    assert list(errors) == ["voices-0-mandate"]
    assert errors["voices-0-mandate"][0].endswith("Choose the mandate of that day, or correct the mandate's dates.")


def test_two_originals_of_a_statement_are_refused(client):
    statement = make_statement(make_forum())
    row = {"texts__1__language": "sl", "texts__1__text": "Sodelovanje", "texts__1__state": "draft"}
    response = send(client, page_of(Statement, "change", statement.pk), **row, texts__1__is_original="on")
    refused(response, texts__1__is_original="Another text is marked as the original. Untick one of them.")


def test_items_of_a_session_belong_to_its_forum(client):
    session = make_session(make_forum())
    facts = {"title_in_en": "Migration", "position": "1", "precision": "exact"}
    row = {f"agenda_items__0__{name}": value for name, value in facts.items()}
    assert send(client, page_of(Session, "change", session.pk), **row).status_code == 302
    assert AgendaItem.objects.get().forum == session.forum


def test_signature_by_somebody_out_of_office_is_refused(client):
    agreement = make_forum().agreements.create(
        title={"en": "Protocol"}, kind="protocol", status="signed", dated_on=datetime.date(2021, 12, 2)
    )
    row = {"party": make_party().pk, "mandate": make_mandate(ends_on=datetime.date(2021, 1, 1)).pk, "position": "0"}
    typed = {f"signatures__0__{name}": value for name, value in row.items()}
    errors = errors_on(send(client, page_of(Agreement, "change", agreement.pk), **typed))
    assert list(errors) == ["signatures-0-mandate"]


def test_document_is_saved_with_the_checksum_of_its_file(client):
    row = {"files__0__language": "en", "files__0__file": SimpleUploadedFile("programme.pdf", b"%PDF")}
    assert send(client, page_of(Document, "add"), title_in_en="Programme", **row).status_code == 302
    file = Document.objects.get().files.get()
    assert file.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert default_storage.size(file.file.name) == 4


def test_document_whose_file_is_missing_is_asked_for_again(client):
    document = Document.objects.create(title={"en": "Programme"})
    document.files.create(language="en", file="documents/0/programme.pdf")
    response = send(client, page_of(Document, "change", document.pk), files__0__language="sl")
    refused(response, files__0__file="This file is missing on the server. Choose it again.")


@pytest.mark.parametrize("name", ["programme.exe", "programme.html", "programme"])
def test_document_of_another_kind_is_refused(client, name):
    row = {"files__0__language": "en", "files__0__file": SimpleUploadedFile(name, b"MZ")}
    errors = errors_on(send(client, page_of(Document, "add"), title_in_en="Programme", **row))
    assert list(errors) == ["files-0-file"]


@pytest.mark.parametrize("model", [Forum, Session, AgendaItem, Participation, Statement], ids=lambda m: m.__name__)
def test_list_costs_the_same_with_one_row_and_with_five(client, model):
    def make(number):
        forum = make_forum(slug=f"forum-{number}")
        mandate = make_mandate(make_minister(slug=f"m-{number}"), make_party(f"P{number}", f"Party {number}"))
        session = make_session(forum)
        item = make_agenda_item(forum, session=session)
        make_participation(forum, session=session, mandate=mandate)
        make_participation(forum, party=mandate.party)
        make_statement(forum, agenda_item=item, mandate=mandate)

    make(0)
    with CaptureQueriesContext(connection) as one:
        client.get(page_of(model, "changelist"))
    for number in range(1, 5):
        make(number)
    with CaptureQueriesContext(connection) as five:
        client.get(page_of(model, "changelist"))
    assert len(five) == len(one)
