"""The quotations of a page in the newsroom: listed by kind, recorded as a statement, or ruled to be none."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from events.models import Statement
from press import publishing, quoting, ruling
from press.models import AuditEntry, NotAStatement, PressPage, Publication
from tests.make import QUOTE, make_account, make_doubtful_page, make_forum, make_press_page, make_statement
from tests.newsroom import entered, make_groups, make_user, page_of

pytestmark = pytest.mark.django_db
UNKNOWN = "The borders of the region are ours to keep together."


@pytest.fixture(autouse=True)
def groups(db):
    make_groups()


@pytest.fixture
def page():
    return make_doubtful_page(make_forum())


@pytest.fixture
def editor(client):
    account = make_user("Editor")
    client.force_login(account)
    return account


def quoted(page, words):
    content = publishing.draft(PressPage.objects.get(pk=page.pk)).content
    return next(one for one in quoting.quoted(page, content) if one.words == words)


def kinds(page):
    content = publishing.draft(PressPage.objects.get(pk=page.pk)).content
    return [str(one.check.kind) for one in quoting.quoted(page, content)]


def send_ruling(client, page, words=UNKNOWN, **said):
    one = {"language": "en", "quotation": NotAStatement.digest_of(words)}
    return client.post(page_of(PressPage, "rule", page.pk), {**one, **said})


def shown(client, address):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", client.get(address).content.decode()))


def test_every_kind_of_quotation_is_listed(client, editor, page):
    assert kinds(page) == ["exact", "fragment", "differs", "unknown", "not_a_statement"]
    listed = shown(client, page_of(PressPage, "submit", page.pk))
    for words in ("as recorded", "part of a statement", "differs from the record", "probably Aleš Hojs", "Undo"):
        assert words in listed


def test_list_stands_on_the_review_page_too(client, editor, page):
    candidate = publishing.submit(page, by=make_account("other"))
    listed = client.get(page_of(Publication, "review", candidate.pk)).content.decode()
    assert listed.count('class="quotation ') == 5


# Record as statement ------------------------------------------------------------------------------------------------


def record_address(client, page):
    html = client.get(page_of(PressPage, "submit", page.pk)).content.decode()
    return re.search(r'href="([^"]*statement/add/\?[^"]*)"', html)[1].replace("&amp;", "&")


def test_unknown_quotation_is_recorded_and_stands_on_the_page(client, editor, page):
    address = record_address(client, page)
    typed = entered(client.get(address))
    assert typed["texts-0-text"] == [UNKNOWN]
    assert typed["said_on"] == ["2021-12-02"]
    response = client.post(address, typed)
    assert response["Location"] == f"{page_of(PressPage, 'submit', page.pk)}#quotations"
    statement = Statement.objects.get(texts__text=UNKNOWN)
    assert (statement.forum, statement.voices.get().mandate.minister.slug) == (page.forum, "ales-hojs")
    assert list(page.statements.order_by("page_statements__position"))[-1] == statement
    assert kinds(page)[3] == "exact"


def test_session_is_filled_in_if_the_page_reports_on_one(client, editor, page):
    page.sessions.add(page.forum.sessions.create(title={"en": "Meeting"}, slug="meeting", day="2021-12-03"))
    typed = entered(client.get(record_address(client, page)))
    assert (typed["session"], typed["said_on"]) == ([str(page.sessions.get().pk)], ["2021-12-03"])


@pytest.mark.parametrize("query", ["page=x", "page=99999", "page={page}&quotation=x", "page=" + "9" * 40])
def test_statement_form_opens_empty_for_what_is_not_there(client, editor, page, query):
    typed = entered(client.get(f"{page_of(Statement, 'add')}?{query.format(page=page.pk)}"))
    assert typed["texts-0-text"] == [""]


def test_statement_of_its_own_goes_on_no_page(client, editor, page):
    address = record_address(client, page)
    typed = entered(client.get(address))
    client.post(page_of(Statement, "add"), typed)
    assert Statement.objects.filter(texts__text=UNKNOWN, press_pages=None).exists()


def test_statement_that_was_moved_to_another_forum_goes_on_no_page(client, editor, page):
    address = record_address(client, page)
    other = make_forum(slug="2022-other")
    typed = entered(client.get(address)) | {"forum": str(other.pk), "session": ""}
    assert "quotations" not in client.post(address, typed)["Location"]
    assert Statement.objects.get(texts__text=UNKNOWN).forum == other
    assert not page.statements.filter(texts__text=UNKNOWN).exists()


# Put on the page ------------------------------------------------------------------------------------------------------


def test_statement_that_is_recorded_already_is_put_on_the_page(client, editor):
    forum = make_forum()
    statement = make_statement(forum)
    page = make_press_page(forum=forum, text={"body": f"<p>“{QUOTE}” he said.</p>"})
    assert "Put on the page" in shown(client, page_of(PressPage, "submit", page.pk))
    address = page_of(PressPage, "show_statement", page.pk)
    response = client.post(address, {"language": "en", "quotation": NotAStatement.digest_of(QUOTE)})
    assert response["Location"] == f"{page_of(PressPage, 'submit', page.pk)}#quotations"
    assert list(page.statements.all()) == [statement]
    assert "Put on the page" not in shown(client, page_of(PressPage, "submit", page.pk))


@pytest.mark.parametrize(("group", "words", "status"), [("Editor", UNKNOWN, 404), ("Archivist", QUOTE, 403)])
def test_only_editors_put_statements_on_a_page_and_only_recorded_ones(client, group, words, status):
    client.force_login(make_user(group))
    page = make_doubtful_page(make_forum())
    address = page_of(PressPage, "show_statement", page.pk)
    assert client.get(address).status_code == 405
    said = {"language": "en", "quotation": NotAStatement.digest_of(words)}
    assert client.post(address, said).status_code == status
    assert page.statements.count() == 1


# Not a statement ----------------------------------------------------------------------------------------------------


def test_ruling_is_kept_logged_and_undone(client, editor, page):
    response = send_ruling(client, page)
    assert response["Location"] == f"{page_of(PressPage, 'submit', page.pk)}#quotations"
    assert kinds(page)[3] == "not_a_statement"
    ruled = NotAStatement.objects.get(words=UNKNOWN)
    client.post(page_of(PressPage, "rule", page.pk), {"undo": ruled.pk})
    assert kinds(page)[3] == "unknown"
    logged = AuditEntry.objects.filter(object_uid=str(ruled.uid)).order_by("pk").values_list("actor", "verb")
    assert list(logged) == [("editor", "added"), ("editor", "deleted")]


def test_ruling_on_the_review_page_returns_there_and_voids_nothing(client, editor, page):
    candidate = publishing.submit(page, by=make_account("other"))
    response = send_ruling(client, page, review=candidate.pk)
    assert response["Location"] == f"{page_of(Publication, 'review', candidate.pk)}#quotations"
    assert not publishing.is_stale(candidate)
    assert not any(UNKNOWN in finding.message for finding in publishing.all_findings(candidate))


def test_same_words_are_ruled_on_once(page):
    for words in (UNKNOWN, UNKNOWN.upper(), f" {UNKNOWN} "):
        ruling.rule(page, "en", words, by=make_account())
    assert page.not_statements.exclude(words="Fortress Europe").count() == 1


@pytest.mark.parametrize(
    "body",
    [
        "<p>Some call it “Open, Europe” and some “OPEN EUROPE”.</p>",
        "<p>“We shall agree,” said the minister, “and act together.”</p>",
    ],
)
def test_ruling_counts_for_the_same_words_however_they_are_written(body):
    page = make_press_page(text={"body": body})
    content = publishing.draft(page).content
    assert set(kinds(page)) == {"unknown"}
    ruling.rule(page, "en", next(iter(quoting.quoted(page, content))).words, by=make_account())
    assert set(kinds(page)) == {"not_a_statement"}


@pytest.mark.parametrize(
    "said", [{"quotation": "x"}, {"language": "fr"}, {"undo": "99"}, {"undo": "x"}, {"undo": "9" * 40}]
)
def test_ruling_about_what_does_not_stand_there_is_not_found(client, editor, page, said):
    assert send_ruling(client, page, **said).status_code == 404
    assert NotAStatement.objects.count() == 1


@pytest.mark.parametrize(("group", "status"), [("Editor", 302), ("Chief editor", 302), ("Archivist", 403)])
def test_editors_rule_and_archivists_do_not(client, group, status):
    client.force_login(make_user(group))
    page = make_doubtful_page(make_forum())
    assert send_ruling(client, page).status_code == status
    assert NotAStatement.objects.count() == 1 + (status == 302)
    undo = {"undo": page.not_statements.get(words="Fortress Europe").pk}
    assert client.post(page_of(PressPage, "rule", page.pk), undo).status_code == status


def test_archivist_is_offered_no_answer(client, page):
    candidate = publishing.submit(page, by=make_account("other"))
    client.force_login(make_user("Archivist"))
    html = client.get(page_of(Publication, "review", candidate.pk)).content.decode()
    assert "The borders of the region" in html
    assert "Record as statement" not in html and "not-a-statement" not in html and "Why it may be" not in html


def test_ruling_is_not_made_by_following_a_link(client, editor, page):
    assert client.get(page_of(PressPage, "rule", page.pk)).status_code == 405


def test_migration_lets_editors_rule():
    import_module("press.migrations.0007_rights_to_new_records").allow(apps, connection.schema_editor())
    assert make_user("Editor").has_perm("press.add_notastatement")
    assert not make_user("Archivist").has_perm("press.add_notastatement")


def test_ruling_leaves_the_house_and_comes_back(page, tmp_path):
    fixture = tmp_path / "rulings.json"
    call_command("dumpdata", "press.notastatement", natural_primary=True, natural_foreign=True, output=str(fixture))
    NotAStatement.objects.all().delete()
    call_command("loaddata", str(fixture), verbosity=0)
    assert quoted(page, "Fortress Europe").ruling.press_page == page
