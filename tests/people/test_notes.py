"""The notes beside the names of some parties: from the record and as typed, on pages, in lists, feeds and heads."""

import datetime

import pytest
from django.test import Client

from people import notes
from tests.make import (
    make_forum,
    make_participation,
    make_party,
    make_press_page,
    make_statement,
    publish,
    show_statement,
)

ASTERISK = {
    "code": "XK",
    "name": {"en": "Kosovo", "fr": "Kosovo", "sl": "Kosovo"},
    "notes": {code: {"style": "asterisk", "text": f"A note ({code})."} for code in ("en", "fr", "sl")},
}
NUMBER = {
    "code": "XX",
    "name": {"en": "Another name"},
    "notes": {"en": {"style": "number", "text": "Another note."}},
}


@pytest.mark.django_db
def test_noted_party_keeps_what_a_typed_mark_needs():
    party, day = make_party("XK", "Kosovo"), datetime.date(2021, 12, 2)
    party.notes.create(language="en", text="A note.")
    make_party("AT", "Austria")
    notes_of = {"en": {"style": "asterisk", "text": "A note."}}
    sealed = {"party": str(party.uid), "code": "XK", "name": {"en": "Kosovo"}, "notes": notes_of}
    assert notes.noted_parties(day) == [sealed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kosovo* signs", ["XK"]),
        ("Kosovo * signs", ["XK"]),
        ("Kosovo signs", []),
        ("s Kosovom*", ["XK"]),
        ("Another name¹ and Kosovo*", ["XK", "XX"]),
        ("Another name [1]", ["XX"]),
        ("Another name 2021", []),
        ("Two * three", []),
    ],
)
def test_typed_mark_is_found_with_its_name(text, found):
    assert [party["code"] for party in notes.typed_in(text, [ASTERISK, NUMBER])] == found


def test_typed_mark_leads_to_the_note_at_its_first_mention_only():
    seen = {}
    html = notes.link_typed_marks("<p>In Kosovo* and again Kosovo*.</p>", seen, [ASTERISK], "en")
    assert html.count('href="#note-XK"') == 1
    assert html.startswith('<p>In Kosovo<a class="note-mark" id="note-mark-XK"')
    assert html.endswith("again Kosovo*.</p>")
    assert (seen["XK"]["mark"], seen["XK"]["text"], seen["XK"]["is_linked"]) == ("*", "A note (en).", True)


def test_typed_mark_before_a_name_from_the_record_takes_the_mark_over():
    seen = {}
    notes.mark(seen, ASTERISK, "en")
    printed = f"<h1>In Kosovo*</h1><p>Kosovo{notes.anchor(ASTERISK, '*', 'en')}, Minister</p>"
    html = notes.link_typed_marks(printed, seen, [ASTERISK], "en")
    assert html.count('id="note-mark-XK"') == 1
    assert html.index('id="note-mark-XK"') < html.index("</h1>")
    assert html.endswith("<p>Kosovo, Minister</p>")


def test_name_from_the_record_before_a_typed_mark_keeps_its_mark():
    seen = {}
    notes.mark(seen, ASTERISK, "en")
    printed = f"<p>Kosovo{notes.anchor(ASTERISK, '*', 'en')}</p><p>In Kosovo*</p>"
    assert notes.link_typed_marks(printed, seen, [ASTERISK], "en") == printed


def test_no_link_is_made_inside_a_link_or_a_tag():
    seen = {}
    printed = '<a href="/x/" title="Kosovo*">To Kosovo*</a>'
    assert notes.link_typed_marks(printed, seen, [ASTERISK], "en") == printed
    assert (seen["XK"]["text"], seen["XK"]["is_linked"]) == ("A note (en).", False)


def test_first_mention_is_linked_where_a_link_can_stand():
    seen = {}
    printed = "<select><option>In Kosovo*</option></select><p>In Kosovo*</p>"
    html = notes.link_typed_marks(printed, seen, [ASTERISK], "en")
    assert html.startswith("<select><option>In Kosovo*</option></select><p>In Kosovo<a ")


def test_plain_text_is_followed_by_its_notes():
    assert notes.with_notes("In Kosovo*", [ASTERISK], "fr") == "In Kosovo* (* A note (fr).)"
    assert notes.with_notes("In Kosovo", [ASTERISK], "fr") == "In Kosovo"


# On the site --------------------------------------------------------------------------------------------------------

NOTE = "This designation is without prejudice to positions on status."
ADDRESS = "/en/press/2021/ministers-meet-at-brdo/"


@pytest.fixture
def kosovo(db):
    kosovo = make_party("XK", "Kosovo")
    kosovo.notes.create(language="en", text=NOTE)
    return kosovo


def page_at(address):
    return Client().get(address).content.decode()


def foot(page):
    """The notes at the end of a page."""
    return page.partition('class="width party-notes"')[2].partition("</section>")[0]


def test_note_that_is_not_printed_in_one_language_is_printed_in_the_others(kosovo):
    kosovo.notes.create(language="fr", text="Une note.", style="off")
    publish(make_press_page(text={"title": "Ministers visit Kosovo*"}))
    assert NOTE in foot(page_at(ADDRESS))
    assert "Une note." not in page_at(ADDRESS.replace("/en/", "/fr/"))


def test_typed_title_carries_the_note_on_the_page_in_its_head_and_in_lists(kosovo):
    publish(make_press_page(text={"title": "Ministers visit Kosovo*", "lead": "They were in Kosovo* for a day."}))
    page = page_at(ADDRESS)
    assert NOTE in foot(page)
    assert page.partition("<main")[2].count('href="#note-XK"') == 1
    assert f"They were in Kosovo* for a day. (* {NOTE})" in page.partition("</head>")[0]
    for listed in ("/en/press/", "/en/"):
        assert "Ministers visit Kosovo*" in page_at(listed)
        assert NOTE in foot(page_at(listed))


def test_page_without_the_name_carries_no_note(kosovo):
    publish(make_press_page())
    assert NOTE not in page_at(ADDRESS)
    assert NOTE not in page_at("/en/press/")


def test_note_is_sealed_with_the_page(kosovo):
    publish(make_press_page(text={"title": "Ministers visit Kosovo*"}))
    kosovo.notes.update(text="Another wording.")
    assert NOTE in foot(page_at(ADDRESS))
    assert "Another wording." in foot(page_at("/en/press/"))


def test_body_that_speaks_carries_its_mark_in_every_list(kosovo):
    statement = make_statement(make_forum())
    statement.voices.update(mandate=None, party=kosovo)
    page = make_press_page(forum=statement.forum)
    show_statement(page, statement)
    publish(page)
    assert statement.published.get(shown_in="en").speaker == "Kosovo*"
    cited = page_at(f"/en/statements/{statement.uid}/")
    assert "<title>Kosovo*, 2 December 2021" in cited
    assert NOTE in foot(cited)


def test_feed_carries_the_note(kosovo):
    page = make_press_page(text={"title": "Ministers visit Kosovo*"})
    publish(page)
    page.texts.update(title="Ministers visit Kosovo* again")
    publish(page, kind="fact", note="The visit to Kosovo* was the second one.")
    feed = page_at("/en/corrections/feed/")
    assert f"The visit to Kosovo* was the second one. (* {NOTE})" in feed


def test_session_title_on_a_forum_page_carries_the_note(kosovo):
    forum = make_forum()
    forum.sessions.create(title={"en": "Signing with Kosovo*"}, slug="signing", kind="signing", on_the_margins=True)
    make_participation(forum)
    publish(forum)
    assert NOTE in foot(page_at("/en/forums/eu-western-balkans/2021-brdo/"))
    assert NOTE in foot(page_at("/en/forums/eu-western-balkans/2021-brdo/signing/"))
