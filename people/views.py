"""People and parties as the public reads about them. Both are public as soon as something visible names them."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from people import capacities, clock
from people.alphabets import sort_key
from people.filters import StatementFilter
from people.labels import in_language
from people.models import Mandate, Minister, Party, PresidencyTerm
from people.models.parties import trio_starts
from people.paging import part_of
from people.public import public
from people.timeline import timeline

PAGE_SIZE = 20
ON_THE_MARGINS = ["bilateral", "signing"]
"""The kinds of session that are shown with their outcome and with everybody who took part."""


@require_safe
def minister_list(request):
    """Everybody who is public, or whom the searched words name, from A to Z as the language of the page has it.

    No database knows that order, so all the names are sorted here; the rest is read for one part of the list alone.
    """
    words = request.GET.get("q", "").strip()
    found = public(Minister).named(words).order_by().values_list("sort_key", "slug", "pk")
    found = sorted(found, key=lambda names: (sort_key(names[0], get_language()), names))
    pages = Paginator([pk for *_names, pk in found], PAGE_SIZE).get_page(request.GET.get("page"))
    ministers = Minister.objects.in_bulk(pages.object_list)
    pages.object_list = [ministers[pk] for pk in pages.object_list]
    add_offices(pages.object_list, clock.today())
    return render(request, "people/minister_list.html", {"words": words, "pages": pages})


def add_offices(ministers, day):
    """Give each minister the mandate held on `day`, or else held last (`latest`, or None)."""
    begun = Prefetch("mandates", Mandate.objects.begun(day), to_attr="begun")
    prefetch_related_objects(ministers, begun, "begun__party__names", "begun__party__notes")
    for minister in ministers:
        minister.latest = latest_mandate([as_known(mandate, day) for mandate in minister.begun])


def latest_mandate(mandates):
    """Of mandates `as_known`, the one held on the day, or else the one that ended last; None if there is none.

    Of several that are held, an office goes before one that somebody is only designated for, then the highest.
    """
    held = [mandate for mandate in mandates if mandate.is_held_now]
    if held:
        return min(held, key=lambda mandate: (mandate.standing == Mandate.Standing.DESIGNATE, mandate.rank))
    return max(mandates, key=lambda mandate: mandate.ends_on, default=None)


@require_safe
def minister_detail(request, slug):
    minister = public(Minister).filter(slug=slug).first()
    if minister is None:
        return at_new_address(request, slug)
    today = clock.today()
    mandates = offices(minister.mandates.all(), today)
    context = {
        "minister": minister,
        "mandates": mandates,
        "description": described(latest_mandate(mandates)),
        "timeline": timeline(mandates, today),
        **published_record(request, minister),
    }
    return render(request, "people/minister_detail.html", context)


def described(mandate):
    """A person's latest office for the head of the page; empty if none is recorded."""
    return capacities.in_words(mandate.capacity, get_language()) if mandate else ""


def at_new_address(request, slug):
    """Leads from a former address to the person, if the public may know of them."""
    minister = public(Minister).filter(aliases__slug=slug).order_by("-aliases__created").first()
    if minister is None:
        raise Http404
    query = request.META.get("QUERY_STRING")
    address = minister.get_absolute_url()
    return redirect(f"{address}?{query}" if query else address)


@require_safe
def party_detail(request, code):
    party = get_object_or_404(public(Party).prefetch_related("names", "notes"), code=code.upper())
    if party.code != code:
        return redirect(party)
    today = clock.today()
    printed = party.as_printed(today)
    context = {
        "party": party,
        "printed": printed,
        "names": names_in(party, printed, get_language()),
        "memberships": party.memberships.select_related("group"),
        "presidencies": presidencies(party),
        "people": people_of(party, today, request.GET.get("people", "")),
        **published_record(request, party),
    }
    return render(request, "people/party_detail.html", context)


def people_of(party, day, begins_after):
    """One part of the mandates for a party that have begun by `day`, of people who are public; the newest first."""
    mandates = party.mandates.begun(day).filter(minister__in=public(Minister)).select_related("minister")
    mandates = mandates.annotate(day=Coalesce("starts_on", Value(date.min)))
    part = part_of(mandates, begins_after, PAGE_SIZE)
    return part._replace(rows=[as_known(mandate, day) for mandate in part.rows])


def published_record(request, whom):
    """What visible publications print about a person or a party: said, took part in, signed, named in."""
    voices = whom.published_voices.once()
    filters = StatementFilter(request.GET, voices, get_language())
    said = part_of(filters.qs if filters.is_valid() else voices.none(), request.GET.get("said", ""), PAGE_SIZE)
    taking_part = whom.published_participations.once().select_related("session").with_forum_address()
    meetings = taking_part.exclude(session__kind__in=ON_THE_MARGINS)
    margins = taking_part.filter(session__kind__in=ON_THE_MARGINS)
    agreements = whom.published_agreements.once().with_forum_address()
    return {
        "filters": filters,
        "said": said,
        "statements": whom.published_voices.statements_of(said.rows, get_language()),
        "meetings": part_of(meetings, request.GET.get("met", ""), PAGE_SIZE),
        "margins": part_of(margins, request.GET.get("margins", ""), PAGE_SIZE),
        "agreements": part_of(agreements, request.GET.get("agreed", ""), PAGE_SIZE),
        "pages": whom.mentions.visible().texts(get_language(), PAGE_SIZE),
    }


# Reference data -----------------------------------------------------------------------------------------------------


def with_names_of_parties(terms):
    """The terms with what printing their parties needs; `party_is_public` says whether there is a page to link to."""
    terms = terms.select_related("party").prefetch_related("party__names", "party__notes")
    return terms.annotate(party_is_public=Exists(public(Party).filter(pk=OuterRef("party"))))


def offices(mandates, day):
    """The mandates that have begun by `day`, the newest first, each `as_known`."""
    newest_first = F("starts_on").desc(nulls_last=True), "rank", "uid"
    return [as_known(one, day) for one in with_names_of_parties(mandates.begun(day)).order_by(*newest_first)]


def as_known(mandate, day):
    """A mandate that has begun by `day`, as the public knows it then: with `is_held_now` and the printed `capacity`.

    While it is held, the party has the name of that day, and afterwards that of the last one. A last day that is still
    to come is left out: it would tell of a handover that is only prepared.
    """
    mandate.is_held_now = mandate.holds_on(day)
    mandate.capacity = mandate.capacity_on(day if mandate.is_held_now else mandate.ends_on)
    if mandate.ends_on and mandate.ends_on > day:
        mandate.ends_on = None
    return mandate


def names_in(party, printed, language):
    """The party's names in one language, or else in the first that has any, the newest first.

    Each comes as the party is `printed`, under that name.
    """
    shown = in_language({name.language: name.short for name in party.names.all()}, language).language
    names = [name for name in party.names.all() if name.language == shown][::-1]
    for name in names:
        name.printed = printed | {"name": {shown: name.short}}
    return names


def presidencies(party):
    """The party's presidencies of the Council, the newest first, each with the terms of its trio."""
    terms = list(party.presidency_terms.order_by("-starts_on"))
    days = [day for term in terms for day in trio_starts(term.starts_on)]
    for one in (trios := with_names_of_parties(PresidencyTerm.objects.filter(starts_on__in=days))):
        one.printed_party = one.party.as_printed(one.starts_on)
    return [(term, [one for one in trios if one.starts_on in trio_starts(term.starts_on)]) for term in terms]
