"""Nothing unpublished in any public byte: a crawl of every public address, for a word that only drafts carry."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from people.models import Minister
from press import publishing
from press.models import Publication
from tests.make import (
    make_agenda_item,
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_photo,
    make_press_page,
    make_series,
    make_session,
    make_statement,
    show_photo,
    show_statement,
)

MARKER = "EMBARGOED"
LINK = re.compile(r'(?:href|src|action)="([^"#]+)|srcset="([^"]+)"')


def links_in(html, address):
    for single, srcset in LINK.findall(html):
        for part in [single] if single else (one.split()[0] for one in srcset.split(",")):
            target = urlsplit(urljoin(f"http://testserver{address}", part.replace("&amp;", "&")))
            if target.netloc == "testserver" and not target.path.startswith(("/static/", "/admin/")):
                yield target.path + (f"?{target.query}" if target.query else "")


def crawl(client, *starts):
    """A dict from each public address that can be reached from the home pages to its bytes."""
    todo = ["/", *(f"/{code}/" for code, _name in settings.LANGUAGES), *starts]
    seen = {}
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        seen[address] = (response.status_code, body)
        if response.status_code in (301, 302):
            todo.append(response["Location"])
        elif response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            todo.extend(links_in(body.decode(), address))
    return seen


def public_patterns(patterns, prefix=""):
    """The names of all public URL patterns, from the resolver, so that a new page cannot be forgotten."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern) != "admin/":
                yield from public_patterns(pattern.url_patterns, f"{pattern.namespace or prefix}")
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{prefix}:{pattern.name}" if prefix else pattern.name


def public_world():
    """A published page of the Brdo forum, so that each kind of page exists to be crawled."""
    forum = make_forum()
    session = make_session(forum)
    item = make_agenda_item(forum, session=session)
    make_participation(forum, role="chair")
    page = make_press_page(forum=forum)
    page.sessions.add(session)
    show_statement(page, make_statement(forum, session=session, agenda_item=item))
    show_photo(page, make_photo())
    publishing.publish(forum, by="editor")
    publishing.publish(page, by="editor")
    page.texts.create(language="mk", title="Министрите на Брдо", state="ready")
    publishing.publish(page, by="editor", kind=Publication.Kind.TRANSLATION, note="Macedonian text added.")
    forum.sessions.update(outcome={"en": "Agreed."})
    publishing.publish(forum, by="editor", kind=Publication.Kind.UPDATE, note="Outcome added.")
    return forum, page


def hidden_world(forum):
    """Working rows that nothing published refers to; each carries the marker. Returns what would publish them."""
    party = make_party("FR", f"France {MARKER}")
    minister = make_minister(given_name=MARKER, family_name="Darmanin", slug=f"{MARKER.lower()}-darmanin")
    mandate = make_mandate(minister, party, title={"en": f"{MARKER} Minister"})
    series = make_series(slug="embargoed-series", title={"en": f"{MARKER} series"}, about={"en": MARKER})
    hidden_forum = make_forum(series=series, slug="embargoed-forum", title={"en": f"{MARKER} forum"})
    hidden_session = make_session(hidden_forum, title={"en": f"{MARKER} session"}, slug="embargoed-session")
    make_agenda_item(hidden_forum, session=hidden_session, title={"en": f"{MARKER} item"})
    make_participation(hidden_forum, mandate=mandate)
    # A session, an item, a statement and a page that are new in a forum the public already knows.
    late = make_session(forum, title={"en": f"{MARKER} late session"}, slug="embargoed-late")
    make_agenda_item(forum, session=late, title={"en": f"{MARKER} late item"}, number="9")
    page = make_press_page(
        forum=forum,
        slug="embargoed-page",
        text={"title": f"{MARKER} headline", "lead": f"{MARKER} lead", "body": f"<p>{MARKER} body</p>"},
    )
    show_statement(page, make_statement(forum, text=f"{MARKER} words", mandate=mandate, session=late))
    show_photo(page, make_photo(alt=f"{MARKER} picture", author=f"{MARKER} author"))
    return [hidden_forum, forum, page]


def hidden_addresses(subjects):
    """Where the hidden rows would be, guessed by somebody who knows our addresses."""
    photo = subjects[-1].photos.get()
    yield from (
        f"/en/{publishing.address_of(subject)}/" for subject in subjects if subject.slug.startswith("embargoed")
    )
    yield f"/en/{publishing.address_of(subjects[0])}/embargoed-session/"
    yield f"/en/{publishing.address_of(subjects[1])}/embargoed-late/"
    yield f"/en/people/{Minister.objects.get(given_name=MARKER).slug}/"
    yield f"/en/statements/{subjects[-1].statements.get().uid}/"
    yield f"/media/{photo.file.name}"
    yield f"/media/{photo.folder}/480.webp"
    yield f"/media/{photo.folder}/press.jpg"
    yield f"/en/press/?q={MARKER}"
    yield f"/en/press/?forum={subjects[0].uid}"
    yield "/en/press/?year=2021&kind=press_release&language=en&page=2"


def pages_with_marker(pages):
    return sorted(
        address
        for address, (_status, body) in pages.items()
        if MARKER.encode() in body.replace(b"?q=" + MARKER.encode(), b"")
    )


@pytest.mark.django_db
def test_marker_of_drafts_is_in_no_public_page_until_they_are_published(client):
    forum, _page = public_world()
    subjects = hidden_world(forum)
    hidden = list(hidden_addresses(subjects))

    pages = crawl(client, *hidden)
    assert pages_with_marker({a: r for a, r in pages.items() if "q=" not in a}) == []
    assert {pages[address][0] for address in hidden if "?" not in address} == {404}

    for subject in subjects:
        publishing.publish(subject, by="editor", kind=Publication.Kind.UPDATE, note="Released.")
    pages = crawl(client, *hidden)
    found = pages_with_marker(pages)
    for address in hidden:
        if address.startswith("/en/") and "?" not in address:
            assert address in found
    assert pages[f"/media/{subjects[-1].photos.get().folder}/480.webp"][0] == 200
    assert pages[f"/media/{subjects[-1].photos.get().file.name}"][0] == 404


@pytest.mark.django_db
def test_hidden_address_answers_like_one_that_never_existed(client):
    forum, _page = public_world()
    for address in hidden_addresses(hidden_world(forum)):
        if "?" in address:
            continue
        hidden, never = client.get(address), client.get(re.sub(r"[^/]+(/?)$", r"never-existed\1", address))
        assert (hidden.status_code, hidden.content) == (never.status_code, never.content) or "statements" in address
        assert sorted(hidden.headers) == sorted(never.headers)


@pytest.mark.django_db
def test_crawl_reaches_every_public_pattern(client, rf):
    public_world()
    reached = set()
    for address in crawl(
        client,
        "/en/press/?page=1",
        "/healthz",
        "/en/press/2021/ministers-meet-at-brdo/v/1/",
        "/en/forums/eu-western-balkans/2021-brdo/v/1/",
    ):
        with override(address.split("/")[1]):  # which addresses there are depends on the language
            reached.add(get_resolver().resolve(address.split("?")[0]).view_name)
    assert set(public_patterns(get_resolver().url_patterns)) - reached == set()
