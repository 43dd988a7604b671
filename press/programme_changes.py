"""What changed between two versions of a forum's programme, in sentences for visitors."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from events.models import Format, Forum
from people.dates import day_in_words, span_in_words, time_in_words
from people.labels import in_language


def changes(before, after, language):
    """Sentences that say what a visitor must know: dates, place, sessions added, cancelled or moved."""
    return [*_forum_changes(before["forum"], after["forum"], language), *_session_changes(before, after, language)]


def _forum_changes(old, new, language):
    def label(forum, part):
        return in_language(forum[part], language).text

    def days(forum):
        return span_in_words(date.fromisoformat(forum["starts_on"]), date.fromisoformat(forum["ends_on"]), language)

    if days(old) != days(new):
        yield _("The forum was moved from %(old)s to %(new)s.") % {"old": days(old), "new": days(new)}
    if old["status"] != new["status"]:
        yield _("Status of the forum: %(status)s.") % {"status": Forum.Status(new["status"]).label}
    if old["format"] != new["format"]:
        yield _("Format of the forum: %(format)s.") % {"format": Format(new["format"]).label}
    for part in ("title", "venue", "city"):
        if label(old, part) != label(new, part):
            yield _("“%(old)s” is now “%(new)s”.") % {"old": label(old, part), "new": label(new, part)}


def _session_changes(before, after, language):
    zone = after["forum"]["time_zone"]
    old = {session["uid"]: session for session in before["sessions"]}
    new = {session["uid"]: session for session in after["sessions"]}
    for uid, session in new.items():
        title = {"title": in_language(session["title"], language).text}
        if uid not in old:
            yield _("Added: “%(title)s”.") % title
            continue
        former = {"title": in_language(old[uid]["title"], language).text}
        if former != title:
            yield _("“%(old)s” is now called “%(new)s”.") % {"old": former["title"], "new": title["title"]}
        times = {"old": when(old[uid], zone, language), "new": when(session, zone, language)}
        if times["old"] != times["new"]:
            yield _("“%(title)s” was moved from %(old)s to %(new)s.") % (title | times)
        if in_language(old[uid]["venue"], language) != in_language(session["venue"], language):
            yield _("“%(title)s” now takes place at %(venue)s.") % {
                **title,
                "venue": in_language(session["venue"], language).text,
            }
    for uid, session in old.items():
        if uid not in new:
            yield _("Cancelled: “%(title)s”.") % {"title": in_language(session["title"], language).text}


def when(session, zone, language):
    """“2 December 2021, 09:30–11:00”, or as much of it as is known."""
    day = day_in_words(date.fromisoformat(session["day"]), language) if session["day"] else _("no day")
    times = [
        time_in_words(datetime.fromisoformat(session[part]), zone, language)
        for part in ("starts_at", "ends_at")
        if session[part]
    ]
    return ", ".join(filter(None, [day, "–".join(times)]))
