"""Parties whose name must carry a note, in texts that name them without it."""

import re
from typing import NamedTuple

from people.declension import LETTER, name_pattern
from people.models import PartyNote
from people.notes import MARKS


class Unmarked(NamedTuple):
    language: str
    part: object
    code: str
    name: str
    marked: str


def unmarked_names(texts, day):
    """The parties whose name of that day stands without its mark where a language mentions it first.

    `texts` are triples of language, part (whatever says where it stands) and words, in the order in which they are
    printed.
    """
    notes = PartyNote.objects.exclude(style=PartyNote.Style.OFF).filter(language__in={one for one, *_rest in texts})
    for note in notes.select_related("party").prefetch_related("party__names"):
        name = note.party.names_on(day).get(note.language)
        part, rest = first_mention(name, note.language, texts) if name else ("", "")
        if part and not re.match(MARKS[note.style], rest):
            mark = "*" if note.style == PartyNote.Style.ASTERISK else "¹"
            yield Unmarked(note.language, part, note.party.code, name, f"{name}{mark}")


def first_mention(name, language, texts):
    """The part in which a name stands first in a language, and what follows it there; empty if it stands in none."""
    found = re.compile(rf"\b{name_pattern(name, language)}(?!{LETTER})", re.IGNORECASE)
    for code, part, words in texts:
        if code == language and (match := found.search(words)):
            return part, words[match.end() :]
    return "", ""
