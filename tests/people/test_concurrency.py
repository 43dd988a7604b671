"""Several editors at one record: nobody replaces what he has not seen, and nobody loses what he typed."""

import datetime
import json
import os
import random
import subprocess
import sys

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from events.models import AgendaItem, Document, Forum, ForumSeries, Session, Topic
from people import versions
from people.admin import NewsroomAdmin
from people.models import Minister, Party
from people.versions import FIELD, Version
from press.models import PressPage, PressPageText
from tests.make import (
    make_account,
    make_agenda_item,
    make_forum,
    make_mandate,
    make_minister,
    make_party,
    make_press_page,
    make_series,
    make_session,
)
from tests.newsroom import entered, errors_on, make_user, page_of

MISSING = "This form does not say which version of the record it was filled from."


@pytest.fixture(autouse=True)
def logged_in(client, db):
    client.force_login(make_user())


def editor(name):
    client = Client()
    client.force_login(make_account(name))
    return client


def conflict(response):
    """The sentence above a form that was not saved because of its version; empty if it is another page."""
    if response.status_code != 200:
        return ""
    return str(response.context_data.get("conflict") or "")


def difference(response):
    """What the refusal shows: a dict from the row and the field to what is stored now and what was typed."""
    return {
        ": ".join(filter(None, (one.row, one.field))): (
            "".join(run.text for run in one.stored),
            "".join(run.text for run in one.typed),
        )
        for one in response.context_data["differences"]
    }


# Many rounds --------------------------------------------------------------------------------------------------------


CHANCE = random.Random(2021)  # noqa: S311 - decides the order of editors, and no secret


def rounds_of_four(number):
    """Rounds in which four editors open a text, add a word of their own and save in any order.

    Returns the accepted words in their order, the stored ones, and how many were accepted in each round.
    """
    address = page_of(ForumSeries, "change", make_series(about={"en": "Words:"}).pk)
    editors = [Client() for _editor in range(4)]
    for number_of_editor, client in enumerate(editors):
        client.force_login(make_account(f"editor-{number_of_editor}"))
    accepted, winners = [], []
    for turn in range(number):
        forms = [(f"r{turn}e{who}", client, entered(client.get(address))) for who, client in enumerate(editors)]
        CHANCE.shuffle(forms)
        won = 0
        for word, client, form in forms:
            text = [f"{form['about:en'][0]} {word}"]
            response = client.post(address, form | {"about:en": text})
            if response.status_code == 302:
                accepted.append(word)
                won += 1
            else:
                shown = entered(response)
                assert shown["about:en"] == text
                assert difference(response) == {"About the series": (f"English: {stored()}", f"English: {text[0]}")}
        if turn % 10 == 0 and won == 1:  # the last loser takes over what is stored, and saves again
            shown["about:en"] = [f"{stored()} {word}"]
            assert client.post(address, shown).status_code == 302
            accepted.append(word)
        winners.append(won)
    return accepted, stored().split()[1:], winners


def stored():
    return ForumSeries.objects.get().about["en"]


@pytest.fixture
def bare_pages(monkeypatch):
    """With one field, and without the list of all that an editor may open: those are most of the work of a page."""
    monkeypatch.setattr(admin.site._registry[ForumSeries], "fields", ["about"])
    monkeypatch.setattr(admin.site, "enable_nav_sidebar", False)
    monkeypatch.setattr(admin.site, "get_app_list", lambda *_: [])


@pytest.mark.thorough
def test_two_hundred_rounds_of_four_editors_lose_nothing(bare_pages):
    accepted, stored, winners = rounds_of_four(200)
    assert winners == [1] * 200
    assert stored == accepted
    assert len(accepted) == 220


def test_without_the_check_the_same_rounds_lose_words(monkeypatch):
    monkeypatch.setattr(NewsroomAdmin, "conflict", lambda *_: None)
    accepted, stored, winners = rounds_of_four(5)
    assert winners == [4] * 5
    assert set(accepted) - set(stored)


def test_four_editors_who_save_at_the_same_moment_lose_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.people.writers", tmp_path / "writers.sqlite3", "10"],
        capture_output=True,
        text=True,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "forum.settings"},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["winners"] == [1] * 10
    assert found["stored"] == found["accepted"]


# The token ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "token",
    [
        None,
        "",
        "forged",
        signing.dumps(["0" * 64, "2021-12-03T09:00:00+00:00"], salt="another salt"),
        signing.dumps("no pair", salt=versions.SALT),
        signing.dumps(["0" * 64, "no moment"], salt=versions.SALT),
    ],
    ids=["missing", "empty", "forged", "signed for something else", "no pair", "no moment"],
)
def test_form_without_a_true_version_is_refused(client, token):
    minister = make_minister()
    address = page_of(Minister, "change", minister.pk)
    form = entered(client.get(address)) | {"given_name": ["Alojz"], FIELD: [token]}
    response = client.post(address, {name: values for name, values in form.items() if values != [None]})
    assert conflict(response) == MISSING
    assert Minister.objects.get().given_name == "Aleš"
    assert entered(response)["given_name"] == ["Alojz"]
    assert difference(response) == {"Given name": ("Aleš", "Alojz")}
    assert client.post(address, entered(response)).status_code == 302
    assert Minister.objects.get().given_name == "Alojz"


def test_version_of_another_record_is_refused(client):
    hojs = make_minister()
    darmanin = make_minister(given_name="Gérald", family_name="Darmanin", slug="darmanin")
    other = entered(client.get(page_of(Minister, "change", darmanin.pk)))[FIELD]
    address = page_of(Minister, "change", hojs.pk)
    response = client.post(address, entered(client.get(address)) | {"given_name": ["Alojz"], FIELD: other})
    assert conflict(response)
    assert Minister.objects.get(pk=hojs.pk).given_name == "Aleš"


def test_version_tells_contents_apart_that_were_stored_at_the_same_moment():
    minister = make_minister()
    Minister.objects.update(given_name="Alojz")  # leaves the time of the change as it is
    before = Version(Minister, minister.pk, [])
    Minister.objects.update(given_name="Aleš")
    after = Version(Minister, minister.pk, [])
    assert before.digest != after.digest
    assert Version(Minister, minister.pk, []).digest == after.digest


def test_form_that_is_refused_for_a_mistake_keeps_its_version(client):
    address = page_of(Minister, "change", make_minister().pk)
    form = entered(client.get(address))
    response = client.post(address, form | {"family_name": [""]})
    assert conflict(response) == ""
    assert entered(response)[FIELD] == form[FIELD]
    assert client.post(address, entered(response) | {"family_name": ["Hojs"]}).status_code == 302


def test_new_record_needs_no_version(client):
    assert FIELD not in entered(client.get(page_of(Topic, "add")))
    response = client.post(page_of(Topic, "add"), {"name:en": "Migration", "slug": "migration"})
    assert response.status_code == 302


def test_archivist_gets_no_version_and_is_still_forbidden_to_save():
    archivist = Client()
    archivist.force_login(make_user("Archivist"))
    address = page_of(Minister, "change", make_minister().pk)
    response = archivist.get(address)
    assert response.status_code == 200
    assert FIELD not in response.content.decode()
    assert archivist.post(address, {"given_name": "Alojz"}).status_code == 403


def test_second_click_on_save_finds_the_same_stored(client):
    address = page_of(Minister, "change", make_minister().pk)
    form = entered(client.get(address)) | {"given_name": ["Alojz"]}
    assert client.post(address, form).status_code == 302
    response = client.post(address, form)
    assert conflict(response).startswith("admin changed this record after you had opened it:")
    assert "Your form and what is stored now are the same." in response.content.decode()


def test_popup_of_a_change_form_carries_its_version(client):
    address = page_of(Topic, "change", Topic.objects.create(slug="migration", name={"en": "Migration"}).pk)
    form = entered(client.get(address, {"_popup": "1"})) | {"_popup": ["1"], "name:en": ["Migrations"]}
    response = client.post(address, form)
    assert response.status_code == 200
    assert "admin/popup_response.html" in response.template_name
    assert Topic.objects.get().name == {"en": "Migrations"}
    assert conflict(client.post(address, form))


def test_actions_of_a_list_work(client):
    topic = Topic.objects.create(slug="migration", name={"en": "Migration"})
    sent = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
    assert client.post(page_of(Topic, "changelist"), sent).status_code == 302
    assert not Topic.objects.exists()


def test_no_list_of_the_newsroom_can_be_edited():
    """Its forms would carry no version."""
    for model, page in admin.site._registry.items():
        assert not page.list_editable, model


# Rows ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def page_form(client):
    """A press page, the address of its form, and what stands in it."""
    page = make_press_page()
    address = page_of(PressPage, "change", page.pk)
    return page, address, entered(client.get(address))


def test_change_of_a_row_counts(client, page_form):
    page, address, form = page_form
    page.texts.update(lead="They agree on little.")
    response = client.post(address, form | {"texts-0-title": ["Ministers meet again"]})
    assert conflict(response) == "Somebody changed this record after you had opened it."
    row = "text of a press page: Ministers meet again (en): "
    assert difference(response) == {
        f"{row}Title": ("Ministers meet at Brdo", "Ministers meet again"),
        f"{row}Lead": ("They agree on little.", "They agree to work together."),
    }
    assert page.texts.get().title == "Ministers meet at Brdo"


def test_change_of_a_row_on_its_own_page_counts_and_is_signed(client, page_form):
    page, address, form = page_form
    colleague = editor("colleague")
    own = page_of(PressPageText, "change", page.texts.get().pk)
    assert colleague.post(own, entered(colleague.get(own)) | {"lead": ["Another lead."]}).status_code == 302
    assert conflict(client.post(address, form)).startswith("colleague changed this record after you had opened it:")


def test_body_is_compared_in_words_without_its_tags(client, page_form):
    page, address, form = page_form
    page.texts.update(body="<p>The meeting was about asylum.</p><p>And borders.</p>")
    response = client.post(address, form)
    row = "text of a press page: Ministers meet at Brdo (en): Text"
    assert difference(response) == {
        row: ("The meeting was about asylum.\nAnd borders.", "The meeting was about migration.")
    }
    assert "<del>asylum</del>" in response.content.decode()
    assert "<ins>migration</ins>" in response.content.decode()


def test_row_that_a_colleague_added_comes_in_and_stays(client, page_form):
    page, address, form = page_form
    page.texts.create(language="fr", title="Les ministres à Brdo", lead="Chapeau", state="ready")
    response = client.post(address, form | {"texts-0-title": ["Ministers meet again"]})
    assert "Added meanwhile, and in your form now: Les ministres à Brdo (fr)" in response.content.decode()
    assert client.post(address, entered(response)).status_code == 302
    titles = dict(page.texts.values_list("language", "title"))
    assert titles == {"en": "Ministers meet again", "fr": "Les ministres à Brdo"}
    assert page.texts.get(language="fr").lead == "Chapeau"


def test_same_row_added_by_two_is_refused_on_its_field_with_both_texts(client, page_form):
    page, address, form = page_form
    page.texts.create(language="fr", title="Les ministres à Brdo", state="ready")
    mine = {"texts-1-language": ["fr"], "texts-1-state": ["ready"], "texts-1-title": ["À Brdo"], "texts-1-id": [""]}
    response = client.post(address, form | mine | {"texts-TOTAL_FORMS": ["2"]})
    assert conflict(response)
    shown = entered(response)
    assert (shown["texts-1-title"], shown["texts-2-title"]) == (["Les ministres à Brdo"], ["À Brdo"])
    again = client.post(address, shown)
    assert "This page already has a text in this language. Change that one." in again.content.decode()
    assert entered(again)["texts-2-title"] == ["À Brdo"]


def test_row_that_a_colleague_deleted_becomes_a_new_one(client):
    party = make_party()
    for language in ("sl", "fr"):
        party.names.create(language=language, short=f"Name {language}")
    address = page_of(Party, "change", party.pk)
    form = entered(client.get(address))
    gone, kept = form["names-0-id"][0], form["names-1-id"][0]
    party.names.filter(pk=gone).delete()
    response = client.post(address, form | {"names-0-short": ["My own"], "names-1-long": ["My long"]})
    assert "Deleted meanwhile: a row of “" in response.content.decode()
    shown = entered(response)
    assert shown["names-INITIAL_FORMS"] == ["2"]
    assert (shown["names-0-id"], shown["names-0-long"]) == ([kept], ["My long"])
    assert (shown["names-2-short"], shown["names-2-id"]) == (["My own"], [""])
    assert client.post(address, shown).status_code == 302
    assert {"My own"} <= set(party.names.values_list("short", flat=True))
    assert party.names.get(pk=kept).long == "My long"


def test_row_that_both_deleted_is_gone(client):
    party = make_party()
    address = page_of(Party, "change", party.pk)
    form = entered(client.get(address))
    party.names.all().delete()
    response = client.post(address, form | {"names-0-DELETE": ["on"]})
    assert conflict(response)
    assert client.post(address, entered(response)).status_code == 302
    assert not party.names.exists()


def test_row_to_be_deleted_shows_in_the_difference(client, page_form):
    page, address, form = page_form
    page.texts.update(lead="They agree on little.")
    response = client.post(address, form | {"texts-0-DELETE": ["on"]})
    assert difference(response) == {
        "text of a press page: Ministers meet at Brdo (en)": ("stored", "deleted"),
    }
    assert entered(response)["texts-0-DELETE"] == ["on"]
    assert page.texts.exists()


def test_times_choices_and_links_come_in_with_a_colleague_s_row(client):
    """A row of every kind of field, as a browser would send it."""
    forum = make_forum()
    address = page_of(Forum, "change", forum.pk)
    form = entered(client.get(address))
    start = datetime.datetime(2021, 12, 2, 8, 30, tzinfo=datetime.UTC)
    session = make_session(forum, title={"en": "Meeting", "mk": "Состанок"}, starts_at=start, on_the_margins=True)
    item = make_agenda_item(forum, session=session)
    item.topics.add(Topic.objects.create(slug="migration", name={"en": "Migration"}))
    before = [Session.objects.values().get(), AgendaItem.objects.values().get()]
    response = client.post(address, form)
    assert conflict(response)
    saved = client.post(address, entered(response))
    assert saved.status_code == 302
    after = [Session.objects.values().get(), AgendaItem.objects.values().get()]
    assert [row | {"changed": None} for row in after] == [row | {"changed": None} for row in before]
    assert [topic.slug for topic in AgendaItem.objects.get().topics.all()] == ["migration"]


def test_links_of_a_record_count(client, page_form):
    page, address, form = page_form
    topic = Topic.objects.create(slug="migration", name={"en": "Migration"})
    page.topics.add(topic)
    response = client.post(address, form)
    assert difference(response) == {"Topics": ("Migration", "–")}
    assert list(page.topics.all()) == [topic]


def test_choices_and_rows_pointed_at_are_compared_in_words(client, page_form):
    _page, address, form = page_form
    forum = make_forum()
    PressPage.objects.update(forum=forum, kind="advisory", shows_the_forum=False)
    assert difference(client.post(address, form)) == {
        "Kind": ("advisory", "press release"),
        "Forum": (str(forum), "–"),
        "Show the forum's record": ("No", "Yes"),
    }


def test_what_cannot_be_read_is_compared_as_it_was_typed(client, page_form):
    _page, address, form = page_form
    response = client.post(address, form | {FIELD: [""], "dated_on": ["tomorrow"], "forum": ["99999"]})
    assert difference(response) == {"Date": ("2021-12-02", "tomorrow"), "Forum": ("–", "99999")}
    assert entered(response)["dated_on"] == ["tomorrow"]


def test_file_of_a_refused_form_must_be_chosen_again(client):
    document = Document.objects.create(title={"en": "Programme"})
    address = page_of(Document, "change", document.pk)
    form = entered(client.get(address))
    Document.objects.update(symbol="ST 1/21")
    file = SimpleUploadedFile("programme.pdf", b"%PDF")
    rows = {"files-TOTAL_FORMS": ["1"], "files-0-language": ["en"], "files-0-file": file, "files-0-id": [""]}
    response = client.post(address, form | rows)
    assert conflict(response)
    assert "Choose these files again" in response.content.decode()
    assert not document.files.exists()


# Deleted meanwhile --------------------------------------------------------------------------------------------------


def test_record_that_a_colleague_deleted_can_be_entered_anew(client):
    minister = make_minister()
    address = page_of(Minister, "change", minister.pk)
    mandate = {
        "mandates-0-party": [make_party().pk],
        "mandates-0-title:en": ["Minister"],
        "mandates-0-rank": ["20"],
        "mandates-0-standing": ["full"],
        "mandates-TOTAL_FORMS": ["1"],
    }
    form = entered(client.get(address)) | mandate | {"given_name": ["Alojz"], "mandates-0-starts_on": ["2020-03-13"]}
    colleague = editor("colleague")
    assert colleague.post(page_of(Minister, "delete", minister.pk), {"post": "yes"}).status_code == 302
    response = client.post(address, form)
    assert conflict(response).startswith("colleague deleted this record after you had opened it:")
    assert not Minister.objects.exists()
    assert f'action="{page_of(Minister, "add")}"' in response.content.decode()
    again = client.post(page_of(Minister, "add"), entered(response))
    assert again.status_code == 302, errors_on(again)
    assert Minister.objects.get().given_name == "Alojz"
    assert Minister.objects.get().mandates.count() == 1


def test_record_that_never_was_leads_back_to_the_index(client):
    for address in (page_of(Minister, "change", 4711), page_of(Minister, "change", "x")):
        assert client.get(address).status_code == 302
        assert client.post(address, {"given_name": "Alojz"}).status_code == 302
    assert not Minister.objects.exists()


def test_form_costs_three_more_queries_at_most_per_group_of_rows(client, django_assert_max_num_queries):
    minister = make_minister()
    make_mandate(minister)
    with django_assert_max_num_queries(4):
        Version(Minister, minister.pk, admin.site._registry[Minister].parts(None))
    assert connection.in_atomic_block
    assert not LogEntry.objects.exists()
