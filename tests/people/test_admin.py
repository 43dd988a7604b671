"""The newsroom's pages about people, and what all of its pages refuse."""

import datetime
import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from people.admin import any_spelling
from people.models import Group, Mandate, Minister, Party, PartyNote, PresidencyTerm
from tests.make import (
    make_image,
    make_mandate,
    make_minister,
    make_party,
)
from tests.newsroom import entered, make_user, page_of, refused, send


@pytest.fixture(autouse=True)
def logged_in(client, db):
    client.force_login(make_user())


# Refusals -----------------------------------------------------------------------------------------------------------

ORDER = "The last day lies before the first day (2021-12-03). Correct one of the two dates."
CONTROL = "There is an invisible control character (U+{}) after “{}”. Delete it there, or paste again as plain text."


def test_mandate_that_ends_before_it_starts_is_refused(client):
    minister, party = make_minister(), make_party()
    facts = {"minister": minister.pk, "party": party.pk, "title_in_en": "Minister", "starts_on": "2021-12-03"}
    refused(send(client, page_of(Mandate, "add"), **facts, ends_on="2021-12-01"), ends_on=ORDER)


def test_mandate_row_of_a_new_minister_is_refused_on_its_field(client):
    row = {"mandates__0__title_in_en": "Minister", "mandates__0__starts_on": "2021-12-03"}
    response = send(
        client,
        page_of(Minister, "add"),
        family_name="Hojs",
        slug="hojs",
        mandates__0__party=make_party().pk,
        mandates__0__ends_on="2021-12-01",
        **row,
    )
    refused(response, mandates__0__ends_on=ORDER)


def test_minister_with_a_slug_in_use_is_refused(client):
    make_minister()
    response = send(client, page_of(Minister, "add"), family_name="Hojs", slug="ales-hojs")
    refused(response, slug="Another person has this address. Add a word, such as the state, to tell them apart.")


@pytest.mark.parametrize(("character", "code"), [("\0", "0000"), ("\x0b", "000B"), ("\x1b", "001B"), ("\x85", "0085")])
@pytest.mark.parametrize("field", ["given_name", "family_name", "other_spellings", "sort_key"])
def test_control_character_is_refused_where_it_is(client, field, character, code):
    facts = {"family_name": "Hojs", "slug": "hojs", field: f"Ho{character}js"}
    refused(send(client, page_of(Minister, "add"), **facts), **{field: CONTROL.format(code, "Ho")})


@pytest.mark.parametrize(("character", "code"), [("\0", "0000"), ("\x0b", "000B")])
def test_control_character_in_a_label_is_refused(client, character, code):
    response = send(
        client, page_of(Group, "add"), code="members", name_in_sl=f"Dr{character}zave", name_in_en="Members"
    )
    refused(response, name=CONTROL.format(code, "Dr"))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_year_that_cannot_be_meant_is_refused(client, day):
    facts = {"party": make_party().pk, "starts_on": "2021-07-01", "ends_on": day}
    sentence = f"The year {day[:4]} cannot be meant. Write one from 1800 to 2199."
    refused(send(client, page_of(PresidencyTerm, "add"), **facts), ends_on=sentence)


def test_portrait_that_is_no_picture_is_refused(client):
    response = send(
        client,
        page_of(Minister, "add"),
        family_name="Hojs",
        slug="hojs",
        portrait_credit="PSEU",
        portrait=SimpleUploadedFile("hojs.jpg", b"not a picture", "image/jpeg"),
    )
    refused(response, portrait="This file is not a picture, or it is broken. Export it as JPEG and choose it again.")
    assert "Choose these files again" in response.content.decode()
    assert "hojs.jpg" in response.content.decode()


def test_portrait_without_a_credit_is_refused(client):
    portrait = SimpleUploadedFile("hojs.jpg", make_image(), "image/jpeg")
    response = send(client, page_of(Minister, "add"), family_name="Hojs", slug="hojs", portrait=portrait)
    refused(response, portrait_credit="A portrait needs a credit. Name the photographer or the agency.")


def test_two_notes_in_one_language_are_refused_on_the_language(client):
    rows = {"notes__0__language": "en", "notes__0__text": "One", "notes__1__language": "en", "notes__1__text": "Two"}
    styles = {"notes__0__style": "asterisk", "notes__1__style": "asterisk"}
    response = send(client, page_of(Party, "change", make_party().pk), **rows, **styles)
    refused(response, notes__1__language="This party already has a note in this language. Change that one.")


def test_note_on_its_own_page_is_refused_on_the_language(client):
    make_party().notes.create(language="en", text="One")
    facts = {"party": make_party().pk, "language": "en", "style": "asterisk", "text": "Two"}
    refused(
        send(client, page_of(PartyNote, "add"), **facts),
        language="This party already has a note in this language. Change that one.",
    )


def test_two_presidencies_on_one_day_are_refused(client):
    row = {
        f"presidency_terms__{i}__{name}": day
        for i in (0, 1)
        for name, day in [("starts_on", "2021-07-01"), ("ends_on", "2021-12-31")]
    }
    response = send(client, page_of(Party, "change", make_party().pk), **row)
    refused(response, presidency_terms__1__starts_on="Two rows have the same first day. Change one of them.")


def test_note_replaced_by_another_in_its_language_is_saved(client):
    party = make_party()
    note = party.notes.create(language="en", text="Old")
    row = {"notes__1__language": "en", "notes__1__text": "New", "notes__1__style": "asterisk"}
    response = send(client, page_of(Party, "change", party.pk), notes__0__DELETE="on", notes__0__id=note.pk, **row)
    assert response.status_code == 302
    assert [note.text for note in party.notes.all()] == ["New"]


def test_notes_that_change_places_are_refused_rather_than_failing(client):
    party = make_party()
    party.notes.create(language="en", text="One")
    party.notes.create(language="sl", text="Ena")
    response = send(client, page_of(Party, "change", party.pk), notes__0__language="sl", notes__1__language="en")
    refused(response, notes__0__language="This party already has a note in this language. Change that one.")


def test_slug_taken_at_the_same_moment_is_refused_on_the_slug(client, monkeypatch):
    look = admin.ModelAdmin.changeform_view

    def be_overtaken(self, *args):
        monkeypatch.setattr(admin.ModelAdmin, "changeform_view", look)
        make_minister()
        raise IntegrityError

    data = entered(client.get(page_of(Minister, "add"))) | {"family_name": "Hojs", "slug": "ales-hojs"}
    monkeypatch.setattr(admin.ModelAdmin, "changeform_view", be_overtaken)
    response = client.post(page_of(Minister, "add"), data)
    refused(response, slug="Another person has this address. Add a word, such as the state, to tell them apart.")


# Search -------------------------------------------------------------------------------------------------------------


def found(client, model, words):
    response = client.get(page_of(model, "changelist"), {"q": words})
    return [str(row) for row in response.context_data["cl"].result_list]


@pytest.mark.parametrize("words", ["hojs", "HOJŠ", "Хојс", "ales", "Aleš Hojs", "hojs ALEŠ"])
def test_minister_is_found_in_any_spelling(client, words):
    make_minister(other_spellings="Алеш Хојс")
    make_minister(given_name="Gérald", family_name="Darmanin", slug="darmanin")
    assert found(client, Minister, words) == ["Aleš Hojs"]


@pytest.mark.parametrize(
    "words", ["ministrstvo", "notranje", "NOTRANJE zadeve", "interior", "zàdéve", "notranje interior"]
)
def test_label_is_found_in_each_of_its_languages(client, words):
    mandate = make_mandate(
        title={"en": "Minister of the Interior", "sl": "Ministrstvo: Notranje zadéve", "mk": "Министер"}
    )
    make_mandate(title={"en": "Chair of the Council"})
    assert found(client, Mandate, words) == [str(mandate)]


def test_label_in_cyrillic_is_found_in_latin_letters(client):
    mandate = make_mandate(title={"mk": "Министер за внатрешни работи"})
    assert found(client, Mandate, "ministar") == []
    assert found(client, Mandate, "minister vnatresni") == [str(mandate)]


@pytest.mark.parametrize("words", ["%", "_", "[", "\\", "(z", "*", "^", "'", '"', "a\0b", "ß", "é" * 300])
def test_odd_search_words_find_nothing_and_do_not_fail(client, words):
    make_mandate()
    assert client.get(page_of(Mandate, "changelist"), {"q": words}).status_code == 200
    asked = {"app_label": "events", "model_name": "participation", "field_name": "mandate", "term": words}
    assert client.get("/admin/autocomplete/", asked).json()["results"] == []


@pytest.mark.parametrize(
    ("word", "text"), [("Hojš", "HOJS"), ("ljubljana", "Љубљана"), ("strasse", "Straße"), ("c++", "C++")]
)
def test_any_spelling_matches(word, text):
    assert re.search(any_spelling(word), text, re.IGNORECASE)


def test_any_spelling_does_not_match_other_words():
    assert not re.search(any_spelling("hojs"), "Hoja", re.IGNORECASE)


# Lists --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [Party, Minister, Mandate, PresidencyTerm], ids=lambda model: model.__name__)
def test_list_costs_the_same_with_one_row_and_with_ten(
    client, model, django_assert_num_queries, django_assert_max_num_queries
):
    def make(number):
        party = make_party(code=f"P{number}", name=f"Party {number}")
        make_mandate(make_minister(slug=f"minister-{number}"), party)
        party.presidency_terms.create(
            starts_on=datetime.date(1900 + number, 1, 1), ends_on=datetime.date(1900 + number, 6, 30)
        )

    make(0)
    with CaptureQueriesContext(connection) as one:
        client.get(page_of(model, "changelist"))
    for number in range(1, 10):
        make(number)
    with CaptureQueriesContext(connection) as ten:
        client.get(page_of(model, "changelist"))
    assert len(ten) == len(one)
