"""States that took part in a forum without being a member state or a partner.

Names: Interinstitutional Style Guide, annex A5 (Publications Office of the European Union, as of 2024).
"""

from people.reference.entries import state

ENTRIES = [
    state(
        "US",
        None,
        "United States of America",
        "États-Unis d’Amérique",
        "Vereinigte Staaten von Amerika",
        "Združene države Amerike",
        "Соединети Американски Држави",
        "Сједињене Америчке Државе",
        # In Slovenian, CLDR has the long form; in Macedonian and Serbian, the press writes the abbreviation.
        exceptions={"sl": "Združene države", "mk": "САД", "sr": "САД"},
    ),
]
