"""Ruling that words in quotation marks on a page are no statement, and taking the ruling back; both are logged."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from press import audit
from press.models import AuditEntry, NotAStatement


def rule(page, language, words, by):
    """The ruling; the one that stands already, if there is one."""
    check_permission("press.add_notastatement", by, page)
    with transaction.atomic():
        ruling, is_new = NotAStatement.objects.get_or_create(
            press_page=page, language=language, digest=NotAStatement.digest_of(words), defaults={"words": words}
        )
        if is_new:
            audit.record(AuditEntry.Verb.ADDED, by, ruling)
    return ruling


def undo(ruling, by):
    check_permission("press.delete_notastatement", by, ruling.press_page)
    with transaction.atomic():
        audit.record(AuditEntry.Verb.DELETED, by, ruling)
        ruling.delete()


def check_permission(permission, by, page):
    if not by.has_perm(permission):
        audit.record(AuditEntry.Verb.DENIED, by, page, permission)
        raise PermissionDenied
