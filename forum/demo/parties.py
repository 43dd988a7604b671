"""The parties with their dated names, the groups that they belong to, and the presidencies of the Council."""

from datetime import date, timedelta

from forum.demo.records import enter, label, uid_of
from people.models import Group, GroupMembership, Party, PartyName, PartyNote, PresidencyTerm

LANGUAGES = "en", "fr", "sl", "mk", "sr"

# Code, place in protocol order (the states' names in their own languages; then the partners), and in each language
# the short form and the long one where it differs.
STATES = [
    (
        "BE",
        1,
        "Belgium|Kingdom of Belgium",
        "Belgique|Royaume de Belgique",
        "Belgija|Kraljevina Belgija",
        "Белгија|Кралство Белгија",
        "Белгија|Краљевина Белгија",
    ),
    (
        "CZ",
        3,
        "Czechia|Czech Republic",
        "Tchéquie|République tchèque",
        "Češka|Češka republika",
        "Чешка|Чешка Република",
        "Чешка|Чешка Република",
    ),
    (
        "DE",
        5,
        "Germany|Federal Republic of Germany",
        "Allemagne|République fédérale d’Allemagne",
        "Nemčija|Zvezna republika Nemčija",
        "Германија|Сојузна Република Германија",
        "Немачка|Савезна Република Немачка",
    ),
    (
        "ES",
        9,
        "Spain|Kingdom of Spain",
        "Espagne|Royaume d’Espagne",
        "Španija|Kraljevina Španija",
        "Шпанија|Кралство Шпанија",
        "Шпанија|Краљевина Шпанија",
    ),
    (
        "FR",
        10,
        "France|French Republic",
        "France|République française",
        "Francija|Francoska republika",
        "Франција|Француска Република",
        "Француска|Република Француска",
    ),
    (
        "HR",
        11,
        "Croatia|Republic of Croatia",
        "Croatie|République de Croatie",
        "Hrvaška|Republika Hrvaška",
        "Хрватска|Република Хрватска",
        "Хрватска|Република Хрватска",
    ),
    ("HU", 17, "Hungary", "Hongrie", "Madžarska", "Унгарија", "Мађарска"),
    (
        "PT",
        22,
        "Portugal|Portuguese Republic",
        "Portugal|République portugaise",
        "Portugalska|Portugalska republika",
        "Португалија|Португалска Република",
        "Португалија|Португалска Република",
    ),
    ("RO", 23, "Romania", "Roumanie", "Romunija", "Романија", "Румунија"),
    (
        "SI",
        24,
        "Slovenia|Republic of Slovenia",
        "Slovénie|République de Slovénie",
        "Slovenija|Republika Slovenija",
        "Словенија|Република Словенија",
        "Словенија|Република Словенија",
    ),
    (
        "FI",
        26,
        "Finland|Republic of Finland",
        "Finlande|République de Finlande",
        "Finska|Republika Finska",
        "Финска|Република Финска",
        "Финска|Република Финска",
    ),
    (
        "SE",
        27,
        "Sweden|Kingdom of Sweden",
        "Suède|Royaume de Suède",
        "Švedska|Kraljevina Švedska",
        "Шведска|Кралство Шведска",
        "Шведска|Краљевина Шведска",
    ),
    (
        "AL",
        31,
        "Albania|Republic of Albania",
        "Albanie|République d’Albanie",
        "Albanija|Republika Albanija",
        "Албанија|Република Албанија",
        "Албанија|Република Албанија",
    ),
    (
        "BA",
        32,
        "Bosnia and Herzegovina",
        "Bosnie-Herzégovine",
        "Bosna in Hercegovina",
        "Босна и Херцеговина",
        "Босна и Херцеговина",
    ),
    ("XK", 33, "Kosovo", "Kosovo", "Kosovo", "Косово", "Косово"),
    ("ME", 34, "Montenegro", "Monténégro", "Črna gora", "Црна Гора", "Црна Гора"),
    (
        "RS",
        36,
        "Serbia|Republic of Serbia",
        "Serbie|République de Serbie",
        "Srbija|Republika Srbija",
        "Србија|Република Србија",
        "Србија|Република Србија",
    ),
    (
        "US",
        None,
        "United States|United States of America",
        "États-Unis|États-Unis d’Amérique",
        "Združene države|Združene države Amerike",
        "САД|Соединети Американски Држави",
        "САД|Сједињене Америчке Државе",
    ),
]
INSTITUTIONS = [
    (
        "EU-PARL",
        41,
        "European Parliament",
        "Parlement européen",
        "Evropski parlament",
        "Европски парламент",
        "Европски парламент",
    ),
    (
        "EU-COUNCIL",
        42,
        "Council of the EU|Council of the European Union",
        "Conseil de l’UE|Conseil de l’Union européenne",
        "Svet EU|Svet Evropske unije",
        "Совет на ЕУ|Совет на Европската Унија",
        "Савет ЕУ|Савет Европске уније",
    ),
    (
        "EU-COM",
        43,
        "European Commission",
        "Commission européenne",
        "Evropska komisija",
        "Европска комисија",
        "Европска комисија",
    ),
    (
        "EEAS",
        44,
        "EEAS|European External Action Service (EEAS)",
        "SEAE|Service européen pour l’action extérieure (SEAE)",
        "ESZD|Evropska služba za zunanje delovanje (ESZD)",
        "ЕСНД|Европска служба за надворешно дејствување (ЕСНД)",
        "ЕСДП|Европска служба за спољно деловање (ЕСДП)",
    ),
]
AGENCIES = [
    (
        "EUROJUST",
        52,
        "Eurojust|European Union Agency for Criminal Justice Cooperation (Eurojust)",
        "Eurojust|Agence de l’Union européenne pour la coopération judiciaire en matière pénale (Eurojust)",
        "Eurojust|Agencija Evropske unije za pravosodno sodelovanje v kazenskih zadevah (Eurojust)",
        "Евројуст|Агенција на Европската Унија за правосудна соработка во кривичната област (Евројуст)",
        "Евроџаст|Агенција Европске уније за сарадњу у кривичном правосуђу (Евроџаст)",
    ),
    (
        "EUROPOL",
        53,
        "Europol|European Union Agency for Law Enforcement Cooperation (Europol)",
        "Europol|Agence de l’Union européenne pour la coopération des services répressifs (Europol)",
        "Europol|Agencija Evropske unije za sodelovanje na področju preprečevanja, odkrivanja in preiskovanja "
        "kaznivih dejanj (Europol)",
        "Европол|Агенција на Европската Унија за соработка во спроведувањето на законот (Европол)",
        "Европол|Агенција Европске уније за сарадњу у спровођењу закона (Европол)",
    ),
    (
        "FRONTEX",
        54,
        "Frontex|European Border and Coast Guard Agency (Frontex)",
        "Frontex|Agence européenne de garde-frontières et de garde-côtes (Frontex)",
        "Frontex|Evropska agencija za mejno in obalno stražo (Frontex)",
        "Фронтекс|Европска агенција за гранична и крајбрежна стража (Фронтекс)",
        "Фронтекс|Европска агенција за граничну и обалску стражу (Фронтекс)",
    ),
]
# Parties that changed their names: the names in the order of time, each with the day on which the next one began.
RENAMED = [
    (
        "MK",
        Party.Kind.STATE,
        35,
        date(2019, 2, 14),
        (
            "the former Yugoslav Republic of Macedonia",
            "l’ancienne République yougoslave de Macédoine",
            "nekdanja jugoslovanska republika Makedonija",
        ),
        (
            "North Macedonia|Republic of North Macedonia",
            "Macédoine du Nord|République de Macédoine du Nord",
            "Severna Makedonija|Republika Severna Makedonija",
            "Северна Македонија|Република Северна Македонија",
            "Северна Македонија|Република Северна Македонија",
        ),
    ),
    (
        "EUAA",
        Party.Kind.AGENCY,
        51,
        date(2022, 1, 19),
        (
            "EASO|European Asylum Support Office (EASO)",
            "EASO|Bureau européen d’appui en matière d’asile (EASO)",
            "EASO|Evropski azilni podporni urad (EASO)",
            "ЕАСО|Европска канцеларија за поддршка на азилот (ЕАСО)",
            "ЕАСО|Европска канцеларија за подршку азилу (ЕАСО)",
        ),
        (
            "EUAA|European Union Agency for Asylum (EUAA)",
            "AUEA|Agence de l’Union européenne pour l’asile (AUEA)",
            "EUAA|Agencija Evropske unije za azil (EUAA)",
            "ЕУАА|Агенција на Европската Унија за азил (ЕУАА)",
            "ЕУАА|Агенција Европске уније за азил (ЕУАА)",
        ),
    ),
]
KOSOVO_NOTE = label(
    en="This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 "
    "and the ICJ Opinion on the Kosovo declaration of independence.",
    fr="Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244/1999 "
    "du Conseil de sécurité des Nations unies ainsi qu’à l’avis de la CIJ sur la déclaration d’indépendance du Kosovo.",
    sl="To poimenovanje ne posega v stališča glede statusa ter je v skladu z RVSZN 1244/1999 in mnenjem "
    "Meddržavnega sodišča o razglasitvi neodvisnosti Kosova.",
)

EU_SINCE = {
    "BE": date(1958, 1, 1),
    "DE": date(1958, 1, 1),
    "FR": date(1958, 1, 1),
    "ES": date(1986, 1, 1),
    "PT": date(1986, 1, 1),
    "FI": date(1995, 1, 1),
    "SE": date(1995, 1, 1),
    "CZ": date(2004, 5, 1),
    "HU": date(2004, 5, 1),
    "SI": date(2004, 5, 1),
    "RO": date(2007, 1, 1),
    "HR": date(2013, 7, 1),
}
# The Western Balkan partners: first and last day, empty where a partner was one from the beginning or still is.
PARTNERS = {
    "AL": (None, None),
    "BA": (None, None),
    "XK": (None, None),
    "ME": (date(2006, 6, 3), None),
    "MK": (None, None),
    "RS": (None, None),
    "HR": (None, date(2013, 6, 30)),
}
PRESIDENCIES = {2019: "RO FI", 2020: "HR DE", 2021: "PT SI", 2022: "FR CZ", 2023: "SE ES", 2024: "BE HU"}


def enter_parties():
    parties = {}
    kinds = [
        (STATES, Party.Kind.STATE),
        (INSTITUTIONS, Party.Kind.INSTITUTION),
        (AGENCIES, Party.Kind.AGENCY),
    ]
    for rows, kind in kinds:
        for code, rank, *names in rows:
            parties[code] = enter_party(code, kind, rank, [(names, None, None)])
    for code, kind, rank, changed_on, old, new in RENAMED:
        spans = [(old, None, changed_on - timedelta(days=1)), (new, changed_on, None)]
        parties[code] = enter_party(code, kind, rank, spans)
    for language, text in KOSOVO_NOTE.items():
        enter(
            PartyNote,
            f"XK/{language}",
            known_by=["party", "language"],
            party=parties["XK"],
            language=language,
            text=text,
        )
    return parties


def enter_party(code, kind, rank, spans):
    party, is_new = enter(Party, code, known_by=["code"], code=code, kind=kind, protocol_rank=rank)
    if is_new:
        PartyName.objects.bulk_create(
            PartyName(
                uid=uid_of(PartyName, f"{code}/{language}/{number}"),
                party=party,
                language=language,
                short=name.partition("|")[0],
                long=name.partition("|")[2],
                starts_on=starts_on,
                ends_on=ends_on,
            )
            for number, (names, starts_on, ends_on) in enumerate(spans)
            for language, name in zip(LANGUAGES, names, strict=False)
        )
    return party


def enter_groups(parties):
    union, is_new = enter(
        Group,
        "eu-member-states",
        known_by=["code"],
        code="eu-member-states",
        name=label(
            "EU Member States",
            "États membres de l’UE",
            "države članice EU",
            "земји членки на ЕУ",
            "државе чланице ЕУ",
        ),
    )
    if is_new:
        for code, since in EU_SINCE.items():
            enter(GroupMembership, f"eu/{code}", group=union, party=parties[code], starts_on=since)
    partners, is_new = enter(
        Group,
        "western-balkans",
        known_by=["code"],
        code="western-balkans",
        name=label(
            "Western Balkan partners",
            "partenaires des Balkans occidentaux",
            "partnerice Zahodnega Balkana",
            "партнери од Западен Балкан",
            "партнери са Западног Балкана",
        ),
    )
    if is_new:
        for code, (since, until) in PARTNERS.items():
            enter(
                GroupMembership,
                f"western-balkans/{code}",
                group=partners,
                party=parties[code],
                capacity=GroupMembership.Capacity.PARTNER,
                starts_on=since,
                ends_on=until,
            )
    return {"eu-member-states": union, "western-balkans": partners}


def enter_presidencies(parties):
    for year, codes in PRESIDENCIES.items():
        first, second = codes.split()
        for code, starts_on, ends_on in [
            (first, date(year, 1, 1), date(year, 6, 30)),
            (second, date(year, 7, 1), date(year, 12, 31)),
        ]:
            enter(
                PresidencyTerm,
                starts_on.isoformat(),
                known_by=["starts_on"],
                party=parties[code],
                starts_on=starts_on,
                ends_on=ends_on,
            )
