"""The public pages in Chromium: accessibility, no errors, no other hosts, no cookies, narrow screens.

Playwright runs in a thread of its own: its event loop would otherwise make Django refuse the database in the test.
"""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from press.models import Publication, PublishedStatement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the colours; the others need not be asked again in the dark."""
WIDTHS = (390, 1280)
NARROW = 320
HEIGHT = 900
PLANTED = """document.querySelector("main").insertAdjacentHTML("beforeend",
    `<img src="/static/site/favicon.svg"><p id="faint">Faint</p>`);
    const faint = document.getElementById("faint");
    Object.assign(faint.style, {color: "#777", background: "#888", width: "900px"})"""


@pytest.fixture(scope="module")
def browser():
    """Chromium, and the one thread that may speak to it."""
    if not CHROMIUM:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("REQUIRE_BROWSER is set, but there is no chromium on the PATH. Install it, or unset it.")
        pytest.skip("There is no chromium on the PATH.")
    with ThreadPoolExecutor(max_workers=1) as thread:
        playwright, chromium = thread.submit(start).result()
        yield Browser(chromium, thread)
        thread.submit(chromium.close).result()
        thread.submit(playwright.stop).result()


def start():
    playwright = sync_playwright().start()
    arguments = ["--no-sandbox", "--disable-background-networking"]
    return playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


class Browser:
    def __init__(self, chromium, thread):
        self.chromium, self.thread = chromium, thread

    def visit(self, address, look):
        """What `look(page, seen)` answers for a page in a fresh profile; `seen` says what happened on the way."""
        return self.thread.submit(self._visit, address, look).result()

    def _visit(self, address, look):
        context = self.chromium.new_context(reduced_motion="reduce")
        page, seen = context.new_page(), {"hosts": set(), "errors": []}
        page.on("request", lambda request: seen["hosts"].add(urlsplit(request.url).hostname))
        page.on("console", lambda message: message.type == "error" and seen["errors"].append(message.text))
        page.on("pageerror", lambda error: seen["errors"].append(str(error)))
        try:
            page.goto(address)
            return look(page, seen | {"cookies": context.cookies()})
        finally:
            context.close()


@pytest.fixture
def site(live_server):
    """The demo's forums and pages behind a server of their own; a function from path to address."""
    call_command("demo", even_in_production=True, verbosity=0)  # tests run with DEBUG off
    return lambda path: live_server.url + path


def paths():
    """One page of each type by name; the press page also in its original and in a language of the content alone."""
    current = Publication.objects.visible()
    press = current.get(address__contains="western-balkans-ministers-back")
    corrected, withdrawn = current.get(kind=Publication.Kind.TYPO), current.get(kind=Publication.Kind.WITHDRAWAL)
    forum = current.get(forum__isnull=False, address__endswith="2021-brdo")
    statement = PublishedStatement.objects.visible().filter(minister__isnull=False).first()
    return {
        "home": "/en/",
        "press list": "/en/press/",
        "press list, filtered": "/fr/press/?kind=press_release&year=2021",
        "press list, empty": "/sl/press/?q=zzzz",
        "press page": f"/en/{press.address}/",
        "press page in French": f"/fr/{press.address}/",
        "press page in Macedonian": f"/sl/{press.address}/in/mk/",
        "corrected page": f"/en/{corrected.address}/",
        "old version": f"/en/{corrected.address}/v/1/",
        "comparison": f"/en/{corrected.address}/v/1..2/",
        "withdrawn page": f"/en/{withdrawn.address}/",
        "corrections": "/sl/corrections/",
        "forum list": "/en/forums/",
        "forum": f"/en/{forum.address}/",
        "session": f"/en/{forum.address}/{forum.content['sessions'][0]['slug']}/",
        "people": "/en/people/",
        "people, nobody found": "/sl/people/?q=zzzz",
        "press list, further filters": "/en/press/?party=SI&group=eu-member-states",
        "person": f"/en/people/{statement.minister.slug}/",
        "person, narrowed": f"/sl/people/{statement.minister.slug}/?topic=migration",
        "party": "/en/parties/SI/",
        "party in French": "/fr/parties/ME/",
        "topics": "/en/topics/",
        "topic": "/en/topics/migration/",
        "topic with agreements": "/fr/topics/protection-of-children/",
        "statement": f"/en/statements/{statement.content['uid']}/",
        "not found": "/en/no-such-page/",
    }


def violations(page, rules=RULES):
    """What axe finds, a line each: the rule and the element."""
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def load_axe(page):
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text())


def faults(page, seen):
    """Everything on a page that a visitor could stumble over, a line each."""
    yield from seen["errors"]
    yield from (f"another host: {host}" for host in seen["hosts"] - {"localhost"})
    yield from (f"cookie: {cookie['name']}" for cookie in seen["cookies"])
    load_axe(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        yield from (f"{width}, {line}" for line in violations(page))
        page.emulate_media(color_scheme="dark")
        yield from (f"{width}, dark, {line}" for line in violations(page, COLOUR_RULES))
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    if (needed := page.evaluate("document.documentElement.scrollWidth")) > NARROW:
        yield f"scrolls sideways: {needed} pixels on a screen of {NARROW}"


def test_public_pages_are_accessible_quiet_and_narrow(site, browser):
    found = {name: browser.visit(site(path), lambda *page: list(faults(*page))) for name, path in paths().items()}
    for name, status in (("not found", "404"), ("withdrawn page", "410")):
        assert status in found[name].pop(0)  # the browser reports the page itself
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_planted_faults_are_found(site, browser):
    def look(page, seen):
        page.evaluate(PLANTED)
        return list(faults(page, seen))

    found = "\n".join(browser.visit(site("/en/"), look))

    assert "390, image-alt" in found
    assert "390, color-contrast" in found
    assert "1280, dark, color-contrast" in found
    assert "scrolls sideways: 900" in found


def test_filters_work_without_scripts(site, browser):
    def look(page, seen):
        page.select_option("select[name=year]", "2021")
        page.click("form.filters button")
        return page.url, page.inner_text("#results-title")

    address, title = browser.visit(site("/en/press/"), look)

    assert "year=2021" in address
    assert title == "1 press page"
