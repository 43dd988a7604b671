"""The notes that stand beside the names of some parties, such as Kosovo*: which mark, and where it is explained.

Where a name is printed from the record, its mark comes by itself. Where an editor types the name, they type the mark,
too (preflight says where it is missing), and the note follows by itself. A party is a dict as sealed: `code`, and per
language its `name` and `notes`.

A page that prints such names keeps one dict `seen`, from the party's code to its note as printed: `style`, `mark`,
`text`, `language`, and whether the mark is a link. The mark stands at the first mention; the notes follow at the end
of the page.
"""

import re

from django.utils.html import format_html
from django.utils.translation import gettext

from people.declension import name_pattern
from people.labels import in_language
from people.models import Party, PartyNote

SUPERSCRIPTS = "¹²³⁴-⁹"
MARKS = {
    PartyNote.Style.ASTERISK: r"\s?\*+",
    PartyNote.Style.NUMBER: rf"\s?(?:[{SUPERSCRIPTS}]+|[\[(]\d\d?[\])])",
}
TAGS = re.compile(r"(<[^>]*>)")
NO_LINKS = {"a", "button", "option", "script", "select", "style", "svg", "textarea"}
"""The elements in which no link can stand."""


# Names from the record ----------------------------------------------------------------------------------------------


def note_of(party, language):
    """The note of a sealed party in `language`, or else in the language that has one; its text is empty if none has."""
    return in_language({code: note["text"] for code, note in party["notes"].items()}, language)


def mark(seen, party, language):
    """The mark for this mention of a sealed party: empty if it has no note, or if the note was marked before."""
    note = note_of(party, language)
    if not note.text or party["code"] in seen:
        return ""
    style = party["notes"][note.language]["style"]
    alike = sum(other["style"] == style for other in seen.values()) + 1
    sign = str(alike) if style == PartyNote.Style.NUMBER else "*" * alike
    seen[party["code"]] = _printed(note, style, sign)
    return sign


def _printed(note, style, sign, is_linked=True):
    return {"style": style, "mark": sign, "text": note.text, "language": note.language, "is_linked": is_linked}


def marked_name(party, language, seen=None, form="name"):
    """The name as plain text, with its mark at every mention: for tables, feeds and the heads of pages."""
    seen = {} if seen is None else seen
    mark(seen, party, language)
    return in_language(party[form], language).text + seen.get(party["code"], {"mark": ""})["mark"]


def anchor(party, sign, language):
    """The mark as a link to the note at the foot of the page."""
    return format_html(
        '<a class="note-mark" id="note-mark-{code}" href="#note-{code}" aria-label="{about}">{sign}</a>',
        code=party["code"],
        about=gettext("Note %(mark)s: %(name)s") % {"mark": sign, "name": in_language(party["name"], language).text},
        sign=sign,
    )


# Names that somebody typed ------------------------------------------------------------------------------------------


def noted_parties(day):
    """The parties whose names carry a note, as they are named on `day`. Three queries, however many there are."""
    noted = PartyNote.objects.exclude(style=PartyNote.Style.OFF)
    parties = Party.objects.filter(pk__in=noted.values("party"))
    printed = [party.as_printed(day) for party in parties.prefetch_related("names", "notes")]
    return [{key: one[key] for key in ("party", "code", "name", "notes")} for one in printed]


def typed(party, text):
    """The first match of a party's name with its mark (the group `mark`) in a text of any language, or None."""
    found = [
        match
        for language, note in party["notes"].items()
        if (name := party["name"].get(language)) and note["style"] in MARKS
        if (match := re.search(rf"\b{name_pattern(name, language)}(?P<mark>{MARKS[note['style']]})", text))
    ]
    return min(found, key=lambda match: match.start(), default=None)


def typed_in(text, parties):
    """Those of the noted parties whose name stands in a text with its mark."""
    return [party for party in parties if typed(party, text)] if may_hold_marks(text) else []


def may_hold_marks(text):
    """Cheap: whether it is worth asking which parties have notes."""
    return bool(re.search("|".join(rf"\w{mark}" for mark in MARKS.values()), text))


def with_notes(text, parties, language):
    """A plain text, followed by the notes on the names in it that carry a mark."""
    found = [(typed(party, text)["mark"].strip(), note_of(party, language).text) for party in typed_in(text, parties)]
    return " ".join([text, *(f"({sign} {note})" for sign, note in found if note)])


def link_typed_marks(html, seen, parties, language):
    """Rendered HTML whose typed marks lead to the notes, each note from its first mention alone. Fills `seen`."""
    pieces = TAGS.split(html)  # texts, with a tag between each and the next
    for party in typed_in(html, parties):
        _link_first(pieces, seen, party, language)
    return "".join(pieces)


def _link_first(pieces, seen, party, language):
    note, own_anchor, closed = note_of(party, language), f'id="note-mark-{party["code"]}"', []
    for place, piece in enumerate(pieces):
        if own_anchor in piece:
            return  # a name from the record comes first
        closed += [name] if (name := element(piece)) in NO_LINKS else []
        if closed and piece == f"</{closed[-1]}>":
            closed.pop()
        match = None if place % 2 or (closed and closed[-1] != "a") else typed(party, piece)
        if match:
            break
    else:
        return
    sign = match["mark"].strip()
    for later in range(place, len(pieces)):
        if own_anchor in pieces[later]:
            pieces[later : later + 3] = ["", "", ""]  # the link, the mark and the end of the link
    if not closed:  # inside another link it stays as it was typed
        linked = str(anchor(party, sign, language))
        pieces[place] = piece[: match.start("mark")] + linked + piece[match.end("mark") :]
    style = party["notes"][note.language]["style"]
    seen[party["code"]] = _printed(note, style, sign, is_linked=not closed)


def element(tag):
    """The name of the element that a tag opens; empty for a closing tag or a text."""
    opened = re.match(r"<([a-z]+)", tag)
    return opened[1] if opened else ""
