"""Links from the text of a page to this site's own addresses that lead to nothing visitors can see now."""

import re
from contextlib import suppress
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils import translation

from people.clock import as_of, moment
from press.views import show_publication

HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
NOT_FOR_VISITORS = "admin/", "preview/"
"""What asks for a login, and what was given to one person, whose opening of it is logged."""


def dead_links(publication, language):
    """The links of the text in a language, as they were written, that lead nowhere; with its release set released."""
    set_uid = publication.release_set.uid if publication.release_set_id else None
    site = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    base = f"{settings.SITE_URL}/{site}/{publication.address}/"
    links = dict.fromkeys(unescape(href) for href in HREF.findall(publication.content["texts"][language]["body"]))
    with as_of(moment(), set_uid):
        return [href for href in links if is_dead(href, base, publication, language)]


def is_dead(href, base, publication, language):
    try:
        asked = urlsplit(urljoin(base, href))
    except ValueError:
        return True
    site = urlsplit(settings.SITE_URL)
    if (asked.scheme, asked.netloc) != (site.scheme, site.netloc) or asked.path.startswith(settings.STATIC_URL):
        return False
    place = asked.path.removeprefix("/")
    if translation.get_language_from_path(asked.path):
        place = place.partition("/")[2]
    if place.startswith(NOT_FOR_VISITORS):
        return True
    if place in {f"statements/{one['uid']}/" for one in publication.content["statements"]}:
        return False  # they become visible with the page
    own = place == f"{publication.address}/"
    response = answer(asked, (lambda request: show_publication(request, publication, language)) if own else None)
    if response is None or response.status_code >= 400:
        return True
    if not asked.fragment or response.status_code != 200 or response.streaming:
        return False
    return f'id="{unquote(asked.fragment)}"' not in response.content.decode()


def answer(asked, view=None):
    """What visitors get at an address of this site, from `view` or else from the one that stands there; or None."""
    path = asked.path or "/"
    request = RequestFactory().get(f"{path}?{asked.query}", secure=asked.scheme == "https", HTTP_HOST=asked.netloc)
    request.user = AnonymousUser()
    refused = Resolver404, Http404, PermissionDenied, SuspiciousOperation
    with translation.override(translation.get_language_from_path(path)), suppress(*refused):
        found = resolve(path)
        return view(request) if view else found.func(request, *found.args, **found.kwargs)
    return None
