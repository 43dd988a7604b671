"""Parties: the states, institutions, agencies and organisations that take part, with their dated names."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.labels import LabelField, content_languages, in_language
from people.record import Record
from people.terms import TermQuerySet, ends_after_start, holds_on, refuse_end_before_start

code_is_plain = RegexValidator(
    r"^[A-Z0-9]+(-[A-Z0-9]+)*\Z", _("Use capital letters, digits and hyphens only, such as SI or EU-COM.")
)
slug_help = _("The last part of the public address. Letters, digits and hyphens.")


class Party(Record):
    class Kind(models.TextChoices):
        STATE = "state", _("state")
        INSTITUTION = "institution", _("institution")
        AGENCY = "agency", _("agency")
        ORGANISATION = "organisation", _("organisation")

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[code_is_plain],
        help_text=_(
            "Two letters for a state (SI), the usual short form for a body (EUROPOL). Part of the public address."
        ),
        error_messages={"unique": _("Another party has this code. Choose another one, or use that party.")},
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    protocol_rank = models.PositiveSmallIntegerField(
        _("protocol rank"),
        null=True,
        blank=True,
        help_text=_("The place among parties of its kind in protocol order: 1 comes first. Empty comes last."),
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["-kind", F("protocol_rank").asc(nulls_last=True), "code"]  # states come first

    def __str__(self):
        newest = {}
        for name in self.names.all():
            newest[name.language] = name.short
        return in_language(newest, "en").text or self.code

    def get_absolute_url(self):
        return reverse("people:party_detail", args=[self.code])

    def names_on(self, day, long=False):
        """A label with the name that the party had on `day`, in every language that has one."""
        return {
            name.language: (name.long if long else "") or name.short for name in self.names.all() if holds_on(name, day)
        }

    def as_printed(self, day):
        """The party as it is printed of `day`, in the form that publications seal: a dict of texts and labels.

        No query where `names` and `notes` were prefetched.
        """
        return {
            "party": str(self.uid),
            "code": self.code,
            "kind": self.kind,
            "name": self.names_on(day),
            "long": self.names_on(day, long=True),
            "notes": {
                note.language: {"style": note.style, "text": note.text}
                for note in self.notes.all()
                if note.style != PartyNote.Style.OFF
            },
        }

    def groups_on(self, day):
        """Pairs of each group that the party belonged to on `day`, and its `GroupMembership.Capacity` there.

        One query, or none where `memberships` were prefetched.
        """
        return [
            (membership.group, GroupMembership.Capacity(membership.capacity))
            for membership in self.memberships.all()
            if holds_on(membership, day)
        ]


class PartyName(Record):
    party = models.ForeignKey(Party, models.CASCADE, related_name="names", verbose_name=_("party"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    short = models.CharField(_("short form"), max_length=120, help_text=_("As printed in lists: “North Macedonia”."))
    long = models.CharField(
        _("long form"),
        max_length=250,
        blank=True,
        help_text=_("As printed in agreements: “Republic of North Macedonia”."),
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, help_text=_("Empty: since ever."))
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: still in use."))

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("name of a party")
        verbose_name_plural = _("names of parties")
        ordering = ["party", "language", F("starts_on").asc(nulls_first=True), "uid"]
        constraints = [ends_after_start("party_name_ends_after_start")]

    def __str__(self):
        return f"{self.short} ({self.language})"

    def clean(self):
        refuse_end_before_start(self)
        for other in PartyName.objects.filter(party=self.party_id, language=self.language).exclude(pk=self.pk):
            if not (
                (self.ends_on and other.starts_on and self.ends_on < other.starts_on)
                or (other.ends_on and self.starts_on and other.ends_on < self.starts_on)
            ):
                raise ValidationError(
                    {
                        "starts_on": _now("“%(name)s” is in use on some of these days. End that name the day before.")
                        % {"name": other.short}
                    }
                )


class PartyNote(Record):
    """The note that must stand beside a party's name in one language, printed once per page at its first mention."""

    class Style(models.TextChoices):
        OFF = "off", _("not printed")
        ASTERISK = "asterisk", _("asterisk")
        NUMBER = "number", _("number")

    party = models.ForeignKey(Party, models.CASCADE, related_name="notes", verbose_name=_("party"))
    language = models.CharField(_("language"), max_length=12, choices=content_languages)
    style = models.CharField(_("style"), max_length=20, choices=Style, default=Style.ASTERISK)
    text = models.TextField(_("note"), help_text=_("The whole sentence that is printed at the foot of the page."))

    class Meta:
        verbose_name = _("note on a party's name")
        verbose_name_plural = _("notes on parties' names")
        ordering = ["party", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "language"],
                name="party_has_one_note_per_language",
                violation_error_message=_("This party already has a note in this language. Change that one."),
            )
        ]

    def __str__(self):
        return self.text


class Group(Record):
    """Parties that belong together for a time: the Union's member states, the Western Balkan partners."""

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        help_text=_("A short name for lists and filters, such as western-balkans."),
        error_messages={"unique": _("Another group has this code. Choose another one.")},
    )
    name = LabelField(_("name"))

    class Meta:
        verbose_name = _("group of parties")
        verbose_name_plural = _("groups of parties")
        ordering = ["code"]

    def __str__(self):
        return in_language(self.name, "en").text


class GroupMembershipManager(models.Manager.from_queryset(TermQuerySet)):
    def get_queryset(self):
        """Each membership comes with its group, which is what everybody asks it for."""
        return super().get_queryset().select_related("group")


class GroupMembership(Record):
    class Capacity(models.TextChoices):
        MEMBER = "member", _("member")
        PARTNER = "partner", _("partner")
        CANDIDATE = "candidate", _("candidate")
        OBSERVER = "observer", _("observer")

    group = models.ForeignKey(Group, models.CASCADE, related_name="memberships", verbose_name=_("group"))
    party = models.ForeignKey(Party, models.CASCADE, related_name="memberships", verbose_name=_("party"))
    capacity = models.CharField(_("capacity"), max_length=20, choices=Capacity, default=Capacity.MEMBER)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    objects = GroupMembershipManager()

    class Meta:
        verbose_name = _("membership of a group")
        verbose_name_plural = _("memberships of groups")
        ordering = ["group", "party", F("starts_on").asc(nulls_first=True), "uid"]
        constraints = [ends_after_start("membership_ends_after_start")]

    def __str__(self):
        return f"{self.party}: {self.group}"

    def clean(self):
        refuse_end_before_start(self)


def trio_starts(day):
    """The first days of the three presidencies of the trio that holds on `day`: eighteen months, from January 2007 on.

    The rule: Council Decision 2009/908/EU, article 4; Germany, Portugal and Slovenia began in January 2007.
    """
    half = (day.year - 2007) * 2 + (day.month > 6)
    starts = [half - half % 3 + step for step in range(3)]
    return [day.replace(year=2007 + start // 2, month=7 if start % 2 else 1, day=1) for start in starts]


class PresidencyTermQuerySet(TermQuerySet):
    def trio(self, day):
        """The three terms of the trio that holds on `day`."""
        return self.filter(starts_on__in=trio_starts(day)).order_by("starts_on")


class PresidencyTerm(Record):
    """Half a year in which a member state presides over the Council of the European Union."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="presidency_terms", verbose_name=_("party"))
    starts_on = models.DateField(
        _("first day"),
        unique=True,
        error_messages={"unique": _("Another presidency begins on this day. Correct that one first.")},
    )
    ends_on = models.DateField(_("last day"))

    objects = PresidencyTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("presidency term")
        verbose_name_plural = _("presidency terms")
        ordering = ["starts_on"]
        constraints = [ends_after_start("presidency_ends_after_start")]

    def __str__(self):
        return f"{self.party}, {self.starts_on} – {self.ends_on}"

    def clean(self):
        refuse_end_before_start(self)
