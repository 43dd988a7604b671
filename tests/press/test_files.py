"""Files as the public gets them: ranges, the web server in front, and nothing of what may not be read."""

import datetime

import pytest
from django.utils import timezone

from press import publishing
from press.models import PublishedPhoto
from tests.make import make_account, make_photo, make_press_page, publish, show_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = make_press_page()
    show_photo(page, make_photo())
    return page


@pytest.fixture
def address(page):
    """The address of a rendition of the page's photo."""
    publishing.draft(page)  # makes the renditions
    return f"/media/{page.photos.get().folder}/480.webp"


def body(response):
    """Read to its end, which closes the file; `close()` would end the test's transaction on PostgreSQL."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def status(client, address):
    response = client.get(address)
    body(response)
    return response.status_code


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-3", slice(0, 4)),
        ("bytes=8-11", slice(8, 12)),
        ("bytes=10-", slice(10, None)),
        ("bytes=-5", slice(-5, None)),
    ],
)
def test_range_is_answered_with_those_bytes(client, page, address, asked, part):
    publish(page)
    whole = body(client.get(address))
    response = client.get(address, headers={"range": asked})
    assert response.status_code == 206
    assert body(response) == whole[part]
    first = range(len(whole))[part][0]
    assert response["Content-Range"] == f"bytes {first}-{first + len(whole[part]) - 1}/{len(whole)}"
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("asked", ["bytes=9999999-", "bytes=9-2"])
def test_range_that_is_not_there_is_refused(client, page, address, asked):
    publish(page)
    size = len(body(client.get(address)))
    response = client.get(address, headers={"range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{size}")


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", ""])
def test_range_that_cannot_be_read_gives_the_whole_file(client, page, address, asked):
    publish(page)
    response = client.get(address, headers={"range": asked})
    assert (response.status_code, response["Accept-Ranges"]) == (200, "bytes")
    assert body(response).startswith(b"RIFF")


def test_nginx_is_told_what_to_send(client, settings, page, address):
    settings.SENDFILE_HEADER = "X-Accel-Redirect"
    assert status(client, address) == 404
    publish(page)
    response = client.get(address)
    assert (response.content, response["Content-Type"]) == (b"", "image/webp")
    assert response["X-Accel-Redirect"] == address.replace("/media/", "/protected/")


def test_apache_is_told_what_to_send(client, settings, page, address):
    settings.SENDFILE_HEADER = "X-Sendfile"
    publish(page)
    assert client.get(address)["X-Sendfile"] == address.replace("/media/", f"{settings.MEDIA_ROOT}/")


def test_photo_is_private_until_its_page_is_visible(client, page, address):
    assert status(client, address) == 404
    release = timezone.now() + datetime.timedelta(hours=1)
    publish(page, at=release)
    hidden, never = client.get(address), client.get("/media/photos/0123/480.webp")
    assert (hidden.status_code, hidden.content) == (404, never.content)
    assert PublishedPhoto.objects.readable(at=release).exists()
    assert not PublishedPhoto.objects.readable().exists()


def test_staff_see_the_photo_of_a_draft_and_nobody_keeps_it(client, page, address):
    client.force_login(make_account())
    response = client.get(address)
    body(response)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_photo_is_private_again_after_withdrawal(client, page, address):
    publish(page)
    assert status(client, address) == 200
    publish(page, kind="withdrawal", note="Withdrawn by order of a court.")
    assert status(client, address) == 404


def test_photo_of_an_old_version_stays_while_its_page_is_visible(client, page, address):
    publish(page)
    page.page_photos.all().delete()
    publish(page, kind="update")
    assert status(client, address) == 200
    publish(page, kind="withdrawal")
    assert status(client, address) == 404


def test_photo_withdrawn_stays_private_when_its_page_returns_without_it(client, page, address):
    publish(page)
    publish(page, kind="withdrawal")
    page.page_photos.all().delete()
    publish(page, kind="update")
    assert status(client, address) == 404


def test_answers_carry_headers_that_keep_a_file_from_acting_as_a_page(client, page, address):
    publish(page)
    response = client.get(address)
    body(response)
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
