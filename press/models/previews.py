"""Links by which somebody without an account reads a page before it is visible."""

import hashlib
import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.clock import now
from people.record import Record, RecordQuerySet
from press.models.publications import Publication


class PreviewLinkQuerySet(RecordQuerySet):
    def open_at(self, at=None):
        """The links that work at the moment `at` (aware; now if not given)."""
        return self.filter(expires_at__gt=at or now(), revoked_at=None)


class PreviewLink(Record):
    """A personal link to one sealed publication. Only the digest of its secret is stored."""

    class Purpose(models.TextChoices):
        PREVIEW = "preview", _("preview")
        EMBARGOED_COPY = "embargoed_copy", _("embargoed copy")

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="preview_links", verbose_name=_("publication")
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose, default=Purpose.PREVIEW)
    person = models.CharField(_("for"), max_length=200, help_text=_("Name and medium: printed on the page and logged."))
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    made_by = models.CharField(_("made by"), max_length=150, editable=False)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created", "uid"]
        constraints = [
            models.CheckConstraint(condition=~Q(person=""), name="preview_link_is_personal"),
        ]

    def __str__(self):
        return f"{self.person}: {self.publication}"

    @staticmethod
    def new_token():
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(token):
        return hashlib.sha256(token.encode()).hexdigest()
