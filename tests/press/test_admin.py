"""The newsroom's pages about photos and press pages, their preview, and the audit log."""

import datetime

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Forum
from press import audit, previews
from press.models import AuditEntry, Photo, PressPage, PressPageText, PreviewLink, Publication
from tests.make import make_account, make_forum, make_image, make_photo, make_press_page, publish
from tests.newsroom import entered, errors_on, make_user, page_of, refused, send
from tests.press.test_images import exif, vast_png

CREDIT = "A photo needs a credit. Name the author here, or the agency or provider below."


@pytest.fixture(autouse=True)
def logged_in(client, db):
    client.force_login(make_user())


def jpeg(content=None, name="IMG_1234.JPG"):
    return SimpleUploadedFile(name, make_image() if content is None else content, "image/jpeg")


# Photos -------------------------------------------------------------------------------------------------------------


def test_photo_is_saved_with_its_copies(client):
    text = {"texts__0__language": "en", "texts__0__caption": "Group photo", "texts__0__alt": "Ministers in three rows"}
    assert send(client, page_of(Photo, "add"), file=jpeg(), author="PSEU", **text).status_code == 302
    photo = Photo.objects.get()
    assert (photo.width, photo.height, photo.texts.get().caption) == (800, 450, "Group photo")
    assert sorted(default_storage.listdir(photo.folder)[1]) == ["480.webp", "800.webp", "original.jpg", "press.jpg"]


def test_photo_without_a_credit_is_refused_and_asked_for_again(client):
    response = send(client, page_of(Photo, "add"), file=jpeg(), licence="CC BY 4.0")
    refused(response, author=CREDIT)
    assert "Choose these files again" in response.content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"not a photo",
            "This file is not a photo in JPEG, PNG or WebP. Export the photo as JPEG and choose it again.",
        ),
        (make_image()[:900], "This photo is broken or cut short. Export it once more as JPEG and choose it again."),
        (vast_png(10_000, 10_000), "This photo has more than 50 megapixels. Make it smaller and choose it again."),
        (b"", "This file is empty. Choose it again, or export it once more."),
    ],
    ids=["text", "cut short", "vast", "empty"],
)
def test_file_that_is_no_good_photo_is_refused(client, content, sentence):
    refused(send(client, page_of(Photo, "add"), file=jpeg(content), author="PSEU"), file=sentence)
    assert not Photo.objects.exists()


def test_missing_photo_is_asked_for(client):
    refused(send(client, page_of(Photo, "add"), author="PSEU"), file="Choose a photo.")


def test_empty_credit_is_read_from_the_file(client):
    response = send(client, page_of(Photo, "add"), file=jpeg(make_image(exif=exif())))
    photo = Photo.objects.get()
    assert (photo.credit, photo.taken_on) == ("PLANTED-MARKER Jure Makovec", datetime.date(2021, 12, 2))
    assert "Read from the file: PLANTED-MARKER Jure Makovec" in client.get(response["Location"]).content.decode()


def test_credit_of_the_editor_wins_over_the_file(client):
    send(client, page_of(Photo, "add"), file=jpeg(make_image(exif=exif())), agency="STA", taken_on="2021-12-01")
    photo = Photo.objects.get()
    assert (photo.credit, photo.taken_on) == ("STA", datetime.date(2021, 12, 1))


def test_photo_keeps_its_file_when_only_words_change(client):
    photo = make_photo()
    assert send(client, page_of(Photo, "change", photo.pk), author="STA").status_code == 302
    assert Photo.objects.get().file.name == photo.file.name


def test_photo_whose_file_is_missing_is_asked_for_again(client):
    photo = make_photo()
    default_storage.delete(photo.file.name)
    response = send(client, page_of(Photo, "change", photo.pk), author="STA")
    refused(response, file="This photo's file is missing on the server. Choose it again.")


def test_photos_are_shown_in_the_list(client):
    photo = make_photo()
    send(client, page_of(Photo, "change", photo.pk))
    assert f"{photo.folder}/480.webp" in client.get(page_of(Photo, "changelist")).content.decode()
    assert b"".join(client.get(f"/media/{photo.folder}/480.webp")).startswith(b"RIFF")


# Press pages --------------------------------------------------------------------------------------------------------


def test_new_page_begins_with_a_text_in_the_first_language(client):
    assert entered(client.get(page_of(PressPage, "add")))["texts-0-language"] == ["en"]
    text = {"texts__0__title": "Ministers meet", "texts__0__body": "<p>Text</p>", "texts__0__state": "ready"}
    assert (
        send(client, page_of(PressPage, "add"), slug="ministers-meet", dated_on="2021-12-02", **text).status_code == 302
    )
    assert PressPageText.objects.get().title == "Ministers meet"


def test_page_with_a_slug_in_use_is_refused(client):
    page = make_press_page()
    typed = {
        "slug": page.slug,
        "dated_on": "2021-12-24",
        "texts__0__title": "Ministers meet",
        "texts__0__body": "<p>A</p>",
    }
    refused(
        send(client, page_of(PressPage, "add"), **typed),
        slug="Another press page of 2021 has the address “ministers-meet-at-brdo”. Add a word to this one.",
    )


@pytest.mark.parametrize("field", ["title", "lead", "body"])
@pytest.mark.parametrize(("character", "code"), [("\0", "0000"), ("\x0b", "000B")])
def test_control_character_in_a_text_is_refused(client, field, character, code):
    page = make_press_page()
    response = send(client, page_of(PressPage, "change", page.pk), **{f"texts__0__{field}": f"Mini{character}sters"})
    assert list(errors_on(response)) == [f"texts-0-{field}"]
    assert f"(U+{code}) after “Mini”" in errors_on(response)[f"texts-0-{field}"][0]
    assert "sters" in entered(response)[f"texts-0-{field}"][0]


def test_two_texts_in_one_language_are_refused(client):
    page = make_press_page()
    row = {"texts__1__language": "en", "texts__1__title": "Again", "texts__1__state": "draft"}
    refused(
        send(client, page_of(PressPage, "change", page.pk), **row),
        texts__1__language="This page already has a text in this language. Change that one.",
    )


def test_scripts_are_taken_out_of_the_text(client):
    page = make_press_page()
    body = '<p onclick="x()">Text<script>alert(1)</script> <a href="javascript:x()">link</a></p>'
    assert send(client, page_of(PressPage, "change", page.pk), texts__0__body=body).status_code == 302
    assert page.texts.get().body == '<p>Text <a rel="noopener">link</a></p>'


def test_translation_remembers_the_original_it_was_made_from(client):
    page = make_press_page()
    row = {"texts__1__language": "sl", "texts__1__title": "Srečanje", "texts__1__state": "draft"}
    send(client, page_of(PressPage, "change", page.pk), **row)
    translation = page.texts.get(language="sl")
    assert translation.translated_from and not translation.is_stale()
    send(client, page_of(PressPage, "change", page.pk), texts__0__lead="Another lead")
    assert page.texts.get(language="sl").is_stale()
    shown = client.get(page_of(PressPage, "change", page.pk)).content.decode()
    assert "the original has changed since this translation was saved" in shown


def test_list_of_pages_costs_the_same_with_one_and_with_five(client):
    def make(number):
        page = make_press_page(slug=f"page-{number}", forum=make_forum(slug=f"forum-{number}"))
        publish(page)

    make(0)
    with CaptureQueriesContext(connection) as one:
        client.get(page_of(PressPage, "changelist"))
    for number in range(1, 5):
        make(number)
    with CaptureQueriesContext(connection) as five:
        client.get(page_of(PressPage, "changelist"))
    assert len(five) == len(one)


# Preview ------------------------------------------------------------------------------------------------------------


def test_preview_shows_the_page_as_it_would_be_published(client):
    page = make_press_page()
    response = client.get(page_of(PressPage, "preview", page.pk, "en"))
    assert "Ministers meet at Brdo" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not Publication.objects.exists()


@pytest.mark.parametrize("language", ["en", "fr", "sl"])
def test_preview_speaks_the_language_asked_for(client, language):
    page = make_press_page()
    assert f'<html lang="{language}"' in client.get(page_of(PressPage, "preview", page.pk, language)).content.decode()


def test_preview_shows_a_text_in_a_language_that_the_site_has_not(client):
    page = make_press_page()
    page.texts.create(language="mk", title="Министрите", state="ready")
    assert "Министрите" in client.get(page_of(PressPage, "preview", page.pk, "mk")).content.decode()


def test_preview_of_a_forum_shows_its_programme(client):
    forum = make_forum()
    forum.sessions.create(title={"en": "Meeting of home affairs ministers"}, slug="home-affairs")
    response = client.get(page_of(Forum, "preview", forum.pk, "en"))
    assert "Meeting of home affairs ministers" in response.content.decode()


def test_preview_shows_drafts_which_are_not_published(client):
    page = make_press_page(text={"state": "draft"})
    assert "Ministers meet at Brdo" in client.get(page_of(PressPage, "preview", page.pk, "en")).content.decode()
    assert page.texts.get().state == "draft"


def test_preview_of_a_page_without_a_text_says_what_is_missing(client):
    page = make_press_page(original_language="fr", text={"language": "en"})
    response = client.get(page_of(PressPage, "preview", page.pk, "en"), follow=True)
    assert "There is no text in the original language yet." in response.content.decode()


@pytest.mark.parametrize("address", ["99/preview/en/", "99/submit/", "x/submit/", "1/preview/xx/"])
def test_preview_of_what_is_not_there_is_not_found(client, address):
    make_press_page()
    assert client.get(f"/admin/press/presspage/{address}").status_code == 404


# What was sealed is kept --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [make_press_page, make_forum])
def test_deleting_what_was_published_is_refused_with_a_way_out(client, make):
    subject = make()
    publish(subject)
    model = type(subject)
    for address, sent in (
        (page_of(model, "delete", subject.pk), {"post": "yes"}),
        (
            page_of(model, "changelist"),
            {"action": "delete_selected", "_selected_action": [subject.pk], "post": "yes"},
        ),
    ):
        response = client.post(address, sent)
        assert response.status_code == 200
        assert "what was sealed is kept. Withdraw it instead." in response.content.decode()
    assert model.objects.filter(pk=subject.pk).exists()


def test_draft_can_be_deleted(client):
    page = make_press_page()
    assert client.post(page_of(PressPage, "delete", page.pk), {"post": "yes"}).status_code == 302
    assert not PressPage.objects.exists()


@pytest.mark.parametrize("model", [Publication, AuditEntry, PreviewLink])
def test_sealed_rows_are_only_read(client, model):
    publication = publish(make_press_page())
    previews.make(publication, "Ana, STA", make_account("editor"), timezone.now() + datetime.timedelta(hours=1))
    row = model.objects.first()
    change = page_of(model, "change", row.pk)
    shown = client.get(change).content.decode()
    assert 'name="_save"' not in shown
    assert "deletelink" not in shown
    assert client.post(change, {"reason": "Changed"}).status_code == 403
    assert client.post(page_of(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert client.post(page_of(model, "add"), {}).status_code == 403
    selected = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    assert client.post(page_of(model, "changelist"), selected).status_code < 500
    assert model.objects.filter(pk=row.pk).exists()


# The audit log ------------------------------------------------------------------------------------------------------


def test_audit_log_says_who_did_what_when_and_about_what(client):
    publish(make_press_page())
    shown = client.get(page_of(AuditEntry, "changelist")).content.decode()
    assert "submitted for approval" in shown
    assert "publication press/2021/ministers-meet-at-brdo, 1" in shown
    detail = client.get(page_of(AuditEntry, "change", AuditEntry.objects.first().pk)).content.decode()
    assert page_of(Publication, "change", Publication.objects.get().pk) in detail
    assert Publication.objects.get().digest in detail


@pytest.mark.parametrize(
    ("query", "found"), [({"verb": "approved"}, 1), ({"actor": "editor"}, 1), ({"q": "brdo"}, 2), ({"q": "nothing"}, 0)]
)
def test_audit_log_is_filtered_and_searched(client, query, found):
    publish(make_press_page())
    response = client.get(page_of(AuditEntry, "changelist"), query)
    assert response.context_data["cl"].result_count == found


def test_audit_entry_about_something_that_is_gone_is_still_shown(client):
    entry = audit.record(AuditEntry.Verb.DELETED, "editor", make_press_page())
    PressPage.objects.all().delete()
    assert "Ministers meet at Brdo" in client.get(page_of(AuditEntry, "change", entry.pk)).content.decode()
    other = AuditEntry.objects.create(verb="exported", actor="chief", object_kind="no.such", object_uid="x")
    assert client.get(page_of(AuditEntry, "change", other.pk)).status_code == 200
