"""Photos and videos, as editors keep them."""

import secrets

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.models import Forum, Session
from people.labels import LabelField, content_languages, in_language
from people.models import Minister
from people.record import Record


def photo_path(photo, filename):
    """A folder that nobody can guess: 128 random bits. The renditions lie beside the original."""
    return f"photos/{secrets.token_hex(16)}/original.{filename.rpartition('.')[2].lower()}"


class Photo(Record):
    file = models.ImageField(
        _("file"),
        upload_to=photo_path,
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG or WebP, 50 megapixels at most. Visitors get smaller copies without any metadata."),
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    author = models.CharField(
        _("author"), max_length=120, blank=True, help_text=_("Who took it. Printed as the credit.")
    )
    agency = models.CharField(
        _("agency"), max_length=120, blank=True, help_text=_("The agency or office behind the author.")
    )
    provider = models.CharField(
        _("provider"), max_length=120, blank=True, help_text=_("Who passed it on, if somebody else.")
    )
    licence = models.CharField(
        _("licence"), max_length=120, blank=True, help_text=_("Such as CC BY 4.0, or “press use only”.")
    )
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    taken_at = LabelField(_("taken at"), blank=True, help_text=_("The place."))
    forum = models.ForeignKey(
        Forum, models.SET_NULL, null=True, blank=True, related_name="photos", verbose_name=_("forum")
    )
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="photos", verbose_name=_("session")
    )
    shown = models.ManyToManyField(Minister, related_name="photos", blank=True, verbose_name=_("who is shown"))
    focus_x = models.PositiveSmallIntegerField(
        _("focal point, from the left"), default=50, validators=[MaxValueValidator(100)], help_text=_("In per cent.")
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point, from the top"), default=50, validators=[MaxValueValidator(100)], help_text=_("In per cent.")
    )

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = [models.F("taken_on").desc(nulls_last=True), "uid"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(author="", agency="", provider=""),
                name="photo_has_a_credit",
                violation_error_message=_("A photo needs a credit. Name the author, the agency or the provider."),
            )
        ]

    def __str__(self):
        captions = {text.language: text.caption for text in self.texts.all() if text.caption}
        return in_language(captions, "en").text or self.credit or _now("photo without a caption")

    def clean(self):
        if not self.credit:
            raise ValidationError(
                {"author": _now("A photo needs a credit. Name the author here, or the agency or provider below.")}
            )

    @property
    def credit(self):
        return " / ".join(part for part in (self.author, self.agency, self.provider) if part)

    @property
    def folder(self):
        return self.file.name.rpartition("/")[0]


class PhotoText(Record):
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="texts", verbose_name=_("photo"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    caption = models.TextField(_("caption"), blank=True)
    alt = models.TextField(
        _("alternative text"), blank=True, help_text=_("What the photo shows, for those who cannot see it.")
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("Tick it if the photo says nothing that the caption does not say.")
    )

    class Meta:
        verbose_name = _("text of a photo")
        verbose_name_plural = _("texts of photos")
        ordering = ["photo", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "language"],
                name="photo_has_one_text_per_language",
                violation_error_message=_("This photo already has a text in this language. Change that one."),
            ),
            models.CheckConstraint(
                condition=Q(decorative=False) | Q(alt=""),
                name="decorative_photo_has_no_alternative_text",
                violation_error_message=_("Either write an alternative text or tick “decorative”, not both."),
            ),
        ]

    def __str__(self):
        return f"{self.caption or self.alt} ({self.language})"

    def clean(self):
        if self.decorative and self.alt:
            raise ValidationError({"alt": _now("Either write an alternative text or tick “decorative”, not both.")})


class Video(Record):
    class Kind(models.TextChoices):
        PRESS_CONFERENCE = "press_conference", _("press conference")
        SPEECH = "speech", _("speech")
        FOOTAGE = "footage", _("footage")

    title = LabelField(_("title"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PRESS_CONFERENCE)
    url = models.URLField(
        _("address"), max_length=500, help_text=_("Where it can be watched. It is linked, not embedded.")
    )
    publisher = LabelField(
        _("publisher"), blank=True, help_text=_("On whose site it is, such as the presidency's website.")
    )
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="videos", verbose_name=_("session")
    )
    recorded_on = models.DateField(_("recorded on"), null=True, blank=True)
    seconds = models.PositiveIntegerField(_("length"), null=True, blank=True, help_text=_("In seconds."))

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = [models.F("recorded_on").desc(nulls_last=True), "uid"]

    def __str__(self):
        return in_language(self.title, "en").text
