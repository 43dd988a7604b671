"""What differs between two texts, word by word."""

import difflib
import re
from typing import NamedTuple

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Run(NamedTuple):
    """A stretch of text that is kept (`=`), removed (`-`) or added (`+`)."""

    sign: str
    text: str


def runs_between(before, after):
    """The runs that lead from one text to the other."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    runs = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Run("=", "".join(old[a:b])))
        else:
            runs += [Run("-", "".join(old[a:b]))] * (b > a) + [Run("+", "".join(new[c:d]))] * (d > c)
    return runs
