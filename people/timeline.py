"""Offices on a line of years: where each bar begins and ends, in hundredths of the whole line."""

from datetime import date
from itertools import count
from typing import NamedTuple

MOST_YEARS = 9
"""As many as have room under a line on a telephone."""


class Timeline(NamedTuple):
    years: list
    """Pairs of a year and where it begins."""
    today: str
    bars: list
    """One for each mandate, in their order."""


class Bar(NamedTuple):
    mandate: object
    start: str
    width: str
    """Empty, like the start, if the mandate has no dates."""


def timeline(mandates, today):
    """The line from the first year to the last that the mandates name, with today's if one of them still runs.

    All of them have begun by `today`.
    """
    days = [day for one in mandates for day in (one.starts_on, one.ends_on) if day] or [today]
    open_ended = any(one.ends_on is None and one.starts_on for one in mandates)
    first, last = date(min(days).year, 1, 1), date(max([*days, *[today] * open_ended]).year, 12, 31)

    def place(day, days_after=0):
        return 100 * ((day - first).days + days_after) / ((last - first).days + 1)

    def bar(mandate):
        if mandate.starts_on is None and mandate.ends_on is None:
            return Bar(mandate, "", "")
        start, end = place(mandate.starts_on or first), place(mandate.ends_on or today, days_after=1)
        return Bar(mandate, percent(start), percent(max(end - start, 1)))

    step = next(step for step in steps() if (last.year - first.year) / step < MOST_YEARS)
    years = [(str(year), percent(place(date(year, 1, 1)))) for year in range(first.year, last.year + 1, step)]
    now = percent(place(today)) if first <= today <= last else ""
    return Timeline(years, now, [bar(one) for one in mandates])


def steps():
    """How many years may lie between two that are written: 1, 2, 5, 10, 20, 50, 100 and so on."""
    return (digit * 10**power for power in count() for digit in (1, 2, 5))


def percent(number):
    """As an attribute of SVG wants it, in every language of the page."""
    return f"{number:.2f}%"
