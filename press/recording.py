"""What the newsroom does about a quotation: recorded as a statement, shown with its statement, or ruled to be none.

The quotations of a page are listed where it is submitted and reviewed. Both answers name a quotation by the digest
of its words and read the words themselves from the page, so that nothing is recorded that does not stand there.
"""

from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Max
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.admin import StatementAdmin
from people.dates import language_name
from press import publishing, quoting, review, ruling
from press.models import PressPage, PressPageStatement
from press.quotes import Kind

KINDS = {
    Kind.EXACT: _("as recorded"),
    Kind.FRAGMENT: _("part of a statement"),
    Kind.DIFFERS: _("differs from the record"),
    Kind.UNKNOWN: _("not recorded"),
    Kind.NOT_A_STATEMENT: _("not a statement"),
}
PLACE = "quotations"
"""The id of the list on the pages that show it."""


def quotations_in_words(page, content):
    """The quotations of a sealed page as rows, with each language's code and name: a list of triples."""
    found = {}
    for one in quoting.quoted(page, content):
        found.setdefault(one.language, []).append(row(page, one))
    return [(language, language_name(language), rows) for language, rows in found.items()]


def row(page, quoted):
    asked = {"page": page.pk, "language": quoted.language, "quotation": quoted.key}
    return {
        "quoted": quoted,
        "kind": str(quoted.check.kind),
        "kind_words": KINDS[quoted.check.kind],
        "statement_url": quoted.statement and statement_url(quoted.statement),
        "record_url": f"{reverse('admin:events_statement_add')}?{urlencode(asked | forum_of(page))}",
        "rule_url": reverse("admin:press_presspage_rule", args=[page.pk]),
        "show_url": reverse("admin:press_presspage_show_statement", args=[page.pk]),
    }


def forum_of(page):
    """So that the form offers the sessions of the page's forum alone."""
    return {"forum": page.forum_id} if page.forum_id else {}


def statement_url(statement):
    return reverse("admin:events_statement_change", args=[statement.pk])


def asked_quotation(request):
    """The page that a request names and its quotation, as it stands there now; None for what is not there."""
    key = request.GET.get("page", "")
    page = PressPage.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
    if page is None or not request.user.has_perm("press.change_presspage"):
        return None, None
    return page, find(page, request.GET.get("language"), request.GET.get("quotation"))


def belongs_on(page, statement):
    """A page about a forum carries what was said there; its form may have been turned to another forum."""
    return page.forum_id in (None, statement.forum_id)


def put_on_page(page, statement):
    last = page.page_statements.aggregate(last=Max("position"))["last"]
    PressPageStatement.objects.get_or_create(
        press_page=page, statement=statement, defaults={"position": 0 if last is None else last + 1}
    )


def find(page, language, key):
    content = publishing.draft(page).content
    return next((one for one in quoting.quoted(page, content) if (one.language, one.key) == (language, key)), None)


class RulesOnQuotations:
    """For the press pages of the newsroom: what is sent from the list of quotations.

    “Not a statement” and its undoing, and “Put on the page” for a statement that is recorded already.
    """

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/not-a-statement/", wrap(self.rule_view), name="press_presspage_rule"),
            path("<path:object_id>/statement/", wrap(self.show_view), name="press_presspage_show_statement"),
            *super().get_urls(),
        ]

    def quotations(self, page, fresh):
        return quotations_in_words(page, fresh.content)

    def rule_view(self, request, object_id):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        page = self.subject_or_404(request, object_id)
        if "undo" in request.POST:
            self.undo(request, page)
        else:
            self.rule(request, page)
        waiting = page.publications.waiting().filter(pk=known_number(request.POST.get("review"))).first()
        back = review.address(waiting) if waiting else reverse("admin:press_presspage_submit", args=[page.pk])
        return redirect(f"{back}#{PLACE}")

    def show_view(self, request, object_id):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        page = self.subject_or_404(request, object_id)
        ruling.check_permission("press.change_presspage", request.user, page)
        quoted = find(page, request.POST.get("language"), request.POST.get("quotation"))
        if quoted is None or not quoted.check.matches:
            raise Http404
        put_on_page(page, quoted.statement)
        self.message_user(request, _now("The statement stands on the page."), messages.SUCCESS)
        return redirect(f"{reverse('admin:press_presspage_submit', args=[page.pk])}#{PLACE}")

    def rule(self, request, page):
        ruling.check_permission("press.add_notastatement", request.user, page)
        quoted = find(page, request.POST.get("language"), request.POST.get("quotation"))
        if quoted is None:
            raise Http404
        ruled = ruling.rule(page, quoted.language, quoted.words, by=request.user)
        self.message_user(request, _now("“%(words)s” is not a statement.") % {"words": ruled.words}, messages.SUCCESS)

    def undo(self, request, page):
        ruled = page.not_statements.filter(pk=known_number(request.POST.get("undo"))).first()
        if ruled is None:
            raise Http404
        ruling.undo(ruled, by=request.user)
        self.message_user(request, _now("The ruling about “%(words)s” is undone.") % {"words": ruled.words})


def known_number(text):
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


class RecordedStatementAdmin(StatementAdmin):
    """A statement that is recorded from a page comes filled with what the page says, and goes onto the page."""

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        page, quoted = asked_quotation(request)
        if quoted is None:
            return initial
        session = quoting.session_of(page)
        return {**initial, "said_on": quoting.day_of(page), **({"session": session.pk} if session else {})}

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Only while the form is shown first: a row that comes back as it was filled must count as changed."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and obj.pk is None:
            page, quoted = asked_quotation(request)
            if quoted and prefix == "texts":
                is_original = quoted.language == page.original_language
                kwargs["initial"] = [
                    {"language": quoted.language, "text": quoted.words, "is_original": is_original, "state": "checked"}
                ]
            elif quoted and prefix == "voices" and quoted.mandate:
                kwargs["initial"] = [{"mandate": quoted.mandate.pk}]
        return kwargs

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        page, _quoted = (None, None) if change else asked_quotation(request)
        if page and belongs_on(page, form.instance):
            put_on_page(page, form.instance)

    def response_add(self, request, statement, post_url_continue=None):
        page, _quoted = asked_quotation(request)
        if (
            page is None
            or not belongs_on(page, statement)
            or {"_continue", "_addanother", "_popup"} & set(request.POST)
        ):
            return super().response_add(request, statement, post_url_continue)
        message = _now('The statement is recorded and stands on “{}”. <a href="{}">See it</a>.')
        self.message_user(request, format_html(message, page, statement_url(statement)), messages.SUCCESS)
        return redirect(f"{reverse('admin:press_presspage_submit', args=[page.pk])}#{PLACE}")
