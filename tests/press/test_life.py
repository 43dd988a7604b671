"""The life of a publication: submitted, approved by somebody else, embargoed, visible, corrected, withdrawn."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from press import publishing
from press.models import AuditEntry, Publication, ReleaseSet
from tests.make import make_account, make_forum, make_photo, make_press_page, make_session, publish, show_photo

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def editor():
    return make_account("editor")


@pytest.fixture
def chief():
    return make_account("chief")


def approve(candidate, by, **changes):
    return publishing.approve(candidate, by=by, digest=candidate.digest, **changes)


def retitle(page, title="Ministers met at Brdo"):
    page.texts.update(title=title)


def log():
    return [(entry.actor, entry.verb) for entry in AuditEntry.objects.order_by("pk")]


def test_submitted_page_is_not_visible(editor):
    candidate = publishing.submit(make_press_page(), by=editor)
    assert candidate.state == "waiting"
    assert not Publication.objects.visible().exists()


def test_approved_page_is_visible_at_once_and_both_acts_are_logged(editor, chief):
    publication = approve(publishing.submit(make_press_page(), by=editor), chief)
    assert publication.state == "visible"
    assert Publication.objects.visible().get() == publication
    assert log() == [("editor", "submitted"), ("chief", "approved")]


def test_nobody_approves_what_they_submitted(chief):
    candidate = publishing.submit(make_press_page(), by=chief)
    with pytest.raises(PermissionDenied, match="Somebody else must approve it"):
        approve(candidate, chief)
    assert log()[-1] == ("chief", "denied")
    assert not Publication.objects.approved().exists()


def test_single_handed_newsroom_says_so(settings, chief):
    settings.SINGLE_HANDED = True
    assert approve(publishing.submit(make_press_page(), by=chief), chief).single_handed is True


def test_database_refuses_an_approver_who_is_the_preparer(editor):
    candidate = publishing.submit(make_press_page(), by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=candidate.pk).update(approved_by="editor", approved_at=timezone.now())


@pytest.mark.parametrize(
    "edit",
    [
        lambda page: page.texts.update(title="Ministers meet at Brdo."),
        lambda page: page.texts.update(body="<p>The meeting was about  migration.</p>"),
        lambda page: page.place.update({"en": "Brdo"}) or page.save(),
        lambda page: page.texts.create(language="fr", title="Réunion", state="ready"),
        lambda page: page.photos.get().texts.update(alt="Somebody else"),
        lambda page: page.forum.sessions.create(title={"en": "Dinner"}, slug="dinner", on_the_margins=True),
    ],
)
def test_candidate_changed_by_one_character_cannot_be_released(editor, chief, edit):
    page = make_press_page(forum=make_forum())
    show_photo(page, make_photo())
    candidate = publishing.submit(page, by=editor)
    edit(page)
    with pytest.raises(publishing.NotReady, match="changed after it had been submitted"):
        approve(candidate, chief)
    assert not Publication.objects.visible().exists()
    approve(publishing.submit(page, by=editor), chief)
    assert Publication.objects.visible().exists()


def test_approval_is_of_what_was_read(editor, chief):
    candidate = publishing.submit(make_press_page(), by=editor)
    with pytest.raises(publishing.NotReady):
        publishing.approve(candidate, by=chief, digest="0" * 64)


def test_candidate_is_approved_once(editor, chief):
    candidate = publishing.submit(make_press_page(), by=editor)
    approve(candidate, chief)
    with pytest.raises(publishing.NotReady, match="no longer waits"):
        approve(candidate, chief)


def test_new_submission_replaces_the_waiting_one(editor):
    page = make_press_page()
    first = publishing.submit(page, by=editor)
    retitle(page)
    second = publishing.submit(page, by=editor)
    first.refresh_from_db()
    assert (first.state, second.state, second.number) == ("voided", "waiting", 1)


def test_sent_back_page_can_be_submitted_again(editor, chief):
    page = make_press_page()
    candidate = publishing.submit(page, by=editor)
    publishing.send_back(candidate, by=chief, reason="The lead is too long.")
    assert Publication.objects.get().void_reason == "The lead is too long."
    assert publishing.submit(page, by=editor).number == 1


def test_sending_back_needs_a_reason(editor, chief):
    with pytest.raises(publishing.NotReady, match="Say what should be changed"):
        publishing.send_back(publishing.submit(make_press_page(), by=editor), by=chief, reason=" ")


def test_only_the_submitter_takes_back(editor, chief):
    candidate = publishing.submit(make_press_page(), by=editor)
    with pytest.raises(publishing.NotReady):
        publishing.take_back(candidate, by=chief)
    publishing.take_back(candidate, by=editor)
    assert not Publication.objects.standing().exists()


def test_embargoed_page_becomes_visible_at_its_moment(editor, chief):
    at = timezone.now() + HOUR
    publication = approve(publishing.submit(make_press_page(), by=editor), chief, at=at, is_embargo=True)
    assert publication.state == "embargoed"
    assert not Publication.objects.visible(at - datetime.timedelta(microseconds=1)).exists()
    assert Publication.objects.visible(at).exists()


def test_version_before_stays_until_the_moment(editor, chief):
    page = make_press_page()
    first = publish(page)
    retitle(page)
    at = timezone.now() + HOUR
    second = publish(page, at=at)
    assert Publication.objects.visible().get() == first
    assert Publication.objects.visible(at).get() == second


def test_release_can_be_moved_while_it_lies_in_the_future(chief):
    page = make_press_page()
    first = publish(page)
    retitle(page)
    second = publish(page, at=timezone.now() + HOUR)
    moved = publishing.reschedule(second, by=chief, at=timezone.now() + 3 * HOUR)
    first.refresh_from_db()
    assert first.visible_until == moved.visible_from > second.visible_from
    with pytest.raises(publishing.NotReady):
        publishing.reschedule(first, by=chief, at=timezone.now() + HOUR)


def test_cancelled_release_leaves_the_version_before(editor, chief):
    page = make_press_page()
    first = publish(page)
    retitle(page)
    at = timezone.now() + HOUR
    second = publish(page, at=at)
    publishing.cancel(second, by=chief, reason="The talks go on.")
    first.refresh_from_db()
    assert first.visible_until is None
    assert Publication.objects.visible(at + HOUR).get() == first
    assert publish(page).number == 2


def test_visible_publication_cannot_be_cancelled_or_voided(chief):
    publication = publish(make_press_page())
    with pytest.raises(publishing.NotReady):
        publishing.cancel(publication, by=chief, reason="Too late.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.update(voided_at=timezone.now())


def test_later_version_needs_a_kind_and_a_note(editor):
    page = make_press_page()
    publish(page)
    retitle(page)
    with pytest.raises(publishing.NotReady, match="Say in a public note what has changed"):
        publishing.submit(page, by=editor, kind=Publication.Kind.TYPO)
    with pytest.raises(publishing.NotReady, match="Say whether this is an update or a correction"):
        publishing.submit(page, by=editor, kind=Publication.Kind.FIRST, note="Changed.")


def test_first_version_is_no_correction(editor):
    with pytest.raises(publishing.NotReady, match="Nothing was published yet"):
        publishing.submit(make_press_page(), by=editor, kind=Publication.Kind.FACT, note="x")


def test_withdrawal_holds_none_of_the_words(editor, chief):
    page = make_press_page()
    publish(page)
    candidate = publishing.submit(page, by=editor, kind=Publication.Kind.WITHDRAWAL, note="Published by mistake.")
    assert "Ministers meet" not in candidate.payload
    approve(candidate, chief)
    assert Publication.objects.visible().get().is_withdrawal
    retitle(page)
    assert publish(page).number == 3


@pytest.mark.parametrize("released", [False, True])
def test_one_unapproved_member_holds_back_its_set(editor, chief, released):
    together = ReleaseSet.objects.create(name="Outcome")
    pages = [make_press_page(slug=f"page-{number}") for number in range(3)]
    candidates = [publishing.submit(page, by=editor, release_set=together) for page in pages]
    for candidate in candidates[: 3 if released else 2]:
        approve(candidate, chief)
    assert not Publication.objects.visible().exists()
    if released:
        instant = publishing.release_set(together, by=chief)
        assert {one.visible_from for one in Publication.objects.visible()} == {instant}
        assert Publication.objects.visible().count() == 3
    else:
        with pytest.raises(publishing.NotReady, match="is not approved"):
            publishing.release_set(together, by=chief)
        assert not Publication.objects.visible().exists()


def test_empty_set_is_not_released(chief):
    with pytest.raises(publishing.NotReady, match="This set is empty"):
        publishing.release_set(ReleaseSet.objects.create(name="Nothing"), by=chief)


def test_programme_goes_the_same_way(editor, chief):
    forum = make_forum()
    approve(publishing.submit(forum, by=editor), chief)
    make_session(forum)
    candidate = publishing.submit(forum, by=editor, note="A session was added.")
    assert (candidate.number, candidate.kind) == (2, "update")
    forum.sessions.update(title={"en": "Another title"})
    with pytest.raises(publishing.NotReady):
        approve(candidate, chief)


def test_account_without_permission_is_refused_and_logged(editor):
    nobody = make_account("visitor", is_superuser=False, is_staff=False)
    with pytest.raises(PermissionDenied):
        publishing.submit(make_press_page(), by=nobody)
    with pytest.raises(PermissionDenied):
        approve(publishing.submit(make_press_page(slug="other"), by=editor), nobody)
    assert log().count(("visitor", "denied")) == 2


def test_audit_log_only_grows(editor):
    publishing.submit(make_press_page(), by=editor)
    for change in (
        lambda: AuditEntry.objects.update(actor="somebody"),
        lambda: AuditEntry.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert log() == [("editor", "submitted")]


def test_member_of_a_waiting_set_can_be_taken_out(editor, chief):
    together = ReleaseSet.objects.create(name="Outcome")
    member = approve(publishing.submit(make_press_page(), by=editor, release_set=together), chief)
    publishing.cancel(member, by=chief, reason="It is not true any more.")
    assert not together.publications.standing().exists()


def test_member_of_a_released_set_keeps_the_one_instant(editor, chief):
    together = ReleaseSet.objects.create(name="Outcome")
    member = approve(publishing.submit(make_press_page(), by=editor, release_set=together), chief)
    publishing.release_set(together, by=chief, at=timezone.now() + HOUR)
    with pytest.raises(publishing.NotReady, match="at one instant"):
        publishing.reschedule(member, by=chief, at=timezone.now() + 2 * HOUR)


def test_nothing_overtakes_a_version_that_waits_for_its_set(editor, chief):
    page = make_press_page()
    together = ReleaseSet.objects.create(name="Outcome")
    approve(publishing.submit(page, by=editor, release_set=together), chief)
    retitle(page)
    with pytest.raises(publishing.NotReady, match="waits for its release set"):
        publishing.submit(page, by=editor, note="Changed.")


def test_address_that_was_taken_meanwhile_is_refused_at_approval(editor, chief):
    candidate = publishing.submit(make_press_page(), by=editor)
    page = candidate.press_page
    other = make_press_page(slug="other")
    publish(other)
    type(page).objects.filter(pk=other.pk).update(slug="moved")
    type(page).objects.filter(pk=page.pk).update(slug="other")
    with pytest.raises(publishing.NotReady):
        approve(candidate, chief)
