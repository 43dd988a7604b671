"""Publishing: sealing what an editor has written into a publication, and deciding when the public sees it.

    publication = publish(page, by="editor")

`publish` seals and releases in one step. The candidate that one person submits and another approves is the same
publication with `visible_from` still empty; the database allows it, and lets nobody approve their own unless the
publication says so (`single_handed`).
"""

import re
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from people.clock import now
from press import published_index
from press.canonical import canonical_json, digest_of
from press.models import PressPage, Publication
from press.payload import content_of

SPEC = 1
FILE_NAME = re.compile(r"\S+\.(jpe?g|png|webp|tiff?)|(img|dsc|dscf|p)[_-]?\d+", re.IGNORECASE)


class Finding(NamedTuple):
    """Something that stands in the way of publishing, and the field of the change form that mends it."""

    message: str
    field: str = ""


class NotReady(Exception):
    def __init__(self, findings):
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


def address_of(subject):
    """The public address, without the language and the outer slashes."""
    if isinstance(subject, PressPage):
        return f"press/{subject.year}/{subject.slug}"
    return f"forums/{subject.series.slug}/{subject.slug}"


# What stands in the way ---------------------------------------------------------------------------------------------


def findings(subject):
    """What must be mended before the subject can be published; an empty list if nothing."""
    found = list(_address_findings(subject))
    if isinstance(subject, PressPage):
        found += [*_text_findings(subject), *_photo_findings(subject), *_statement_findings(subject)]
    return found


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


# Sealing ------------------------------------------------------------------------------------------------------------


def draft(subject, by="", kind=Publication.Kind.FIRST, note=""):
    """The publication that would follow, sealed but not saved."""
    before = subject.publications.order_by("number").last()
    publication = Publication(
        number=before.number + 1 if before else 1,
        address=address_of(subject),
        kind=kind,
        note=note,
        previous_digest=before.digest if before else "",
        prepared_by=by,
        **{"press_page" if isinstance(subject, PressPage) else "forum": subject},
    )
    publication.payload = canonical_json(
        {
            "spec": SPEC,
            "subject": str(subject.uid),
            "number": publication.number,
            "address": publication.address,
            "kind": publication.kind,
            "note": note,
            "previous": publication.previous_digest,
            "content": content_of(subject),
        }
    )
    publication.digest = digest_of(publication.payload)
    return publication


@transaction.atomic
def publish(subject, by, kind=Publication.Kind.FIRST, note="", at=None):
    """Seal the subject and release it at once, or at the later moment `at` (aware). Raises NotReady."""
    subject = type(subject).objects.select_for_update(of=("self",)).get(pk=subject.pk)  # one version at a time
    if found := findings(subject):
        raise NotReady(found)
    moment = now()
    publication = draft(subject, by, kind, note)
    before = subject.publications.filter(visible_from__isnull=False, visible_until=None).first()
    if before and (before.address, before.content) == (publication.address, publication.content):
        raise NotReady([Finding(_("Nothing has changed since version %(number)s.") % {"number": before.number})])
    publication.approved_by, publication.approved_at, publication.single_handed = by, moment, True
    publication.visible_from = max(moment, at or moment)  # never back-dated
    if before:
        before.visible_until = publication.visible_from
        before.save(update_fields=["visible_until"])
    publication.save(force_insert=True)
    published_index.build(publication)
    return publication
