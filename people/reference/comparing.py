"""Where the database differs from the reference, in plain words for whoever looks after it."""

from people.models import Group, GroupMembership, Party, PartyName, PartyNote, PresidencyTerm

COMPARED = {
    Party: ["kind", "protocol_rank"],
    PartyName: ["short", "long", "starts_on", "ends_on"],
    PartyNote: ["style", "text"],
    Group: ["name"],
    GroupMembership: ["capacity", "starts_on", "ends_on"],
    PresidencyTerm: ["party", "ends_on"],
}
TITLES = {
    Party: "{0.code}",
    PartyName: "{0.party.code} in {0.language}",
    PartyNote: "Note on {0.party.code} in {0.language}",
    Group: "{0.code}",
    GroupMembership: "{0.party.code} in {0.group.code}",
    PresidencyTerm: "Presidency from {0.starts_on}",
}


def sentences_about(ours, found):
    """One sentence for each difference between records of the reference and those that stand for them."""
    title = TITLES[type(ours[0])].format(ours[0])
    if len(ours) != len(found):
        return [f"{title}: there is {all_in_words(found)}; the reference has {all_in_words(ours)}."]
    return [
        f"{title}: {what} is {in_words(there.get(what))}; the reference has {in_words(value)}."
        for here, there in zip(map(values, ours), map(values, found), strict=True)
        for what, value in here.items()
        if there.get(what) != value
    ]


def values(row):
    """What is compared, by what it is called; a label is one value for each language."""
    found = {}
    for name in COMPARED[type(row)]:
        called, value = row._meta.get_field(name).verbose_name, getattr(row, name)
        found |= {f"{called} in {one}": text for one, text in value.items()} if name == "name" else {called: value}
    return found


def all_in_words(rows):
    return ", ".join(in_words(", ".join(str(value) for value in values(row).values() if value)) for row in rows)


def in_words(value):
    return "empty" if value in (None, "") else f"“{value}”"
