"""Checking what was published against itself and against the audit log.

Digests, the chain of versions, the columns that the payload repeats, the moments of release, the index rows, and
whether everything that was approved is still there.
"""

import json
from itertools import groupby, pairwise
from typing import NamedTuple

from press import published_index, publishing
from press.models import AuditEntry, Publication

REPEATED = {"number": "number", "address": "address", "kind": "kind", "note": "note", "previous": "previous_digest"}
"""The keys of the payload that are columns too."""


class Damage(NamedTuple):
    place: str
    reason: str

    def __str__(self):
        return f"{self.place}: {self.reason}"


def damages():
    """Every damage, in the order in which publications were sealed."""
    last_words = logged()
    for publication in Publication.objects.select_related("press_page", "forum").order_by("pk").iterator():
        place = f"publication {publication.uid} ({publication})"
        reasons = (*_sealed(publication), *_as_logged(publication, last_words.pop(str(publication.uid), None)))
        yield from (Damage(place, reason) for reason in reasons)
    for uid in last_words:
        yield Damage(f"publication {uid}", "the audit log knows it, and it is gone")
    yield from _chains()


def logged():
    """What the audit log says last of each publication: a dict from its uid to digest, approver and moment."""
    entries = (
        AuditEntry.objects.exclude(detail="").filter(object_kind=Publication._meta.label_lower).order_by("at", "pk")
    )
    return {entry.object_uid: json.loads(entry.detail) for entry in entries.iterator()}


def _sealed(publication):
    if not publication.is_intact():
        yield "the payload does not have the digest under which it was sealed"
        return
    payload = json.loads(publication.payload)
    if payload["subject"] != str(publication.subject.uid):
        yield "it stands under another subject than the one it was sealed for"
    for key, column in REPEATED.items():
        if payload[key] != getattr(publication, column):
            yield f"the column “{column}” differs from the sealed payload"
    if publication.approved_at and not published_index.is_whole(publication):
        yield "its index rows differ from the payload; `manage.py rebuild_index` derives them again"


def _as_logged(publication, last_words):
    if last_words is None:
        yield "the audit log does not know it"
        return
    found = publishing.sealed(publication)
    for name, value in found.items():
        if last_words.get(name) != value:
            yield f"“{name}” differs from the audit log"


def _chains():
    rows = Publication.objects.approved().order_by("press_page", "forum", "number")
    for _subject, chain in groupby(rows.defer("payload").iterator(), key=lambda one: (one.press_page_id, one.forum_id)):
        chain = [None, *chain]
        for before, publication in pairwise(chain):
            yield from (
                Damage(f"publication {publication.uid} ({publication})", reason)
                for reason in _follows(before, publication)
            )
        if chain[-1].visible_until:
            yield Damage(f"publication {chain[-1].uid} ({chain[-1]})", "it ended, and no version follows it")


def _follows(before, publication):
    number, digest = (before.number, before.digest) if before else (0, "")
    if publication.number != number + 1:
        yield f"version {number + 1} is missing before it"
    elif publication.previous_digest != digest:
        yield "it does not follow from the version before"
    elif before and publication.visible_from and before.visible_until != publication.visible_from:
        yield "the version before does not end where this one begins"
