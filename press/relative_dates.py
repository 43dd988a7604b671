"""Words such as “yesterday” that nobody understands any more when the page lies in the archive.

A table per language, of forms as they are printed; inflected words name each form that a press page uses. Serbian
stands in both scripts. German “morgen” alone may be the morning and is left out. Other languages have no table yet:
nothing is found in them.
"""

import re
from functools import cache

DAYS_EN = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
DAYS_FR = "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
DAYS_DE = "(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
DAYS_SL = "(ponedeljek|torek|sredo|četrtek|petek|soboto|nedeljo)"
DAYS_MK = "(понеделник|вторник|среда|четврток|петок|сабота|недела)"
DAYS_SR = "(понедељак|уторак|среду|четвртак|петак|суботу|недељу)"
DAYS_SR_LATIN = "(ponedeljak|utorak|sredu|četvrtak|petak|subotu|nedelju)"

PHRASES = {
    "en": [
        "yesterday|today|tomorrow|tonight",
        f"(last|next|this) (week|weekend|month|year|{DAYS_EN})",
        "this (morning|afternoon|evening)|(yesterday|tomorrow) (morning|afternoon|evening)",
        "(a|one|two|three|a few) (days|weeks|months|years) ago|recently",
    ],
    "fr": [
        "hier|aujourd'hui|demain|avant-hier|après-demain|récemment",
        "ce (matin|soir)|cet après-midi|cette (semaine|année)|ce mois-ci",
        "(la semaine|le mois|l'année|l'an) (dernière?|passée?|prochaine?)",
        f"{DAYS_FR} (dernier|prochain)",
        "il y a (quelques|deux|trois) (jours|semaines|mois)",
    ],
    "de": [
        "gestern|heute|morgen (früh|vormittag|nachmittag|abend)|vorgestern|übermorgen|kürzlich|neulich",
        "(letzte|nächste|kommende|vergangene|diese)[nmrs]? (woche|monat|jahr|wochenende)",
        f"(letzten|nächsten|kommenden|vergangenen|diesen) {DAYS_DE}",
        "vor (einigen|zwei|drei|wenigen) (tagen|wochen|monaten)",
    ],
    "sl": [
        "včeraj|danes|jutri|nocoj|sinoči|predvčerajšnjim|pojutrišnjim|pred kratkim|nedavno",
        "(prejšnji|naslednji|prihodnji|ta) (teden|mesec)|(prejšnje|naslednje|prihodnje) leto|lani|letos",
        f"(prejšnji|naslednji|prihodnji|prejšnjo|naslednjo|prihodnjo) {DAYS_SL}",
    ],
    "mk": [
        "вчера|денес|утре|вечерва|завчера|задутре|неодамна",
        "(минатата|следната|идната|оваа) (недела|година)|(минатиот|следниот|идниот|овој) месец|лани|годинава",
        f"(минатиот|следниот|идниот|минатата|следната|идната) {DAYS_MK}",
    ],
    "sr": [
        "јуче|данас|сутра|вечерас|синоћ|прекјуче|прекосутра|недавно",
        "(прошле|следеће|идуће|ове) (недеље|године|седмице)|(прошлог|следећег|идућег|овог) месеца|лане",
        f"(прошли|следећи|идући|прошле|следеће|идуће|прошлу|следећу) {DAYS_SR}",
        "juče|danas|sutra|večeras|sinoć|prekjuče|prekosutra|nedavno",
        "(prošle|sledeće|iduće|ove) (nedelje|godine|sedmice)|(prošlog|sledećeg|idućeg|ovog) meseca",
        f"(prošli|sledeći|idući|prošle|sledeće|iduće|prošlu|sledeću) {DAYS_SR_LATIN}",
    ],
}


@cache
def pattern(language):
    phrases = "|".join(PHRASES[language]).replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


def relative_dates(text, language):
    """Pairs of start and end of each relative date in the text."""
    return [found.span() for found in pattern(language).finditer(text)] if language in PHRASES else []
