"""The order in which a language lists names: its own alphabet where that has letters of its own, else without marks."""

from people.spelling import fold

# Slovenian, Croatian and Serbian count a letter with a mark as a letter of its own, behind the plain one.
SOUTH_SLAVIC_LATIN = "abcčćdđefghijklmnopqrsštuvwxyzž"
ALPHABETS = {
    "sl": SOUTH_SLAVIC_LATIN,
    "hr": SOUTH_SLAVIC_LATIN,
    "bs": SOUTH_SLAVIC_LATIN,
    "sr-latn": SOUTH_SLAVIC_LATIN,
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "el": "αβγδεζηθικλμνξοπρστυφχψω",
}


def sort_key(name, language):
    """By this key, `language` lists names from A to Z; capitals, spaces and punctuation do not count.

    A letter that the language's alphabet does not have counts as the plain letter that it is folded to.
    """
    alphabet = ALPHABETS.get(language.lower(), "")
    places = []
    for letter in filter(str.isalnum, name.casefold()):
        if letter in alphabet:
            places.append((0, alphabet.index(letter)))
        else:
            places += [(0, alphabet.index(plain)) if plain in alphabet else (1, ord(plain)) for plain in fold(letter)]
    return tuple(places)
