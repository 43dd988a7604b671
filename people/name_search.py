"""How a name is found in any usual spelling.

A name is compared in two forms. Folded, it has lost capitals, marks and script (`people.spelling.fold`). In `sound`,
what is transliterated in several ways has fallen together as well: ü as u or ue, đ as d or dj, х as h or kh, ц as c or
ts. What somebody types is brought into the same two forms, so either side may be written in any of these ways.

The text that is searched holds both forms of each name from each of its words on, without spaces: “Aleš Hojs” gives
` aleshojs hojs aleshois hois`. A word is found where one of these begins with it. So compound names are found however
they are joined, and “Ala” does not find Balla.
"""

import re

from people.spelling import fold

# What folding leaves of Greek and of East Slavic Cyrillic. In Greek, neighbours decide; ^ and $ are ends of a word.
GREEK = [
    (r"^μπ", "b"),
    (r"^ντ", "d"),
    (r"^γκ", "g"),
    (r"γγ", "ng"),
    (r"ου", "u"),
    (r"(?<=[αε])υ(?=[θκξπστφχψ]|$)", "f"),
    (r"(?<=[αε])υ", "v"),
]
LETTERS = str.maketrans(
    dict(zip("αβγδεζηικλμνοπρστυφωыэіґ", "avgdeziiklmnoprstifoieig", strict=True))
    | {"θ": "t", "ξ": "ks", "χ": "ch", "ψ": "ps", "є": "je"}
)
# Several letters that stand for one sound. The longest one counts, and each letter only once.
SOUNDS = {
    "shch": "st",
    "tsch": "c",
    "dzh": "d",
    "sch": "s",
    "tch": "c",
    "dz": "d",
    "dj": "d",
    "xh": "d",
    "gj": "g",
    "gh": "g",
    "kh": "h",
    "ch": "c",
    "ts": "c",
    "tz": "c",
    "cz": "c",
    "sh": "s",
    "zh": "z",
    "th": "t",
    "ph": "f",
    "ck": "k",
    "ae": "a",
    "oe": "o",
    "ue": "u",
    "ou": "u",
    "q": "k",
    "w": "v",
    "x": "ks",
    "y": "i",
    "j": "i",
}
SOUND = re.compile("|".join(SOUNDS))
SOFT_SIGN = re.compile(r"(?<=[bcdfghklmnpqrstvwxz])j(?![aeiou])")


def sound(word):
    """A folded word, with one letter for what is usually transliterated in several ways. Only ever compared."""
    for greek, latin in GREEK:
        word = re.sub(greek, latin, word)
    word = SOFT_SIGN.sub("", word.translate(LETTERS))
    word = SOUND.sub(lambda found: SOUNDS[found.group()], word)
    return re.sub(r"(.)\1+", r"\1", word)


def forms(text):
    """The words of a name in each of the two forms. Apostrophes and hyphens part words."""
    words = re.findall(r"[^\W_]+", fold(text))
    return words, [sound(word) for word in words]


def search_text(names):
    """What is stored to find a person by any of their names."""
    beginnings = ["".join(words[place:]) for name in names for words in forms(name) for place in range(len(words))]
    return "".join(f" {beginning}" for beginning in dict.fromkeys(beginnings))
