"""The programme of a forum: its sessions and its agenda items."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.models.forums import Format, Forum, Topic, time_zones
from people.labels import LabelField, in_language
from people.record import Record

DEEPEST = 3


class Precision(models.TextChoices):
    EXACT = "exact", _("exact")
    ABOUT = "about", _("about")


class Session(Record):
    """One sitting of a forum, or something that happens around it."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("meeting")
        PRESS_CONFERENCE = "press_conference", _("press conference")
        DOORSTEP = "doorstep", _("doorstep statement")
        FAMILY_PHOTO = "family_photo", _("family photo")
        WORKING_LUNCH = "working_lunch", _("working lunch")
        SIGNING = "signing", _("signing")
        BILATERAL = "bilateral", _("bilateral meeting")

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="sessions", verbose_name=_("forum"))
    title = LabelField(_("title"))
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("The last part of the public address. One per forum.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.MEETING)
    on_the_margins = models.BooleanField(_("on the margins"), default=False)
    format = models.CharField(
        _("format"), max_length=20, choices=Format, blank=True, help_text=_("Only if it differs from the forum's.")
    )
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("At the venue. Empty if it is not known."))
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True, help_text=_("In the forum's time zone."))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True, help_text=_("May be on the next day."))
    precision = models.CharField(_("times are"), max_length=20, choices=Precision, default=Precision.EXACT)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Orders sessions without times."))
    venue = LabelField(_("venue"), blank=True, help_text=_("Only if it differs from the forum's."))
    description = LabelField(_("description"), max_length=2000, long=True, blank=True)
    outcome = LabelField(_("outcome"), max_length=2000, long=True, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = [
            F("day").asc(nulls_last=True),
            F("starts_at").asc(nulls_last=True),
            "position",
            "uid",
        ]
        constraints = [
            models.UniqueConstraint(fields=["forum", "slug"], name="session_address_is_its_own"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gte=F("starts_at")),
                name="session_ends_after_start",
                violation_error_message=_("The end lies before the start. Correct one of the two times."),
            ),
        ]

    def __str__(self):
        return in_language(self.title, "en").text

    def clean(self):
        errors = {}
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            errors["ends_at"] = _now("The end lies before the start. Correct one of the two times.")
        forum = getattr(self, "forum", None)  # none on a form where it was not chosen; not saved on a new forum's form
        if forum and self.starts_at and forum.time_zone in time_zones():
            starts_on = self.starts_at.astimezone(forum.zone).date()
            self.day = self.day or starts_on
            if self.day != starts_on:
                errors["day"] = _now("The session starts on %(day)s at the venue. Correct the day or the time.") % {
                    "day": starts_on.isoformat()
                }
        if forum and forum.pk and Session.objects.filter(forum=forum, slug=self.slug).exclude(pk=self.pk).exists():
            errors["slug"] = _now("Another session of this forum has the address “%(slug)s”. Choose another one.") % {
                "slug": self.slug
            }
        if errors:
            raise ValidationError(errors)

    def get_absolute_url(self):
        return reverse("events:session_detail", args=[self.forum.series.slug, self.forum.slug, self.slug])


class AgendaItem(Record):
    """A numbered point of the agenda, of a session or of the forum as a whole; points nest up to three levels."""

    class Outcome(models.TextChoices):
        DISCUSSED = "discussed", _("discussed")
        ADOPTED = "adopted", _("adopted")
        SIGNED = "signed", _("signed")
        NOTED = "noted", _("noted")

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="agenda_items", verbose_name=_("forum"))
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="agenda_items", verbose_name=_("session")
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("The item above this one, if it is a sub-item."),
    )
    number = models.CharField(_("number"), max_length=20, blank=True, help_text=_("As printed: 1, 2 (a), III."))
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Orders the items: 1 comes first.")
    )
    title = LabelField(_("title"))
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True, help_text=_("In the forum's time zone."))
    precision = models.CharField(_("time is"), max_length=20, choices=Precision, default=Precision.EXACT)
    topics = models.ManyToManyField(Topic, related_name="agenda_items", blank=True, verbose_name=_("topics"))

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position", "uid"]

    def __str__(self):
        return f"{self.number} {in_language(self.title, 'en').text}".strip()

    def clean(self):
        errors = {}
        if self.session_id and self.session.forum_id != self.forum_id:
            errors["session"] = _now("This session belongs to another forum. Choose one of the same forum.")
        if self.parent_id and self.parent.forum_id != self.forum_id:
            errors["parent"] = _now("That item belongs to another forum. Choose one of the same forum.")
        elif self._levels_up() is None:
            errors["parent"] = _now("An item cannot be part of itself. Choose another item.")
        elif self._levels_up() + self._levels_down() >= DEEPEST:
            errors["parent"] = _now("Agenda items nest up to three levels. Choose an item higher up.")
        if errors:
            raise ValidationError(errors)

    def _levels_up(self):
        """How many items stand above this one; None if the way up comes back to it."""
        levels, item = 0, self.parent
        while item is not None:
            if item.pk == self.pk or levels > DEEPEST:
                return None
            levels, item = levels + 1, item.parent
        return levels

    def _levels_down(self):
        if not self.pk:
            return 0
        levels, below = 0, AgendaItem.objects.filter(parent=self.pk)
        while below.exists():
            levels, below = levels + 1, AgendaItem.objects.filter(parent__in=below.values("pk"))
        return levels
