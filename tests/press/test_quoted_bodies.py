"""In the body of a page, quotations of its statements are linked to them, and nothing else changes."""

import html
import re

import pytest

from press import payload, publishing, quoting, ruling
from press.markup import clean_html, plain_text
from press.quotes import Record, check, marked, passages
from tests.make import (
    make_account,
    make_forum,
    make_mandate,
    make_minister,
    make_press_page,
    make_statement,
    publish,
    show_statement,
)

SAID = "We share one border & we will protect it together. Nobody can do this alone."
RECORDS = [Record("1", "en", SAID)]
OPEN = '<q cite="/en/statements/1/"><a href="/en/statements/1/">'
CLOSE = "</a></q>"


def linked(body, language="en"):
    return marked(clean_html(body), language, RECORDS, "/en/statements/{}/".format)


def test_passages_of_a_body_are_its_paragraphs():
    body = "<h2>One &amp; two</h2><ul><li><p>Three</p></li><li><p>Four<br>five</p></li></ul>"
    assert re.split(r"\n{2,}", passages(body).strip()) == ["One & two", "Three", "Four\nfive"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>He said: “nobody can do this alone”.</p>", f"<p>He said: {OPEN}“nobody can do this alone”{CLOSE}.</p>"),
        (
            "<p>“We share one border &amp; we will”</p>",
            f"<p>{OPEN}“We share one border &amp; we will”{CLOSE}</p>",
        ),
        (
            "<p>“Nobody <strong>can do</strong> this”</p>",
            f"<p>{OPEN}“Nobody {CLOSE}<strong>{OPEN}can do{CLOSE}</strong>{OPEN} this”{CLOSE}</p>",
        ),
        (
            '<p>“Nobody <a href="/x/" rel="noopener">can do</a> this”</p>',
            f'<p>{OPEN}“Nobody {CLOSE}<a href="/x/" rel="noopener"><q cite="/en/statements/1/">can do</q></a>'
            f"{OPEN} this”{CLOSE}</p>",
        ),
        (
            "<p>“we will protect it together.</p><p>“Nobody can do this.”</p>",
            f"<p>{OPEN}“we will protect it together.{CLOSE}</p><p>{OPEN}“Nobody can do this.”{CLOSE}</p>",
        ),
        (
            "<ul><li>“one border”</li><li>“no border”</li></ul>",
            f"<ul><li>{OPEN}“one border”{CLOSE}</li><li>“no border”</li></ul>",
        ),
        ("<p><q>“one border”</q></p>", "<p><q>“one border”</q></p>"),
        ("<p>We share one border.</p>", "<p>We share one border.</p>"),
    ],
)
def test_quotation_in_a_body_is_linked(body, expected):
    assert linked(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<p>“Nobody <em>can <strong>do</strong></em> this&nbsp;alone” &lt;b&gt; “one border”“one border”</p>",
        "<blockquote><p>«&nbsp;We share one border &amp;<br>we will protect it&nbsp;»</p></blockquote>",
        '<h2>“one border”</h2><p><a href="/">“one border</a> &amp; we will protect it”, he said.</p>',
    ],
)
def test_text_stays_the_same_character_for_character(body):
    clean = clean_html(body)
    result = linked(body)
    assert "<q " in result
    assert passages(result) == passages(clean)
    assert plain_text(result) == plain_text(clean)
    assert re.sub(r'</?q\b[^>]*>|<a href="/en/statements/1/">', "", result).count("<a") == clean.count("<a")


def test_linked_body_is_well_formed_and_survives_sanitising():
    result = linked("<p>“Nobody <em>can do</em> this”</p><ul><li><p>“one border”</p></li></ul>")
    assert clean_html(result).replace(' rel="noopener"', "") == result


def test_address_is_escaped():
    result = marked("<p>“one border”</p>", "en", RECORDS, lambda uid: '/"><b>')
    assert result.startswith('<p><q cite="/&quot;&gt;&lt;b&gt;">')


def test_check_of_a_body_names_offsets_in_its_passages():
    text = passages("<p>A &amp; B: “one border”.</p>")
    (one,) = check(text, "en", RECORDS)
    assert [text[start:end] for start, end in one.quotation.parts] == ["one border"]


# Sealing --------------------------------------------------------------------------------------------------------------


def page_that_quotes(*words, language="en", **changes):
    body = "".join(f"<p>“{one}”</p>" for one in words)
    return make_press_page(original_language=language, text={"body": body, "language": language}, **changes)


def sealed_body(page, language="en"):
    return payload.page_content(page)["texts"][language]["body"]


def link(statement, language="en"):
    return f'<a href="/{language}/statements/{statement.uid}/">'


def test_sealed_body_links_the_page_s_own_statements_only(db):
    forum = make_forum()
    own = make_statement(forum, "Nobody can do this alone.")
    other = make_statement(forum, "We share one border.")
    page = page_that_quotes("Nobody can do this alone.", "We share one border.", forum=forum)
    show_statement(page, own)
    assert link(own) in sealed_body(page)
    assert link(other) not in sealed_body(page)
    show_statement(page, other)
    assert link(other) in sealed_body(page)


def test_statement_of_the_forum_that_is_visible_elsewhere_is_linked(db):
    forum = make_forum()
    statement = make_statement(forum, "We share one border.")
    elsewhere = make_press_page(slug="elsewhere", forum=forum)
    show_statement(elsewhere, statement)
    candidate = publishing.submit(page_that_quotes("We share one border.", forum=forum), by=make_account())
    assert "<q" not in candidate.payload
    publish(elsewhere)
    assert publishing.is_stale(candidate)
    assert link(statement) in sealed_body(candidate.press_page)
    publish(elsewhere, kind="withdrawal")
    assert not publishing.is_stale(candidate)


def test_what_is_ruled_to_be_no_statement_is_not_linked(db):
    page = page_that_quotes("Nobody can do this alone.")
    show_statement(page, make_statement(make_forum(), "Nobody can do this alone."))
    assert "<q" in sealed_body(page)
    ruling.rule(page, "en", "Nobody can do this alone", by=make_account())
    assert "<q" not in sealed_body(page)


@pytest.mark.parametrize(("who", "is_linked"), [("said an official", True), ("said Aleš Hojs", False)])
def test_what_was_said_on_background_is_linked_only_where_nobody_is_named(db, who, is_linked):
    forum = make_forum()
    statement = make_statement(forum, "Nobody can do this alone.", regime="background")
    statement.voices.all().delete()
    page = make_press_page(forum=forum, text={"body": f"<p>“Nobody can do this alone,” {who}.</p>"})
    show_statement(page, statement)
    assert (link(statement) in sealed_body(page)) == is_linked


def test_quotation_leads_to_the_statement_of_whoever_is_named(db):
    forum = make_forum()
    hojs, other = make_mandate(), make_mandate(make_minister(slug="ylva-johansson", family_name="Johansson"))
    statements = [make_statement(forum, "Nobody can do this alone.", mandate=one) for one in (hojs, other)]
    page = make_press_page(
        forum=forum, text={"body": "<p>“Nobody can do this,” said Hojs. “Nobody can do this,” said Johansson.</p>"}
    )
    for position, statement in enumerate(statements):
        show_statement(page, statement, position)
    assert re.findall(r"<a [^>]*>", sealed_body(page)) == [link(one) for one in statements]


def test_text_of_a_statement_that_is_not_checked_is_not_linked(db):
    statement = make_statement(make_forum(), "Nobody can do this alone.")
    page = page_that_quotes("Nobody can do this alone.")
    show_statement(page, statement)
    assert link(statement) in sealed_body(page)
    statement.texts.update(state="draft")
    assert "<q" not in sealed_body(page)


@pytest.mark.parametrize(("language", "shown_in"), [("sl", "sl"), ("mk", "en")])
def test_address_is_in_the_language_of_the_text_or_the_first_of_the_site(db, language, shown_in):
    statement = make_statement(make_forum(), "Nobody can do this alone.")
    page = page_that_quotes("Nobody can do this alone.", language=language)
    show_statement(page, statement)
    assert link(statement, shown_in) in sealed_body(page, language)


def test_statement_that_is_not_on_the_page_does_not_make_a_candidate_stale(db):
    forum = make_forum()
    page = page_that_quotes("Nobody can do this alone.", forum=forum)
    show_statement(page, make_statement(forum, "Nobody can do this alone."))
    candidate = publishing.submit(page, by=make_account())
    statement = make_statement(forum, "“Nobody can do this alone.” So we begin.")
    assert not publishing.is_stale(candidate)
    show_statement(page, statement)
    assert publishing.is_stale(candidate)


def test_published_quotation_leads_to_its_statement(db, client):
    statement = make_statement(make_forum(), "Nobody can do this alone.")
    page = page_that_quotes("Nobody can do this alone.")
    show_statement(page, statement)
    publish(page)
    shown = client.get(f"/en/press/2021/{page.slug}/").content.decode()
    address = html.unescape(re.search(r'<q cite="([^"]+)">', shown)[1])
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_sealing_asks_no_question_for_a_quotation(db, number, django_assert_num_queries):
    statement = make_statement(make_forum(), "Nobody can do this alone.")
    page = page_that_quotes(*["Nobody can do this alone."] * number)
    show_statement(page, statement)
    linking = quoting.linking(page, payload.page_content(page)["statements"])
    with django_assert_num_queries(0):
        assert payload.linked_body(page.texts.all()[0], linking).count("<q ") == number
