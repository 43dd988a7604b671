"""How templates print words: labels in the right language, marked where it is another than the page's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from people import capacities, dates, notes
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
def paragraphs(value):
    """A long label as paragraphs, marked like `label`."""
    text, language = in_language(value, get_language())
    parts = ((lang_attributes(language), part) for part in text.split("\n") if part.strip())
    return format_html_join("", "<p{}>{}</p>", parts)


@register.filter
def language_name(code):
    return dates.language_name(code)


@register.filter
def language_in_words(code):
    """The language's name in the language of the page, such as “French” or “anglais”."""
    return dates.language_in_words(code, get_language())


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
def clock_times(first, last, zone):
    """Two instants as one span, such as “14:00–17:40”; the second names its day if that is another one."""
    if not last:
        return clock_time(first, zone)
    first, last = as_instant(first), as_instant(last)
    last_day = last.astimezone(ZoneInfo(zone)).date()
    if first.astimezone(ZoneInfo(zone)).date() == last_day:
        return format_html("{}–{}", clock_time(first, zone), clock_time(last, zone))
    return format_html("{} – {}", clock_time(first, zone), moment(last, zone))


@register.simple_tag
def moment(instant, zone=None):
    """Day and time of an instant (or ISO text of one) in a zone, or else the site's, in a `time` element."""
    instant, zone = as_instant(instant), zone or settings.TIME_ZONE
    local = instant.astimezone(ZoneInfo(zone))
    return format_html(
        '<time datetime="{}">{}, {}</time>',
        local.isoformat(),
        dates.day_in_words(local.date(), get_language()),
        dates.time_in_words(instant, zone, get_language()),
    )


@register.simple_tag
def local_day(instant, zone):
    """The day of an instant in a zone, in a `time` element."""
    return day(instant.astimezone(ZoneInfo(zone)).date())


@register.filter
def zone_name(zone):
    return dates.zone_in_words(zone or settings.TIME_ZONE, get_language())


@register.filter
def length_in_words(seconds):
    """A number of seconds as hours, minutes and seconds, such as “1:02:09”."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


# Parties and their notes --------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def party_name(context, party, form="name", link=False):
    """A sealed party's name (`form`: `name` or `long`), with the mark of its note at the first mention on the page.

    With `link`, it leads to the party's page; not from a preview, for the party may not be public yet.
    """
    printed = label(party[form])
    if link and not getattr(context.get("request"), "preview", None):
        printed = format_html(
            '<a class="party-link" href="{}">{}</a>', reverse("people:party_detail", args=[party["code"]]), printed
        )
    sign = notes.mark(context["party_notes"], party, get_language()) if "party_notes" in context else ""
    return format_html("{}{}", printed, notes.anchor(party, sign, get_language())) if sign else printed


@register.simple_tag(takes_context=True)
def capacity(context, sealed):
    """A sealed capacity, such as “Minister of the Interior, acting (Slovenia)”, with the mark of its party's note."""
    standing = capacities.standing_in_words(sealed, get_language())
    return format_html("{}{} ({})", label(sealed["title"]), standing, party_name(context, sealed["of"]))


@register.filter
def capacity_in_words(sealed):
    """The same as text alone, for titles, attributes and what is copied."""
    return capacities.in_words(sealed, get_language())


@register.simple_tag
def marked_name(party):
    """A sealed party's name as text alone, with the mark of its note, for titles and attributes."""
    return notes.marked_name(party, get_language())


@register.filter
def with_notes(text):
    """A text for the head of a page or a feed, followed by the notes on the names in it that carry a mark."""
    return notes.with_notes(text, noted_now(text), get_language())


@register.tag
def noted(parser, token):
    """`{% noted %}…{% endnoted %}`: names typed with the mark of a note lead to the note, which is added to those at
    the foot. A page that shows a publication (`publication`) prints the notes that were sealed with it.
    """
    nodes = parser.parse(["endnoted"])
    parser.delete_first_token()
    return NotedNode(nodes)


class NotedNode(template.Node):
    def __init__(self, nodes):
        self.nodes = nodes

    def render(self, context):
        html, seen = self.nodes.render(context), context.get("party_notes")
        if seen is None or not notes.may_hold_marks(html):
            return html
        sealed = getattr(context.get("publication"), "content", {}).get("notes")
        parties = noted_now(html) if sealed is None else sealed
        return mark_safe(notes.link_typed_marks(html, seen, parties, get_language()))  # noqa: S308 - rendered above


def noted_now(text):
    """The parties with notes, as they are named today; none, and no query, for a text that cannot hold a mark."""
    return notes.noted_parties(timezone.localdate()) if notes.may_hold_marks(text) else []


# Addresses ----------------------------------------------------------------------------------------------------------


@register.filter
def entry(entries, key):
    """The entry of a dict under a key that the template holds in a variable."""
    return entries.get(key)


@register.simple_tag
def public_url(address):
    """The path of a publication's address in the page's language."""
    return f"/{get_language()}/{address}/"


@register.simple_tag(takes_context=True)
def path_in_language(context, code):
    """The path of this page in another of the site's languages; its home page if there is no request."""
    request = context.get("request")
    prefix = f"/{get_language()}/"
    if not request or not request.path.startswith(prefix):
        return f"/{code}/"
    query = request.META.get("QUERY_STRING")
    return f"/{code}/{request.path.removeprefix(prefix)}" + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The page's query string with some parameters changed; an empty value removes one."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def media_url(context, name):
    """The address of a file; on a page that a preview link has opened, with the secret of that link."""
    address = reverse("media", args=[name])
    token = getattr(context.get("request"), "preview_token", "")
    return f"{address}?preview={token}" if token else address


@register.filter
def file_kind(name):
    """The kind of a file, from its name: “PDF”."""
    return name.rpartition(".")[2].upper()


@register.simple_tag(takes_context=True)
def query_with_one(context, name, value):
    """The same for one parameter, whose name the template holds in a variable."""
    return query_with(context, **{name: value})


@register.simple_tag(takes_context=True)
def query_without(context, *names):
    """The page's query string without some of its parameters."""
    return query_with(context, **dict.fromkeys(names))


@register.simple_tag
def quoted(text, language):
    """A text in the quotation marks of its language."""
    opening, closing = dates.quotation_marks(language)
    return f"{opening}{text}{closing}"
