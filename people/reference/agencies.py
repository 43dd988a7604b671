"""The Union's agencies for justice and home affairs and the European Public Prosecutor's Office, by their codes.

Which ones: the Justice and Home Affairs Agencies' Network. Names: the regulation that founded each, and the
Interinstitutional Style Guide, section 9.5.3 (Publications Office of the European Union, as of 2024); in Macedonian and
Serbian those which the agencies use in the region. A new name holds from the day on which its regulation applies:
(EU) 2015/2219 (CEPOL, 1 July 2016), 2021/2303 (EUAA, 19 January 2022), 2023/1322 (EUDA, 2 July 2024),
2018/1727 (Eurojust, 12 December 2019), 2016/794 (Europol, 1 May 2017), 2016/1624 (Frontex, 6 October 2016).
"""

from datetime import date, timedelta

from people.models import Party
from people.reference.entries import Entry, names


def renamed(day, old, new):
    """The names of an agency that has had another one since `day`."""
    return [names(*old, ends_on=day - timedelta(days=1)), names(*new, starts_on=day)]


NAMES = {
    "CEPOL": renamed(
        date(2016, 7, 1),
        [
            "CEPOL|European Police College (CEPOL)",
            "CEPOL|Collège européen de police (CEPOL)",
            "EPA|Europäische Polizeiakademie (EPA)",
            "CEPOL|Evropska policijska akademija (CEPOL)",
        ],
        [
            "CEPOL|European Union Agency for Law Enforcement Training (CEPOL)",
            "CEPOL|Agence de l’Union européenne pour la formation des services répressifs (CEPOL)",
            "EPA|Agentur der Europäischen Union für die Aus- und Fortbildung auf dem Gebiet der Strafverfolgung (EPA)",
            "CEPOL|Agencija Evropske unije za usposabljanje na področju preprečevanja, odkrivanja in preiskovanja "
            "kaznivih dejanj (CEPOL)",
        ],
    ),
    "EIGE": [
        names(
            "EIGE|European Institute for Gender Equality (EIGE)",
            "EIGE|Institut européen pour l’égalité entre les hommes et les femmes (EIGE)",
            "EIGE|Europäisches Institut für Gleichstellungsfragen (EIGE)",
            "EIGE|Evropski inštitut za enakost spolov (EIGE)",
        )
    ],
    "EPPO": [
        names(
            "EPPO|European Public Prosecutor’s Office (EPPO)",
            "Parquet européen",
            "EUStA|Europäische Staatsanwaltschaft (EUStA)",
            "EJT|Evropsko javno tožilstvo (EJT)",
        )
    ],
    "EU-LISA": [
        names(
            "eu-LISA|European Union Agency for the Operational Management of Large-Scale IT Systems in the Area of "
            "Freedom, Security and Justice (eu-LISA)",
            "eu-LISA|Agence de l’Union européenne pour la gestion opérationnelle des systèmes d’information à grande "
            "échelle au sein de l’espace de liberté, de sécurité et de justice (eu-LISA)",
            "eu-LISA|Agentur der Europäischen Union für das Betriebsmanagement von IT-Großsystemen im Raum der "
            "Freiheit, der Sicherheit und des Rechts (eu-LISA)",
            "eu-LISA|Agencija Evropske unije za operativno upravljanje obsežnih informacijskih sistemov s področja "
            "svobode, varnosti in pravice (eu-LISA)",
        )
    ],
    "EUAA": renamed(
        date(2022, 1, 19),
        [
            "EASO|European Asylum Support Office (EASO)",
            "EASO|Bureau européen d’appui en matière d’asile (EASO)",
            "EASO|Europäisches Unterstützungsbüro für Asylfragen (EASO)",
            "EASO|Evropski azilni podporni urad (EASO)",
            "ЕАСО|Европска канцеларија за поддршка на азилот (ЕАСО)",
            "ЕАСО|Европска канцеларија за подршку азилу (ЕАСО)",
        ],
        [
            "EUAA|European Union Agency for Asylum (EUAA)",
            "AUEA|Agence de l’Union européenne pour l’asile (AUEA)",
            "EUAA|Asylagentur der Europäischen Union (EUAA)",
            "EUAA|Agencija Evropske unije za azil (EUAA)",
            "ЕУАА|Агенција на Европската Унија за азил (ЕУАА)",
            "ЕУАА|Агенција Европске уније за азил (ЕУАА)",
        ],
    ),
    "EUDA": renamed(
        date(2024, 7, 2),
        [
            "EMCDDA|European Monitoring Centre for Drugs and Drug Addiction (EMCDDA)",
            "OEDT|Observatoire européen des drogues et des toxicomanies (OEDT)",
            "EBDD|Europäische Beobachtungsstelle für Drogen und Drogensucht (EBDD)",
            "EMCDDA|Evropski center za spremljanje drog in zasvojenosti z drogami (EMCDDA)",
        ],
        [
            "EUDA|European Union Drugs Agency (EUDA)",
            "EUDA|Agence de l’Union européenne sur les drogues (EUDA)",
            "EUDA|Drogenagentur der Europäischen Union (EUDA)",
            "EUDA|Agencija Evropske unije za droge (EUDA)",
        ],
    ),
    "EUROJUST": renamed(
        date(2019, 12, 12),
        [
            "Eurojust|European Union’s Judicial Cooperation Unit (Eurojust)",
            "Eurojust|Unité de coopération judiciaire de l’Union européenne (Eurojust)",
            "Eurojust|Einheit für justizielle Zusammenarbeit der Europäischen Union (Eurojust)",
            "Eurojust|Enota Evropske unije za pravosodno sodelovanje (Eurojust)",
            "Евројуст",
            "Евроџаст",
        ],
        [
            "Eurojust|European Union Agency for Criminal Justice Cooperation (Eurojust)",
            "Eurojust|Agence de l’Union européenne pour la coopération judiciaire en matière pénale (Eurojust)",
            "Eurojust|Agentur der Europäischen Union für justizielle Zusammenarbeit in Strafsachen (Eurojust)",
            "Eurojust|Agencija Evropske unije za pravosodno sodelovanje v kazenskih zadevah (Eurojust)",
            "Евројуст|Агенција на Европската Унија за правосудна соработка во кривичната област (Евројуст)",
            "Евроџаст|Агенција Европске уније за сарадњу у кривичном правосуђу (Евроџаст)",
        ],
    ),
    "EUROPOL": renamed(
        date(2017, 5, 1),
        [
            "Europol|European Police Office (Europol)",
            "Europol|Office européen de police (Europol)",
            "Europol|Europäisches Polizeiamt (Europol)",
            "Europol|Evropski policijski urad (Europol)",
            "Европол",
            "Европол",
        ],
        [
            "Europol|European Union Agency for Law Enforcement Cooperation (Europol)",
            "Europol|Agence de l’Union européenne pour la coopération des services répressifs (Europol)",
            "Europol|Agentur der Europäischen Union für die Zusammenarbeit auf dem Gebiet der Strafverfolgung "
            "(Europol)",
            "Europol|Agencija Evropske unije za sodelovanje na področju preprečevanja, odkrivanja in preiskovanja "
            "kaznivih dejanj (Europol)",
            "Европол|Агенција на Европската Унија за соработка во спроведувањето на законот (Европол)",
            "Европол|Агенција Европске уније за сарадњу у спровођењу закона (Европол)",
        ],
    ),
    "FRA": [
        names(
            "FRA|European Union Agency for Fundamental Rights (FRA)",
            "FRA|Agence des droits fondamentaux de l’Union européenne (FRA)",
            "FRA|Agentur der Europäischen Union für Grundrechte (FRA)",
            "FRA|Agencija Evropske unije za temeljne pravice (FRA)",
        )
    ],
    "FRONTEX": renamed(
        date(2016, 10, 6),
        [
            "Frontex|European Agency for the Management of Operational Cooperation at the External Borders of the "
            "Member States of the European Union (Frontex)",
            "Frontex|Agence européenne pour la gestion de la coopération opérationnelle aux frontières extérieures des "
            "États membres de l’Union européenne (Frontex)",
            "Frontex|Europäische Agentur für die operative Zusammenarbeit an den Außengrenzen der Mitgliedstaaten der "
            "Europäischen Union (Frontex)",
            "Frontex|Evropska agencija za upravljanje operativnega sodelovanja na zunanjih mejah držav članic Evropske "
            "unije (Frontex)",
            "Фронтекс",
            "Фронтекс",
        ],
        [
            "Frontex|European Border and Coast Guard Agency (Frontex)",
            "Frontex|Agence européenne de garde-frontières et de garde-côtes (Frontex)",
            "Frontex|Europäische Agentur für die Grenz- und Küstenwache (Frontex)",
            "Frontex|Evropska agencija za mejno in obalno stražo (Frontex)",
            "Фронтекс|Европска агенција за гранична и крајбрежна стража (Фронтекс)",
            "Фронтекс|Европска агенција за граничну и обалску стражу (Фронтекс)",
        ],
    ),
}
ENTRIES = [Entry(code, Party.Kind.AGENCY, rank, dated) for rank, (code, dated) in enumerate(NAMES.items(), start=1)]
