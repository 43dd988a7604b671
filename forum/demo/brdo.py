"""The forum at Brdo in December 2021 and the videoconference of 12 November 2021 that it looked back on.

Every fact is on the press page of the Slovenian government named in `SOURCE_URL`, except the meeting of justice
ministers and those who took part in the videoconference, which other reports of those days name.
"""

from datetime import date

from events.models import AgendaItem, Agreement, Format, Forum, Session, Signature, Statement, StatementText, Voice
from forum.demo.participations import ATTENDED, MINISTERS, REMOTE, REPRESENTATIVES, Role, enter_participations
from forum.demo.quotes import QUOTES
from forum.demo.records import enter, label
from forum.demo.series import CONFERENCE_TITLE, TITLE

SOURCE = "Republic of Slovenia, GOV.SI, news of 2 December 2021"
SOURCE_URL = (
    "https://www.gov.si/en/news/2021-12-02-eu-and-western-balkans-ministers-of-the-interior-support-cooperation-in-"
    "management-of-the-common-migration-and-security-challenges/"
)
HOME_AFFAIRS_DAY = date(2021, 12, 2)
BRDO = label("Brdo pri Kranju", "Brdo pri Kranju", "Brdo pri Kranju", "Брдо при Крањ", "Брдо при Крању")

HOME_AFFAIRS_TITLE = label(
    "Meeting of home affairs ministers",
    "Réunion des ministres de l’Intérieur",
    "Zasedanje ministrov za notranje zadeve",
    "Состанок на министрите за внатрешни работи",
    "Састанак министара унутрашњих послова",
)
JUSTICE_TITLE = label(
    "Meeting of justice ministers",
    "Réunion des ministres de la Justice",
    "Zasedanje ministrov za pravosodje",
    "Состанок на министрите за правда",
    "Састанак министара правде",
)
AGENDA = [
    (
        "migration",
        label(
            "Migration management",
            "Gestion des migrations",
            "Upravljanje migracij",
            "Управување со миграциите",
            "Управљање миграцијама",
        ),
        ["migration"],
    ),
    (
        "asylum",
        label("Asylum and borders", "Asile et frontières", "Azil in meje", "Азил и граници", "Азил и границе"),
        ["asylum-and-borders"],
    ),
    (
        "terrorism",
        label(
            "Fight against terrorism, extremism and radicalisation",
            "Lutte contre le terrorisme, l’extrémisme et la radicalisation",
            "Boj proti terorizmu, ekstremizmu in radikalizaciji",
            "Борба против тероризмот, екстремизмот и радикализацијата",
            "Борба против тероризма, екстремизма и радикализације",
        ),
        ["counter-terrorism"],
    ),
    (
        "crime",
        label(
            "Fight against organised crime",
            "Lutte contre la criminalité organisée",
            "Boj proti organiziranemu kriminalu",
            "Борба против организираниот криминал",
            "Борба против организованог криминала",
        ),
        ["organised-crime", "trafficking-in-human-beings"],
    ),
]


# The videoconference ------------------------------------------------------------------------------------------------


def enter_conference(series, parties, groups, mandates, topics):
    conference, is_new = enter(
        Forum,
        "2021-videoconference",
        known_by=["series", "slug"],
        series=series,
        slug="2021-videoconference",
        edition="2021",
        title=CONFERENCE_TITLE,
        status=Forum.Status.HELD,
        format=Format.VIDEO,
        starts_on=date(2021, 11, 12),
        ends_on=date(2021, 11, 12),
        time_zone="Europe/Ljubljana",
    )
    if not is_new:
        return conference
    session, _is_new = enter(
        Session,
        "2021-videoconference/meeting",
        forum=conference,
        slug="meeting",
        title=label("Ministerial videoconference", "Visioconférence ministérielle", "Ministrska videokonferenca"),
        day=date(2021, 11, 12),
        description=label(
            "Interior ministers of the European Union, of the states associated with Schengen, of the Western Balkans "
            "and of the United States spoke about how the sexual abuse of children can be prevented, detected and "
            "investigated.",
            "Les ministres de l’Intérieur de l’Union européenne, des États associés à Schengen, des Balkans "
            "occidentaux et des États-Unis ont parlé des moyens de prévenir et de détecter les abus sexuels sur "
            "enfants et d’enquêter à leur sujet.",
            "Notranji ministri Evropske unije, pridruženih schengenskih držav, Zahodnega Balkana in Združenih držav so "
            "govorili o tem, kako spolne zlorabe otrok preprečevati, odkrivati in preiskovati.",
        ),
    )
    enter_participations(
        conference,
        "2021-videoconference",
        [
            ("host", {"party": parties["SI"], "role": Role.HOST, "attendance": ATTENDED}),
            ("chair", {"mandate": mandates["hojs"], "also": mandates["hojs-council"], "role": Role.CHAIR}),
            ("eu", {"group": groups["eu-member-states"], "office": MINISTERS}),
            ("western-balkans", {"group": groups["western-balkans"], "office": MINISTERS}),
            *((code, {"party": parties[code]}) for code in ("US", "EU-COM", "EU-PARL", "EUROPOL", "EUROJUST")),
        ],
        session=session,
        attendance=REMOTE,
    )
    joint_statement, _is_new = enter(
        Agreement,
        "2021-videoconference/joint-statement",
        forum=conference,
        session=session,
        kind=Agreement.Kind.JOINT_STATEMENT,
        status=Agreement.Status.ADOPTED,
        dated_on=date(2021, 11, 12),
        title=label(
            "Joint statement on the prevention and investigation of child sexual abuse",
            "Déclaration commune sur la prévention des abus sexuels sur enfants et les enquêtes en la matière",
            "Skupna izjava o preprečevanju in preiskovanju spolnih zlorab otrok",
            "Заедничка изјава за спречување и истрага на сексуалната злоупотреба на деца",
            "Заједничка изјава о спречавању и истрази сексуалног злостављања деце",
        ),
    )
    joint_statement.topics.set([topics["protection-of-children"]])
    return conference


# The forum ----------------------------------------------------------------------------------------------------------


def enter_forum(series, parties, groups, mandates, topics):
    forum, is_new = enter(
        Forum,
        "2021-brdo",
        known_by=["series", "slug"],
        series=series,
        slug="2021-brdo",
        edition="2021",
        title=TITLE,
        status=Forum.Status.HELD,
        starts_on=date(2021, 12, 1),
        ends_on=date(2021, 12, 3),
        time_zone="Europe/Ljubljana",
        venue=label(
            "Congress Centre Brdo",
            "Centre de congrès de Brdo",
            "Kongresni center Brdo",
            "Конгресен центар Брдо",
            "Конгресни центар Брдо",
        ),
        city=BRDO,
        country=parties["SI"],
    )
    if is_new:
        meeting = enter_home_affairs(forum, mandates)
        items = enter_agenda(forum, meeting, topics)
        enter_press_conference(forum)
        enter_justice(forum, parties, mandates)
        enter_signing(forum, parties, topics)
        enter_bilateral(forum, mandates)
        enter_statements(forum, meeting, items, mandates)
        enter_participations(
            forum,
            "2021-brdo",
            [
                ("host", {"party": parties["SI"], "role": Role.HOST}),
                ("western-balkans", {"group": groups["western-balkans"], "office": MINISTERS}),
                *(
                    (code, {"party": parties[code], "office": REPRESENTATIVES})
                    for code in ("EEAS", "EUAA", "EUROJUST", "EUROPOL", "FRONTEX")
                ),
                *(
                    (code, {"party": parties[code], "office": REPRESENTATIVES, "role": Role.INCOMING_PRESIDENCY})
                    for code in ("FR", "CZ")
                ),
            ],
        )
        enter_participations(
            forum,
            "2021-brdo/home-affairs",
            [
                (
                    "chair",
                    {"mandate": mandates["hojs"], "also": mandates["hojs-council"], "role": Role.CHAIR},
                ),
                ("johansson", {"mandate": mandates["johansson"]}),
                ("darmanin", {"mandate": mandates["darmanin"], "role": Role.INCOMING_PRESIDENCY}),
            ],
            session=meeting,
        )
    return forum


def enter_home_affairs(forum, mandates):
    meeting, _is_new = enter(
        Session,
        "2021-brdo/home-affairs",
        forum=forum,
        slug="home-affairs",
        title=HOME_AFFAIRS_TITLE,
        day=HOME_AFFAIRS_DAY,
        position=1,
        description=label(
            "The ministers worked through four subjects that they regard as common tasks. To close, the chair reported "
            "on what the ministerial videoconference of 12 November 2021 had concluded.",
            "Les ministres ont traité quatre sujets qu’ils considèrent comme des tâches communes. Pour conclure, le "
            "président a rendu compte des résultats de la visioconférence ministérielle du 12 novembre 2021.",
            "Ministri so obravnavali štiri teme, ki jih razumejo kot skupne naloge. Ob koncu je predsedujoči poročal o "
            "sklepih ministrske videokonference z dne 12. novembra 2021.",
        ),
        outcome=label(
            "Agreement that the Western Balkans belong to Europe and have to be part of the joint answer to migration, "
            "terrorism and organised crime.",
            "Accord sur le fait que les Balkans occidentaux font partie de l’Europe et doivent être associés à la "
            "réponse commune aux migrations, au terrorisme et à la criminalité organisée.",
            "Soglasje, da Zahodni Balkan pripada Evropi in mora biti del skupnega odgovora na migracije, terorizem in "
            "organizirani kriminal.",
        ),
    )
    return meeting


def enter_agenda(forum, meeting, topics):
    items = {}
    for position, (key, title, slugs) in enumerate(AGENDA, start=1):
        items[key], _is_new = enter(
            AgendaItem,
            f"2021-brdo/{key}",
            forum=forum,
            session=meeting,
            position=position,
            title=title,
            outcome=AgendaItem.Outcome.DISCUSSED,
        )
        items[key].topics.set([topics[slug] for slug in slugs])
    return items


def enter_press_conference(forum):
    enter(
        Session,
        "2021-brdo/press-conference",
        forum=forum,
        slug="press-conference",
        kind=Session.Kind.PRESS_CONFERENCE,
        title=label(
            "Press conference",
            "Conférence de presse",
            "Novinarska konferenca",
            "Конференција за печат",
            "Конференција за штампу",
        ),
        day=HOME_AFFAIRS_DAY,
        position=2,
    )


def enter_justice(forum, parties, mandates):
    meeting, _is_new = enter(
        Session,
        "2021-brdo/justice",
        forum=forum,
        slug="justice",
        title=JUSTICE_TITLE,
        day=date(2021, 12, 3),
        position=3,
        description=label(
            "The rule of law and judicial reforms, judicial training, and digital justice.",
            "L’État de droit et les réformes judiciaires, la formation judiciaire et la numérisation de la justice.",
            "Pravna država in reforme pravosodja, izobraževanje v pravosodju in digitalizacija pravosodja.",
        ),
    )
    enter_participations(
        forum,
        "2021-brdo/justice",
        [
            ("chair", {"mandate": mandates["dikaucic"], "role": Role.CHAIR}),
            ("reynders", {"mandate": mandates["reynders"]}),
            (
                "eurojust",
                {
                    "party": parties["EUROJUST"],
                    "office": label("Vice-President", "Vice-président", "Podpredsednik"),
                },
            ),
        ],
        session=meeting,
    )


# On the margins -----------------------------------------------------------------------------------------------------


def enter_signing(forum, parties, topics):
    """The day and the persons who signed are not known, so none are entered."""
    signing, _is_new = enter(
        Session,
        "2021-brdo/signing",
        forum=forum,
        slug="protocol-slovenia-montenegro",
        kind=Session.Kind.SIGNING,
        on_the_margins=True,
        title=label(
            "Signing of the protocol between Slovenia and Montenegro",
            "Signature du protocole entre la Slovénie et le Monténégro",
            "Podpis protokola med Slovenijo in Črno goro",
            "Потпишување на протоколот меѓу Словенија и Црна Гора",
            "Потписивање протокола између Словеније и Црне Горе",
        ),
        position=4,
        description=label(
            "The two states mean to work more closely together against trafficking in human beings and child abuse.",
            "Les deux États entendent coopérer plus étroitement contre la traite des êtres humains et la maltraitance "
            "des enfants.",
            "Državi želita tesneje sodelovati v boju proti trgovini z ljudmi in zlorabam otrok.",
            "Двете држави сакаат потесно да соработуваат против трговијата со луѓе и злоупотребата на деца.",
            "Две државе желе да тешње сарађују против трговине људима и злостављања деце.",
        ),
    )
    protocol, _is_new = enter(
        Agreement,
        "2021-brdo/protocol",
        forum=forum,
        session=signing,
        kind=Agreement.Kind.PROTOCOL,
        status=Agreement.Status.SIGNED,
        title=label(
            "Protocol on Cooperation in the fight against trafficking in human beings and child abuse",
            "Protocole de coopération dans la lutte contre la traite des êtres humains et la maltraitance des enfants",
            "Protokol o sodelovanju v boju proti trgovini z ljudmi in zlorabam otrok",
            "Протокол за соработка во борбата против трговијата со луѓе и злоупотребата на деца",
            "Протокол о сарадњи у борби против трговине људима и злостављања деце",
        ),
    )
    protocol.topics.set([topics["trafficking-in-human-beings"], topics["protection-of-children"]])
    for position, code in enumerate(["SI", "ME"]):
        enter(Signature, f"2021-brdo/protocol/{code}", agreement=protocol, party=parties[code], position=position)


def enter_bilateral(forum, mandates):
    """Held on one of the forum's days; which one is not known."""
    bilateral, _is_new = enter(
        Session,
        "2021-brdo/bilateral",
        forum=forum,
        slug="bilateral-slovenia-france",
        kind=Session.Kind.BILATERAL,
        on_the_margins=True,
        title=label(
            "Meeting of the interior ministers of Slovenia and France",
            "Entretien des ministres de l’Intérieur de la Slovénie et de la France",
            "Srečanje notranjih ministrov Slovenije in Francije",
            "Средба на министрите за внатрешни работи на Словенија и Франција",
            "Састанак министара унутрашњих послова Словеније и Француске",
        ),
        position=5,
        description=label(
            "Two subjects: what is current in the home affairs of the European Union, and where the negotiations on "
            "the files before the Council stand.",
            "Deux sujets\xa0: l’actualité des affaires intérieures de l’Union européenne et l’avancement des "
            "négociations sur les dossiers soumis au Conseil.",
            "Dve temi: aktualno dogajanje na področju notranjih zadev v Evropski uniji in stanje pogajanj o zadevah, "
            "ki jih obravnava Svet.",
            "Две теми: актуелните прашања од внатрешните работи на Европската Унија и состојбата на преговорите за "
            "предметите пред Советот.",
            "Две теме: актуелна питања унутрашњих послова Европске уније и стање преговора о предметима пред Саветом.",
        ),
    )
    enter_participations(
        forum,
        "2021-brdo/bilateral",
        [("hojs", {"mandate": mandates["hojs"], "role": Role.HOST}), ("darmanin", {"mandate": mandates["darmanin"]})],
        session=bilateral,
    )


# What was said ------------------------------------------------------------------------------------------------------


def enter_statements(forum, meeting, items, mandates):
    for key, (item, texts) in QUOTES.items():
        statement, _is_new = enter(
            Statement,
            f"2021-brdo/{key}",
            forum=forum,
            session=meeting,
            agenda_item=items[item] if item else None,
            said_on=HOME_AFFAIRS_DAY,
            source=SOURCE,
            source_url=SOURCE_URL,
        )
        voice, _is_new = enter(Voice, f"2021-brdo/{key}", statement=statement, mandate=mandates["hojs"])
        voice.also_as.set([mandates["hojs-council"]])
        for language, text in texts.items():
            enter(
                StatementText,
                f"2021-brdo/{key}/{language}",
                statement=statement,
                language=language,
                text=text,
                is_original=language == "en",
            )
