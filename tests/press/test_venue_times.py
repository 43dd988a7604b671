"""A local time means one instant, or two, or none; nothing is guessed."""

import datetime
import random
from datetime import UTC
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from press import venue_times
from press.venue_times import the_instant

BRDO = ZoneInfo("Europe/Ljubljana")
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
TWICE = datetime.datetime(2021, 10, 31, 2, 30)
NEVER = datetime.datetime(2021, 3, 28, 2, 30)
ZONES = [
    *["Europe/Ljubljana", "Europe/London", "Europe/Dublin", "Europe/Moscow", "Europe/Istanbul", "America/New_York"],
    *["America/Sao_Paulo", "Africa/Casablanca", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"],
]


def sentence(local, zone=BRDO, chosen=""):
    with pytest.raises(ValidationError) as refusal:
        the_instant(local, zone, chosen)
    return refusal.value.messages[0]


def test_time_at_the_venue_is_one_instant():
    local = datetime.datetime(2021, 12, 3, 17, 40)
    assert the_instant(local, BRDO) == datetime.datetime(2021, 12, 3, 16, 40, tzinfo=UTC)


def test_time_that_exists_twice_names_both_readings():
    assert sentence(TWICE) == (
        "02:30 on 31 October 2021 exists twice in Europe/Ljubljana: 00:30 UTC (+02:00) and 01:30 UTC (+01:00). "
        "Choose one."
    )


@pytest.mark.parametrize("hour", [0, 1])
def test_one_of_two_readings_is_chosen(hour):
    reading = datetime.datetime(2021, 10, 31, hour, 30, tzinfo=UTC)
    assert the_instant(TWICE, BRDO, reading.isoformat()) == reading


def test_reading_of_another_time_is_not_taken():
    assert "exists twice" in sentence(TWICE, chosen="2021-12-03T16:40:00+00:00")


def test_time_that_does_not_exist_names_both_neighbours():
    assert sentence(NEVER) == (
        "02:30 on 28 March 2021 does not exist in Europe/Ljubljana, because the clocks are put forward. "
        "Write 01:30 (00:30 UTC) or 03:30 (01:30 UTC)."
    )


def test_day_that_does_not_exist_names_the_days_around_it():
    said = sentence(datetime.datetime(2011, 12, 30, 12, 0), ZoneInfo("Pacific/Apia"))
    assert "29 December 2011, 12:00" in said
    assert "31 December 2011, 12:00" in said


def test_moment_in_words_names_the_day_in_utc_if_it_is_another():
    at = datetime.datetime(2021, 12, 3, 23, 30, tzinfo=UTC)
    assert venue_times.in_words(at, BRDO) == "4 December 2021, 00:30 in Europe/Ljubljana (3 December 2021, 23:30 UTC)"


@cache
def changes_of(name, year):
    """The days of a year on which the clocks of a zone are changed."""
    days = [datetime.datetime(year, 1, 1, tzinfo=UTC) + DAY * number for number in range(366)]
    zone = ZoneInfo(name)
    return [day for day in days if day.astimezone(zone).utcoffset() != (day + DAY).astimezone(zone).utcoffset()]


def test_ten_thousand_local_times_mean_what_the_time_zones_say():
    """Compared with every offset that the zone has had around, instant by instant."""
    chance, seen = random.Random(20211203), set()  # noqa: S311 - the same cases on each run
    for _round in range(10_000):
        name = chance.choice(ZONES)
        zone, year = ZoneInfo(name), chance.randrange(2005, 2030)
        days = chance.random() < 0.7 and changes_of(name, year)
        start = chance.choice(days) if days else datetime.datetime(year, 1, 1, tzinfo=UTC)
        local = start.replace(tzinfo=None) + datetime.timedelta(
            minutes=chance.randrange(-180, 60 * (48 if days else 8760))
        )
        offsets = {(local.replace(tzinfo=UTC) + HOUR * h).astimezone(zone).utcoffset() for h in range(-30, 31, 5)}
        candidates = {local.replace(tzinfo=UTC) - offset for offset in offsets}
        expected = sorted(one for one in candidates if one.astimezone(zone).replace(tzinfo=None) == local)
        assert venue_times.readings(local, zone) == expected, (local, name)
        seen.add(len(expected))
        if len(expected) != 1:
            words = sentence(local, zone)
            around = expected or venue_times.neighbours(local, zone)
            assert all(f"{one:%H:%M} UTC" in words for one in around)
    assert seen == {0, 1, 2}
