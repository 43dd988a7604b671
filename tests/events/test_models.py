import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import AgendaItem, Forum, Participation, Session, Voice
from tests.make import (
    HOME_AFFAIRS_DAY,
    make_agenda_item,
    make_forum,
    make_mandate,
    make_participation,
    make_party,
    make_session,
    make_statement,
)

pytestmark = pytest.mark.django_db


def refusals(record):
    """A dict from field to the sentences with which the record is refused."""
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.message_dict


def at(hour, day=2):
    return datetime.datetime(2021, 12, day, hour, tzinfo=datetime.UTC)


def test_forum_that_ends_before_it_starts_is_refused_on_the_last_day():
    forum = make_forum()
    forum.ends_on = datetime.date(2021, 11, 30)
    assert list(refusals(forum)) == ["ends_on"]


def test_second_forum_of_a_series_with_the_same_slug_is_refused_on_the_slug():
    forum = make_forum()
    twin = Forum(series=forum.series, slug=forum.slug, title={"en": "x"}, starts_on=at(1).date(), ends_on=at(1).date())
    assert "Another forum of this series has the address “2021-brdo”." in refusals(twin)["slug"][0]


def test_unknown_time_zone_is_refused():
    forum = make_forum()
    forum.time_zone = "Europe/Brdo"
    assert list(refusals(forum)) == ["time_zone"]


def test_session_that_ends_before_it_starts_is_refused_on_the_end():
    session = make_session(make_forum(), starts_at=at(10), ends_at=at(10))
    session.ends_at = at(9)
    assert refusals(session) == {"ends_at": ["The end lies before the start. Correct one of the two times."]}


def test_session_may_end_on_the_next_day():
    make_session(make_forum(), starts_at=at(22), ends_at=at(0, day=3)).full_clean()


def test_session_takes_its_day_from_the_venue():
    session = Session(forum=make_forum(), title={"en": "Dinner"}, slug="dinner", starts_at=at(23, day=1))
    session.full_clean()
    assert session.day == HOME_AFFAIRS_DAY


def test_database_refuses_a_session_that_ends_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_session(make_forum(), starts_at=at(10), ends_at=at(9))


def test_agenda_nests_three_levels_and_no_deeper():
    forum = make_forum()
    parent = None
    for number in range(3):
        parent = make_agenda_item(forum, parent=parent, number=str(number))
        parent.full_clean()
    fourth = AgendaItem(forum=forum, parent=parent, title={"en": "Too deep"})
    assert refusals(fourth) == {"parent": ["Agenda items nest up to three levels. Choose an item higher up."]}


def test_agenda_item_cannot_be_part_of_itself():
    forum = make_forum()
    top = make_agenda_item(forum)
    below = make_agenda_item(forum, parent=top)
    top.parent = below
    assert refusals(top) == {"parent": ["An item cannot be part of itself. Choose another item."]}


def test_agenda_item_of_another_forums_session_is_refused():
    session = make_session(make_forum(slug="other"))
    item = make_agenda_item(make_forum())
    item.session = session
    assert list(refusals(item)) == ["session"]


def test_participation_outside_the_mandate_is_refused_on_the_mandate():
    mandate = make_mandate(ends_on=datetime.date(2021, 1, 1))
    participation = Participation(forum=make_forum(), mandate=mandate)
    sentence = refusals(participation)["mandate"][0]
    assert "held from 2020-03-13 to 2021-01-01, not on 2021-12-01" in sentence
    assert "Choose the mandate of that day, or correct the mandate's dates." in sentence


def test_participation_of_nobody_is_refused():
    assert list(refusals(Participation(forum=make_forum()))) == ["mandate"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(forum=Forum.objects.get())


def test_place_in_the_list_needs_a_reason():
    participation = make_participation(make_forum())
    participation.place = 1
    assert list(refusals(participation)) == ["place_reason"]


def test_voice_outside_the_mandate_is_refused_on_the_mandate():
    statement = make_statement(make_forum())
    former = make_mandate(ends_on=datetime.date(2021, 12, 1))
    assert list(refusals(Voice(statement=statement, mandate=former))) == ["mandate"]


def test_voice_is_a_person_or_a_body():
    statement = make_statement(make_forum())
    assert list(refusals(Voice(statement=statement))) == ["mandate"]
    with pytest.raises(IntegrityError), transaction.atomic():
        statement.voices.create(mandate=make_mandate(), party=make_party())


def test_statement_has_one_original():
    statement = make_statement(make_forum())
    with pytest.raises(IntegrityError), transaction.atomic():
        statement.texts.create(language="sl", text="Potrebujemo", is_original=True)
