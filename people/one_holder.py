"""The database's own guard over offices that one person holds at a time.

Mandates of two people with the same `office` code, party and standing may not share a day. A designate may wait
beside the holder, and an acting minister stand in for one who is ill, so the standing counts. PostgreSQL refuses by an
exclusion constraint (its extension btree_gist is trusted: the owner of the database may create it), SQLite by two
triggers. SQLite loses triggers when a migration rebuilds their table; such a migration calls `install` at its end.
"""

REFUSED = "Two people cannot hold one office on the same day. End one of the two mandates before the other begins."
CONSTRAINT = "office_is_held_by_one_person_at_a_time"
SQLITE_RULE = """
    NEW.office <> '' AND NEW.standing <> 'designate' AND EXISTS (
        SELECT 1 FROM people_mandate other
        WHERE other.id <> NEW.id AND other.office = NEW.office AND other.party_id = NEW.party_id
        AND other.standing = NEW.standing AND other.minister_id <> NEW.minister_id
        AND (other.starts_on IS NULL OR NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
        AND (NEW.starts_on IS NULL OR other.ends_on IS NULL OR NEW.starts_on <= other.ends_on)
    )
"""


def install(apps, schema_editor):
    """Put the guard in place; one that stands already is made anew."""
    remove(apps, schema_editor)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        schema_editor.execute(
            f"ALTER TABLE people_mandate ADD CONSTRAINT {CONSTRAINT} EXCLUDE USING gist "
            "(party_id WITH =, office WITH =, standing WITH =, minister_id WITH <>, "
            "daterange(starts_on, ends_on, '[]') WITH &&) "
            "WHERE (office <> '' AND standing <> 'designate')"
        )
        return
    for event in ("INSERT", "UPDATE"):
        schema_editor.execute(
            f"CREATE TRIGGER {CONSTRAINT}_{event.lower()} AFTER {event} ON people_mandate FOR EACH ROW "
            f"WHEN {SQLITE_RULE} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE people_mandate DROP CONSTRAINT IF EXISTS {CONSTRAINT}")
        return
    for event in ("INSERT", "UPDATE"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {CONSTRAINT}_{event.lower()}")
