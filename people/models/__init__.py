"""Who takes part, and which office they held when."""

from people.models.aliases import MinisterAlias
from people.models.ministers import Mandate, Minister
from people.models.parties import Group, GroupMembership, Party, PartyName, PartyNote, PresidencyTerm

__all__ = [
    "Group",
    "GroupMembership",
    "Mandate",
    "Minister",
    "MinisterAlias",
    "Party",
    "PartyName",
    "PartyNote",
    "PresidencyTerm",
]
