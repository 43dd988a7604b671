"""Publications: what the public reads. Sealed once, never changed; a new version is a new row.

A publication's `payload` is canonical JSON that holds all that its pages show, in every language. The rows named
`Published…` are an index of it for lists, filters and search; `manage.py rebuild_index` derives them again.
"""

import json
import uuid
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.models import Forum, Statement, Topic
from people.clock import imagined_release_set, moment, now
from people.models import Group, Minister, Party
from people.record import Identified, RecordQuerySet
from press.canonical import digest_of
from press.models.media import Photo
from press.models.pages import PressPage
from press.models.release_sets import ReleaseSet


def visible_at(at=None, prefix=""):
    """The one predicate that decides what the public sees: released, begun, not yet replaced."""
    at = at or moment()
    visible = Q(**{f"{prefix}visible_from__lte": at, f"{prefix}voided_at": None}) & (
        Q(**{f"{prefix}visible_until": None}) | Q(**{f"{prefix}visible_until__gt": at})
    )
    release_set = imagined_release_set()
    return visible if release_set is None else with_release_set(visible, release_set, f"{prefix}pk__in")


def with_release_set(visible, release_set, pk_in):
    """The predicate for staff who preview a release set: its members instead of the versions that they will replace."""
    members = Publication.objects.standing().filter(release_set__uid=release_set)
    replaced = Publication.objects.filter(
        Q(press_page__in=members.filter(press_page__isnull=False).values("press_page"))
        | Q(forum__in=members.filter(forum__isnull=False).values("forum"))
    )
    return (visible & ~Q(**{pk_in: replaced.values("pk")})) | Q(**{pk_in: members.values("pk")})


class PublicationQuerySet(RecordQuerySet):
    def visible(self, at=None):
        """What the public sees at the moment `at` (aware; now if not given). Withdrawals are among them."""
        return self.filter(visible_at(at))

    def standing_at(self, address):
        """The visible publication at an address, or the one that its subject has moved to; None if there is none."""
        if publication := self.visible().filter(address=address).first():
            return publication
        former = self.released().filter(address=address).order_by("-visible_from").first()
        if former is None:
            return None
        return self.visible().filter(press_page=former.press_page_id, forum=former.forum_id).first()

    def released(self, at=None):
        """What the public has seen up to the moment `at`, replaced versions included."""
        return self.filter(visible_from__lte=at or moment(), voided_at=None)

    def readable(self, at=None):
        """The released versions that may be read, old ones too: those since the last withdrawal."""
        same_subject = Q(press_page=OuterRef("press_page")) | Q(forum=OuterRef("forum"))
        withdrawals = self.model.objects.released(at).filter(same_subject, kind=self.model.Kind.WITHDRAWAL)
        return self.released(at).filter(~Exists(withdrawals.filter(number__gte=OuterRef("number"))))

    def standing(self):
        """Those that count: not sent back, taken back or cancelled."""
        return self.filter(voided_at=None)

    def waiting(self):
        """The candidates that nobody has approved yet."""
        return self.standing().filter(approved_at=None)

    def approved(self):
        return self.standing().filter(approved_at__isnull=False)

    def embargoed(self, at=None):
        """Approved, and not visible before a moment to come."""
        return self.standing().filter(visible_from__gt=at or moment())


class Publication(Identified):
    """One released version of a press page or of a forum.

    `visible_from` is empty while it waits for approval; `visible_until` is set when the next version is approved.
    A candidate that was sent back, or a release that was cancelled before its moment, is voided but kept.
    Who prepared and who approved it are account names, so that an archive does not carry the accounts.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("first publication")
        UPDATE = "update", _("update")
        TYPO = "typo", _("correction of a typing error")
        FACT = "fact", _("correction of a fact")
        ATTRIBUTION = "attribution", _("correction of an attribution")
        TRANSLATION_ERROR = "translation_error", _("correction of a translation")
        CREDIT = "credit", _("correction of a credit")
        LEGAL = "legal", _("correction for legal reasons")
        TRANSLATION = "translation", _("new translation")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    CORRECTIONS = (Kind.TYPO, Kind.FACT, Kind.ATTRIBUTION, Kind.TRANSLATION_ERROR, Kind.CREDIT, Kind.LEGAL)

    press_page = models.ForeignKey(PressPage, models.PROTECT, null=True, related_name="publications")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="publications")
    number = models.PositiveIntegerField(_("version"))
    address = models.CharField(_("address"), max_length=250, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.FIRST)
    note = models.TextField(_("public note"), blank=True)
    payload = models.TextField(_("payload"))
    digest = models.CharField(_("SHA-256 of the payload"), max_length=64)
    previous_digest = models.CharField(_("digest of the version before"), max_length=64, blank=True)
    sealed_at = models.DateTimeField(_("sealed at"), default=now)
    prepared_by = models.CharField(_("prepared by"), max_length=150)
    approved_by = models.CharField(_("approved by"), max_length=150, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True)
    single_handed = models.BooleanField(_("prepared and approved by the same person"), default=False)
    release_set = models.ForeignKey(
        ReleaseSet, models.PROTECT, null=True, blank=True, related_name="publications", verbose_name=_("release set")
    )
    is_embargo = models.BooleanField(_("under embargo until then"), default=False)
    visible_from = models.DateTimeField(_("visible from"), null=True, db_index=True)
    visible_until = models.DateTimeField(_("visible until"), null=True)
    voided_at = models.DateTimeField(_("voided at"), null=True)
    voided_by = models.CharField(_("voided by"), max_length=150, blank=True)
    void_reason = models.TextField(_("reason"), blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = [F("sealed_at").desc(), "uid"]
        constraints = [
            models.CheckConstraint(
                condition=Q(press_page__isnull=False, forum__isnull=True)
                | Q(press_page__isnull=True, forum__isnull=False),
                name="publication_has_exactly_one_subject",
            ),
            models.UniqueConstraint(
                fields=["press_page", "number"],
                condition=Q(voided_at=None),
                name="press_page_versions_are_numbered",
            ),
            models.UniqueConstraint(
                fields=["forum", "number"], condition=Q(voided_at=None), name="forum_versions_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["press_page"],
                condition=Q(approved_at=None, voided_at=None),
                name="press_page_has_one_candidate",
            ),
            models.UniqueConstraint(
                fields=["forum"], condition=Q(approved_at=None, voided_at=None), name="forum_has_one_candidate"
            ),
            models.UniqueConstraint(
                fields=["press_page"],
                condition=Q(visible_from__isnull=False, visible_until__isnull=True, voided_at=None),
                name="press_page_has_one_current_version",
            ),
            models.UniqueConstraint(
                fields=["forum"],
                condition=Q(visible_from__isnull=False, visible_until__isnull=True, voided_at=None),
                name="forum_has_one_current_version",
            ),
            models.CheckConstraint(
                condition=Q(visible_from=None) | (Q(approved_at__isnull=False) & ~Q(approved_by="")),
                name="visible_publication_is_approved",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=F("prepared_by")) | Q(single_handed=True),
                name="approver_is_not_the_preparer",
            ),
            models.CheckConstraint(
                condition=Q(visible_until=None) | Q(visible_until__gte=F("visible_from")),
                name="publication_ends_after_start",
            ),
        ]
        permissions = [
            ("submit_publication", "Can submit press pages and forums for approval"),
            ("release_publication", "Can approve, release and withdraw press pages and forums"),
        ]

    def __str__(self):
        return f"{self.address}, {self.number}"

    @cached_property
    def changes(self):
        """Sentences about what changed in a forum's programme since the version before: a list per site language."""
        return json.loads(self.payload)["changes"]

    @property
    def subject(self):
        return self.press_page or self.forum

    @cached_property
    def content(self):
        """What the pages show, read from the payload (its shape: `press/payload.py`)."""
        return json.loads(self.payload)["content"]

    @property
    def state(self):
        """One word for where it stands: waiting, approved, embargoed, visible, replaced, voided."""
        current = moment()
        if self.voided_at:
            return "voided"
        if not self.approved_at:
            return "waiting"
        if not self.visible_from:
            return "approved"
        if self.visible_from > current:
            return "embargoed"
        return "replaced" if self.visible_until and self.visible_until <= current else "visible"

    @property
    def is_withdrawal(self):
        return self.kind == self.Kind.WITHDRAWAL

    @property
    def is_correction(self):
        return self.kind in self.CORRECTIONS

    def is_intact(self):
        return digest_of(self.payload) == self.digest


class IndexQuerySet(RecordQuerySet):
    def visible(self, at=None):
        """The rows of what the public sees at the moment `at` (aware; now if not given)."""
        return self.filter(visible_at(at, "publication__"))

    def readable(self, at=None):
        """The rows of all versions that may be read, old ones too."""
        return self.filter(publication__in=Publication.objects.readable(at).values("pk"))

    def shown_in(self, language):
        """The rows for a page in `language`: one per text, in that language or else in the original."""
        return self.filter(shown_in=language)

    def with_forum_address(self):
        """Each row with the public address of its forum (`forum_address`); None while the forum is not public."""
        forums = Publication.objects.visible().exclude(kind=Publication.Kind.WITHDRAWAL)
        return self.annotate(forum_address=Subquery(forums.filter(forum=OuterRef("forum")).values("address")[:1]))


def in_a_newer_publication():
    """Within a sub-query: the rows of publications that became visible after that of the outer row."""
    return Q(publication__visible_from__gt=OuterRef("publication__visible_from")) | Q(
        publication__visible_from=OuterRef("publication__visible_from"), publication__gt=OuterRef("publication")
    )


class OnceQuerySet(IndexQuerySet):
    """Rows of what several publications may carry; the model's `same` names the fields by which it is the same."""

    def once(self, at=None):
        """The visible rows, each thing once: as the newest publication that carries it prints it."""
        same = {name: OuterRef(name) for name in self.model.same}
        newer = self.model.objects.visible(at).filter(in_a_newer_publication(), **same)
        return self.visible(at).filter(~Exists(newer))


class MentionQuerySet(IndexQuerySet):
    def texts(self, language, most):
        """What the newest publications that hold these mentions print in their lists, at most so many."""
        newest = self.order_by("-dated_on", "uid").values("publication")[:most]
        texts = PublishedText.objects.shown_in(language).filter(publication__in=newest)
        return texts.select_related("publication", "picture")


def exactly_one(*fields, name):
    """The constraint that one of the fields is filled and the others are empty."""
    cases = (Q(**{f"{field}__isnull": field != filled for field in fields}) for filled in fields)
    return models.CheckConstraint(condition=reduce(or_, cases), name=name)


class PublishedRow(Identified):
    """A row derived from a publication's payload; its `uid` follows from what it was derived from."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="%(class)ss")

    objects = IndexQuerySet.as_manager()

    class Meta:
        abstract = True

    @staticmethod
    def derived_uid(publication, *path):
        return uuid.uuid5(publication.uid, "/".join(path))


class SealedRow(PublishedRow):
    """A row that keeps its part of the payload, for pages that show it away from the rest."""

    sealed = models.TextField()

    class Meta:
        abstract = True

    @cached_property
    def content(self):
        """The part as sealed (its shape: `press/payload.py`)."""
        return json.loads(self.sealed)


class PublishedText(PublishedRow):
    """What lists and search need of a published text.

    Each site language has a row (`shown_in`), with the original's words where it has no text of its own; every other
    language that has a text has one too.
    """

    shown_in = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=20, choices=PressPage.Kind, blank=True)
    dated_on = models.DateField()
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="published_texts")
    picture = models.ForeignKey("PublishedPhoto", models.CASCADE, null=True, related_name="+")
    title = models.CharField(max_length=500)
    lead = models.TextField(blank=True)
    plain = models.TextField(blank=True)
    search = models.TextField(blank=True)

    class Meta:
        ordering = ["-dated_on", "uid"]
        indexes = [models.Index(fields=["-dated_on", "shown_in"], name="text_by_date")]

    def __str__(self):
        return self.title


class PublishedStatement(SealedRow):
    """What lists of statements need: one row per statement, language shown in and publication."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="published")
    minister = models.ForeignKey(Minister, models.PROTECT, null=True, related_name="published_statements")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="published_statements")
    shown_in = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    said_on = models.DateField()
    regime = models.CharField(max_length=20, choices=Statement.Regime, default=Statement.Regime.ON_THE_RECORD)
    session_uid = models.UUIDField(null=True, db_index=True)
    agenda_item_uid = models.UUIDField(null=True, db_index=True)
    speaker = models.CharField(max_length=500)
    title = models.CharField(max_length=1000, blank=True)
    text = models.TextField()
    search = models.TextField(blank=True)

    objects = OnceQuerySet.as_manager()
    same = ["statement", "shown_in"]

    class Meta:
        ordering = ["-said_on", "uid"]
        indexes = [models.Index(fields=["-said_on", "shown_in"], name="statement_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(regime=Statement.Regime.BACKGROUND) | Q(minister=None, speaker="", title=""),
                name="background_is_never_released_with_a_name",
            )
        ]

    def __str__(self):
        return f"{self.speaker}: {self.text[:80]}"


class PublishedPhoto(SealedRow):
    """What decides whether a photo's files are served, and what lists of photos need."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="published")
    folder = models.CharField(max_length=120, db_index=True)
    credit = models.CharField(max_length=400)

    class Meta:
        ordering = ["uid"]

    def __str__(self):
        return self.credit


class PublishedDocument(PublishedRow):
    """What decides whether a document's file is served."""

    folder = models.CharField(max_length=120, db_index=True)

    class Meta:
        ordering = ["uid"]

    def __str__(self):
        return self.folder


class PublishedMention(PublishedRow):
    """A person, party, group or topic that a publication names; it makes their page public.

    Who names a party names the groups that it belonged to on that day.
    """

    minister = models.ForeignKey(Minister, models.PROTECT, null=True, related_name="mentions", db_index=False)
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="mentions", db_index=False)
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="mentions", db_index=False)
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, related_name="mentions", db_index=False)
    dated_on = models.DateField()

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["uid"]
        constraints = [exactly_one("minister", "party", "group", "topic", name="mention_is_of_one")]
        indexes = [
            models.Index(fields=[one, "-dated_on", "uid"], name=f"mention_of_{one}")
            for one in ("minister", "party", "group", "topic")
        ]

    def __str__(self):
        return str(self.minister or self.party or self.group or self.topic)
