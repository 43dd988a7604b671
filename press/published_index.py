"""The index rows of a publication, derived from its payload alone: the same payload always gives the same rows."""

from django.conf import settings

from events.models import Forum, Statement, Topic
from people import capacities
from people.labels import in_language
from people.models import Group, Minister, Party
from people.notes import marked_name
from people.spelling import fold
from press import record_index
from press.canonical import canonical_json
from press.markup import plain_text
from press.models import (
    Photo,
    PublishedAgendaItem,
    PublishedAgreement,
    PublishedDocument,
    PublishedMention,
    PublishedParticipation,
    PublishedPhoto,
    PublishedSession,
    PublishedStatement,
    PublishedText,
    PublishedVoice,
)

LONGEST_TITLE = 500
MODELS = [
    PublishedPhoto,
    PublishedText,
    PublishedStatement,
    PublishedDocument,
    PublishedMention,
    PublishedVoice,
    PublishedSession,
    PublishedParticipation,
    PublishedAgreement,
    PublishedAgendaItem,
]
"""In the order in which their rows refer to each other."""


def build(publication):
    """Write the index rows of a publication, in place of those it may have."""
    for model in reversed(MODELS):
        model.objects.filter(publication=publication).delete()
    for model, rows in zip(MODELS, derived(publication), strict=True):
        model.objects.bulk_create(rows)


def is_whole(publication):
    """Whether the index rows in the database are those that the payload gives."""
    return all(
        {row.uid: _columns(row) for row in rows}
        == {row.uid: _columns(row) for row in model.objects.filter(publication=publication)}
        for model, rows in zip(MODELS, derived(publication), strict=True)
    )


def _columns(row):
    return [
        str(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in ("id", "picture", "session")  # keys that each building gives anew
    ]


def derived(publication):
    """Lists of unsaved rows, one list for each of `MODELS`. A withdrawal has none."""
    content = publication.content
    if not content:
        return [[] for _model in MODELS]
    photos = [photo_row(publication, photo) for photo in content.get("photos", [])]
    known = records_in(content)
    return [
        photos,
        list(text_rows(publication, content, photos[0] if photos else None, known)),
        [row for statement in content.get("statements", []) for row in statement_rows(publication, statement, known)],
        list(document_rows(publication, content)),
        list(mention_rows(publication, content, known)),
        *record_index.rows(publication, content, known),
    ]


def shown_languages(texts, original):
    """Pairs of the language of a page and the language of the text shown there."""
    site = [code for code, _name in settings.LANGUAGES]
    return [(code, code if code in texts else original) for code in dict.fromkeys([*site, *sorted(texts)])]


# Rows ---------------------------------------------------------------------------------------------------------------


def text_rows(publication, content, picture, known):
    if publication.press_page_id:
        texts, original = content["texts"], content["original_language"]
        dated_on, kind = content["dated_on"], content["kind"]
    else:
        texts, original = forum_texts(content), None
        dated_on, kind = content["forum"]["starts_on"], ""
    forum = content["forum"] and known["forum"][content["forum"]["uid"]]
    for shown_in, language in shown_languages(texts, original or next(iter(texts), "")):
        text = texts[language]
        plain = plain_text(text["body"])
        yield PublishedText(
            uid=PublishedText.derived_uid(publication, "text", shown_in),
            publication=publication,
            shown_in=shown_in,
            language=language,
            kind=kind,
            dated_on=dated_on,
            forum=forum,
            picture=picture,
            title=text["title"][:LONGEST_TITLE],
            lead=text["lead"],
            plain=plain,
            search=fold(" ".join((text["title"], text["lead"], plain))),
        )


def forum_texts(content):
    """A forum has labels rather than texts; for lists, its title and place in each language that has a title."""
    title = content["forum"]["title"]
    order = [code for code, _name in settings.LANGUAGES if code in title] + sorted(title)
    return {
        code: {
            "title": title[code],
            "lead": ", ".join(
                filter(None, (in_language(content["forum"][part], code).text for part in ("venue", "city")))
            ),
            "body": "",
        }
        for code in dict.fromkeys(order)
    }


def photo_row(publication, photo):
    return PublishedPhoto(
        uid=PublishedPhoto.derived_uid(publication, "photo", photo["photo"]),
        publication=publication,
        photo=Photo.objects.get(uid=photo["photo"]),
        folder=photo["folder"],
        credit=photo["credit"],
        sealed=canonical_json(photo),
    )


def statement_rows(publication, statement, known):
    texts = statement["texts"]
    original = next(code for code, text in texts.items() if text["is_original"])
    people = [voice["person"] for voice in statement["voices"] if voice["person"]]
    sealed = canonical_json(statement)
    for shown_in, language in shown_languages(texts, original):
        speaker = speaker_in_words(statement["voices"], shown_in)
        yield PublishedStatement(
            uid=PublishedStatement.derived_uid(publication, "statement", statement["uid"], shown_in),
            publication=publication,
            statement=known["statement"][statement["uid"]],
            minister=known["minister"][people[0]["minister"]] if people else None,
            forum=known["forum"][statement["forum"]],
            shown_in=shown_in,
            language=language,
            said_on=statement["said_on"],
            regime=statement["regime"],
            session_uid=statement["session"],
            agenda_item_uid=statement["item"],
            speaker=speaker,
            title=titles_in_words(people[0], shown_in) if len(people) == 1 else "",
            text=texts[language]["text"],
            search=fold(f"{speaker} {texts[language]['text']}"),
            sealed=sealed,
        )


def speaker_in_words(voices, language):
    return ", ".join(
        voice["person"]["name"] if voice["person"] else marked_name(voice["body"], language) for voice in voices
    )


def titles_in_words(person, language):
    return ", ".join(capacities.in_words(capacity, language) for capacity in person["capacities"])


def document_rows(publication, content):
    folders = {value["name"].rpartition("/")[0] for value in dicts_in(content) if "sha256" in value}
    for folder in sorted(folders):
        yield PublishedDocument(
            uid=PublishedDocument.derived_uid(publication, "document", folder), publication=publication, folder=folder
        )


def mention_rows(publication, content, known):
    dated_on = content.get("dated_on") or content["forum"]["starts_on"]
    for key in ("minister", "party", "group", "topic"):
        for record in dict.fromkeys(known[key].values()):
            yield PublishedMention(
                uid=PublishedMention.derived_uid(publication, key, str(record.uid)),
                publication=publication,
                dated_on=dated_on,
                **{key: record},
            )


def records_in(content):
    """The records that rows refer to, by kind, then by the key under which the payload names them."""
    named, statements = list(dicts_in(content)), content.get("statements", [])
    forums = [forum for forum in (content["forum"], *content.get("earlier_forums", [])) if forum]
    groups = [group for one in named for group in (*one.get("groups", []), one.get("group")) if group]
    topics = [topic for one in named for topic in one.get("topics", [])]
    return {
        "forum": found(Forum, "uid", [one["uid"] for one in forums] + [one["forum"] for one in statements]),
        "statement": found(Statement, "uid", (one["uid"] for one in statements)),
        "minister": Minister.objects.known_as(one["minister"] for one in named if "minister" in one),
        "party": found(Party, "uid", (one["party"] for one in named if "party" in one)),
        "group": found(Group, "code", (group["code"] for group in groups)),
        "topic": found(Topic, "uid", (topic["topic"] for topic in topics if "topic" in topic))
        | found(Topic, "slug", (topic["slug"] for topic in topics if "topic" not in topic)),
    }


def found(model, field, keys):
    rows = model.objects.filter(**{f"{field}__in": set(keys)}).order_by("uid")
    return {str(getattr(row, field)): row for row in rows}


def dicts_in(value):
    """Every dict inside a payload, at any depth."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    elif not isinstance(value, list):
        return
    for part in value:
        yield from dicts_in(part)
