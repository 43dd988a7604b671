"""What the public can see of how a page came to be: versions, comparisons, corrections, withdrawal, other moments."""

import datetime
import re
from xml.etree import ElementTree

import pytest
import time_machine
from django.urls import resolve
from django.utils import timezone
from django.utils.http import http_date

from press import previews, publishing
from press.models import AuditEntry, ReleaseSet
from tests.make import (
    make_account,
    make_forum,
    make_photo,
    make_press_page,
    make_session,
    publish,
    show_photo,
)
from tests.press.test_pages import ADDRESS, words

pytestmark = pytest.mark.django_db
FORUM = "/en/forums/eu-western-balkans/2021-brdo/"
FEED = "/en/corrections/feed/"
ATOM = "{http://www.w3.org/2005/Atom}"
SECRET = "Withheld"  # stands in what is withdrawn, and in the notes of its corrections


def day(number, hour=9):
    return datetime.datetime(2021, 12, number, hour, tzinfo=datetime.UTC)


def plain(response):
    """The words of a page's content, without its elements."""
    main = words(response).split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"</?time[^>]*>", "", main)).split())


def publish_on(moment, subject, **changes):
    with time_machine.travel(moment, tick=False):
        return publish(subject, **changes)


@pytest.fixture
def page():
    """A page of 1 December, corrected on 3 December at 17:40 in Ljubljana."""
    page = make_press_page()
    publish_on(day(1), page)
    page.texts.update(title="Ministers met at Brdo")
    corrected = datetime.datetime(2021, 12, 3, 16, 40, tzinfo=datetime.UTC)
    publish_on(corrected, page, kind="fact", note="The meeting is over.")
    return page


# Versions -----------------------------------------------------------------------------------------------------------


def test_corrected_page_says_when_and_why(client, page):
    text = plain(client.get(ADDRESS))
    assert "Corrected 3 December 2021, 17:40: The meeting is over." in text
    assert "Correction of a fact" in text


@pytest.mark.parametrize(("kind", "words"), [("update", "Updated 4 December"), ("translation", "Translation added 4")])
def test_updated_page_says_so_in_other_words(client, page, kind, words):
    page.texts.create(language="fr", title="Réunion", state="ready")
    publish_on(day(4), page, kind=kind, note="More is known.")
    text = plain(client.get(ADDRESS))
    assert words in text
    assert "Corrected" not in text


def test_first_version_has_no_history(client):
    publish(make_press_page())
    text = plain(client.get(ADDRESS))
    assert "version 1" in text
    assert "All versions" not in text


def test_page_lists_its_versions_with_their_notes_and_comparisons(client, page):
    response = client.get(ADDRESS)
    assert "Version 2 3 December 2021, 17:40 correction of a fact The meeting is over." in plain(response)
    assert "Version 1 1 December 2021, 10:00 first publication" in plain(response)
    links = re.findall(r'href="([^"]*/v/[^"]*)"', words(response))
    assert set(links) == {f"{ADDRESS}v/1/", f"{ADDRESS}v/2/", f"{ADDRESS}v/1..2/"}
    assert {client.get(link).status_code for link in links} == {200}


def test_version_to_come_is_in_no_list(client, page):
    page.texts.update(title="Not yet")
    publish(page, kind="update", at=timezone.now() + datetime.timedelta(hours=1), note="EMBARGOED")
    assert "EMBARGOED" not in words(client.get(ADDRESS))
    assert "Version 3" not in plain(client.get(ADDRESS))
    assert client.get(f"{ADDRESS}v/3/").status_code == client.get(f"{ADDRESS}v/2..3/").status_code == 404


def test_version_prepared_and_approved_by_one_person_says_so(client, page, settings):
    sentence = "Prepared and approved by the same person."
    assert sentence not in plain(client.get(ADDRESS))
    settings.SINGLE_HANDED, chief = True, make_account("chief")
    page.texts.update(lead="Alone.")
    candidate = publishing.submit(page, by=chief, kind="update", note="Alone.")
    publishing.approve(candidate, by=chief, digest=candidate.digest)
    assert sentence in plain(client.get(ADDRESS))


def test_old_version_names_itself_its_date_and_its_successor(client, page):
    response = client.get(f"{ADDRESS}v/1/")
    assert "This is version 1 of 1 December 2021, 10:00. It has been replaced by version 2." in plain(response)
    assert f'<a href="{ADDRESS}">Read the current version</a>' in words(response)
    assert f'<a href="{ADDRESS}v/1..2/">See what has changed since</a>' in words(response)
    assert '<meta name="robots" content="noindex">' in words(response)
    assert '<meta name="robots"' not in words(client.get(f"{ADDRESS}v/2/"))


# Comparisons --------------------------------------------------------------------------------------------------------


def test_comparison_marks_words_for_eyes_and_for_screen_readers(client, page):
    response = client.get(f"{ADDRESS}v/1..2/")
    assert re.search(r"<del>.*removed: .*meet.*</del><ins>.*added: .*met.*</ins>", words(response))
    assert "What changed from version 1 to version 2" in plain(response)
    assert f'href="{ADDRESS}v/1/"' in words(response)


def test_comparison_marks_the_language_of_each_wording(client, page):
    page.texts.create(language="fr", title="Réunion à Brdo", state="ready")
    publish_on(day(4), page, kind="translation", note="French.")
    text = words(client.get(f"{ADDRESS}v/2..3/".replace("/en/", "/fr/")))
    assert '<del lang="en"><span class="visually-hidden" lang="fr">' in text
    assert "<ins><span" in text


def test_comparison_of_a_programme_names_what_changed(client):
    forum = make_forum()
    publish(forum)
    make_session(forum, slug="dinner", title={"en": "Dinner"})
    publish(forum, kind="update")
    assert "Added: “Dinner”." in plain(client.get(f"{FORUM}v/1..2/"))


@pytest.mark.parametrize("numbers", ["2..1", "1..1", "1..3", "0..1", "1..99999999999999999999"])
def test_comparison_that_is_none_is_not_found(client, page, numbers):
    assert client.get(f"{ADDRESS}v/{numbers}/").status_code == 404


def test_comparison_of_an_unknown_or_hidden_page_is_not_found(client):
    make_press_page()
    for address in (ADDRESS, FORUM, "/en/press/2021/x/", "/en/people/x/", "/en/press/2021/x%00y/", "/en/a/b/c/d/"):
        assert client.get(f"{address}v/1..2/").status_code == 404


def test_comparison_moves_with_its_page(client, page):
    page.slug = "moved"
    page.save()
    publish(page, kind="update")
    moved = "/en/press/2021/moved/"
    assert client.get(f"{ADDRESS}v/1..2/")["Location"] == f"{moved}v/1..2/"
    assert client.get(f"{moved}v/1..2/").status_code == 200
    assert f"{moved}v/1/" in words(client.get(f"{ADDRESS}timemap/"))


def test_comparison_swallows_no_other_address():
    names = {address: resolve(address).view_name for address in (f"{ADDRESS}v/1/", f"{FORUM}v/1/", f"{FORUM}v/")}
    assert list(names.values()) == ["press:page_version", "events:forum_version", "events:session_detail"]
    assert resolve(f"{FORUM}v/1..2/").kwargs == {"address": FORUM[4:-1], "first": 1, "second": 2}


# Corrections --------------------------------------------------------------------------------------------------------


def test_corrections_are_listed_with_their_moment_kind_and_note(client, page):
    response = client.get("/en/corrections/")
    assert "3 December 2021, 17:40 Correction of a fact Ministers met at Brdo The meeting is over." in plain(response)
    assert f'href="{ADDRESS}v/1..2/"' in words(response)
    assert words(response).count(f'href="{FEED}"') == 2


def test_updates_and_first_versions_are_no_corrections(client):
    page = make_press_page()
    publish(page)
    page.texts.update(lead="More.")
    publish(page, kind="update")
    assert "Nothing has been corrected or withdrawn." in plain(client.get("/en/corrections/"))
    assert ElementTree.fromstring(client.get(FEED).content).findall(f"{ATOM}entry") == []  # noqa: S314  # our own bytes


def test_withdrawn_page_is_listed_by_its_address_without_its_words(client, page):
    page.texts.update(title=SECRET)
    publish(page, kind="fact", note=f"{SECRET} came too.")
    assert SECRET in words(client.get("/en/corrections/"))
    publish(page, kind="withdrawal", note="By order of a court.")
    for address in ("/en/corrections/", FEED):
        text = words(client.get(address))
        assert SECRET not in text
        assert "By order of a court." in text
        assert "press/2021/ministers-meet-at-brdo" in text
    assert "What was corrected here has been withdrawn since." in plain(client.get("/en/corrections/"))


@pytest.mark.parametrize("number", ["x", "0", "99", "-1"])
def test_corrections_answer_any_page_number(client, page, number):
    assert "Ministers met at Brdo" in words(client.get(f"/en/corrections/?page={number}"))


def test_long_list_of_corrections_has_pages(client, page, monkeypatch):
    monkeypatch.setattr("press.history.PAGE_SIZE", 1)
    page.texts.update(lead="Corrected again.")
    publish_on(day(4), page, kind="typo", note="Again.")
    assert "?page=2" in words(client.get("/en/corrections/"))
    assert "The meeting is over." in words(client.get("/en/corrections/?page=2"))


@pytest.mark.parametrize("size", [1, 5])
def test_corrections_need_the_same_queries_for_any_number(client, django_assert_num_queries, size):
    for number in range(size):
        page = make_press_page(slug=f"page-{number}")
        publish(page)
        page.texts.update(lead="More.")
        publish(page, kind="typo")
    with django_assert_num_queries(5):
        client.get("/en/corrections/")


def test_feed_of_corrections_is_atom(client, page):
    response = client.get(FEED)
    assert response["Content-Type"].startswith("application/atom+xml")
    entry = ElementTree.fromstring(response.content).find(f"{ATOM}entry")  # noqa: S314  # our own bytes
    assert entry.findtext(f"{ATOM}title") == "Ministers met at Brdo"
    assert entry.findtext(f"{ATOM}summary") == "correction of a fact: The meeting is over."
    assert entry.findtext(f"{ATOM}updated") == "2021-12-03T16:40:00+00:00"
    assert entry.find(f"{ATOM}link").get("href").endswith(ADDRESS)


# Withdrawal ---------------------------------------------------------------------------------------------------------


def test_withdrawn_page_is_gone_at_every_address_and_says_when_and_why(client, page):
    page.texts.update(title=SECRET)
    publish(page, kind="fact", note=f"{SECRET} came too.")
    publish_on(day(5), make_press_page(slug="another"))
    with time_machine.travel(timezone.now(), tick=False):
        withdrawal = publish(page, kind="withdrawal", note="By order of a court.")
    for part in ("", "v/1/", "v/3/", "v/4/", "v/1..2/", "v/8..9/", "timemap/"):
        response = client.get(f"{ADDRESS}{part}")
        assert response.status_code == 410
        assert "This page was withdrawn" in plain(response)
        assert "By order of a court." in plain(response)
        assert withdrawal.visible_from.astimezone().isoformat()[:10] in words(response)
        assert SECRET not in words(response)
        assert "Ministers" not in words(response)


def test_withdrawn_programme_is_gone_with_its_sessions(client):
    forum = make_forum()
    make_session(forum)
    publish(forum)
    publish(forum, kind="withdrawal", note="Entered twice.")
    for part in ("", "v/1/", "home-affairs/", "v/1..2/"):
        response = client.get(f"{FORUM}{part}")
        assert response.status_code == 410
        assert "This programme was withdrawn" in plain(response)


def test_page_that_returns_does_not_bring_back_what_was_withdrawn(client, page):
    publish(page, kind="withdrawal", note="By order of a court.")
    page.texts.update(title="Statement on Brdo")
    publish(page, kind="update", note="A new wording.")
    assert "Statement on Brdo" in plain(client.get(ADDRESS))
    assert "All versions" not in plain(client.get(ADDRESS))
    for part in ("v/1/", "v/2/", "v/3/", "v/1..4/", "v/3..4/"):
        assert client.get(f"{ADDRESS}{part}").status_code == 404
    assert "Ministers met" not in words(client.get("/en/corrections/"))


# Memento (RFC 7089) -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "number"),
    [(day(1, 0), 1), (day(1), 1), (day(3, 16), 1), (day(3, 17), 2), (day(31), 2)],
    ids=["before the first", "at the first", "between", "after the second", "long after"],
)
def test_page_redirects_to_its_version_of_the_moment_asked_for(client, page, moment, number):
    response = client.get(ADDRESS, headers={"accept-datetime": http_date(moment.timestamp())})
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}v/{number}/")
    assert "accept-datetime" in response["Vary"].lower()
    assert 'rel="original timegate"' in response["Link"]
    assert "Memento-Datetime" not in response


@pytest.mark.parametrize("text", ["", "yesterday", "2021-12-03", "Fri, 99 Dec 2021 16:40:00 GMT"])
def test_moment_that_cannot_be_read_is_ignored(client, page, text):
    response = client.get(ADDRESS, headers={"accept-datetime": text})
    assert response.status_code == 200
    assert "Ministers met at Brdo" in words(response)


def test_page_names_its_timegate_and_timemap(client, page):
    response = client.get(ADDRESS)
    assert "accept-datetime" in response["Vary"].lower()
    original, timemap = response["Link"].split(", ")
    assert re.fullmatch(rf'<http.*{ADDRESS}>; rel="original timegate"', original)
    assert re.fullmatch(rf'<http.*{ADDRESS}timemap/>; rel="timemap"; type="application/link-format"', timemap)


def test_each_version_carries_its_moment(client, page):
    assert client.get(f"{ADDRESS}v/1/")["Memento-Datetime"] == "Wed, 01 Dec 2021 09:00:00 GMT"
    response = client.get(f"{ADDRESS}v/2/")
    assert response["Memento-Datetime"] == "Fri, 03 Dec 2021 16:40:00 GMT"
    assert f'{ADDRESS}timemap/>; rel="timemap"' in response["Link"]


def test_timemap_lists_the_versions_as_links(client, page, settings):
    response = client.get(f"{ADDRESS}timemap/")
    assert response["Content-Type"] == "application/link-format"
    page = f"{settings.SITE_URL}{ADDRESS}"
    assert response.content.decode().split(",\n") == [
        f'<{page}>; rel="original timegate"',
        f'<{page}timemap/>; rel="self"; type="application/link-format"',
        f'<{page}v/1/>; rel="memento"; datetime="Wed, 01 Dec 2021 09:00:00 GMT"',
        f'<{page}v/2/>; rel="memento"; datetime="Fri, 03 Dec 2021 16:40:00 GMT"\n',
    ]


def test_timemap_of_an_unknown_page_is_not_found(client):
    make_press_page()
    assert client.get(f"{ADDRESS}timemap/").status_code == 404


# As of --------------------------------------------------------------------------------------------------------------


def test_staff_see_the_site_as_it_stood(client, page):
    client.force_login(make_account())
    response = client.get(ADDRESS, {"as_of": "2021-12-02T09:00"})
    assert "The site as it stood on 2 December 2021, 09:00" in words(response).replace("</time>", "").replace(
        '<time datetime="2021-12-02T09:00:00+01:00">', ""
    )
    assert "Ministers meet at Brdo" in plain(response)
    assert 'value="2021-12-02T09:00"' in words(response)
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert client.get(ADDRESS, {"as_of": "2021-11-30T09:00"}).status_code == 404


def test_staff_see_the_site_as_it_will_stand(client):
    publish(make_press_page(), at=timezone.now() + datetime.timedelta(days=1))
    moment = (timezone.now() + datetime.timedelta(days=2)).isoformat()
    client.force_login(make_account())
    assert "The site as it will stand on" in words(client.get(ADDRESS, {"as_of": moment}))
    assert client.get(ADDRESS).status_code == 404
    assert client.get(ADDRESS, {"as_of": "then"}).status_code == 400


def test_public_is_shown_no_other_moment(client, page):
    response = client.get(ADDRESS, {"as_of": "2021-12-02T09:00"})
    assert "Ministers met at Brdo" in plain(response)
    assert "The site as it stood" not in words(response)
    client.force_login(make_account("reader", is_staff=False, is_superuser=False))
    assert "The site as it stood" not in words(client.get(ADDRESS, {"as_of": "2021-12-02T09:00"}))


# Previews -----------------------------------------------------------------------------------------------------------


def make_link(publication, hours=1, **changes):
    """A preview link for the press, and the path that it opens."""
    expiry = timezone.now() + datetime.timedelta(hours=hours)
    link, token = previews.make(publication, "Ana Novak, STA", make_account("chief"), expiry, **changes)
    return link, f"/en/preview/{token}/"


@pytest.fixture
def candidate():
    page = make_press_page()
    show_photo(page, make_photo())
    return publishing.submit(page, by=make_account("editor"))


def test_preview_shows_the_candidate_to_one_person_and_logs_each_opening(client, candidate):
    link, address = make_link(candidate)
    for _visit in range(2):
        response = client.get(address)
        assert "Ministers meet at Brdo" in plain(response)
    assert "Preview. This has not been published." in words(response)
    assert "For Ana Novak, STA alone." in words(response)
    opened = AuditEntry.objects.filter(verb=AuditEntry.Verb.LINK_OPENED)
    assert [entry.actor for entry in opened] == [link.person] * 2
    assert client.get(ADDRESS).status_code == 404


def test_preview_is_kept_by_nobody_and_indexed_by_nobody(client, candidate):
    _link, address = make_link(candidate)
    response = client.get(address)
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex, nofollow">' in words(response)
    assert 'rel="canonical"' not in words(response)
    assert "og:url" not in words(response)
    assert not response.cookies


def test_preview_opens_the_photos_and_nothing_else_does(client, candidate):
    _link, address = make_link(candidate)
    photos = set(re.findall(r"/media/[^ \",]*", words(client.get(address))))
    assert photos
    for photo in photos:
        path, token = photo.split("?preview=")
        response = client.get(photo)
        assert b"".join(response.streaming_content)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
        assert client.get(path).status_code == client.get(f"{path}?preview={token}x").status_code == 404
        original = path.replace(path.rsplit("/", 1)[1], "original.jpg")
        assert client.get(f"{original}?preview={token}").status_code == 404


def test_photo_of_another_page_is_not_opened_by_a_preview(client, candidate):
    _link, address = make_link(candidate)
    other = make_press_page(slug="other")
    show_photo(other, make_photo())
    publishing.draft(other)
    token = address.split("/")[-2]
    assert client.get(f"/media/{other.photos.get().folder}/480.webp?preview={token}").status_code == 404


def test_expired_revoked_and_sent_back_previews_were_never_there(client, candidate):
    chief = make_account("chief")
    never = client.get("/en/preview/never/")
    (_late, late), (revoked, address), (_void, void) = (
        make_link(candidate, -1),
        make_link(candidate),
        make_link(candidate),
    )
    assert client.get(address).status_code == client.get(void).status_code == 200
    previews.revoke(revoked, by=chief)
    publishing.send_back(candidate, by=chief, reason="Not yet.")
    for gone in (late, address, void):
        response = client.get(gone)
        assert (response.status_code, response.content) == (404, never.content)


def test_embargoed_copy_states_the_embargo_in_two_zones(client):
    page = make_press_page(forum=make_forum())
    release = datetime.datetime(2071, 12, 3, 16, 40, tzinfo=datetime.UTC)
    _link, address = make_link(publish(page, at=release), purpose="embargoed_copy")
    banner = " ".join(re.sub(r"<[^>]*>", "", words(client.get(address)).split("<header")[0]).split())
    assert "Under embargo until 3 December 2071, 17:40" in banner
    assert "3 December 2071, 16:40 UTC" in banner
    assert "Not published yet." in plain(client.get(address))


def test_embargoed_copy_without_a_moment_says_so(client, candidate):
    _link, address = make_link(candidate, purpose="embargoed_copy")
    assert "The moment of release is not set yet." in words(client.get(address))


def test_preview_of_what_has_been_published_since_says_so(client, candidate):
    _link, address = make_link(candidate)
    publishing.approve(candidate, by=make_account("chief"), digest=candidate.digest)
    assert "This version has been published." in words(client.get(address))


def test_preview_stays_behind_its_link_in_every_language(client):
    page = make_press_page()
    page.texts.create(language="fr", title="Réunion à Brdo", state="ready")
    page.texts.create(language="mk", title="Министрите на Брдо", state="ready")
    _link, address = make_link(publishing.submit(page, by=make_account("editor")))
    french, macedonian = address.replace("/en/", "/fr/"), f"{address}in/mk/"
    for link in (french, macedonian):
        assert f'href="{link}"' in words(client.get(address))
    assert "Réunion à Brdo" in plain(client.get(french))
    assert "Министрите на Брдо" in plain(client.get(macedonian))
    assert client.get(f"{address}in/sr/").status_code == 404


def test_preview_of_a_programme_links_no_session_that_is_not_public(client):
    forum = make_forum()
    make_session(forum)
    _link, address = make_link(publishing.submit(forum, by=make_account("editor")))
    assert "Meeting of home affairs ministers" in plain(client.get(address))
    assert "home-affairs" not in words(client.get(address))


def test_preview_of_a_withdrawal_shows_what_will_remain(client, page):
    withdrawal = publishing.submit(page, by=make_account("editor"), kind="withdrawal", note="By order of a court.")
    _link, address = make_link(withdrawal)
    assert "By order of a court." in plain(client.get(address))


def test_staff_see_the_site_as_if_a_release_set_were_released(client):
    together = ReleaseSet.objects.create(name="Outcome")
    page = make_press_page()
    publish(page)
    page.texts.update(title="Ministers met at Brdo")
    candidate = publishing.submit(page, by=make_account(), note="The meeting is over.", release_set=together)
    publishing.approve(candidate, by=make_account("chief"), digest=candidate.digest)
    query = {"as_of": timezone.now().isoformat(), "release_set": str(together.uid)}

    assert "Ministers meet at Brdo" in words(client.get(ADDRESS, query))
    client.force_login(make_account("chief"))
    for address in (ADDRESS, "/en/press/", "/en/"):
        response = client.get(address, query)
        assert "Ministers met at Brdo" in words(response)
        assert "Ministers meet at Brdo" not in words(response)
        assert response["Cache-Control"] == "private, no-store"
    assert "Ministers meet at Brdo" in words(client.get(ADDRESS, query | {"release_set": "nonsense"}))
