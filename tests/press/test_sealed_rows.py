"""The database refuses what the code never does."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from press import publishing
from press.models import Publication
from press.sealed_rows import SEALED
from tests.make import make_press_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return publishing.publish(make_press_page(), by="editor")


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
    publishing.publish(make_press_page(), by="editor", at=tomorrow)
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
