"""Who did what, when and why. Rows are added and never changed; the database refuses anything else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.clock import now
from people.record import Identified


class AuditEntry(Identified):
    class Verb(models.TextChoices):
        SUBMITTED = "submitted", _("submitted for approval")
        TAKEN_BACK = "taken_back", _("took back")
        SENT_BACK = "sent_back", _("sent back")
        APPROVED = "approved", _("approved")
        RESCHEDULED = "rescheduled", _("moved the release")
        CANCELLED = "cancelled", _("cancelled the release")
        WITHDRAWN = "withdrawn", _("withdrew")
        RELEASED = "released", _("released with a set")
        LINK_MADE = "link_made", _("made a preview link")
        LINK_REVOKED = "link_revoked", _("revoked a preview link")
        LINK_OPENED = "link_opened", _("opened a preview link")
        LOGGED_IN = "logged_in", _("logged in")
        LOGIN_FAILED = "login_failed", _("failed to log in")
        LOGGED_OUT = "logged_out", _("logged out")
        DENIED = "denied", _("was denied")
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")
        MERGED = "merged", _("merged")
        EXPORTED = "exported", _("exported")

    at = models.DateTimeField(_("when"), default=now, db_index=True)
    actor = models.CharField(_("who"), max_length=150, help_text=_("The account's name, or whom a link was made for."))
    verb = models.CharField(_("did what"), max_length=20, choices=Verb)
    object_kind = models.CharField(_("to a"), max_length=60, blank=True)
    object_uid = models.CharField(_("identifier"), max_length=60, blank=True, db_index=True)
    object_name = models.CharField(_("called"), max_length=300, blank=True)
    reason = models.TextField(_("why"), blank=True)
    detail = models.TextField(
        _("detail"), blank=True, help_text=_("Canonical JSON: digest and moment of what was done.")
    )

    class Meta:
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.actor} {self.get_verb_display()} {self.object_name}".strip()
