"""What was said: one utterance, who spoke, and its texts in several languages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.models.agreements import Document
from events.models.forums import Forum
from events.models.programme import AgendaItem, Session
from people.labels import content_languages
from people.models import Mandate, Party
from people.record import Record


class Statement(Record):
    class Kind(models.TextChoices):
        VERBATIM = "verbatim", _("verbatim")
        REPORTED = "reported", _("reported")
        COLLECTIVE = "collective", _("collective")

    class Regime(models.TextChoices):
        ON_THE_RECORD = "on_the_record", _("on the record")
        BACKGROUND = "background", _("background: never with a name")

    class Delivery(models.TextChoices):
        DELIVERED = "delivered", _("as delivered")
        PREPARED = "prepared", _("as prepared")

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="statements", verbose_name=_("forum"))
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="statements", verbose_name=_("session")
    )
    agenda_item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="statements", verbose_name=_("agenda item")
    )
    said_on = models.DateField(
        _("said on"), help_text=_("The day at the venue. It decides which offices the speaker held.")
    )
    said_at = models.DateTimeField(_("said at"), null=True, blank=True, help_text=_("If the time is known."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.VERBATIM)
    regime = models.CharField(_("regime"), max_length=20, choices=Regime, default=Regime.ON_THE_RECORD)
    delivery = models.CharField(_("delivery"), max_length=20, choices=Delivery, default=Delivery.DELIVERED)
    prepared = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="delivered",
        verbose_name=_("as it was prepared"),
        help_text=_("The text handed out beforehand, entered as a statement of its own. Both are shown side by side."),
    )
    source = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_("Where the words can be checked: a page, a transcript, a video."),
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="statements", verbose_name=_("source document")
    )
    timecode = models.PositiveIntegerField(
        _("timecode"), null=True, blank=True, help_text=_("Where it begins in the video, in seconds.")
    )

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["-said_on", "uid"]

    def __str__(self):
        texts = sorted(self.texts.all(), key=lambda text: not text.is_original)
        return texts[0].text[:80] if texts else _now("statement without a text")

    def clean(self):
        errors = {}
        if self.session_id and self.session.forum_id != self.forum_id:
            errors["session"] = _now("This session belongs to another forum. Choose one of the same forum.")
        if self.agenda_item_id and self.agenda_item.forum_id != self.forum_id:
            errors["agenda_item"] = _now("This agenda item belongs to another forum. Choose one of the same forum.")
        if self.prepared_id and (
            self.delivery != self.Delivery.DELIVERED
            or self.prepared.delivery != self.Delivery.PREPARED
            or self.prepared.forum_id != self.forum_id
            or self.prepared.regime != self.regime
        ):
            errors["prepared"] = _now(
                "A statement “as delivered” is compared with one “as prepared” of the same forum and the same regime. "
                "Choose such a statement, or correct the fields “delivery” and “regime” of the two."
            )
        if errors:
            raise ValidationError(errors)

    def get_absolute_url(self):
        return reverse("events:statement_detail", args=[self.uid])


class Voice(Record):
    """One of those who speak in a statement: a person in a mandate, or a body."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="voices", verbose_name=_("statement"))
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="voices", verbose_name=_("mandate")
    )
    also_as = models.ManyToManyField(
        Mandate,
        related_name="further_voices",
        blank=True,
        verbose_name=_("also as"),
        help_text=_("Other offices in which the same person spoke."),
    )
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voices",
        verbose_name=_("party"),
        help_text=_("For a body that speaks without a person."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ["position", "uid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mandate__isnull=False, party__isnull=True) | Q(mandate__isnull=True, party__isnull=False),
                name="voice_is_a_person_or_a_body",
                violation_error_message=_("Choose either a mandate or a party."),
            )
        ]

    def __str__(self):
        return str(self.mandate or self.party)

    def clean(self):
        if bool(self.mandate_id) == bool(self.party_id):
            raise ValidationError({"mandate": _now("Choose either a mandate (a person) or a party (a body).")})
        statement = getattr(self, "statement", None)  # none on a form where it was not chosen
        if self.mandate_id and statement and statement.said_on:
            self.mandate.refuse_outside(statement.said_on, statement.said_on, "mandate")


class StatementText(Record):
    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        CHECKED = "checked", _("checked")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="texts", verbose_name=_("statement"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    text = models.TextField(_("text"), help_text=_("The words alone, without quotation marks."))
    is_original = models.BooleanField(
        _("original"), default=False, help_text=_("The language in which it was said or first published.")
    )
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.CHECKED)

    class Meta:
        verbose_name = _("text of a statement")
        verbose_name_plural = _("texts of statements")
        ordering = ["-is_original", "language", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "language"],
                name="statement_has_one_text_per_language",
                violation_error_message=_("This statement already has a text in this language. Change that one."),
            ),
            models.UniqueConstraint(
                fields=["statement"],
                condition=Q(is_original=True),
                name="statement_has_one_original",
                violation_error_message=_("Another text is marked as the original. Untick one of them."),
            ),
        ]

    def __str__(self):
        return f"{self.text[:80]} ({self.language})"
