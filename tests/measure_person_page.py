"""How long a person's page takes with 100 statements in the database and with 100,000; prints p50, p95 and the ratio.

    python tests/measure_person_page.py [STATEMENTS]
    tests/with_postgres python tests/measure_person_page.py

Works in a test database of its own, which is deleted afterwards, on the server that DATABASE_URL names. First four
people said 25 each; then one more said all the others. Measured are the page of one of the four, before and after, and
that of the one who said so much: its newest part, its oldest, and one that is narrowed.
"""

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")

REQUESTS = 100
FEW = 100


def main(many):
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.DEBUG, settings.ALLOWED_HOSTS = False, ["testserver"]
    connection.creation.create_test_db(verbosity=0)
    try:
        measure(many)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


def measure(many):
    from django.db import connection

    from press.models import PublishedVoice
    from tests.load import Load, make_speakers

    load = Load()
    load.publish(FEW, make_speakers(17, 21), on_a_page=5)
    few = times("minister-17", f"{FEW} statements in the database")
    load.publish_copies(many - FEW, *make_speakers(21, 22))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    compared(few, times("minister-17", f"{many:,} statements in the database"))
    compared(few, times("minister-21", "who said nearly all of them: the newest"))
    oldest = PublishedVoice.objects.filter(minister__slug="minister-21").order_by("day", "-uid")[20]
    compared(few, times("minister-21", "the oldest", f"?said={oldest.day}.{oldest.uid}"))
    compared(few, times("minister-21", "at one forum, on one topic", f"?forum={load.items[0].forum.uid}&topic=load"))


def times(slug, what, query=""):
    """The milliseconds of every request, after some to warm up."""
    from django.test import Client

    client, taken = Client(), []
    for _number in range(REQUESTS + 10):
        began = time.perf_counter()
        response = client.get(f"/en/people/{slug}/{query}")
        taken.append((time.perf_counter() - began) * 1000)
        assert response.status_code == 200
    taken = taken[10:]
    print(f"{what:<45} p50 {p50(taken):6.1f} ms   p95 {p95(taken):6.1f} ms", flush=True)
    return taken


def compared(few, taken):
    print(f"{'':<45} ratio p50 {p50(taken) / p50(few):4.2f}   p95 {p95(taken) / p95(few):4.2f}", flush=True)


def p50(taken):
    return statistics.median(taken)


def p95(taken):
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
