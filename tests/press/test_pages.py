"""The press pages as a visitor sees them."""

import datetime
import html

import pytest
from django.utils import timezone

from press import publishing
from press.models import Publication
from tests.make import (
    make_forum,
    make_mandate,
    make_minister,
    make_participation,
    make_party,
    make_photo,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_photo,
    show_statement,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/en/press/2021/ministers-meet-at-brdo/"


def words(response):
    return html.unescape(response.content.decode())


def rich_page(size=1, **changes):
    """A page with `size` of each thing that it can list."""
    forum = make_forum()
    page = make_press_page(forum=forum, **changes)
    make_participation(forum, role="chair")
    for number in range(size):
        party = make_party(f"X{number}", f"Party {number}")
        minister = make_minister(given_name="Minister", family_name=str(number), slug=f"minister-{number}")
        mandate = make_mandate(minister, party)
        make_participation(forum, mandate=mandate)
        session = make_session(forum, slug=f"margins-{number}", kind="bilateral", on_the_margins=True)
        make_participation(forum, session=session, mandate=mandate)
        agreement = forum.agreements.create(title={"en": f"Protocol {number}"}, kind="protocol", status="signed")
        agreement.signatures.create(party=party)
        show_statement(page, make_statement(forum, text=f"Words {number}", mandate=mandate), number)
        show_photo(page, make_photo(), number)
        page.earlier_forums.add(make_forum(slug=f"earlier-{number}"))
        page.related.add(make_press_page(slug=f"related-{number}"))
    return page


@pytest.mark.parametrize("size", [1, 10])
def test_press_page_needs_six_queries_at_most(client, django_assert_max_num_queries, size):
    page = rich_page(size)
    for related in page.related.all():
        publish(related)
    publish(page)
    with django_assert_max_num_queries(6) as queries:
        response = client.get(ADDRESS)
    assert response.status_code == 200
    assert f"Words {size - 1}" in words(response)
    assert len(queries) == 5


@pytest.mark.parametrize("size", [1, 10])
def test_press_list_needs_the_same_queries_for_any_length(client, django_assert_num_queries, size):
    for number in range(size):
        page = make_press_page(slug=f"page-{number}", forum=None)
        show_photo(page, make_photo())
        publish(page)
    with django_assert_num_queries(9):
        response = client.get("/en/press/")
    assert words(response).count("Ministers meet at Brdo") >= size


def test_draft_press_page_is_not_found(client):
    make_press_page()
    assert client.get(ADDRESS).status_code == 404


def test_press_page_of_tomorrow_is_not_found(client):
    publish(make_press_page(), at=timezone.now() + datetime.timedelta(days=1))
    assert client.get(ADDRESS).status_code == 404
    assert "Ministers meet at Brdo" not in words(client.get("/en/press/"))


def test_press_page_prints_credit_speaker_and_series(client):
    publish(rich_page())
    text = words(client.get(ADDRESS))
    for fact in ("Author PSEU", "Minister 0", "Minister of the Interior", "Words 0", "Protocol 0", "once a year"):
        assert fact in text


def test_edit_after_publishing_stays_inside(client):
    page = make_press_page()
    publish(page)
    page.texts.update(title="NOT YET")
    assert "NOT YET" not in words(client.get(ADDRESS))
    publish(page, kind=Publication.Kind.UPDATE)
    assert "NOT YET" in words(client.get(ADDRESS))


def test_old_version_stays_readable_and_names_the_current_one(client):
    page = make_press_page()
    publish(page)
    page.texts.update(title="Ministers met at Brdo")
    publish(page, kind=Publication.Kind.UPDATE)
    old = client.get(f"{ADDRESS}v/1/")
    assert "Ministers meet at Brdo" in words(old)
    assert f'href="{ADDRESS}"' in words(old)
    assert client.get(f"{ADDRESS}v/3/").status_code == 404


def test_changed_slug_leaves_a_redirect(client):
    page = make_press_page()
    publish(page)
    page.slug = "a-better-slug"
    page.save()
    assert client.get(ADDRESS).status_code == 200
    publish(page, kind=Publication.Kind.UPDATE)
    assert client.get(ADDRESS)["Location"] == "/en/press/2021/a-better-slug/"
    assert client.get("/en/press/2021/a-better-slug/").status_code == 200


def test_missing_translation_shows_the_original_marked(client):
    publish(make_press_page())
    text = words(client.get("/fr/press/2021/ministers-meet-at-brdo/"))
    assert '<html lang="fr"' in text
    assert 'lang="en"' in text.split("<main", 1)[1]
    assert "Ministers meet at Brdo" in text


def test_text_in_a_language_that_the_site_does_not_speak_has_an_address(client):
    page = make_press_page()
    page.texts.create(language="mk", title="Министрите на Брдо", state="ready")
    publish(page)
    assert f'href="{ADDRESS}in/mk/"' in words(client.get(ADDRESS))
    text = words(client.get(f"{ADDRESS}in/mk/"))
    assert "Министрите на Брдо" in text
    assert 'lang="mk"' in text
    assert client.get(f"{ADDRESS}in/sr/").status_code == 404


def test_list_is_filtered_by_words_year_kind_forum_and_language(client):
    forum = make_forum()
    publish(forum)
    publish(make_press_page(forum=forum))
    other = make_press_page(
        slug="tirana", kind="speech", dated_on=datetime.date(2022, 11, 3), text={"title": "Speech at Tirana"}
    )
    other.texts.create(language="fr", title="Discours à Tirana", state="ready")
    publish(other)

    def found(query):
        text = words(client.get(f"/en/press/?{query}"))
        return [title for title in ("Ministers meet at Brdo", "Speech at Tirana") if title in text]

    assert found("") == ["Ministers meet at Brdo", "Speech at Tirana"]
    assert found("q=BRDO+meet") == ["Ministers meet at Brdo"]
    assert found("year=2022") == ["Speech at Tirana"]
    assert found("kind=press_release") == ["Ministers meet at Brdo"]
    assert found(f"forum={forum.uid}") == ["Ministers meet at Brdo"]
    assert found("language=fr") == ["Speech at Tirana"]
    assert found("year=2021&language=fr") == []


@pytest.mark.parametrize(
    "query", ["year=abc", "year=99999999999999", "forum=x", "page=0", "page=abc", "page=9999", "q=%00", "language=xx"]
)
def test_nonsense_in_the_query_is_answered(client, query):
    publish(make_press_page())
    assert client.get(f"/en/press/?{query}").status_code == 200


def test_public_page_sets_no_cookie(client):
    publish(make_press_page())
    response = client.get(ADDRESS)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_photo_is_served_only_while_its_page_is_visible(client, settings):
    page = make_press_page()
    photo = make_photo()
    show_photo(page, photo)
    publishing.draft(page)  # makes the renditions
    address = f"/media/{photo.folder}/480.webp"
    assert client.get(address).status_code == 404
    publish(page)
    response = client.get(address)
    assert response["Content-Type"] == "image/webp"
    assert b"".join(response.streaming_content).startswith(b"RIFF")
    assert client.get(f"/media/{photo.file.name}").status_code == 404


@pytest.mark.parametrize("name", ["../manage.py", "photos/../../manage.py", "db.sqlite3", "photos/", "%2e%2e/x"])
def test_other_files_are_never_served(client, name):
    assert client.get(f"/media/{name}").status_code in (400, 404)
