"""For staff: any public page as it stood, or will stand, at the moment in `?as_of=2021-12-03T09:00`.

With `&release_set=` and the uid of a release set, as it will stand once that set is released.
"""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponseBadRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from people.clock import as_of

PARAMETER = "as_of"


def as_of_middleware(get_response):
    def answer(request):
        if PARAMETER not in request.GET or request.path.startswith("/admin/") or not request.user.is_staff:
            return get_response(request)
        moment = parsed(request.GET[PARAMETER])
        if moment is None:
            return HttpResponseBadRequest(
                _("“as_of” is no moment. Write it like 2021-12-03T09:00, in the site's time zone.")
            )
        request.as_of, request.as_of_is_to_come = moment, moment > timezone.now()
        with as_of(moment, parsed_uid(request.GET.get("release_set", ""))):
            response = get_response(request)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def parsed(text):
    """An aware datetime from an ISO text, in the site's zone if it names none; None if it cannot be read."""
    try:
        moment = datetime.fromisoformat(text)
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    except (ValueError, OverflowError):
        return None


def parsed_uid(text):
    try:
        return UUID(text)
    except ValueError:
        return None
