"""Press pages as the public reads them: from publications and their index rows, never from working rows."""

import mimetypes

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from press.filters import PressFilter
from press.models import Publication, PublishedDocument, PublishedMention, PublishedPhoto, PublishedText

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
    if language and language not in publication.content["texts"]:
        raise Http404
    if publication.address != f"press/{year}/{slug}":
        return redirect(f"/{get_language()}/{publication.address}/")
    return show_publication(request, publication, language or get_language())


@require_safe
def page_version(request, year, slug, number):
    """A version as it was published; the current one too, at its lasting address."""
    current = current_version(f"press/{year}/{slug}")
    publication = get_object_or_404(current.press_page.publications.released(), number=number)
    return show_publication(request, publication, get_language(), current=current)


def current_version(address):
    """The visible publication at an address, or the one that its page has moved to."""
    publication = Publication.objects.visible().filter(address=address, press_page__isnull=False).first()
    if publication:
        return publication
    former = Publication.objects.released().filter(address=address, press_page__isnull=False).order_by("-visible_from")
    return get_object_or_404(Publication.objects.visible(), press_page__in=former.values("press_page")[:1])


def show_publication(request, publication, language, current=None):
    """A press page's publication as the public sees it, with its text in `language` or else in the original."""
    content = publication.content
    shown = language if language in content["texts"] else content["original_language"]
    forums = [forum["uid"] for forum in (content["forum"], *content["earlier_forums"]) if forum]
    context = {
        "publication": publication,
        "current": current,
        "content": content,
        "text": content["texts"][shown],
        "text_language": shown,
        "is_fallback": shown != language,
        "alternates": list(alternates(publication)),
        "forum_addresses": visible_forum_addresses(forums),
        "related": visible_pages(content["related"]),
    }
    return render(request, "press/page_detail.html", context)


def alternates(publication):
    """The addresses of the page's texts by language: the site's languages, then the others the page has."""
    parts = publication.address.split("/")[1:]
    site = dict(settings.LANGUAGES)
    for language in sorted(publication.content["texts"], key=lambda code: (code not in site, code)):
        if language in site:
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


def is_public(name):
    """Whether a file belongs to something visible. Photos are public in their renditions, never as the original."""
    folder, _slash, last = name.rpartition("/")
    if folder.startswith("photos/"):
        return not last.startswith("original.") and PublishedPhoto.objects.visible().filter(folder=folder).exists()
    if folder.startswith("documents/"):
        return PublishedDocument.objects.visible().filter(folder=folder).exists()
    if folder.startswith("portraits/"):
        return PublishedMention.objects.visible().filter(minister__portrait=name).exists()
    return False


@require_safe
def media(request, name):
    """A file of something visible. Nothing else is served, whatever lies on the disk; staff see their previews."""
    public = is_public(name)
    if not public and not request.user.is_staff:
        raise Http404
    try:
        file = default_storage.open(name)
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=mimetypes.guess_type(name)[0])
    response["Cache-Control"] = "public, max-age=3600" if public else "private, no-store"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
