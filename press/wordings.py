"""Wordings compared word by word: what a quotation says, and where a recorded statement says the same.

Two wordings are the same whatever their spaces, quotation marks, ellipses and invisible characters are, with a capital
or a small first letter, and with or without the comma or full stop that the sentence around a quotation puts at its
end. Apart from that each letter and each sign counts. An ellipsis stands for words that were left out; words in
[brackets] are the editor's own and stand for a few words or for none. Neither may turn what was said into its contrary:
they hide no negation and no long stretch, and brackets add no negation. Such a quotation differs from its record.
"""

import difflib
import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from people.differences import runs_between
from press.negations import has_negation, hides_negation

NEAR = 0.6
"""The share of a quotation's words, in order, from which it counts as a wording of a statement and not as unknown.
The labelled quotations of the tests keep this much with one word changed, from five words on; unrelated sentences about
the same matter share less than half as much."""
FEWEST_NEAR_WORDS = 3
LONGEST_OMITTED = 30
"""Words for which an ellipsis may stand: a sentence or two. After more, somebody should look at the whole."""
LONGEST_REPLACED = 4
"""Words for which words in brackets may stand: a name for a pronoun or a description, not another thought."""

DOUBLE_MARKS = dict.fromkeys(map(ord, "“”„«»‹›"), '"')
SINGLE_MARKS = dict.fromkeys(map(ord, "‘‚'"), "’")
INVISIBLE = dict.fromkeys(
    [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)  # soft hyphens, joiners, directions
SAME = DOUBLE_MARKS | SINGLE_MARKS | INVISIBLE
OMISSION = r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}"
WORD_OR_SIGN = r"\w+(?:’(?=\w))?|[^\w\s\"’]"  # the article of “l’Europe” is a token of its own
QUOTED = re.compile(rf"(?P<omission>{OMISSION})|\[(?P<letter>\w)\](?=\w)|(?P<own>\[[^\[\]]{{0,300}}\])|{WORD_OR_SIGN}")
RECORDED = re.compile(rf"{OMISSION}|[\[\]]|(?P<token>{WORD_OR_SIGN})")
AT_THE_END = (",", ".", "،")


def plain(text):
    """The text with one kind of space and of quotation mark, and nothing that cannot be seen."""
    return " ".join(unicodedata.normalize("NFC", text).translate(SAME).split())


def is_word(token):
    return token[-1].isalnum()


class Piece(NamedTuple):
    """Words and signs of a quotation that follow each other unbroken, and how many words may be missing before them."""

    tokens: list
    omitted: int


class Wording:
    """What a quotation says, from its parts: the pieces that a statement has to hold in this order."""

    def __init__(self, parts):
        self.parts = [plain(part) for part in parts]
        self.is_edited, self.pieces = False, []
        self.own = ""  # the editor's own words
        omitted = 0
        for part in self.parts:
            begins, letter = True, ""
            for found in QUOTED.finditer(part):
                self.is_edited |= bool(found["own"] or found["letter"])
                if found["omission"] or found["own"]:
                    begins = True
                    omitted = max(omitted, LONGEST_OMITTED if found["omission"] else LONGEST_REPLACED)
                    self.own += f" {found['own'] or ''}"
                elif found["letter"]:
                    begins, letter = True, found["letter"]
                else:
                    if begins:
                        self.pieces.append(Piece([], omitted))
                        begins, omitted = False, 0
                    self.pieces[-1].tokens.append(letter + found.group())
                    letter = ""
        self.pieces = [one for one in map(without_outer_signs, self.pieces) if one.tokens]
        self.tokens = [token for piece in self.pieces for token in piece.tokens]
        self.words = [token for token in self.tokens if is_word(token)]

    def stretches(self):
        """The pieces in lists between which words may be left out."""
        found = []
        for piece in self.pieces:
            if piece.omitted or not found:
                found.append([])
            found[-1].append(piece)
        return found

    def longest_stretch(self):
        """How many words stand together, at most."""
        return max(
            (sum(is_word(token) for piece in stretch for token in piece.tokens) for stretch in self.stretches()),
            default=0,
        )


def without_outer_signs(piece):
    tokens = list(piece.tokens)
    while tokens and tokens[-1] in AT_THE_END:
        tokens.pop()
    while piece.omitted and tokens and tokens[0] in AT_THE_END:
        tokens.pop(0)
    return Piece(tokens, piece.omitted)


class Recorded:
    """A recorded text, prepared for the comparison with many quotations."""

    def __init__(self, text, language=""):
        self.text, self.language = plain(text), language
        found = [one for one in RECORDED.finditer(self.text) if one["token"]]
        while found and found[-1]["token"] in AT_THE_END:
            found.pop()
        self.spans = [one.span() for one in found]
        self.tokens = [one["token"] for one in found]
        self.line = f" {' '.join(self.tokens)} "
        self.folded = [token.casefold() for token in self.tokens]
        self.vocabulary = set(filter(is_word, self.folded))

    def place_of(self, wording):
        """Where the wording stands in `line`: the places of the spaces before and after it; None if it does not."""
        stretches = wording.stretches()
        if not stretches or has_negation(wording.own, self.language):
            return None
        start = 0
        while True:
            places = self.places_of(stretches, start)
            if places is None:
                return None
            gaps = [self.line[end:begin] for (_begin, end), (begin, _end) in pairwise(places)]
            if not any(map(self.is_missed, gaps, stretches[1:])):
                return places[0][0], places[-1][1]
            start = places[0][0] + 1

    def places_of(self, stretches, start):
        """Where the stretches first stand in their order, or None."""
        places = []
        for stretch in stretches:
            begin, start = self.find(stretch, start)
            if start is None:
                return None
            places.append((begin, start))
        return places

    def is_missed(self, gap, stretch):
        """Whether words of the record are too many, or too weighty, to be left out before a stretch."""
        words = sum(map(is_word, gap.split()))
        return words > stretch[0].omitted or hides_negation(gap, self.language)

    def is_all_of(self, wording):
        """Whether the wording is the whole record, with nothing left out."""
        return len(wording.stretches()) == 1 and self.place_of(wording) == (0, len(self.line) - 1)

    def find(self, stretch, start):
        """Where the pieces first stand one after the other: the places of the spaces before and after; or Nones."""
        while (begin := self.next_place(stretch[0], start)) is not None:
            end = begin + 1 + len(" ".join(stretch[0].tokens))
            for piece in stretch[1:]:
                if end is not None:
                    end = self.end_of_next(piece, end)
            if end is not None:
                return begin, end
            start = begin + 1
        return None, None

    def next_place(self, piece, start):
        places = [self.line.find(f" {words} ", start) for words in either_case(piece.tokens)]
        return min((place for place in places if place >= 0), default=None)

    def end_of_next(self, piece, end):
        """Between the parts of a quotation, the record may have the comma or the full stop that stands at an end."""
        for sign in ("", *(f" {sign}" for sign in AT_THE_END)):
            for words in either_case(piece.tokens):
                if self.line.startswith(f"{sign} {words} ", end):
                    return end + len(sign) + 1 + len(words)
        return None

    def nearness(self, wording):
        """The share of the wording's words that this record has in that order, and between which tokens."""
        words = [token.casefold() for token in wording.tokens]
        if len(self.folded) < NEAR * len(words):
            return 0, ()
        matcher = difflib.SequenceMatcher(None, self.folded, words, autojunk=False)
        low, high = 0, len(self.folded)
        if len(wording.stretches()) == 1:
            anchor = matcher.find_longest_match()
            spare = 3 + len(words) // 4
            low = max(0, anchor.a - anchor.b - spare)
            high = min(high, anchor.a + len(words) - anchor.b + spare)
            matcher.set_seq1(self.folded[low:high])
        same = [block for block in matcher.get_matching_blocks() if block.size]
        shared = sum(is_word(token) for block in same for token in words[block.b : block.b + block.size])
        if shared < FEWEST_NEAR_WORDS or shared < NEAR * len(wording.words):
            return 0, ()
        first, last = same[0], same[-1]
        begin = max(0, low + first.a - first.b)
        end = min(len(self.folded), low + last.a + len(words) - last.b)
        return shared / len(wording.words), (begin, end)

    def differences(self, wording, place):
        """The runs from the recorded words at the place to the quoted ones."""
        begin, end = place
        recorded = self.text[self.spans[begin][0] : self.spans[end - 1][1]]
        quoted = " ".join(wording.parts).strip(' "’' + "".join(AT_THE_END))
        if quoted[:1].swapcase() == recorded[:1]:
            quoted = recorded[0] + quoted[1:]
        return tuple(runs_between(recorded, quoted))


def either_case(tokens):
    """The tokens as one line, with their first letter as it is and in the other case."""
    line = " ".join(tokens)
    other = line[0].swapcase()
    return {line, other + line[1:]} if len(other) == 1 else {line}
