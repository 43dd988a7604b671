"""The database's own guard over publications: what is sealed never changes, and nothing released is deleted.

Only the release fields may move, and only forward: from empty to set, and the two moments again while they still lie
in the future. SQLite loses triggers when a migration rebuilds the table; such a migration calls `install` at its end.
"""

TABLE = "press_publication"
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
DELETED = "A publication is never deleted. Withdraw the page instead."


def rule(differs, now):
    """The condition, in SQL, under which an update is refused."""
    moment = "({0} AND OLD.{1} IS NOT NULL AND OLD.{1} <= {2})"
    return " OR ".join(
        [
            *(differs.format(column) for column in SEALED),
            f"({differs.format('approved_by')} AND OLD.approved_by <> '')",
            f"({differs.format('single_handed')} AND OLD.approved_by <> '')",
            f"({differs.format('approved_at')} AND OLD.approved_at IS NOT NULL)",
            *(moment.format(differs.format(column), column, now) for column in ("visible_from", "visible_until")),
        ]
    )


def install(apps, schema_editor):
    remove(apps, schema_editor)
    if schema_editor.connection.vendor == "postgresql":
        install_on_postgresql(schema_editor)
    else:
        install_on_sqlite(schema_editor)


def install_on_sqlite(schema_editor):
    refused = rule("NEW.{0} IS NOT OLD.{0}", SQLITE_NOW)
    for name, event, when, message in (
        ("publication_is_sealed", "UPDATE", f"WHEN {refused}", CHANGED),
        ("publication_is_kept", "DELETE", "", DELETED),
    ):
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def install_on_postgresql(schema_editor):
    refused = rule("NEW.{0} IS DISTINCT FROM OLD.{0}", "clock_timestamp()")
    for name, event, when, message in (
        ("publication_is_sealed", "UPDATE", f"WHEN ({refused})", CHANGED),
        ("publication_is_kept", "DELETE", "", DELETED),
    ):
        schema_editor.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE} FOR EACH ROW {when} EXECUTE FUNCTION {name}()"
        )


def remove(apps, schema_editor):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for name in ("publication_is_sealed", "publication_is_kept"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
