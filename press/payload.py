"""What a publication seals: every fact that its pages show, in every language, as it stands at this moment.

Labels stay labels (`{"en": …, "sl": …}`), days and instants become ISO texts (instants in UTC), files their names and
renditions. Names and titles are those of the day on which somebody spoke, signed or took part. In the result, a
dict with the key `minister` is a person as printed, one with the key `party` a party as printed, with the groups that
it belonged to on that day. Publications sealed by older releases lack some keys: read what came later with `get`.
"""

from datetime import UTC

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import translation

from events.participants import by_session
from events.participants import places as places_of
from people.notes import may_hold_marks, noted_parties, typed_in
from people.precedence import ROLES
from press import images, quoting
from press.canonical import canonical_json
from press.markup import clean_html
from press.quotes import marked


def content_of(subject):
    """The content of a press page's or a forum's publication, with the notes on names that were typed in it."""
    is_page = hasattr(subject, "original_language")
    content = page_content(subject) if is_page else forum_content(subject)
    words = canonical_json(content)
    noted = noted_parties(subject.dated_on if is_page else subject.starts_on) if may_hold_marks(words) else []
    return content | {"notes": typed_in(words, noted)}


# A forum ------------------------------------------------------------------------------------------------------------


def forum_content(forum):
    taking_part = by_session(forum.participations.all())
    return {
        "forum": forum_facts(forum),
        "sessions": [session(one, taking_part[one.pk]) for one in forum.sessions.all()],
        "items": items(forum.agenda_items.filter(session=None)),
        "participants": participants(taking_part[None], forum),
        "agreements": agreements(forum.agreements.filter(session=None)),
        "documents": [document(one) for one in forum.documents.all()],
    }


def forum_facts(forum):
    series = forum.series
    return {
        "uid": str(forum.uid),
        "series": {"slug": series.slug, "title": series.title, "about": series.about},
        "slug": forum.slug,
        "title": forum.title,
        "edition": forum.edition,
        "status": forum.status,
        "format": forum.format,
        "starts_on": forum.starts_on.isoformat(),
        "ends_on": forum.ends_on.isoformat(),
        "former_dates": [
            {"starts_on": old.starts_on.isoformat(), "ends_on": old.ends_on.isoformat(), "reason": old.reason}
            for old in forum.former_dates.all()
        ],
        "time_zone": forum.time_zone,
        "precedence": forum.precedence,
        "venue": forum.venue,
        "city": forum.city,
        "country": party(forum.country, forum.starts_on) if forum.country else None,
    }


def session(session, taking_part):
    """A session with the participations that belong to it."""
    return {
        "uid": str(session.uid),
        "slug": session.slug,
        "title": session.title,
        "kind": session.kind,
        "on_the_margins": session.on_the_margins,
        "format": session.format or session.forum.format,
        "day": iso_day(session.day),
        "starts_at": iso_instant(session.starts_at),
        "ends_at": iso_instant(session.ends_at),
        "precision": session.precision,
        "venue": session.venue or session.forum.venue,
        "description": session.description,
        "outcome": session.outcome,
        "items": items(session.agenda_items.all()),
        "participants": participants(taking_part, session.forum, session.day),
        "agreements": agreements(session.agreements.all()),
    }


def items(rows):
    """Agenda items, nested; a sub-item whose parent is not among the rows stands at the top."""
    rows = list(rows.prefetch_related("topics"))
    keys = {row.pk for row in rows}

    def below(parent):
        return [
            item(row, below(row.pk)) for row in rows if (row.parent_id if row.parent_id in keys else None) == parent
        ]

    return below(None)


def item(row, children):
    return {
        "uid": str(row.uid),
        "number": row.number,
        "title": row.title,
        "outcome": row.outcome,
        "starts_at": iso_instant(row.starts_at),
        "precision": row.precision,
        "topics": topics(row),
        "items": children,
    }


def topics(row):
    return [{"topic": str(topic.uid), "slug": topic.slug, "name": topic.name} for topic in row.topics.all()]


def participants(rows, forum, day=None):
    """Who took part, in the order of the site's first language, each with its place in every language and why."""
    languages = [code for code, _name in settings.LANGUAGES]
    places = places_of(rows, forum.precedence, day or forum.starts_on, languages)
    sealed = [participation(row) | {"places": places[str(row.uid)]} for row in rows]
    return sorted(sealed, key=lambda one: one["places"][languages[0]]["number"])


def participation(row):
    day, _last = row.days()
    return {
        "uid": str(row.uid),
        "role": row.role,
        "attendance": row.attendance,
        "person": person(row.mandate, row.also_as.all(), day, row.title_as_published) if row.mandate else None,
        "office": row.office,
        "body": party(row.party, day) if row.party else None,
        "group": {"code": row.group.code, "name": row.group.name} if row.group else None,
        "in_place_of": person(row.in_place_of, [], day) if row.in_place_of else None,
    }


def agreements(rows):
    return [agreement(row) for row in rows]


def agreement(row):
    day = row.dated_on or row.forum.starts_on
    return {
        "uid": str(row.uid),
        "title": row.title,
        "kind": row.kind,
        "status": row.status,
        "dated_on": iso_day(row.dated_on),
        "signatures": [
            {
                "body": party(signature.party, day),
                "person": person(signature.mandate, [], day) if signature.mandate else None,
            }
            for signature in row.signatures.all()
        ],
        "topics": topics(row),
        "document": document(row.document) if row.document else None,
    }


def document(row):
    return {
        "uid": str(row.uid),
        "title": row.title,
        "symbol": row.symbol,
        "revision": row.revision,
        "files": [
            {"language": file.language, "name": file.file.name, "bytes": file.file.size, "sha256": file.sha256}
            for file in row.files.all()
        ],
    }


# People and parties -------------------------------------------------------------------------------------------------


def party(row, day):
    groups = [
        {"code": group.code, "name": group.name, "capacity": capacity.value} for group, capacity in row.groups_on(day)
    ]
    return row.as_printed(day) | {"groups": groups}


def person(mandate, further, day, title_as_published=None):
    """A person with the capacities in which they act, the first one first."""
    minister = mandate.minister
    capacities = [capacity(one, day) for one in (mandate, *further)]
    if title_as_published:
        capacities[0]["title"] = title_as_published
    return {
        "minister": str(minister.uid),
        "slug": minister.slug,
        "name": str(minister),
        "capacities": capacities,
    }


def capacity(mandate, day):
    return {"title": mandate.title, "standing": mandate.standing, "of": party(mandate.party, day)}


# A press page -------------------------------------------------------------------------------------------------------


def page_content(page):
    prefetch_related_objects([page], "texts", "sessions", "topics", "videos", "documents", "related")
    rows = page.statements.order_by("page_statements__position", "page_statements__uid")
    statements = [statement(row) for row in with_voices(rows)]
    linking = quoting.linking(page, statements)
    photos = page.photos.order_by("page_photos__position", "page_photos__uid")
    return {
        "kind": page.kind,
        "dated_on": page.dated_on.isoformat(),
        "place": page.place,
        "reference": page.reference,
        "original_language": page.original_language,
        "texts": {
            text.language: page_text(page, text, linking) for text in page.texts.all() if text.state == text.State.READY
        },
        "forum": forum_facts(page.forum) if page.forum else None,
        "record": forum_record(page) if page.forum and page.shows_the_forum else None,
        "sessions": [
            {"uid": str(one.uid), "slug": one.slug, "title": one.title, "kind": one.kind, "day": iso_day(one.day)}
            for one in page.sessions.all()
        ],
        "items": [node for one in page.sessions.all() for node in items(one.agenda_items.all())],
        "topics": topics(page),
        "statements": statements,
        "photos": [photo(row) for row in photos],
        "videos": [video(row) for row in page.videos.all()],
        "documents": [document(row) for row in page.documents.all()],
        "earlier_forums": [
            forum_facts(forum) | {"agreements": agreements(forum.agreements.all())}
            for forum in page.earlier_forums.all()
        ],
        "related": [str(other.uid) for other in page.related.all()],
    }


def page_text(page, text, linking):
    return {
        "title": text.title,
        "lead": text.lead,
        "body": linked_body(text, linking),
        "is_original": text.language == page.original_language,
        "is_stale": text.language != page.original_language and text.is_stale(),
    }


def linked_body(text, linking):
    """The body with its quotations linked to the statements in which they stand (`quoting.linking`)."""
    site = [code for code, _name in settings.LANGUAGES]
    shown_in = text.language if text.language in site else settings.LANGUAGE_CODE

    def address(uid):
        with translation.override(shown_in):
            return reverse("events:statement_detail", args=[uid])

    set_aside = linking.set_aside.get(text.language, ())
    return marked(clean_html(text.body), text.language, linking.records, address, linking.names, set_aside)


def forum_record(page):
    """What stands under the text: who took part, what happened on the margins, what was agreed."""
    forum = page.forum
    taking_part = by_session(forum.participations.all())
    rows = [row for one in page.sessions.all() for row in taking_part[one.pk]] + taking_part[None]
    return {
        "participants": participants(once_each(rows), forum),
        "margins": [session(one, taking_part[one.pk]) for one in forum.sessions.filter(on_the_margins=True)],
        "agreements": agreements(forum.agreements.filter(session=None)),
    }


def once_each(rows):
    """The participations with each person, body or office once: in the highest role, else as met first."""
    found = {}
    for row in rows:
        who = row.mandate_id, row.party_id, row.group_id, str(row.office)
        if who not in found or ROLES.index(row.role) < ROLES.index(found[who].role):
            found[who] = row
    return list(found.values())


def statement(row):
    """A statement as printed. What was said on background is sealed without its voices and its source."""
    on_the_record = row.regime == row.Regime.ON_THE_RECORD
    return {
        "uid": str(row.uid),
        "forum": str(row.forum.uid),
        "session": str(row.session.uid) if row.session else None,
        "item": str(row.agenda_item.uid) if row.agenda_item else None,
        "item_title": row.agenda_item.title if row.agenda_item else {},
        "said_on": row.said_on.isoformat(),
        "said_at": iso_instant(row.said_at),
        "kind": row.kind,
        "regime": row.regime,
        "delivery": row.delivery,
        "source": row.source if on_the_record else "",
        "source_url": row.source_url if on_the_record else "",
        "timecode": row.timecode if on_the_record else None,
        "voices": [voice(one, row.said_on) for one in row.voices.all()] if on_the_record else [],
        "texts": statement_texts(row),
        "prepared": statement_texts(row.prepared) if row.prepared and row.prepared.regime == row.regime else {},
    }


def with_voices(statements):
    """The statements with all that sealing reads of them, in a constant number of queries."""
    parties = "voices__mandate__party", "voices__also_as__party", "voices__party"
    return statements.select_related("forum", "session", "agenda_item").prefetch_related(
        *["texts", "prepared__texts", "voices__mandate__minister", "voices__also_as__minister"],
        *(f"{party}__{part}" for party in parties for part in ("names", "notes", "memberships__group")),
    )


def statement_texts(row):
    """The checked texts of a statement, by language."""
    return {
        text.language: {"text": text.text, "is_original": text.is_original}
        for text in row.texts.all()
        if text.state == text.State.CHECKED
    }


def voice(row, day):
    return {
        "person": person(row.mandate, row.also_as.all(), day) if row.mandate else None,
        "body": party(row.party, day) if row.party else None,
    }


def photo(row):
    return {
        "photo": str(row.uid),
        "folder": row.folder,
        "renditions": images.renditions(row),
        "width": row.width,
        "height": row.height,
        "credit": row.credit,
        "author": row.author,
        "agency": row.agency,
        "provider": row.provider,
        "licence": row.licence,
        "taken_on": iso_day(row.taken_on),
        "taken_at": row.taken_at,
        "focus": [row.focus_x, row.focus_y],
        "texts": {
            text.language: {"caption": text.caption, "alt": text.alt, "decorative": text.decorative}
            for text in row.texts.all()
        },
    }


def video(row):
    return {
        "uid": str(row.uid),
        "title": row.title,
        "kind": row.kind,
        "url": row.url,
        "publisher": row.publisher,
        "recorded_on": iso_day(row.recorded_on),
        "seconds": row.seconds,
    }


# Days and instants --------------------------------------------------------------------------------------------------


def iso_day(day):
    return day.isoformat() if day else None


def iso_instant(instant):
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z") if instant else None
