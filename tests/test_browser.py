"""The public pages in Chromium: accessibility, no errors, no other hosts, no cookies, narrow screens.

Playwright runs in a thread of its own: its event loop would otherwise make Django refuse the database in the test.
"""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command

from press.models import Publication, PublishedStatement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1280)
NARROW = 320
SCHEMES = ("light", "dark")


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
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    arguments = ["--no-sandbox", "--disable-background-networking"]
    return playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


class Browser:
    def __init__(self, chromium, thread):
        self.chromium, self.thread = chromium, thread

    def visit(self, address, look, width=1280, scheme="light"):
        """What `look(page, seen)` answers for a page in a fresh profile; `seen` says what happened on the way."""
        return self.thread.submit(self._visit, address, look, width, scheme).result()

    def _visit(self, address, look, width, scheme):
        context = self.chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page, seen = context.new_page(), {"hosts": set(), "errors": []}
        page.on("request", lambda request: seen["hosts"].add(urlsplit(request.url).hostname))
        page.on("console", lambda message: message.type == "error" and seen["errors"].append(message.text))
        page.on("pageerror", lambda error: seen["errors"].append(str(error)))
        try:
            page.goto(address, wait_until="networkidle")
            seen["cookies"] = context.cookies()
            return look(page, seen)
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
    press = current.get(press_page__isnull=False, address__contains="2021")
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
        "forum list": "/en/forums/",
        "forum": f"/en/{forum.address}/",
        "session": f"/en/{forum.address}/{forum.content['sessions'][0]['slug']}/",
        "person": f"/en/people/{statement.minister.slug}/",
        "statement": f"/en/statements/{statement.content['uid']}/",
        "not found": "/en/no-such-page/",
    }


def violations(page):
    """What axe finds, a line each: the rule and the element."""
    import axe_playwright_python

    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def test_public_pages_have_no_accessibility_violations(site, browser):
    found = {
        (name, width, scheme): browser.visit(site(path), lambda page, seen: violations(page), width, scheme)
        for name, path in paths().items()
        for width in WIDTHS
        for scheme in SCHEMES
    }

    assert {where: lines for where, lines in found.items() if lines} == {}


def test_a_planted_missing_alternative_text_is_found(site, browser):
    def look(page, seen):
        page.evaluate("document.querySelector('main').append(Object.assign(new Image(), {src: '/static/x.png'}))")
        return violations(page)

    assert [line.partition(":")[0] for line in browser.visit(site("/en/"), look)] == ["image-alt"]


def test_public_pages_are_quiet(site, browser):
    """No error in the console, no request to another host, no cookie."""
    for name, path in paths().items():
        seen = browser.visit(site(path), lambda page, seen: seen)
        errors = [line for line in seen["errors"] if not (name == "not found" and "404" in line)]

        assert (name, errors, seen["hosts"], seen["cookies"]) == (name, [], {"localhost"}, [])


def test_public_pages_do_not_scroll_sideways(site, browser):
    def look(page, seen):
        return page.evaluate("document.documentElement.scrollWidth")

    widths = {name: browser.visit(site(path), look, NARROW) for name, path in paths().items()}

    assert widths == dict.fromkeys(widths, NARROW)


def test_filters_work_without_scripts(site, browser):
    def look(page, seen):
        page.select_option("select[name=year]", "2021")
        page.click("form.filters button")
        return page.url, page.inner_text("#results-title")

    address, title = browser.visit(site("/en/press/"), look)

    assert "year=2021" in address
    assert title == "1 press page"
