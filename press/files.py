"""Files as the public gets them: only what belongs to something that may be read, by the predicate of the pages."""

import mimetypes
import re

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from press import previews
from press.freshness import LONGEST
from press.models import PublishedDocument, PublishedMention, PublishedPhoto

RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@require_safe
def media(request, name):
    """A file of something visible. Nothing else is served, whatever lies on the disk; staff see their previews."""
    public = is_public(name)
    if not public and not previews.holds(request.GET.get("preview", ""), name) and not request.user.is_staff:
        raise Http404
    if not name or not default_storage.exists(name):
        raise Http404
    response = handed_over(name) if settings.SENDFILE_HEADER else sent(request, name)
    response["Cache-Control"] = f"public, max-age={LONGEST}" if public else "private, no-store"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def is_public(name):
    """Whether a file belongs to something that may be read. Photos are public as renditions, never as the original."""
    folder, _slash, last = name.rpartition("/")
    if folder.startswith("photos/"):
        return not last.startswith("original.") and PublishedPhoto.objects.readable().filter(folder=folder).exists()
    if folder.startswith("documents/"):
        return PublishedDocument.objects.readable().filter(folder=folder).exists()
    if folder.startswith("portraits/"):
        return PublishedMention.objects.visible().filter(minister__portrait=name).exists()
    return False


def handed_over(name):
    """Let the web server in front send the file: `X-Accel-Redirect` (nginx) or `X-Sendfile` (Apache)."""
    response = HttpResponse(content_type=mimetypes.guess_type(name)[0] or "application/octet-stream")
    accel = settings.SENDFILE_HEADER.lower() == "x-accel-redirect"
    response[settings.SENDFILE_HEADER] = f"/protected/{name}" if accel else default_storage.path(name)
    return response


def sent(request, name):
    """The file, or the one range of bytes that was asked for (RFC 9110, section 14)."""
    size = default_storage.size(name)
    file = default_storage.open(name)
    response = FileResponse(file, content_type=mimetypes.guess_type(name)[0])
    response["Accept-Ranges"] = "bytes"
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or not any(asked.groups()):
        return response
    first, last = asked.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file.seek(start)
    content = file.read(end - start + 1)
    file.close()
    return HttpResponse(
        content,
        status=206,
        content_type=response["Content-Type"],
        headers={"Content-Range": f"bytes {start}-{end}/{size}", "Accept-Ranges": "bytes"},
    )
