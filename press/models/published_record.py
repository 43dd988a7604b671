"""Index rows of the record: who spoke, took part and signed, and what stood on the agenda, for the pages about them.

Each row is about one person, one party or one topic, so that their pages find theirs without reading a payload.
`day` orders the lists: when it was said, held or signed, or else the first day of its forum.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from events.models import AgendaItem, Agreement, Forum, Participation, Session, Statement, Topic
from people.models import Minister, Party
from press.models.publications import (
    IndexQuerySet,
    OnceQuerySet,
    Publication,
    PublishedRow,
    PublishedStatement,
    PublishedText,
    SealedRow,
    exactly_one,
    in_a_newer_publication,
)

ABOUT_WHOM = "minister", "party"


def of(model, related_name):
    """Whom or what a row is about; the index that the class names serves its list by day, and so the key as well."""
    return models.ForeignKey(model, models.PROTECT, null=True, related_name=related_name, db_index=False)


def by_day(prefix, *fields):
    return [models.Index(fields=[one, "-day", "uid"], name=f"{prefix}_by_{one}") for one in fields]


class VoiceQuerySet(OnceQuerySet):
    def statements_of(self, voices, language):
        """What the given rows say, in their order, as their publications print it on a page in `language`."""
        rows = PublishedStatement.objects.shown_in(language).order_by()
        rows = rows.filter(statement__in=[voice.statement_id for voice in voices])
        printed = {(row.publication_id, row.statement_id): row for row in rows}
        return [printed[voice.publication_id, voice.statement_id] for voice in voices]

    def about(self, topic):
        """Those on an agenda item about the topic with the given slug."""
        return self.filter(
            agenda_item_uid__in=PublishedAgendaItem.objects.visible().filter(topic__slug=topic).values("item_uid")
        )

    def forums(self, language):
        """The published forums at which these rows speak, as `PublishedText`."""
        forums = Forum.objects.order_by().filter(Exists(self.filter(forum=OuterRef("pk"))))
        publications = Publication.objects.visible().filter(forum__in=forums)
        return PublishedText.objects.shown_in(language).filter(publication__in=publications.values("pk"))

    def topics(self):
        """The topics on which these rows speak."""
        items = PublishedAgendaItem.objects.visible().filter(topic=OuterRef("pk"))
        return Topic.objects.filter(Exists(items.filter(Exists(self.filter(agenda_item_uid=OuterRef("item_uid"))))))


class PublishedVoice(PublishedRow):
    """A person or a party that speaks in a published statement; a person brings the parties of the offices named."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="published_voices")
    minister = of(Minister, "published_voices")
    party = of(Party, "published_voices")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="published_voices")
    agenda_item_uid = models.UUIDField(null=True)
    day = models.DateField()

    objects = VoiceQuerySet.as_manager()
    same = ["statement"]

    class Meta:
        ordering = ["-day", "uid"]
        constraints = [exactly_one(*ABOUT_WHOM, name="voice_is_of_one")]
        indexes = [
            *by_day("voice", *ABOUT_WHOM),
            *(
                models.Index(fields=[one, narrower], name=f"voice_by_{one}_{narrower[:6]}")
                for one in ABOUT_WHOM
                for narrower in ("forum", "agenda_item_uid")
            ),
        ]

    def __str__(self):
        return str(self.minister or self.party)


class PublishedSession(SealedRow):
    """A session with those who took part and what was agreed, as printed."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="published_sessions")
    session_uid = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=20, choices=Session.Kind)

    class Meta:
        ordering = ["uid"]

    def __str__(self):
        return str(self.session_uid)


class ParticipationIndexQuerySet(IndexQuerySet):
    def once(self, at=None):
        """The visible rows, each taking part once: as the forum's own publication prints it.

        A press page prints one list for the forum and its sessions together; such a list counts only while the forum
        itself is not published, and then the newest one.
        """
        same = Q(minister=OuterRef("minister")) | Q(party=OuterRef("party"))
        better = self.model.objects.visible(at).filter(same, forum=OuterRef("forum"))
        better = better.filter(Q(publication__forum__isnull=False) | in_a_newer_publication())
        return self.visible(at).filter(Q(publication__forum__isnull=False) | ~Exists(better))


class PublishedParticipation(SealedRow):
    """A person or a party that took part in a forum or in one of its sessions; a person brings their parties."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="published_participations")
    session = models.ForeignKey(PublishedSession, models.CASCADE, null=True, related_name="participations")
    minister = of(Minister, "published_participations")
    party = of(Party, "published_participations")
    role = models.CharField(max_length=20, choices=Participation.Role)
    day = models.DateField()

    objects = ParticipationIndexQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "uid"]
        constraints = [exactly_one(*ABOUT_WHOM, name="participation_is_of_one")]
        indexes = by_day("participation", *ABOUT_WHOM)

    def __str__(self):
        return str(self.minister or self.party)


class PublishedAgreement(SealedRow):
    """An agreement, for each person and party that signs it and each topic that it is about."""

    agreement_uid = models.UUIDField(db_index=True)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="published_agreements")
    minister = of(Minister, "published_agreements")
    party = of(Party, "published_agreements")
    topic = of(Topic, "published_agreements")
    status = models.CharField(max_length=20, choices=Agreement.Status)
    day = models.DateField()

    objects = OnceQuerySet.as_manager()
    same = ["agreement_uid"]

    class Meta:
        ordering = ["-day", "uid"]
        constraints = [exactly_one(*ABOUT_WHOM, "topic", name="agreement_is_of_one")]
        indexes = by_day("agreement", *ABOUT_WHOM, "topic")

    def __str__(self):
        return str(self.agreement_uid)


class PublishedAgendaItem(SealedRow):
    """An agenda item, for each topic that it is about."""

    item_uid = models.UUIDField(db_index=True)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="published_items", db_index=False)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="published_items")
    outcome = models.CharField(max_length=20, choices=AgendaItem.Outcome, blank=True)
    day = models.DateField()

    objects = OnceQuerySet.as_manager()
    same = ["item_uid"]

    class Meta:
        ordering = ["-day", "uid"]
        indexes = by_day("item", "topic")

    def __str__(self):
        return str(self.item_uid)
