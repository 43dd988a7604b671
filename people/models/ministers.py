"""Ministers, in the wide sense of protocol: the principals who speak or take part, and the offices they held when."""

import secrets
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.labels import LabelField, in_language
from people.models.parties import Party, slug_help
from people.name_search import forms, search_text
from people.record import Record, RecordQuerySet
from people.terms import TermQuerySet, ends_after_start, holds_on, refuse_end_before_start


def portrait_path(minister, filename):
    """A folder that nobody can guess: 128 random bits."""
    return f"portraits/{secrets.token_hex(16)}/{filename}"


LONGEST_NAME = 240
"""In letters: a given name and a family name. Databases refuse patterns and conditions of any length."""


class MinisterQuerySet(RecordQuerySet):
    def named(self, words):
        """The ministers with a name that each of the `words` begins, in any order, spelling or script."""
        folded, sounds = forms(words)
        if not words.strip():
            return self
        if not folded or len(words) > LONGEST_NAME:
            return self.none()
        each = Q(*(begins_a_name(*pair) for pair in zip(folded, sounds, strict=True)))
        return self.filter(each | begins_a_name("".join(folded), "".join(sounds)))

    def get_by_natural_key(self, uid):
        if (minister := self.known_as([uid]).get(str(uid))) is None:
            raise self.model.DoesNotExist
        return minister

    def known_as(self, uids):
        """A dict from each of the uids, as texts, to its minister; also from uids of records that were merged."""
        uids = {uuid.UUID(str(uid)) for uid in uids}
        known = {str(one.uid): one for one in self.filter(uid__in=uids)}
        for one in self.filter(aliases__merged_uid__in=uids).annotate(former_uid=F("aliases__merged_uid")):
            known[str(one.former_uid)] = one
        return known


def begins_a_name(folded, sound):
    """The condition that a word, given in both forms, begins a part of a name (see `people/name_search.py`)."""
    return Q(search__contains=f" {folded}") | Q(search__contains=f" {sound}")


class Minister(Record):
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        help_text=slug_help,
        error_messages={
            "unique": _("Another person has this address. Add a word, such as the state, to tell them apart.")
        },
    )
    sort_key = models.CharField(
        _("sort key"),
        max_length=240,
        blank=True,
        help_text=_("Only where lists would sort the name wrongly. Empty: family name, then given name."),
    )
    other_spellings = models.TextField(
        _("other spellings"),
        blank=True,
        help_text=_(
            "One per line: other scripts, former names, spellings without diacritics. Search finds all of them."
        ),
    )
    portrait = models.ImageField(_("portrait"), upload_to=portrait_path, blank=True)
    portrait_credit = models.CharField(_("portrait credit"), max_length=200, blank=True)
    search = models.TextField(editable=False)

    objects = MinisterQuerySet.as_manager()

    class Meta:
        verbose_name = _("minister")
        verbose_name_plural = _("ministers")
        ordering = ["sort_key", "uid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(portrait="") | ~Q(portrait_credit=""),
                name="portrait_has_a_credit",
                violation_error_message=_("A portrait needs a credit. Name the photographer or the agency."),
            )
        ]

    def __str__(self):
        return f"{self.given_name} {self.family_name}".strip()

    def save(self, *args, **kwargs):
        self.sort_key = self.sort_key or f"{self.family_name} {self.given_name}".strip()
        self.search = search_text([str(self), *self.other_spellings.splitlines()])
        if update_fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*update_fields, "sort_key", "search"}
        former = Minister.objects.filter(pk=self.pk).exclude(slug=self.slug).values_list("slug", flat=True).first()
        super().save(*args, **kwargs)
        self.remember_former_address(former)

    def remember_former_address(self, slug):
        """Let the address that the person had until now, if any, lead to the present one, which needs no alias."""
        self.aliases.filter(slug=self.slug, merged_uid=None).delete()
        if slug:
            self.aliases.get_or_create(slug=slug, merged_uid=None)

    def clean(self):
        if self.portrait and not self.portrait_credit:
            raise ValidationError(
                {"portrait_credit": _now("A portrait needs a credit. Name the photographer or the agency.")}
            )

    def titles(self, on, language):
        """The titles of the offices held on a day, as printed in a language, the office held longest first."""
        held = self.mandates.on(on).select_related("party").prefetch_related("party__names", "party__notes")
        return [mandate.printed(on, language) for mandate in held]

    def get_absolute_url(self):
        return reverse("people:minister_detail", args=[self.slug])


class MandateQuerySet(TermQuerySet):
    def begun(self, day):
        """Those that have begun by `day`: all that the public may know of, for a handover is prepared in silence.

        A mandate whose first day nobody knows has begun, unless it is a designate's.
        """
        unknown = Q(starts_on=None) & ~Q(standing=self.model.Standing.DESIGNATE)
        return self.filter(unknown | Q(starts_on__lte=day))


class Mandate(Record):
    """An office that a minister held for a party, from one day to another."""

    class Rank(models.IntegerChoices):
        """Lower comes first. A field, not read from the title: “Secretary of State” is three different ranks."""

        HEAD = 10, _("head of state or government")
        CHAIR = 15, _("chair of a Council configuration")
        MINISTER = 20, _("minister or commissioner")
        DEPUTY_MINISTER = 30, _("deputy minister")
        STATE_SECRETARY = 40, _("state secretary")
        HEAD_OF_BODY = 50, _("head of an agency or organisation")
        AMBASSADOR = 60, _("ambassador")
        OFFICIAL = 70, _("senior official")

    class Standing(models.TextChoices):
        FULL = "full", _("in office")
        ACTING = "acting", _("acting")
        DESIGNATE = "designate", _("designate")

    minister = models.ForeignKey(Minister, models.PROTECT, related_name="mandates", verbose_name=_("minister"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="mandates", verbose_name=_("party"))
    title = LabelField(_("title"), help_text=_("As printed behind the name: “Minister of the Interior”."))
    office = models.SlugField(
        _("office that one person holds"),
        max_length=60,
        blank=True,
        help_text=_(
            "The same word for all who follow each other in this office, such as interior-minister. Two of them "
            "cannot hold it on one day. Empty: several people may hold such an office at once."
        ),
    )
    rank = models.PositiveSmallIntegerField(_("rank"), choices=Rank, default=Rank.MINISTER)
    standing = models.CharField(_("standing"), max_length=20, choices=Standing, default=Standing.FULL)
    starts_on = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("Empty: unknown. A day to come is allowed: prepare a handover."),
    )
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: still in office."))

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["minister", F("starts_on").asc(nulls_first=True), "rank", "uid"]
        constraints = [ends_after_start("mandate_ends_after_start")]

    def __str__(self):
        return f"{self.minister}, {in_language(self.title, 'en').text} ({self.party.code})"

    def clean(self):
        refuse_end_before_start(self)
        if other := self.other_holder():
            raise ValidationError(
                {
                    "starts_on": _now(
                        "%(person)s holds this office from %(start)s to %(end)s. "
                        "Let one mandate end before the other begins, or empty the field “office”."
                    )
                    % {
                        "person": other.minister,
                        "start": other.starts_on or _now("an unknown day"),
                        "end": other.ends_on or _now("today"),
                    }
                }
            )

    def other_holder(self):
        """Somebody else's mandate of this office on some day of this one, or None (rule: `people/one_holder.py`)."""
        if not self.office or self.standing == self.Standing.DESIGNATE:
            return None
        others = Mandate.objects.filter(office=self.office, party=self.party_id, standing=self.standing)
        if self.ends_on:
            others = others.filter(Q(starts_on=None) | Q(starts_on__lte=self.ends_on))
        if self.starts_on:
            others = others.filter(Q(ends_on=None) | Q(ends_on__gte=self.starts_on))
        return others.exclude(minister=self.minister_id).select_related("minister").first()

    def holds_on(self, day):
        return holds_on(self, day)

    def capacity_on(self, day):
        """The capacity in which its holder acts, in the form that publications seal, with the party's name of a day."""
        return {"title": self.title, "standing": self.standing, "of": self.party.as_printed(day)}

    def printed(self, on, language):
        """The title with the party as it was named on a day, such as “Minister of the Interior (Slovenia)”."""
        from people import capacities  # it needs the models itself

        return capacities.in_words(self.capacity_on(on), language)

    def refuse_outside(self, first, last, field):
        """Raise ValidationError on `field` unless the mandate was held on some day from `first` to `last`."""
        if (self.starts_on and last < self.starts_on) or (self.ends_on and self.ends_on < first):
            raise ValidationError(
                {
                    field: _now(
                        "%(mandate)s: held from %(start)s to %(end)s, not on %(day)s. "
                        "Choose the mandate of that day, or correct the mandate's dates."
                    )
                    % {
                        "mandate": self,
                        "start": self.starts_on or _now("an unknown day"),
                        "end": self.ends_on or _now("today"),
                        "day": first,
                    }
                }
            )
