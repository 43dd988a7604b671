"""The lists as unsaved records, each under an identifier that never changes, and as a fixture."""

import uuid
from pathlib import Path

from django.core import serializers

import people
from people.models import Group, GroupMembership, Party, PartyName, PartyNote, PresidencyTerm
from people.reference import agencies, institutions, member_states, other_states, presidencies, western_balkans
from people.reference.entries import LANGUAGES

MODELS = [Party, PartyName, PartyNote, Group, GroupMembership, PresidencyTerm]
"""In the order in which their records refer to each other."""
LISTS = [member_states, western_balkans, other_states, institutions, agencies]
FIXTURE = Path(people.__file__).parent / "fixtures" / "reference.json"
NAMESPACE = uuid.UUID("6b1f2f0c-3c0f-5d2e-8a51-2016131600e5")


def reference_records():
    """A dict from each of `MODELS` to its records. They refer to each other, not to what a database holds."""
    entries = [entry for one in LISTS for entry in one.ENTRIES]
    parties = {entry.code: party(entry) for entry in entries}
    groups = {
        member_states.GROUP: group(member_states.GROUP, member_states.GROUP_NAME),
        western_balkans.GROUP: group(western_balkans.GROUP, western_balkans.GROUP_NAME),
    }
    capacity = GroupMembership.Capacity
    return {
        Party: list(parties.values()),
        PartyName: [name for entry in entries for name in names(entry, parties[entry.code])],
        PartyNote: [
            record(PartyNote, f"{code}/{language}", party=parties[code], language=language, text=text)
            for code, note in western_balkans.NOTES.items()
            for language, text in note.items()
        ],
        Group: list(groups.values()),
        GroupMembership: [
            *memberships(groups[member_states.GROUP], parties, member_states.MEMBERS, capacity.MEMBER),
            *memberships(groups[western_balkans.GROUP], parties, western_balkans.PARTNERS, capacity.PARTNER),
        ],
        PresidencyTerm: [
            record(PresidencyTerm, first.isoformat(), party=parties[code], starts_on=first, ends_on=last)
            for code, first, last in presidencies.terms()
        ],
    }


def record(model, key, **values):
    return model(uid=uuid.uuid5(NAMESPACE, f"{model._meta.label_lower}/{key}"), **values)


def party(entry):
    return record(Party, entry.code, code=entry.code, kind=entry.kind, protocol_rank=entry.rank)


def names(entry, party):
    for language in LANGUAGES:
        for number, one in enumerate(entry.names):
            if language in one.short:
                yield record(
                    PartyName,
                    f"{entry.code}/{language}/{number}",
                    party=party,
                    language=language,
                    short=one.short[language],
                    long=one.long.get(language, ""),
                    starts_on=one.starts_on,
                    ends_on=one.ends_on,
                )


def group(code, name):
    return record(Group, code, code=code, name=name)


def memberships(group, parties, spans, capacity):
    for code, (first, last) in spans.items():
        yield record(
            GroupMembership,
            f"{group.code}/{code}",
            group=group,
            party=parties[code],
            capacity=capacity,
            starts_on=first,
            ends_on=last,
        )


def fixture():
    """The bytes of `FIXTURE`. It leaves out when records were created and changed: that is when somebody loads it."""
    fields = {field.name for model in MODELS for field in model._meta.fields} - {"created", "changed"}
    records = [one for rows in reference_records().values() for one in rows]
    text = serializers.serialize(
        "json", records, indent=1, fields=fields, use_natural_primary_keys=True, use_natural_foreign_keys=True
    )
    return text.encode()
