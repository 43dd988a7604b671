"""The Western Balkan partners of the European Union, with the days on which they were partners and their names.

Partners: Declaration of the EU–Western Balkans summit (Thessaloniki, 21 June 2003); Montenegro from its declaration of
independence (3 June 2006); Croatia until the day before its accession (1 July 2013). Ranks follow the member states
and are our own: the alphabet of the names in English, as the Council lists the partners.

North Macedonia: the name changed by the Prespa Agreement, in force on 12 February 2019. The European Union has used it
since 14 February 2019, and so do we. Before that day, the provisional name of United Nations Security Council
resolution 817 (1993); nothing is recorded for it in Macedonian and Serbian.

Kosovo: the English note is the one that the Council prints, for example in Decision (CFSP) 2015/485 (OJ L 77,
21.3.2015). The French, German and Slovenian notes follow the same footnote but were not compared with the Official
Journal word for word; check them before printing.

Long forms: Interinstitutional Style Guide, annex A5 (Publications Office of the European Union, as of 2024). Bosnia and
Herzegovina, Kosovo and Montenegro have none.
"""

from datetime import date, timedelta

from people.reference.entries import label, names, state

GROUP = "western-balkans"
GROUP_NAME = label(
    "Western Balkan partners",
    "partenaires des Balkans occidentaux",
    "Westbalkan-Partner",
    "partnerice Zahodnega Balkana",
    "партнери од Западен Балкан",
    "партнери са Западног Балкана",
)
NORTH_MACEDONIA_SINCE = date(2019, 2, 14)

ENTRIES = [
    state(
        "AL",
        31,
        "Republic of Albania",
        "République d’Albanie",
        "Republik Albanien",
        "Republika Albanija",
        "Република Албанија",
        "Република Албанија",
    ),
    # CLDR writes “&” in English.
    state("BA", 32, exceptions={"en": "Bosnia and Herzegovina"}),
    state("XK", 33),
    state("ME", 34),
    state(
        "MK",
        35,
        "Republic of North Macedonia",
        "République de Macédoine du Nord",
        "Republik Nordmazedonien",
        "Republika Severna Makedonija",
        "Република Северна Македонија",
        "Република Северна Македонија",
        starts_on=NORTH_MACEDONIA_SINCE,
        former=[
            names(
                "the former Yugoslav Republic of Macedonia",
                "l’ancienne République yougoslave de Macédoine",
                "die ehemalige jugoslawische Republik Mazedonien",
                "nekdanja jugoslovanska republika Makedonija",
                ends_on=NORTH_MACEDONIA_SINCE - timedelta(days=1),
            )
        ],
    ),
    state(
        "RS",
        36,
        "Republic of Serbia",
        "République de Serbie",
        "Republik Serbien",
        "Republika Srbija",
        "Република Србија",
        "Република Србија",
    ),
]
# First and last day, empty where a partner was one from the beginning or still is.
PARTNERS = {
    "AL": (None, None),
    "BA": (None, None),
    "HR": (None, date(2013, 6, 30)),
    "ME": (date(2006, 6, 3), None),
    "MK": (None, None),
    "RS": (None, None),
    "XK": (None, None),
}
NOTES = {
    "XK": label(
        "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ "
        "Opinion on the Kosovo declaration of independence.",
        "Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244/1999 du "
        "Conseil de sécurité des Nations unies ainsi qu’à l’avis de la CIJ sur la déclaration d’indépendance du "
        "Kosovo.",
        "Diese Bezeichnung berührt nicht die Standpunkte zum Status und steht im Einklang mit der Resolution 1244/1999 "
        "des VN-Sicherheitsrates und dem Gutachten des Internationalen Gerichtshofs zur Unabhängigkeitserklärung des "
        "Kosovos.",
        "To poimenovanje ne posega v stališča glede statusa ter je v skladu z RVSZN 1244/1999 in mnenjem Meddržavnega "
        "sodišča o razglasitvi neodvisnosti Kosova.",
    )
}
