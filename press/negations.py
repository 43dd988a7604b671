"""Words that turn a sentence into its contrary, so that nobody leaves them out of a quotation unseen.

A table per language; a language that has none is read with the words of all. “Without” is not among them: it goes with
the noun behind it. The text is in the form of `wordings.Recorded.line`: one space between its words and signs.
"""

import re
from functools import cache

SOUTH_SLAVIC_LATIN = "ne|nije|nisam|nisi|nismo|niste|nisu|nema[a-z]*|nemoj[a-z]*|neće[a-z]*|neću|ni|niti|nikad[a]?|niko"
NEGATIONS = {
    "en": r"not|no|never|neither|nor|nobody|nothing|none|nowhere|cannot|hardly|\w+n’ ?t",
    "fr": "ne|n’|pas|jamais|ni|non|aucune?|rien|nullement",
    "de": r"nicht|nichts|nie|niemals|kein\w*|weder|niemand\w*|nirgends|keineswegs",
    "sl": r"ne|ni|nis\w+|nima\w*|noče\w*|nikoli|nikdar|nikakor|niti|nihče|nič|noben\w*|nikogar|nikjer",
    "mk": r"не|нема\w*|немој\w*|ни|ниту|никогаш|никој|никого|ништо|никаде|никако",
    "sr": r"не|није|нисам|ниси|нисмо|нисте|нису|нема\w*|немој\w*|неће\w*|нећу|ни|нити|никада?|нико|никог\w*|ништа"
    rf"|{SOUTH_SLAVIC_LATIN}|nikog\w*|ništa",
    "hr": rf"{SOUTH_SLAVIC_LATIN}|nitko|nikog\w*|ništa|nigdje",
    "bs": rf"{SOUTH_SLAVIC_LATIN}|nikog\w*|ništa|nigdje",
    "bg": r"не|няма\w*|недей\w*|ни|нито|никога|никой|нищо|никъде",
    "el": r"δεν|δε|μην?|όχι|ποτέ|ούτε|κανείς|καμία|κανένα\w*|τίποτα",
    "sq": r"nuk|s’|mos|jo|kurrë|asnjë\w*|askush|asgjë|as",
    "ar": r"لا|لم|لن|ليس\w*|أبدا",
    "it": r"non|mai|né|nessun\w*|niente|nulla",
    "es": r"no|nunca|jamás|ni|nadie|nada|ning[uú]n\w*",
}
RELATIVES = {
    "en": "who|which|that|whose|whom",
    "fr": "qui|que|qu’|dont",
    "de": ", (?:der|die|das|dem|den|denen|deren|dessen)",
    "sl": r"ki|kater\w+",
    "mk": r"кој\w*|кои|што",
    "sr": r"кој\w+|koj\w+",
    "hr": r"koj\w+",
    "bs": r"koj\w+",
    "bg": "който|която|което|които",
    "el": r"που|όσ\w+|οποί\w+",
    "ar": r"من|الذي\w*|التي",
    "it": "che|cui",
    "es": r"que|quien\w*",
}
"""The words with which a clause begins that only describes the noun before it."""
ENDS_A_CLAUSE = 2
"""So many words at least follow a negation in its own clause: what it denies."""


@cache
def pattern(language, table):
    words = {"negations": NEGATIONS, "relatives": RELATIVES}[table]
    base = language.partition("-")[0]
    either = words.get(base) or "|".join(words.values())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def has_negation(words, language):
    return bool(pattern(language, "negations").search(words))


def hides_negation(words, language):
    """Whether words that are left out deny what stands around them.

    They do not if the negation belongs to a clause that is left out with it: people [who have no right to stay].
    """
    relative = pattern(language, "relatives").search(words)
    for found in pattern(language, "negations").finditer(words):
        inside = relative and relative.start() < found.start()
        if not inside or len(re.findall(r"\w+", words[found.end() :])) < ENDS_A_CLAUSE:
            return True
    return False
