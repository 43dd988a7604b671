"""Days, spans of days and times, in words of the page's language. The formats are Babel's (CLDR)."""

import re
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_name
from django.conf import settings

# Europe writes the day first; CLDR's plain "en" is American.
BABEL_NAMES = {"en": "en_GB", "sr": "sr_Cyrl"}


def locale(language):
    """Babel's locale for a language code of ours; English for a language that CLDR does not know."""
    try:
        return Locale.parse(BABEL_NAMES.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def direction(language):
    """`ltr` or `rtl`."""
    return locale(language).text_direction


def language_name(code):
    """The language's own name, such as “français”."""
    return dict(settings.CONTENT_LANGUAGES).get(code) or locale(code).display_name


def language_in_words(code, language):
    """The name of the language `code` in the words of `language`, such as “anglais”."""
    return locale(code).get_language_name(locale(language).language) or code


def day_in_words(day, language):
    return date_in_words(day, locale(language).date_formats["long"].pattern, locale(language))


def span_in_words(first, last, language):
    """“1–3 December 2021”; one day if both are the same."""
    if first == last:
        return day_in_words(first, language)
    known = locale(language)
    largest = next(part for part, differs in differences(first, last) if differs)
    patterns = known.interval_formats["yMMMd"][largest]
    # CLDR has intervals with short months only; we write them out, and days without a leading zero.
    return "".join(
        date_in_words(day, pattern.replace("MMM", "MMMM").replace("dd", "d"), known)
        for day, pattern in zip((first, last), patterns, strict=True)
    )


def differences(first, last):
    """CLDR's letter for the year, the month and the day, each with whether it differs."""
    return ("y", first.year != last.year), ("M", first.month != last.month), ("d", first.day != last.day)


def date_in_words(day, pattern, known):
    words = format_date(day, pattern, locale=known)
    return re.sub(r"^1\b", "1er", words) if known.language == "fr" else words


def time_in_words(instant, zone, language):
    """The time of day of an aware datetime in the zone named `zone`, such as “17:40”."""
    return format_time(instant, format="short", tzinfo=ZoneInfo(zone), locale=locale(language))


def zone_in_words(zone, language):
    """“Slovenia Time”, “heure : Slovénie”: the name of a zone for readers."""
    return get_timezone_name(ZoneInfo(zone), width="long", locale=locale(language), return_zone=False)


QUOTATION_MARKS = {
    "fr": "«\u202f \u202f»",
    "sl": "» «",
    "hr": "„ ”",
    "bs": "„ ”",
    "sr": "„ ”",
    "mk": "„ “",
    "bg": "„ “",
    "cs": "„ “",
    "de": "„ “",
    "sk": "„ “",
    "pl": "„ ”",
    "ro": "„ ”",
    "hu": "„ ”",
    "it": "« »",
    "es": "« »",
    "pt": "« »",
    "el": "« »",
    "ar": "« »",
    "sq": "« »",
    "uk": "« »",
}


def quotation_marks(language):
    """The opening and the closing mark of a quotation in a language; those of English where we know no others."""
    return QUOTATION_MARKS.get(language.split("-")[0], "“ ”").split(" ")
