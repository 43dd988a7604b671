"""Entering the reference data: what is missing is added, what is there is recognised and stays as it is."""

from typing import NamedTuple

from django.db import models, transaction

from people.labels import content_languages
from people.models import Group, GroupMembership, Party, PartyName, PartyNote, PresidencyTerm
from people.reference.comparing import sentences_about
from people.reference.records import reference_records

KNOWN_BY = {
    Party: ["code"],
    PartyName: ["party", "language"],
    PartyNote: ["party", "language"],
    Group: ["code"],
    GroupMembership: ["group", "party"],
    PresidencyTerm: ["starts_on"],
}
"""The fields by which a record that an editor made by hand is recognised.

What an editor calls a party in one language counts as all its names there, so that no former name slips in between.
"""


class Entered(NamedTuple):
    parties: dict
    """By the code that the reference gives them, as they stand in the database."""
    groups: dict
    """Likewise."""
    added: dict
    """Lists of records by their model."""
    differences: list
    """Sentences about what stands in the database otherwise than in the reference."""


@transaction.atomic
def enter_reference():
    """Add every record that the database lacks, in the languages in which editors can write."""
    reference, standing, added, differences = reference_records(), {}, {}, []
    for model, records in reference.items():
        there = list(model.objects.all())
        by_key, by_uid = grouped(model, there), {row.uid: row for row in there}
        added[model] = []
        for key, ours in grouped(model, in_our_languages(refer_to(standing, records))).items():
            found = by_key.get(key) or [by_uid[row.uid] for row in ours if row.uid in by_uid]
            differences += sentences_about(ours, found) if found else []
            added[model] += [] if found else ours
            standing.update({row.uid: one for row, one in zip(ours, found or ours, strict=False)})
        model.objects.bulk_create(added[model])
    parties, groups = ({row.code: standing[row.uid] for row in reference[model]} for model in (Party, Group))
    return Entered(parties, groups, added, differences)


def refer_to(standing, records):
    """The records, with every reference to a record of ours turned to the one that stands for it in the database."""
    for row in records:
        for field in row._meta.fields:
            if isinstance(field, models.ForeignKey):
                setattr(row, field.name, standing[getattr(row, field.name).uid])
    return records


def in_our_languages(records):
    """Without the names and notes in languages that the editors' forms do not offer."""
    languages = dict(content_languages())
    return [row for row in records if getattr(row, "language", None) in (None, *languages)]


def grouped(model, records):
    """Lists of records by the values of the fields that they are known by."""
    found = {}
    for row in records:
        key = tuple(getattr(row, model._meta.get_field(name).attname) for name in KNOWN_BY[model])
        found.setdefault(key, []).append(row)
    return found
