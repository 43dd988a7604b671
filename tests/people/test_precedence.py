"""Forty lists of participants in the order that protocol wants, each place with its reason, checked by hand."""

import datetime
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Participation
from people.alphabets import sort_key
from people.models import Mandate, Party
from people.precedence import BODIES, ROLES, STATE, Attendee, Scheme, order

BRDO = datetime.date(2021, 12, 2)
MINISTER, STATE_SECRETARY, AMBASSADOR = Mandate.Rank.MINISTER, Mandate.Rank.STATE_SECRETARY, Mandate.Rank.AMBASSADOR
MEMBER, CANDIDATE, PARTNER = ("member",), ("candidate",), ("partner",)


def term(year, half):
    return (
        (datetime.date(year, 1, 1), datetime.date(year, 6, 30))
        if half == 1
        else (datetime.date(year, 7, 1), datetime.date(year, 12, 31))
    )


# Code: kind, number in protocol order, capacities, presidencies, names in English, French, Slovenian and German.
PARTIES = {
    "BE": (STATE, 1, MEMBER, (term(2024, 1),), "Belgium", "Belgique", "Belgija", "Belgien"),
    "CZ": (STATE, 3, MEMBER, (term(2022, 2),), "Czechia", "Tchéquie", "Češka", "Tschechien"),
    "DE": (STATE, 5, MEMBER, (term(2020, 2),), "Germany", "Allemagne", "Nemčija", "Deutschland"),
    "ES": (STATE, 9, MEMBER, (term(2023, 2),), "Spain", "Espagne", "Španija", "Spanien"),
    "FR": (STATE, 10, MEMBER, (term(2022, 1),), "France", "France", "Francija", "Frankreich"),
    "HR": (STATE, 11, MEMBER, (term(2020, 1),), "Croatia", "Croatie", "Hrvaška", "Kroatien"),
    "CY": (STATE, 13, MEMBER, (term(2026, 1),), "Cyprus", "Chypre", "Ciper", "Zypern"),
    "AT": (STATE, 20, MEMBER, (term(2018, 2),), "Austria", "Autriche", "Avstrija", "Österreich"),
    "SI": (STATE, 24, MEMBER, (term(2008, 1), term(2021, 2)), "Slovenia", "Slovénie", "Slovenija", "Slowenien"),
    "SE": (STATE, 27, MEMBER, (term(2023, 1),), "Sweden", "Suède", "Švedska", "Schweden"),
    "AL": (STATE, 31, PARTNER, (), "Albania", "Albanie", "Albanija", "Albanien"),
    "ME": (STATE, 34, CANDIDATE, (), "Montenegro", "Monténégro", "Črna gora", "Montenegro"),
    "RS": (STATE, 36, PARTNER, (), "Serbia", "Serbie", "Srbija", "Serbien"),
    "US": (STATE, None, (), (), "United States", "États-Unis", "Združene države", "Vereinigte Staaten"),
    "EU-COM": ("institution", 4, (), (), "European Commission", "Commission européenne", "Evropska komisija", ""),
    "EEAS": ("institution", 8, (), (), "European External Action Service", "", "", ""),
    "EUROPOL": ("agency", 5, (), (), "Europol", "Europol", "Europol", "Europol"),
    "EUAA": ("agency", 2, (), (), "European Union Agency for Asylum", "", "", ""),
    "IOM": ("organisation", 1, (), (), "International Organization for Migration", "", "", ""),
    "WB": (STATE, None, PARTNER, (), "Western Balkan partners", "", "", ""),
}
LANGUAGES = "en", "fr", "sl", "de"


def who(code, key="", language="en", role="participant", rank=None, **facts):
    """An attendee for the party with this code; `key` only if the party has several."""
    kind, number, capacities, presidencies, *names = PARTIES[code]
    return Attendee(
        key=key or code,
        role=role,
        kind=kind,
        capacities=capacities,
        party=names[LANGUAGES.index(language)] or names[0],
        protocol_rank=number,
        presidencies=presidencies,
        rank=rank,
        rank_name=str(Mandate.Rank(rank).label) if rank else "",
        **facts,
    )


def hojs(**changes):
    facts = {"rank": MINISTER, "appointed_on": datetime.date(2020, 3, 13), "name": "Hojs Aleš"}
    return who("SI", **facts | changes)


def darmanin(**changes):
    facts = {"rank": MINISTER, "appointed_on": datetime.date(2020, 7, 6), "name": "Darmanin Gérald"}
    return who("FR", **facts | changes)


def johansson(**changes):
    facts = {"rank": MINISTER, "appointed_on": datetime.date(2019, 12, 1), "name": "Johansson Ylva"}
    return who("EU-COM", **facts | changes)


def states(*codes, language="en", **facts):
    return [who(code, language=language, **facts) for code in codes]


PROTOCOL, ALPHABETICAL, ROTATION, SENIORITY = Scheme
CASES = {
    # Roles
    "one alone": (PROTOCOL, "en", [hojs()], ["SI: the only one"]),
    "host before chair": (
        *(PROTOCOL, "en"),
        [who("EU-COM", role="chair"), who("SI", role="host")],
        ["SI: host", "EU-COM: chair"],
    ),
    "every role": (
        *(PROTOCOL, "en"),
        [
            who("US", role="observer"),
            who("BE"),
            who("FR", role="incoming_presidency"),
            who("SI", role="chair"),
            who("HR", role="host"),
        ],
        ["HR: host", "SI: chair", "FR: incoming presidency", "BE: participant", "US: observer"],
    ),
    "two chairs of two states": (
        *(PROTOCOL, "en"),
        [who("SI", role="chair"), who("FR", role="chair"), who("BE")],
        ["FR: chair; number 10 in protocol order", "SI: chair; number 24 in protocol order", "BE: participant"],
    ),
    "two chairs, a state and an institution": (
        *(PROTOCOL, "en"),
        [who("EU-COM", role="chair"), who("SI", role="chair")],
        ["SI: member states", "EU-COM: institutions"],
    ),
    "two hosts": (
        *(PROTOCOL, "en"),
        [who("SI", role="host"), who("HR", role="host")],
        ["HR: number 11 in protocol order", "SI: number 24 in protocol order"],
    ),
    "chair of a state that is no member": (
        *(PROTOCOL, "en"),
        [who("BE"), who("AL", role="chair")],
        ["AL: chair", "BE: participant"],
    ),
    "two of the incoming trio": (
        *(PROTOCOL, "en"),
        [who("FR", role="incoming_presidency"), who("CZ", role="incoming_presidency")],
        ["CZ: number 3 in protocol order", "FR: number 10 in protocol order"],
    ),
    "observers last, in protocol order among themselves": (
        *(PROTOCOL, "en"),
        [who("SE", role="observer"), who("BE", role="observer"), who("US")],
        ["US: participant", "BE: observer; number 1 in protocol order", "SE: observer; number 27 in protocol order"],
    ),
    # States and bodies
    "member states in protocol order": (
        *(PROTOCOL, "en"),
        states("SE", "AT", "DE", "BE"),
        [
            "BE: number 1 in protocol order",
            "DE: number 5 in protocol order",
            "AT: number 20 in protocol order",
            "SE: number 27 in protocol order",
        ],
    ),
    "a body beside states": (
        *(PROTOCOL, "en"),
        [who("EU-COM"), who("SE"), who("BE")],
        [
            "BE: member states; number 1 in protocol order",
            "SE: member states; number 27 in protocol order",
            "EU-COM: institutions",
        ],
    ),
    "partners behind member states": (
        *(PROTOCOL, "en"),
        states("AL", "SE"),
        ["SE: member states", "AL: candidates and partners"],
    ),
    "a candidate and a partner stand together": (
        *(PROTOCOL, "en"),
        states("RS", "ME", "AL"),
        ["AL: number 31 in protocol order", "ME: number 34 in protocol order", "RS: number 36 in protocol order"],
    ),
    "another state behind partners, before institutions": (
        *(PROTOCOL, "en"),
        [who("EU-COM"), who("US"), who("RS")],
        ["RS: candidates and partners", "US: other states", "EU-COM: institutions"],
    ),
    "every kind of body": (
        *(PROTOCOL, "en"),
        [who("IOM"), who("EUROPOL"), who("EU-COM")],
        ["EU-COM: institutions", "EUROPOL: agencies", "IOM: organisations"],
    ),
    "agencies by their own numbers": (
        *(PROTOCOL, "en"),
        [who("EUROPOL"), who("EUAA")],
        ["EUAA: number 2 in protocol order", "EUROPOL: number 5 in protocol order"],
    ),
    "a group of partners among states": (
        *(PROTOCOL, "en"),
        [who("EEAS"), who("WB"), who("SI", role="host")],
        ["SI: host", "WB: participant; candidates and partners", "EEAS: participant; institutions"],
    ),
    "a group behind the states that are named": (
        *(PROTOCOL, "en"),
        [who("WB"), who("RS")],
        ["RS: number 36 in protocol order", "WB: without a number in protocol order"],
    ),
    "without numbers, by name": (
        *(PROTOCOL, "en"),
        [who("WB"), who("WB", "WB-2")._replace(party="Eastern partners")],
        ["WB-2: by name: Eastern partners", "WB: by name: Western Balkan partners"],
    ),
    # Delegations
    "minister before state secretary of one state": (
        *(PROTOCOL, "en"),
        [hojs(key="secretary", rank=STATE_SECRETARY, name="State Secretary 1"), hojs()],
        ["SI: rank: minister or commissioner", "secretary: rank: state secretary"],
    ),
    "two ministers of one state, the longer in office first": (
        *(PROTOCOL, "en"),
        [hojs(key="justice", appointed_on=datetime.date(2021, 6, 15), name="Dikaučič Marjan"), hojs()],
        ["SI: in office since 13 March 2020", "justice: in office since 15 June 2021"],
    ),
    "day of appointment unknown comes after": (
        *(SENIORITY, "en"),
        [hojs(key="unknown", appointed_on=None), hojs()],
        ["SI: in office since 13 March 2020", "unknown: day of appointment unknown"],
    ),
    "appointed on one day, by name": (
        *(SENIORITY, "sl"),
        [
            hojs(key="ž", name="Žerjav", language="sl"),
            hojs(key="č", name="Čuk", language="sl"),
            hojs(key="c", name="Cerar", language="sl"),
        ],
        ["c", "č", "ž"],
    ),
    "an office without a name behind the person": (
        *(PROTOCOL, "en"),
        [who("SI", "office"), hojs()],
        ["SI: rank: minister or commissioner", "office: no person named"],
    ),
    # Stand-ins
    "a stand-in keeps the place of the state": (
        *(PROTOCOL, "en"),
        [who("SE", rank=MINISTER), who("FR", rank=AMBASSADOR, in_place_of="Gérald Darmanin"), who("SI", rank=MINISTER)],
        [
            "FR: number 10 in protocol order; in place of Gérald Darmanin",
            "SI: number 24 in protocol order",
            "SE: number 27 in protocol order",
        ],
    ),
    "by seniority a stand-in has their own rank": (
        *(SENIORITY, "en"),
        [who("FR", rank=STATE_SECRETARY, in_place_of="Gérald Darmanin"), hojs()],
        ["SI: rank: minister or commissioner", "FR: rank: state secretary; in place of Gérald Darmanin"],
    ),
    "a stand-in for the chair": (
        *(PROTOCOL, "en"),
        [who("BE", rank=MINISTER), who("SI", role="chair", rank=STATE_SECRETARY, in_place_of="Aleš Hojs")],
        ["SI: chair; in place of Aleš Hojs", "BE: participant"],
    ),
    "a stand-in beside a minister of the same state": (
        *(PROTOCOL, "en"),
        [hojs(key="stand-in", rank=AMBASSADOR, in_place_of="Marjan Dikaučič"), hojs()],
        ["SI: rank: minister or commissioner", "stand-in: rank: ambassador; in place of Marjan Dikaučič"],
    ),
    # Alphabetical order in three languages (and a fourth)
    "alphabetical in English": (
        *(ALPHABETICAL, "en"),
        states("SE", "HR", "CZ", "CY", "AT"),
        [
            "AT: in alphabetical order: Austria",
            "HR: in alphabetical order: Croatia",
            "CY: in alphabetical order: Cyprus",
            "CZ: in alphabetical order: Czechia",
            "SE: in alphabetical order: Sweden",
        ],
    ),
    "alphabetical in French, accents do not count": (
        *(ALPHABETICAL, "fr"),
        [*states("US", language="fr"), *states("FR", "ES", "DE", language="fr")],
        ["DE", "ES", "FR", "US"],
    ),
    "alphabetical in Slovenian, č and š are letters of their own": (
        *(ALPHABETICAL, "sl"),
        states("SE", "SI", "ES", "HR", "CZ", "CY", "FR", language="sl"),
        ["CY", "CZ", "FR", "HR", "SI", "ES", "SE"],
    ),
    "alphabetical in German, Ö is an O": (
        *(ALPHABETICAL, "de"),
        states("CY", "AT", "SI", "DE", "CZ", language="de"),
        ["DE", "AT", "SI", "CZ", "CY"],
    ),
    "alphabetical, but bodies by their numbers": (
        *(ALPHABETICAL, "en"),
        [who("EEAS"), who("EU-COM"), who("BE")],
        [
            "BE: member states",
            "EU-COM: institutions; number 4 in protocol order",
            "EEAS: institutions; number 8 in protocol order",
        ],
    ),
    "alphabetical, the chair first all the same": (
        *(ALPHABETICAL, "en"),
        [who("AT"), who("SI", role="chair")],
        ["SI: chair", "AT: participant"],
    ),
    # Presidency rotation
    "rotation from the present Presidency": (
        *(ROTATION, "en"),
        states("BE", "SE", "CZ", "FR", "SI"),
        [
            "SI: Presidency from 1 July 2021",
            "FR: Presidency from 1 January 2022",
            "CZ: Presidency from 1 July 2022",
            "SE: Presidency from 1 January 2023",
            "BE: Presidency from 1 January 2024",
        ],
    ),
    "rotation, those whose turn is over come last": (
        *(ROTATION, "en"),
        states("DE", "AT", "CY"),
        [
            "CY: Presidency from 1 January 2026",
            "DE: no Presidency ahead; number 5 in protocol order",
            "AT: no Presidency ahead; number 20 in protocol order",
        ],
    ),
    "rotation leaves partners in protocol order": (
        *(ROTATION, "en"),
        states("RS", "AL", "SI"),
        [
            "SI: member states",
            "AL: candidates and partners; number 31 in protocol order",
            "RS: candidates and partners; number 36 in protocol order",
        ],
    ),
    # Seniority
    "by seniority, whatever the state": (
        *(SENIORITY, "en"),
        [darmanin(), hojs(), johansson()],
        [
            "EU-COM: in office since 1 December 2019",
            "SI: in office since 13 March 2020",
            "FR: in office since 6 July 2020",
        ],
    ),
    # Places by hand
    "a place set by hand": (
        *(PROTOCOL, "en"),
        [who("BE"), who("SE"), who("US", place=1, place_reason="Guest of honour.")],
        [
            "US: place 1 set by hand: Guest of honour.",
            "BE: member states; number 1 in protocol order",
            "SE: member states; number 27 in protocol order",
        ],
    ),
    "two set to the same place, and one behind the end": (
        *(PROTOCOL, "en"),
        [
            who("SE", place=2, place_reason="Asked for it."),
            who("DE", place=2, place_reason="Speaks next."),
            who("BE"),
            who("CZ", place=99, place_reason="Leaves early."),
            who("FR"),
        ],
        [
            "BE: number 1 in protocol order",
            "DE: place 2 set by hand: Speaks next.",
            "SE: place 2 set by hand: Asked for it.",
            "FR: number 10 in protocol order",
            "CZ: place 99 set by hand: Leaves early.",
        ],
    ),
    "the meeting at Brdo": (
        *(PROTOCOL, "en"),
        [
            who("EUROPOL"),
            darmanin(role="incoming_presidency"),
            johansson(),
            who("WB"),
            who("SI", role="host", key="host"),
            hojs(role="chair"),
            who("EEAS"),
        ],
        [
            "host: host",
            "SI: chair",
            "FR: incoming presidency",
            "WB: participant; candidates and partners",
            "EU-COM: participant; institutions; number 4 in protocol order",
            "EEAS: participant; institutions; number 8 in protocol order",
            "EUROPOL: participant; agencies",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_order_puts_each_in_place_and_says_why(name):
    scheme, language, attendees, expected = CASES[name]
    random.Random(name).shuffle(attendees)  # noqa: S311 - any order will do
    placed = order(attendees, scheme, BRDO, language)
    with_reasons = any(":" in line for line in expected)
    assert [f"{one.key}: {reason}" if with_reasons else one.key for one, reason in placed] == expected


def test_cases_are_forty_at_least():
    assert len(CASES) >= 40


def test_order_speaks_the_language_of_the_page():
    (_one, reason), *_rest = order([hojs(role="chair"), darmanin()], PROTOCOL, BRDO, "fr")
    assert reason == "présidence"


days = st.none() | st.dates(datetime.date(2019, 1, 1), datetime.date(2021, 12, 1))
attendees = st.builds(
    Attendee,
    key=st.uuids().map(str),
    role=st.sampled_from(ROLES),
    kind=st.sampled_from([STATE, *BODIES]),
    capacities=st.sampled_from([(), MEMBER, CANDIDATE, PARTNER, ("observer",)]),
    party=st.sampled_from(["Slovenia", "Češka", "Österreich", ""]),
    protocol_rank=st.none() | st.integers(1, 3),
    presidencies=st.sampled_from([(), (term(2021, 2),), (term(2020, 1), term(2034, 1))]),
    rank=st.none() | st.sampled_from(Mandate.Rank.values),
    appointed_on=days,
    name=st.sampled_from(["", "Hojs Aleš", "Čuk", "Cuk"]),
    place=st.none() | st.integers(1, 9),
)


# Drawing a list takes longer than hypothesis likes while other tests share the machine.
on_a_busy_machine = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@on_a_busy_machine
@given(
    st.lists(attendees, max_size=12, unique_by=lambda one: one.key),
    st.sampled_from(Scheme.values),
    st.sampled_from(["en", "fr", "sl", "mk"]),
    st.randoms(use_true_random=False),
)
def test_order_is_total_and_does_not_depend_on_the_order_of_the_input(listed, scheme, language, chance):
    placed = order(listed, scheme, BRDO, language)
    shuffled = listed[:]
    chance.shuffle(shuffled)
    assert order(shuffled, scheme, BRDO, language) == placed
    assert {one.key for one, _reason in placed} == {one.key for one in listed}


@on_a_busy_machine
@given(st.lists(attendees, min_size=2, max_size=9, unique_by=lambda one: one.key), st.sampled_from(Scheme.values))
def test_order_of_two_is_their_order_among_others(listed, scheme):
    listed = [one._replace(place=None) for one in listed]
    keys = [one.key for one, _reason in order(listed, scheme, BRDO, "en")]
    first, second = listed[:2]
    of_two = [one.key for one, _reason in order([first, second], scheme, BRDO, "en")]
    assert of_two == sorted([first.key, second.key], key=keys.index)


def test_order_knows_the_roles_and_kinds_of_the_record():
    assert set(ROLES) == set(Participation.Role.values)
    assert {STATE, *BODIES} == set(Party.Kind.values)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sl", ["Ciper", "Češka", "Danska", "Slovenija", "Španija"]),
        ("fr", ["Égypte", "Espagne", "Estonie", "États-Unis", "Finlande"]),
        ("mk", ["Грција", "Данска", "Ѓорче", "Естонија", "Ѕвонимир", "Италија", "Јапонија"]),
        ("sr", ["Грчка", "Данска", "Ђорђе", "Естонија", "Јапан", "Љубљана", "Холандија", "Чешка", "Џибути", "Шпанија"]),
        ("de", ["Dänemark", "Deutschland", "Österreich", "Portugal", "Zypern"]),
    ],
)
def test_names_stand_in_the_alphabet_of_the_language(language, names):
    assert sorted(reversed(names), key=lambda name: sort_key(name, language)) == names
