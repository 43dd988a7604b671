import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Group, Party, PartyName, PresidencyTerm
from tests.make import make_party

pytestmark = pytest.mark.django_db
RENAMED = datetime.date(2019, 2, 14)


@pytest.fixture
def north_macedonia():
    party = make_party("MK", "North Macedonia")
    party.names.update(starts_on=RENAMED)
    party.names.create(
        language="en",
        short="the former Yugoslav Republic of Macedonia",
        starts_on=datetime.date(1993, 4, 8),
        ends_on=RENAMED - datetime.timedelta(days=1),
    )
    return party


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (RENAMED - datetime.timedelta(days=1), "the former Yugoslav Republic of Macedonia"),
        (RENAMED, "North Macedonia"),
        (datetime.date(2026, 1, 1), "North Macedonia"),
    ],
)
def test_party_has_the_name_of_that_day(north_macedonia, day, name):
    assert north_macedonia.names_on(day) == {"en": name}


def test_party_is_called_by_its_newest_name(north_macedonia):
    assert str(north_macedonia) == "North Macedonia"


def test_overlapping_name_is_refused_on_its_first_day(north_macedonia):
    name = PartyName(party=north_macedonia, language="en", short="Macedonia", starts_on=datetime.date(2010, 1, 1))
    with pytest.raises(ValidationError) as refusal:
        name.full_clean()
    assert list(refusal.value.message_dict) == ["starts_on"]


def test_membership_holds_between_its_days():
    croatia, partners = make_party("HR", "Croatia"), Group.objects.create(code="partners", name={"en": "Partners"})
    croatia.memberships.create(group=partners, capacity="partner", ends_on=datetime.date(2013, 6, 30))
    assert croatia.memberships.on(datetime.date(2013, 6, 30)).exists()
    assert not croatia.memberships.on(datetime.date(2013, 7, 1)).exists()


def croatia_in_two_groups():
    croatia = make_party("HR", "Croatia")
    partners = Group.objects.create(code="western-balkans", name={"en": "Western Balkan partners"})
    union = Group.objects.create(code="eu-member-states", name={"en": "EU Member States"})
    croatia.memberships.create(group=partners, capacity="partner", ends_on=datetime.date(2013, 6, 30))
    croatia.memberships.create(group=union, starts_on=datetime.date(2013, 7, 1))
    return croatia


@pytest.mark.parametrize(
    ("day", "groups"),
    [
        (datetime.date(2013, 6, 30), [("western-balkans", "partner")]),
        (datetime.date(2013, 7, 1), [("eu-member-states", "member")]),
    ],
)
def test_party_is_in_the_groups_of_that_day(django_assert_num_queries, day, groups):
    croatia = croatia_in_two_groups()
    with django_assert_num_queries(1):
        assert [(group.code, capacity) for group, capacity in croatia.groups_on(day)] == groups


def test_groups_of_prefetched_parties_need_no_query(django_assert_num_queries):
    croatia_in_two_groups()
    (croatia,) = Party.objects.prefetch_related("memberships")
    with django_assert_num_queries(0):
        assert [group.code for group, _capacity in croatia.groups_on(RENAMED)] == ["eu-member-states"]


@pytest.mark.parametrize(
    ("day", "trio"),
    [
        (datetime.date(2021, 12, 2), ["DE", "PT", "SI"]),
        (datetime.date(2020, 7, 1), ["DE", "PT", "SI"]),
        (datetime.date(2022, 1, 1), ["FR", "CZ", "SE"]),
        (datetime.date(2023, 6, 30), ["FR", "CZ", "SE"]),
    ],
)
def test_trio_is_computed_from_the_terms(day, trio):
    halves = [("DE", 2020, 7), ("PT", 2021, 1), ("SI", 2021, 7), ("FR", 2022, 1), ("CZ", 2022, 7), ("SE", 2023, 1)]
    for code, year, month in halves:
        ends_on = datetime.date(year, 6, 30) if month == 1 else datetime.date(year, 12, 31)
        PresidencyTerm.objects.create(
            party=make_party(code, code), starts_on=datetime.date(year, month, 1), ends_on=ends_on
        )
    assert [term.party.code for term in PresidencyTerm.objects.trio(day)] == trio


def test_database_refuses_an_end_before_the_start():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_party().names.create(
            language="fr", short="Slovénie", starts_on=RENAMED, ends_on=RENAMED - datetime.timedelta(days=1)
        )
