"""The index rows about the record: derived from payloads, those of older releases too."""

import pytest
from django.core.management import call_command

from press import published_index
from press.models import (
    PublishedAgreement,
    PublishedMention,
    PublishedParticipation,
    PublishedVoice,
)
from tests.make import (
    make_agenda_item,
    make_agreement,
    make_forum,
    make_group,
    make_mandate,
    make_participation,
    make_party,
    make_press_page,
    make_session,
    make_statement,
    make_topic,
    publish,
    show_statement,
)

pytestmark = pytest.mark.django_db


def published_record():
    """A forum with one of everything and a page about it, both published."""
    forum, mandate = make_forum(), make_mandate()
    mandate.party.memberships.create(group=make_group())
    session = make_session(forum, kind="signing", on_the_margins=True)
    item = make_agenda_item(forum, session=session)
    item.topics.add(make_topic())
    make_participation(forum, mandate=mandate)
    make_participation(forum, session=session, mandate=mandate)
    make_agreement(forum, mandate, make_party("ME", "Montenegro"), session=session, topics=[make_topic()])
    page = make_press_page(forum=forum)
    page.sessions.add(session)
    show_statement(page, make_statement(forum, mandate=mandate, agenda_item=item))
    return publish(forum), publish(page)


def as_sealed_by_an_older_release(value):
    """The payload without the groups of parties, the topics of agreements and the identifiers of topics."""
    if isinstance(value, list):
        return [as_sealed_by_an_older_release(one) for one in value]
    if not isinstance(value, dict):
        return value
    old = {key: as_sealed_by_an_older_release(one) for key, one in value.items() if key not in ("groups", "topic")}
    return {key: one for key, one in old.items() if not (key == "topics" and "signatures" in value)}


def test_rebuilt_rows_are_those_of_publishing():
    publications = published_record()
    before = [list(model.objects.order_by("uid").values_list("uid")) for model in published_index.MODELS]
    call_command("rebuild_index", verbosity=0)
    assert [list(model.objects.order_by("uid").values_list("uid")) for model in published_index.MODELS] == before
    assert all(published_index.is_whole(publication) for publication in publications)


def test_payload_of_an_older_release_has_its_rows_and_pages(client):
    for publication in published_record():
        publication.content = as_sealed_by_an_older_release(publication.content)
        assert "groups" not in str(publication.content)
        published_index.build(publication)
    assert PublishedMention.objects.visible().filter(topic__slug="migration").exists()
    assert not PublishedMention.objects.filter(group__isnull=False).exists()
    for path in ("people/ales-hojs", "parties/SI", "topics/migration"):
        assert client.get(f"/en/{path}/").status_code == 200


def test_person_brings_the_parties_of_the_offices_named():
    published_record()
    for model in (PublishedVoice, PublishedParticipation, PublishedAgreement):
        assert model.objects.filter(minister__slug="ales-hojs").exists()
        assert model.objects.filter(party__code="SI").exists()


def test_agreement_on_forum_and_press_page_counts_once():
    published_record()
    rows = PublishedAgreement.objects.filter(party__code="ME")
    assert rows.count() == 2
    assert rows.once().count() == 1
