"""What the reference data says about each day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from people.models import GroupMembership, Party, PresidencyTerm

PROTOCOL_ORDER = "BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"
DAY = timedelta(days=1)
UNION, PARTNERS = ("eu-member-states", "member"), ("western-balkans", "partner")


@pytest.mark.parametrize(
    ("code", "day", "short", "long"),
    [
        ("SI", date(2021, 12, 2), "Slovenia", "Republic of Slovenia"),
        ("CZ", date(2021, 12, 2), "Czechia", "Czech Republic"),
        ("IE", date(2021, 12, 2), "Ireland", "Ireland"),
        ("BA", date(2021, 12, 2), "Bosnia and Herzegovina", "Bosnia and Herzegovina"),
        ("EUAA", date(2022, 1, 18), "EASO", "European Asylum Support Office (EASO)"),
        ("EUAA", date(2022, 1, 19), "EUAA", "European Union Agency for Asylum (EUAA)"),
        ("EUDA", date(2024, 7, 1), "EMCDDA", "European Monitoring Centre for Drugs and Drug Addiction (EMCDDA)"),
        ("EUDA", date(2024, 7, 2), "EUDA", "European Union Drugs Agency (EUDA)"),
        ("EUROPOL", date(2017, 4, 30), "Europol", "European Police Office (Europol)"),
        ("FRONTEX", date(2016, 10, 6), "Frontex", "European Border and Coast Guard Agency (Frontex)"),
    ],
)
def test_party_has_the_names_of_that_day(reference, code, day, short, long):
    party = Party.objects.get(code=code)
    assert (party.names_on(day)["en"], party.names_on(day, long=True)["en"]) == (short, long)


NORTH_MACEDONIA = {
    "en": ("the former Yugoslav Republic of Macedonia", "North Macedonia", "Republic of North Macedonia"),
    "fr": ("l’ancienne République yougoslave de Macédoine", "Macédoine du Nord", "République de Macédoine du Nord"),
    "de": ("die ehemalige jugoslawische Republik Mazedonien", "Nordmazedonien", "Republik Nordmazedonien"),
    "sl": ("nekdanja jugoslovanska republika Makedonija", "Severna Makedonija", "Republika Severna Makedonija"),
}


@pytest.mark.parametrize("language", NORTH_MACEDONIA)
def test_north_macedonia_has_its_name_since_14_february_2019(reference, language):
    before, short, long = NORTH_MACEDONIA[language]
    party, since = Party.objects.get(code="MK"), date(2019, 2, 14)
    assert party.names_on(since - DAY)[language] == party.names_on(since - DAY, long=True)[language] == before
    assert (party.names_on(since)[language], party.names_on(since, long=True)[language]) == (short, long)


@pytest.mark.parametrize(
    ("code", "day", "groups"),
    [
        ("HR", date(2013, 6, 30), [PARTNERS]),
        ("HR", date(2013, 7, 1), [UNION]),
        ("SI", date(2004, 4, 30), []),
        ("SI", date(2004, 5, 1), [UNION]),
        ("GB", date(1972, 12, 31), []),
        ("GB", date(1973, 1, 1), [UNION]),
        ("GB", date(2020, 1, 31), [UNION]),
        ("GB", date(2020, 2, 1), []),
        ("ME", date(2006, 6, 2), []),
        ("ME", date(2006, 6, 3), [PARTNERS]),
        ("MK", date(2019, 2, 13), [PARTNERS]),
        ("MK", date(2019, 2, 14), [PARTNERS]),
        ("XK", date(2021, 12, 2), [PARTNERS]),
        ("EU-COM", date(2021, 12, 2), []),
    ],
)
def test_party_is_in_the_groups_of_that_day(reference, code, day, groups):
    assert [(group.code, capacity) for group, capacity in Party.objects.get(code=code).groups_on(day)] == groups


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(1957, 12, 31), 0),
        (date(1958, 1, 1), 6),
        (date(1973, 1, 1), 9),
        (date(1981, 1, 1), 10),
        (date(1986, 1, 1), 12),
        (date(1995, 1, 1), 15),
        (date(2004, 5, 1), 25),
        (date(2007, 1, 1), 27),
        (date(2013, 7, 1), 28),
        (date(2020, 1, 31), 28),
        (date(2020, 2, 1), 27),
    ],
)
def test_union_had_so_many_members(reference, day, number):
    assert GroupMembership.objects.on(day).filter(group__code="eu-member-states").count() == number


def test_member_states_stand_in_protocol_order(reference):
    members = GroupMembership.objects.on(date(2026, 1, 1)).filter(group__code="eu-member-states")
    states = Party.objects.filter(pk__in=members.values("party"))
    assert " ".join(party.code for party in states) == PROTOCOL_ORDER
    assert [party.protocol_rank for party in states] == list(range(1, 28))


def test_presidencies_follow_each_other_among_the_members(reference):
    terms = list(PresidencyTerm.objects.select_related("party"))
    assert (terms[0].starts_on, terms[-1].ends_on) == (date(2019, 1, 1), date(2030, 12, 31))
    assert all(one.ends_on + DAY == other.starts_on for one, other in pairwise(terms))
    assert all(UNION in [(group.code, how) for group, how in term.party.groups_on(term.starts_on)] for term in terms)


@pytest.mark.parametrize(
    ("day", "trio"),
    [
        (date(2021, 12, 2), "DE PT SI"),
        (date(2022, 1, 1), "FR CZ SE"),
        (date(2026, 6, 30), "PL DK CY"),
        (date(2026, 7, 1), "IE LT GR"),
        (date(2030, 12, 31), "NL SK MT"),
    ],
)
def test_trio_of_that_day(reference, day, trio):
    assert [term.party.code for term in PresidencyTerm.objects.trio(day)] == trio.split()


def test_every_party_has_a_name_in_each_language_of_the_site_on_any_day(reference):
    for day in (date(2003, 6, 21), date(2021, 12, 2), date(2030, 12, 31)):
        for party in Party.objects.prefetch_related("names"):
            assert {"en", "fr", "de", "sl"} <= party.names_on(day).keys(), (party.code, day)
