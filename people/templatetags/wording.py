"""How templates print words: labels in the right language, marked where it is another than the page's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from people import dates
from people.labels import in_language

register = template.Library()


def as_date(value):
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_instant(value):
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@register.simple_tag
def lang_attributes(language):
    """` lang="sl"` (and `dir` if it differs) for an element whose text is not in the page's language; else nothing."""
    if not language or language == get_language():
        return ""
    if dates.direction(language) == dates.direction(get_language()):
        return format_html(' lang="{}"', language)
    return format_html(' lang="{}" dir="{}"', language, dates.direction(language))


@register.filter
def label(value):
    """A label in the page's language, in a `span lang` if only another language has it."""
    text, language = in_language(value, get_language())
    if not language or language == get_language():
        return text
    return format_html("<span{}>{}</span>", lang_attributes(language), text)


@register.filter
def plain_label(value):
    """A label as text alone, for titles and attributes, where no element can stand."""
    return in_language(value, get_language()).text


@register.filter
def language_name(code):
    return dates.language_name(code)


@register.filter
def text_direction(code):
    return dates.direction(code)


@register.filter
def day(value):
    """A date (or ISO text of one) in a `time` element."""
    value = as_date(value)
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), dates.day_in_words(value, get_language()))


@register.filter
def plain_day(value):
    value = as_date(value)
    return dates.day_in_words(value, get_language()) if value else ""


@register.simple_tag
def span_of_days(first, last):
    """Two dates (or ISO texts of them) as one span, such as “1–3 December 2021”."""
    first, last = as_date(first), as_date(last)
    words = dates.span_in_words(first, last, get_language())
    if first == last:
        return format_html('<time datetime="{}">{}</time>', first.isoformat(), words)
    return words


@register.simple_tag
def clock_time(instant, zone):
    """The time of day of an instant (or ISO text of one) in a zone, in a `time` element."""
    instant = as_instant(instant)
    return format_html(
        '<time datetime="{}">{}</time>',
        instant.astimezone(ZoneInfo(zone)).isoformat(),
        dates.time_in_words(instant, zone, get_language()),
    )


@register.simple_tag
def moment(instant, zone):
    """Day and time of an instant (or ISO text of one) in a zone, in a `time` element."""
    instant = as_instant(instant)
    local = instant.astimezone(ZoneInfo(zone))
    return format_html(
        '<time datetime="{}">{}, {}</time>',
        local.isoformat(),
        dates.day_in_words(local.date(), get_language()),
        dates.time_in_words(instant, zone, get_language()),
    )


@register.filter
def zone_name(zone):
    return dates.zone_in_words(zone, get_language())


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The page's query string with some parameters changed; an empty value removes one."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}" if query else "?"
