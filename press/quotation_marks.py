"""Quotations in running text, found by their marks: of any language, in the usual style or another.

The same mark opens in one language and closes in another. So the characters beside a mark decide what it does there,
and only where they say nothing, the language of the text. A text is read once from its beginning to its end.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

CLOSING = {
    "“": '”“"',
    "„": '“”"',
    "”": "”“",
    '"': '"”',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "’": "‘’",
    "'": "'",
}
"""The marks that may close what a mark opens, as people type them."""
SINGLE = "‘’‚'"
OPENED_BY_AN_APOSTROPHE = {"mk", "sv", "fi"}
"""Languages in which ’ opens a quotation; elsewhere it only closes one, or is an apostrophe."""
CLOSED_BY_HIGH_MARKS = {"bg", "bs", "cs", "de", "et", "hr", "is", "lt", "lv", "mk", "sk", "sl", "sr"}
"""Languages in which “ closes a quotation."""
POINTING_INWARDS = {"bs", "cs", "da", "de", "hr", "sk", "sl", "sr"}
"""Languages that write »…« rather than «…»."""

A_WORD = re.compile(r"\w")
MARK = re.compile("[" + "".join(CLOSING) + "]")
ELISION = re.compile(r"(?:\d\ds?|n|s|t|em|tis|twas|til|cause|bout)\b", re.IGNORECASE)
"""What may follow an apostrophe at the start of a word: ’90s, ’tis."""
FIXED_SPACES = "\u00a0\u202f\u2007"
PARAGRAPH = re.compile(r"(?:(?!\n\n).)*[^\n]", re.DOTALL)
SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?…؟][”’»“«\")\]]*\s+(?=[^\W\d_])")
"""Not after an abbreviation such as “M.”. The letter that follows must not be a small one; see `sentence_ends`."""
PAUSES = ",،–—-"
LONGEST_ATTRIBUTION = 200
"""Characters between two parts of one quotation."""


class Quotation(NamedTuple):
    """What stands between quotation marks. Offsets are those of the text in which it was found.

    It has several parts where an attribution splits it, or where it goes on over several paragraphs.
    """

    words: str
    """All that is quoted, its parts joined by one space."""
    parts: tuple
    """(start, end) of each part, without its marks."""
    marked_parts: tuple
    """The same with the marks."""
    nested: bool
    """Whether it stands inside another quotation."""


class Opened:
    """A quotation of which only the beginning has been read."""

    def __init__(self, mark, place, earlier=None):
        self.mark, self.place = mark, place
        self.earlier = [] if earlier is None else earlier  # what it holds of the paragraphs before
        self.maybe = None  # the place of a mark that closes it, or else is the apostrophe of a plural: ministers’

    def until(self, end, inner_end):
        """Its spans up to `end`: (start, end, start of the words, end of the words)."""
        self.earlier.append((self.place, end, self.place + 1, inner_end))
        return self.earlier


def quotations(text, language):
    """The quotations of a text whose paragraphs are parted by empty lines, in order; a nested one after its outer one.

    What is nested more deeply belongs to the words around it. A mark without its partner is a character like others.
    """
    closed, unclosed = [], []
    for paragraph in PARAGRAPH.finditer(text):
        if paragraph.group().isspace():
            continue
        reader = Reader(text, paragraph.start(), paragraph.end(), language)
        reader.read(going_on(text, reader.start, unclosed))
        closed += reader.closed
        unclosed = reader.opened
    closed.sort()
    return joined(text, [quotation(text, spans, depth > 0) for spans, depth in shallow(text, closed)], language)


def going_on(text, place, unclosed):
    """The quotation, not closed in the paragraph before, that a mark at the start of this one continues, or None."""
    mark = text[place]
    for one in reversed(unclosed):
        if one.mark == mark or (one.mark, mark) == ("«", "»"):
            return Opened(one.mark, place, one.earlier)
    return None


class Reader:
    """Reads the marks of one paragraph."""

    def __init__(self, text, start, end, language):
        self.text, self.language = text, language.partition("-")[0]
        self.start = start + len(text[start:end]) - len(text[start:end].lstrip())
        self.end = end
        self.opened, self.closed = [], []
        self.awaited = dict.fromkeys(CLOSING, 0)  # how many of the opened ones each mark may close
        self.last_closed = dict.fromkeys(CLOSING, -1)  # where the last closed one began that each mark opened

    def read(self, continued):
        """Afterwards `opened` holds those that the next paragraph may go on with.

        A quotation that has another one in the same marks inside it only lacks its closing mark.
        """
        if continued:
            self.open(continued)
        for found in MARK.finditer(self.text, self.start + bool(continued), self.end):
            self.take(found.group(), found.start())
        for one in self.opened:
            if one.maybe:
                self.closed.append(one.until(one.maybe + 1, one.maybe))
            else:
                one.until(self.end, self.end)
        self.opened = [one for one in self.opened if not one.maybe and one.place > self.last_closed[one.mark]]

    def take(self, mark, place):
        direction = self.direction(mark, place)
        if mark in SINGLE:
            self.take_single(mark, place, direction)
        elif self.awaited[mark] and direction != "opens":
            self.close(mark, place)
        elif direction != "closes":
            self.open(Opened(mark, place))

    def take_single(self, mark, place, direction):
        top = self.opened[-1] if self.opened else None
        if direction == "closes" and top and mark in CLOSING[top.mark] and top.mark in SINGLE:
            if self.is_after_a_plural(place) and not top.maybe and self.text[place + 1 : place + 2].isspace():
                top.maybe = place
            else:
                self.close(mark, top.maybe if self.is_after_a_plural(place) and top.maybe else place)
        elif direction == "opens" and not self.is_apostrophe(mark, place):
            if top and top.maybe:
                self.close(mark, top.maybe)
            self.open(Opened(mark, place))

    def is_after_a_plural(self, place):
        return self.language == "en" and self.text[place - 1] in "sS"

    def is_apostrophe(self, mark, place):
        if mark == "’" and self.language not in OPENED_BY_AN_APOSTROPHE:
            return True
        return mark in "’'" and bool(ELISION.match(self.text, place + 1))

    def open(self, one):
        self.opened.append(one)
        for mark in CLOSING[one.mark]:
            self.awaited[mark] += 1

    def close(self, mark, place):
        """Close the innermost quotation that the mark may close; those inside it that are still open have no end."""
        while True:
            one = self.opened.pop()
            for closing in CLOSING[one.mark]:
                self.awaited[closing] -= 1
            if mark in CLOSING[one.mark] or one.maybe == place:
                self.closed.append(one.until(place + 1, place))
                self.last_closed[one.mark] = one.place
                return
            if one.maybe:
                self.closed.append(one.until(one.maybe + 1, one.maybe))

    def direction(self, mark, place):
        """What the mark does by its neighbours: "opens", "closes", or "" if they and the language leave it open."""
        if mark in "„‚":
            return "opens"
        before, after = self.neighbour(place, -1), self.neighbour(place, +1)
        left, right = looseness(before, "Ps", "¿¡"), looseness(after, "Pe", ",.;:!?،؛؟")
        if mark in "«»‹›" and (before in "’'" or (2 in (left, right) and 3 not in (left, right))):
            left = right  # “l’« Europe »”: neither an elision nor a space that belongs to the mark tells its direction
        if left != right:
            return "opens" if left > right else "closes"
        return "" if mark in SINGLE else usual_direction(mark, self.language)

    def neighbour(self, place, step):
        """The character before or after, past one that only sets the direction of writing; a line break at an end."""
        for near in (place + step, place + 2 * step):
            if not self.start <= near < self.end:
                return "\n"
            if unicodedata.category(self.text[near]) != "Cf":
                break
        return self.text[near]


@lru_cache(maxsize=1000)
def looseness(character, outer_brackets, outer_signs):
    """How little a neighbour belongs to what is quoted, from 0 (a letter) to 3 (a space)."""
    if character in FIXED_SPACES:
        return 2
    category = unicodedata.category(character)
    if character.isspace() or category == outer_brackets or character in outer_signs:
        return 3
    return 1 if category.startswith("P") else 0


def usual_direction(mark, language):
    if mark == '"':
        return ""
    if mark == "“":
        return "closes" if language in CLOSED_BY_HIGH_MARKS else "opens"
    if mark == "”":
        return "closes"
    return "opens" if (mark in "»›") == (language in POINTING_INWARDS) else "closes"


def shallow(text, closed):
    """Pairs of the spans that hold a word, for each quotation that does, and its depth: 0 or 1."""
    ends = []
    for spans in closed:
        start, end = spans[0][0], spans[-1][1]
        while ends and ends[-1] <= start:
            ends.pop()
        if len(ends) < 2 and (telling := [span for span in spans if A_WORD.search(text, span[2], span[3])]):
            yield telling, len(ends)
        ends.append(end)


def quotation(text, spans, nested):
    parts = tuple(stripped(text, a, b) for _start, _end, a, b in spans)
    words = " ".join(text[a:b] for a, b in parts)
    return Quotation(words, parts, tuple((start, end) for start, end, _a, _b in spans), nested)


def stripped(text, start, end):
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def joined(text, found, language):
    """The quotations with those made one that an attribution splits."""
    groups, outer = [], None
    for one in found:
        if outer and not one.nested and continues(text, outer[-1], one, language):
            outer.append(one)
            continue
        groups.append([one])
        if not one.nested:
            outer = groups[-1]
    return [group[0] if len(group) == 1 else made_one(group) for group in groups]


def made_one(group):
    parts = tuple(part for one in group for part in one.parts)
    marked_parts = tuple(part for one in group for part in one.marked_parts)
    return Quotation(" ".join(one.words for one in group), parts, marked_parts, False)


def continues(text, first, second, language):
    """Whether the second goes on in the middle of the first one's sentence: “We agree,” said the minister, “and act.”

    Between them stands an attribution, and commas or dashes before it and after it.
    """
    (start, end), (begin, _end) = first.marked_parts[-1], second.marked_parts[0]
    if begin - end > LONGEST_ATTRIBUTION or text[start] != text[begin]:
        return False
    if "\n\n" in text[end:begin]:
        return False
    between = text[end:begin].strip()
    comma_inside = first.words[-1] in PAUSES
    if not (comma_inside or between[:1] in PAUSES) or between[-1:] not in PAUSES:
        return False
    if len(re.findall(r"\w+", between)) < (1 if comma_inside else 2) or first.words[-1] in ".!?؟":
        return False
    return not sentence_ends(text, end, begin) and begins_inside(second.words, language)


def begins_inside(words, language):
    """Whether words can stand inside a sentence: a capital letter begins one, but for German nouns and English I."""
    return not words[0].isupper() or language.startswith("de") or bool(re.match(r"I\b", words))


def sentence_ends(text, start=0, end=None):
    """The places between `start` and `end` where a sentence ends."""
    found = SENTENCE_END.finditer(text, start, len(text) if end is None else end)
    return [one.end() for one in found if not text[one.end() : one.end() + 1].islower()]
