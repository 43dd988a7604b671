"""What an editor should look at before a press page or a forum is published.

A red finding keeps a publication from being published, a yellow one wants a reason of whoever approves it, which the
audit log keeps. What keeps a subject from being sealed at all stands in `press/publishing.py`.
"""

from datetime import date
from itertools import combinations

from django.utils.translation import gettext as _

from people.clock import now
from people.dates import language_name
from press import quoting, venue_times
from press.embargoed_words import showing_too_early, shown_too_early
from press.findings import Finding, yellow
from press.inner_links import dead_links
from press.models import Photo
from press.near_copies import near_copies
from press.party_notes import unmarked_names
from press.printed_titles import title_findings
from press.quotes import Kind
from press.relative_dates import relative_dates
from press.unknown_names import unknown_names

LONGEST_QUOTED = 12
"""Words of a passage that a sentence about it repeats."""


def findings(publication, at=None):
    """What is found in a publication that would become visible at the moment `at` (aware; now if not given).

    The publication is sealed, or as it would be sealed now (`publishing.draft`). Its words are read as they are sealed;
    the states of translations, the titles, the labels and the times of sessions, and all that words are compared with,
    from the working rows. What is found twice, such as a quotation that is repeated, wants one reason.
    A member of a release set has no moment yet: its words are held against those under embargo on release.
    """
    if publication.is_withdrawal:
        return []
    found = [] if publication.release_set_id else list(embargo_findings(publication, at or now()))
    found += title_findings(publication.subject)
    found += page_findings(publication) if publication.press_page_id else forum_findings(publication.forum)
    return list({one.key or one.message: one for one in found}.values())


def page_findings(publication):
    page, content = publication.press_page, publication.content
    texts = list(quoting.texts_of(content))
    return [
        *translation_findings(page),
        *quotation_findings(page, quoting.quoted(page, content)),
        *note_findings(page, content, texts),
        *name_findings(page, texts),
        *date_findings(page, texts),
        *link_findings(publication),
        *copy_findings(page, content),
        *licence_findings(content),
        *overlap_findings(page.sessions.all()),
    ]


def forum_findings(forum):
    labels = list(labels_of(forum))
    return [
        *label_note_findings(forum, labels),
        *label_date_findings(labels),
        *overlap_findings(forum.sessions.all()),
    ]


def field_of(page, language, part):
    """The input of a text's part on the page's change form, whose rows stand in the order of their languages."""
    languages = [text.language for text in page.texts.all()]
    return f"texts-{languages.index(language)}-{part}" if language in languages else "texts"


def shortened(words):
    parts = words.split()
    return " ".join(parts[:LONGEST_QUOTED]) + (" …" if len(parts) > LONGEST_QUOTED else "")


# Of anything --------------------------------------------------------------------------------------------------------


def embargo_findings(publication, at):
    """Red: words of what must not be read yet at the moment `at`. A later moment mends it, too."""
    for other, words in shown_too_early(publication, at):
        if other.visible_from:
            message = _(
                "“%(words)s” belongs to “%(other)s”, which nobody may read before %(moment)s. "
                "Take the words out, or publish this at that moment or later."
            )
        else:
            message = _(
                "“%(words)s” belongs to “%(other)s”, which waits for its release set. "
                "Take the words out, or submit this into the same set."
            )
        yield Finding(message % facts_of(publication, other, words), texts_field(publication), can_wait=True)


def late_findings(publication, at):
    """Red: its words stand in something that appears before the moment `at`, to which it is moved."""
    message = _("“%(words)s” stands in “%(other)s”, too, which becomes visible on %(moment)s. Move that first.")
    for other, words in showing_too_early(publication, at):
        yield Finding(message % facts_of(publication, other, words), texts_field(publication), can_wait=True)


def texts_field(publication):
    return "texts" if publication.press_page_id else "sessions"


def facts_of(publication, other, words):
    zone = venue_times.zone_of(publication.subject)
    moment = other.visible_from and venue_times.in_words(other.visible_from, zone)
    return {"words": shortened(words), "other": other.subject, "moment": moment}


# Of a press page ----------------------------------------------------------------------------------------------------


def translation_findings(page):
    for text in page.texts.all():
        facts = {"language": language_name(text.language)}
        field = field_of(page, text.language, "state")
        if text.language == page.original_language:
            continue
        if text.state != text.State.READY:
            message = _("The translation “%(language)s” is a draft and stays unpublished. Finish it, or leave it out.")
            yield yellow("translation", f"draft {text.language}", message % facts, field)
        elif text.is_stale():
            message = _("The original has changed since the translation “%(language)s” was saved. Bring it up to date.")
            yield yellow("translation", f"stale {text.language}", message % facts, field)


def quotation_findings(page, quoted):
    for one in quoted:
        field = field_of(page, one.language, one.part)
        words = {"words": shortened(one.words)}
        if one.check.kind == Kind.DIFFERS:
            message = _("The quotation “%(words)s” differs from its record. Quote as recorded, or correct the record.")
            yield about(one, "differs", message % words, field, runs=tuple(one.check.runs))
        elif one.check.kind == Kind.UNKNOWN:
            message = _("The quotation “%(words)s” is not recorded. Record it, or say that it is not a statement.")
            yield about(one, "unknown", message % words, field)
        elif one.is_background:
            message = _("The quotation “%(words)s” was said on background: the text must not name who said it.")
            yield about(one, "background", message % words, field)
        else:
            yield from place_findings(one, words, field)


def place_findings(one, words, field):
    """Of a quotation as recorded: by somebody else, or in a statement to which the page cannot lead."""
    if one.check.is_misattributed:
        message = _(
            "The quotation “%(words)s” was said by %(speakers)s in the record. Correct the name, or the record."
        )
        yield about(one, "speaker", message % {**words, "speakers": one.speakers}, field)
    if one.is_missing:
        message = _("The quotation “%(words)s” stands in the record, but not on this page. Put its statement there.")
        yield about(one, "missing", message % words, "page_statements")


def about(one, what, message, field, **facts):
    return yellow("quotation", f"{one.language} {what} {one.key}", message, field, language=one.language, **facts)


def note_findings(page, content, texts):
    printed = [*texts, *words_beside(content)]
    for one in unmarked_names(printed, date.fromisoformat(content["dated_on"])):
        field = field_of(page, one.language, one.part) if one.part in quoting.PARTS else one.part
        yield note_finding(one, field)


def words_beside(content):
    """What a page prints beside its texts, as triples of language, group of rows and words."""
    for statement in content["statements"]:
        for language, text in statement["texts"].items():
            yield language, "page_statements", text["text"]
    for photo in content["photos"]:
        for language, text in photo["texts"].items():
            yield language, "page_photos", text["caption"]
            yield language, "page_photos", text["alt"]


def note_finding(one, field, **facts):
    message = _("“%(name)s” stands in the text (%(language)s) without its note. Write “%(marked)s” there.")
    named = {"name": one.name, "language": language_name(one.language), "marked": one.marked}
    return yellow("note", f"{one.language} {one.code}", message % named, field, **facts)


def name_findings(page, texts):
    for language, name in unknown_names([(language, words) for language, _part, words in texts]):
        part = next(part for code, part, words in texts if code == language and name in words)
        message = _("No record has the name “%(name)s”. Correct it, or enter the person with their mandate.")
        yield yellow("name", f"{language} {name}", message % {"name": name}, field_of(page, language, part))


def date_findings(page, texts):
    for language, part, words in texts:
        for phrase in dated_phrases(words, language):
            yield date_finding(phrase, f"{language} {part}", language, field_of(page, language, part))


def dated_phrases(words, language):
    """Relative dates, except in a quotation: those are the speaker's words."""
    quoted = quoting.spans(words, language)
    found = (span for span in relative_dates(words, language) if not any(is_within(span, one) for one in quoted))
    return dict.fromkeys(" ".join(words[start:end].split()) for start, end in found)


def date_finding(phrase, where, language, field, **facts):
    message = _("“%(phrase)s” says nothing any more once the page lies in the archive. Write the date.")
    return yellow("date", f"{where} {phrase}", message % {"phrase": phrase}, field, language=language, **facts)


def is_within(inner, outer):
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def link_findings(publication):
    page = publication.press_page
    for language in publication.content["texts"]:
        for href in dead_links(publication, language):
            message = _("The link “%(link)s” leads to nothing that visitors can see. Correct it, or take it out.")
            yield yellow("link", f"{language} {href}", message % {"link": href}, field_of(page, language, "body"))


def copy_findings(page, content):
    for language, other, alike in near_copies(content, page):
        message = _("The text (%(language)s) is that of “%(other)s” to %(share)s per cent. Check that this is meant.")
        facts = {"language": language_name(language), "other": other.title, "share": round(alike * 100)}
        what = f"{language} {other.publication.address}"
        yield yellow("copy", what, message % facts, field_of(page, language, "body"))


def licence_findings(content):
    without = [photo["photo"] for photo in content["photos"] if not photo["licence"]]
    for photo in Photo.objects.filter(uid__in=without).prefetch_related("texts"):
        message = _("The photo “%(photo)s” has no licence. Say what newsrooms may do with it.")
        yield yellow("licence", str(photo.uid), message % {"photo": photo}, "licence", record=photo)


# Of a forum ---------------------------------------------------------------------------------------------------------


def labels_of(forum):
    """Triples of language, place and words for the labels of a forum's programme; a place is a record and its field."""
    places = [(forum, "title")]
    for session in forum.sessions.all():
        places += [(session, field) for field in ("title", "description", "outcome")]
    places += [(item, "title") for item in forum.agenda_items.all()]
    for record, field in places:
        for language, words in getattr(record, field).items():
            yield language, (record, field), words


def label_note_findings(forum, labels):
    for one in unmarked_names(labels, forum.starts_on):
        record, field = one.part
        yield note_finding(one, f"{field}:{one.language}", record=record)


def label_date_findings(labels):
    for language, (record, field), words in labels:
        if field in ("description", "outcome"):
            for phrase in dated_phrases(words, language):
                where = f"{record.uid} {language} {field}"
                yield date_finding(phrase, where, language, f"{field}:{language}", record=record)


def overlap_findings(sessions):
    """Sessions at the same time with the same people or at the same place; a forum's halls are many, so only a place
    of their own counts."""
    timed = sessions.filter(starts_at__isnull=False, ends_at__isnull=False)
    for one, other in combinations(timed.prefetch_related("participations__mandate"), 2):
        if one.starts_at >= other.ends_at or other.starts_at >= one.ends_at:
            continue
        both = {"one": one, "other": other}
        if ministers_of(one) & ministers_of(other):
            message = _("“%(one)s” and “%(other)s” overlap, and the same people take part. Check the times.")
        elif one.venue and one.venue == other.venue:
            message = _("“%(one)s” and “%(other)s” overlap at the same venue. Check the times.")
        else:
            continue
        yield yellow("overlap", f"{one.uid} {other.uid}", message % both, "starts_at", record=other)


def ministers_of(session):
    return {row.mandate.minister_id for row in session.participations.all() if row.mandate}
