"""At its moment a release is there: not a millisecond early, everywhere within a second, with nothing else running.

The clock is moved and the pages are asked for; there is no worker, no scheduled job and no cache.
"""

import datetime
import random
import time

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone

from press import publishing
from press.freshness import LONGEST, freshness_middleware
from press.models import Publication, ReleaseSet
from tests.make import make_account, make_press_page, publish

pytestmark = pytest.mark.django_db
LAST_DATE = datetime.date(2021, 12, 31)
RELEASES, KINDS = 50, ["first", "correction", "withdrawal", "set", "moved"]
MILLISECOND, SECOND = datetime.timedelta(milliseconds=1), datetime.timedelta(seconds=1)
POLLS = [-90 * SECOND, -MILLISECOND, 0 * SECOND, MILLISECOND, 600 * SECOND]


@pytest.fixture(autouse=True)
def nothing_but_the_database(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def schedule(kind, number, at):
    """A release at the moment `at`: its title is to be seen from then on; that of a withdrawal is gone from then on."""
    dated_on = LAST_DATE - datetime.timedelta(days=number)
    page = make_press_page(slug=f"page-{number}", dated_on=dated_on, text={"title": f"Before {number}."})
    chief = make_account("chief")
    if kind == "correction":
        publish(page)
    page.texts.update(title=f"Release {number}.")
    if kind == "withdrawal":
        publish(page)
        publish(page, kind=Publication.Kind.WITHDRAWAL, note="By mistake.", at=at)
    elif kind == "set":
        together = ReleaseSet.objects.create(name=f"Set {number}")
        candidate = publishing.submit(page, by=make_account("editor"), release_set=together)
        publishing.approve(candidate, by=chief, digest=candidate.digest)
        publishing.release_set(together, by=chief, at=at)
    elif kind == "moved":
        publishing.reschedule(publish(page, at=at - 30 * SECOND), by=chief, at=at)
    else:
        publish(page, at=at)


def channels(number):
    return [f"/en/press/2021/page-{number}/", f"/sl/press/?q={number}.", "/en/"]


def shows(response, number):
    return f"Release {number}." in response.content.decode()


@pytest.mark.thorough
def test_fifty_releases_are_neither_early_nor_late(client):
    dice, start = random.Random(20211203), timezone.now() + datetime.timedelta(days=1)  # noqa: S311 - any dice will do
    moments = [start + datetime.timedelta(microseconds=dice.randrange(86_400 * 10**6)) for _ in range(RELEASES)]
    moments.sort()
    kinds = {number: KINDS[number % len(KINDS)] for number in range(RELEASES)}
    for number in dice.sample(range(RELEASES), RELEASES):
        schedule(kinds[number], number, moments[number])
    polls, early, late = 0, [], []
    for number, moment in enumerate(moments):
        # The home page shows the six newest, which are the first ones here.
        places = channels(number)[: 3 if number < 6 and kinds[number] != "withdrawal" else 2]
        for offset in POLLS:
            with time_machine.travel(moment + offset, tick=False):
                for address in places:
                    polls += 1
                    response = client.get(address)
                    released = shows(response, number) != (kinds[number] == "withdrawal")
                    if released and offset < 0 * SECOND:
                        early.append((number, address, offset))
                    if not released and offset >= MILLISECOND:
                        late.append((number, address, offset))
                    age = int(response["Cache-Control"].removeprefix("public, max-age="))
                    assert 0 <= age <= LONGEST
                    if offset < 0 * SECOND:
                        assert offset + age * SECOND < MILLISECOND
    print(f"{polls} polls, {len(early)} early, {len(late)} late")
    assert (early, late) == ([], [])


def test_releases_in_real_time(client):
    chief, sets = make_account("chief"), [ReleaseSet.objects.create(name=f"Set {number}") for number in range(5)]
    for number, together in enumerate(sets):
        page = make_press_page(slug=f"page-{number}", text={"title": f"Release {number}."})
        candidate = publishing.submit(page, by=make_account("editor"), release_set=together)
        publishing.approve(candidate, by=chief, digest=candidate.digest)
    start = timezone.now() + 1.5 * SECOND
    moments = {
        number: publishing.release_set(together, by=chief, at=start + number / 5 * SECOND)
        for number, together in enumerate(sets)
    }
    seen, waited, polls = {}, dict.fromkeys(moments, 0), 0
    while len(seen) < len(moments) and timezone.now() < moments[4] + 2 * SECOND:
        for number in moments:
            asked = timezone.now()
            found = shows(client.get(f"/en/press/2021/page-{number}/"), number)
            answered = timezone.now()
            polls += 1
            if found:
                seen.setdefault(number, answered)
                assert answered >= moments[number]
            else:
                waited[number] += 1
                assert number not in seen
                assert asked < moments[number] + SECOND
        time.sleep(0.01)
    print(f"{polls} polls in real time; the latest after {max(seen[n] - moments[n] for n in seen)}")
    assert set(seen) == set(moments)
    assert all(waited.values())


# How long an answer may be kept -------------------------------------------------------------------------------------


def answer(rf, path="/en/", view=lambda request: HttpResponse("page")):
    return freshness_middleware(view)(rf.get(path))["Cache-Control"]


def scheduled(rf, *seconds):
    at = timezone.now()
    return at, [
        publish(make_press_page(slug=f"page-{one}"), at=at + datetime.timedelta(seconds=one)) for one in seconds
    ]


def test_earliest_release_counts(rf):
    at, _releases = scheduled(rf, 50, 20, 3600)
    with time_machine.travel(at, tick=False):
        assert answer(rf) == "public, max-age=20"
    with time_machine.travel(at + 30 * SECOND, tick=False):
        assert answer(rf) == "public, max-age=20"
    with time_machine.travel(at + 60 * SECOND, tick=False):
        assert answer(rf) == "public, max-age=60"


def test_cancelled_release_and_waiting_candidate_do_not_count(rf):
    at, releases = scheduled(rf, 50, 20)
    publishing.cancel(releases[1], by=make_account("chief"), reason="Not today.")
    publishing.submit(make_press_page(), by=make_account("editor"))
    with time_machine.travel(at, tick=False):
        assert answer(rf) == "public, max-age=50"


def test_release_while_the_page_is_rendered_makes_it_stale_at_once(rf):
    at, _releases = scheduled(rf, 20)
    with time_machine.travel(at + 19 * SECOND, tick=False) as clock:

        def slow(request):
            clock.shift(2)
            return HttpResponse("without the release")

        assert answer(rf, view=slow) == "public, max-age=0"


def test_what_says_itself_how_long_it_may_be_kept_is_left_alone(rf):
    private = HttpResponse(headers={"Cache-Control": "private, no-store"})
    assert answer(rf, view=lambda request: private) == "private, no-store"
