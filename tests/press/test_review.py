"""From the form to the public: submit, review, approve, schedule, release together, and let somebody read it before."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as site
from django.contrib.auth.models import User
from django.utils import timezone

from events.models import Forum
from press import publishing
from press.forms import reason_name
from press.models import AuditEntry, PressPage, PreviewLink, Publication, ReleaseSet
from tests.make import make_forum, make_press_page, make_session, publish
from tests.newsroom import entered, make_groups, make_user, page_of

pytestmark = pytest.mark.django_db
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
NOON = timezone.now().replace(hour=11, minute=0, second=0, microsecond=0)
"""Noon at Brdo, or an hour later: a time that the clocks neither skip nor repeat on any day."""


@pytest.fixture(autouse=True)
def groups(db):
    """As the migration makes them; a browser test in the same process empties the whole database."""
    make_groups()


@pytest.fixture
def editor():
    return make_user("Editor")


@pytest.fixture
def chief():
    return make_user("Chief editor")


@pytest.fixture
def page():
    return make_press_page(forum=make_forum())


@pytest.fixture
def candidate(page, editor):
    return publishing.submit(page, by=editor)


def desk(publication):
    return page_of(Publication, "review", publication.pk)


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode()))


def submit(client, account, subject, **said):
    client.force_login(account)
    return client.post(page_of(type(subject), "submit", subject.pk), said)


def decide(client, account, publication, verb, **said):
    """What the account sends from the review page, and gets back; fields are named by their form."""
    client.force_login(account)
    typed = {f"{verb}-{name}": value for name, value in said.items()}
    return client.post(desk(publication), {"verb": verb, **typed, "link": said.get("link", "")})


def approve(client, account, candidate, **said):
    return decide(client, account, candidate, "approve", **{"digest": candidate.digest, "when": "now", **said})


def state(publication):
    return Publication.objects.get(pk=publication.pk).state


def at(moment):
    local = moment.astimezone(ZoneInfo("Europe/Ljubljana"))
    return {"day": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}"}


# Submit -------------------------------------------------------------------------------------------------------------


def test_submit_page_says_what_will_be_sealed(client, editor, page):
    page.texts.create(language="sl", title="Srečanje", state="draft")
    client.force_login(editor)
    shown = words(client.get(page_of(PressPage, "submit", page.pk)))
    assert "What becomes version 1" in shown
    assert "Srečanje – draft, stays unpublished" in shown
    assert not Publication.objects.exists()


def test_editor_submits_and_nothing_is_public(client, editor, page):
    response = submit(client, editor, page)
    assert response["Location"] == page_of(PressPage, "change", page.pk)
    candidate = Publication.objects.get()
    assert (candidate.state, candidate.number, candidate.prepared_by) == ("waiting", 1, "editor")
    shown = client.get(response["Location"])
    assert "version 1 waits for approval, submitted by editor" in words(shown)
    assert desk(candidate) in shown.content.decode()


def test_forum_is_submitted_the_same_way(client, editor):
    assert submit(client, editor, make_forum()).status_code == 302
    assert Publication.objects.get().forum is not None


def test_what_is_not_ready_is_not_submitted_and_says_where_to_go(client, editor):
    page = make_press_page(text={"state": "draft"})
    client.force_login(editor)
    shown = client.get(page_of(PressPage, "submit", page.pk)).content.decode()
    assert "Set its state to “ready”." in shown
    assert f"{page_of(PressPage, 'change', page.pk)}#texts-group" in shown
    assert "Submit version 1" not in shown
    assert submit(client, editor, page).status_code == 200
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "typo", "note": " "},
        {"kind": "first", "note": "A"},
        {"note": "A"},
        {"kind": "typo", "note": "A\0"},
        {"kind": "typo", "note": "A", "release_set": "99"},
    ],
)
def test_later_version_with_odd_input_is_not_submitted(client, editor, page, said):
    publish(page)
    ReleaseSet.objects.create(name="Outcome")
    page.texts.update(title="Ministers met at Brdo")
    assert submit(client, editor, page, **said).status_code == 200
    assert not Publication.objects.waiting().exists()


def test_later_version_carries_its_kind_and_note(client, editor, page):
    publish(page)
    page.texts.update(title="Ministers met at Brdo")
    client.force_login(editor)
    shown = client.get(page_of(PressPage, "submit", page.pk)).content.decode()
    assert "<del>meet</del><ins>met</ins>" in shown
    submit(client, editor, page, kind="typo", note="The tense was wrong.")
    assert Publication.objects.waiting().values_list("number", "kind", "note").get() == (
        2,
        "typo",
        "The tense was wrong.",
    )


def test_unchanged_page_can_only_be_withdrawn(client, editor, page):
    publish(page)
    assert "Nothing has changed since version 1." in words(submit(client, editor, page, kind="typo", note="Nothing"))
    assert "Withdrawal takes every word away." in words(client.get(page_of(PressPage, "submit", page.pk)))
    submit(client, editor, page, kind="withdrawal", note="Published by mistake.")
    assert Publication.objects.waiting().get().is_withdrawal


def test_submitting_stands_beside_no_fields(client, editor, page):
    client.force_login(editor)
    shown = client.get(page_of(PressPage, "submit", page.pk)).content.decode()
    assert set(re.findall(r'name="([^"]+)"', shown.split('id="content-main"')[1])) <= {"csrfmiddlewaretoken"}


def test_archivist_submits_nothing(client, page):
    archivist = make_user("Archivist")
    assert submit(client, archivist, page).status_code == 403
    assert "Submit for approval" not in words(client.get(page_of(PressPage, "change", page.pk)))
    assert not Publication.objects.exists()
    assert AuditEntry.objects.filter(verb="denied", actor="archivist").count() == 1


def test_selected_first_versions_are_submitted_after_a_question(client, editor, page):
    draft, known = make_press_page(slug="draft", text={"state": "draft"}), make_press_page(slug="known")
    publish(known)
    selected = {"action": "submit_selected", "_selected_action": [page.pk, draft.pk, known.pk]}
    client.force_login(editor)
    assert "Submit 1 for approval" in client.post(page_of(PressPage, "changelist"), selected).content.decode()
    assert not Publication.objects.waiting().exists()
    client.post(page_of(PressPage, "changelist"), selected | {"confirmed": "yes"})
    assert [one.press_page for one in Publication.objects.waiting()] == [page]


# The review page ----------------------------------------------------------------------------------------------------


def test_review_shows_who_when_what_and_the_digest(client, chief, candidate):
    client.force_login(chief)
    response = client.get(desk(candidate))
    shown = words(response)
    assert "by editor" in shown
    assert "Europe/Ljubljana" in shown
    assert candidate.digest in shown
    assert "It is the first version" in shown
    assert "Approve version 1" in response.content.decode()


def test_review_shows_each_change_word_by_word(client, chief, editor, page):
    publish(page)
    page.texts.update(lead="They agreed to work together.")
    client.force_login(chief)
    candidate = publishing.submit(page, by=editor, kind="fact", note="They did agree.")
    shown = client.get(desk(candidate)).content.decode()
    assert "They <del>agree</del><ins>agreed</ins> to work together." in shown
    assert "They did agree." in shown


def test_review_says_in_sentences_what_changed_in_the_programme(client, chief, editor):
    forum = make_forum()
    publish(forum)
    make_session(forum)
    client.force_login(chief)
    candidate = publishing.submit(forum, by=editor, note="A session was added.")
    assert "Added: “Meeting of home affairs ministers”." in words(client.get(desk(candidate)))


def test_preview_of_a_candidate_shows_what_was_sealed(client, chief, candidate, page):
    page.texts.update(title="Something else")
    client.force_login(chief)
    response = client.get(page_of(Publication, "preview", candidate.pk, "en"))
    assert "Ministers meet at Brdo" in response.content.decode()
    assert "Something else" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert client.get(page_of(Publication, "preview", candidate.pk, "xx")).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "sl"])
def test_withdrawal_is_previewed_in_each_language(client, chief, editor, page, language):
    publish(page)
    candidate = publishing.submit(page, by=editor, kind="withdrawal", note="Published by mistake.")
    client.force_login(chief)
    shown = client.get(page_of(Publication, "preview", candidate.pk, language)).content.decode()
    assert "Published by mistake." in shown
    assert "Ministers meet" not in shown


# Approve ------------------------------------------------------------------------------------------------------------


def test_chief_editor_approves_and_it_is_visible(client, chief, candidate):
    response = approve(client, chief, candidate)
    assert response["Location"] == desk(candidate)
    assert state(candidate) == "visible"
    assert "Version 1 is approved and visible since" in words(client.get(response["Location"]))
    assert "Ministers meet at Brdo" in client.get(f"/en/{candidate.address}/").content.decode()


@pytest.mark.parametrize("group", ["Editor", "Archivist"])
@pytest.mark.parametrize("verb", ["approve", "send_back", "reschedule", "cancel"])
def test_forged_decision_is_refused_and_changes_nothing(client, candidate, group, verb):
    account = User.objects.filter(groups__name=group).first() or make_user(group)
    response = decide(client, account, candidate, verb, digest=candidate.digest, when="now", reason="Because")
    assert response.status_code == 403
    assert "Your account may not do this." in words(response)
    assert state(candidate) == "waiting"
    assert AuditEntry.objects.filter(verb="denied", actor=account.username).exists()


def test_chief_editor_cannot_approve_her_own_candidate(client, chief, page):
    candidate = publishing.submit(page, by=chief)
    client.force_login(chief)
    assert "You submitted this yourself. Somebody else must approve it." in words(client.get(desk(candidate)))
    assert "Approve version 1" not in client.get(desk(candidate)).content.decode()
    response = approve(client, chief, candidate)
    assert response.status_code == 403
    assert "Nothing was done You submitted this yourself. Somebody else must approve it." in words(response)
    assert state(candidate) == "waiting"


def test_single_handed_newsroom_approves_its_own_and_says_so(client, settings, chief, page):
    settings.SINGLE_HANDED = True
    candidate = publishing.submit(page, by=chief)
    client.force_login(chief)
    assert "one person prepared and approved it" in words(client.get(desk(candidate)))
    approve(client, chief, candidate)
    assert Publication.objects.get().single_handed


def test_stale_candidate_is_not_approved_and_shows_what_changed(client, chief, candidate, page):
    page.texts.update(title="Ministers met at Brdo")
    client.force_login(chief)
    shown = client.get(desk(candidate)).content.decode()
    assert "Changed since it was submitted" in shown
    assert "<del>meet</del><ins>met</ins>" in shown
    assert "Approve version 1" not in shown
    assert "It was changed after it had been submitted." in words(approve(client, chief, candidate))
    assert state(candidate) == "waiting"


def test_approval_is_of_the_digest_that_was_shown(client, chief, candidate):
    assert "It was changed after" in words(approve(client, chief, candidate, digest="0" * 64))
    approve(client, chief, candidate, digest="")
    assert state(candidate) == "waiting"


@pytest.mark.parametrize("when", ["at", "embargo"])
def test_page_is_approved_for_a_moment_to_come(client, chief, candidate, when):
    moment = NOON + 2 * DAY
    response = approve(client, chief, candidate, when=when, **at(moment))
    approved = Publication.objects.get()
    assert (approved.state, approved.visible_from, approved.is_embargo) == ("embargoed", moment, when == "embargo")
    shown = words(client.get(response["Location"]))
    assert f"{moment.astimezone(datetime.UTC):%H:%M} UTC" in shown
    assert "Move the release" in shown


def test_moment_that_has_passed_is_refused(client, chief, candidate):
    response = approve(client, chief, candidate, when="at", day="2021-12-03", time="17:40")
    assert "3 December 2021, 17:40 in Europe/Ljubljana (16:40 UTC) has passed. It is now" in words(response)
    assert state(candidate) == "waiting"


@pytest.mark.parametrize(
    "typed",
    [{}, {"day": "2099-12-03"}, {"day": "x", "time": "y"}, {"day": "9999-12-31", "time": "23:59"}, {"when": "never"}],
)
def test_moment_that_cannot_be_read_is_refused(client, chief, candidate, typed):
    assert approve(client, chief, candidate, **{"when": "at", **typed}).status_code == 200
    assert state(candidate) == "waiting"


def test_time_that_exists_twice_is_asked_back_and_chosen(client, chief, candidate):
    typed = {"when": "at", "day": "2030-10-27", "time": "02:30"}
    response = approve(client, chief, candidate, **typed)
    assert (
        "02:30 on 27 October 2030 exists twice in Europe/Ljubljana: 00:30 UTC (+02:00) and 01:30 UTC (+01:00). "
        "Choose one." in words(response)
    )
    assert state(candidate) == "waiting"
    offered = re.findall(r'<option value="([^"]+)"', response.content.decode().split("approve-reading")[-1])[:2]
    approve(client, chief, candidate, **typed, reading=offered[1].replace("&#x2B;", "+"))
    assert Publication.objects.get().visible_from == datetime.datetime(2030, 10, 27, 1, 30, tzinfo=datetime.UTC)


def test_time_that_does_not_exist_names_its_neighbours(client, chief, candidate):
    response = approve(client, chief, candidate, when="at", day="2030-03-31", time="02:30")
    assert "Write 01:30 (00:30 UTC) or 03:30 (01:30 UTC)." in words(response)
    assert state(candidate) == "waiting"


# Send back, take back, move, cancel ---------------------------------------------------------------------------------


def test_chief_editor_sends_back_and_the_editor_reads_why(client, chief, editor, candidate, page):
    assert "Say what should be changed." in words(decide(client, chief, candidate, "send_back", reason=" "))
    decide(client, chief, candidate, "send_back", reason="The lead is too long.")
    assert state(candidate) == "voided"
    client.force_login(editor)
    shown = words(client.get(page_of(PressPage, "change", page.pk)))
    assert "Sent back by chief-editor: The lead is too long." in shown


def test_submitter_takes_back_and_nobody_else(client, chief, editor, candidate):
    assert "Only who submitted it can take it back." in words(decide(client, chief, candidate, "take_back"))
    assert decide(client, editor, candidate, "take_back").status_code == 302
    assert state(candidate) == "voided"


def test_release_to_come_is_moved(client, chief, page):
    publication = publish(page, at=timezone.now() + HOUR)
    moment = NOON + 3 * DAY
    assert "has passed" in words(decide(client, chief, publication, "reschedule", **at(NOON - DAY)))
    assert decide(client, chief, publication, "reschedule", **at(moment)).status_code == 302
    assert Publication.objects.get().visible_from == moment


def test_release_to_come_is_cancelled_with_a_reason(client, chief, page):
    publication = publish(page, at=timezone.now() + HOUR)
    assert "Say why it is cancelled." in words(decide(client, chief, publication, "cancel", reason=""))
    decide(client, chief, publication, "cancel", reason="The talks go on.")
    assert state(publication) == "voided"
    assert Publication.objects.get().void_reason == "The talks go on."


@pytest.mark.parametrize("verb", ["approve", "send_back", "take_back", "reschedule", "cancel"])
def test_what_is_visible_is_not_decided_again(client, chief, page, verb):
    publication = publish(page)
    said = {"digest": publication.digest, "when": "now", "reason": "Because", **at(NOON + 2 * DAY)}
    assert "Nothing was done" in words(decide(client, chief, publication, verb, **said))
    assert state(publication) == "visible"


@pytest.mark.parametrize("verb", ["", "delete", "decide", "context"])
def test_verb_that_does_not_exist_is_a_bad_request(client, chief, candidate, verb):
    assert decide(client, chief, candidate, verb).status_code == 400


# Release sets -------------------------------------------------------------------------------------------------------


@pytest.fixture
def together(editor):
    """A set of two pages that wait."""
    release_set = ReleaseSet.objects.create(name="Outcome")
    for number in (1, 2):
        page = make_press_page(slug=f"page-{number}", text={"title": f"Page {number}"})
        publishing.submit(page, by=editor, release_set=release_set)
    return release_set


def release(client, account, release_set, **said):
    client.force_login(account)
    return client.post(page_of(ReleaseSet, "release", release_set.pk), {"when": "now", **said})


def test_page_is_submitted_into_a_set_and_waits_for_it(client, chief, editor, page):
    release_set = ReleaseSet.objects.create(name="Outcome")
    submit(client, editor, page, release_set=release_set.pk)
    candidate = release_set.publications.get()
    approve(client, chief, candidate)
    assert state(candidate) == "approved"
    assert "approved, waits for its release set" in words(client.get(desk(candidate)))


def test_one_member_that_is_not_approved_is_named_and_holds_back_the_set(client, chief, together):
    first, _second = together.publications.order_by("pk")
    approve(client, chief, first)
    shown = client.get(page_of(ReleaseSet, "release", together.pk)).content.decode()
    assert "“Page 2” is not approved, and holds back the whole set." in shown
    assert "Release 2 pages" not in shown
    assert "“Page 2” is not approved." in words(release(client, chief, together))
    assert not Publication.objects.visible().exists()


def test_set_becomes_visible_at_one_instant(client, chief, together):
    for member in together.publications.all():
        approve(client, chief, member)
    assert release(client, chief, together).status_code == 302
    assert len({one.visible_from for one in Publication.objects.visible()}) == 1
    assert Publication.objects.visible().count() == 2


def test_released_set_leads_to_the_site_as_of_its_moment(client, chief, together):
    for member in together.publications.all():
        approve(client, chief, member)
    release(client, chief, together, when="at", **at(NOON + 2 * DAY))
    shown = client.get(page_of(ReleaseSet, "release", together.pk)).content.decode()
    link = re.search(r'href="(/en/press/[^"]+as_of=[^"]+)"', shown)[1]
    assert "Page 1" in client.get(link).content.decode()
    assert client.get(link.partition("?")[0]).status_code == 404


def test_editor_releases_no_set(client, editor, together):
    assert release(client, editor, together).status_code == 403
    assert ReleaseSet.objects.get().released_at is None


def test_set_with_members_is_not_deleted(client, chief, together):
    client.force_login(chief)
    assert client.post(page_of(ReleaseSet, "delete", together.pk), {"post": "yes"}).status_code in (200, 403)
    assert ReleaseSet.objects.exists()


# Preview links ------------------------------------------------------------------------------------------------------


def make_link(client, account, publication, **said):
    typed = {"person": "Ana Kovač, STA", "purpose": "embargoed_copy", **at(NOON + 2 * DAY), **said}
    return decide(client, account, publication, "make_link", **typed)


def test_preview_link_is_shown_once(client, editor, candidate):
    response = make_link(client, editor, candidate)
    address = re.search(rf"{site.SITE_URL}(/en/preview/[^/]+/)", response.content.decode())[1]
    assert "no-store" in response["Cache-Control"]
    assert address not in client.get(desk(candidate)).content.decode()
    client.logout()
    assert "Ministers meet at Brdo" in client.get(address).content.decode()
    client.force_login(editor)
    assert "Ana Kovač, STA" in words(client.get(desk(candidate)))
    assert "Opened once" in words(client.get(desk(candidate)))


def test_preview_link_is_revoked(client, editor, candidate):
    address = re.search(rf"{site.SITE_URL}(/en/preview/[^/]+/)", make_link(client, editor, candidate).content.decode())[
        1
    ]
    link = PreviewLink.objects.get()
    assert decide(client, editor, candidate, "revoke", link=link.pk).status_code == 302
    assert client.get(address).status_code == 404
    assert "revoked" in words(client.get(desk(candidate)))
    assert decide(client, editor, candidate, "revoke", link="99").status_code == 404


@pytest.mark.parametrize("typed", [{"person": ""}, {"person": "A\0"}, {"day": "2021-12-03"}, {"purpose": "x"}])
def test_preview_link_with_odd_input_is_not_made(client, editor, candidate, typed):
    assert make_link(client, editor, candidate, **typed).status_code == 200
    assert not PreviewLink.objects.exists()


def test_archivist_makes_and_revokes_no_link(client, editor, candidate):
    archivist = make_user("Archivist")
    make_link(client, editor, candidate)
    assert make_link(client, archivist, candidate).status_code == 403
    assert decide(client, archivist, candidate, "revoke", link=PreviewLink.objects.get().pk).status_code == 403
    assert PreviewLink.objects.get().revoked_at is None


# The list -----------------------------------------------------------------------------------------------------------


def make_one_of_each(editor):
    """A publication in each state, by the state's name."""
    made = {"visible": publish(make_press_page(slug="visible"))}
    made["waiting"] = publishing.submit(make_press_page(slug="waiting"), by=editor)
    made["embargoed"] = publish(make_press_page(slug="embargoed"), at=timezone.now() + HOUR)
    release_set = ReleaseSet.objects.create(name="Outcome")
    made["approved"] = publish(make_press_page(slug="approved"), release_set=release_set)
    made["voided"] = publishing.submit(make_press_page(slug="voided"), by=editor)
    publishing.take_back(made["voided"], by=editor)
    page = make_press_page(slug="withdrawn")
    made["replaced"] = publish(page)
    made["withdrawn"] = publish(page, kind="withdrawal")
    return made


def test_publications_are_filtered_by_state(client, editor):
    made = make_one_of_each(editor)
    client.force_login(editor)
    for name, publication in made.items():
        response = client.get(page_of(Publication, "changelist"), {"state": name})
        assert [one.pk for one in response.context_data["cl"].result_list] == [publication.pk], name


def test_every_state_has_a_review_page_a_record_and_a_preview(client, editor):
    made = make_one_of_each(editor)
    client.force_login(editor)
    for publication in made.values():
        for address in (
            desk(publication),
            page_of(Publication, "change", publication.pk),
            page_of(Publication, "preview", publication.pk, "en"),
        ):
            assert client.get(address).status_code in (200, 410), address


def test_list_of_publications_costs_the_same_with_one_and_with_many(client, editor, django_assert_max_num_queries):
    client.force_login(editor)
    publish(make_press_page(forum=make_forum()))
    make_one_of_each(editor)
    with django_assert_max_num_queries(20):
        client.get(page_of(Publication, "changelist"))


def test_forum_without_anything_submitted_is_a_draft(client, editor):
    forum = make_forum()
    client.force_login(editor)
    assert "Draft, nothing was submitted yet" in words(client.get(page_of(Forum, "change", forum.pk)))
    publish(forum)
    assert "Nothing has changed since version 1 · visible version 1" in words(
        client.get(page_of(Forum, "change", forum.pk))
    )


# Findings and reasons -----------------------------------------------------------------------------------------------


@pytest.fixture
def doubtful(editor):
    """A candidate with one yellow finding."""
    return publishing.submit(make_press_page(text={"body": "<p>They met yesterday.</p>"}), by=editor)


def reason_field(candidate):
    (finding,) = publishing.all_findings(candidate)
    return reason_name(finding)


def test_finding_is_shown_to_who_submits_and_asks_for_no_reason(client, editor, doubtful):
    client.force_login(editor)
    page = doubtful.press_page
    response = client.get(page_of(PressPage, "submit", page.pk))
    assert "“yesterday” says nothing any more" in words(response)
    assert f"{page_of(PressPage, 'change', page.pk)}#id_texts-0-body" in response.content.decode()
    assert "Why it may be published like this" not in words(response)
    assert submit(client, editor, page).status_code == 302


def test_approval_without_a_reason_is_refused_and_with_one_logged(client, chief, doubtful):
    response = approve(client, chief, doubtful)
    assert "Say why it may be published like this, or send it back." in words(response)
    assert state(doubtful) == "waiting"
    approve(client, chief, doubtful, **{reason_field(doubtful): "It is the date of the meeting.\nSee the lead."})
    assert state(doubtful) == "visible"
    assert "It is the date of the meeting.\\nSee the lead." in AuditEntry.objects.get(verb="approved").detail


@pytest.mark.parametrize("reason", ["x" * 4001, "nul \0", " "])
def test_odd_reason_is_refused_and_not_lost(client, chief, doubtful, reason):
    response = approve(client, chief, doubtful, **{reason_field(doubtful): reason})
    assert "Nothing was done" in words(response)
    assert state(doubtful) == "waiting"
    assert entered(response)[f"approve-{reason_field(doubtful)}"] == [reason]


def test_reason_is_not_lost_when_another_field_is_refused(client, chief, doubtful):
    response = approve(client, chief, doubtful, when="at", day="", **{reason_field(doubtful): "x" * 4000})
    assert entered(response)[f"approve-{reason_field(doubtful)}"] == ["x" * 4000]
    assert "Say why it may be" not in words(response)


def test_words_under_embargo_can_be_approved_for_their_moment(client, chief, editor):
    secret = "<p>Nine joint offices will be opened along the whole border in spring.</p>"
    hidden = publish(make_press_page(slug="hidden", text={"body": secret}), at=NOON + 2 * DAY)
    candidate = publishing.submit(make_press_page(slug="early", text={"body": secret}), by=editor)
    client.force_login(chief)
    assert "Stands in the way:" in words(client.get(desk(candidate)))
    assert "which nobody may read before" in words(approve(client, chief, candidate))
    assert state(candidate) == "waiting"
    approve(client, chief, candidate, when="at", **at(hidden.visible_from))
    assert state(candidate) == "embargoed"
