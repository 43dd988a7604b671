"""The quote check: every quotation in a text is compared with what was recorded, so that nobody is misquoted.

`press/wordings.py` says what counts as the same wording. Nothing here reads the database.
"""

import heapq
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from html import escape, unescape
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from press.attribution import Around, people_around
from press.quotation_marks import Quotation, quotations
from press.shingles import same_words
from press.wordings import Recorded, Wording

FEWEST_WORDS = 2
"""In one piece, for a fragment: a single word that was also said somewhere is no evidence that it is a quotation."""
NEAREST = 3
"""How many statements with the most words in common are compared with a quotation word by word."""


@dataclass(frozen=True)
class Record:
    """A recorded statement in one language; `speakers` are the uids of the ministers who spoke."""

    statement: str
    language: str
    text: str
    speakers: tuple = ()
    is_background: bool = False

    @cached_property
    def wording(self):
        """Prepared once, for however many texts are compared with it."""
        return Recorded(self.text, self.language)


class Kind(StrEnum):
    EXACT = "exact"
    FRAGMENT = "fragment"
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    NOT_A_STATEMENT = "not_a_statement"


MATCHES = {Kind.EXACT, Kind.FRAGMENT}


class Judgement(NamedTuple):
    """What words in quotation marks are beside a record; `runs` lead from the recorded words to those that differ."""

    kind: Kind
    record: Record | None = None
    runs: tuple = ()


class Check(NamedTuple):
    """What became of a quotation: the record that it matches or comes nearest to, and whom the words around it name."""

    quotation: Quotation
    judgement: Judgement
    around: Around

    @property
    def kind(self):
        return self.judgement.kind

    @property
    def runs(self):
        return self.judgement.runs

    @property
    def statement(self):
        """The uid of the statement, or empty."""
        return self.judgement.record.statement if self.judgement.record else ""

    @property
    def speaker(self):
        return self.around.speaker

    @property
    def matches(self):
        return self.kind in MATCHES

    @property
    def is_misattributed(self):
        """Whether its own sentence names somebody, but nobody of those who spoke the recorded words."""
        speakers = self.judgement.record.speakers if self.matches else ()
        return bool(speakers and self.around.beside) and not set(speakers) & set(self.around.beside)


def check(text, language, records, names=(), set_aside=()):
    """A Check for each quotation of a text with its paragraphs parted by empty lines, in order.

    `names` are (key, spellings) pairs of the people who may have spoken; `set_aside` are wordings that somebody has
    ruled to be no statements (`shingles.same_words` says which words are the same). A quotation inside another counts
    on its own only if the outer one matches nothing.
    """
    found = quotations(text, language)
    if not found:
        return []
    judge = Judge(language, records, set_aside)
    judged, outer = [], ()
    for one in found:
        judgements = judge.judge(one, text)
        if not one.nested:
            outer = judgements
        elif outer[0].kind != Kind.UNKNOWN or judgements[0].kind == Kind.UNKNOWN:
            continue
        judged.append((one, judgements))
    around = people_around(text, [one for one, _judgements in judged], found, names)
    return [
        Check(one, of_whom_is_named(judgements, whom), whom)
        for (one, judgements), whom in zip(judged, around, strict=True)
    ]


def of_whom_is_named(judgements, around):
    """Several people may have said the same words: the judgement about one who is named there, or else the first."""
    named = {*around.beside, around.speaker}
    return next((one for one in judgements if one.record and named & set(one.record.speakers)), judgements[0])


# Comparing ------------------------------------------------------------------------------------------------------------


class Judge:
    """Compares quotations with the records; those in the language of the text come first."""

    def __init__(self, language, records, set_aside):
        base = language.partition("-")[0]
        nearest = sorted(records, key=lambda one: (one.language != language, one.language.partition("-")[0] != base))
        self.records = nearest
        self.set_aside = {same_words(words) for words in set_aside}
        self.known = {}  # the same words are compared once

    def judge(self, quotation, text):
        """One judgement, or one for each record that holds the words, the best first."""
        if self.set_aside and same_words(quotation.words) in self.set_aside:
            return [Judgement(Kind.NOT_A_STATEMENT)]
        parts = tuple(text[start:end] for start, end in quotation.parts)
        if parts not in self.known:
            wording = Wording(parts)
            self.known[parts] = self.holding(wording) or [self.nearest(wording)]
        return self.known[parts]

    def holding(self, wording):
        exact, fragments = [], []
        for record in self.records:
            if not record.wording.place_of(wording):
                continue
            if not wording.is_edited and record.wording.is_all_of(wording):
                exact.append(Judgement(Kind.EXACT, record))
            elif wording.longest_stretch() >= FEWEST_WORDS:
                fragments.append(Judgement(Kind.FRAGMENT, record))
        return exact + fragments

    def nearest(self, wording):
        """For words that stand in no record, but may differ from one by some words only."""
        vocabulary = {word.casefold() for word in wording.words}
        likely = heapq.nlargest(NEAREST, self.records, key=lambda one: len(vocabulary & one.wording.vocabulary))
        nearness = [(*record.wording.nearness(wording), record) for record in likely]
        share, place, record = max(nearness, key=itemgetter(0), default=(0, (), None))
        if not share:
            return Judgement(Kind.UNKNOWN)
        return Judgement(Kind.DIFFERS, record, record.wording.differences(wording, place))


# A body in HTML -----------------------------------------------------------------------------------------------------

PIECE_OF_HTML = re.compile(r"<(?P<close>/?)(?P<tag>\w+)(?:\"[^\"]*\"|[^\"<>])*>|&[^;&<]*;|[^<&]+|[<&]")
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote"}


def passages(html):
    """The text of a sanitised body, an empty line between its paragraphs: what `check` reads."""
    return "".join(shown for _piece, shown in shown_pieces(html))


def shown_pieces(html):
    """Each tag, character reference or run of characters of the HTML, with what it shows."""
    for piece in PIECE_OF_HTML.finditer(html):
        if piece["tag"] in BLOCKS:
            yield piece, "\n\n"
        elif piece["tag"]:
            yield piece, "\n" if piece["tag"] == "br" else ""
        else:
            yield piece, unescape(piece.group())


def marked(html, language, records, address, names=(), set_aside=()):
    """The sanitised body with each quotation that stands in a record as `<q cite>`, linked to its statement.

    `address` gives the address of a statement's uid. Quotation marks stay in the text, inside the q. A quotation that
    reaches over tags becomes several q; inside a link of the text it is not linked again, inside a q not at all. What
    was said on background is not linked where the words around name somebody of `names`.
    """
    spans = sorted(
        (start, end, address(one.statement))
        for one in check(passages(html), language, records, names, set_aside)
        if one.matches and not (one.judgement.record.is_background and one.speaker)
        for start, end in one.quotation.marked_parts
    )
    written = []
    for (span, in_link), pieces in groupby(cut(html, spans), key=lambda one: one[:2]):
        words = "".join(piece for _span, _in_link, piece in pieces)
        written.append(words if span is None or not words.strip() else q(words, span[2], in_link))
    return "".join(written)


def q(words, address, in_link):
    address = escape(address)
    linked = words if in_link else f'<a href="{address}">{words}</a>'
    return f'<q cite="{address}">{linked}</q>'


def cut(html, spans):
    """The HTML in order, cut at tags and at the ends of the spans: (span or None, whether in a link, HTML)."""
    edges = [place for start, end, _address in spans for place in (start, end)]
    place, depth = 0, {"a": 0, "q": 0}
    for piece, shown in shown_pieces(html):
        source, end = piece.group(), place + len(shown)
        if tag := piece["tag"]:
            if tag in depth:
                depth[tag] += -1 if piece["close"] else 1
            yield None, False, source
        else:
            inner = edges[bisect_right(edges, place) : bisect_left(edges, end)] if source == shown else []
            for begin, stop in pairwise([place, *inner, end]):
                inside, number = bisect_right(edges, begin) % 2, bisect_right(edges, begin) // 2
                span = spans[number] if inside and not depth["q"] else None
                yield span, depth["a"] > 0, source[begin - place : stop - place] if source == shown else source
        place = end
