"""Long lists in parts, the newest first, at the same cost for the first part and for the thousandth.

A part begins after the last row of the one before it, which the address names by day and uid (`2021-12-02.5f0c…`). So
nothing is counted and nothing is skipped over; a row added meanwhile moves nothing.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q


class Part(NamedTuple):
    rows: list
    begins_after: str
    """The place after which it begins; empty for the newest part."""
    goes_on_after: str
    """The place after which the next part begins; empty if this is the last one."""


def part_of(rows, begins_after, size):
    """At most `size` of the rows, which have a `day` and a `uid`; from the newest on if the place cannot be read."""
    place = parsed(begins_after)
    rows = rows.order_by("-day", "uid")
    if place:
        day, uid = place
        rows = rows.filter(Q(day__lt=day) | Q(uid__gt=uid), day__lte=day)
    found = list(rows[: size + 1])
    shown = found[:size]
    goes_on_after = f"{shown[-1].day}.{shown[-1].uid}" if len(found) > size else ""
    return Part(shown, begins_after if place else "", goes_on_after)


def parsed(place):
    day, _dot, uid = place.partition(".")
    try:
        return date.fromisoformat(day), UUID(uid)
    except ValueError:
        return None
