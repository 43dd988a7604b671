"""Nothing hidden in any public byte: a crawl of every public address, for words that only hidden things carry.

There are several ways to be hidden (`HIDDEN`), each with a word of its own. The same crawl finds each word once its
page and its forum are released.
"""

import datetime
import itertools
import re
import uuid
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import Resolver404, URLResolver, get_resolver, resolve
from django.utils import timezone
from django.utils.translation import override

from press import publishing
from press.models import PressPage, Publication, ReleaseSet
from tests.make import (
    make_account,
    make_agenda_item,
    make_agreement,
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
    make_topic,
    publish,
    show_photo,
    show_statement,
)
from tests.newsroom import make_user

RESPONSES = 2_000
TOMORROW = datetime.timedelta(days=1)
LINK = re.compile(r'(?:href|src|action)="([^"#]+)|srcset="([^"]+)"')
EXEMPT = {
    "admin/": "The newsroom is where hidden things are worked on; only staff get in, and what each may is in "
    "tests/test_roles.py.",
    "media/": "The newsroom shows staff the photos and documents they work on, and nobody keeps them: private, "
    "no-store.",
}
"""What the crawl of logged-in staff leaves out, and why."""


# Ways to be hidden --------------------------------------------------------------------------------------------------


def keep_as_draft(subject):
    """Nobody has submitted it."""


def submit(subject, **changes):
    return publishing.submit(subject, by=make_account("editor"), note=f"{word_of(subject)} note.", **changes)


def approve(candidate, **changes):
    return publishing.approve(candidate, by=make_account("chief"), digest=candidate.digest, **changes)


def put_under_embargo(subject):
    approve(submit(subject), at=timezone.now() + TOMORROW, is_embargo=True)


def put_in_a_set(subject):
    together, _created = ReleaseSet.objects.get_or_create(name="SETBOUND set")
    approve(submit(subject, release_set=together))


def send_back(subject):
    publishing.send_back(submit(subject), by=make_account("chief"), reason="SENTBACK reason")


def cancel(subject):
    embargoed = approve(submit(subject), at=timezone.now() + TOMORROW)
    publishing.cancel(embargoed, by=make_account("chief"), reason="CANCELLED reason")


def withdraw(subject):
    publish(subject, note=f"{word_of(subject)} note.")
    if isinstance(subject, PressPage):
        subject.texts.update(lead="RETRACTED correction")
    else:
        subject.sessions.update(title={"en": "RETRACTED correction"})
    publish(subject, kind=Publication.Kind.FACT, note="RETRACTED correction.")
    publish(subject, kind=Publication.Kind.WITHDRAWAL, note="Published by mistake.")


HIDDEN = {
    "DRAFTED": keep_as_draft,
    "AWAITING": submit,
    "EMBARGOED": put_under_embargo,
    "SETBOUND": put_in_a_set,
    "SENTBACK": send_back,
    "CANCELLED": cancel,
    "RETRACTED": withdraw,
}


def word_of(subject):
    """The marker that a hidden page or forum carries in its address."""
    return next(word for word in HIDDEN if subject.slug.startswith(slug_of(word)))


def slug_of(word):
    """The address of what was withdrawn answers 410: everybody knows it, so it does not carry the word."""
    return "taken-off" if word == "RETRACTED" else word.lower()


# The world ----------------------------------------------------------------------------------------------------------


def public_world():
    """Published pages of the Brdo forum with their history, so that each kind of page exists to be crawled."""
    forum = make_forum()
    session = make_session(forum)
    item = make_agenda_item(forum, session=session)
    item.topics.add(make_topic())
    make_participation(forum, role="chair")
    make_participation(forum, session=session, role="chair")
    page = make_press_page(forum=forum)
    page.sessions.add(session)
    show_statement(page, make_statement(forum, session=session, agenda_item=item))
    show_photo(page, make_photo())
    publish(forum)
    publish(page)
    page.texts.create(language="mk", title="Министрите на Брдо", state="ready")
    publish(page, kind=Publication.Kind.TRANSLATION, note="Macedonian text added.")
    page.texts.filter(language="en").update(lead="They agreed to work together.")
    publish(page, kind=Publication.Kind.FACT, note="The lead was wrong.")
    forum.sessions.update(outcome={"en": "Agreed."})
    publish(forum, note="Outcome added.")
    return forum, page


def hidden_world(forum, word):
    """A new forum and a new page of a known one; every fact about them carries the word. Both are hidden its way."""
    party = make_party(word, f"France {word}")
    minister = make_minister(given_name=word, family_name="Darmanin", slug=f"{word.lower()}-darmanin")
    mandate = make_mandate(minister, party, title={"en": f"{word} Minister"})
    slug = slug_of(word)
    series = make_series(slug=f"{slug}-series", title={"en": f"{word} series"}, about={"en": word})
    other = make_forum(series=series, slug=f"{slug}-forum", title={"en": f"{word} forum"}, venue={"en": word})
    session = make_session(other, title={"en": f"{word} session"}, slug=f"{slug}-session")
    topic = make_topic(f"{word.lower()}-topic", f"{word} topic")
    make_agenda_item(other, session=session, title={"en": f"{word} item"}).topics.add(topic)
    make_participation(other, mandate=mandate)
    bilateral = make_session(other, title={"en": f"{word} talks"}, slug=f"{slug}-talks", kind="bilateral")
    make_participation(other, mandate=mandate, session=bilateral)
    make_agreement(other, mandate, title={"en": f"{word} protocol"}, topics=[topic])
    page = make_press_page(
        forum=forum,
        slug=f"{slug}-page",
        text={"title": f"{word} headline", "lead": f"{word} lead", "body": f"<p>{word} body</p>"},
    )
    page.texts.create(language="mk", title=f"{word} по македонски", state="ready")
    show_statement(page, make_statement(forum, f"{word} words", mandate=mandate))
    show_photo(page, make_photo(alt=f"{word} picture", author=f"{word} author"))
    document = forum.documents.create(title={"en": f"{word} paper"}, symbol=f"{word}(2021)1")
    document.files.create(language="en", file=ContentFile(f"{word} paper".encode(), "paper.txt"), sha256="0" * 64)
    page.documents.add(document)
    for subject in (other, page):
        HIDDEN[word](subject)
    return [other, page]


def add_a_hidden_version(forum, page):
    """What the public knows already gets a next version that is not to be seen yet."""
    late = make_session(forum, title={"en": "EMBARGOED late session"}, slug="embargoed-late")
    make_agenda_item(forum, session=late, title={"en": "EMBARGOED late item"}, number="9")
    page.texts.filter(language="en").update(title="EMBARGOED new title", lead="EMBARGOED new lead")
    page.texts.create(language="fr", title="EMBARGOED en français", state="ready")
    page.slug = "embargoed-move"
    page.save()
    for subject in (forum, page):
        candidate = publishing.submit(subject, by=make_account("editor"), note="EMBARGOED change.", kind="fact")
        approve(candidate, at=timezone.now() + TOMORROW)
    # And a draft of the version after it.
    forum.sessions.update(outcome={"en": "DRAFTED outcome"})
    page.texts.filter(language="en").update(body="<p>DRAFTED body</p>")


def world():
    forum, page = public_world()
    subjects = {word: hidden_world(forum, word) for word in HIDDEN}
    add_a_hidden_version(forum, page)
    return subjects, forum, page


def release(subjects, forum, page):
    """Everything that was hidden is published, as it stands."""
    for subject in (*itertools.chain(*subjects.values()), forum, page):
        for embargoed in subject.publications.embargoed():
            publishing.cancel(embargoed, by=make_account("chief"), reason="Sooner.")
    publishing.release_set(ReleaseSet.objects.get(), by=make_account("chief"))
    for word, pair in subjects.items():
        for subject in pair if word != "SETBOUND" else ():
            publish(subject, note=f"{word} released.")
    page.slug = "ministers-meet-at-brdo"
    page.save()
    publish(forum)
    publish(page)


# Addresses ----------------------------------------------------------------------------------------------------------


def guesses():
    """Where hidden things would be, for somebody who knows how our addresses are made, and the words."""
    forum, page = "/en/forums/eu-western-balkans/2021-brdo/", "/en/press/2021/ministers-meet-at-brdo/"
    yield from (f"{forum}embargoed-late/", f"{forum}v/3/", f"{forum}v/2..3/", "/en/press/2021/embargoed-move/")
    yield from (f"{page}v/4/", f"{page}v/3..4/", f"{page}in/fr/")
    for word in HIDDEN:
        yield from guesses_about(word, slug_of(word), ["en"])


def guesses_about(word, slug, languages):
    for language in languages:
        page, forum = f"/{language}/press/2021/{slug}-page/", f"/{language}/forums/{slug}-series/{slug}-forum/"
        yield from (page, f"{page}v/1/", f"{page}v/1..2/", f"{page}timemap/", f"{page}in/mk/", page.removesuffix("/"))
        yield from (forum, f"{forum}v/1/", f"{forum}v/1..2/", f"{forum}{slug}-session/")
        yield f"/{language}/people/{word.lower()}-darmanin/"
        yield from (f"/{language}/parties/{word}/", f"/{language}/parties/{word.lower()}/")
        yield f"/{language}/topics/{word.lower()}-topic/"
        yield f"/{language}/press/?party={word}&topic={word.lower()}-topic&person={word.lower()}-darmanin"
        yield from (f"/{language}/press/?q={word}", f"/{language}/press/?q={word.lower()}+headline&year=2021")
        yield from (f"/{language}/preview/{word}/", f"/{language}/preview/{word}/in/mk/")
    yield from (f"/press/2021/{slug}-page/", f"/media/photos/{word}/original.jpg", f"/media/documents/{word}/x.txt")


def files(subjects):
    """Addresses that nobody could guess: of files and of statements."""
    for _forum, page in subjects.values():
        photo = page.photos.get()
        yield from (f"/media/{photo.folder}/{name}" for name in ("480.webp", "press.jpg"))
        yield f"/media/{photo.file.name}"
        yield f"/media/{page.documents.get().files.get().file.name}"
        yield f"/en/statements/{page.statements.get().uid}/"


KNOWN = [
    *["/", "/healthz", "/en/press/?page=1", "/en/press/?page=9", "/en/press/?year=2021&kind=press_release&language=en"],
    *["/en/people/?q=darmanin", "/en/people/?page=2"],
    *["/en/press/?q=brdo", "/en/corrections/", "/en/corrections/?page=2", "/en/corrections/feed/", "/fr/corrections/"],
    *["/en/press/2021/ministers-meet-at-brdo/v/1/", "/en/press/2021/ministers-meet-at-brdo/v/1..3/"],
    *["/en/press/2021/ministers-meet-at-brdo/timemap/", "/sl/press/2021/ministers-meet-at-brdo/in/mk/"],
    *["/en/forums/eu-western-balkans/2021-brdo/v/1/", "/en/forums/eu-western-balkans/2021-brdo/v/1..2/"],
    *["/robots.txt", "/sitemap.xml", "/api/", "/favicon.ico", "/static/", "/media/", "/en/preview/", "/en/search/?q=a"],
]
HEADERS = [
    {"accept": "application/json"},
    {"accept": "application/atom+xml, text/calendar;q=0.5"},
    {"accept-language": "fr, sl;q=0.8"},
    {"accept-language": "mk", "cookie": "django_language=mk"},
    {"if-none-match": "*"},
    {"if-modified-since": "Mon, 01 Nov 2121 00:00:00 GMT"},
    {"if-unmodified-since": "Mon, 01 Nov 2021 00:00:00 GMT", "if-match": '"x"'},
    {"accept-datetime": "Mon, 01 Dec 2121 00:00:00 GMT"},
    {"range": "bytes=0-99", "accept-encoding": "gzip"},
    {"x-requested-with": "XMLHttpRequest", "x-forwarded-host": "testserver", "authorization": "Basic YTpi"},
    {"x-http-method-override": "PUT", "referer": "http://testserver/admin/"},
]
TRICKS = ["as_of=2121-01-01T00:00", "preview=x&token=x&draft=1&version=4", "page=2&format=json", "forum=1&ordering=-pk"]


def links_in(html, address):
    for single, srcset in LINK.findall(html):
        for part in [single] if single else (one.split()[0] for one in srcset.split(",")):
            target = urlsplit(urljoin(f"http://testserver{address}", part.replace("&amp;", "&")))
            if target.netloc == "testserver" and not target.path.startswith(("/static/", "/admin/")):
                yield target.path + (f"?{target.query}" if target.query else "")


def crawl(client, *starts, within=("/",)):
    """A dict from each public address that can be reached from the home pages to its response."""
    todo = ["/", *(f"/{code}/" for code, _name in settings.LANGUAGES), *starts]
    seen = {}
    while todo:
        address = todo.pop()
        if address in seen or not address.startswith(within):
            continue
        response = seen[address] = client.get(address)
        if response.status_code in (301, 302):
            todo.append(response["Location"].removeprefix("http://testserver"))
        elif response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            todo.extend(links_in(response.content.decode(), address))
    return seen


def words(response):
    """Everything that a response says, its headers too, in small letters."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{head(response)}\n{body.decode(errors='replace')}".lower()


def head(response):
    return [(name, value) for name, value in sorted(response.items()) if name != "Date"]


def markers_in(response, asked=""):
    """The marker words that a response tells to somebody who had not used them in the question."""
    said = words(response)
    return {word for word in HIDDEN if word.lower() in said and word.lower() not in asked.lower()}


# Patterns -----------------------------------------------------------------------------------------------------------


def routes(patterns, prefix=""):
    """The routes of all URL patterns, from the resolver, so that a new page cannot be forgotten."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def all_routes():
    with override("en"):
        return set(routes(get_resolver().url_patterns))


def address_in_newsroom(route, pk):
    """An address that an admin route answers; `pk` stands for every record."""
    route = re.sub(r"<(\w+:)?language>", "en", re.sub(r"\(\?P<app_label>.*?\)", "press", route))
    return "/" + re.sub(r"<(\w+:)?\w+>", str(pk), route.replace("(?P<url>.*)", "nowhere")).translate(
        {ord(sign): "" for sign in "^$"}
    )


def reached(addresses):
    for address in addresses:
        path = urlsplit(address).path
        # Which addresses there are depends on the language.
        with override(path.split("/")[1]), suppress(Resolver404):
            yield re.sub(r"^(fr|sl)/", "en/", resolve(path).route)


# Tests --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def readers(client):
    """Everybody who opens public addresses: nobody, somebody with an account, and each group of the newsroom."""
    User.objects.create_user("reader")
    found = {"anonymous": client, "reader": Client()}
    found["reader"].force_login(User.objects.get(username="reader"))
    for group in ("Editor", "Chief editor", "Archivist"):
        found[group] = Client()
        found[group].force_login(make_user(group))
    return found


@pytest.mark.thorough
@pytest.mark.django_db
def test_hidden_words_are_in_no_public_byte_until_they_are_released(readers):
    subjects, forum, page = world()
    addresses = [*KNOWN, *guesses(), *files(subjects)]
    newsroom = [address_in_newsroom(route, PressPage.objects.first().pk) for route in all_routes() if "admin/" in route]
    count, leaks, visited = 0, [], set()

    def look(who, address, response):
        nonlocal count
        count += 1
        leaks.extend((who, address, word) for word in markers_in(response, address))

    client = readers["anonymous"]
    found = crawl(client, *addresses)
    for address, response in found.items():
        look("anonymous", address, response)
    visited.update(reached([*found, *newsroom]))
    tricks, headers = itertools.cycle(TRICKS), itertools.cycle(HEADERS)
    for address in found:
        look("HEAD", address, client.head(address))
        for header in itertools.islice(headers, 1):
            look(str(header), address, client.get(address, headers=header))
        tricky = f"{address}{'&' if '?' in address else '?'}{next(tricks)}"
        look("trick", tricky, client.get(tricky))
    for who in ("anonymous", "reader"):
        for address in newsroom:
            look(who, address, readers[who].get(address))
    members = ("reader", "Editor", "Chief editor", "Archivist")
    for place, address in enumerate(found):
        for who in (members[place % 4], members[(place + 1) % 4]):
            if who == "reader" or not address.startswith(tuple(f"/{route}" for route in EXEMPT)):
                look(who, address, readers[who].get(address))

    print(f"{count} responses, {len(found)} public addresses, {len(visited)} patterns, {len(leaks)} leaks")
    assert leaks == []
    assert count >= RESPONSES
    assert all_routes() - visited == set()

    release(subjects, forum, page)
    told = {}
    for address, response in crawl(client, *files(subjects), within=("/en/", "/media/")).items():
        for word in markers_in(response):
            told.setdefault(word, set()).add(address)
    assert set(told) == set(HIDDEN)
    for word, pair in subjects.items():
        for subject in pair:
            assert f"/en/{publishing.address_of(subject)}/" in told[word]
        assert f"/en/people/{word.lower()}-darmanin/" in told[word]
        assert f"/en/parties/{word}/" in told[word]
        assert f"/en/topics/{word.lower()}-topic/" in told[word]
        assert f"/en/statements/{pair[1].statements.get().uid}/" in told[word]
        assert f"/media/{pair[1].documents.get().files.get().file.name}" in told[word]
        folder, original = pair[1].photos.get().folder, pair[1].photos.get().file.name
        assert words(client.get(f"/media/{folder}/480.webp")).startswith("[('accept-ranges'")
        assert client.get(f"/media/{original}").status_code == 404


def twin(text, word):
    """The same about something that never existed: its word is the marker read backwards."""
    never = word[::-1]
    for one, other in ((word, never), (word.lower(), never.lower()), ("/taken-off-", "/ffo-nekat-")):
        text = text.replace(one, other)
    return text


def answers(client, address):
    """All that can be learnt at an address: status, headers and bytes, for several ways of asking."""
    ways = [("get", {}), ("head", {}), ("post", {}), ("options", {}), *(("get", header) for header in HEADERS[3:10:4])]
    for method, header in ways:
        response = getattr(client, method)(address, headers=header)
        yield method, header, response.status_code, words(response)


@pytest.mark.thorough
@pytest.mark.django_db
def test_hidden_address_answers_like_one_that_never_existed(client):
    forum, _page = public_world()
    subjects = {word: hidden_world(forum, word) for word in HIDDEN}
    known = re.compile("/(press/2021|forums)/taken-off")  # it answers 410, for it was there
    asked = [(word, one, twin(one, word)) for word in HIDDEN for one in guesses_about(word, slug_of(word), ["en"])]
    asked = [(word, hidden, never) for word, hidden, never in asked if not known.search(hidden)]
    for address in files(subjects):
        never = re.sub("[0-9a-f]{32}", uuid.uuid4().hex, address)
        asked.append(("DRAFTED", address, re.sub("statements/.*", f"statements/{uuid.uuid4()}/", never)))
    assert len(asked) >= 100
    for word, hidden, never in asked:
        for about_hidden, about_never in zip(answers(client, hidden), answers(client, never), strict=True):
            assert twin(str(about_hidden), word) == str(about_never)


@pytest.mark.django_db
def test_withdrawn_address_says_that_it_is_gone_and_nothing_else(client):
    forum, _page = public_world()
    hidden_world(forum, "RETRACTED")
    for address in guesses_about("RETRACTED", "taken-off", ["en", "sl"]):
        response = client.get(address)
        if "/taken-off-" in address and address.startswith("/en/") and address.endswith("/"):
            assert (address, response.status_code) == (address, 410)
        assert markers_in(response, address) == set()
