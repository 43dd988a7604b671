"""The newsroom's list of everything that was sealed, and the record of each publication: read-only.

What is decided about one stands on its review page, `press/deciding.py`.
"""

import json

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.admin import NewsroomAdmin
from people.clock import now
from press import review, venue_times
from press.deciding import Desk
from press.models import Publication
from press.submitting import public_address


class ReadOnly(NewsroomAdmin):
    """What was sealed or logged cannot be changed by anybody."""

    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return list(review.STATES.items())

    def queryset(self, request, queryset):
        withdrawal, current = Publication.Kind.WITHDRAWAL, now()
        found = {
            "waiting": lambda: queryset.waiting(),
            "approved": lambda: queryset.approved().filter(visible_from=None),
            "embargoed": lambda: queryset.embargoed(),
            "visible": lambda: queryset.visible().exclude(kind=withdrawal),
            "withdrawn": lambda: queryset.visible().filter(kind=withdrawal),
            "replaced": lambda: queryset.released().filter(visible_until__lte=current),
            "voided": lambda: queryset.exclude(voided_at=None),
        }
        return found[self.value()]() if self.value() in found else queryset


class WithoutPayload(ChangeList):
    """A list of publications need not read all that they seal."""

    def get_queryset(self, request, **kwargs):
        return super().get_queryset(request, **kwargs).defer("payload")


@admin.register(Publication)
class PublicationAdmin(ReadOnly):
    change_form_template = "admin/press/publication_change_form.html"
    list_display = ["what", "version", "where_it_stands", "released", "prepared_by"]
    list_filter = [StateFilter, "kind", ("release_set", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["forum", "release_set"]
    date_hierarchy = "sealed_at"
    search_fields = [
        *["address", "note", "prepared_by", "approved_by", "digest"],
        *["press_page__texts__title", "forum__title"],
    ]
    search_help_text = _("Words of the title, the address or the public note; an account; a digest.")
    readonly_fields = [
        *["what", "where", "where_it_stands", "submitted", "approved", "ended", "visible", "set"],
        *["intact", "readable_payload"],
    ]

    def get_fieldsets(self, request, publication=None):
        """Only what has happened: an empty row would say nothing."""
        happened = [
            "submitted",
            *(["approved"] if publication and publication.approved_at else []),
            *(["set"] if publication and publication.release_set_id else []),
            *(["visible"] if publication and publication.visible_from else []),
            *(["ended"] if publication and publication.voided_at else []),
        ]
        return [
            (None, {"fields": ["what", ("number", "kind", "where_it_stands"), "note", "where"]}),
            (_("Who and when"), {"fields": happened}),
            (_("Seal"), {"fields": ["intact", "digest", "previous_digest"]}),
            (_("What was sealed"), {"fields": ["readable_payload"], "classes": ["collapse"]}),
        ]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("forum", "press_page__forum", "release_set")
        return rows.prefetch_related("press_page__texts")

    def get_changelist(self, request, **kwargs):
        return WithoutPayload

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/review/", wrap(self.review_view), name="press_publication_review"),
            path("<int:pk>/preview/<str:language>/", wrap(self.preview_view), name="press_publication_preview"),
            *super().get_urls(),
        ]

    def zone_of(self, request, object_id):
        publication = self.get_object(request, object_id)
        return venue_times.zone_of(publication.subject) if publication else None

    def change_view(self, request, object_id, form_url="", extra_context=None):
        publication = self.get_object(request, object_id)
        context = {"previews": review.previews_of(publication)} if publication else {}
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    @admin.display(description=_("what"))
    def what(self, publication):
        return str(publication.subject)

    @admin.display(description=_("version"), ordering="number")
    def version(self, publication):
        return f"{publication.number}, {publication.get_kind_display()}"

    @admin.display(description=_("state"))
    def where_it_stands(self, publication):
        return format_html(
            '<span class="state state-{}">{}</span>',
            review.state_of(publication),
            review.state_in_words(publication),
        )

    @admin.display(description=_("visible from"), ordering="visible_from")
    def released(self, publication):
        return moment_in_list(publication.visible_from)

    @admin.display(description=_("submitted"))
    def submitted(self, publication):
        return by_whom(publication.prepared_by, publication.sealed_at)

    @admin.display(description=_("approved"))
    def approved(self, publication):
        words = by_whom(publication.approved_by, publication.approved_at)
        alone = _now("by the same person, which the public record says")
        return f"{words} – {alone}" if publication.single_handed else words

    @admin.display(description=_("sent back, taken back or cancelled"))
    def ended(self, publication):
        return f"{by_whom(publication.voided_by, publication.voided_at)}: {publication.void_reason}"

    @admin.display(description=_("visible from"))
    def visible(self, publication):
        zone = timezone.get_current_timezone()
        words = venue_times.in_words(publication.visible_from, zone)
        if publication.visible_until:
            words = _now("%(start)s, until %(end)s") % {
                "start": words,
                "end": venue_times.in_words(publication.visible_until, zone),
            }
        return f"{words} – {_now('under embargo until then')}" if publication.is_embargo else words

    @admin.display(description=_("release set"))
    def set(self, publication):
        address = reverse("admin:press_releaseset_release", args=[publication.release_set_id])
        return format_html('<a href="{}">{}</a>', address, publication.release_set)

    @admin.display(description=_("address"))
    def where(self, publication):
        if publication.state != "visible":
            return publication.address
        return format_html('<a href="{}">{}</a>', public_address(publication), publication.address)

    @admin.display(description=_("the payload has its digest"), boolean=True)
    def intact(self, publication):
        return publication.is_intact()

    @admin.display(description=_("payload"))
    def readable_payload(self, publication):
        text = json.dumps(json.loads(publication.payload), indent=2, ensure_ascii=False)
        return format_html('<pre class="payload" tabindex="0">{}</pre>', text)

    # The review page ------------------------------------------------------------------------------------------------

    def publication_or_404(self, request, pk):
        publication = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, publication):
            raise PermissionDenied
        return publication

    def preview_view(self, request, pk, language):
        publication = self.publication_or_404(request, pk)
        if language not in review.languages_to_show(publication):
            raise Http404
        return review.shown(request, publication, language)

    def review_view(self, request, pk):
        publication = self.publication_or_404(request, pk)
        desk = Desk(request, publication)
        if request.method == "POST" and (done := desk.decide()):
            self.message_user(request, done, messages.SUCCESS)
            return redirect(review.address(publication))
        context = {**self.admin_site.each_context(request), "opts": self.opts, **desk.context()}
        response = TemplateResponse(request, "admin/press/review.html", context, status=desk.status)
        response["Cache-Control"] = "private, no-store"  # it may show the secret of a new link, which is shown once
        return response


def by_whom(account, moment):
    """“by editor, 3 December 2021, 17:40 in Europe/Ljubljana (16:40 UTC)”, in the zone that is current."""
    return _now("by %(account)s, %(moment)s") % {
        "account": account,
        "moment": venue_times.in_words(moment, timezone.get_current_timezone()),
    }


def moment_in_list(moment):
    """Sortable, with 24 hours, in the zone of the site."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}" if moment else "–"
