"""The series of forums, and the topics that their agendas share."""

from events.models import ForumSeries, Topic
from forum.demo.records import enter, label

TITLE = label(
    "EU-Western Balkans Ministerial Forum on Justice and Home Affairs",
    "Forum ministériel UE-Balkans occidentaux sur la justice et les affaires intérieures",
    "Ministrski forum EU–Zahodni Balkan za pravosodje in notranje zadeve",
    "Министерски форум ЕУ–Западен Балкан за правда и внатрешни работи",
    "Министарски форум ЕУ–Западни Балкан о правосуђу и унутрашњим пословима",
)
ABOUT = label(
    "The European Union and its partners in the Western Balkans hold this forum once a year. It is meant to bring the "
    "region’s states closer together as partners and as good neighbours, and to help the Western Balkans along on "
    "their way towards European integration.",
    "L’Union européenne et ses partenaires des Balkans occidentaux tiennent ce forum une fois par an. Il doit "
    "rapprocher les États de la région, en partenaires et en bons voisins, et aider les Balkans occidentaux à avancer "
    "sur la voie de l’intégration européenne.",
    "Evropska unija in njene partnerice z Zahodnega Balkana ta forum pripravijo enkrat na leto. Namenjen je tesnejšemu "
    "sodelovanju in dobrim sosedskim odnosom v regiji ter podpori Zahodnemu Balkanu na poti evropskega povezovanja.",
    "Европската Унија и нејзините партнери од Западен Балкан го одржуваат овој форум еднаш годишно. Тој треба да ги "
    "зближи државите од регионот како партнери и добри соседи и да му помогне на Западен Балкан на патот кон "
    "европската интеграција.",
    "Европска унија и њени партнери са Западног Балкана одржавају овај форум једном годишње. Он треба да зближи државе "
    "региона као партнере и добре суседе и да помогне Западном Балкану на путу ка европској интеграцији.",
)
CONFERENCE_TITLE = label(
    "Ministerial Meeting on the Prevention and Investigation of Child Sexual Abuse",
    "Réunion ministérielle sur la prévention des abus sexuels sur enfants et les enquêtes en la matière",
    "Ministrsko srečanje o preprečevanju in preiskovanju spolnih zlorab otrok",
    "Министерски состанок за спречување и истрага на сексуалната злоупотреба на деца",
    "Министарски састанак о спречавању и истрази сексуалног злостављања деце",
)

TOPICS = {
    "migration": label("Migration", "Migrations", "Migracije", "Миграции", "Миграције"),
    "asylum-and-borders": label(
        "Asylum and borders", "Asile et frontières", "Azil in meje", "Азил и граници", "Азил и границе"
    ),
    "counter-terrorism": label(
        "Counter-terrorism",
        "Lutte contre le terrorisme",
        "Boj proti terorizmu",
        "Борба против тероризам",
        "Борба против тероризма",
    ),
    "organised-crime": label(
        "Organised crime",
        "Criminalité organisée",
        "Organizirani kriminal",
        "Организиран криминал",
        "Организовани криминал",
    ),
    "trafficking-in-human-beings": label(
        "Trafficking in human beings",
        "Traite des êtres humains",
        "Trgovina z ljudmi",
        "Трговија со луѓе",
        "Трговина људима",
    ),
    "protection-of-children": label(
        "Protection of children", "Protection de l’enfance", "Zaščita otrok", "Заштита на децата", "Заштита деце"
    ),
    "rule-of-law": label("Rule of law", "État de droit", "Pravna država", "Владеење на правото", "Владавина права"),
}


def enter_series():
    """Returns the two series: the yearly forum, and the videoconference that stood alone."""
    forum, _is_new = enter(
        ForumSeries,
        "eu-western-balkans",
        known_by=["slug"],
        slug="eu-western-balkans-justice-home-affairs",
        title=TITLE,
        about=ABOUT,
    )
    conference, _is_new = enter(
        ForumSeries,
        "child-sexual-abuse",
        known_by=["slug"],
        slug="child-sexual-abuse-ministerial",
        title=CONFERENCE_TITLE,
    )
    return forum, conference


def enter_topics():
    return {slug: enter(Topic, slug, known_by=["slug"], slug=slug, name=name)[0] for slug, name in TOPICS.items()}
