"""The newsroom's pages about what was sealed: the review page with its verbs, preview links, and the list of all.

Everything on them is read-only. What somebody decides goes to the verbs of `press/publishing.py` and
`press/previews.py`, which say who may do it.
"""

import json
from datetime import timedelta

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Count, Max
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
from people.dates import language_name
from press import previews, publishing, review, venue_times
from press.forms import ApproveForm, CancelForm, LinkForm, MomentForm, SendBackForm
from press.models import AuditEntry, Publication
from press.submitting import public_address

LINK_LASTS = timedelta(hours=48)


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
        context = {"previews": previews_of(publication)} if publication else {}
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


class Desk:
    """One publication before one account: what may be decided, and what was said to be."""

    def __init__(self, request, publication):
        self.request, self.publication, self.account = request, publication, request.user
        self.zone = venue_times.zone_of(publication.subject)
        self.status, self.refusals, self.new_link = 200, [], None
        asked = request.POST.get("verb")
        self.forms = {
            name: form(**facts, data=request.POST if name == asked else None, prefix=name)
            for name, (form, facts) in self.questions().items()
        }

    def questions(self):
        """The form of each verb, and what it must know."""
        publication, zone = self.publication, self.zone
        planned = publication.visible_from or now() + LINK_LASTS
        return {
            "approve": (
                ApproveForm,
                {
                    "zone": zone,
                    "in_a_set": bool(publication.release_set_id),
                    "initial": {"digest": publication.digest},
                },
            ),
            "send_back": (SendBackForm, {}),
            "reschedule": (MomentForm, {"zone": zone, "at": planned}),
            "cancel": (CancelForm, {}),
            "make_link": (LinkForm, {"zone": zone, "at": now() + LINK_LASTS}),
        }

    # Decide ---------------------------------------------------------------------------------------------------------

    def decide(self):
        """The sentence that says what was done; nothing if it was refused, or there is something to show."""
        verb = self.request.POST.get("verb")
        decide = getattr(self, f"_{verb}", None) if verb in VERBS else None
        if decide is None:
            raise BadRequest(f"unknown verb {verb!r}")
        try:
            if verb in publishing.WHO_MAY:
                publishing.check_permission(verb, self.account, self.publication)
            form = self.forms.get(verb)
            return decide(form.cleaned_data if form else {}) if form is None or form.is_valid() else None
        except publishing.NotReady as refusal:
            self.refusals = [finding.message for finding in refusal.findings]
        except PermissionDenied as refusal:
            self.status = 403
            self.refusals = [str(refusal) or _now("Your account may not do this. Ask a chief editor.")]
        self.publication.refresh_from_db()
        return None

    def _approve(self, said):
        done = publishing.approve(
            self.publication,
            by=self.account,
            digest=said["digest"],
            at=said.get("at"),
            is_embargo=said.get("is_embargo", False),
        )
        facts = {"number": done.number, "set": done.release_set}
        if done.visible_from is None:
            return _now("Version %(number)s is approved. It becomes visible with the release set “%(set)s”.") % facts
        facts["moment"] = venue_times.in_words(done.visible_from, self.zone)
        if done.visible_from > now():
            return _now("Version %(number)s is approved and becomes visible on %(moment)s.") % facts
        return _now("Version %(number)s is approved and visible since %(moment)s.") % facts

    def _send_back(self, said):
        publishing.send_back(self.publication, by=self.account, reason=said["reason"])
        return _now("Version %(number)s was sent back.") % {"number": self.publication.number}

    def _take_back(self, said):
        publishing.take_back(self.publication, by=self.account)
        return _now("Version %(number)s was taken back.") % {"number": self.publication.number}

    def _reschedule(self, said):
        done = publishing.reschedule(self.publication, by=self.account, at=said["at"])
        return _now("It now becomes visible on %(moment)s.") % {
            "moment": venue_times.in_words(done.visible_from, self.zone)
        }

    def _cancel(self, said):
        publishing.cancel(self.publication, by=self.account, reason=said["reason"])
        return _now("The release of version %(number)s is cancelled.") % {"number": self.publication.number}

    def _make_link(self, said):
        link, token = previews.make(self.publication, said["person"], self.account, said["at"], said["purpose"])
        self.new_link = link
        self.new_addresses = [
            (language, name, f"{settings.SITE_URL}/{language}/preview/{token}/")
            for language, name in settings.LANGUAGES
        ]
        self.forms["make_link"] = LinkForm(zone=self.zone, at=now() + LINK_LASTS, prefix="make_link")

    def _revoke(self, said):
        asked = self.request.POST.get("link", "")
        link = self.publication.preview_links.filter(pk=asked).first() if asked.isdecimal() else None
        if link is None:
            raise Http404
        previews.revoke(link, by=self.account)
        return _now("The link of %(person)s works no more.") % {"person": link.person}

    # Show -----------------------------------------------------------------------------------------------------------

    def context(self):
        publication, zone = self.publication, self.zone
        before, state = review.version_before(publication), review.state_of(publication)
        return {
            "title": _now("Review of version %(number)s") % {"number": publication.number},
            "subtitle": str(publication.subject),
            "publication": publication,
            "subject": publication.subject,
            "subject_opts": publication.subject._meta,
            "state": state,
            "state_words": review.state_in_words(publication),
            "zone": zone,
            "forms": self.forms,
            "refusals": self.refusals,
            "before": before,
            "changed": review.changed(before, publication) if before and not publication.is_withdrawal else [],
            "sentences": review.sentences(publication),
            "languages": list(review.languages_in_words(publication)),
            "parts": review.parts_in_words(publication.content),
            "previews": previews_of(publication),
            "submitted": venue_times.in_words(publication.sealed_at, zone),
            "approved": in_words(publication.approved_at, zone),
            "visible_from": in_words(publication.visible_from, zone),
            "visible_until": in_words(publication.visible_until, zone),
            "voided": in_words(publication.voided_at, zone),
            "now": venue_times.in_words(now(), zone),
            "public_address": public_address(publication) if publication.state == "visible" else "",
            **(self.while_waiting() if state == "waiting" else {}),
            **self.rights(state),
            **self.links(),
        }

    def while_waiting(self):
        """What only matters before approval: whether it is stale, and what stands in the way."""
        publication = self.publication
        stale = publishing.is_stale(publication)
        fresh = publishing.draft(publication.subject, kind=publication.kind, note=publication.note)
        found = publishing.candidate_findings(publication.subject, publication)
        return {
            "stale": stale,
            "changed_since": review.changed(publication, fresh) if stale and not publication.is_withdrawal else [],
            "findings": [finding.message for finding in found],
        }

    def rights(self, state):
        """What this account is offered; whether it may is asked again when it decides."""
        account, publication = self.account, self.publication
        own = publication.prepared_by == account.get_username()
        releases = account.has_perm(publishing.WHO_MAY["approve"])
        return {
            "is_own": own,
            "single_handed": settings.SINGLE_HANDED,
            "may_release": releases,
            "may_approve": releases and state == "waiting" and (not own or settings.SINGLE_HANDED),
            "may_send_back": releases and state == "waiting",
            "may_take_back": own and state == "waiting" and account.has_perm(publishing.WHO_MAY["take_back"]),
            "may_move": releases and state == "embargoed",
            "may_submit": account.has_perm(publishing.WHO_MAY["submit"]),
            "may_make_link": account.has_perm("press.add_previewlink") and not publication.voided_at,
            "may_revoke": account.has_perm("press.change_previewlink"),
        }

    def links(self):
        return {
            "links": [link_in_words(link, self.zone) for link in self.publication.preview_links.all()],
            "new_link": self.new_link,
            "new_addresses": self.new_addresses if self.new_link else [],
        }


VERBS = ("approve", "send_back", "take_back", "reschedule", "cancel", "make_link", "revoke")


def previews_of(publication):
    """The addresses at which a publication is shown as the public will see it, with their languages."""
    return [
        (reverse("admin:press_publication_preview", args=[publication.pk, code]), code, language_name(code))
        for code in review.languages_to_show(publication)
    ]


def in_words(moment, zone):
    return venue_times.in_words(moment, zone) if moment else ""


def by_whom(account, moment):
    """“by editor, 3 December 2021, 17:40 in Europe/Ljubljana (16:40 UTC)”, in the zone that is current."""
    return _now("by %(account)s, %(moment)s") % {
        "account": account,
        "moment": venue_times.in_words(moment, timezone.get_current_timezone()),
    }


def moment_in_list(moment):
    """Sortable, with 24 hours, in the zone of the site."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}" if moment else "–"


def link_in_words(link, zone):
    """A preview link as its row on the review page."""
    openings = AuditEntry.objects.filter(verb=AuditEntry.Verb.LINK_OPENED, object_uid=str(link.uid))
    opened = openings.aggregate(times=Count("pk"), last=Max("at"))
    if link.revoked_at:
        state = _now("revoked")
    elif link.publication.voided_at or link.expires_at <= now():
        state = _now("works no more")
    else:
        state = _now("works")
    return {
        "link": link,
        "state": state,
        "works": state == _now("works"),
        "expires": venue_times.in_words(link.expires_at, zone),
        "openings": opened["times"],
        "last_opened": in_words(opened["last"], zone),
    }
