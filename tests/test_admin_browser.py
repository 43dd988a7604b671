"""The newsroom in Chromium: accessible in light and dark, and the parts that need JavaScript work."""

import pytest

from events.models import Forum
from press.models import AuditEntry, Photo, PressPage, Publication
from tests.newsroom import make_groups, page_of
from tests.test_browser import COLOUR_RULES, HEIGHT, WIDTHS, browser, load_axe, site, violations  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPEN = """for (const rows of document.querySelectorAll(".inline-group")) {
    rows.querySelector("details")?.setAttribute("open", "");
    rows.querySelector(".add-row a")?.click();
}"""
EDITOR = "#texts-0 [contenteditable=true]"
STILL = "* { transition: none !important }"


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
