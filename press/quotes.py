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

from press.attribution import speakers_of
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


class Check(NamedTuple):
    """What became of a quotation: `statement` is the uid of the one that it matches or comes nearest to, or empty.

    `runs` lead from the recorded words to the quoted ones, for a quotation that differs; `speaker` is the key of the
    person whom the words around an unknown one name, or empty.
    """

    quotation: Quotation
    kind: Kind
    statement: str = ""
    runs: tuple = ()
    speaker: str = ""


def check(text, language, records, names=(), set_aside=()):
    """A Check for each quotation of a text with its paragraphs parted by empty lines, in order.

    `names` are (key, spellings) pairs of the people who may have spoken; `set_aside` are wordings that somebody has
    ruled to be no statements (`shingles.same_words` says which words are the same). A quotation inside another counts
    on its own only if the outer one matches nothing.
    """
    found = quotations(text, language)
    judge = Judge(language, records, set_aside)
    checks, outer = [], None
    for one in found:
        judged = judge.judge(one, text)
        if not one.nested:
            outer = judged
        elif outer.kind != Kind.UNKNOWN or judged.kind == Kind.UNKNOWN:
            continue
        checks.append(judged)
    unknown = [one.quotation for one in checks if one.kind == Kind.UNKNOWN]
    speakers = dict(zip(unknown, speakers_of(text, unknown, found, names), strict=True))
    return [one._replace(speaker=speakers.get(one.quotation, "")) for one in checks]


# Comparing ------------------------------------------------------------------------------------------------------------


class Judge:
    """Compares quotations with the records; those in the language of the text come first."""

    def __init__(self, language, records, set_aside):
        base = language.partition("-")[0]
        nearest = sorted(records, key=lambda one: (one.language != language, one.language.partition("-")[0] != base))
        self.records = [(one.wording, one.statement) for one in nearest]
        self.set_aside = {same_words(words) for words in set_aside}
        self.known = {}  # the same words are compared once

    def judge(self, quotation, text):
        if self.set_aside and same_words(quotation.words) in self.set_aside:
            return Check(quotation, Kind.NOT_A_STATEMENT)
        parts = tuple(text[start:end] for start, end in quotation.parts)
        if parts not in self.known:
            self.known[parts] = self.compare(Wording(parts))
        return Check(quotation, *self.known[parts])

    def compare(self, wording):
        """What a Check says after its quotation."""
        holding = [(recorded, statement) for recorded, statement in self.records if recorded.place_of(wording)]
        if not wording.is_edited:
            for recorded, statement in holding:
                if recorded.is_all_of(wording):
                    return Kind.EXACT, statement
        if holding and wording.longest_stretch() >= FEWEST_WORDS:
            return Kind.FRAGMENT, holding[0][1]
        return self.nearest(wording)

    def nearest(self, wording):
        """The same for a quotation that stands in no record, but may differ from one by some words only."""
        vocabulary = {word.casefold() for word in wording.words}
        likely = heapq.nlargest(NEAREST, self.records, key=lambda one: len(vocabulary & one[0].vocabulary))
        nearness = [(*recorded.nearness(wording), recorded, statement) for recorded, statement in likely]
        share, place, recorded, statement = max(nearness, key=itemgetter(0), default=(0, (), None, ""))
        if not share:
            return (Kind.UNKNOWN,)
        return Kind.DIFFERS, statement, recorded.differences(wording, place)


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


def marked(html, language, records, address, set_aside=()):
    """The sanitised body with each quotation that stands in a record as `<q cite>`, linked to its statement.

    `address` gives the address of a statement's uid. Quotation marks stay in the text, inside the q. A quotation that
    reaches over tags becomes several q; inside a link of the text it is not linked again, inside a q not at all.
    """
    spans = sorted(
        (start, end, address(one.statement))
        for one in check(passages(html), language, records, set_aside=set_aside)
        if one.kind in (Kind.EXACT, Kind.FRAGMENT)
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
