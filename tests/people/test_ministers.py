import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Mandate, Minister
from tests.make import make_mandate, make_minister

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Hojš", "hojs", "HOJS ALEŠ", "aleš hojs", "Хојс", "хојс алеш", "  hojs  "])
def test_minister_is_found_by_any_spelling(words):
    make_minister(other_spellings="Алеш Хојс")
    make_minister(given_name="Ylva", family_name="Johansson", slug="ylva-johansson")
    assert [str(minister) for minister in Minister.objects.named(words)] == ["Aleš Hojs"]


def test_two_people_may_share_a_name():
    make_minister()
    make_minister(slug="ales-hojs-2")
    assert Minister.objects.named("Aleš Hojs").count() == 2


def test_sort_key_is_family_name_first():
    assert make_minister().sort_key == "Hojs Aleš"
    assert make_minister(slug="other", sort_key="Aleš").sort_key == "Aleš"


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (datetime.date(2020, 3, 12), False),
        (datetime.date(2020, 3, 13), True),
        (datetime.date(2022, 6, 1), True),
        (datetime.date(2022, 6, 2), False),
    ],
)
def test_mandate_holds_from_its_first_to_its_last_day(day, holds):
    mandate = make_mandate()
    assert mandate.holds_on(day) is holds
    assert Mandate.objects.on(day).exists() is holds


def test_mandate_may_begin_in_the_future_and_overlap():
    minister = make_minister()
    make_mandate(minister)
    make_mandate(minister, starts_on=datetime.date(2999, 1, 1), ends_on=None, standing="designate").full_clean()
    assert minister.mandates.count() == 2


def test_mandate_that_ends_before_it_starts_is_refused_on_the_last_day():
    mandate = make_mandate()
    mandate.ends_on = datetime.date(2020, 1, 1)
    with pytest.raises(ValidationError) as refusal:
        mandate.full_clean()
    assert refusal.value.message_dict["ends_on"] == [
        "The last day lies before the first day (2020-03-13). Correct one of the two dates."
    ]


def test_database_refuses_a_mandate_that_ends_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_mandate(ends_on=datetime.date(2020, 1, 1))


def test_portrait_without_a_credit_is_refused():
    minister = make_minister()
    minister.portrait = "portraits/x/hojs.jpg"
    with pytest.raises(ValidationError) as refusal:
        minister.full_clean()
    assert "portrait_credit" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        minister.save()
