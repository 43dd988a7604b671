"""Titles that a page prints for people who did not hold them that day."""

from typing import NamedTuple

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from events.models import Participation, Signature, Voice
from people.labels import in_language
from people.models import Mandate
from people.spelling import fold
from people.terms import holds_on
from press.findings import yellow


class Printed(NamedTuple):
    """A person on a page: the row that says so, the capacities, the days, and a title of the row's own.

    A capacity is a pair of the row's field and the mandate that stands in it.
    """

    row: Model
    capacities: list
    days: tuple
    title: dict


def title_findings(subject):
    """Yellow findings about everybody whom a press page or a forum prints with a title."""
    people = list(printed_on_page(subject) if hasattr(subject, "original_language") else printed_on_forum(subject))
    held = {}
    ministers = {mandate.minister_id for one in people for _field, mandate in one.capacities}
    for mandate in Mandate.objects.filter(minister__in=ministers).select_related("minister"):
        held.setdefault(mandate.minister_id, []).append(mandate)
    for one in people:
        mandates = held[one.capacities[0][1].minister_id]
        current = [mandate for mandate in mandates if any(holds_on(mandate, day) for day in one.days)]
        facts = {"person": mandates[0].minister, "day": one.days[0].isoformat()}
        yield from wrong_capacities(one, current, facts)
        yield from wrong_titles(one, current, facts)


def wrong_capacities(printed, current, facts):
    message = _("%(person)s was not “%(title)s” on %(day)s. Choose the mandate of that day.")
    for field, mandate in printed.capacities:
        if mandate not in current:
            title = in_language(mandate.title, "en").text
            what = f"{printed.row.uid} {mandate.uid}"
            yield yellow("title", what, message % {**facts, "title": title}, field, record=printed.row)


def wrong_titles(printed, current, facts):
    """A language in which no mandate of that day has a title says nothing about the one that is printed."""
    message = _("“%(title)s” is printed for %(person)s, who held another office on %(day)s. Check the title.")
    for language, title in printed.title.items():
        titles = {fold(mandate.title[language]) for mandate in current if language in mandate.title}
        if titles and fold(title) not in titles:
            what = f"{printed.row.uid} {language} {title}"
            field = f"title_as_published:{language}"
            yield yellow("title", what, message % {**facts, "title": title}, field, record=printed.row)


# Who is printed -----------------------------------------------------------------------------------------------------


def printed_on_forum(forum):
    yield from taking_part(forum.participations.all())
    yield from signing(forum)


def printed_on_page(page):
    voices = Voice.objects.filter(statement__press_pages=page, mandate__isnull=False)
    for voice in voices.select_related("mandate", "statement").prefetch_related("also_as"):
        yield Printed(voice, capacities(voice), (voice.statement.said_on,), {})
    if page.forum and page.shows_the_forum:
        shown = Q(session=None) | Q(session__on_the_margins=True) | Q(session__in=page.sessions.all())
        yield from taking_part(Participation.objects.filter(shown, forum=page.forum))
        yield from signing(page.forum)


def taking_part(participations):
    rows = participations.filter(Q(mandate__isnull=False) | Q(in_place_of__isnull=False))
    rows = rows.select_related("mandate", "in_place_of", "forum", "session")
    for row in rows.prefetch_related("also_as"):
        if row.mandate:
            yield Printed(row, capacities(row), row.days(), row.title_as_published)
        if row.in_place_of:
            yield Printed(row, [("in_place_of", row.in_place_of)], row.days(), {})


def signing(forum):
    signatures = Signature.objects.filter(agreement__forum=forum, mandate__isnull=False)
    for row in signatures.select_related("mandate", "agreement"):
        yield Printed(row, [("mandate", row.mandate)], (row.agreement.dated_on or forum.starts_on,), {})


def capacities(row):
    return [("mandate", row.mandate), *(("also_as", mandate) for mandate in row.also_as.all())]
