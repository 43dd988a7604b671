"""Forums, sessions and statements as the public reads them.

What was published lies higher up, in `press`; it is reached through reverse relations (`forum.publications`).
"""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import F, Max, OuterRef, Subquery, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events import participants
from events.models import Forum, Statement, Topic
from people.alphabets import sort_key
from people.labels import in_language
from people.public import public

EDITIONS = 10
"""How many forums one part of a topic's page shows."""
STATEMENTS = 5
"""How many statements on one agenda item it shows; the others are on the session's page."""
PAGES = 10


@require_safe
def forum_list(request):
    """Every published forum: those to come, the next one first, then those held, the newest first, by series."""
    rows = published_texts().visible().shown_in(get_language()).filter(publication__forum__isnull=False)
    rows, today = rows.select_related("publication"), timezone.localdate().isoformat()
    upcoming = [row for row in rows if row.publication.content["forum"]["ends_on"] >= today]
    past = [row for row in rows if row.publication.content["forum"]["ends_on"] < today]
    return render(
        request,
        "events/forum_list.html",
        {"upcoming": upcoming[::-1], "past": by_series(past, lambda row: row.publication.content["forum"])},
    )


def by_series(rows, forum_of):
    """Lists of rows, one per series, in the order in which these are met; `forum_of` gives a row's sealed forum."""
    series = {}
    for row in rows:
        series.setdefault(forum_of(row)["series"]["slug"], []).append(row)
    return list(series.values())


@require_safe
def forum_detail(request, series, slug):
    publication = current_version(f"forums/{series}/{slug}")
    if publication.is_withdrawal:
        return withdrawn(request, publication)
    if publication.address != f"forums/{series}/{slug}":
        return redirect(f"/{get_language()}/{publication.address}/")
    return show_publication(request, publication)


@require_safe
def forum_version(request, series, slug, number):
    """A version of the programme as it was published; the current one too, at its lasting address."""
    current = current_version(f"forums/{series}/{slug}")
    if current.is_withdrawal:
        return withdrawn(request, current)
    publication = get_object_or_404(publications().readable(), forum=current.forum_id, number=number)
    return show_publication(request, publication, current=current)


def withdrawn(request, publication):
    """410 Gone: when it was withdrawn and why."""
    return render(request, "withdrawn.html", {"publication": publication}, status=410)


def publications():
    return Forum.publications.rel.related_model.objects


def published_texts():
    return Forum.published_texts.rel.related_model.objects


def current_version(address):
    """The visible publication at an address, or the one that what stood there has moved to."""
    publication = publications().standing_at(address)
    if publication is None:
        raise Http404
    return publication


def show_publication(request, publication, current=None):
    """A forum's publication as the public sees it, with the press pages about it."""
    sessions = publication.content["sessions"]
    context = {
        "publication": publication,
        "current": current,
        "versions": readable_versions(publication),
        "is_current": publication.state == "visible",
        "content": publication.content,
        "forum": publication.content["forum"],
        "programme": [one for one in sessions if not one["on_the_margins"]],
        "margins": [one for one in sessions if one["on_the_margins"]],
        "pages": pages_about(publication.forum_id),
    }
    return render(request, "events/forum_detail.html", context)


def readable_versions(publication):
    """The versions of the same programme that may be read, the newest first, without their payloads."""
    versions = publications().readable().filter(forum=publication.forum_id)
    return list(versions.order_by("-number").defer("payload"))


def pages_about(forum):
    rows = published_texts().visible().shown_in(get_language()).filter(publication__press_page__isnull=False)
    return rows.filter(forum=forum).select_related("publication", "picture")


@require_safe
def session_detail(request, series, slug, session):
    publication = current_version(f"forums/{series}/{slug}")
    if publication.is_withdrawal:
        return withdrawn(request, publication)
    found = session_or_404(publication, session)
    if publication.address != f"forums/{series}/{slug}":
        return redirect(f"/{get_language()}/{publication.address}/{session}/")
    statements = list(published_statements().once().shown_in(get_language()).filter(session_uid=found["uid"]))
    placed = item_uids(found["items"])
    context = {
        "publication": publication,
        "forum": publication.content["forum"],
        "session": found,
        "statements": statements,
        "unplaced": [row for row in statements if str(row.agenda_item_uid) not in placed],
        "pages": pages_about(publication.forum_id),
    }
    return render(request, "events/session_detail.html", context)


def session_or_404(publication, slug):
    """A session as the publication of its forum seals it."""
    found = next((one for one in publication.content["sessions"] if one["slug"] == slug), None)
    if found is None:
        raise Http404
    return found


@require_safe
def participant_table(request, series, slug, form, session=None):
    """The list of participants of a forum or of one session for other programs; `form` is `csv` or `json`."""
    publication = current_version(f"forums/{series}/{slug}")
    if publication.is_withdrawal:
        return withdrawn(request, publication)
    content = session_or_404(publication, session) if session else publication.content
    if publication.address != f"forums/{series}/{slug}":
        part = f"{session}/" if session else ""
        return redirect(f"/{get_language()}/{publication.address}/{part}participants.{form}")
    rows = participants.table(content["participants"], get_language())
    if form == "json":
        response = JsonResponse(
            {
                "address": f"{settings.SITE_URL}/{get_language()}/{publication.address}/",
                "version": publication.number,
                "digest": publication.digest,
                "language": get_language(),
                "participants": rows,
            }
        )
    else:
        response = HttpResponse(participants.as_csv(rows), content_type="text/csv; charset=utf-8")
    name = "-".join(filter(None, (slug, session, "participants", get_language())))
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def item_uids(items):
    """The uids of sealed agenda items, at every level."""
    return {uid for item in items for uid in (item["uid"], *item_uids(item["items"]))}


def published_statements():
    return Statement.published.rel.related_model.objects


@require_safe
def statement_detail(request, uid):
    """A statement in every language that it has, and the pages that carry it."""
    rows = published_statements().visible().shown_in(get_language()).filter(statement__uid=uid)
    rows = list(rows.select_related("publication").order_by("-publication__visible_from", "uid"))
    if not rows:
        raise Http404
    pages = published_texts().shown_in(get_language()).filter(publication__in=[row.publication_id for row in rows])
    return render(
        request, "events/statement_detail.html", {"statement": rows[0], "pages": pages.select_related("publication")}
    )


@require_safe
def topic_list(request):
    """Every topic that something visible names, by name, with the day of the newest one (`newest`)."""
    mentions = Topic.mentions.rel.related_model.objects.visible().filter(topic=OuterRef("pk"))
    topics = public(Topic).annotate(newest=Subquery(mentions.order_by("-dated_on").values("dated_on")[:1]))
    language = get_language()
    topics = sorted(topics, key=lambda topic: (sort_key(in_language(topic.name, language).text, language), topic.slug))
    return render(request, "events/topic_list.html", {"topics": topics})


@require_safe
def topic_detail(request, slug):
    """What became of a topic from one forum to the next: items with their outcome, statements, agreements."""
    topic = get_object_or_404(public(Topic), slug=slug)
    items, agreements = topic.published_items.once(), topic.published_agreements.once()
    newest = {
        row["forum"]: row["newest"]
        for rows in (agreements, items)
        for row in rows.order_by().values("forum").annotate(newest=Max("day"))
    }
    forums = sorted(newest, key=lambda forum: (newest[forum], forum), reverse=True)
    forums = Paginator(forums, EDITIONS).get_page(request.GET.get("page"))
    items = list(items.filter(forum__in=forums.object_list).with_forum_address())
    agreements = list(agreements.filter(forum__in=forums.object_list).with_forum_address())
    pages = topic.mentions.visible().filter(publication__press_page__isnull=False)
    context = {
        "topic": topic,
        "forums": forums,
        "series": by_series((edition(one, items, agreements) for one in forums), lambda one: one["forum"]),
        "statements": newest_on(items),
        "pages": pages.texts(get_language(), PAGES),
    }
    return render(request, "events/topic_detail.html", context)


def edition(forum, items, agreements):
    """One forum's part of a topic's page."""
    items = [row for row in items if row.forum_id == forum]
    agreements = [row for row in agreements if row.forum_id == forum]
    first = (items or agreements)[0]
    return {
        "forum": first.content["forum"],
        "address": first.forum_address,
        "items": items,
        "agreements": agreements,
    }


def newest_on(items):
    """The newest statements on each of the published agenda items."""
    place = Window(RowNumber(), partition_by=F("agenda_item_uid"), order_by=["-said_on", "uid"])
    rows = published_statements().once().shown_in(get_language())
    rows = rows.filter(agenda_item_uid__in=[row.item_uid for row in items])
    return rows.annotate(place=place).filter(place__lte=STATEMENTS)
