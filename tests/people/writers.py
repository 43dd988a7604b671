"""Four editors who save at the same moment: `python -m tests.people.writers FILE ROUNDS`, for `test_concurrency`.

They are threads with connections of their own, on a database that is a file or a server; one in memory has but one.
Prints as JSON the words that were accepted, those in the database at the end, and how many were saved in each round.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

EDITORS = 4


def main(file, rounds):
    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.ALLOWED_HOSTS = ["testserver"]
    former = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = file if connection.vendor == "sqlite" else "test_writers"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        print(json.dumps(write(rounds)))
    finally:
        connection.creation.destroy_test_db(former, verbosity=0)


def write(rounds):
    from django.test import Client

    from events.models import ForumSeries
    from tests.make import make_series
    from tests.newsroom import make_user

    user, series = make_user(), make_series(about={"en": "Words:"})
    clients = [Client() for _editor in range(EDITORS)]
    for client in clients:
        client.force_login(user)
    barrier, accepted, winners = Barrier(EDITORS), [], []
    with ThreadPoolExecutor(EDITORS) as editors:
        for number in range(rounds):
            words = [f"r{number}e{editor}" for editor in range(EDITORS)]
            saved = editors.map(save_one_word, clients, [series.pk] * EDITORS, words, [barrier] * EDITORS)
            won = [word for word, is_saved in zip(words, saved, strict=True) if is_saved]
            accepted += won
            winners.append(len(won))
        list(editors.map(close_connection, [barrier] * EDITORS))
    return {
        "accepted": accepted,
        "stored": ForumSeries.objects.get().about["en"].split()[1:],
        "winners": winners,
    }


def save_one_word(client, pk, word, barrier):
    """Whether the word was accepted; a refusal must show it again."""
    from events.models import ForumSeries
    from tests.newsroom import entered, page_of

    address = page_of(ForumSeries, "change", pk)
    data = entered(client.get(address))
    data["about:en"] = [f"{data['about:en'][0]} {word}"]
    barrier.wait(60)
    response = client.post(address, data)
    if response.status_code == 302:
        return True
    assert entered(response)["about:en"] == data["about:en"], response.content.decode()
    return False


def close_connection(barrier):
    from django.db import connection

    barrier.wait(60)  # so that each thread closes its own
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
