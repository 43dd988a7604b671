"""The review page: one publication before one account, what may be decided about it, and what was said to be.

What somebody decides goes to the verbs of `press/publishing.py` and `press/previews.py`, which say who may do it.
"""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Count, Max
from django.http import Http404
from django.utils.translation import gettext as _now

from people.clock import now
from press import previews, publishing, review, venue_times
from press.findings import link_to
from press.forms import APPROVAL, ApproveForm, CancelForm, LinkForm, MomentForm, SendBackForm
from press.models import AuditEntry
from press.recording import quotations_in_words
from press.submitting import public_address

LINK_LASTS = timedelta(hours=48)
VERBS = ("approve", "send_back", "take_back", "reschedule", "cancel", "make_link", "revoke")


class Desk:
    """One publication before one account: what may be decided, and what was said to be."""

    def __init__(self, request, publication):
        self.request, self.publication, self.account = request, publication, request.user
        self.zone = venue_times.zone_of(publication.subject)
        self.status, self.refusals, self.new_link = 200, [], None
        self.findings = publishing.all_findings(publication) if publication.state == "waiting" else []
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
                    "findings": [finding for finding in self.findings if not finding.is_red],
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
            if form is None or form.is_valid():
                return decide(form.cleaned_data if form else {})
            self.refusals = [_now("Something is missing or cannot be read. Each field below says what to do.")]
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
            reasons=self.forms["approve"].reasons(),
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
            "approval": APPROVAL,
            "refusals": self.refusals,
            "before": before,
            "changed": review.changed(before, publication) if before and not publication.is_withdrawal else [],
            "sentences": review.sentences(publication),
            "languages": list(review.languages_in_words(publication)),
            "parts": review.parts_in_words(publication.content),
            "previews": review.previews_of(publication),
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
        asks_reasons = self.rights("waiting")["may_approve"] and not stale
        return {
            "stale": stale,
            "changed_since": review.changed(publication, fresh) if stale and not publication.is_withdrawal else [],
            "blocked": any(finding.is_red and not finding.can_wait for finding in self.findings),
            "findings": [self.finding_in_words(finding, asks_reasons) for finding in self.findings],
            "quotations": quotations_of(publication),
        }

    def finding_in_words(self, finding, asks_reason):
        form = self.forms["approve"]
        return {
            "finding": finding,
            "link": link_to(finding, self.publication.subject),
            "reason": form.reason_of(finding) if asks_reason and not finding.is_red else None,
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
            "may_record": account.has_perm("events.add_statement"),
            "may_rule": account.has_perm("press.add_notastatement"),
            "may_make_link": account.has_perm("press.add_previewlink") and not publication.voided_at,
            "may_revoke": account.has_perm("press.change_previewlink"),
        }

    def links(self):
        return {
            "links": [link_in_words(link, self.zone) for link in self.publication.preview_links.all()],
            "new_link": self.new_link,
            "new_addresses": self.new_addresses if self.new_link else [],
        }


def quotations_of(publication):
    """A withdrawal has none, nor has a forum."""
    if publication.press_page_id is None or publication.is_withdrawal:
        return []
    return quotations_in_words(publication.press_page, publication.content)


def in_words(moment, zone):
    return venue_times.in_words(moment, zone) if moment else ""


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
