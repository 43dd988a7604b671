"""Days, spans of days and times, in words of the page's language. The formats are Babel's (CLDR)."""

from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_time, get_timezone_name
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


def day_in_words(day, language):
    return format_date(day, format="long", locale=locale(language))


def span_in_words(first, last, language):
    """“1–3 December 2021”; one day if both are the same."""
    if first == last:
        return day_in_words(first, language)
    return format_interval(first, last, skeleton="yMMMMd", locale=locale(language))


def time_in_words(instant, zone, language):
    """The time of day of an aware datetime in the zone named `zone`, such as “17:40”."""
    return format_time(instant, format="short", tzinfo=ZoneInfo(zone), locale=locale(language))


def zone_in_words(zone, language):
    """“Slovenia Time”, “heure : Slovénie”: the name of a zone for readers."""
    return get_timezone_name(ZoneInfo(zone), width="long", locale=locale(language), return_zone=False)
