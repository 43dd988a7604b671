"""Who may have spoken the quotations in a text, by the names around them."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from math import inf
from typing import NamedTuple

from people.declension import stems_of
from people.name_search import sound
from people.spelling import fold
from press.quotation_marks import sentence_ends

WORD = re.compile(r"\w+(?:[-’']\w+)*")


class Mention(NamedTuple):
    """Where a text names somebody."""

    place: int
    key: str


class Around(NamedTuple):
    """Whom the words around a quotation name: who probably spoke, and the nearest ones in the same sentence.

    `speaker` is the nearest one of these; else the last one named before, in the paragraph or the sentence before; else
    the first one in the sentence after. It is empty if nobody is named there.
    """

    speaker: str = ""
    beside: tuple = ()


def people_around(text, asked, found, names):
    """An Around for each of the `asked` quotations. What quotations themselves say is left out: `found` are all."""
    if not asked or not names:
        return [Around() for _quotation in asked]
    running = without_quotations(text, found)
    mentions = mentions_in(running, names)
    paragraphs = [one.end() for one in re.finditer(r"\n\n\s*", running)]
    ends = sorted({*sentence_ends(running), *paragraphs})
    return [around(one, mentions, ends, paragraphs) for one in asked]


def without_quotations(text, found):
    """The text of the same length, with an X for each character between quotation marks."""
    kept, end = [], 0
    for start, after in sorted(span for one in found if not one.nested for span in one.marked_parts):
        kept += [text[end:start], "X" * (after - start)]
        end = after
    return "".join([*kept, text[end:]])


def around(quotation, mentions, ends, paragraphs):
    """Looks at two mentions only, the last one before the quotation and the first one after it or between its parts."""
    start, end = quotation.marked_parts[0][0], quotation.marked_parts[-1][1]
    bounds = [0, *ends, inf]
    first, last = bisect_right(ends, start), bisect_left(ends, end)
    number = bisect_left(mentions, (start, ""))
    before = mentions[number - 1] if number else Mention(-1, "")
    after = mentions[number] if number < len(mentions) else Mention(inf, "")
    near = [(start - before.place, before.key)] if before.place >= bounds[first] else []
    near += [(after.place - end, after.key)] if after.place < bounds[last + 1] else []
    if near:
        return Around(min(near)[1], tuple(key for _distance, key in near))
    paragraph = bisect_right(paragraphs, start)
    if before.place >= min(bounds[max(0, first - 1)], paragraphs[paragraph - 1] if paragraph else 0):
        return Around(before.key)
    return Around(after.key if after.place < bounds[min(last + 2, len(bounds) - 1)] else "")


def mentions_in(text, names):
    """The Mentions of a text, in order: by a whole name, or by a surname that only one of the people has."""
    spellings = spellings_by_last_word(names)
    known, found, before = {}, [], []
    for word in WORD.finditer(text):
        if word.group() not in known:
            known[word.group()] = known_as(word.group(), spellings)
        if key := the_one_meant(known[word.group()], before):
            found.append(Mention(word.start(), key))
        before = [*before[-5:], word.group()]
    return found


@lru_cache(maxsize=10_000)
def both_forms(word):
    """A word as names are compared (`people/name_search.py`): Müller and Mueller fall together in the second form."""
    folded = fold(word)
    return folded, sound(folded)


def spellings_by_last_word(names):
    """From the last word of a spelling, in each form, to pairs of the words before it, in both forms, and the key."""
    found = {}
    for key, spellings in names:
        for spelling in spellings:
            *first, last = [both_forms(word) for word in WORD.findall(spelling)] or [("", "")]
            for form in set(last):
                found.setdefault(form, set()).add((tuple(first), key))
    found.pop("", None)
    return found


def known_as(word, spellings):
    """The pairs for a word that is the last one of a name, or a case of it."""
    for form in both_forms(word):
        for stem in stems_of(form):
            if stem in spellings:
                return spellings[stem]
    return ()


def the_one_meant(pairs, before):
    """The key of the pair whose first words stand before; without any, the only key that there is."""
    words = [both_forms(word) for word in before] if pairs else []
    whole = [
        (len(first), key)
        for first, key in pairs
        if first and len(words) >= len(first) and all(map(begins_with, words[-len(first) :], first))
    ]
    if whole:
        return max(whole)[1]
    keys = {key for _first, key in pairs}
    return keys.pop() if len(keys) == 1 else ""


def begins_with(word, name):
    return any(form.startswith(beginning) for form, beginning in zip(word, name, strict=True))
