"""The quotations of a press page, each beside the recorded statement that it repeats or that is still missing."""

from typing import NamedTuple

from django.db.models import Q

from events.models import Statement, StatementText
from people.models import Mandate, Minister
from press import quotes
from press.models import NotAStatement
from press.quotation_marks import quotations

PARTS = ("title", "lead", "body")


class Quoted(NamedTuple):
    """A quotation: where it stands, what became of it, and the records that it is about, or None."""

    language: str
    part: str
    check: quotes.Check
    statement: Statement | None
    mandate: Mandate | None
    ruling: NotAStatement | None

    @property
    def words(self):
        return self.check.quotation.words

    @property
    def key(self):
        return NotAStatement.digest_of(self.words)


def texts_of(content):
    """Triples of language, part (`title`, `lead`, `body`) and words for every text of a sealed press page."""
    for language, text in content["texts"].items():
        for part in PARTS:
            yield language, part, quotes.passages(text[part]).strip() if part == "body" else text[part]


def quoted(page, content):
    """Every quotation in the sealed texts of a page, in order."""
    statements = statements_of(page)
    records = [
        quotes.Record(str(one.uid), text.language, text.text, speakers_of(one))
        for one in statements.values()
        for text in one.texts.all()
        if text.state == StatementText.State.CHECKED
    ]
    ministers = ministers_of(page)
    names = [(uid, spellings(minister)) for uid, minister in ministers.items()]
    rulings = {(one.language, one.digest): one for one in page.not_statements.all()}
    for language, part, words in texts_of(content):
        set_aside = [one.words for one in rulings.values() if one.language == language]
        for check in quotes.check(words, language, records, names, set_aside):
            yield Quoted(
                language,
                part,
                check,
                statements.get(check.statement),
                mandate_on(day_of(page), ministers[check.speaker]) if check.speaker else None,
                rulings.get((language, NotAStatement.digest_of(check.quotation.words))),
            )


def statements_of(page):
    """A dict from uid to each statement of the page's forum, and to the page's own."""
    own = Q(press_pages=page) | Q(forum=page.forum) if page.forum_id else Q(press_pages=page)
    found = Statement.objects.filter(own).distinct().prefetch_related("texts", "voices__mandate__minister")
    return {str(one.uid): one for one in found}


def speakers_of(statement):
    return tuple(str(voice.mandate.minister.uid) for voice in statement.voices.all() if voice.mandate)


def ministers_of(page):
    """A dict from uid to each person who took part in the page's forum or spoke there, with all their mandates."""
    there = Q(mandates__participations__forum=page.forum) | Q(mandates__voices__statement__forum=page.forum)
    found = Minister.objects.filter(there).distinct() if page.forum_id else Minister.objects.none()
    return {str(one.uid): one for one in found.prefetch_related("mandates")}


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
