from datetime import date

import pytest

from people.models import Mandate
from people.timeline import timeline

TODAY = date(2024, 7, 1)


def bars(*terms, **changes):
    line = timeline([Mandate(starts_on=first, ends_on=last, **changes) for first, last in terms], TODAY)
    return [(bar.start, bar.width) for bar in line.bars]


def test_bars_lie_in_hundredths_of_whole_years():
    assert bars((date(2021, 1, 1), date(2021, 12, 31)), (date(2022, 1, 1), date(2022, 12, 31))) == [
        ("0.00%", "50.00%"),
        ("50.00%", "50.00%"),
    ]


def test_office_still_held_reaches_to_today():
    assert bars((date(2024, 1, 1), None)) == [("0.00%", "50.00%")]


def test_office_without_dates_has_no_bar():
    assert bars((None, None), (date(2021, 1, 1), date(2021, 12, 31))) == [("", ""), ("0.00%", "100.00%")]


def test_today_stands_on_the_line_only_while_an_office_runs():
    held, past = Mandate(starts_on=date(2023, 1, 1)), Mandate(starts_on=date(2020, 1, 1), ends_on=date(2020, 6, 1))
    assert timeline([held], TODAY).today == "74.83%"
    assert timeline([past], TODAY).today == ""


@pytest.mark.parametrize(
    ("first", "years"),
    [
        (1960, ["1960", "1970", "1980", "1990", "2000", "2010", "2020"]),
        (1500, ["1500", "1600", "1700", "1800", "1900", "2000"]),
        (1, ["1", "501", "1001", "1501", "2001"]),
    ],
)
def test_many_years_are_not_all_written(first, years):
    line = timeline([Mandate(starts_on=date(first, 1, 1), ends_on=date(2020, 1, 1))], TODAY)
    assert [year for year, _start in line.years] == years


def test_last_day_that_a_date_can_name_is_on_the_line():
    assert timeline([Mandate(starts_on=date(2021, 1, 1), ends_on=date.max)], TODAY).bars[0].width == "100.00%"
