"""`manage.py verify_publications` finds every tampering that the database's guard was lifted for."""

import contextlib
import datetime
import io
import random

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from press import publishing, sealed_rows
from press.models import AuditEntry, Publication, PublishedStatement, PublishedText
from press.verification import damages
from tests.make import (
    make_account,
    make_forum,
    make_photo,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_photo,
    show_statement,
)

pytestmark = pytest.mark.django_db
TAMPERINGS = 200


def chains():
    """Two pages and a forum, with eight publications: replaced, visible, withdrawn, waiting."""
    forum = make_forum()
    page = make_press_page(forum=forum)
    show_statement(page, make_statement(forum))
    show_photo(page, make_photo())
    for title in ("One", "Two", "Three"):
        page.texts.update(title=title)
        publish(page)
    publish(forum)
    make_session(forum)
    publish(forum)
    other = make_press_page(slug="other")
    publish(other)
    publish(other, kind=Publication.Kind.WITHDRAWAL, note="By mistake.")
    publishing.submit(make_press_page(slug="third"), by=make_account())


def test_untampered_database_is_whole():
    chains()
    out = io.StringIO()
    call_command("verify_publications", stdout=out)
    assert out.getvalue() == "8 publications are whole.\n"


def flip(text, dice):
    place = dice.randrange(len(text))
    return text[:place] + ("x" if text[place] != "x" else "y") + text[place + 1 :]


def tamper(dice):
    """Change the database behind everybody's back, in one of the ways that somebody might; returns which."""
    row = dice.choice(list(Publication.objects.order_by("pk")))
    rows = Publication.objects.filter(pk=row.pk)
    later = datetime.timedelta(seconds=dice.choice([-3600, -1, 1, 3600]))

    def text(column):
        return lambda: rows.update(**{column: flip(getattr(row, column) or "x", dice)})

    def moment(column):
        value = getattr(row, column)
        return lambda: rows.update(**{column: value + later if value else row.sealed_at + later})

    def reseal():
        payload = row.payload.replace(":", ": ", 1)
        rows.update(payload=payload, digest=publishing.digest_of(payload))

    def delete():
        for model in (PublishedText, PublishedStatement):
            model.objects.filter(publication=row).delete()
        rows.delete()

    def index():
        indexed = dice.choice(list(PublishedText.objects.order_by("uid")))
        PublishedText.objects.filter(pk=indexed.pk).update(title=flip(indexed.title, dice))

    def drop_index():
        PublishedStatement.objects.filter(pk=dice.choice(list(PublishedStatement.objects.order_by("uid"))).pk).delete()

    ways = {
        "payload": text("payload"),
        "digest": text("digest"),
        "note": text("note"),
        "address": text("address"),
        "approved_by": text("approved_by"),
        "number": lambda: rows.update(number=row.number + 100),
        "kind": lambda: rows.update(kind="legal"),
        "previous_digest": text("previous_digest"),
        "visible_from": moment("visible_from"),
        "reseal": reseal,
        "delete": delete,
        "index": index,
        "drop index": drop_index,
    }
    name = dice.choice(sorted(ways))
    if name == "visible_from" and not row.approved_at:
        name = "digest"
    ways[name]()
    return f"{name} of {row}"


@pytest.fixture
def unguarded():
    with connection.cursor() as cursor:
        for name, table, *_rest in sealed_rows.guards(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


@pytest.mark.thorough
def test_every_tampering_is_found(unguarded):
    chains()
    assert list(damages()) == []
    dice, missed, tampered = random.Random(20211202), [], 0  # noqa: S311 - any dice will do
    while tampered < TAMPERINGS:
        with contextlib.suppress(IntegrityError), transaction.atomic():  # what a constraint refuses does not count
            what = tamper(dice)
            tampered += 1
            if not list(damages()):
                missed.append(what)
            transaction.set_rollback(True)
    assert missed == []


def test_first_damage_is_named(unguarded):
    chains()
    damaged = Publication.objects.order_by("pk")[2]
    Publication.objects.filter(pk=damaged.pk).update(note="nothing to see")
    errors = io.StringIO()
    with pytest.raises(CommandError, match="1 damages in 8 publications"):
        call_command("verify_publications", stderr=errors)
    assert str(damaged.uid) in errors.getvalue()
    assert "“note” differs" in errors.getvalue()


def test_entry_missing_from_the_audit_log_is_found(unguarded):
    chains()
    AuditEntry.objects.order_by("pk").filter(verb="approved").last().delete()
    AuditEntry.objects.order_by("pk").filter(verb="submitted").last().delete()
    assert "the audit log does not know it" in "".join(map(str, damages()))
