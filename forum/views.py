"""The home page, and what is answered when there is no page."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from forum.context import site
from press.models import PublishedStatement, PublishedText


@require_safe
def to_first_language(request):
    return redirect(f"/{settings.LANGUAGE_CODE}/")


@require_safe
def home(request):
    texts = PublishedText.objects.visible().shown_in(get_language()).select_related("publication", "picture")
    context = {
        "forums": texts.filter(publication__forum__isnull=False)[:4],
        "pages": texts.filter(publication__press_page__isnull=False)[:6],
        "statements": PublishedStatement.objects.once().shown_in(get_language())[:3],
    }
    return render(request, "forum/home.html", context)


@require_safe
def health(request):
    """Whether the site can answer from its database; for load balancers and containers."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")


def not_found(request, exception):
    """The same bytes for every address that the public may not read, whatever the reason."""
    with override(language_of(request)):
        return HttpResponse(loader.render_to_string("404.html", site(None)), status=404)


def server_error(request):
    """Rendered without the request and the database, which may be what failed."""
    with override(language_of(request)):
        return HttpResponse(loader.render_to_string("500.html", site(None)), status=500)


def language_of(request):
    first = request.path_info.split("/")[1]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
