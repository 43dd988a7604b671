"""A process of its own for `test_kills.py`: it takes orders on its standard input and forks a child for each.

`publish <kind> <title>` submits and approves one more version; the child writes `enter` and `leave` around the work,
so that whoever kills it knows whether the work was under way. `look` writes what the database holds, as JSON.
"""

import json
import os
import signal
import sys
import time
from itertools import pairwise

from django.contrib.auth.models import User
from django.db import connection

from press import publishing
from press.models import AuditEntry, PressPage, Publication, PublishedText
from press.verification import damages


def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def counts():
    """How many versions are approved, and how many wait."""
    return Publication.objects.approved().count(), Publication.objects.waiting().count()


def publish(kind, title):
    page = PressPage.objects.get()
    if kind == "withdrawal" and Publication.objects.visible().get().is_withdrawal:
        one_more_version(page, "update", f"Again-{title}")
    say("enter", *counts())
    one_more_version(page, kind, title)
    say("leave", *counts())
    signal.pause()  # its number stays its own until it is killed


def one_more_version(page, kind, title):
    editor, chief = User.objects.get(username="editor"), User.objects.get(username="chief")
    page.texts.update(title=title)
    candidate = publishing.submit(page, by=editor, kind=kind, note=f"{title}.")
    publishing.approve(candidate, by=chief, digest=candidate.digest)


def look():
    wait_for_the_dead()
    chain = list(Publication.objects.approved().order_by("number"))
    approved = AuditEntry.objects.filter(verb="approved").values_list("object_uid", flat=True)
    current = chain[-1]
    say(
        json.dumps(
            {
                "counts": counts(),
                "damages": [str(one) for one in damages()],
                "one after the other": all(a.visible_until == b.visible_from for a, b in pairwise(chain)),
                "current": [one.number for one in Publication.objects.visible()] == [current.number],
                "logged": sorted(approved) == sorted(str(one.uid) for one in chain),
                "indexed": set(PublishedText.objects.values_list("publication", flat=True))
                == {one.pk for one in chain if not one.is_withdrawal},
            }
        )
    )


def wait_for_the_dead():
    """PostgreSQL notices only after a while that a client is gone; until then its transaction is open."""
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
                " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.01)


def warm_up():
    """Read and compute once what every child needs, so that a child is at work and not at its start; then let go."""
    publishing.draft(PressPage.objects.get())
    list(damages())
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()  # its threads would not live on in a child


def main():
    warm_up()
    for line in sys.stdin:
        order, *words = line.split()
        child = os.fork()
        if not child:
            try:
                {"publish": publish, "look": look}[order](*words)
            finally:
                sys.stderr.flush()
                os._exit(0)
        say("child", child)
        os.waitpid(child, 0)
        say("end")
