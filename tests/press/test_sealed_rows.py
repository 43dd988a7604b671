"""The database refuses what the code never does."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from press import publishing
from press.models import AuditEntry, Publication
from press.sealed_rows import SEALED
from tests.make import make_account, make_press_page, publish
from tests.newsroom import make_user, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return publish(make_press_page())


def refused():
    return pytest.raises(IntegrityError)


@pytest.mark.parametrize("column", SEALED)
def test_sealed_column_cannot_be_changed(publication, column):
    value = {
        "forum_id": "42",
        "press_page_id": "NULL",
        "id": "id + 1",
        "number": "7",
        "kind": "'typo'",
        "sealed_at": "'2001-01-01'",
    }.get(column, "'0f0e0d0c0b0a09080706050403020100'")
    sql = f"UPDATE press_publication SET {column} = {value}"  # noqa: S608 - columns of our own list
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_publication_cannot_be_deleted(publication):
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM press_publication")
    with refused(), transaction.atomic():
        publication.delete()
    assert Publication.objects.filter(pk=publication.pk).exists()


def test_approval_cannot_be_taken_back(publication):
    with refused(), transaction.atomic():
        Publication.objects.update(approved_by="somebody-else")
    with refused(), transaction.atomic():
        Publication.objects.update(visible_from=None)


def test_release_in_the_past_cannot_be_moved(publication):
    with refused(), transaction.atomic():
        Publication.objects.update(visible_from=timezone.now() + datetime.timedelta(days=1))


def test_release_in_the_future_can_be_moved():
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    publish(make_press_page(), at=tomorrow)
    Publication.objects.update(visible_from=tomorrow + datetime.timedelta(hours=1))
    assert Publication.objects.get().visible_from == tomorrow + datetime.timedelta(hours=1)


def test_end_can_be_set_once(publication):
    now = timezone.now()
    Publication.objects.update(visible_until=now)
    with refused(), transaction.atomic():
        Publication.objects.update(visible_until=now + datetime.timedelta(seconds=1))


def test_saving_a_publication_unchanged_is_allowed(publication):
    publication.save()
    assert Publication.objects.get().digest == publication.digest


def test_approver_who_is_the_preparer_must_be_marked():
    candidate = publishing.draft(make_press_page(), by="editor")
    candidate.approved_by, candidate.approved_at = "editor", timezone.now()
    with refused(), transaction.atomic():
        candidate.save()


def execute(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM press_auditentry",
        "UPDATE press_auditentry SET actor = 'somebody'",
        "UPDATE press_auditentry SET reason = reason",
        "UPDATE press_publication SET payload = replace(payload, 'Brdo', 'Bled')",
        "DELETE FROM press_publication WHERE number = 1",
    ],
)
def test_sql_behind_our_back_is_refused(publication, sql):
    def rows():
        return [list(model.objects.order_by("pk").values()) for model in (Publication, AuditEntry)]

    before = rows()
    with refused():
        execute(sql)
    assert rows() == before


@pytest.mark.parametrize("table", ["press_publication", "press_auditentry"])
def test_rows_are_not_replaced_or_emptied(publication, table):
    if connection.vendor == "postgresql":
        statements = [f"TRUNCATE {table} CASCADE"]
    else:
        statements = [
            f"REPLACE INTO {table} SELECT * FROM {table}",  # noqa: S608 - a table of ours
            f"UPDATE OR REPLACE {table} SET id = id + 1",  # noqa: S608 - the same
        ]
    connection.check_constraints()  # PostgreSQL empties no table for which checks are still to come
    for sql in statements:
        with refused():
            execute(sql)


@pytest.mark.parametrize("model", [Publication, AuditEntry])
def test_bulk_operations_are_refused(publication, model):
    rows = list(model.objects.all())
    field = "note" if model is Publication else "reason"
    for row in rows:
        setattr(row, field, "Changed.")
    for change in (
        lambda: model.objects.bulk_update(rows, [field]),
        lambda: model.objects.update(**{field: "Changed."}),
        lambda: model.objects.all().delete(),
        lambda: model.objects.all()._raw_delete(model.objects.db),
        lambda: rows[0].delete(),
        lambda: rows[0].save(),
    ):
        with refused(), transaction.atomic():
            change()
    assert not model.objects.filter(**{field: "Changed."}).exists()


def test_candidate_that_was_sent_back_is_kept_too():
    candidate = publishing.submit(make_press_page(), by=make_account("editor"))
    publishing.send_back(candidate, by=make_account("chief"), reason="Too long.")
    with refused(), transaction.atomic():
        candidate.delete()
    with refused(), transaction.atomic():
        Publication.objects.update(voided_at=None)


@pytest.mark.parametrize("address", ["delete", "list"])
def test_newsroom_deletes_no_publication(client, publication, address):
    client.force_login(make_user())
    if address == "delete":
        response = client.post(page_of(Publication, "delete", publication.pk), {"post": "yes"})
    else:
        data = {"action": "delete_selected", "_selected_action": [publication.pk], "post": "yes"}
        response = client.post(page_of(Publication, "changelist"), data)
    assert response.status_code < 500
    assert Publication.objects.get() == publication


def test_published_page_is_not_deleted_with_its_history(client, publication):
    client.force_login(make_user())
    page = publication.press_page
    response = client.post(page_of(type(page), "delete", page.pk), {"post": "yes"})
    assert response.status_code < 500
    assert Publication.objects.get().press_page == page
