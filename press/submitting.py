"""The newsroom's pages that lead from a press page or a forum to what is published of it: preview and submit.

Submitting never stands beside fields that can be edited. What happens to the candidate then: `press/deciding.py`.
"""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.dates import language_name
from press import preflight, publishing, review
from press.findings import link_to
from press.forms import SubmitForm
from press.models import AuditEntry, PressPage, Publication

SUBMIT = publishing.WHO_MAY["submit"]


class PublicFilter(admin.SimpleListFilter):
    title = _("public")
    parameter_name = "public"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("waiting", _("A version waits for approval")), ("no", _("No"))]

    def queryset(self, request, queryset):
        publications = Publication.objects.visible()
        if self.value() == "waiting":
            publications = Publication.objects.waiting()
        field = "press_page" if queryset.model is PressPage else "forum"
        found = publications.filter(**{f"{field}__isnull": False}).values(field)
        if self.value() in ("yes", "waiting"):
            return queryset.filter(pk__in=found)
        return queryset.exclude(pk__in=found) if self.value() == "no" else queryset


class Publishable:
    """Preview and “Submit for approval…”, on pages of their own."""

    change_form_template = "admin/press/publishable_change_form.html"
    actions = ["submit_selected"]

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/preview/<str:language>/", wrap(self.preview_view), name=f"{name}_preview"),
            path("<path:object_id>/submit/", wrap(self.submit_view), name=f"{name}_submit"),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        standing = Publication.objects.standing().defer("payload").order_by("number")
        return super().get_queryset(request).prefetch_related(Prefetch("publications", standing, to_attr="standing"))

    @admin.display(description=_("public"))
    def public_version(self, subject):
        return " · ".join(review.short_state(one) for one in subject.standing if one.state != "replaced") or "–"

    def languages_to_preview(self, subject):
        return [code for code, _name in settings.LANGUAGES]

    def missing_for_preview(self, subject):
        """A sentence about what must be written first; empty if there is something to show."""
        return ""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        subject = self.get_object(request, object_id)
        context = {}
        if subject:
            states = {one.state: one for one in subject.standing}
            context = {
                "preview_languages": [(code, language_name(code)) for code in self.languages_to_preview(subject)],
                "may_submit": request.user.has_perm(SUBMIT),
                "candidate": states.get("waiting"),
                "to_come": [one for one in subject.standing if one.state in ("approved", "embargoed")],
                "public_address": public_address(states["visible"]) if "visible" in states else "",
                "state_line": review.state_line(subject, subject.standing),
                "sent_back": sent_back(subject),
            }
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def subject_or_404(self, request, object_id):
        subject = self.get_object(request, object_id)
        if subject is None:
            raise Http404
        if not self.has_view_or_change_permission(request, subject):
            raise PermissionDenied
        return subject

    def preview_view(self, request, object_id, language):
        subject = self.subject_or_404(request, object_id)
        if language not in self.languages_to_preview(subject):
            raise Http404
        if missing := self.missing_for_preview(subject):
            self.message_user(request, missing, messages.WARNING)
            return redirect(self.change_url(subject))
        return review.shown(request, publishing.draft(subject), language)

    # Submit ---------------------------------------------------------------------------------------------------------

    def submit_view(self, request, object_id):
        subject = self.subject_or_404(request, object_id)
        publishing.check_permission("submit", request.user, subject)
        standing, before = subject.publications.waiting().first(), review.last_approved(subject)
        sent = request.POST if request.method == "POST" else None
        form = SubmitForm(sent, is_first=before is None, initial=self.said_before(subject))
        fresh = publishing.draft(subject)
        found = self.findings(subject, before, fresh)
        if request.method == "POST" and form.is_valid():
            try:
                candidate = publishing.submit(subject, by=request.user, **form.cleaned_data)
            except publishing.NotReady as refusal:
                found = refusal.findings
            else:
                return self.response_submit(request, subject, candidate)
        context = self.submit_context(request, subject, before, fresh) | {"form": form, "waiting": standing}
        context["findings"] = in_words(found, subject)
        context["warnings"] = in_words(preflight.findings(fresh), subject)
        return TemplateResponse(request, "admin/press/submit.html", context)

    def said_before(self, subject):
        """What was said about a candidate that waits or was sent back, so that nobody writes it twice."""
        last = subject.publications.filter(approved_at=None).order_by("sealed_at").last()
        if last is None or last.number != (review.last_approved(subject) or Publication(number=0)).number + 1:
            return {}
        return {"kind": last.kind, "note": last.note, "release_set": last.release_set_id}

    def findings(self, subject, before, fresh):
        """What stands in the way whatever the form says: the kind and the note are asked for there."""
        found = list(publishing.findings(subject))
        if before and (before.address, before.content) == (fresh.address, fresh.content):
            found.append(
                publishing.Finding(
                    _now("Nothing has changed since version %(number)s. It can only be withdrawn.")
                    % {"number": before.number}
                )
            )
        return found

    def submit_context(self, request, subject, before, fresh):
        return {
            **self.admin_site.each_context(request),
            "title": _now("Submit for approval"),
            "subtitle": str(subject),
            "opts": self.opts,
            "subject": subject,
            "before": before,
            "number": before.number + 1 if before else 1,
            "address": fresh.address,
            "languages": list(self.languages_to_publish(subject)),
            "parts": review.parts_in_words(fresh.content),
            "changed": review.changed(before, fresh) if before else [],
            "sentences": review.sentences(fresh),
            "preview_languages": [(code, language_name(code)) for code in self.languages_to_preview(subject)],
            "change_url": self.change_url(subject),
            "sent_back": sent_back(subject),
            "quotations": self.quotations(subject, fresh),
            "may_record": request.user.has_perm("events.add_statement"),
            "may_rule": request.user.has_perm("press.add_notastatement"),
            "may_add_set": request.user.has_perm("press.add_releaseset"),
        }

    def quotations(self, subject, fresh):
        """Of a press page: what it quotes, beside the records."""
        return []

    def response_submit(self, request, subject, candidate):
        self.log_change(request, subject, _now("Submitted version %(number)s.") % {"number": candidate.number})
        self.message_user(
            request,
            format_html(
                _now('Version {} of “{}” waits for approval. <a href="{}">See its review page</a>.'),
                candidate.number,
                subject,
                review.address(candidate),
            ),
            messages.SUCCESS,
        )
        return redirect(self.change_url(subject))

    def has_submit_permission(self, request):
        return request.user.has_perm(SUBMIT)

    @admin.action(description=_("Submit selected…"), permissions=["submit"])
    def submit_selected(self, request, queryset):
        """Asks first, and submits first versions only: each later one tells readers what has changed."""
        subjects = [(subject, self.obstacles(subject)) for subject in queryset]
        ready = [subject for subject, found in subjects if not found]
        if "confirmed" not in request.POST or not ready:
            context = {
                **self.admin_site.each_context(request),
                "title": _now("Submit for approval"),
                "opts": self.opts,
                "subjects": [(self.change_url(subject), subject, found) for subject, found in subjects],
                "ready": ready,
            }
            return TemplateResponse(request, "admin/press/submit_selected.html", context)
        done = 0
        for subject in ready:
            try:
                candidate = publishing.submit(subject, by=request.user)
            except publishing.NotReady as refusal:
                self.message_user(request, f"{subject}: {refusal}", messages.ERROR)
            else:
                done += 1
                self.log_change(request, subject, _now("Submitted version %(number)s.") % {"number": candidate.number})
        self.message_user(
            request, ngettext("%d waits for approval.", "%d wait for approval.", done) % done, messages.SUCCESS
        )
        return None

    def obstacles(self, subject):
        """What keeps a subject from being submitted together with others."""
        if any(one.approved_at for one in subject.standing):
            return [_now("It was published before. Open it to say what has changed.")]
        if subject.standing:
            return [_now("It waits for approval already.")]
        return [finding.message for finding in publishing.findings(subject)]

    def change_url(self, subject):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[subject.pk])

    # What was sealed is never deleted -------------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        """Refuses what was submitted or published, in words that say what to do instead."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        field = "press_page" if self.model is PressPage else "forum"
        kept = Publication.objects.filter(**{f"{field}__in": [one.pk for one in objs]}).defer("payload")
        kept = kept.select_related(field).order_by("number")
        if subjects := dict.fromkeys(one.subject for one in kept):
            return (
                deleted,
                counts,
                set(),
                [
                    _now("“%(subject)s” was submitted or published, and what was sealed is kept. Withdraw it instead.")
                    % {"subject": subject}
                    for subject in subjects
                ],
            )
        return deleted, counts, lacking, protected


def in_words(findings, subject):
    return [{"finding": finding, "link": link_to(finding, subject)} for finding in findings]


def sent_back(subject):
    """The last candidate, if somebody sent it back; the editor reads why beside the form."""
    last = subject.publications.defer("payload").order_by("sealed_at", "pk").last()
    if last is None or not last.voided_at:
        return None
    entries = AuditEntry.objects.filter(verb=AuditEntry.Verb.SENT_BACK, object_uid=str(last.uid))
    return last if entries.exists() else None


def public_address(publication):
    """Where visitors read a publication, in the language of the newsroom if the site has it."""
    language = translation.get_language()
    site = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return f"/{site}/{publication.address}/"
