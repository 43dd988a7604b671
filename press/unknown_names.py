"""Names in a text beside an office (“Minister Aleš Hojs”) that no record has: a slip, or somebody to enter.

A guess, and a careful one: a name is two or more capitalised words right behind an office (“Minister Given Family”),
or right before one that goes on (“Given Family, Minister of …”). Slavic names are declined, so there a word is that
of a record if it differs in its ending only.
"""

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from django.db.models import Q

from people.declension import DECLINING, LONGEST_ENDING, is_form_of
from people.models import Minister
from people.name_search import forms


class Offices(NamedTuple):
    """Patterns of a language: offices in the singular, the words by which one goes on, and what begins no name."""

    titles: str
    going_on: str
    no_name: str


OFFICES = {
    "en": Offices(
        "minister|commissioner|secretary|director|president|ambassador|chancellor|chair",
        "of|for",
        "General|State|In|At|On|For|With|After|Before|During|From|To|By|Under|The|Of|And",
    ),
    "fr": Offices(
        "ministre|commissaire|secrétaire|directeur|directrice|présidente?|ambassadeur|ambassadrice",
        "de|des|du",
        "Général|Générale|En|À|Au|Aux|Dans|Pour|Avec|Après|Avant|Le|La|Les|De|Et",
    ),
    "de": Offices(
        "(?:innen|justiz)?minister(?:in)?|kommissar(?:in)?|staatssekretär(?:in)?|botschafter(?:in)?",
        "für|des|der",
        "In|Am|Im|Auf|Mit|Nach|Vor|Bei|Der|Die|Das|Von|Und",
    ),
    "sl": Offices(
        "minist(?:er|ra|ru|rom|rica|rice|rici|rico)|komisar(?:ja|ju|jem|ka|ke|ki|ko)?|sekretar(?:ja|ju|ka|ke)?"
        "|direktor(?:ja|ica|ice)?",
        "za",
        "V|Na|Za|Z|S|Po|Pri|Ob|Pred|In",
    ),
    "mk": Offices(
        "министер(?:от|ка|ката)?|комесар(?:от|ка|ката)?|секретар(?:от|ка)?|директор(?:от|ка)?",
        "за",
        "Во|На|За|Со|По|При|Пред|И",
    ),
    "sr": Offices(
        "минист(?:ар|ра|ру|ром|арка|арке|арку)|комесар(?:а|у|ом|ка|ке)?|секретар(?:а|у|ом|ка)?|директор(?:а|ка)?"
        "|minist(?:ar|ra|ru|rom|arka|arke|arku)|komesar(?:a|u|om|ka|ke)?|sekretar(?:a|u|om|ka)?|direktor(?:a|ka)?",
        "за|унутрашњих|правде|za|unutrašnjih|pravde",
        "У|На|За|Са|По|При|Пред|И|U|Na|Za|Sa|Po|Pri|Pred|I",
    ),
}
CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x41, 0x530)) if letter.isupper())}]"
PARTICLES = r"(?:[^\S\n]+(?:van|von|de|der|den|di|da|del|della|la|le|zu|af))*"


@cache
def pattern(language):
    offices = OFFICES[language]
    word = rf"(?!(?:{offices.no_name})\b){CAPITAL}[\w’'-]+"
    name = rf"{word}(?:{PARTICLES}[^\S\n]+{word})+"
    title = rf"(?i:\b(?:{offices.titles}))"
    skipped = rf"(?:[^\S\n]+(?:{offices.no_name}))?"
    return re.compile(
        rf"{title}{skipped}[^\S\n]+(?P<behind>{name})"
        rf"|(?P<before>\b{name}),[^\S\n]+{title}[^\S\n]+(?:{offices.going_on})\b"
    )


def names_in(text, language):
    """The names beside an office in the text, each once, in order."""
    if language not in OFFICES:
        return []
    found = (match["behind"] or match["before"] for match in pattern(language).finditer(text))
    return list(dict.fromkeys(found))


def unknown_names(texts):
    """Pairs of language and name, for texts as pairs of language and words: the names that no minister has."""
    found = dict.fromkeys((language, name) for language, text in texts for name in names_in(text, language))
    if not found:
        return []
    alike = Q()
    for _language, name in found:
        for word in chain(*forms(name)):
            alike |= Q(search__contains=word[: max(2, len(word) - LONGEST_ENDING)])
    known = [forms(f"{minister} {minister.other_spellings}") for minister in Minister.objects.filter(alike)]
    return [(language, name) for language, name in found if not any(is_named(name, one, language) for one in known)]


def is_named(name, known, language):
    """Whether each word of the name is among the words of a record, in some case and usual spelling of the language.

    `known` are the words in both forms of `people/name_search.py`.
    """
    same = is_form_of if language in DECLINING else str.__eq__
    return all(
        any(same(word, other) for word, others in zip(both, known, strict=True) for other in others)
        for both in zip(*forms(name), strict=True)
    )
