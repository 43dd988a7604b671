"""How long a browser or a proxy may keep a public page: a minute, and never past the next release."""

from django.db.models import Min

from people.clock import is_now, moment
from press.models import Publication

LONGEST = 60
"""Seconds. A correction is everywhere within this time at the latest."""


def lifetime(at, next_release):
    """Whole seconds for which what is true at `at` stays true; `next_release` is a later moment or None."""
    if next_release is None:
        return LONGEST
    return max(0, min(LONGEST, int((next_release - at).total_seconds())))


def freshness_middleware(get_response):
    """Give every public answer that says nothing about caching its lifetime, the answer “not found” included."""

    def answer(request):
        began = moment()  # what becomes visible while the page is rendered may be missing from it
        response = get_response(request)
        if request.path.startswith("/admin/") or "Cache-Control" in response or not is_now():
            return response
        if request.method in ("GET", "HEAD") and response.status_code in (200, 301, 302, 404, 410):
            next_release = Publication.objects.embargoed(began).aggregate(first=Min("visible_from"))["first"]
            response["Cache-Control"] = f"public, max-age={lifetime(moment(), next_release)}"
        return response

    return answer
