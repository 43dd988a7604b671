"""The life of a publication: submitted, approved by somebody else, visible, corrected or withdrawn.

    candidate = submit(page, by=editor)                      sealed; any later edit makes it stale
    approve(candidate, by=chief, digest=candidate.digest)    visible now, or from the moment `at`

Each verb checks who may do it (`WHO_MAY`), raises `NotReady` with what stands in the way, and writes the audit log.
An update, a correction and a withdrawal go the same way as the first version, with a kind and a public note.
"""

import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from people.clock import now
from press import audit, preflight, programme_changes, published_index
from press.canonical import canonical_json, digest_of
from press.findings import Finding, NotReady
from press.models import AuditEntry, PressPage, Publication, ReleaseSet
from press.payload import content_of

SPEC = 1
FILE_NAME = re.compile(r"\S+\.(jpe?g|png|webp|tiff?)|(img|dsc|dscf|p)[_-]?\d+", re.IGNORECASE)

WHO_MAY = {
    "submit": "press.submit_publication",
    "take_back": "press.submit_publication",
    "send_back": "press.release_publication",
    "approve": "press.release_publication",
    "reschedule": "press.release_publication",
    "cancel": "press.release_publication",
    "release_set": "press.release_publication",
}
"""The permission that each verb needs. `tests/test_roles.py` holds the table of verbs and roles."""


def address_of(subject):
    """The public address, without the language and the outer slashes."""
    if isinstance(subject, PressPage):
        return f"press/{subject.year}/{subject.slug}"
    return f"forums/{subject.series.slug}/{subject.slug}"


# The verbs ----------------------------------------------------------------------------------------------------------


def submit(subject, by, kind=None, note="", release_set=None):
    """Seal the subject as it is now into a candidate that waits for approval. One that waits already is replaced."""
    check_permission("submit", by, subject)
    with transaction.atomic():
        subject = locked(subject)
        candidate = draft(subject, by.get_username(), kind, note)
        _refuse(*candidate_findings(subject, candidate))
        if waiting := subject.publications.waiting().first():
            _void(waiting, by, _("Replaced by a new submission."))
        candidate.release_set = release_set
        candidate.save(force_insert=True)
        audit.record(AuditEntry.Verb.SUBMITTED, by, candidate, note, **sealed(candidate))
    return candidate


def take_back(candidate, by):
    """The submitter changes their mind before anybody has approved."""
    check_permission("take_back", by, candidate)
    with transaction.atomic():
        candidate = _waiting(candidate)
        if candidate.prepared_by != by.get_username():
            raise NotReady(Finding(_("Only who submitted it can take it back. Send it back instead.")))
        _void(candidate, by, _("Taken back."))
        audit.record(AuditEntry.Verb.TAKEN_BACK, by, candidate)


def send_back(candidate, by, reason):
    """The approver wants something changed; nothing becomes visible."""
    check_permission("send_back", by, candidate)
    if not reason.strip():
        raise NotReady(Finding(_("Say what should be changed."), "reason"))
    with transaction.atomic():
        candidate = _waiting(candidate)
        _void(candidate, by, reason)
        audit.record(AuditEntry.Verb.SENT_BACK, by, candidate, reason)


def approve(candidate, by, digest, at=None, is_embargo=False, reasons=None):
    """Approve what was read under `digest`, visible at once or from the moment `at` (aware).

    A member of a release set becomes visible only with its set. Each yellow finding wants a reason: `reasons` has it
    under the finding's key, and the audit log keeps it.
    """
    check_permission("approve", by, candidate)
    if candidate.prepared_by == by.get_username() and not settings.SINGLE_HANDED:
        audit.record(
            AuditEntry.Verb.DENIED, by, candidate.subject, _("Nobody approves what they submitted themselves.")
        )
        raise PermissionDenied(_("You submitted this yourself. Somebody else must approve it."))
    with transaction.atomic():
        candidate = _waiting(candidate)
        if digest != candidate.digest or is_stale(candidate):
            raise NotReady(
                Finding(_("It was changed after it had been submitted. Submit it again, then approve that."))
            )
        instant = None if candidate.release_set else not_past(at, candidate)
        found = all_findings(candidate, instant)
        given = {key: reason.strip() for key, reason in (reasons or {}).items()}
        _refuse(*(finding for finding in found if finding.is_red))
        _refuse(*(_without_reason(finding) for finding in found if not given.get(finding.key)))
        candidate.approved_by, candidate.approved_at = by.get_username(), now()
        candidate.single_handed = candidate.prepared_by == candidate.approved_by
        candidate.is_embargo = is_embargo
        if candidate.release_set is None:
            _release(candidate, instant)
        candidate.save()
        published_index.build(candidate)
        kept = [{"key": one.key, "finding": one.message, "reason": given[one.key]} for one in found]
        audit.record(AuditEntry.Verb.APPROVED, by, candidate, candidate.note, **sealed(candidate), reasons=kept)
    return candidate


def reschedule(publication, by, at):
    """Move a release that still lies in the future to the moment `at` (aware), which is not in the past either."""
    check_permission("reschedule", by, publication)
    with transaction.atomic():
        publication = _to_come(publication)
        former = publication.visible_from
        if publication.release_set:
            raise NotReady(Finding(_("It is released with its set, at one instant. Cancel it to take it out.")))
        before = (
            publication.subject.publications.approved().filter(visible_until=former).exclude(pk=publication.pk).first()
        )
        publication.visible_from = max(at, now(), before.visible_from if before else at)
        moved = publication.visible_from
        _refuse(*preflight.embargo_findings(publication, moved), *preflight.late_findings(publication, moved))
        if before:
            _end(before, publication.visible_from)
        publication.save(update_fields=["visible_from"])
        audit.record(AuditEntry.Verb.RESCHEDULED, by, publication, **sealed(publication))
    return publication


def cancel(publication, by, reason):
    """Take a release back before its moment; the version before stays visible."""
    check_permission("cancel", by, publication)
    if not reason.strip():
        raise NotReady(Finding(_("Say why it is cancelled."), "reason"))
    with transaction.atomic():
        publication = _to_come(publication)
        ended = publication.subject.publications.approved().filter(
            visible_until__isnull=False, visible_until=publication.visible_from
        )
        _void(publication, by, reason)
        for before in ended.exclude(pk=publication.pk):
            _end(before, None)
        audit.record(AuditEntry.Verb.CANCELLED, by, publication, reason)


def release_set(release_set, by, at=None):
    """Make every member of a set visible at one instant. One that is not approved, or has changed, holds back all."""
    check_permission("release_set", by, release_set)
    with transaction.atomic():
        release_set = ReleaseSet.objects.select_for_update().get(pk=release_set.pk)
        members = list(release_set.publications.standing().select_for_update(of=("self",)))
        if release_set.released_at:
            raise NotReady(Finding(_("This set was released already.")))
        if not members:
            raise NotReady(Finding(_("This set is empty. Submit pages into it first.")))
        _refuse(
            *(
                Finding(_("“%(page)s” is not approved. Approve it or send it back.") % {"page": one.subject})
                for one in members
                if not one.approved_at
            )
        )
        instant = not_past(at, *members)
        _refuse(*(found for one in members for found in preflight.embargo_findings(one, instant)))
        for member in members:
            _release(member, instant)
            member.save(update_fields=["visible_from"])
            audit.record(AuditEntry.Verb.RELEASED, by, member, release_set.name, **sealed(member))
        release_set.released_at = instant
        release_set.save()
    return instant


def check_permission(verb, by, about):
    """Raise PermissionDenied, and log it, unless the account may use the verb."""
    if by.has_perm(WHO_MAY[verb]):
        return
    audit.record(AuditEntry.Verb.DENIED, by, about, verb)
    raise PermissionDenied(_("Your account may not do this. Ask a chief editor."))


def locked(subject):
    return type(subject).objects.select_for_update(of=("self",)).get(pk=subject.pk)


def is_stale(candidate):
    """Whether what was sealed is no longer what the working rows say, or no longer follows the version before."""
    fresh = draft(candidate.subject, kind=candidate.kind, note=candidate.note)
    return fresh.payload != candidate.payload


def sealed(publication):
    """What the audit log keeps of a publication, so that `press.verification` can compare."""
    moment = publication.visible_from
    return {
        "digest": publication.digest,
        "approved_by": publication.approved_by,
        "visible_from": moment.isoformat() if moment else None,
    }


def _without_reason(finding):
    return Finding(_("Say why it may be published like this: %(finding)s") % {"finding": finding.message}, "reason")


def _refuse(*findings):
    if findings:
        raise NotReady(*findings)


def _again(publication):
    """The publication as the database has it now, its subject locked: one verb at a time."""
    locked(publication.subject)
    return Publication.objects.select_for_update(of=("self",)).get(pk=publication.pk)


def _waiting(candidate):
    candidate = _again(candidate)
    if candidate.voided_at or candidate.approved_at:
        raise NotReady(Finding(_("It no longer waits for approval. Load the page again to see what happened.")))
    return candidate


def _to_come(publication):
    """An approved publication whose moment lies ahead, or that waits for its set, and that nothing follows yet."""
    publication = _again(publication)
    begun = publication.visible_from and publication.visible_from <= now()
    if publication.voided_at or not publication.approved_at or begun:
        raise NotReady(Finding(_("Its moment is not to come. What is visible is corrected or withdrawn instead.")))
    if publication.visible_until:
        raise NotReady(Finding(_("A later version follows it already. Cancel that one first.")))
    return publication


def _void(publication, by, reason):
    publication.voided_at, publication.voided_by, publication.void_reason = now(), by.get_username(), reason
    publication.save(update_fields=["voided_at", "voided_by", "void_reason"])


def not_past(at, *publications):
    """The moment `at`, or the first one after it that is neither past nor before that of a version to be replaced."""
    current = now()
    befores = [_before(publication) for publication in publications]
    return max(current, at or current, *(before.visible_from for before in befores if before))


def _before(publication):
    """The version that a publication will replace."""
    released = publication.subject.publications.approved().filter(visible_from__isnull=False, visible_until=None)
    return released.exclude(pk=publication.pk).first()


def _release(publication, instant):
    if before := _before(publication):
        _end(before, instant)
    publication.visible_from = instant


def _end(publication, at):
    publication.visible_until = at
    publication.save(update_fields=["visible_until"])


# Sealing ------------------------------------------------------------------------------------------------------------


def draft(subject, by="", kind=None, note=""):
    """The candidate that would follow, sealed but not saved."""
    before = subject.publications.approved().order_by("number").last()
    kind = kind or (Publication.Kind.UPDATE if before else Publication.Kind.FIRST)
    publication = Publication(
        number=before.number + 1 if before else 1,
        address=before.address if before and kind == Publication.Kind.WITHDRAWAL else address_of(subject),
        kind=kind,
        note=note,
        previous_digest=before.digest if before else "",
        prepared_by=by,
        **{"press_page" if isinstance(subject, PressPage) else "forum": subject},
    )
    content = {} if publication.is_withdrawal else content_of(subject)
    publication.payload = canonical_json(
        {
            "spec": SPEC,
            "subject": str(subject.uid),
            "number": publication.number,
            "address": publication.address,
            "kind": publication.kind,
            "note": note,
            "previous": publication.previous_digest,
            "changes": _changes(before, content),
            "content": content,
        }
    )
    publication.digest = digest_of(publication.payload)
    return publication


def _changes(before, content):
    """A list of sentences per site language that say what changed in a forum's programme; empty for a press page."""
    if before is None or not before.content or "sessions" not in before.content or "texts" in content or not content:
        return {}
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = list(programme_changes.changes(before.content, content, language))
    return found


# What stands in the way ---------------------------------------------------------------------------------------------


def findings(subject):
    """What must be mended before the subject can be published; an empty list if nothing."""
    found = list(_address_findings(subject))
    if isinstance(subject, PressPage):
        found += [*_text_findings(subject), *_photo_findings(subject), *_statement_findings(subject)]
    return found


def all_findings(candidate, at=None):
    """What stands in the way of a candidate that would appear at the moment `at`, and what wants a reason."""
    return [*candidate_findings(candidate.subject, candidate), *preflight.findings(candidate, at)]


def candidate_findings(subject, candidate):
    """What stands in the way of this candidate: its subject's findings, its kind, its note, nothing new."""
    before = subject.publications.approved().order_by("number").last()
    if before is None:
        if candidate.kind != Publication.Kind.FIRST:
            yield Finding(_("Nothing was published yet. Choose “first publication”."), "kind")
    else:
        if candidate.kind == Publication.Kind.FIRST:
            yield Finding(_("There is a version already. Say whether this is an update or a correction."), "kind")
        if not candidate.note.strip():
            yield Finding(_("Say in a public note what has changed and why."), "note")
        if not before.visible_from:
            yield Finding(
                _("Version %(number)s waits for its release set. Release the set or cancel it first.")
                % {"number": before.number}
            )
        if (before.address, before.content) == (candidate.address, candidate.content):
            yield Finding(_("Nothing has changed since version %(number)s.") % {"number": before.number})
    if not candidate.is_withdrawal:
        yield from findings(subject)


def _address_findings(subject):
    others = Publication.objects.visible().filter(address=address_of(subject))
    others = others.exclude(press_page=subject) if isinstance(subject, PressPage) else others.exclude(forum=subject)
    if others.exists():
        yield Finding(
            _("Another published page still has this address. Choose another slug, or move that page."), "slug"
        )


def _text_findings(page):
    text = page.original_text()
    if text is None:
        yield Finding(_("There is no text in the original language. Write one, or choose another original."), "texts")
    elif text.state != text.State.READY:
        yield Finding(_("The text in the original language is a draft. Set its state to “ready”."), "texts")


def _photo_findings(page):
    for photo in page.photos.all():
        text = photo.texts.filter(language=page.original_language).first()
        if not photo.file.storage.exists(photo.file.name):
            yield Finding(
                _("The file of the photo “%(photo)s” is missing. Open the photo and choose the file again.")
                % {"photo": photo},
                "page_photos",
            )
        if not photo.credit:
            yield Finding(_("The photo “%(photo)s” has no credit. Name who took it.") % {"photo": photo}, "page_photos")
        if text is None or not (text.alt or text.decorative):
            yield Finding(
                _("The photo “%(photo)s” has no alternative text. Describe it, or tick “decorative”.")
                % {"photo": photo},
                "page_photos",
            )
        if text and FILE_NAME.fullmatch(text.caption.strip()):
            yield Finding(
                _("The caption “%(caption)s” is the name of a file. Say what the photo shows.")
                % {"caption": text.caption},
                "page_photos",
            )


def _statement_findings(page):
    for statement in page.statements.all():
        voices = statement.voices.exists()
        if statement.regime == statement.Regime.BACKGROUND and voices:
            yield Finding(
                _("“%(statement)s” was said on background and may not carry a name. Take it off the page.")
                % {"statement": statement},
                "page_statements",
            )
        elif statement.regime != statement.Regime.BACKGROUND and not voices:
            yield Finding(
                _("“%(statement)s” has no speaker. Add a voice to the statement.") % {"statement": statement},
                "page_statements",
            )
        if not statement.texts.filter(is_original=True, state="checked").exists():
            yield Finding(
                _("“%(statement)s” has no checked original text. Check it and mark it as the original.")
                % {"statement": statement},
                "page_statements",
            )
