"""How a page came to be what it is: comparisons of versions, the TimeMap, corrections and their feed."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.views import current_version, withdrawn
from people.labels import Wording, in_language
from people.templatetags.wording import with_notes
from press import memento
from press.differences import differences
from press.models import Publication, PublishedText

PAGE_SIZE = 50


class AddressConverter:
    """The address of a press page or of a forum, without the language and the outer slashes."""

    regex = r"press/[0-9]+/[-a-zA-Z0-9_]+|forums/[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+"

    @staticmethod
    def to_python(value):
        return value

    to_url = to_python


@require_safe
def comparison(request, address, first, second):
    """What differs between two released versions of a press page or a forum, in the language of the page."""
    current = current_version(address)
    if current.is_withdrawal:
        return withdrawn(request, current)
    versions = {one.number: one for one in readable_versions(current) if one.number in (first, second)}
    if set(versions) != {first, second} or first >= second:
        raise Http404
    if address != current.address:
        return redirect("comparison", current.address, first, second)
    old, new = versions[first], versions[second]
    context = {
        "old": old,
        "new": new,
        "compared": [old, new],
        "follows": second == first + 1,
        "zone": (new.content["forum"] or {}).get("time_zone"),
        "current": current,
        "title": title_of(new),
        "differences": differences(old.content, new.content, get_language()),
    }
    return render(request, "press/comparison.html", context)


@require_safe
def timemap(request, year, slug):
    current = current_version(f"press/{year}/{slug}")
    if current.is_withdrawal:
        return withdrawn(request, current)
    return memento.timemap(f"/{get_language()}/{current.address}/", readable_versions(current).defer("payload"))


def readable_versions(publication):
    """The versions of the same page or programme that may be read."""
    return Publication.objects.readable().filter(press_page=publication.press_page_id, forum=publication.forum_id)


def title_of(publication):
    """The title of a publication in the language of the page, or else in the original, with its language."""
    content, language = publication.content, get_language()
    if "texts" not in content:
        return in_language(content["forum"]["title"], language)
    language = language if language in content["texts"] else content["original_language"]
    return Wording(content["texts"][language]["title"], language)


@require_safe
def correction_list(request):
    """Every correction and withdrawal, the newest first."""
    pages = Paginator(corrections(), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "press/correction_list.html", {"pages": pages, "corrections": with_titles(pages)})


def corrections():
    kinds = (*Publication.CORRECTIONS, Publication.Kind.WITHDRAWAL)
    return Publication.objects.released().filter(kind__in=kinds).order_by("-visible_from", "-pk").defer("payload")


def with_titles(publications):
    """The publications, each with the title under which its page can be read now (`page_title`, empty if it cannot).

    `public_note` is empty for a correction of what was withdrawn later: it may repeat the withdrawn words.
    `version_before` is the number of the version to compare with, if both may be read.
    """
    publications = list(publications)
    pages, forums = ({getattr(one, key) for one in publications} - {None} for key in ("press_page_id", "forum_id"))
    about = Q(publication__press_page__in=pages) | Q(publication__forum__in=forums)
    texts = PublishedText.objects.visible().shown_in(get_language()).filter(about)
    texts = {subject_of(text.publication): text for text in texts.select_related("publication")}
    readable = Publication.objects.readable().filter(Q(press_page__in=pages) | Q(forum__in=forums))
    readable = {(subject_of(one), one.number) for one in readable.only("press_page_id", "forum_id", "number")}
    for one in publications:
        subject = subject_of(one)
        text = texts.get(subject)
        one.current_address = text.publication.address if text else one.address
        one.page_title = text.title if text and not one.is_withdrawal else ""
        one.page_language = text.language if text else ""
        one.public_note = one.note if one.is_withdrawal or (subject, one.number) in readable else ""
        one.version_before = one.number - 1 if {(subject, one.number - 1), (subject, one.number)} <= readable else None
    return publications


def subject_of(publication):
    return publication.press_page_id, publication.forum_id


class CorrectionFeed(Feed):
    """The newest corrections and withdrawals as an Atom feed."""

    feed_type = Atom1Feed

    def title(self):
        return _("Corrections – %(site)s") % {"site": _(settings.SITE_NAME)}

    def subtitle(self):
        return _("What was corrected or withdrawn on this site, when and why.")

    def author_name(self):
        return _(settings.SITE_NAME)

    def link(self):
        return reverse("correction_list")

    def feed_url(self):
        return reverse("correction_feed")

    def items(self):
        return with_titles(corrections()[:PAGE_SIZE])

    def item_title(self, item):
        return item.page_title or _("Withdrawn: %(address)s") % {"address": item.address}

    def item_description(self, item):
        kind = item.get_kind_display()
        return with_notes(f"{kind}: {item.public_note}" if item.public_note else kind)

    def item_link(self, item):
        return f"/{get_language()}/{item.current_address}/"

    def item_guid(self, item):
        return f"urn:uuid:{item.uid}"

    def item_pubdate(self, item):
        return item.visible_from

    item_updateddate = item_pubdate
