"""The quotations of a press page, each beside the recorded statement that it repeats or that is still missing."""

import json
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q

from events.models import Statement, StatementText
from people.models import Mandate, Minister
from press import quotes
from press.models import NotAStatement, PublishedStatement
from press.quotation_marks import quotations

PARTS = ("title", "lead", "body")


class Quoted(NamedTuple):
    """A quotation: where it stands, what became of it, and the records that it is about, or None.

    `mandate` is that of the person who probably spoke what is not recorded. A quotation `is_missing` if it matches a
    statement to which it cannot lead: that is neither on the page nor visible elsewhere.
    """

    language: str
    part: str
    check: quotes.Check
    statement: Statement | None
    mandate: Mandate | None
    ruling: NotAStatement | None
    is_missing: bool

    @property
    def words(self):
        return self.check.quotation.words

    @property
    def key(self):
        return NotAStatement.digest_of(self.words)

    @property
    def is_background(self):
        return self.check.matches and self.statement.regime == Statement.Regime.BACKGROUND

    @property
    def speakers(self):
        """Who spoke the recorded words, in words."""
        return ", ".join(
            str(voice.mandate.minister if voice.mandate else voice) for voice in self.statement.voices.all()
        )


def texts_of(content):
    """Triples of language, part (`title`, `lead`, `body`) and words for every text of a sealed press page."""
    for language, text in content["texts"].items():
        for part in PARTS:
            yield language, part, quotes.passages(text[part]).strip() if part == "body" else text[part]


def quoted(page, content):
    """Every quotation in the sealed texts of a page, in order."""
    own = {one["uid"] for one in content["statements"]}
    statements = statements_of(page, own)
    shown = own | visible_statements(page).keys()
    records = [record for one in statements.values() for record in records_of(one)]
    ministers = ministers_of(page)
    names = names_of(ministers)
    rulings = {(one.language, one.digest): one for one in page.not_statements.all()}
    for language, part, words in texts_of(content):
        set_aside = [one.words for one in rulings.values() if one.language == language]
        for check in quotes.check(words, language, records, names, set_aside):
            is_unknown = check.kind == quotes.Kind.UNKNOWN and check.speaker
            yield Quoted(
                language,
                part,
                check,
                statements.get(check.statement),
                mandate_on(day_of(page), ministers[check.speaker]) if is_unknown else None,
                rulings.get((language, NotAStatement.digest_of(check.quotation.words))),
                check.matches and check.statement not in shown,
            )


def statements_of(page, first):
    """A dict from uid to each statement of the page's forum, and to the page's own; the uids of `first` come first."""
    own = Q(press_pages=page) | Q(forum=page.forum) if page.forum_id else Q(press_pages=page)
    found = (
        Statement.objects.filter(own).distinct().prefetch_related("texts", "voices__mandate__minister", "voices__party")
    )
    return {str(one.uid): one for one in sorted(found, key=lambda one: str(one.uid) not in first)}


def records_of(statement):
    speakers, is_background = speakers_of(statement), statement.regime == Statement.Regime.BACKGROUND
    return [
        quotes.Record(str(statement.uid), text.language, text.text, speakers, is_background)
        for text in statement.texts.all()
        if text.state == StatementText.State.CHECKED
    ]


def speakers_of(statement):
    return tuple(str(voice.mandate.minister.uid) for voice in statement.voices.all() if voice.mandate)


def ministers_of(page):
    """A dict from uid to each person who took part in the page's forum or spoke there, with all their mandates."""
    speaking = Q(voices__statement__press_pages=page)
    if page.forum_id:
        speaking |= Q(voices__statement__forum=page.forum)
    there = [Mandate.objects.filter(speaking), Mandate.objects.filter(participations__forum=page.forum_id)]
    found = Minister.objects.filter(Q(pk__in=there[0].values("minister")) | Q(pk__in=there[1].values("minister")))
    return {str(one.uid): one for one in found.prefetch_related("mandates")}


def names_of(ministers):
    return [(uid, spellings(minister)) for uid, minister in ministers.items()]


def spellings(minister):
    return [str(minister), *filter(None, minister.other_spellings.splitlines())]


def mandate_on(day, minister):
    """The mandate in which somebody spoke that day: the first by rank, if there are several."""
    held = [one for one in minister.mandates.all() if one.holds_on(day)]
    return min(held, key=lambda one: one.rank, default=None)


def session_of(page):
    """The session that the page reports on, if it is one."""
    sessions = list(page.sessions.all())
    return sessions[0] if len(sessions) == 1 else None


def day_of(page):
    """The day on which what the page quotes was said, as far as can be told."""
    session = session_of(page)
    return session.day if session and session.day else page.dated_on


def spans(words, language):
    """Pairs of start and end of all that stands in quotation marks."""
    return [part for one in quotations(words, language) for part in one.parts]


# For sealing ----------------------------------------------------------------------------------------------------------


class Linking(NamedTuple):
    """To which statements the quotations of a page are linked, who may have spoken, and what was ruled, by language."""

    records: list
    names: list
    set_aside: dict


def linking(page, statements):
    """What links the quotations of a page whose own sealed `statements` are given.

    A statement of its forum that is visible elsewhere is linked, too; any other link would be dead, or tell of what is
    not published. So a candidate becomes stale when such a statement appears or goes before it is approved: it would
    be sealed otherwise now, and is submitted again. Beside what was said on background nobody at all may be named, be
    they recorded as present or not.
    """
    own = {one["uid"] for one in statements}
    elsewhere = [one for uid, one in visible_statements(page).items() if uid not in own]
    set_aside = {}
    for ruling in page.not_statements.all():
        set_aside.setdefault(ruling.language, []).append(ruling.words)
    records = [record for one in (*statements, *elsewhere) for record in sealed_records(one)]
    is_background = any(record.is_background for record in records)
    names = [(str(one.uid), spellings(one)) for one in Minister.objects.all()] if is_background else []
    return Linking(records, names or names_of(ministers_of(page)), set_aside)


def visible_statements(page):
    """A dict from uid to each statement of the page's forum as another publication shows it now."""
    rows = PublishedStatement.objects.visible().filter(forum=page.forum_id, shown_in=settings.LANGUAGE_CODE)
    rows = rows.exclude(publication__press_page=page).order_by("publication__visible_from", "uid")
    return {one["uid"]: one for one in map(json.loads, rows.values_list("sealed", flat=True))}


def sealed_records(statement):
    speakers = tuple(voice["person"]["minister"] for voice in statement["voices"] if voice["person"])
    is_background = statement["regime"] == Statement.Regime.BACKGROUND
    return [
        quotes.Record(statement["uid"], language, text["text"], speakers, is_background)
        for language, text in statement["texts"].items()
    ]
