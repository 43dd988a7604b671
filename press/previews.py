"""Preview links: made for one person, for one sealed publication, for a time; each opening is logged."""

import json

from django.core.exceptions import PermissionDenied

from people.clock import now
from press import audit
from press.models import AuditEntry, PreviewLink


def make(publication, person, by, expires_at, purpose=PreviewLink.Purpose.PREVIEW):
    """A new link and its secret, which is shown once and stored nowhere."""
    if not by.has_perm("press.add_previewlink"):
        audit.record(AuditEntry.Verb.DENIED, by, publication, "preview link")
        raise PermissionDenied
    token = PreviewLink.new_token()
    link = PreviewLink.objects.create(
        publication=publication,
        person=person,
        purpose=purpose,
        token_digest=PreviewLink.digest_of(token),
        expires_at=expires_at,
        made_by=by.get_username(),
    )
    audit.record(AuditEntry.Verb.LINK_MADE, by, link)
    return link, token


def revoke(link, by):
    if not by.has_perm("press.change_previewlink"):
        audit.record(AuditEntry.Verb.DENIED, by, link, "preview link")
        raise PermissionDenied
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now())
    audit.record(AuditEntry.Verb.LINK_REVOKED, by, link)


def working(token):
    """The link that a secret opens now, or None. A candidate that was sent back opens no more."""
    links = PreviewLink.objects.open_at().filter(publication__voided_at=None).select_related("publication")
    return links.filter(token_digest=PreviewLink.digest_of(token)).first() if token else None


def opened(token):
    """The same, for somebody who opens the page: it is logged."""
    link = working(token)
    if link:
        audit.record(AuditEntry.Verb.LINK_OPENED, link.person, link)
    return link


def holds(token, name):
    """Whether a secret opens a publication that shows the file; the files of a page are no openings of their own."""
    link = working(token)
    return link is not None and json.dumps(name) in link.publication.payload
