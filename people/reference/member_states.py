"""The member states of the European Union, in protocol order, with the days of their membership.

Order, long forms, and the short forms against which those of CLDR were compared: Interinstitutional Style Guide,
sections 7.1.1 and 7.1.2 and annex A5 (Publications Office of the European Union, as of 2024). The order is that of the
states' names in their own languages; the United Kingdom came last in it while it was a member. Codes are those of
ISO 3166, as CLDR has them; the Style Guide writes EL for Greece (GR) and UK for the United Kingdom (GB).

Days: the Treaty of Rome and the treaties of accession, each by its entry into force; for the United Kingdom the
Agreement on its withdrawal (OJ L 29, 31.1.2020), in force from 1 February 2020.
"""

from datetime import date

from people.reference.entries import label, state

GROUP = "eu-member-states"
GROUP_NAME = label(
    "EU Member States",
    "États membres de l’UE",
    "EU-Mitgliedstaaten",
    "države članice EU",
    "земји членки на ЕУ",
    "државе чланице ЕУ",
)

# Code, and the long form in each language; Ireland, Hungary and Romania have none.
LONG_FORMS = [
    (
        "BE",
        "Kingdom of Belgium",
        "Royaume de Belgique",
        "Königreich Belgien",
        "Kraljevina Belgija",
        "Кралство Белгија",
        "Краљевина Белгија",
    ),
    ("BG", "Republic of Bulgaria", "République de Bulgarie", "Republik Bulgarien", "Republika Bolgarija"),
    (
        "CZ",
        "Czech Republic",
        "République tchèque",
        "Tschechische Republik",
        "Češka republika",
        "Чешка Република",
        "Чешка Република",
    ),
    ("DK", "Kingdom of Denmark", "Royaume de Danemark", "Königreich Dänemark", "Kraljevina Danska"),
    (
        "DE",
        "Federal Republic of Germany",
        "République fédérale d’Allemagne",
        "Bundesrepublik Deutschland",
        "Zvezna republika Nemčija",
        "Сојузна Република Германија",
        "Савезна Република Немачка",
    ),
    ("EE", "Republic of Estonia", "République d’Estonie", "Republik Estland", "Republika Estonija"),
    ("IE",),
    ("GR", "Hellenic Republic", "République hellénique", "Hellenische Republik", "Helenska republika"),
    (
        "ES",
        "Kingdom of Spain",
        "Royaume d’Espagne",
        "Königreich Spanien",
        "Kraljevina Španija",
        "Кралство Шпанија",
        "Краљевина Шпанија",
    ),
    (
        "FR",
        "French Republic",
        "République française",
        "Französische Republik",
        "Francoska republika",
        "Француска Република",
        "Република Француска",
    ),
    (
        "HR",
        "Republic of Croatia",
        "République de Croatie",
        "Republik Kroatien",
        "Republika Hrvaška",
        "Република Хрватска",
        "Република Хрватска",
    ),
    ("IT", "Italian Republic", "République italienne", "Italienische Republik", "Italijanska republika"),
    ("CY", "Republic of Cyprus", "République de Chypre", "Republik Zypern", "Republika Ciper"),
    ("LV", "Republic of Latvia", "République de Lettonie", "Republik Lettland", "Republika Latvija"),
    ("LT", "Republic of Lithuania", "République de Lituanie", "Republik Litauen", "Republika Litva"),
    (
        "LU",
        "Grand Duchy of Luxembourg",
        "Grand-Duché de Luxembourg",
        "Großherzogtum Luxemburg",
        "Veliko vojvodstvo Luksemburg",
    ),
    ("HU",),
    ("MT", "Republic of Malta", "République de Malte", "Republik Malta", "Republika Malta"),
    (
        "NL",
        "Kingdom of the Netherlands",
        "Royaume des Pays-Bas",
        "Königreich der Niederlande",
        "Kraljevina Nizozemska",
    ),
    ("AT", "Republic of Austria", "République d’Autriche", "Republik Österreich", "Republika Avstrija"),
    ("PL", "Republic of Poland", "République de Pologne", "Republik Polen", "Republika Poljska"),
    (
        "PT",
        "Portuguese Republic",
        "République portugaise",
        "Portugiesische Republik",
        "Portugalska republika",
        "Португалска Република",
        "Португалска Република",
    ),
    ("RO",),
    (
        "SI",
        "Republic of Slovenia",
        "République de Slovénie",
        "Republik Slowenien",
        "Republika Slovenija",
        "Република Словенија",
        "Република Словенија",
    ),
    ("SK", "Slovak Republic", "République slovaque", "Slowakische Republik", "Slovaška republika"),
    (
        "FI",
        "Republic of Finland",
        "République de Finlande",
        "Republik Finnland",
        "Republika Finska",
        "Република Финска",
        "Република Финска",
    ),
    (
        "SE",
        "Kingdom of Sweden",
        "Royaume de Suède",
        "Königreich Schweden",
        "Kraljevina Švedska",
        "Кралство Шведска",
        "Краљевина Шведска",
    ),
    (
        "GB",
        "United Kingdom of Great Britain and Northern Ireland",
        "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
        "Vereinigtes Königreich Großbritannien und Nordirland",
        "Združeno kraljestvo Velika Britanija in Severna Irska",
    ),
]
ENTRIES = [state(code, rank, *long) for rank, (code, *long) in enumerate(LONG_FORMS, start=1)]

ACCESSIONS = {
    date(1958, 1, 1): "BE DE FR IT LU NL",
    date(1973, 1, 1): "DK IE GB",
    date(1981, 1, 1): "GR",
    date(1986, 1, 1): "ES PT",
    date(1995, 1, 1): "AT FI SE",
    date(2004, 5, 1): "CZ CY EE HU LT LV MT PL SI SK",
    date(2007, 1, 1): "BG RO",
    date(2013, 7, 1): "HR",
}
LAST_DAYS = {"GB": date(2020, 1, 31)}
MEMBERS = {code: (day, LAST_DAYS.get(code)) for day, codes in ACCESSIONS.items() for code in codes.split()}
