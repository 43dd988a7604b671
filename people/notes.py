"""The notes that stand beside the names of some parties, such as Kosovo*: which mark, and where it is explained.

A page, a feed or a list that prints such names keeps one dict `seen`, from the party's code to its note as printed:
`style`, `mark`, `text` and `language`. The mark stands at the first mention; the notes follow at the end.
"""

from people.labels import in_language


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
    sign = str(alike) if style == "number" else "*" * alike
    seen[party["code"]] = {"style": style, "mark": sign, "text": note.text, "language": note.language}
    return sign


def marked_name(seen, party, language, form="name"):
    """The name as plain text, with its mark at every mention: for tables, whose rows are read one by one."""
    mark(seen, party, language)
    return in_language(party[form], language).text + seen.get(party["code"], {"mark": ""})["mark"]
