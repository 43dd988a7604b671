"""How the reference data is entered: beside what editors have made, which stays as it is."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from people.models import Group, Party, PartyName
from people.reference.records import FIXTURE, MODELS, fixture
from tests.make import make_party

pytestmark = pytest.mark.django_db


def load(**options):
    printed = io.StringIO()
    call_command("load_reference", stdout=printed, **options)
    return printed.getvalue()


def rows():
    return {model: sorted(model.objects.values_list("uid", "changed")) for model in MODELS}


def test_fixture_holds_the_lists_byte_for_byte():
    assert FIXTURE.read_bytes() == fixture(), "The lists have changed. Run: manage.py write_reference"


def test_fixture_loads_into_an_empty_database():
    call_command("loaddata", "reference", verbosity=0)
    assert Party.objects.get(code="SI").names_on(date(2021, 12, 2))["sl"] == "Slovenija"
    assert load() == "Nothing was missing.\n"


def test_second_run_adds_nothing():
    assert "Added 2 groups of parties: eu-member-states, western-balkans." in load()
    before = rows()
    assert load() == "Nothing was missing.\n"
    assert rows() == before


def test_dry_run_says_what_is_missing_and_adds_nothing():
    make_party("SI", "Slovenia")
    before = rows()
    printed = load(dry_run=True)
    assert "Would add 52 parties: BE, " in printed
    assert rows() == before


def test_what_an_editor_entered_by_hand_is_recognised_and_stays():
    slovenia = make_party("SI", "Sunny Slovenia", protocol_rank=1)
    partners = Group.objects.create(code="western-balkans", name={"en": "The Six"})
    albania = make_party("AL", "Albania")
    mine = albania.memberships.create(group=partners, capacity="observer")
    printed = load()
    for sentence in [
        "SI: protocol rank is “1”; the reference has “24”.",
        "SI in en: short form is “Sunny Slovenia”; the reference has “Slovenia”.",
        "SI in en: long form is empty; the reference has “Republic of Slovenia”.",
        "AL in western-balkans: capacity is “observer”; the reference has “partner”.",
        "western-balkans: name in en is “The Six”; the reference has “Western Balkan partners”.",
    ]:
        assert sentence in printed.splitlines()
    assert slovenia.names_on(date(2021, 12, 2)) | {"en": "Sunny Slovenia"} == slovenia.names_on(date(2021, 12, 2))
    assert list(albania.memberships.all()) == [mine]
    assert Party.objects.filter(code="SI").count() == Group.objects.filter(code="western-balkans").count() == 1


def test_names_that_an_editor_entered_get_no_former_ones_beside_them():
    party = make_party("MK", "North Macedonia")
    printed = load()
    assert list(party.names.filter(language="en").values_list("short", flat=True)) == ["North Macedonia"]
    assert party.names.filter(language="fr").count() == 2
    assert "MK in en: there is “North Macedonia”; the reference has “the former Yugoslav" in printed


def test_party_whose_code_an_editor_changed_is_not_added_again():
    load()
    Party.objects.filter(code="GR").update(code="EL")
    assert load() == "Nothing was missing.\n"
    assert not Party.objects.filter(code="GR").exists()


def test_languages_that_editors_cannot_choose_are_left_out(settings):
    settings.CONTENT_LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    load()
    assert set(PartyName.objects.values_list("language", flat=True)) == {"en", "de"}
