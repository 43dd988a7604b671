"""Slavic names in the cases of their languages: Hojs, Hojsa, Hojsom; Kosovo, Kosova, Kosovom.

No grammar, only endings: a word may be a case of a name if nothing but its end differs. Three questions are asked:
where a known name stands in a text, of which names a word may be a case, and whether it is one of a given name.
"""

import re

DECLINING = {"sl", "mk", "sr", "hr", "bs", "bg", "cs", "sk", "pl"}
"""Languages in which a word of a name may end otherwise than in the nominative."""
LETTER = r"[^\W\d_¹²³⁴-⁹]"
"""Behind a name, a superscript is the mark of a note."""
LONGEST_ENDING = 3
SHORTEST_STEM = 4
"""A word that is cut shorter says too little about the name it comes from."""
VOWELS = "aeiou"


def name_pattern(name, language):
    """A name as a regular expression; a word of a language that declines may end otherwise."""
    if language not in DECLINING:
        return re.escape(name)
    return r"\s+".join(rf"{re.escape(word[:-1])}{LETTER}{{0,2}}" for word in name.split())


def stems_of(word):
    """The folded words of which a folded word may be a case, itself first; an ending that is added: hojs-om."""
    yield word
    for cut in range(1, LONGEST_ENDING + 1):
        if len(word) - cut >= SHORTEST_STEM:
            yield word[:-cut]


def is_form_of(word, nominative):
    """Whether a folded word may be a case of a folded name, whose last vowel may change or fall out.

    “hojsa” of “hojs”, “ylve” of “ylva”, “petra” of “petar”.
    """
    stems = {nominative.rstrip(VOWELS), nominative}
    if len(nominative) > LONGEST_ENDING and nominative[-2] in VOWELS:
        stems.add(nominative[:-2] + nominative[-1])
    return any(word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for stem in stems if len(stem) > 1)
