"""The newsroom's pages about release sets: what belongs to one, and the button that makes all of it visible."""

from datetime import UTC

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.admin import NewsroomAdmin
from people.clock import now
from press import publishing, review, venue_times
from press.forms import ReleaseForm
from press.models import ReleaseSet
from press.submitting import public_address


@admin.register(ReleaseSet)
class ReleaseSetAdmin(NewsroomAdmin):
    change_form_template = "admin/press/release_set_change_form.html"
    list_display = ["name", "planned_for", "progress", "released_at"]
    date_hierarchy = "created"
    search_fields = ["name"]
    fields = ["name", "planned_for", "members"]
    readonly_fields = ["members"]

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/release/", wrap(self.release_view), name="press_releaseset_release"),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("publications")

    def zone_of(self, request, object_id):
        release_set = self.get_object(request, object_id) if object_id else None
        return venue_times.zone_of(*(one.subject for one in members_of(release_set))) if release_set else None

    def has_change_permission(self, request, obj=None):
        """What was released stays as it was."""
        return super().has_change_permission(request, obj) and not (obj and obj.released_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.released_at)

    @admin.display(description=_("approved"))
    def progress(self, release_set):
        standing = [one for one in release_set.publications.all() if not one.voided_at]
        approved = sum(bool(one.approved_at) for one in standing)
        return _now("%(approved)s of %(all)s") % {"approved": approved, "all": len(standing)}

    @admin.display(description=_("members"))
    def members(self, release_set):
        if not release_set.pk:
            return _now("Pages are put into the set when they are submitted.")
        rows = format_html_join(
            "",
            '<li><a href="{}">{}</a> <span class="state state-{}">{}</span></li>',
            (
                (review.address(one), one.subject, review.state_of(one), review.state_in_words(one))
                for one in members_of(release_set)
            ),
        )
        return format_html('<ul class="members">{}</ul>', rows) if rows else _now("None yet.")

    def release_view(self, request, pk):
        release_set = self.get_object(request, str(pk))
        if release_set is None:
            raise Http404
        if not self.has_view_permission(request, release_set):
            raise PermissionDenied
        members = members_of(release_set)
        zone = venue_times.zone_of(*(one.subject for one in members))
        form = ReleaseForm(request.POST if request.method == "POST" else None, zone=zone, at=release_set.planned_for)
        if release_set.planned_for and release_set.planned_for > now():
            form.initial["when"] = ReleaseForm.When.AT
        refusals, status = [], 200
        if request.method == "POST":
            try:
                publishing.check_permission("release_set", request.user, release_set)
                if form.is_valid():
                    instant = publishing.release_set(release_set, by=request.user, at=form.cleaned_data["at"])
                    return self.response_release(request, release_set, instant, zone)
            except publishing.NotReady as refusal:
                refusals = [finding.message for finding in refusal.findings]
            except PermissionDenied as refusal:
                refusals, status = [str(refusal)], 403
        context = {
            **self.admin_site.each_context(request),
            "title": _now("Release"),
            "subtitle": str(release_set),
            "opts": self.opts,
            "release_set": release_set,
            "members": [member_in_words(one) for one in members],
            "unapproved": [one.subject for one in members if not one.approved_at],
            "form": form,
            "refusals": refusals,
            "zone": zone,
            "now": venue_times.in_words(now(), zone),
            "planned": venue_times.in_words(release_set.planned_for, zone) if release_set.planned_for else "",
            "released": venue_times.in_words(release_set.released_at, zone) if release_set.released_at else "",
            "is_to_come": bool(release_set.released_at and release_set.released_at > now()),
            "as_of": as_of(release_set.released_at),
            "as_released": f"{as_of(release_set.planned_for or now())}&release_set={release_set.uid}",
            "may_release": request.user.has_perm(publishing.WHO_MAY["release_set"]),
        }
        return TemplateResponse(request, "admin/press/release.html", context, status=status)

    def response_release(self, request, release_set, instant, zone):
        words = venue_times.in_words(instant, zone)
        sentence = _now("All of “%(set)s” becomes visible on %(moment)s.") if instant > now() else None
        sentence = sentence or _now("All of “%(set)s” is visible since %(moment)s.")
        self.message_user(request, sentence % {"set": release_set, "moment": words}, messages.SUCCESS)
        return redirect(reverse("admin:press_releaseset_release", args=[release_set.pk]))


def members_of(release_set):
    members = release_set.publications.standing().defer("payload").select_related("press_page__forum", "forum")
    return list(members.prefetch_related("press_page__texts").order_by("sealed_at", "pk"))


def as_of(moment):
    """The query string with which staff see the site as it stands at a moment."""
    return f"?as_of={moment.astimezone(UTC).isoformat().replace('+00:00', 'Z')}" if moment else ""


def member_in_words(publication):
    return {
        "publication": publication,
        "subject": publication.subject,
        "state": review.state_of(publication),
        "state_words": review.state_in_words(publication),
        "review": review.address(publication),
        "previews": review.previews_of(publication),
        "public_address": public_address(publication) if publication.visible_from else "",
    }
