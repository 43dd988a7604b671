"""Press pages as the public reads them: from publications and their index rows, never from working rows."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.views import current_version, withdrawn
from events.views import show_publication as show_forum
from press import memento, previews
from press.filters import PressFilter
from press.models import Publication, PublishedText

PAGE_SIZE = 20


@require_safe
def page_list(request):
    texts = PublishedText.objects.visible().shown_in(get_language()).filter(publication__press_page__isnull=False)
    filters = PressFilter(request.GET, texts, get_language())
    found = filters.qs if filters.is_valid() else texts.none()
    pages = Paginator(found.select_related("publication", "picture"), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "press/page_list.html", {"filters": filters, "pages": pages})


@require_safe
def page_detail(request, year, slug, language=None):
    publication = current_version(f"press/{year}/{slug}")
    if publication.is_withdrawal:
        return withdrawn(request, publication)
    if asked := memento.asked_moment(request):
        version = memento.version_at(readable_versions(publication), asked)
        return memento.to_version(f"/{get_language()}/{publication.address}/", version)
    if language and language not in publication.content["texts"]:
        raise Http404
    if publication.address != f"press/{year}/{slug}":
        return redirect(f"/{get_language()}/{publication.address}/")
    response = show_publication(request, publication, language or get_language())
    return memento.with_links(response, f"/{get_language()}/{publication.address}/")


@require_safe
def page_version(request, year, slug, number):
    """A version as it was published; the current one too, at its lasting address."""
    current = current_version(f"press/{year}/{slug}")
    if current.is_withdrawal:
        return withdrawn(request, current)
    publication = get_object_or_404(Publication.objects.readable(), press_page=current.press_page_id, number=number)
    response = show_publication(request, publication, get_language(), current=current)
    return memento.with_links(response, f"/{get_language()}/{current.address}/", memento=publication)


@require_safe
def preview(request, token, language=None):
    """A sealed publication for the one person to whom a link was given; a link that does not work was never there."""
    link = previews.opened(token)
    if link is None or (language and language not in link.publication.content.get("texts", {})):
        raise Http404
    request.preview, request.preview_token = link, token
    publication = link.publication
    if publication.is_withdrawal:
        response = withdrawn(request, publication)
    elif publication.press_page_id:
        response = show_publication(request, publication, language or get_language())
    else:
        response = show_forum(request, publication)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


def show_publication(request, publication, language, current=None):
    """A press page's publication as the public sees it, with its text in `language` or else in the original."""
    content = publication.content
    shown = language if language in content["texts"] else content["original_language"]
    forums = [forum["uid"] for forum in (content["forum"], *content["earlier_forums"]) if forum]
    context = {
        "publication": publication,
        "current": current,
        "versions": readable_versions(publication),
        "content": content,
        "text": content["texts"][shown],
        "text_language": shown,
        "is_fallback": shown != language,
        "alternates": list(alternates(publication, getattr(request, "preview_token", ""))),
        "forum_addresses": visible_forum_addresses(forums),
        "related": visible_pages(content["related"]),
    }
    return render(request, "press/page_detail.html", context)


def readable_versions(publication):
    """The versions of the same page that may be read, the newest first, without their payloads."""
    versions = Publication.objects.readable().filter(press_page=publication.press_page_id)
    return list(versions.order_by("-number").defer("payload"))


def alternates(publication, token=""):
    """The addresses of the page's texts by language: the site's languages, then the others the page has.

    Whoever reads it by a preview link (`token`) stays behind that link.
    """
    parts = publication.address.split("/")[1:]
    site = dict(settings.LANGUAGES)
    for language in sorted(publication.content["texts"], key=lambda code: (code not in site, code)):
        if token and language in site:
            yield language, f"/{language}/preview/{token}/"
        elif token:
            yield language, reverse("preview_in_language", args=[token, language])
        elif language in site:
            yield language, f"/{language}/{publication.address}/"
        else:
            yield language, reverse("press:page_in_language", args=[*parts, language])


def visible_forum_addresses(uids):
    """A dict from the uid of each published forum to its address; a forum that is not public has none."""
    rows = Publication.objects.visible().filter(forum__uid__in=uids).values_list("forum__uid", "address")
    return {str(uid): f"/{get_language()}/{address}/" for uid, address in rows}


def visible_pages(uids):
    rows = PublishedText.objects.visible().shown_in(get_language()).filter(publication__press_page__uid__in=uids)
    return rows.select_related("publication", "picture")
