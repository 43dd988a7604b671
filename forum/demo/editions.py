"""Two further editions in outline: Skopje in 2019 and Tirana in 2022, with what public reports of those days name."""

from datetime import date

from events.models import AgendaItem, Agreement, Forum, Session
from forum.demo.brdo import HOME_AFFAIRS_TITLE, JUSTICE_TITLE
from forum.demo.pages import enter_page
from forum.demo.participations import REPRESENTATIVES, Role, enter_participations
from forum.demo.records import enter, label
from forum.demo.series import TITLE

SKOPJE = label("Skopje", "Skopje", "Skopje", "Скопје", "Скопље")
TIRANA = label("Tirana", "Tirana", "Tirana", "Тирана", "Тирана")


# Skopje, 2019 -------------------------------------------------------------------------------------------------------


def enter_skopje(series, parties, mandates, topics):
    forum, is_new = enter(
        Forum,
        "2019-skopje",
        known_by=["series", "slug"],
        series=series,
        slug="2019-skopje",
        edition="2019",
        title=TITLE,
        status=Forum.Status.HELD,
        starts_on=date(2019, 11, 18),
        ends_on=date(2019, 11, 19),
        time_zone="Europe/Skopje",
        city=SKOPJE,
        country=parties["MK"],
    )
    if is_new:
        enter_participations(forum, "2019-skopje", [("host", {"party": parties["MK"], "role": Role.HOST})])
        enter_session(
            forum,
            "justice",
            JUSTICE_TITLE,
            date(2019, 11, 18),
            label(
                "Reform of the judiciary, the fight against corruption and organised crime, and fundamental rights.",
                "La réforme du système judiciaire, la lutte contre la corruption et la criminalité organisée, et les "
                "droits fondamentaux.",
                "Reforma sodstva, boj proti korupciji in organiziranemu kriminalu ter temeljne pravice.",
            ),
            [
                ("chair", {"mandate": mandates["henriksson"], "role": Role.CHAIR}),
                ("jourova", {"mandate": mandates["jourova"]}),
            ],
            topics,
            ["rule-of-law"],
        )
        enter_session(
            forum,
            "home-affairs",
            HOME_AFFAIRS_TITLE,
            date(2019, 11, 19),
            label(
                "The migration route through the Western Balkans, border control, terrorism, organised crime and "
                "migrant smuggling.",
                "La route migratoire des Balkans occidentaux, le contrôle aux frontières, le terrorisme, la "
                "criminalité organisée et le trafic de migrants.",
                "Migracijska pot prek Zahodnega Balkana, nadzor meja, terorizem, organizirani kriminal in "
                "tihotapljenje migrantov.",
            ),
            [
                ("chair", {"mandate": mandates["ohisalo"], "role": Role.CHAIR}),
                ("avramopoulos", {"mandate": mandates["avramopoulos"]}),
            ],
            topics,
            ["migration", "asylum-and-borders", "counter-terrorism", "organised-crime"],
        )
    return forum


SKOPJE_TEXTS = {
    "en": (
        "Two days in Skopje, from the courts to the borders",
        "Justice ministers met in Skopje on 18 November 2019, home affairs ministers the day after. Finland, which "
        "presides over the Council of the European Union, chaired both meetings.",
        "<p>On the first day, Anna-Maja Henriksson, Minister of Justice of Finland, chaired a meeting about the "
        "reform of the judiciary, the fight against corruption and organised crime, and fundamental rights. "
        "Commissioner Věra Jourová took part for the European Commission.</p><p>The second day belonged to home "
        "affairs. Under the chair of Maria Ohisalo, Minister of the Interior of Finland, and with Commissioner "
        "Dimitris Avramopoulos, the talks were about the migration route through the Western Balkans, border control, "
        "terrorism, organised crime and the smuggling of migrants.</p>",
    ),
    "fr": (
        "Deux jours à Skopje, des tribunaux aux frontières",
        "Les ministres de la Justice se sont réunis à Skopje le 18 novembre 2019, les ministres de l’Intérieur le "
        "lendemain. La Finlande, qui préside le Conseil de l’Union européenne, a dirigé les deux réunions.",
        "<p>Le premier jour, Anna-Maja Henriksson, ministre finlandaise de la Justice, a présidé une réunion sur la "
        "réforme du système judiciaire, la lutte contre la corruption et la criminalité organisée, et les droits "
        "fondamentaux. La commissaire Věra Jourová y représentait la Commission européenne.</p><p>Le second jour "
        "était celui des affaires intérieures. Sous la présidence de Maria Ohisalo, ministre finlandaise de "
        "l’Intérieur, et avec le commissaire Dimitris Avramopoulos, il a été question de la route migratoire des "
        "Balkans occidentaux, du contrôle aux frontières, du terrorisme, de la criminalité organisée et du trafic de "
        "migrants.</p>",
    ),
}


def enter_skopje_page(forum, topics):
    slugs = ["rule-of-law", "migration", "asylum-and-borders", "counter-terrorism", "organised-crime"]
    return enter_report(
        "2019-skopje", forum, "two-days-in-skopje-from-the-courts-to-the-borders", SKOPJE, SKOPJE_TEXTS, topics, slugs
    )


# Tirana, 2022 -------------------------------------------------------------------------------------------------------


def enter_tirana(series, parties, mandates, topics):
    forum, is_new = enter(
        Forum,
        "2022-tirana",
        known_by=["series", "slug"],
        series=series,
        slug="2022-tirana",
        edition="2022",
        title=TITLE,
        status=Forum.Status.HELD,
        starts_on=date(2022, 11, 3),
        ends_on=date(2022, 11, 4),
        time_zone="Europe/Tirane",
        city=TIRANA,
        country=parties["AL"],
    )
    if is_new:
        enter_participations(
            forum,
            "2022-tirana",
            [
                ("host", {"party": parties["AL"], "role": Role.HOST}),
                *(
                    (code, {"party": parties[code], "office": REPRESENTATIVES, "role": Role.INCOMING_PRESIDENCY})
                    for code in ("SE", "ES")
                ),
            ],
        )
        enter_session(
            forum,
            "home-affairs",
            HOME_AFFAIRS_TITLE,
            date(2022, 11, 3),
            label(
                "What Russia’s war against Ukraine means for security, trafficking in human beings, radicalisation "
                "and disinformation, critical infrastructure, and migration, asylum and borders. A regional "
                "partnership against the smuggling of migrants was launched.",
                "Les conséquences de la guerre de la Russie contre l’Ukraine pour la sécurité, la traite des êtres "
                "humains, la radicalisation et la désinformation, les infrastructures critiques, ainsi que les "
                "migrations, l’asile et les frontières. Un partenariat régional contre le trafic de migrants a été "
                "lancé.",
                "Posledice vojne Rusije proti Ukrajini za varnost, trgovina z ljudmi, radikalizacija in "
                "dezinformacije, kritična infrastruktura ter migracije, azil in meje. Začelo se je regionalno "
                "partnerstvo proti tihotapljenju migrantov.",
            ),
            [
                ("chair", {"mandate": mandates["rakusan"], "role": Role.CHAIR}),
                ("johansson", {"mandate": mandates["johansson"]}),
            ],
            topics,
            ["trafficking-in-human-beings", "migration", "asylum-and-borders"],
        )
        enter_partnership(forum, topics)
        enter_session(
            forum,
            "justice",
            JUSTICE_TITLE,
            date(2022, 11, 4),
            label(
                "The rule of law, the independence of the judiciary, and the fight against corruption and organised "
                "crime.",
                "L’État de droit, l’indépendance de la justice et la lutte contre la corruption et la criminalité "
                "organisée.",
                "Pravna država, neodvisnost sodstva ter boj proti korupciji in organiziranemu kriminalu.",
            ),
            [
                ("chair", {"mandate": mandates["blazek"], "role": Role.CHAIR}),
                ("reynders", {"mandate": mandates["reynders"]}),
            ],
            topics,
            ["rule-of-law"],
        )
    return forum


def enter_partnership(forum, topics):
    partnership, _is_new = enter(
        Agreement,
        "2022-tirana/partnership",
        forum=forum,
        session=forum.sessions.get(slug="home-affairs"),
        kind=Agreement.Kind.AGREEMENT,
        status=Agreement.Status.LAUNCHED,
        title=label(
            "Regional Anti-Smuggling Operational Partnership",
            "Partenariat opérationnel régional contre le trafic de migrants",
            "Regionalno operativno partnerstvo proti tihotapljenju migrantov",
        ),
    )
    partnership.topics.set([topics["migration"]])


TIRANA_TEXTS = {
    "en": (
        "Tirana forum launches a partnership against the smuggling of migrants",
        "The forum met in Tirana on 3 and 4 November 2022, in a year marked by Russia’s war against Ukraine. Czechia "
        "presides over the Council of the European Union; Sweden and Spain, which follow, were at the table too.",
        "<p>Home affairs came first. The talks were about what the war in Ukraine means for the security of Europe, "
        "about trafficking in human beings, radicalisation and disinformation, about the protection of critical "
        "infrastructure, and about migration, asylum and borders. A regional operational partnership against the "
        "smuggling of migrants was launched.</p><p>The meeting on justice dealt with the rule of law, the "
        "independence of the judiciary, and the fight against corruption and organised crime.</p>",
    ),
    "sl": (
        "Forum v Tirani z novim partnerstvom proti tihotapljenju migrantov",
        "Forum je potekal v Tirani 3. in 4. novembra 2022, v letu, ki ga je zaznamovala vojna Rusije proti Ukrajini. "
        "Svetu Evropske unije predseduje Češka; za mizo sta bili tudi Švedska in Španija, ki ji sledita.",
        "<p>Najprej so bile na vrsti notranje zadeve: kaj pomeni vojna v Ukrajini za varnost Evrope, trgovina z "
        "ljudmi, radikalizacija in dezinformacije, varovanje kritične infrastrukture ter migracije, azil in meje. "
        "Začelo se je regionalno operativno partnerstvo proti tihotapljenju migrantov.</p><p>Zasedanje o pravosodju "
        "se je posvetilo pravni državi, neodvisnosti sodstva ter boju proti korupciji in organiziranemu kriminalu.</p>",
    ),
}


def enter_tirana_page(forum, topics):
    slugs = ["migration", "asylum-and-borders", "trafficking-in-human-beings", "organised-crime", "rule-of-law"]
    return enter_report(
        "2022-tirana",
        forum,
        "tirana-forum-launches-a-partnership-against-the-smuggling-of-migrants",
        TIRANA,
        TIRANA_TEXTS,
        topics,
        slugs,
    )


# Both ---------------------------------------------------------------------------------------------------------------


def enter_session(forum, slug, title, day, description, participations, topics, subjects):
    """The agenda as printed is not known; each of the `subjects`, slugs of topics, is an item named after its topic."""
    key = f"{forum.slug}/{slug}"
    session, _is_new = enter(
        Session, key, forum=forum, slug=slug, title=title, day=day, description=description, position=day.day
    )
    enter_participations(forum, key, participations, session=session)
    for position, subject in enumerate(subjects, start=1):
        item, _is_new = enter(
            AgendaItem,
            f"{key}/{subject}",
            forum=forum,
            session=session,
            position=position,
            title=topics[subject].name,
            outcome=AgendaItem.Outcome.DISCUSSED,
        )
        item.topics.set([topics[subject]])


def enter_report(key, forum, slug, place, texts, topics, slugs):
    page, is_new = enter_page(key, forum, slug, forum.ends_on, place, texts)
    if is_new:
        page.sessions.set(forum.sessions.all())
        page.topics.set([topics[slug] for slug in slugs])
    return page
