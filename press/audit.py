"""Writing the audit log. Entries are written in the same transaction as what they report."""

from press.canonical import canonical_json
from press.models import AuditEntry

LONGEST_NAME = 300


def record(verb, by, about=None, reason="", **detail):
    """Add an entry. `by` is an account or a name, `about` any record; `detail` is kept as canonical JSON."""
    return AuditEntry.objects.create(
        verb=verb,
        actor=name_of(by),
        object_kind=about._meta.label_lower if about is not None else "",
        object_uid=str(getattr(about, "uid", None) or about.pk) if about is not None else "",
        object_name=str(about)[:LONGEST_NAME] if about is not None else "",
        reason=reason,
        detail=canonical_json(detail) if detail else "",
    )


def name_of(by):
    return by if isinstance(by, str) else by.get_username()
