import datetime
import json

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict

from press import publishing
from press.canonical import digest_of
from press.models import Publication, PublishedMention, PublishedStatement, PublishedText
from tests.make import (
    make_account,
    make_forum,
    make_mandate,
    make_participation,
    make_photo,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_photo,
    show_statement,
)

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2121, 12, 2, 12, tzinfo=datetime.UTC)


def page_with_everything():
    forum = make_forum()
    make_participation(forum, role="chair")
    page = make_press_page(forum=forum)
    page.sessions.add(make_session(forum))
    show_statement(page, make_statement(forum))
    show_photo(page, make_photo())
    return page


def messages(subject):
    return [finding.message for finding in publishing.findings(subject)]


def test_published_payload_matches_its_digest():
    publication = publish(page_with_everything())
    assert publication.digest == digest_of(publication.payload)
    assert Publication.objects.get().is_intact()


def test_payload_holds_speaker_title_photo_credit_and_series():
    content = publish(page_with_everything()).content
    speaker = content["statements"][0]["voices"][0]["person"]
    assert speaker["name"] == "Aleš Hojs"
    assert speaker["capacities"][0]["title"]["en"] == "Minister of the Interior"
    assert content["photos"][0]["credit"] == "PSEU"
    assert content["forum"]["series"]["about"] == {"en": "The forum meets once a year."}
    assert content["record"]["participants"][0]["role"] == "chair"


def test_renaming_a_mandate_does_not_change_what_was_published():
    page = page_with_everything()
    before = publish(page).payload
    mandate = page.statements.get().voices.get().mandate
    mandate.title = {"en": "Another title"}
    mandate.save()
    assert Publication.objects.get().payload == before
    assert "Another title" in publishing.draft(page).payload


def test_second_version_names_the_digest_of_the_first():
    page = page_with_everything()
    first = publish(page)
    page.texts.update(title="Ministers met at Brdo")
    second = publish(page, kind=Publication.Kind.TYPO, note="The meeting is over.")
    assert (second.number, second.previous_digest) == (2, first.digest)
    assert json.loads(second.payload)["previous"] == first.digest


def test_second_version_replaces_the_first_without_a_gap():
    page = make_press_page()
    first = publish(page)
    page.texts.update(title="Ministers met at Brdo")
    second = publish(page, kind=Publication.Kind.UPDATE)
    first.refresh_from_db()
    assert first.visible_until == second.visible_from
    assert Publication.objects.visible(second.visible_from).get() == second
    assert Publication.objects.visible(first.visible_from).get() == first


def test_nothing_changed_is_not_published_again():
    page = make_press_page()
    publish(page)
    with pytest.raises(publishing.NotReady, match="Nothing has changed since version 1"):
        publish(page)
    assert Publication.objects.count() == 1


@pytest.mark.parametrize(("seconds", "visible"), [(-1, False), (0, True), (3600, True)])
def test_publication_is_visible_from_its_moment_on(seconds, visible):
    publish(make_press_page(), at=NOON)
    at = NOON + datetime.timedelta(seconds=seconds)
    assert Publication.objects.visible(at).exists() is visible
    assert PublishedText.objects.visible(at).exists() is visible


def test_candidate_without_a_moment_is_never_visible():
    publishing.submit(make_press_page(), by=make_account())
    assert not Publication.objects.visible(NOON.replace(year=9999)).exists()


def test_draft_text_is_not_sealed():
    page = make_press_page()
    page.texts.create(language="fr", title="BROUILLON", state="draft")
    assert "BROUILLON" not in publish(page).payload


def test_page_whose_original_is_a_draft_is_refused():
    page = make_press_page(text={"state": "draft"})
    assert messages(page) == ["The text in the original language is a draft. Set its state to “ready”."]
    with pytest.raises(publishing.NotReady):
        publish(page)


def test_photo_without_alternative_text_is_refused():
    page = make_press_page()
    show_photo(page, make_photo(alt=""))
    assert messages(page) == ["The photo “Group photo” has no alternative text. Describe it, or tick “decorative”."]


def test_photo_whose_file_is_lost_is_refused():
    page = make_press_page()
    photo = make_photo()
    show_photo(page, photo)
    photo.file.storage.delete(photo.file.name)
    assert messages(page) == [
        "The file of the photo “Group photo” is missing. Open the photo and choose the file again."
    ]


def test_caption_that_is_a_file_name_is_refused():
    page = make_press_page()
    photo = make_photo()
    photo.texts.update(caption="IMG_2041.JPG")
    show_photo(page, photo)
    assert messages(page) == ["The caption “IMG_2041.JPG” is the name of a file. Say what the photo shows."]


def test_statement_without_a_speaker_is_refused():
    page = page_with_everything()
    page.statements.get().voices.all().delete()
    assert len(messages(page)) == 1
    assert "has no speaker" in messages(page)[0]


def test_background_statement_with_a_name_is_refused():
    page = page_with_everything()
    page.statements.update(regime="background")
    assert "may not carry a name" in messages(page)[0]


def test_address_of_another_published_page_is_refused():
    first = make_press_page()
    publish(first)
    type(first).objects.filter(pk=first.pk).update(slug="moved-but-not-published")
    assert "still has this address" in messages(make_press_page())[0]


def test_script_in_a_body_is_not_sealed():
    page = make_press_page()
    page.texts.update(body="<p onclick='x()'>Text</p><script>alert(1)</script>")
    content = publish(page).content
    assert content["texts"]["en"]["body"] == "<p>Text</p>"


def test_statement_row_falls_back_to_the_original():
    publish(page_with_everything())
    row = PublishedStatement.objects.shown_in("sl").get()
    assert (row.language, row.speaker) == ("en", "Aleš Hojs")


def test_text_in_another_content_language_has_a_row_of_its_own():
    page = make_press_page()
    page.texts.create(language="mk", title="Министрите на Брдо", state="ready")
    publish(page)
    assert PublishedText.objects.shown_in("mk").get().title == "Министрите на Брдо"
    assert PublishedText.objects.shown_in("fr").get().title == "Ministers meet at Brdo"


def test_statement_on_two_pages_is_listed_once():
    page = page_with_everything()
    other = make_press_page(slug="another", forum=page.forum)
    show_statement(other, page.statements.get())
    publish(page)
    newer = publish(other)
    assert PublishedStatement.objects.shown_in("en").visible().count() == 2
    assert PublishedStatement.objects.shown_in("en").once().get().publication == newer


def test_forum_seals_its_programme_and_participants():
    forum = make_forum()
    make_participation(forum, role="chair", mandate=make_mandate())
    make_session(forum)
    content = publish(forum).content
    assert [session["slug"] for session in content["sessions"]] == ["home-affairs"]
    assert content["participants"][0]["person"]["name"] == "Aleš Hojs"
    assert PublishedMention.objects.filter(minister__slug="ales-hojs").count() == 1


def test_rebuilding_the_index_gives_the_same_rows():
    publish(page_with_everything())

    def rows():
        models = [PublishedText, PublishedStatement, PublishedMention]
        return [
            {"uid": row.uid, **model_to_dict(row, exclude=["id", "picture"])}
            for model in models
            for row in model.objects.order_by("uid")
        ]

    before = rows()
    PublishedText.objects.all().delete()
    call_command("rebuild_index", verbosity=0)
    assert rows() == before
