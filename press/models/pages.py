"""Press pages: the working copies. The public never reads these rows, only the publications sealed from them."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from events.models import Document, Forum, Session, Statement, Topic
from people.labels import LabelField, content_languages, first_language
from people.record import Record
from press.markup import EXTENSIONS, clean_html
from press.models.media import Photo, Video


class PressPage(Record):
    class Kind(models.TextChoices):
        PRESS_RELEASE = "press_release", _("press release")
        ADVISORY = "advisory", _("advisory")
        JOINT_STATEMENT = "joint_statement", _("joint statement")
        SPEECH = "speech", _("speech")
        PROGRAMME = "programme", _("programme")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PRESS_RELEASE)
    forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="press_pages", verbose_name=_("forum")
    )
    sessions = models.ManyToManyField(
        Session,
        related_name="press_pages",
        blank=True,
        verbose_name=_("sessions"),
        help_text=_("What the page reports on."),
    )
    earlier_forums = models.ManyToManyField(
        Forum,
        related_name="later_press_pages",
        blank=True,
        verbose_name=_("earlier meetings"),
        help_text=_(
            "Other meetings that the page refers to, such as a videoconference whose conclusions were presented."
        ),
    )
    topics = models.ManyToManyField(Topic, related_name="press_pages", blank=True, verbose_name=_("topics"))
    original_language = models.CharField(
        _("original language"),
        max_length=12,
        choices=content_languages,
        default=first_language,
        help_text=_("The others are translations."),
    )
    dated_on = models.DateField(
        _("date"), help_text=_("The date printed on the page. Its year is part of the address.")
    )
    year = models.PositiveSmallIntegerField(editable=False)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        help_text=_("The last part of the public address. One per year. Changing it leaves a redirect."),
    )
    place = LabelField(_("place"), blank=True, help_text=_("Of the dateline: “Brdo pri Kranju”."))
    reference = models.CharField(_("reference number"), max_length=60, blank=True)
    photos = models.ManyToManyField(Photo, through="PressPagePhoto", related_name="press_pages")
    statements = models.ManyToManyField(Statement, through="PressPageStatement", related_name="press_pages")
    videos = models.ManyToManyField(Video, related_name="press_pages", blank=True, verbose_name=_("videos"))
    documents = models.ManyToManyField(Document, related_name="press_pages", blank=True, verbose_name=_("documents"))
    related = models.ManyToManyField("self", blank=True, verbose_name=_("related pages"))
    shows_the_forum = models.BooleanField(
        _("show the forum's record"),
        default=True,
        help_text=_(
            "Print participants, meetings on the margins, agreements and the note about the series under the text."
        ),
    )

    class Meta:
        verbose_name = _("press page")
        verbose_name_plural = _("press pages")
        ordering = ["-dated_on", "uid"]
        constraints = [models.UniqueConstraint(fields=["year", "slug"], name="press_page_address_is_its_own")]

    def __str__(self):
        texts = list(self.texts.all())
        first = next((text for text in texts if text.language == self.original_language), None) or next(
            iter(texts), None
        )
        return first.title if first else _now("press page without a text: %(slug)s") % {"slug": self.slug}

    def save(self, *args, **kwargs):
        self.year = self.dated_on.year
        if update_fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*update_fields, "year"}
        super().save(*args, **kwargs)

    def clean(self):
        if self.dated_on and (
            PressPage.objects.filter(year=self.dated_on.year, slug=self.slug).exclude(pk=self.pk).exists()
        ):
            raise ValidationError(
                {
                    "slug": _now("Another press page of %(year)s has the address “%(slug)s”. Add a word to this one.")
                    % {"year": self.dated_on.year, "slug": self.slug}
                }
            )

    def get_absolute_url(self):
        return reverse("press:page_detail", args=[self.year, self.slug])

    def original_text(self):
        return next((text for text in self.texts.all() if text.language == self.original_language), None)


class PressPageText(Record):
    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        READY = "ready", _("ready")

    press_page = models.ForeignKey(PressPage, models.CASCADE, related_name="texts", verbose_name=_("press page"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    title = models.CharField(_("title"), max_length=300)
    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences that say what matters."))
    body = ProseEditorField(_("text"), extensions=EXTENSIONS, sanitize=clean_html, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.DRAFT, help_text=_("Only ready texts are published.")
    )
    translated_from = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("text of a press page")
        verbose_name_plural = _("texts of press pages")
        ordering = ["press_page", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["press_page", "language"],
                name="press_page_has_one_text_per_language",
                violation_error_message=_("This page already has a text in this language. Change that one."),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"

    def digest(self):
        """The SHA-256 of the words, by which a translation remembers what it was made from."""
        return hashlib.sha256("\0".join((self.title, self.lead, self.body)).encode()).hexdigest()

    def is_stale(self):
        """Whether the original has moved on since this translation was last saved."""
        original = self.press_page.original_text()
        return bool(self.translated_from and original and self.translated_from != original.digest())


class PressPagePhoto(Record):
    press_page = models.ForeignKey(PressPage, models.CASCADE, related_name="page_photos", verbose_name=_("press page"))
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="page_photos", verbose_name=_("photo"))
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("The lowest stands at the top."))

    class Meta:
        verbose_name = _("photo on the page")
        verbose_name_plural = _("photos on the page")
        ordering = ["position", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["press_page", "photo"],
                name="press_page_shows_a_photo_once",
                violation_error_message=_("This photo is already on the page."),
            )
        ]

    def __str__(self):
        return str(self.photo)


class PressPageStatement(Record):
    press_page = models.ForeignKey(
        PressPage, models.CASCADE, related_name="page_statements", verbose_name=_("press page")
    )
    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="page_statements", verbose_name=_("statement")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("statement on the page")
        verbose_name_plural = _("statements on the page")
        ordering = ["position", "uid"]
        constraints = [
            models.UniqueConstraint(
                fields=["press_page", "statement"],
                name="press_page_carries_a_statement_once",
                violation_error_message=_("This statement is already on the page."),
            )
        ]

    def __str__(self):
        return str(self.statement)
