"""The order of precedence: who stands where in a list of participants, and why.

Pure functions: an `Attendee` says what the order needs to know of a participant, `order` gives each a place and the
reason for it. Every scheme is a list of criteria. The order compares by the first, then by the second, and so on; the
reason names those that told this participant apart from somebody with whom it was equal until then.

The role comes first. Then come states before bodies, member states of the Union before candidates and partners, as
the lists of participants of the Council's meetings have it. Bodies always stand by their own protocol rank.
Within a delegation the higher rank comes first, then who has been in office longer, then the name.
"""

import math
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from people.alphabets import sort_key
from people.dates import day_in_words


class Scheme(models.TextChoices):
    PROTOCOL = "protocol", gettext_lazy("protocol order: by the states’ names in their own languages")
    ALPHABETICAL = "alphabetical", gettext_lazy("alphabetical order in the language of the page")
    ROTATION = "rotation", gettext_lazy("order of the Council presidencies, the present one first")
    SENIORITY = "seniority", gettext_lazy("by rank, then by the day of appointment")


ROLES = "host", "chair", "incoming_presidency", "participant", "observer"
"""The roles, in order. The incoming presidency sits beside the chair that it will take over."""

STATE = "state"
BODIES = "institution", "agency", "organisation"


class Attendee(NamedTuple):
    """What the order needs to know of one participant, as of the day of the meeting."""

    key: str
    """Tells participants apart whose every other value is the same; a uid."""
    role: str
    kind: str = STATE
    """The kind of the party. A group of states counts as a state."""
    capacities: tuple = ()
    """In which capacities the state belongs to groups that day, such as `member`."""
    party: str = ""
    """The name of the party in the language of the page."""
    protocol_rank: int | None = None
    presidencies: tuple = ()
    """First and last days of the state's Council presidencies, each a pair of dates."""
    rank: int | None = None
    """The rank of the mandate, lower first; none for an office without a name and for a body alone."""
    rank_name: str = ""
    appointed_on: date | None = None
    name: str = ""
    """The person, as lists sort them."""
    in_place_of: str = ""
    """For whom a stand-in takes part. A stand-in keeps the place of the party, and their own rank within it."""
    place: int | None = None
    """The place in the list that an editor has set by hand: 1 comes first."""
    place_reason: str = ""


def order(attendees, scheme, on, language):
    """Pairs of an attendee and the reason for its place, in words of `language`, from the first place to the last.

    The order is total, and the same for whatever order the attendees come in. `on` is the day of the meeting, which
    decides whose presidency is the present one. A place set by hand is counted in the finished list.
    """
    with override(language):
        criteria = [criterion(on, language) for criterion in CRITERIA[scheme]]
        judged = {attendee: [judge(attendee) for judge in criteria] for attendee in attendees}
        keys = {attendee: tuple(key for key, _words in judgements) for attendee, judgements in judged.items()}
        alike = Counter(key[:depth] for key in keys.values() for depth in range(len(criteria) + 1))
        placed = []
        for attendee in sorted(attendees, key=keys.get):
            sizes = [alike[keys[attendee][:depth]] for depth in range(len(criteria) + 1)]
            deciding = [
                words
                for (_key, words), (before, after) in zip(judged[attendee], pairwise(sizes), strict=True)
                if after < before
            ]
            placed.append((attendee, _reason(attendee, deciding)))
    return _by_hand(placed)


def _reason(attendee, deciding):
    """In words: the criteria that told this attendee apart from those with whom it was equal until then."""
    if attendee.place is not None:
        return _("place %(place)s set by hand: %(reason)s") % {
            "place": attendee.place,
            "reason": attendee.place_reason,
        }
    if attendee.in_place_of:
        deciding = [*deciding, _("in place of %(person)s") % {"person": attendee.in_place_of}]
    return "; ".join(filter(None, deciding)) or _("the only one")


def _by_hand(placed):
    """Put those whose place was set by hand at that place; two at one place follow each other."""
    result = [pair for pair in placed if pair[0].place is None]
    last = -1
    for pair in sorted((pair for pair in placed if pair[0].place is not None), key=lambda pair: pair[0].place):
        last = max(pair[0].place - 1, last + 1)
        result.insert(last, pair)
    return result


# The criteria: each gives, for an attendee, a key to sort by and the words for it -------------------------------------


def by_role(on, language):
    names = {
        "host": _("host"),
        "chair": _("chair"),
        "incoming_presidency": _("incoming presidency"),
        "participant": _("participant"),
        "observer": _("observer"),
    }
    return lambda attendee: (ROLES.index(attendee.role), names[attendee.role])


def by_kind(on, language):
    """Member states, candidates and partners, other states, institutions, agencies, organisations."""
    blocks = [
        _("member states"),
        _("candidates and partners"),
        _("other states"),
        _("institutions"),
        _("agencies"),
        _("organisations"),
    ]

    def judge(attendee):
        if attendee.kind != STATE:
            block = 3 + BODIES.index(attendee.kind)
        elif "member" in attendee.capacities:
            block = 0
        else:
            block = 1 if {"candidate", "partner"} & {*attendee.capacities} else 2
        return block, blocks[block]

    return judge


def by_protocol(on, language):
    def judge(attendee):
        if attendee.protocol_rank is None:
            return math.inf, _("without a number in protocol order")
        return attendee.protocol_rank, _("number %(number)s in protocol order") % {"number": attendee.protocol_rank}

    return judge


def by_alphabet(on, language):
    """States by their names; bodies all alike, so that their protocol rank decides."""

    def judge(attendee):
        if attendee.kind != STATE:
            return (), ""
        return sort_key(attendee.party, language), _("in alphabetical order: %(name)s") % {"name": attendee.party}

    return judge


def by_rotation(on, language):
    """States by the presidency that they hold or will hold next; bodies and other states all alike, at the end."""

    def judge(attendee):
        first = min((first for first, last in attendee.presidencies if last >= on), default=None)
        if attendee.kind != STATE or first is None:
            return date.max, _("no Presidency ahead") if attendee.kind == STATE else ""
        return first, _("Presidency from %(day)s") % {"day": day_in_words(first, language)}

    return judge


def by_party_name(on, language):
    return lambda attendee: (sort_key(attendee.party, language), _("by name: %(name)s") % {"name": attendee.party})


def by_rank(on, language):
    def judge(attendee):
        if attendee.rank is None:
            return math.inf, _("no person named")
        return attendee.rank, _("rank: %(rank)s") % {"rank": attendee.rank_name}

    return judge


def by_appointment(on, language):
    def judge(attendee):
        if attendee.appointed_on is None:
            return date.max, _("day of appointment unknown") if attendee.name else ""
        return attendee.appointed_on, _("in office since %(day)s") % {
            "day": day_in_words(attendee.appointed_on, language)
        }

    return judge


def by_name(on, language):
    return lambda attendee: (sort_key(attendee.name, language), _("by name: %(name)s") % {"name": attendee.name})


def by_key(on, language):
    """Makes the order total where nothing else differs, which no reader needs to be told."""
    return lambda attendee: (attendee.key, "")


PARTY = [by_protocol, by_party_name]
PERSON = [by_rank, by_appointment, by_name, by_key]
CRITERIA = {
    Scheme.PROTOCOL: [by_role, by_kind, *PARTY, *PERSON],
    Scheme.ALPHABETICAL: [by_role, by_kind, by_alphabet, *PARTY, *PERSON],
    Scheme.ROTATION: [by_role, by_kind, by_rotation, *PARTY, *PERSON],
    Scheme.SENIORITY: [by_role, by_rank, by_appointment, by_kind, *PARTY, by_name, by_key],
}
