"""How templates print the record: the words for sealed choices, and a statement in the language that suits the page."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from events import participants
from events.models import AgendaItem, Agreement, Format, Forum, Participation, Session, Statement
from people.differences import runs_between
from people.precedence import Scheme
from people.templatetags.wording import label, public_url

register = template.Library()
YOUTUBE = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"}


def words_for(choices):
    """A filter from a sealed value to its label; a value of another house that we do not know, as it stands."""

    def word(value):
        return choices(value).label if value in choices.values else value

    return word


register.filter("forum_status", words_for(Forum.Status))
register.filter("forum_format", words_for(Format))
register.filter("session_kind", words_for(Session.Kind))
register.filter("item_outcome", words_for(AgendaItem.Outcome))
register.filter("role", words_for(Participation.Role))
register.filter("attendance", words_for(Participation.Attendance))
register.filter("agreement_kind", words_for(Agreement.Kind))
register.filter("agreement_status", words_for(Agreement.Status))
register.filter("statement_kind", words_for(Statement.Kind))
register.filter("precedence", words_for(Scheme))
register.filter("delivery", words_for(Statement.Delivery))


@register.filter
def in_role(participants, role):
    return [one for one in participants if one["role"] == role]


@register.filter
def in_page_order(sealed):
    return participants.in_page_order(sealed, get_language())


@register.filter
def groups_beside_members(participant):
    """The sealed groups to which the participant's party belonged that day as a partner, candidate or observer.

    Membership of the Union goes without saying in its own lists.
    """
    return [group for group in participants.groups_of(participant) if group["capacity"] != "member"]


@register.filter
def has_times(sessions):
    """Whether any of the sealed sessions, or of their agenda items, has a time to show."""
    return any(one["starts_at"] or any(item["starts_at"] for item in one["items"]) for one in sessions)


@register.simple_tag
def forum_name(forum, address):
    """A sealed forum's title, with a link if it has a public address."""
    title = label(forum["title"])
    return format_html('<a href="{}">{}</a>', public_url(address), title) if address else title


@register.simple_tag
def words_of(statement, *languages):
    """The text of a sealed statement in the first of `languages` that it has, else in the page's, else the original.

    A dict of `text`, `language`, `is_original` and `original_language`.
    """
    texts = statement["texts"]
    original = next((code for code, text in texts.items() if text["is_original"]), next(iter(texts)))
    language = next((code for code in (*languages, get_language()) if code in texts), original)
    return texts[language] | {"language": language, "original_language": original}


@register.filter
def at_timecode(address, seconds):
    """The address of a video from a moment on: YouTube's own parameter, else a media fragment (W3C Media Fragments)."""
    if seconds is None:
        return address
    parts = urlsplit(address)
    if parts.hostname in YOUTUBE:
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "t"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{seconds}s")])))
    return urlunsplit(parts._replace(fragment=f"t={seconds}"))


@register.simple_tag
def prepared_and_delivered(statement, language):
    """How a sealed statement departs from its prepared text; None if that is not known.

    A dict of `prepared` and `delivered`, the two texts in `language` or else in the first language that both have,
    that `language`, and the `runs` that differ, empty if it was said word for word.
    """
    prepared, delivered = statement.get("prepared", {}), statement["texts"]
    shared = [code for code in (language, *delivered) if code in prepared and code in delivered]
    if not shared:
        return None
    before, after = prepared[shared[0]]["text"], delivered[shared[0]]["text"]
    runs = runs_between(before, after) if before != after else []
    return {"language": shared[0], "prepared": before, "delivered": after, "runs": runs}
