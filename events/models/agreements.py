"""What was signed, adopted or launched, and the documents that hold it."""

import hashlib
import secrets

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.models.forums import Forum, Topic
from events.models.programme import Session
from people.labels import LabelField, content_languages, in_language
from people.models import Mandate, Party
from people.record import Record


def document_path(file, filename):
    """A folder that nobody can guess: 128 random bits."""
    return f"documents/{secrets.token_hex(16)}/{filename}"


class Document(Record):
    forum = models.ForeignKey(
        Forum, models.CASCADE, null=True, blank=True, related_name="documents", verbose_name=_("forum")
    )
    title = LabelField(_("title"))
    symbol = models.CharField(
        _("symbol"), max_length=60, blank=True, help_text=_("As printed, such as CM(2007)65 prov. 2.")
    )
    revision = models.CharField(_("revision"), max_length=60, blank=True, help_text=_("As printed, such as REV 1."))

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["symbol", "uid"]

    def __str__(self):
        return f"{self.symbol} {in_language(self.title, 'en').text} {self.revision}".strip()


class DocumentFile(Record):
    document = models.ForeignKey(Document, models.CASCADE, related_name="files", verbose_name=_("document"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    file = models.FileField(
        _("file"),
        upload_to=document_path,
        validators=[FileExtensionValidator(["pdf", "docx", "odt", "xlsx", "ods", "pptx", "txt", "csv"])],
    )
    sha256 = models.CharField(_("checksum"), max_length=64, editable=False)

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering = ["document", "language", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language"],
                name="document_has_one_file_per_language",
                violation_error_message=_("This document already has a file in this language. Replace that one."),
            )
        ]

    def __str__(self):
        return f"{self.document} ({self.language})"

    def clean(self):
        if not self.file:
            return
        try:
            content = self.file.file
        except FileNotFoundError as error:
            raise ValidationError({"file": _now("This file is missing on the server. Choose it again.")}) from error
        digest = hashlib.sha256()
        for chunk in content.chunks():
            digest.update(chunk)
        self.sha256 = digest.hexdigest()
        if not isinstance(content, UploadedFile):
            self.file.close()  # an upload stays open: it is still to be saved


class Agreement(Record):
    class Kind(models.TextChoices):
        PROTOCOL = "protocol", _("protocol")
        AGREEMENT = "agreement", _("agreement")
        DECLARATION = "declaration", _("declaration")
        JOINT_STATEMENT = "joint_statement", _("joint statement")
        CONCLUSIONS = "conclusions", _("conclusions")
        ACTION_PLAN = "action_plan", _("action plan")

    class Status(models.TextChoices):
        LAUNCHED = "launched", _("launched")
        ADOPTED = "adopted", _("adopted")
        SIGNED = "signed", _("signed")
        IN_FORCE = "in_force", _("in force")

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="agreements", verbose_name=_("forum"))
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="agreements", verbose_name=_("session")
    )
    title = LabelField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    status = models.CharField(_("status"), max_length=20, choices=Status)
    dated_on = models.DateField(_("date"), null=True, blank=True, help_text=_("Empty if the day is not known."))
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("document")
    )
    topics = models.ManyToManyField(Topic, related_name="agreements", blank=True, verbose_name=_("topics"))

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = [F("dated_on").desc(nulls_last=True), "uid"]

    def __str__(self):
        return in_language(self.title, "en").text

    def clean(self):
        if self.session_id and self.session.forum_id != self.forum_id:
            raise ValidationError(
                {"session": _now("This session belongs to another forum. Choose one of the same forum.")}
            )


class Signature(Record):
    """A party to an agreement, and who signed for it if that is known."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatures", verbose_name=_("agreement"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures", verbose_name=_("party"))
    mandate = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        verbose_name=_("signed as"),
        help_text=_("The person, in the office signed in. Empty if only the party is known."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["position", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "party"],
                name="party_signs_an_agreement_once",
                violation_error_message=_("This party already signs the agreement."),
            )
        ]

    def __str__(self):
        return f"{self.party}: {self.mandate}" if self.mandate_id else str(self.party)

    def clean(self):
        agreement = getattr(self, "agreement", None)  # none on a form where it was not chosen
        if self.mandate_id and agreement and agreement.dated_on:
            self.mandate.refuse_outside(agreement.dated_on, agreement.dated_on, "mandate")
