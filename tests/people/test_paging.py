import datetime

import pytest

from people.paging import part_of
from press.models import PublishedVoice
from tests.make import make_forum, make_mandate, make_press_page, make_statement, publish, show_statement

pytestmark = pytest.mark.django_db


def published_voices(number):
    """Two statements a day."""
    forum, page = make_forum(), make_press_page()
    for place in range(number):
        day = datetime.date(2021, 12, 1) + datetime.timedelta(days=place // 2)
        show_statement(page, make_statement(forum, mandate=make_mandate(), said_on=day), place)
    publish(page)
    return PublishedVoice.objects.filter(minister__isnull=False)


def test_parts_show_every_row_once_from_the_newest_on():
    voices, seen, place = published_voices(5), [], ""
    while True:
        part = part_of(voices, place, 2)
        seen += part.rows
        if not (place := part.goes_on_after):
            break
    assert seen == list(voices.order_by("-day", "uid"))


def test_last_part_has_nothing_after_it():
    assert part_of(published_voices(2), "", 2).goes_on_after == ""


@pytest.mark.parametrize(
    "place", ["", "x", "2021-12-01", "2021-12-01.x", "yesterday.00000000-0000-0000-0000-000000000000"]
)
def test_place_that_cannot_be_read_is_the_beginning(place):
    part = part_of(published_voices(1), place, 2)
    assert (len(part.rows), part.begins_after) == (1, "")
