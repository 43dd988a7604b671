"""People as the public reads about them. A person is public as soon as something visible names them."""

from django.core.paginator import Paginator
from django.db.models import F, prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from people import clock
from people.models import Minister, MinisterAlias
from people.public import public
from people.spelling import fold

PAGE_SIZE = 20


@require_safe
def minister_list(request):
    """Everybody who is public, or whom the searched words name, from A to Z in either database."""
    words = request.GET.get("q", "").strip()
    found = sorted(public(Minister).named(words), key=lambda minister: (fold(minister.sort_key), minister.slug))
    pages = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    add_offices(pages.object_list, timezone.localdate(clock.moment()))
    return render(request, "people/minister_list.html", {"words": words, "pages": pages})


def add_offices(ministers, day):
    """Give each minister the mandate held on `day`, or else held last (`latest`, or None), with its printed party."""
    prefetch_related_objects(ministers, "mandates__party__names", "mandates__party__notes")
    for minister in ministers:
        minister.latest = latest = latest_mandate(minister, day)
        if latest:
            latest.is_held_now = latest.holds_on(day)
            latest.printed_party = printed(latest.party, day if latest.is_held_now else latest.ends_on)


def latest_mandate(minister, day):
    """The mandate held on `day`, the highest first; or else the one that ended last; None if none has begun."""
    held = [mandate for mandate in minister.mandates.all() if mandate.holds_on(day)]
    past = [mandate for mandate in minister.mandates.all() if mandate.ends_on and mandate.ends_on < day]
    if held:
        return min(held, key=lambda mandate: mandate.rank)
    return max(past, key=lambda mandate: mandate.ends_on, default=None)


@require_safe
def minister_detail(request, slug):
    minister = Minister.objects.filter(slug=slug).first()
    if minister is None:
        return at_new_address(request, slug)
    mentions = minister.mentions.visible()
    if not mentions.exists():
        raise Http404
    statements = minister.published_statements.once().shown_in(get_language()).select_related("publication")
    context = {
        "minister": minister,
        "mandates": mandates_with_names(minister),
        "statements": Paginator(statements, PAGE_SIZE).get_page(request.GET.get("page")),
        "pages": mentions.texts(get_language()),
    }
    return render(request, "people/minister_detail.html", context)


def at_new_address(request, slug):
    """Leads from a former address to the person, if the public may know of them."""
    alias = MinisterAlias.objects.filter(slug=slug).select_related("minister").order_by("-created").first()
    if alias is None or not alias.minister.mentions.visible().exists():
        raise Http404
    query = request.META.get("QUERY_STRING")
    address = alias.minister.get_absolute_url()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def mandates_with_names(minister):
    """The person's mandates, the newest first, each with its party as it was named then (`printed_party`)."""
    mandates = minister.mandates.select_related("party").prefetch_related("party__names", "party__notes")
    mandates = mandates.order_by(F("starts_on").desc(nulls_last=True), "rank")
    for mandate in mandates:
        mandate.printed_party = printed(mandate.party, mandate.starts_on or mandate.ends_on)
        mandate.is_held_now = mandate.holds_on(timezone.localdate())
    return mandates


def printed(party, day):
    """A party in the form that publications seal, for the tag `party_name`."""
    notes = party.notes.all()
    notes = {one.language: {"style": one.style, "text": one.text} for one in notes if one.style != one.Style.OFF}
    return {"code": party.code, "name": party.names_on(day or timezone.localdate()), "notes": notes}
