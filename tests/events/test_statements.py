"""What was said: voices, the regime, prepared and delivered words, and where they can be checked."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Statement
from events.templatetags.record import at_timecode
from press.models import PublishedStatement
from press.payload import statement as sealed
from tests.make import (
    make_forum,
    make_mandate,
    make_minister,
    make_party,
    make_press_page,
    make_statement,
    publish,
    show_statement,
)

pytestmark = pytest.mark.django_db
PREPARED, DELIVERED = "We need cooperation on returns.", "We need closer cooperation on returns."


def make_pair():
    forum = make_forum()
    prepared = make_statement(forum, PREPARED, delivery="prepared")
    return make_statement(forum, DELIVERED, prepared=prepared)


def published(statement):
    page = make_press_page(forum=statement.forum)
    show_statement(page, statement)
    return publish(page)


def address(statement, language="en"):
    return f"/{language}/statements/{statement.uid}/"


# On background ------------------------------------------------------------------------------------------------------


def background_statement():
    statement = make_statement(make_forum(), regime="background", source="Recording of the briefing", timecode=30)
    assert statement.voices.exists()
    return statement


def test_background_is_sealed_without_name_and_source():
    content = sealed(background_statement())
    assert (content["voices"], content["source"], content["timecode"]) == ([], "", None)
    on_the_record = sealed(make_statement(make_forum(slug="other"), source="Recording"))
    assert (on_the_record["voices"][0]["person"]["name"], on_the_record["source"]) == ("Aleš Hojs", "Recording")


def test_background_with_its_voices_taken_off_is_published_without_a_name(client):
    statement = background_statement()
    statement.voices.all().delete()
    published(statement)
    page = client.get(address(statement)).content.decode()
    assert "On background, without a name" in page
    assert "Hojs" not in page
    row = PublishedStatement.objects.filter(shown_in="en").get()
    assert (row.regime, row.minister, row.speaker) == ("background", None, "")


@pytest.mark.parametrize("change", [{"speaker": "Aleš Hojs"}, {"title": "Minister of the Interior (Slovenia)"}])
def test_database_refuses_to_release_background_with_a_name(change):
    statement = background_statement()
    statement.voices.all().delete()
    published(statement)
    rows = PublishedStatement.objects.filter(statement=statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(minister=make_minister(slug="somebody"))


def test_database_lets_a_statement_on_the_record_have_a_name():
    published(make_statement(make_forum()))
    assert PublishedStatement.objects.update(speaker="Aleš Hojs") > 0


def test_words_said_on_background_are_not_printed_as_prepared_beside_a_name():
    statement = make_pair()
    Statement.objects.filter(pk=statement.prepared_id).update(regime="background")
    statement = Statement.objects.get(pk=statement.pk)
    assert sealed(statement)["prepared"] == {}
    with pytest.raises(ValidationError) as refused:
        statement.full_clean()
    assert "the same regime" in refused.value.message_dict["prepared"][0]


# As prepared and as delivered ---------------------------------------------------------------------------------------


def test_prepared_and_delivered_words_stand_side_by_side_with_their_difference(client):
    statement = make_pair()
    published(statement)
    page = client.get(address(statement)).content.decode()
    assert f"“{PREPARED}”" in page
    assert f"“{DELIVERED}”" in page
    assert re.search(r"<ins>(?:(?!</ins>).)*closer", page)
    assert "word for word" not in page


def test_statement_delivered_as_prepared_says_so(client):
    statement = make_pair()
    statement.prepared.texts.update(text=DELIVERED)
    published(statement)
    assert "It was said word for word as it had been prepared." in client.get(address(statement)).content.decode()


def test_statement_without_prepared_words_compares_nothing(client):
    statement = make_statement(make_forum())
    published(statement)
    assert "As prepared and as delivered" not in client.get(address(statement)).content.decode()


def test_prepared_text_that_is_still_a_draft_is_not_sealed():
    statement = make_pair()
    assert sealed(statement)["prepared"]["en"]["text"] == PREPARED
    statement.prepared.texts.update(state="draft")
    assert sealed(Statement.objects.get(pk=statement.pk))["prepared"] == {}


@pytest.mark.parametrize(
    ("of_prepared", "of_delivered"),
    [({"delivery": "delivered"}, {}), ({}, {"delivery": "prepared"})],
)
def test_only_delivered_words_are_compared_with_prepared_ones(of_prepared, of_delivered):
    statement = make_pair()
    statement.full_clean()
    Statement.objects.filter(pk=statement.prepared_id).update(**of_prepared)
    Statement.objects.filter(pk=statement.pk).update(**of_delivered)
    with pytest.raises(ValidationError) as refused:
        Statement.objects.get(pk=statement.pk).full_clean()
    assert "Choose such a statement" in refused.value.message_dict["prepared"][0]


# Where it can be checked --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("video", "seconds", "link"),
    [
        ("https://www.youtube.com/watch?v=abc", 205, "https://www.youtube.com/watch?v=abc&t=205s"),
        ("https://www.youtube.com/watch?v=abc&t=9", 205, "https://www.youtube.com/watch?v=abc&t=205s"),
        ("https://youtu.be/abc", 0, "https://youtu.be/abc?t=0s"),
        ("https://example.org/video.mp4", 205, "https://example.org/video.mp4#t=205"),
        ("https://example.org/page", None, "https://example.org/page"),
    ],
)
def test_timecode_leads_into_the_video(video, seconds, link):
    assert at_timecode(video, seconds) == link


def test_page_and_statement_link_to_the_moment_in_the_video(client):
    statement = make_statement(make_forum(), source_url="https://example.org/video.mp4", timecode=205)
    published(statement)
    link = '<a href="https://example.org/video.mp4#t=205" rel="external">'
    for path in (address(statement), "/en/press/2021/ministers-meet-at-brdo/"):
        page = client.get(path).content.decode()
        assert link in page
        assert "3:25" in page


# Several voices -----------------------------------------------------------------------------------------------------


def test_collective_statement_names_every_voice_in_order(client):
    statement = make_statement(make_forum(), kind="collective")
    johansson = make_minister(given_name="Ylva", family_name="Johansson", slug="ylva-johansson")
    commission = make_party("EU-COM", "European Commission", kind="institution")
    title = {"en": "European Commissioner for Home Affairs"}
    statement.voices.create(mandate=make_mandate(johansson, commission, title=title), position=1)
    statement.voices.create(party=make_party("FRONTEX", "Frontex", kind="agency"), position=2)
    published(statement)
    page = client.get(address(statement)).content.decode()
    assert "Aleš Hojs, Ylva Johansson, Frontex" in page
    assert page.index("Minister of the Interior") < page.index("European Commissioner for Home Affairs")
    assert "Collective" in page
