"""The index rows about the record, derived from a payload: who spoke, took part and signed, and what was on the agenda.

`known` holds the records that the payload names (`published_index.records_in`).
"""

from typing import NamedTuple

from press.canonical import canonical_json
from press.models import (
    PublishedAgendaItem,
    PublishedAgreement,
    PublishedParticipation,
    PublishedSession,
    PublishedVoice,
)

FORUM_FACTS = "uid", "series", "title", "starts_on", "ends_on", "time_zone", "format", "venue", "city"
"""What a row keeps of its forum, for lists away from the forum's own page."""


class Part(NamedTuple):
    """What a payload prints of one forum's record; on a press page, the sessions are those on the margins."""

    forum: dict
    sessions: list
    participants: list
    agreements: list
    items: list


def parts(content):
    if "texts" not in content:
        yield Part(*(content[key] for key in ("forum", "sessions", "participants", "agreements", "items")))
        return
    if content["forum"]:
        record = content["record"] or {"margins": [], "participants": [], "agreements": []}
        shown = (record[key] for key in ("margins", "participants", "agreements"))
        yield Part(content["forum"], *shown, content["items"])
    for earlier in content["earlier_forums"]:
        yield Part(earlier, [], [], earlier["agreements"], [])


def rows(publication, content, known):
    """Lists of unsaved rows: voices, sessions, participations, agreements, agenda items."""
    voices = [row for one in content.get("statements", []) for row in voice_rows(publication, one, known)]
    sessions, taking_part, agreements, items = [], [], [], []
    for part in parts(content):
        within = {"publication": publication, "forum": known["forum"][part.forum["uid"]]}
        facts = {key: part.forum[key] for key in FORUM_FACTS}
        taking_part += participation_rows(within, facts, part.participants, known)
        agreements += agreement_rows(within, facts, part.agreements, known)
        items += item_rows(within, facts, part.items, known)
        for session in part.sessions:
            sessions.append(session_row(within, session))
            taking_part += participation_rows(within, facts, session["participants"], known, sessions[-1])
            agreements += agreement_rows(within, facts, session["agreements"], known)
            items += item_rows(within, facts, session["items"], known, session)
    return [once(voices), once(sessions), taking_part, once(agreements), once(items)]


def once(rows):
    """An agreement of an earlier forum may stand on the same page twice."""
    return list({row.uid: row for row in rows}.values())


def people_and_parties(named, known):
    """Pairs of `minister` or `party` and a record, for a sealed voice, participation or signature."""
    person, body = named["person"], named["body"]
    sealed = [capacity["of"] for capacity in person["capacities"]] if person else []
    keys = dict.fromkeys(one["party"] for one in (*sealed, body) if one)
    if person:
        yield "minister", known["minister"][person["minister"]]
    for key in keys:
        yield "party", known["party"][key]


def voice_rows(publication, statement, known):
    for voice in statement["voices"]:
        for kind, record in people_and_parties(voice, known):
            yield PublishedVoice(
                uid=PublishedVoice.derived_uid(publication, "voice", statement["uid"], str(record.uid)),
                publication=publication,
                statement=known["statement"][statement["uid"]],
                forum=known["forum"][statement["forum"]],
                agenda_item_uid=statement["item"],
                day=statement["said_on"],
                **{kind: record},
            )


def session_row(within, session):
    return PublishedSession(
        uid=PublishedSession.derived_uid(within["publication"], "session", session["uid"]),
        session_uid=session["uid"],
        kind=session["kind"],
        sealed=canonical_json(session),
        **within,
    )


def participation_rows(within, facts, participants, known, session=None):
    place = session.session_uid if session else facts["uid"]
    for number, one in enumerate(participants):
        for kind, record in people_and_parties(one, known):
            yield PublishedParticipation(
                uid=PublishedParticipation.derived_uid(
                    within["publication"], "participation", place, str(number), str(record.uid)
                ),
                session=session,
                role=one["role"],
                day=(session and session.content["day"]) or facts["starts_on"],
                sealed=canonical_json(one | {"forum": facts}),
                **{kind: record},
                **within,
            )


def agreement_rows(within, facts, agreements, known):
    for one in agreements:
        signers = [pair for signature in one["signatures"] for pair in people_and_parties(signature, known)]
        topics = [("topic", record) for record in topics_of(one, known)]
        for kind, record in (*signers, *topics):
            yield PublishedAgreement(
                uid=PublishedAgreement.derived_uid(within["publication"], "agreement", one["uid"], str(record.uid)),
                agreement_uid=one["uid"],
                status=one["status"],
                day=one["dated_on"] or facts["starts_on"],
                sealed=canonical_json(one | {"forum": facts}),
                **{kind: record},
                **within,
            )


def item_rows(within, facts, items, known, session=None):
    for item in items:
        for topic in topics_of(item, known):
            yield PublishedAgendaItem(
                uid=PublishedAgendaItem.derived_uid(within["publication"], "item", item["uid"], str(topic.uid)),
                item_uid=item["uid"],
                topic=topic,
                outcome=item["outcome"],
                day=(session and session["day"]) or facts["starts_on"],
                sealed=canonical_json(item | {"items": [], "forum": facts, "session": session and session["slug"]}),
                **within,
            )
        yield from item_rows(within, facts, item["items"], known, session)


def topics_of(sealed, known):
    """The topics of a sealed item or agreement; one that was sealed by its address alone may be gone since."""
    keys = [topic.get("topic", topic["slug"]) for topic in sealed.get("topics", [])]
    return [known["topic"][key] for key in keys if key in known["topic"]]
