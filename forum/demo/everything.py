"""The whole demo in its order: who, what happened, what is published about it."""

from django.contrib.auth.models import Group, User
from django.db import transaction

from forum.demo.brdo import enter_conference, enter_forum
from forum.demo.brdo_page import enter_brdo_page
from forum.demo.draft import enter_draft
from forum.demo.editions import enter_skopje, enter_skopje_page, enter_tirana, enter_tirana_page
from forum.demo.life import (
    enter_advisory,
    enter_justice_page,
    publish,
    publish_and_withdraw,
    publish_under_embargo,
    publish_with_a_slip,
    submit_translation,
)
from forum.demo.ministers import enter_ministers
from forum.demo.series import enter_series, enter_topics
from people.reference.entering import enter_reference

LOGINS = {"editor": "Editor", "chief": "Chief editor", "archivist": "Archivist"}
"""Account names and the groups that they belong to; the password of each is `demo-` and its name."""


@transaction.atomic
def enter_everything():
    """Returns the press page about the forum at Brdo."""
    reference = enter_reference()
    parties, groups = reference.parties, reference.groups
    mandates = enter_ministers(parties)
    topics = enter_topics()
    series, conferences = enter_series()

    conference = enter_conference(conferences, parties, groups, mandates, topics)
    brdo = enter_forum(series, parties, groups, mandates, topics)
    skopje = enter_skopje(series, parties, mandates, topics)
    tirana = enter_tirana(series, parties, mandates, topics)

    enter_draft(conference, topics)
    page = enter_brdo_page(brdo, conference, topics)
    tirana_page = enter_tirana_page(tirana, topics)
    editor, chief, _archivist = enter_logins()
    for subject, release in [
        (skopje, publish),
        (conference, publish),
        (brdo, publish),
        (tirana, publish),
        (page, publish),
        (tirana_page, publish),
        (enter_skopje_page(skopje, topics), publish_with_a_slip),
        (enter_justice_page(brdo, topics), publish_under_embargo),
        (enter_advisory(brdo), publish_and_withdraw),
    ]:
        if not subject.publications.exists():
            release(subject, editor, chief)
    submit_translation(tirana_page, editor)
    return page


def enter_logins():
    """The three accounts of `LOGINS`, in its order."""
    return [enter_login(name, group) for name, group in LOGINS.items()]


def enter_login(name, group):
    user = User.objects.filter(username=name).first()
    if user is None:
        user = User.objects.create_user(name, password=password_of(name), is_staff=True)
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    return user


def password_of(name):
    return f"demo-{name}"
