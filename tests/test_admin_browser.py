"""The newsroom in Chromium: accessible in light and dark, and the parts that need JavaScript work."""

import datetime

import pytest
from django.utils import timezone

from events.models import Forum
from press import publishing
from press.models import AuditEntry, Photo, PressPage, Publication
from press.quotes import Kind
from tests.make import (
    make_account,
    make_doubtful_page,
    make_forum,
    make_participation,
    make_press_page,
    make_session,
    publish,
)
from tests.newsroom import make_groups, page_of
from tests.test_browser import COLOUR_RULES, HEIGHT, WIDTHS, browser, load_axe, site, violations  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPEN = """for (const rows of document.querySelectorAll(".inline-group")) {
    rows.querySelector("details")?.setAttribute("open", "");
    rows.querySelector(".add-row a")?.click();
}"""
EDITOR = "#texts-0 [contenteditable=true]"
STILL = "* { transition: none !important }"
HOUR = datetime.timedelta(hours=1)
NINE = datetime.datetime(2021, 12, 2, 9, tzinfo=datetime.UTC)
FOUND = [
    "which nobody may read before",
    "who held another office on",
    "is a draft and stays unpublished",
    "differs from its record",
    "is not recorded",
    "without its note",
    "No record has the name",
    "says nothing any more",
    "leads to nothing that visitors can see",
    "per cent",
    "has no licence",
    "overlap, and the same people take part",
]
"""Words of every kind of finding."""


@pytest.fixture(autouse=True)
def groups(transactional_db):
    make_groups()


def log_in(page):
    page.fill("[name=username]", "chief")
    page.fill("[name=password]", "demo-chief")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def faults(page, addresses):
    """What axe finds on each page with a row of each kind open and a new one beside it, a line each."""
    load_axe(page)
    yield from violations(page)
    log_in(page)
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.add_style_tag(content=STILL)
        page.evaluate(OPEN)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        load_axe(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
                yield f"{address} scrolls sideways: {needed} pixels on a screen of {width}"
        yield from (f"{address}, {line}" for line in violations(page))
        page.emulate_media(color_scheme="dark")
        yield from (f"{address}, dark, {line}" for line in violations(page, COLOUR_RULES))
        page.emulate_media(color_scheme="light")


def test_newsroom_is_accessible(site, browser):  # noqa: F811 - the fixtures
    page = PressPage.objects.get(texts__title__startswith="Western Balkans and EU")
    paths = [
        "/admin/",
        page_of(PressPage, "change", page.pk),
        page_of(PressPage, "submit", page.pk),
        page_of(Publication, "review", Publication.objects.waiting().first().pk),
        page_of(Publication, "review", Publication.objects.embargoed().first().pk),
        page_of(Publication, "changelist"),
        page_of(AuditEntry, "changelist"),
        page_of(Forum, "change", page.earlier_forums.get().pk),
        page_of(Photo, "changelist"),
    ]
    found = browser.visit(site("/admin/"), lambda page, seen: [*faults(page, map(site, paths)), *seen["errors"]])
    assert found == []


def write_a_page(page, address):
    log_in(page)
    page.goto(address)
    page.fill("[name=texts-0-title]", "Ministers meet again")
    proposed = page.input_value("[name=slug]")
    page.click(EDITOR)
    page.keyboard.type("They met on the margins.")
    page.click("[name=_continue]")
    page.wait_for_url("**/change/")
    return proposed, page.inner_text(EDITOR).strip(), page.get_attribute(f"{EDITOR}[aria-label]", "aria-label")


def test_page_is_written_in_the_editor(site, browser):  # noqa: F811 - the fixtures
    address = site(page_of(PressPage, "add"))
    proposed, text, name = browser.visit(site("/admin/"), lambda page, seen: write_a_page(page, address))
    assert (proposed, text, name) == ("ministers-meet-again", "They met on the margins.", "Text")
    assert PressPage.objects.get(slug="ministers-meet-again").texts.get().body == "<p>They met on the margins.</p>"


# Preflight ----------------------------------------------------------------------------------------------------------


def overlapping_sessions(forum):
    """Two meetings of the same minister at the same time."""
    for slug in ("one", "other"):
        session = make_session(forum, slug=slug, starts_at=NINE, ends_at=NINE + HOUR)
        make_participation(forum, session=session)


def hidden_page(words):
    text = {"title": "The hidden page", "body": f"<p>{words}</p>"}
    publish(make_press_page(slug="hidden", text=text), at=timezone.now() + HOUR)


def doubtful_candidates():
    """A page and a forum that wait for approval, with a finding of each kind between them."""
    forum = make_forum()
    page, text = make_doubtful_page(forum), "<p>Nine joint offices will open along the whole common border.</p>"
    hidden_page(text)
    original = page.texts.get(language="en")
    original.body += text
    original.save()
    overlapping_sessions(forum)
    subjects = [PressPage.objects.get(pk=page.pk), forum]
    return [publishing.submit(subject, by=make_account("editor")) for subject in subjects]


def classes(page, selector):
    return {name for one in page.query_selector_all(selector) for name in one.get_attribute("class").split()}


def look_at_findings(page, addresses):
    found = list(faults(page, addresses))
    sentences, kinds = "", set()
    for address in addresses:
        page.goto(address)
        sentences += page.inner_text("#content-main")
        kinds |= classes(page, ".finding, .quotation")
    return found, sentences, kinds


@pytest.mark.thorough
def test_every_finding_and_quotation_is_seen_and_accessible(site, browser):  # noqa: F811 - the fixtures
    candidates = doubtful_candidates()
    addresses = [site(page_of(PressPage, "submit", candidates[0].press_page_id))]
    addresses += [site(page_of(Publication, "review", candidate.pk)) for candidate in candidates]
    found, sentences, kinds = browser.visit(site("/admin/"), lambda page, seen: look_at_findings(page, addresses))
    assert found == []
    assert [words for words in FOUND if words not in sentences] == []
    assert kinds >= {f"quotation-{kind}" for kind in Kind} | {"finding-red", "finding-yellow"}


def record_rule_and_approve(page, submit, review):
    """The whole way of an editor who answers every finding; what the last page says."""
    log_in(page)
    page.goto(submit)
    page.click("text=Record as statement")
    page.click("[name=_save]")
    page.wait_for_url("**/submit/#quotations")
    page.click(".quotation-differs button")
    page.wait_for_url("**/submit/#quotations")
    told = [page.inner_text(".messagelist"), classes(page, ".quotation")]
    page.goto(review)
    page.click("[value^='Approve version']")
    refused = page.inner_text("[role=alert]")
    for reason in page.query_selector_all(".finding textarea"):
        reason.fill("It is meant.")
    page.click("[value^='Approve version']")
    return *told, refused, page.inner_text(".messagelist")


def test_findings_are_answered_in_the_browser(site, browser):  # noqa: F811 - the fixtures
    page = make_doubtful_page(make_forum())
    other = publishing.submit(
        make_press_page(slug="late", text={"body": "<p>Yesterday.</p>"}), by=make_account("editor")
    )
    addresses = site(page_of(PressPage, "submit", page.pk)), site(page_of(Publication, "review", other.pk))
    told, kinds, refused, done = browser.visit(
        site("/admin/"), lambda page, seen: record_rule_and_approve(page, *addresses)
    )
    assert "is not a statement." in told
    assert not kinds & {"quotation-unknown", "quotation-differs"}
    assert "Nothing was done" in refused
    assert "is approved and visible since" in done


def follow(page, address):
    """Whether the field that a finding links to is in view, though its row was folded away."""
    log_in(page)
    page.goto(address)
    page.click(".finding:has-text('translation') a")
    page.wait_for_load_state("networkidle")
    box = page.locator(page.evaluate("location.hash")).bounding_box()
    return bool(box) and 0 <= box["y"] <= HEIGHT


def test_finding_leads_to_a_field_that_is_folded_away(site, browser):  # noqa: F811 - the fixtures
    address = site(page_of(PressPage, "submit", make_doubtful_page(make_forum()).pk))
    assert browser.visit(site("/admin/"), lambda page, seen: follow(page, address))
