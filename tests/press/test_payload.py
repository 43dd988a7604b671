"""What a publication seals about a party: the name, the long form and the note of the day in question."""

from datetime import date

import pytest

from people.models import Party
from press import payload
from tests.make import make_party


@pytest.mark.parametrize(
    ("code", "day", "name", "long"),
    [
        (
            "MK",
            date(2019, 2, 13),
            "the former Yugoslav Republic of Macedonia",
            "the former Yugoslav Republic of Macedonia",
        ),
        ("MK", date(2019, 2, 14), "North Macedonia", "Republic of North Macedonia"),
        ("EUAA", date(2021, 12, 2), "EASO", "European Asylum Support Office (EASO)"),
        ("EUAA", date(2022, 11, 3), "EUAA", "European Union Agency for Asylum (EUAA)"),
        ("HR", date(2013, 6, 30), "Croatia", "Republic of Croatia"),
        ("GB", date(2020, 2, 1), "United Kingdom", "United Kingdom of Great Britain and Northern Ireland"),
    ],
)
def test_party_is_sealed_with_the_names_of_that_day(reference, code, day, name, long):
    sealed = payload.party(Party.objects.get(code=code), day)
    assert (sealed["code"], sealed["name"]["en"], sealed["long"]["en"]) == (code, name, long)


@pytest.mark.django_db
def test_party_is_sealed_as_it_is_printed_on_live_pages():
    party, day = make_party("XX", "Party"), date(2021, 12, 2)
    party.names.update(long="The whole party")
    party.notes.create(language="en", text="A note.")
    party.notes.create(language="sl", text="Brez opombe.", style="off")
    notes = {"en": {"style": "asterisk", "text": "A note."}}
    short = {"party": str(party.uid), "code": "XX", "name": {"en": "Party"}, "notes": notes}
    assert payload.party(party, day) == short | {"kind": "state", "long": {"en": "The whole party"}, "groups": []}
    assert payload.party(party, day) == party.as_printed(day) | {"groups": []}


def test_kosovo_is_sealed_with_its_note_in_each_language(reference):
    sealed = payload.party(Party.objects.get(code="XK"), date(2021, 12, 2))
    assert sealed["notes"].keys() == {"en", "fr", "de", "sl"}
    assert sealed["notes"]["en"] == {
        "style": "asterisk",
        "text": "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 "
        "and the ICJ Opinion on the Kosovo declaration of independence.",
    }
