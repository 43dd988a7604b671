import datetime

import pytest
from django.template import engines
from django.utils.translation import override

from people import dates

FIRST, LAST = datetime.date(2021, 12, 1), datetime.date(2021, 12, 3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1–3 December 2021"),
        ("fr", "1er–3 décembre 2021"),
        ("sl", "1.–3. december 2021"),
        ("mk", "1–3 декември 2021г."),
    ],
)
def test_span_of_days_is_written_as_in_the_language(language, words):
    assert dates.span_in_words(FIRST, LAST, language).replace("\u2009", "").replace("\u202f", "") == words


def test_time_is_that_of_the_venue():
    instant = datetime.datetime(2021, 12, 2, 16, 40, tzinfo=datetime.UTC)
    assert dates.time_in_words(instant, "Europe/Ljubljana", "en") == "17:40"


def test_direction_follows_the_language():
    assert (dates.direction("ar"), dates.direction("mk")) == ("rtl", "ltr")


@pytest.mark.parametrize(
    ("label", "html"),
    [
        ({"en": "Migration"}, "Migration"),
        ({"sl": "Migracije"}, '<span lang="sl">Migracije</span>'),
        ({"ar": "الهجرة"}, '<span lang="ar" dir="rtl">الهجرة</span>'),
        ({"sl": "<b>"}, '<span lang="sl">&lt;b&gt;</span>'),
    ],
)
def test_label_in_another_language_is_marked(label, html):
    with override("en"):
        assert engines["django"].from_string("{{ value|label }}").render({"value": label}) == html
