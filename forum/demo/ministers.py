"""The ministers and the offices that they held when."""

from datetime import date

from django.utils.text import slugify

from forum.demo.records import enter, label
from people.models import Mandate, Minister

HOME_AFFAIRS = label(
    "Minister of the Interior",
    "ministre de l’Intérieur",
    "minister za notranje zadeve",
    "министер за внатрешни работи",
    "министар унутрашњих послова",
)
HOME_AFFAIRS_OF_A_WOMAN = label("Minister of the Interior", "ministre de l’Intérieur", "ministrica za notranje zadeve")
JUSTICE = label("Minister of Justice", "ministre de la Justice", "minister za pravosodje")
JUSTICE_OF_A_WOMAN = label("Minister of Justice", "ministre de la Justice", "ministrica za pravosodje")

# Given name, family name, other spellings, and the mandates: key, party, title, first and last day, rank.
MINISTERS = [
    (
        "Aleš",
        "Hojs",
        "Ales Hojs\nАлеш Хојс",
        [
            ("hojs", "SI", HOME_AFFAIRS, date(2020, 3, 13), date(2022, 6, 1)),
            (
                "hojs-council",
                "EU-COUNCIL",
                label(
                    "President-in-office of the Home Affairs Council",
                    "président en exercice du Conseil «\xa0Affaires intérieures\xa0»",
                    "predsedujoči Svetu za notranje zadeve",
                    "претседавач на Советот за внатрешни работи",
                    "председавајући Савета за унутрашње послове",
                ),
                date(2021, 7, 1),
                date(2021, 12, 31),
                Mandate.Rank.CHAIR,
            ),
        ],
    ),
    (
        "Marjan",
        "Dikaučič",
        "Marjan Dikaucic\nМарјан Дикаучич",
        [("dikaucic", "SI", JUSTICE, date(2021, 6, 15), date(2022, 6, 1))],
    ),
    (
        "Gérald",
        "Darmanin",
        "Gerald Darmanin\nЖералд Дарманен",
        [
            ("darmanin", "FR", HOME_AFFAIRS, date(2020, 7, 6), date(2022, 7, 3)),
            (
                "darmanin-overseas",
                "FR",
                label(
                    "Minister of the Interior and Overseas",
                    "ministre de l’Intérieur et des Outre-mer",
                    "minister za notranje zadeve in čezmorska ozemlja",
                ),
                date(2022, 7, 4),
                date(2024, 9, 21),
            ),
        ],
    ),
    (
        "Ylva",
        "Johansson",
        "Илва Јохансон",
        [
            (
                "johansson",
                "EU-COM",
                label(
                    "European Commissioner for Home Affairs",
                    "commissaire européenne aux affaires intérieures",
                    "evropska komisarka za notranje zadeve",
                    "европска комесарка за внатрешни работи",
                    "европска комесарка за унутрашње послове",
                ),
                date(2019, 12, 1),
                date(2024, 11, 30),
            )
        ],
    ),
    (
        "Didier",
        "Reynders",
        "Дидије Рејндерс",
        [
            (
                "reynders",
                "EU-COM",
                label(
                    "European Commissioner for Justice",
                    "commissaire européen à la justice",
                    "evropski komisar za pravosodje",
                ),
                date(2019, 12, 1),
                date(2024, 11, 30),
            )
        ],
    ),
    (
        "Dimitris",
        "Avramopoulos",
        "Δημήτρης Αβραμόπουλος",
        [
            (
                "avramopoulos",
                "EU-COM",
                label(
                    "European Commissioner for Migration, Home Affairs and Citizenship",
                    "commissaire européen à la migration, aux affaires intérieures et à la citoyenneté",
                    "evropski komisar za migracije, notranje zadeve in državljanstvo",
                ),
                date(2014, 11, 1),
                date(2019, 11, 30),
            )
        ],
    ),
    (
        "Věra",
        "Jourová",
        "Vera Jourova",
        [
            (
                "jourova",
                "EU-COM",
                label(
                    "European Commissioner for Justice, Consumers and Gender Equality",
                    "commissaire européenne à la justice, aux consommateurs et à l’égalité des genres",
                    "evropska komisarka za pravosodje, potrošnike in enakost spolov",
                ),
                date(2014, 11, 1),
                date(2019, 11, 30),
            )
        ],
    ),
    ("Maria", "Ohisalo", "", [("ohisalo", "FI", HOME_AFFAIRS_OF_A_WOMAN, date(2019, 6, 6), date(2021, 11, 19))]),
    (
        "Anna-Maja",
        "Henriksson",
        "",
        [("henriksson", "FI", JUSTICE_OF_A_WOMAN, date(2019, 6, 6), date(2023, 6, 20))],
    ),
    ("Vít", "Rakušan", "Vit Rakusan", [("rakusan", "CZ", HOME_AFFAIRS, date(2021, 12, 17), date(2025, 12, 15))]),
    ("Pavel", "Blažek", "Pavel Blazek", [("blazek", "CZ", JUSTICE, date(2021, 12, 17), date(2025, 6, 9))]),
]

# Offices that one person holds at a time, and the mandates of those who held them.
OFFICES = {
    "interior-minister": ["hojs", "darmanin", "darmanin-overseas", "ohisalo", "rakusan"],
    "justice-minister": ["dikaucic", "henriksson", "blazek"],
    "home-affairs-chair": ["hojs-council"],
    "home-affairs-commissioner": ["johansson", "avramopoulos"],
    "justice-commissioner": ["reynders", "jourova"],
}
OFFICE_OF = {mandate: office for office, mandates in OFFICES.items() for mandate in mandates}


def enter_ministers(parties):
    mandates = {}
    for given, family, spellings, offices in MINISTERS:
        slug = slugify(f"{given} {family}")
        minister, _is_new = enter(
            Minister,
            slug,
            known_by=["slug"],
            given_name=given,
            family_name=family,
            slug=slug,
            other_spellings=spellings,
        )
        for key, code, title, starts_on, ends_on, *rank in offices:
            mandates[key], _is_new = enter(
                Mandate,
                key,
                minister=minister,
                party=parties[code],
                title=title,
                starts_on=starts_on,
                ends_on=ends_on,
                office=OFFICE_OF[key],
                rank=rank[0] if rank else Mandate.Rank.MINISTER,
            )
    return mandates
