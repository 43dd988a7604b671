"""Who took part in a forum or in one of its sessions, in which capacity and role."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.models.forums import Forum
from events.models.programme import Session
from people.labels import LabelField, in_language
from people.models import Group, Mandate, Party
from people.record import Record


class Participation(Record):
    """A person in a mandate, an office without a name, or a body or group alone."""

    class Role(models.TextChoices):
        """In the order in which a list of participants names them (`people.precedence.ROLES`)."""

        HOST = "host", _("host")
        CHAIR = "chair", _("chair")
        INCOMING_PRESIDENCY = "incoming_presidency", _("incoming presidency")
        PARTICIPANT = "participant", _("participant")
        OBSERVER = "observer", _("observer")

    class Attendance(models.TextChoices):
        PLANNED = "planned", _("planned")
        ATTENDED = "attended", _("attended")
        REMOTE = "remote", _("by video link")
        ABSENT = "absent", _("absent")

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="participations", verbose_name=_("forum"))
    session = models.ForeignKey(
        Session,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("session"),
        help_text=_("Empty: the whole forum."),
    )
    mandate = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("mandate"),
        help_text=_("A person, in the office held on that day."),
    )
    also_as = models.ManyToManyField(
        Mandate,
        related_name="further_participations",
        blank=True,
        verbose_name=_("also as"),
        help_text=_("Other offices in which the same person takes part, such as the chair of a Council configuration."),
    )
    office = LabelField(
        _("office without a name"), blank=True, help_text=_("“Ministers”, “Representatives”: when no name is known.")
    )
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("party"),
        help_text=_("For an office without a name, or for a body alone."),
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("group of parties"),
        help_text=_("For the offices of a whole group, such as the ministers of the Western Balkan partners."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTICIPANT)
    attendance = models.CharField(_("attendance"), max_length=20, choices=Attendance, default=Attendance.PLANNED)
    in_place_of = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stand_ins",
        verbose_name=_("in place of"),
    )
    title_as_published = LabelField(
        _("title as published"), blank=True, help_text=_("Only if the source prints another title than the mandate's.")
    )
    place = models.PositiveSmallIntegerField(
        _("place in the list"), null=True, blank=True, help_text=_("Empty: the order of precedence decides.")
    )
    place_reason = models.CharField(
        _("reason for the place"), max_length=200, blank=True, help_text=_("Printed in the public list.")
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["forum", "uid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mandate__isnull=False) | Q(party__isnull=False) | Q(group__isnull=False),
                name="participation_names_somebody",
                violation_error_message=_("Choose a mandate, a party or a group of parties."),
            ),
            models.CheckConstraint(
                condition=Q(place=None) | ~Q(place_reason=""),
                name="place_in_the_list_has_a_reason",
                violation_error_message=_("Say why this place differs from the order of precedence."),
            ),
        ]

    def __str__(self):
        office = in_language(self.office, "en").text
        return ", ".join(str(part) for part in (self.mandate, office, self.party, self.group) if part)

    def clean(self):
        errors = {}
        if not (self.mandate_id or self.party_id or self.group_id):
            errors["mandate"] = _now("Choose a mandate, or a party or group of parties below.")
        if self.place is not None and not self.place_reason:
            errors["place_reason"] = _now("Say why this place differs from the order of precedence.")
        if self.session_id and self.session.forum_id != self.forum_id:
            errors["session"] = _now("This session belongs to another forum. Choose one of the same forum.")
        if errors:
            raise ValidationError(errors)
        forum = getattr(self, "forum", None)  # none on a form where it was not chosen
        if self.mandate_id and forum and forum.starts_on and forum.ends_on:
            first, last = self.days()
            self.mandate.refuse_outside(first, last, "mandate")

    def days(self):
        """The first and the last day of what is taken part in."""
        if self.session_id and self.session.day:
            return self.session.day, self.session.day
        return self.forum.starts_on, self.forum.ends_on
