"""Offices that one person holds at a time: the form says so, and the database refuses it whatever the form says."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Mandate
from tests.make import make_mandate, make_minister, make_party

pytestmark = pytest.mark.django_db
FIRST, LAST = datetime.date(2020, 3, 13), datetime.date(2022, 6, 1)
ONE_DAY = datetime.timedelta(days=1)


def successor(**changes):
    """A mandate that is not saved, of somebody else, for the office that another person held until June 2022."""
    person = make_minister(given_name="Minister", family_name="17", slug="minister-17")
    facts = {"party": make_party(), "title": {"en": "Minister of the Interior"}, "office": "interior-minister"}
    return Mandate(minister=person, **facts | {"starts_on": LAST + ONE_DAY} | changes)


def refused_by_the_form(mandate):
    try:
        mandate.full_clean()
    except ValidationError as error:
        return error.message_dict["starts_on"][0]
    return ""


def refused_by_the_database(mandate):
    try:
        with transaction.atomic():
            mandate.save()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, False),
        ({"starts_on": LAST}, True),
        ({"starts_on": None}, True),
        ({"starts_on": None, "ends_on": FIRST - ONE_DAY}, False),
        ({"starts_on": FIRST - ONE_DAY, "ends_on": FIRST}, True),
        ({"starts_on": LAST, "office": ""}, False),
        ({"starts_on": LAST, "office": "justice-minister"}, False),
        ({"starts_on": LAST, "standing": "designate"}, False),
        ({"starts_on": FIRST, "ends_on": LAST, "standing": "acting"}, False),
    ],
)
def test_two_people_never_hold_one_office_on_one_day(changes, refused):
    make_mandate(office="interior-minister", starts_on=FIRST, ends_on=LAST)
    mandate = successor(**changes)
    assert bool(refused_by_the_form(mandate)) == refused
    assert refused_by_the_database(mandate) == refused


def test_same_office_of_another_party_is_another_office():
    make_mandate(office="interior-minister", starts_on=FIRST, ends_on=LAST)
    mandate = successor(starts_on=FIRST, party=make_party("FR", "France"))
    assert not refused_by_the_form(mandate)
    assert not refused_by_the_database(mandate)


def test_one_person_may_hold_the_office_under_two_titles():
    first = make_mandate(office="interior-minister", starts_on=FIRST, ends_on=LAST)
    second = Mandate(minister=first.minister, party=first.party, title={"en": "Minister"}, office=first.office)
    assert not refused_by_the_form(second)
    assert not refused_by_the_database(second)


def test_refusal_names_the_holder_and_says_what_to_do():
    make_mandate(office="interior-minister", starts_on=FIRST, ends_on=LAST)
    sentence = refused_by_the_form(successor(starts_on=LAST))
    assert sentence.startswith("Aleš Hojs holds this office from 2020-03-13 to 2022-06-01.")
    assert "Let one mandate end before the other begins" in sentence


def test_database_refuses_a_mandate_that_is_moved_into_anothers_days():
    make_mandate(office="interior-minister", starts_on=FIRST, ends_on=LAST)
    later = successor()
    later.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(pk=later.pk).update(starts_on=LAST)
