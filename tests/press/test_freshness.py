import datetime

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from press.freshness import LONGEST, lifetime
from tests.make import make_press_page, publish

moments = st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2100, 1, 1), timezones=st.just(datetime.UTC))


@pytest.mark.thorough
@settings(max_examples=10_000, deadline=None)
@given(moments, st.none() | st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=2)))
def test_no_lifetime_passes_the_next_release(at, until):
    release = at + until if until is not None else None
    seconds = lifetime(at, release)
    assert 0 <= seconds <= LONGEST
    assert release is None or at + datetime.timedelta(seconds=seconds) <= release


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/", "/en/press/", "/en/press/2021/ministers-meet-at-brdo/"])
def test_answers_before_a_release_end_with_it(client, address):
    publish(make_press_page(), at=timezone.now() + datetime.timedelta(seconds=30))
    kind, age = client.get(address)["Cache-Control"].split(", max-age=")
    assert kind == "public"
    assert 0 <= int(age) < 30


@pytest.mark.django_db
def test_answers_without_a_release_to_come_last_a_minute(client):
    assert client.get("/en/press/")["Cache-Control"] == "public, max-age=60"


@pytest.mark.django_db
def test_newsroom_is_not_kept(client):
    assert "public" not in client.get("/admin/login/")["Cache-Control"]
