"""What differs between two versions, word by word and part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.differences import Run, runs_between
from press.differences import differences
from press.payload import content_of
from tests.make import make_forum, make_photo, make_press_page, make_session, show_photo

WORDS = st.text(st.sampled_from("ab č.,-\n\u00a0é\u0301我🙂"), max_size=40)


def joined(runs, signs):
    return "".join(run.text for run in runs if run.sign in signs)


@given(WORDS, WORDS)
def test_kept_and_removed_runs_give_the_old_text_and_kept_and_added_the_new_one(before, after):
    runs = runs_between(before, after)
    assert joined(runs, "=-") == before
    assert joined(runs, "=+") == after
    assert all(run.text for run in runs)


def test_one_changed_word_is_one_removed_and_one_added():
    assert runs_between("Ministers meet at Brdo.", "Ministers met at Brdo.") == [
        Run("=", "Ministers "),
        Run("-", "meet"),
        Run("+", "met"),
        Run("=", " at Brdo."),
    ]


def test_equal_texts_have_no_difference():
    assert runs_between("", "") == []
    assert runs_between("Brdo", "Brdo") == [Run("=", "Brdo")]


@pytest.mark.django_db
def test_page_differs_in_the_parts_that_were_edited_in_the_order_of_the_page():
    page = make_press_page()
    before = content_of(page)
    page.texts.update(title="Ministers met at Brdo", body="<p>The meeting was about asylum.</p>")
    page.place = {"en": "Brdo", "sl": "Brdo"}
    page.save()
    found = differences(before, content_of(page), "en")
    assert [one.part for one in found] == ["Title", "Text", "Place"]
    assert joined(found[1].runs, "-+") == "migrationasylum"


@pytest.mark.django_db
def test_page_without_changes_has_no_differences():
    content = content_of(make_press_page())
    assert differences(content, content, "en") == []


@pytest.mark.django_db
def test_each_wording_says_its_own_language():
    page = make_press_page()
    before = content_of(page)
    page.texts.create(language="fr", title="Réunion à Brdo", lead="Ils", body="<p>La réunion.</p>", state="ready")
    found = {one.part: one for one in differences(before, content_of(page), "fr")}
    assert (found["Title"].old_language, found["Title"].new_language) == ("en", "fr")
    assert joined(found["Languages"].runs, "=+") == "anglais, français"


@pytest.mark.django_db
def test_photo_is_compared_by_its_file_caption_description_and_credit():
    page = make_press_page()
    photo = make_photo()
    show_photo(page, photo)
    before = content_of(page)
    photo.texts.update(alt="Ministers in two rows")
    photo.author = "Somebody else"
    photo.save()
    assert [one.part for one in differences(before, content_of(page), "en")] == [
        "Description of photo 1",
        "Credit of photo 1",
    ]


@pytest.mark.django_db
def test_forum_differs_in_its_dates_status_and_sessions_in_words():
    forum = make_forum()
    session = make_session(forum)
    before = content_of(forum)
    forum.status = forum.Status.POSTPONED
    forum.save()
    session.day = forum.ends_on
    session.save()
    found = differences(before, content_of(forum), "en")
    assert [one.part for one in found] == ["Status", "Session “home-affairs”"]
    assert joined(found[0].runs, "=+") == "postponed"
    assert "3 December 2021" in joined(found[1].runs, "=+")


@pytest.mark.django_db
def test_first_version_is_all_new():
    found = differences({}, content_of(make_press_page()), "en")
    assert {run.sign for one in found for run in one.runs} == {"+"}
