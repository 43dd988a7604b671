"""The database's own guard over publications: what is sealed never changes, and nothing released is deleted.

Only the release fields may move, and only forward: from empty to set, and the two moments again while they still lie
in the future. What has become visible cannot be voided. The audit log only grows. SQLite loses triggers when a
migration rebuilds their table; such a migration calls `install` at its end.
"""

TABLE, LOG = "press_publication", "press_auditentry"
SEALED = [
    "id",
    "uid",
    "press_page_id",
    "forum_id",
    "number",
    "address",
    "kind",
    "note",
    "payload",
    "digest",
    "previous_digest",
    "sealed_at",
    "prepared_by",
]
SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f999', 'now')"  # to the end of the millisecond; stored times have six digits
CHANGED = "A sealed publication is never changed. Publish a new version instead."
LOGGED = "An entry of the audit log is never changed or deleted."
DELETED = "A publication is never deleted. Withdraw the page instead."


def rule(differs, now):
    """The condition, in SQL, under which an update is refused."""
    moment = "({0} AND OLD.{1} IS NOT NULL AND OLD.{1} <= {2})"
    return " OR ".join(
        [
            *(differs.format(column) for column in SEALED),
            f"({differs.format('approved_by')} AND OLD.approved_by <> '')",
            *(f"({differs.format(column)} AND OLD.approved_by <> '')" for column in ("single_handed", "is_embargo")),
            f"({differs.format('approved_at')} AND OLD.approved_at IS NOT NULL)",
            f"({differs.format('voided_at')} AND (OLD.voided_at IS NOT NULL OR OLD.visible_from <= {now}))",
            *(moment.format(differs.format(column), column, now) for column in ("visible_from", "visible_until")),
        ]
    )


def guards(connection):
    """The triggers, each a name, a table, an event, a condition and a message."""
    if connection.vendor == "postgresql":
        refused = rule("NEW.{0} IS DISTINCT FROM OLD.{0}", "clock_timestamp()")
    else:
        refused = rule("NEW.{0} IS NOT OLD.{0}", SQLITE_NOW)
    emptied = (
        ("publications_are_kept", TABLE, "TRUNCATE", "", DELETED),
        ("audit_log_is_kept", LOG, "TRUNCATE", "", LOGGED),
    )
    return (
        ("publication_is_sealed", TABLE, "UPDATE", f"WHEN ({refused})", CHANGED),
        ("publication_is_kept", TABLE, "DELETE", "", DELETED),
        ("audit_entry_is_sealed", LOG, "UPDATE", "", LOGGED),
        ("audit_entry_is_kept", LOG, "DELETE", "", LOGGED),
        *(emptied if connection.vendor == "postgresql" else ()),
    )


def install(apps, schema_editor):
    """Put the guards in place; those that stand already are made anew."""
    remove(apps, schema_editor)
    connection = schema_editor.connection
    for name, table, event, when, message in guards(connection):
        if connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            action = f"EXECUTE FUNCTION {name}()"
        else:
            action = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        each = "STATEMENT" if event == "TRUNCATE" else "ROW"
        schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} {when} {action}")


def remove(apps, schema_editor):
    connection = schema_editor.connection
    for name, table, *_rest in guards(connection):
        schema_editor.execute(
            f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor == "postgresql" else "")
        )
        if connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
