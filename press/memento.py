"""Memento (RFC 7089): a press page and its versions, for clients that ask for a moment in the past.

The page is its own TimeGate: asked with `Accept-Datetime`, it redirects to the version of that moment. Each version
carries `Memento-Datetime`; the TimeMap lists them all.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

LINK_FORMAT = "application/link-format"


def asked_moment(request):
    """The aware datetime of `Accept-Datetime`, or None if there is none that can be read."""
    seconds = parse_http_date_safe(request.headers.get("Accept-Datetime", ""))
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def version_at(versions, moment):
    """The released version that was visible at a moment; the first one for any moment before it."""
    versions = sorted(versions, key=lambda one: one.number)
    # HTTP dates have whole seconds: a version that began within that second counts.
    begun = [one for one in versions if one.visible_from.replace(microsecond=0) <= moment]
    return (begun or versions[:1])[-1]


def to_version(original, version):
    """The answer of the TimeGate: a redirect to the version of the moment that was asked for."""
    return with_links(HttpResponseRedirect(f"{original}v/{version.number}/"), original)


def with_links(response, original, memento=None):
    """Add the Link header (original, TimeMap), `Vary`, and for a version its `Memento-Datetime`."""
    links = [
        f'<{absolute(original)}>; rel="original timegate"',
        f'<{absolute(original)}timemap/>; rel="timemap"; type="{LINK_FORMAT}"',
    ]
    if memento:
        response["Memento-Datetime"] = http_date(memento.visible_from.timestamp())
    else:
        patch_vary_headers(response, ["Accept-Datetime"])
    response["Link"] = ", ".join(links)
    return response


def timemap(original, versions):
    """The list of all released versions, as `application/link-format`."""
    versions = sorted(versions, key=lambda one: one.number)
    lines = [
        f'<{absolute(original)}>; rel="original timegate"',
        f'<{absolute(original)}timemap/>; rel="self"; type="{LINK_FORMAT}"',
        *(
            f'<{absolute(original)}v/{one.number}/>; rel="memento"; '
            f'datetime="{http_date(one.visible_from.timestamp())}"'
            for one in versions
        ),
    ]
    return HttpResponse(",\n".join(lines) + "\n", content_type=LINK_FORMAT)


def absolute(path):
    return settings.SITE_URL + path
