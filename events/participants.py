"""The list of participants in order of precedence, with the reason for each place (rules: `people/precedence.py`)."""

import csv
import io
from collections import defaultdict

from django.utils.translation import override

from events.models import Participation
from people import notes, precedence
from people.capacities import title_in_words
from people.labels import in_language
from people.terms import holds_on

COLUMNS = (
    *["place", "role", "name", "titles", "office", "party_code", "party", "groups", "attendance", "in_place_of"],
    *["reason", "note"],
)


def in_order(participations, scheme, on, language):
    """Pairs of a participation and the reason for its place, in words of `language`; `on` is the day of the meeting."""
    rows = {str(row.uid): row for row in participations}
    with override(language):
        attendees = [attendee(row, language) for row in rows.values()]
    return [(rows[one.key], reason) for one, reason in precedence.order(attendees, scheme, on, language)]


def with_people_and_parties(participations):
    """The participations with all that `in_order` and sealing read of them, in a constant number of queries."""
    parties = "mandate__party", "party", "in_place_of__party", "also_as__party"
    return participations.select_related(
        *["forum", "session__forum", "mandate__minister", "mandate__party", "party", "group"],
        *["in_place_of__minister", "in_place_of__party"],
    ).prefetch_related(
        *["group__memberships", "also_as__minister", "also_as__party"],
        *(f"{party}__{part}" for party in parties for part in ("names", "notes", "memberships__group")),
        *(f"{party}__presidency_terms" for party in ("mandate__party", "party")),
    )


def by_session(participations):
    """Lists of participations, ready for `in_order`, by the key of their session; None stands for the whole forum."""
    found = defaultdict(list)
    for row in with_people_and_parties(participations):
        found[row.session_id].append(row)
    return found


def attendee(row, language):
    """What the order of precedence needs to know of a participation, as of its day."""
    day, _last = row.days()
    party = row.mandate.party if row.mandate else row.party
    return precedence.Attendee(
        key=str(row.uid),
        role=row.role,
        place=row.place,
        place_reason=row.place_reason,
        in_place_of=str(row.in_place_of.minister) if row.in_place_of else "",
        **(_of_party(party, day, language) if party else _of_group(row.group, day, language)),
        **(_of_person(row.mandate) if row.mandate else {}),
    )


def _of_party(party, day, language):
    return {
        "kind": party.kind,
        "capacities": tuple(capacity for _group, capacity in party.groups_on(day)),
        "party": in_language(party.names_on(day), language).text or party.code,
        "protocol_rank": party.protocol_rank,
        "presidencies": tuple((term.starts_on, term.ends_on) for term in party.presidency_terms.all()),
    }


def _of_group(group, day, language):
    return {
        "capacities": tuple({one.capacity for one in group.memberships.all() if holds_on(one, day)}),
        "party": in_language(group.name, language).text,
    }


def _of_person(mandate):
    return {
        "rank": mandate.rank,
        "rank_name": mandate.get_rank_display(),
        "appointed_on": mandate.starts_on,
        "name": mandate.minister.sort_key,
    }


def places(participations, scheme, on, languages):
    """For each participation's uid, a dict from language to its place (1 comes first) and the reason for it."""
    found = {str(row.uid): {} for row in participations}
    for language in languages:
        for number, (row, reason) in enumerate(in_order(participations, scheme, on, language), start=1):
            found[str(row.uid)][language] = {"number": number, "reason": reason}
    return found


# As a table ---------------------------------------------------------------------------------------------------------


def in_page_order(sealed, language):
    """Sealed participants in the order for a page in `language`; what was sealed without places stays as it is."""
    return sorted(sealed, key=lambda one: one.get("places", {}).get(language, {"number": 0})["number"])


def table(sealed, language):
    """The sealed participants as rows for other programs: a list of dicts of texts, with the same keys in each.

    The notes on parties' names stand in each row that they belong to.
    """
    seen = {}
    return [row(number, one, seen, language) for number, one in enumerate(in_page_order(sealed, language), start=1)]


def party_of(one):
    """The sealed party for which a participant takes part; None for a group."""
    return one["person"]["capacities"][0]["of"] if one["person"] else one["body"]


def groups_of(one):
    """The sealed groups to which the participant's party belonged that day; older versions do not know them."""
    return (party_of(one) or {}).get("groups", [])


def row(number, one, seen, language):
    person, body = one["person"], party_of(one)
    groups = [one["group"]] if one["group"] else groups_of(one)
    return {
        "place": number,
        "reason": one.get("places", {}).get(language, {"reason": ""})["reason"],
        "role": Participation.Role(one["role"]).label,
        "attendance": Participation.Attendance(one["attendance"]).label,
        "name": person["name"] if person else "",
        "titles": [title_in_words(capacity, language) for capacity in person["capacities"]] if person else [],
        "office": in_language(one["office"], language).text,
        "party_code": body["code"] if body else "",
        "party": notes.marked_name(body, language, seen) if body else "",
        "groups": [in_language(group["name"], language).text for group in groups],
        "in_place_of": one["in_place_of"]["name"] if one["in_place_of"] else "",
        "note": notes.note_of(body, language).text if body else "",
    }


def as_csv(rows):
    """The table as CSV with a byte-order mark, so that spreadsheets read UTF-8; a list is joined with semicolons."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for one in rows:
        cells = ("; ".join(one[name]) if isinstance(one[name], list) else one[name] for name in COLUMNS)
        writer.writerow([harmless(str(cell)) for cell in cells])
    return "\ufeff" + sheet.getvalue()


def harmless(cell):
    """A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, “CSV Injection”)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
