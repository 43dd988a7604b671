"""How texts are compared: control characters that no text may hold, and one folded form in which search looks."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LINE_BREAKS = "\t\n\r"

# Serbian, Macedonian and Bulgarian letters as their own states write them in Latin script, then folded to ASCII.
CYRILLIC = dict(zip("абвгдѓђежзијйклмнопрстќћуфхцчшъьѝѐ", "abvgdgdezzijjklmnoprstkcufhccsajie", strict=True)) | {
    "ѕ": "dz",
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
    "щ": "st",
    "ю": "ju",
    "я": "ja",
}
# Letters that Unicode does not decompose into a base letter and a mark.
STROKES = {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
FOLD = str.maketrans(CYRILLIC | STROKES)


def fold(text):
    """The form in which texts are searched: no capitals, no diacritics, Latin letters, single spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(FOLD)  # whole letters first: й is no и with a mark
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().translate(FOLD).split())


def refuse_control_characters(text, line_breaks=False):
    """Raise ValidationError for a character that no reader sees and that breaks databases and feeds."""
    allowed = LINE_BREAKS if line_breaks else ""
    for place, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Cs") and character not in allowed:
            raise ValidationError(
                _(
                    "There is an invisible control character (U+%(code)s) after “%(before)s”. "
                    "Delete it there, or paste again as plain text."
                ),
                code="control_character",
                params={"code": f"{ord(character):04X}", "before": text[max(0, place - 20) : place]},
            )
