"""What differs between two versions of a page, word by word, in the words of one language.

Works on the contents of publications (`press/payload.py`), so the same comparison serves the review before approval
and the public comparison of two released versions.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from events.models import Format, Forum
from people.dates import day_in_words, language_in_words, span_in_words
from people.differences import runs_between
from people.labels import Wording, in_language
from press.markup import plain_text
from press.programme_changes import when
from press.published_index import speaker_in_words, titles_in_words


class Difference(NamedTuple):
    """A part of the page, such as its title, with the runs that lead from the old wording to the new one.

    The languages are those of the two wordings; empty where the words are the page's own, or several languages'.
    """

    part: str
    runs: list
    old_language: str = ""
    new_language: str = ""


def differences(before, after, language):
    """What differs between two contents for a reader of `language`, in the order of the page."""
    old, new, nothing = parts(before, language), parts(after, language), Wording("", "")
    names = [*new, *(name for name in old if name not in new)]
    pairs = [(name, old.get(name, nothing), new.get(name, nothing)) for name in names]
    return [
        Difference(name, runs_between(former.text, latter.text), former.language, latter.language)
        for name, former, latter in pairs
        if former.text != latter.text
    ]


def parts(content, language):
    """The wording of every part of a page in one language, by the part's name; the original where it is missing."""
    if not content:
        return {}
    found = forum_parts(content, language) if "texts" not in content else page_parts(content, language)
    return {name: wording if isinstance(wording, Wording) else Wording(wording, "") for name, wording in found}


def page_parts(content, language):
    shown = language if language in content["texts"] else content["original_language"]
    text = content["texts"][shown]
    yield _("Title"), Wording(text["title"], shown)
    yield _("Lead"), Wording(text["lead"], shown)
    yield _("Text"), Wording(plain_text(text["body"]), shown)
    yield _("Date"), day_in_words(date.fromisoformat(content["dated_on"]), language)
    yield _("Place"), in_language(content["place"], language)
    yield _("Reference"), content["reference"]
    yield _("Languages"), ", ".join(language_in_words(code, language) for code in sorted(content["texts"]))
    for number, statement in enumerate(content["statements"], 1):
        yield _("Statement %(number)s") % {"number": number}, text_in(statement["texts"], language, "text")
        yield _("Speaker of statement %(number)s") % {"number": number}, voices_in_words(statement["voices"], language)
    for number, photo in enumerate(content["photos"], 1):
        # The start of the folder's random name is all that tells one photo from another here.
        yield _("Photo %(number)s") % {"number": number}, photo["folder"].rpartition("/")[2][:8]
        yield _("Caption of photo %(number)s") % {"number": number}, text_in(photo["texts"], language, "caption")
        yield _("Description of photo %(number)s") % {"number": number}, text_in(photo["texts"], language, "alt")
        yield _("Credit of photo %(number)s") % {"number": number}, photo["credit"]
    for name, rows in ((_("Videos"), content["videos"]), (_("Documents"), content["documents"])):
        yield name, titles_of(rows, language)
    if content["record"]:
        yield _("Participants"), people_in_words(content["record"]["participants"], language)
        yield _("On the margins"), titles_of(content["record"]["margins"], language)
        yield _("Agreements"), titles_of(content["record"]["agreements"], language)


def text_in(texts, language, key):
    """One wording of sealed texts, in `language` or else in the first that there is."""
    shown = language if language in texts else next(iter(texts), "")
    return Wording(texts[shown][key] if shown else "", shown)


def forum_parts(content, language):
    forum = content["forum"]
    first, last = date.fromisoformat(forum["starts_on"]), date.fromisoformat(forum["ends_on"])
    yield _("Title"), in_language(forum["title"], language)
    yield _("Status"), str(Forum.Status(forum["status"]).label)
    yield _("Format"), str(Format(forum["format"]).label)
    yield _("Dates"), span_in_words(first, last, language)
    yield _("Venue"), ", ".join(filter(None, (in_language(forum[part], language).text for part in ("venue", "city"))))
    for session in content["sessions"]:
        words = session_in_words(session, forum["time_zone"], language)
        yield _("Session “%(slug)s”") % {"slug": session["slug"]}, words
    yield _("Agenda"), titles_of(content["items"], language)
    yield _("Participants"), people_in_words(content["participants"], language)
    yield _("Agreements"), titles_of(content["agreements"], language)
    yield _("Documents"), titles_of(content["documents"], language)


def session_in_words(session, zone, language):
    facts = [in_language(session[part], language).text for part in ("title", "venue", "description", "outcome")]
    items, people = titles_of(session["items"], language), people_in_words(session["participants"], language)
    return "; ".join(filter(None, [facts[0], when(session, zone, language), *facts[1:], items, people]))


def titles_of(rows, language):
    return "; ".join(in_language(row["title"], language).text for row in rows)


def people_in_words(rows, language):
    return "; ".join(
        voices_in_words([row], language)
        if row["person"] or row["body"]
        else in_language(row["group"]["name"], language).text
        for row in rows
    )


def voices_in_words(voices, language):
    titles = [titles_in_words(voice["person"], language) for voice in voices if voice["person"]]
    return ", ".join(filter(None, [speaker_in_words(voices, language), *titles]))
