"""What a person's page costs does not grow with what was said: counted in steps of the database, not in seconds."""

import pytest
from django.db import connection

from press.models import PublishedVoice
from tests.load import Load, make_speakers

pytestmark = [pytest.mark.thorough, pytest.mark.django_db]
STEP = 10
"""SQLite calls back after so many steps of its virtual machine."""


def steps(client, address):
    """How many steps SQLite takes for a page; the first visit is not counted, for it fills caches."""
    client.get(address)
    count = 0

    def counted():
        nonlocal count
        count += 1

    connection.connection.set_progress_handler(counted, STEP)
    try:
        assert client.get(address).status_code == 200
    finally:
        connection.connection.set_progress_handler(None, STEP)
    return count * STEP


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL does not count its steps")
def test_person_page_takes_the_same_steps_for_a_hundred_statements_and_for_thousands(client):
    load, (first, second) = Load(), make_speakers(17, 19)
    load.publish(100, [first], on_a_page=5)
    few = steps(client, "/en/people/minister-17/")
    load.publish(2000, [second])

    oldest = PublishedVoice.objects.filter(minister=second.minister).order_by("day", "-uid")[20]
    forum = load.items[0].forum
    cost = {
        "of others": steps(client, "/en/people/minister-17/"),
        "newest": steps(client, "/en/people/minister-18/"),
        "oldest": steps(client, f"/en/people/minister-18/?said={oldest.day}.{oldest.uid}"),
        "narrowed": steps(client, f"/en/people/minister-18/?forum={forum.uid}&topic=load"),
    }

    assert few > STEP
    assert {what: count / few for what, count in cost.items() if count > 1.5 * few} == {}
