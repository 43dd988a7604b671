"""Killed in the middle of publishing, the newsroom is as it was before or as it is after, never in between."""

import json
import os
import random
import signal
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from django.db import connection

from press import sealed_rows
from tests.make import make_account, make_forum, make_press_page, make_statement, publish, show_statement

KILLS = 50
VERBS = {"approve": "update", "correct": "fact", "withdraw": "withdrawal"}
"""What is killed, and the kind of the version that it publishes."""
WARM_UP = 3
START = "import django; django.setup(); from tests.press import kill_me; kill_me.main()"


@contextmanager
def sealed():
    """The guards stand, as in production: transactional tests lift them, to be able to empty the database."""
    with connection.schema_editor() as editor:
        sealed_rows.install(None, editor)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            sealed_rows.remove(None, editor)


def database_url(folder):
    """The database of another process: this test's own on PostgreSQL, a copy in a file on SQLite."""
    if connection.vendor == "postgresql":
        facts = connection.settings_dict
        return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**facts)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / "newsroom.sqlite3")])
    return f"sqlite:///{folder / 'newsroom.sqlite3'}"


class Newsroom:
    """The process that forks a child for each order, seen from outside."""

    def __init__(self, url, media):
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", START],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"DATABASE_URL": url, "MEDIA_ROOT": media, "DJANGO_SETTINGS_MODULE": "forum.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def order(self, *words):
        print(*words, file=self.process.stdin, flush=True)

    def lines(self):
        """The lines of one child, to its end."""
        while (line := self.process.stdout.readline().strip()) != "end":
            assert line, "The process that forks the children died."
            yield line.split(" ", 1)

    def look(self):
        self.order("look")
        (_child, found) = list(self.lines())
        return json.loads(" ".join(found))

    def kill(self, kind, title, after=None):
        """Kill a child after so many seconds of work, or when it is done; returns what it said, and its duration."""
        self.order("publish", kind, title)
        said, began = {}, 0
        for word, rest in self.lines():
            said[word] = rest
            if word == "enter" and after is not None:
                threading.Timer(after, os.kill, [int(said["child"]), signal.SIGKILL]).start()
            elif word == "enter":
                began = time.monotonic()
            elif word == "leave" and after is None:
                took = time.monotonic() - began
                os.kill(int(said["child"]), signal.SIGKILL)
        return said if after is not None else took


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_killed_newsroom_is_as_before_or_as_after(tmp_path, settings):
    page = make_press_page(forum=make_forum())
    show_statement(page, make_statement(page.forum))
    make_account("editor"), make_account("chief")
    dice, at_work, landed = random.Random(20211203), dict.fromkeys(VERBS, 0), set()  # noqa: S311 - any dice
    with sealed():
        publish(page)
        newsroom = Newsroom(database_url(tmp_path), settings.MEDIA_ROOT)
        try:
            usual = {
                verb: statistics.median(newsroom.kill(kind, f"Warm-{verb}-{n}") for n in range(WARM_UP))
                for verb, kind in VERBS.items()
            }
            for number, verb in zip(range(KILLS), cycle(VERBS), strict=False):
                said = newsroom.kill(VERBS[verb], f"Kill-{number}", dice.uniform(0, 1.1 * usual[verb]))
                found = newsroom.look()
                after = tuple(found.pop("counts"))
                assert found.pop("damages") == []
                assert all(found.values()), found
                before, mid_work = tuple(map(int, said["enter"].split())), "leave" not in said
                approved, _waiting = before
                states = {"before": before, "submitted": (approved, 1), "after": (approved + 1, 0)}
                assert after in (states.values() if mid_work else [states["after"]])
                at_work[verb] += mid_work
                landed |= {name for name, state in states.items() if state == after}
        finally:
            newsroom.process.kill()
            newsroom.process.communicate()
    print(f"{KILLS} kills, at work: {at_work}; found: {sorted(landed)}; usual seconds: {usual}")
    assert sum(at_work.values()) >= KILLS / 2
    assert landed == {"before", "submitted", "after"}
