"""What a list says about one party."""

from datetime import date
from typing import NamedTuple

from people.dates import locale
from people.models import Party

LANGUAGES = "en", "fr", "de", "sl", "mk", "sr"


class Names(NamedTuple):
    """What a party was called from one day to another, both included; an open end means since ever, or still."""

    short: dict
    long: dict
    starts_on: date | None = None
    ends_on: date | None = None


class Entry(NamedTuple):
    code: str
    kind: Party.Kind
    rank: int | None
    names: list


def label(*wordings):
    """A label from wordings in the order of `LANGUAGES`."""
    return {language: wording for language, wording in zip(LANGUAGES, wordings, strict=False) if wording}


def names(*wordings, starts_on=None, ends_on=None):
    """Names from texts in the order of `LANGUAGES`: the short form, and after a bar the long one where it differs."""
    parts = [wording.partition("|") for wording in wordings]
    short, long = label(*(part[0] for part in parts)), label(*(part[2] for part in parts))
    return Names(short, long, starts_on, ends_on)


def state(code, rank, *long, exceptions=(), starts_on=None, former=()):
    """A state: the short forms are those of CLDR but for the `exceptions`, the long ones are given."""
    short = {language: locale(language).territories[code] for language in LANGUAGES} | dict(exceptions)
    return Entry(code, Party.Kind.STATE, rank, [*former, Names(short, label(*long), starts_on)])
