"""Many published statements, for measuring: payloads and index rows as publishing makes them, entered in bulk.

One page and one statement are really sealed; the others are its copies with other uids, words, days and speakers.
"""

import copy
import datetime

from django.db import transaction
from django.utils import timezone

from events.models import Statement, Topic
from people.models import Mandate, Minister
from press import published_index
from press.canonical import canonical_json, digest_of
from press.models import PressPage, Publication
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

    def sealed(self, statement, mandate, item):
        content = copy.deepcopy(self.page["statements"][0])
        content |= {"uid": str(statement.uid), "forum": str(item.forum.uid), "item": str(item.uid)}
        content |= {"said_on": str(statement.said_on)}
        person = content["voices"][0]["person"]
        person |= {"minister": str(mandate.minister.uid), "slug": mandate.minister.slug, "name": str(mandate.minister)}
        content["texts"]["en"]["text"] = f"Words {statement.uid}"
        return content
