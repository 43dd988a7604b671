"""What changed in the programme of a published forum, in sentences for visitors."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from events.models import Forum
from press.payload import content_of
from press.programme_changes import changes
from tests.make import make_forum, make_session, publish
from tests.press.test_pages import words

pytestmark = pytest.mark.django_db
ADDRESS = "/en/forums/eu-western-balkans/2021-brdo/"


def at(hour, minute=0):
    return datetime.datetime(2021, 12, 2, hour, minute, tzinfo=ZoneInfo("Europe/Ljubljana"))


@pytest.fixture
def forum():
    forum = make_forum()
    make_session(forum, starts_at=at(9, 30), ends_at=at(11))
    return forum


def sentences(forum, before, language="en"):
    with override(language):
        return list(changes(before, content_of(forum), language))


def test_unchanged_programme_has_no_sentences(forum):
    assert sentences(forum, content_of(forum)) == []


def test_moved_session_names_both_times_in_the_zone_of_the_venue(forum):
    before = content_of(forum)
    forum.sessions.update(starts_at=at(14), ends_at=at(15, 30))
    assert sentences(forum, before) == [
        "“Meeting of home affairs ministers” was moved from 2 December 2021, 09:30–11:00 "
        "to 2 December 2021, 14:00–15:30."
    ]


def test_added_session_is_named(forum):
    before = content_of(forum)
    make_session(forum, slug="dinner", title={"en": "Dinner"})
    assert sentences(forum, before) == ["Added: “Dinner”."]


def test_cancelled_session_is_named(forum):
    before = content_of(forum)
    forum.sessions.get().delete()
    assert sentences(forum, before) == ["Cancelled: “Meeting of home affairs ministers”."]


def test_renamed_session_and_its_new_venue_are_named(forum):
    before = content_of(forum)
    forum.sessions.update(title={"en": "Ministers’ meeting"}, venue={"en": "Brdo Castle"})
    assert sentences(forum, before) == [
        "“Meeting of home affairs ministers” is now called “Ministers’ meeting”.",
        "“Ministers’ meeting” now takes place at Brdo Castle.",
    ]


def test_moved_venue_of_the_forum_is_named(forum):
    before = content_of(forum)
    forum.venue = {"en": "Brdo Castle"}
    forum.save()
    assert "“Congress Centre Brdo” is now “Brdo Castle”." in sentences(forum, before)


def test_postponed_forum_names_both_dates_and_keeps_the_former_ones(client, forum):
    publish(forum)
    forum.status, former = Forum.Status.POSTPONED, (forum.starts_on, forum.ends_on)
    forum.starts_on, forum.ends_on = datetime.date(2022, 3, 1), datetime.date(2022, 3, 2)
    forum.save()
    forum.former_dates.create(starts_on=former[0], ends_on=former[1], reason={"en": "The hall is closed."})
    publication = publish(forum, kind="update", note="Postponed.")
    assert publication.changes["en"][:2] == [
        "The forum was moved from 1–3 December 2021 to 1–2 March 2022.",
        "Status of the forum: postponed.",
    ]
    text = words(client.get(ADDRESS))
    for fact in (*publication.changes["en"][:2], "<s>1–3 December 2021</s>", "The hall is closed.", "Postponed."):
        assert fact in text


def test_sentences_are_sealed_in_every_language_of_the_site(client, forum):
    publish(forum)
    make_session(forum, slug="dinner", title={"en": "Dinner", "sl": "Večerja"})
    assert publish(forum, kind="update").changes == {
        "en": ["Added: “Dinner”."],
        "fr": ["Ajouté au programme\u00a0: «\u00a0Dinner\u00a0»."],
        "sl": ["Dodano: »Večerja«."],
    }
    assert "Dodano: »Večerja«." in words(client.get(ADDRESS.replace("/en/", "/sl/")))


def test_forum_page_names_its_version_and_links_every_older_one(client, forum):
    publish(forum)
    make_session(forum, slug="dinner", title={"en": "Dinner"})
    publication = publish(forum, kind="update", note="The host invites to dinner.")
    text = words(client.get(ADDRESS))
    day = publication.visible_from.astimezone(ZoneInfo("Europe/Ljubljana")).date()
    assert f'Programme of <time datetime="{day}">' in text
    assert "version 2" in text
    for link in (f'href="{ADDRESS}v/1/"', f'href="{ADDRESS}v/2/"', f'href="{ADDRESS}v/1..2/"'):
        assert link in text


def test_old_programme_links_no_session_that_may_be_gone(client, forum):
    publish(forum)
    forum.sessions.get().delete()
    publish(forum, kind="update")
    text = words(client.get(f"{ADDRESS}v/1/"))
    assert "Meeting of home affairs ministers" in text
    assert f"{ADDRESS}home-affairs/" not in text
    assert client.get(f"{ADDRESS}home-affairs/").status_code == 404
