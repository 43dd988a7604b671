"""Forums and the series that they belong to."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.labels import LabelField, in_language
from people.models.parties import Party, slug_help
from people.precedence import Scheme
from people.record import Record
from people.terms import ends_after_start, refuse_end_before_start


class Format(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    VIDEO = "video", _("videoconference")
    HYBRID = "hybrid", _("hybrid")


def home_zone():
    return settings.TIME_ZONE


@cache
def time_zones():
    """The names of all zones; Python reads them from the disk each time."""
    return available_timezones()


class Topic(Record):
    """A subject that agenda items of successive forums share."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        help_text=slug_help,
        error_messages={"unique": _("Another topic has this address. Choose another word, or use that topic.")},
    )
    name = LabelField(_("name"))

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self):
        return in_language(self.name, "en").text

    def get_absolute_url(self):
        return reverse("events:topic_detail", args=[self.slug])


class ForumSeries(Record):
    """Forums that follow one another under one name."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        help_text=slug_help,
        error_messages={"unique": _("Another series has this address. Choose another one.")},
    )
    title = LabelField(_("title"))
    about = LabelField(
        _("about the series"),
        max_length=2000,
        long=True,
        blank=True,
        help_text=_("The paragraph that closes each press page: what the series is, how often it meets, what for."),
    )

    class Meta:
        verbose_name = _("forum series")
        verbose_name_plural = _("forum series")
        ordering = ["slug"]

    def __str__(self):
        return in_language(self.title, "en").text


class Forum(Record):
    """One edition of a series."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        CONFIRMED = "confirmed", _("confirmed")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")
        HELD = "held", _("held")

    series = models.ForeignKey(ForumSeries, models.PROTECT, related_name="forums", verbose_name=_("series"))
    title = LabelField(_("title"))
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("The last part of the public address, such as 2021-brdo. One per series.")
    )
    edition = models.CharField(
        _("edition"), max_length=60, blank=True, help_text=_("The number or label of the edition, such as 2021 or 15.")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PLANNED)
    format = models.CharField(_("format"), max_length=20, choices=Format, default=Format.IN_PERSON)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default=home_zone,
        help_text=_("The zone of the venue, such as Europe/Ljubljana. All times are entered and shown in it."),
    )
    venue = LabelField(_("venue"), blank=True)
    city = LabelField(_("city"), blank=True)
    country = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="forums_in_country",
        verbose_name=_("country"),
        help_text=_("Where it takes place. The host and the chair may be of other states."),
    )
    precedence = models.CharField(
        _("order of precedence"),
        max_length=20,
        choices=Scheme,
        default=Scheme.PROTOCOL,
        help_text=_("How the list of participants is ordered, after the roles. A place can be set by hand."),
    )

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["-starts_on", "uid"]
        constraints = [
            ends_after_start("forum_ends_after_start"),
            models.UniqueConstraint(fields=["series", "slug"], name="forum_address_is_its_own"),
        ]

    def __str__(self):
        return f"{in_language(self.title, 'en').text} ({self.starts_on:%Y})"

    def clean(self):
        if self.starts_on and self.ends_on:
            refuse_end_before_start(self)
        if self.time_zone not in time_zones():
            raise ValidationError(
                {
                    "time_zone": _now("“%(zone)s” is no time zone. Write a name such as Europe/Ljubljana.")
                    % {"zone": self.time_zone}
                }
            )
        if Forum.objects.filter(series=self.series_id, slug=self.slug).exclude(pk=self.pk).exists():
            raise ValidationError(
                {
                    "slug": _now("Another forum of this series has the address “%(slug)s”. Choose another one.")
                    % {"slug": self.slug}
                }
            )

    def get_absolute_url(self):
        return reverse("events:forum_detail", args=[self.series.slug, self.slug])

    @cached_property
    def zone(self):
        return ZoneInfo(self.time_zone)


class FormerDates(Record):
    """The dates that a forum had before it was moved; they stay on its page."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="former_dates", verbose_name=_("forum"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    reason = LabelField(_("reason"), blank=True, help_text=_("Why the forum was moved, as the public may read it."))

    class Meta:
        verbose_name = _("former dates")
        verbose_name_plural = _("former dates")
        ordering = ["forum", "starts_on", "uid"]
        constraints = [ends_after_start("former_dates_end_after_start")]

    def __str__(self):
        return f"{self.starts_on} – {self.ends_on}"

    def clean(self):
        if self.starts_on and self.ends_on:
            refuse_end_before_start(self)
