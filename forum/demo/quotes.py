"""What Aleš Hojs said at Brdo: his words as his ministry printed them, and our translations.

The words stand without the quotation marks and without the comma that belongs to the sentence around them.
"""

# A key, the agenda item (none: the meeting as a whole), and the texts.
QUOTES = {
    "common-challenges": (
        None,
        {
            "en": "It is therefore important that we include the Western Balkans within the joint management of our "
            "common challenges: migration management, asylum and borders, fight against terrorism, extremism and "
            "radicalisation and fight against organised crime.",
            "fr": "Il importe donc que nous associions les Balkans occidentaux à la gestion conjointe de nos défis "
            "communs\xa0: gestion des migrations, asile et frontières, lutte contre le terrorisme, l’extrémisme et la "
            "radicalisation, et lutte contre la criminalité organisée.",
            "sl": "Zato je pomembno, da Zahodni Balkan vključimo v skupno obvladovanje naših skupnih izzivov: "
            "upravljanje migracij, azil in meje, boj proti terorizmu, ekstremizmu in radikalizaciji ter boj proti "
            "organiziranemu kriminalu.",
            "mk": "Затоа е важно да го вклучиме Западен Балкан во заедничкото справување со нашите заеднички "
            "предизвици: управување со миграциите, азил и граници, борба против тероризмот, екстремизмот и "
            "радикализацијата и борба против организираниот криминал.",
            "sr": "Зато је важно да Западни Балкан укључимо у заједничко савладавање наших заједничких изазова: "
            "управљање миграцијама, азил и границе, борба против тероризма, екстремизма и радикализације и борба "
            "против организованог криминала.",
        },
    ),
    "registration": (
        "migration",
        {
            "en": "We shall continue to work on the development of identification and registration systems on "
            "irregular migrants in the region",
            "fr": "Nous continuerons à travailler au développement de systèmes d’identification et d’enregistrement "
            "des migrants en situation irrégulière dans la région",
            "sl": "Še naprej si bomo prizadevali za razvoj sistemov za identifikacijo in registracijo nezakonitih "
            "migrantov v regiji",
            "mk": "Ќе продолжиме да работиме на развојот на системи за идентификација и регистрација на нерегуларните "
            "мигранти во регионот",
            "sr": "Наставићемо да радимо на развоју система за идентификацију и регистрацију нерегуларних миграната у "
            "региону",
        },
    ),
    "returns": (
        "migration",
        {
            "en": "We need closer regional cooperation on returns",
            "fr": "Nous avons besoin d’une coopération régionale plus étroite en matière de retours",
            "sl": "Potrebujemo tesnejše regionalno sodelovanje pri vračanju",
            "mk": "Ни треба потесна регионална соработка во враќањето",
            "sr": "Потребна нам је тешња регионална сарадња у области враћања",
        },
    ),
    "joint-statement": (
        None,
        {
            "en": "Our joint statement highlights the need for preventive action and awareness-raising and shows the "
            "wide consensus for the development of appropriate tools to detect and investigate sexual child abuse, "
            "the most serious of crimes due to the wide-ranging and life-long consequences for its victims.",
            "fr": "Notre déclaration commune souligne la nécessité d’agir de manière préventive et de sensibiliser, "
            "et témoigne d’un large consensus en faveur de la mise au point d’outils adaptés pour détecter les abus "
            "sexuels sur enfants et enquêter à leur sujet, le plus grave des crimes en raison des conséquences "
            "étendues et durables, à vie, pour ses victimes.",
            "sl": "Naša skupna izjava poudarja potrebo po preventivnem delovanju in ozaveščanju ter kaže široko "
            "soglasje o razvoju ustreznih orodij za odkrivanje in preiskovanje spolnih zlorab otrok, najhujšega "
            "kaznivega dejanja zaradi daljnosežnih in vseživljenjskih posledic za žrtve.",
            "mk": "Нашата заедничка изјава ја истакнува потребата од превентивно дејствување и подигнување на свеста "
            "и покажува широка согласност за развој на соодветни алатки за откривање и истрага на сексуалната "
            "злоупотреба на деца, најтешкото кривично дело поради далекусежните и доживотни последици за неговите "
            "жртви.",
            "sr": "Наша заједничка изјава истиче потребу за превентивним деловањем и подизањем свести и показује "
            "широку сагласност о развоју одговарајућих алата за откривање и истрагу сексуалног злостављања деце, "
            "најтежег кривичног дела због далекосежних и доживотних последица по жртве.",
        },
    ),
}

MARKS = {"en": "“”", "fr": ("«\xa0", "\xa0»"), "sl": "»«", "mk": "„“", "sr": "„”"}


def quoted(language):
    """The four quotes in a language, by key, in its quotation marks."""
    before, after = MARKS[language]
    return {key.replace("-", "_"): f"{before}{texts[language]}{after}" for key, (_item, texts) in QUOTES.items()}
