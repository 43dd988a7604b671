"""Runs of consecutive words, by which texts are compared without regard to capitals, diacritics and punctuation."""

import re

from people.spelling import fold

WORD = re.compile(r"\w+")


def words_of(text):
    return WORD.findall(fold(text))


def same_words(text):
    """A line that is equal for texts with the same words, whatever their capitals, diacritics and punctuation are."""
    return " ".join(words_of(text))


def shingles(words, length):
    """The set of all runs of `length` consecutive words, as tuples."""
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def shared_runs(words, known, length):
    """The longest stretches of `words`, as tuples, all of whose shingles are among the `known` ones, in order."""
    runs, begun = [], None
    for start in range(len(words) - length + 2):
        is_known = tuple(words[start : start + length]) in known
        if is_known and begun is None:
            begun = start
        elif not is_known and begun is not None:
            runs.append(tuple(words[begun : start + length - 1]))
            begun = None
    return runs
