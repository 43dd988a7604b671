"""Many published statements, for measuring: payloads and index rows as publishing makes them, entered in bulk.

One page and one statement are really sealed; the others are its copies with other uids, words, days and speakers. By
the hundred thousand, even index rows are copied, past Django, which would take the better part of an hour.
"""

import copy
import datetime
import uuid
from itertools import cycle, groupby

from django.db import connection, transaction
from django.utils import timezone

from events.models import Statement, Topic
from people.models import Mandate, Minister
from press import published_index
from press.canonical import canonical_json, digest_of
from press.models import (
    PressPage,
    Publication,
    PublishedMention,
    PublishedStatement,
    PublishedText,
    PublishedVoice,
)
from press.payload import page_content
from tests.make import (
    make_agenda_item,
    make_forum,
    make_mandate,
    make_minister,
    make_party,
    make_press_page,
    make_session,
    make_statement,
    publish,
    show_statement,
)

FORUMS = 20
FIRST_DAY = datetime.date(2000, 1, 1)


def make_speakers(first, last):
    """Minister 17 and others of that kind, each with a mandate for the same party."""
    party = make_party("XA", "Party of the load")
    people = [Minister(given_name="Minister", family_name=str(n), slug=f"minister-{n}") for n in range(first, last)]
    for one in people:
        one.sort_key, one.search = one.family_name, f"minister {one.family_name}"
    Minister.objects.bulk_create(people)
    return Mandate.objects.bulk_create(
        Mandate(minister=one, party=party, title={"en": "Minister"}, starts_on=FIRST_DAY) for one in people
    )


def insert(model, rows):
    """Enter copies of rows; each comes with the values that differ."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    columns, places = ", ".join(field.column for field in fields), ", ".join(["%s"] * len(fields))
    values = [
        [
            field.get_db_prep_save(
                uuid.uuid4() if field.name == "uid" else changes.get(field.name, getattr(row, field.attname)),
                connection,
            )
            for field in fields
        ]
        for row, changes in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places})", values)  # noqa: S608 - names of our own


class Load:
    """Publishes statements in bulk; the first one has really been published."""

    def __init__(self):
        topic = Topic.objects.create(slug="load", name={"en": "Load"})
        self.items = []
        for number in range(FORUMS):
            forum = make_forum(slug=f"forum-{number}")
            item = make_agenda_item(forum, session=make_session(forum))
            item.topics.add(topic)
            publish(forum)
            self.items.append(item)
        page = make_press_page(forum=self.items[0].forum)
        mandate = make_mandate(make_minister(slug="template"), make_party("XA", "Party of the load"))
        show_statement(page, make_statement(page.forum, mandate=mandate))
        self.page = page_content(page)
        self.pages = 0

    def publish(self, number, mandates, on_a_page=50):
        """Publish so many statements by the mandates in turn, on pages about one forum after the other."""
        with transaction.atomic():
            for start in range(0, number, on_a_page):
                self.publish_page([mandates[n % len(mandates)] for n in range(start, min(start + on_a_page, number))])

    def publish_page(self, speakers):
        self.pages += 1
        item, day = self.items[self.pages % FORUMS], FIRST_DAY + datetime.timedelta(days=self.pages % 7000)
        page = PressPage.objects.create(slug=f"load-{self.pages}", dated_on=day, forum=item.forum)
        statements = Statement.objects.bulk_create(
            Statement(forum=item.forum, agenda_item=item, said_on=day) for _speaker in speakers
        )
        content = copy.deepcopy(self.page)
        content["statements"] = [
            self.sealed(one, speaker, item) for one, speaker in zip(statements, speakers, strict=True)
        ]
        content |= {"dated_on": str(day), "forum": self.page["forum"] | {"uid": str(item.forum.uid)}}
        payload = canonical_json({"content": content})
        publication = Publication.objects.create(
            press_page=page,
            number=1,
            address=f"press/{day.year}/load-{self.pages}",
            payload=payload,
            digest=digest_of(payload),
            prepared_by="editor",
            approved_by="chief",
            approved_at=timezone.now(),
            visible_from=timezone.now(),
        )
        for model, rows in zip(published_index.MODELS, published_index.derived(publication), strict=True):
            model.objects.bulk_create(rows)
        return publication

    def publish_copies(self, number, mandate, on_a_page=50):
        """Publish so many statements by one mandate: one page derived, its index rows copied for the others."""
        publication = self.publish_page([mandate] * on_a_page)
        first, said = self.pages + 1, publication.press_page.dated_on
        self.pages += number // on_a_page - 1
        days = [said + datetime.timedelta(days=place % 7000) for place in range(first, self.pages + 1)]
        pages = PressPage.objects.bulk_create(
            PressPage(slug=f"load-{first + place}", dated_on=day, year=day.year) for place, day in enumerate(days)
        )
        facts = {field.attname: getattr(publication, field.attname) for field in Publication._meta.concrete_fields}
        facts = {name: value for name, value in facts.items() if name not in ("id", "uid", "press_page_id", "address")}
        publications = Publication.objects.bulk_create(
            Publication(press_page=page, address=f"press/{page.year}/{page.slug}", **facts) for page in pages
        )
        for model in (PublishedText, PublishedMention):
            rows = list(model.objects.filter(publication=publication))
            insert(
                model,
                (
                    (row, {"publication": one.pk, "dated_on": day})
                    for one, day in zip(publications, days, strict=True)
                    for row in rows
                ),
            )
        rows = PublishedStatement.objects.filter(publication=publication).order_by("statement")
        voices = PublishedVoice.objects.filter(publication=publication).order_by("statement")
        by_statement = [
            (PublishedStatement, "said_on", [list(some) for _key, some in groupby(rows, lambda row: row.statement_id)]),
            (PublishedVoice, "day", [list(some) for _key, some in groupby(voices, lambda row: row.statement_id)]),
        ]
        for one, day, item in zip(publications, days, cycle(self.items), strict=False):
            statements = Statement.objects.bulk_create(
                Statement(forum=item.forum, agenda_item=item, said_on=day) for _place in range(on_a_page)
            )
            changes = {"publication": one.pk, "forum": item.forum_id, "agenda_item_uid": item.uid}
            for model, field, groups in by_statement:
                insert(
                    model,
                    (
                        (row, {**changes, field: day, "statement": statement.pk})
                        for statement, group in zip(statements, groups, strict=True)
                        for row in group
                    ),
                )

    def sealed(self, statement, mandate, item):
        content = copy.deepcopy(self.page["statements"][0])
        content |= {"uid": str(statement.uid), "forum": str(item.forum.uid), "item": str(item.uid)}
        content |= {"said_on": str(statement.said_on)}
        person = content["voices"][0]["person"]
        person |= {"minister": str(mandate.minister.uid), "slug": mandate.minister.slug, "name": str(mandate.minister)}
        content["texts"]["en"]["text"] = f"Words {statement.uid}"
        return content
