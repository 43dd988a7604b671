import datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Mandate, Minister
from tests.make import make_mandate, make_minister, make_party

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Hojš", "hojs", "HOJS ALEŠ", "aleš hojs", "Хојс", "хојс алеш", "  hojs  "])
def test_minister_is_found_by_any_spelling(words):
    make_minister(other_spellings="Алеш Хојс")
    make_minister(given_name="Ylva", family_name="Johansson", slug="ylva-johansson")
    assert [str(minister) for minister in Minister.objects.named(words)] == ["Aleš Hojs"]


def test_migration_rewrites_how_people_on_record_are_found():
    make_minister(given_name="Süleyman", family_name="Soylu")
    Minister.objects.update(search="suleyman soylu")
    assert not Minister.objects.named("Sueleyman").exists()
    import_module("people.migrations.0002_search_text").rewrite(apps, None)
    assert Minister.objects.named("Sueleyman").exists()


@pytest.mark.parametrize("words", ["a" * 100_000, "a " * 5_000])
def test_words_longer_than_any_name_find_nobody(words):
    make_minister()
    assert not Minister.objects.named(words).exists()


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


def test_titles_are_those_of_the_day_the_office_held_longest_first():
    day = datetime.date(2021, 12, 2)
    hojs = make_mandate().minister
    chair = {"en": "President-in-office of the Home Affairs Council"}
    council = make_party("EU-COUNCIL", "Council of the EU")
    make_mandate(hojs, council, title=chair, starts_on=datetime.date(2021, 7, 1), ends_on=datetime.date(2021, 12, 31))
    assert hojs.titles(day, "en") == [
        "Minister of the Interior (Slovenia)",
        "President-in-office of the Home Affairs Council (Council of the EU)",
    ]
    assert hojs.titles(datetime.date(2021, 6, 30), "sl") == ["minister za notranje zadeve (Slovenia)"]
    assert hojs.titles(datetime.date(2019, 1, 1), "en") == []


def test_title_says_that_somebody_is_acting_and_names_the_party_as_of_the_day():
    macedonia = make_party("MK", "North Macedonia")
    macedonia.names.update(starts_on=datetime.date(2019, 2, 14))
    macedonia.names.create(
        language="en", short="the former Yugoslav Republic of Macedonia", ends_on=datetime.date(2019, 2, 13)
    )
    person = make_minister(given_name="Minister", family_name="17", slug="minister-17")
    make_mandate(person, macedonia, standing="acting", starts_on=None, ends_on=None)
    before, after = datetime.date(2019, 2, 13), datetime.date(2019, 2, 14)
    assert person.titles(before, "en") == [
        "Minister of the Interior, acting (the former Yugoslav Republic of Macedonia)"
    ]
    assert person.titles(after, "en") == ["Minister of the Interior, acting (North Macedonia)"]


def test_mandate_may_begin_on_a_day_to_come():
    mandate = make_mandate(starts_on=datetime.date(2099, 1, 1), ends_on=None)
    mandate.full_clean()
    assert not mandate.holds_on(datetime.date(2098, 12, 31))
