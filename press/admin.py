"""The newsroom's pages about press pages, photos, videos, the index of what was published, and the audit log.

Preview and submit: `press/submitting.py`; the publications: `press/sealed_admin.py`, the review page of each:
`press/deciding.py`; release sets: `press/releasing.py`.
"""

import json

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.files.storage import default_storage
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events.admin import ForumAdmin, OfOneForum
from events.models import Forum, Statement
from people.admin import NewsroomAdmin, PartOfARecord, RecordInline, picture
from people.dates import language_name
from people.forms import RecordForm
from press import images, releasing  # noqa: F401 - its pages are registered there
from press.forms import PhotoForm
from press.models import (
    AuditEntry,
    NotAStatement,
    Photo,
    PhotoText,
    PressPage,
    PressPagePhoto,
    PressPageStatement,
    PressPageText,
    PreviewLink,
    PublishedAgendaItem,
    PublishedAgreement,
    PublishedDocument,
    PublishedMention,
    PublishedParticipation,
    PublishedPhoto,
    PublishedSession,
    PublishedStatement,
    PublishedText,
    PublishedVoice,
    Video,
)
from press.recording import RecordedStatementAdmin, RulesOnQuotations
from press.sealed_admin import ReadOnly, moment_in_list
from press.submitting import PublicFilter, Publishable

# Press pages --------------------------------------------------------------------------------------------------------


class TextForm(RecordForm):
    @property
    def summary(self):
        text = self.instance
        parts = [language_name(text.language), text.title, text.get_state_display()]
        if text.is_stale():
            parts.append(_now("the original has changed since this translation was saved"))
        return " · ".join(parts)

    @property
    def is_open(self):
        return super().is_open or self.instance.language == self.instance.press_page.original_language


class PressPageTextInline(RecordInline):
    model = PressPageText
    verbose_name, verbose_name_plural = _("text"), _("texts")
    form = TextForm
    fields = [("language", "state"), "title", "lead", "body"]
    folded = True
    starts_with_a_row = True


class PressPagePhotoInline(RecordInline):
    model = PressPagePhoto
    verbose_name, verbose_name_plural = _("photo"), _("photos")
    fields = [("preview", "photo", "position")]
    readonly_fields = ["preview"]
    autocomplete_fields = ["photo"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("photo__texts")

    @admin.display(description=_("preview"))
    def preview(self, row):
        return thumbnail(row.photo) if row.photo_id else ""


class PressPageStatementInline(RecordInline):
    model = PressPageStatement
    verbose_name, verbose_name_plural = _("statement"), _("statements")
    fields = [("statement", "position")]
    autocomplete_fields = ["statement"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("statement__texts")


class PressPageForm(RecordForm):
    slug_from = "texts-0-title"


@admin.register(PressPage)
class PressPageAdmin(RulesOnQuotations, Publishable, NewsroomAdmin):
    form = PressPageForm
    list_display = ["__str__", "dated_on", "kind", "written_in", "public_version", "forum"]
    list_filter = ["kind", PublicFilter, "forum__series", "topics"]
    list_select_related = ["forum"]
    date_hierarchy = "dated_on"
    search_fields = ["texts__title", "texts__lead", "slug", "reference", "forum__title"]
    search_help_text = _("Words of the title or lead, the slug, the reference number or the forum.")
    autocomplete_fields = ["forum", "sessions", "earlier_forums", "topics", "videos", "documents", "related"]
    fieldsets = [
        (None, {"fields": [("kind", "original_language"), "forum", "sessions"]}),
        (_("Date and address"), {"fields": [("dated_on", "reference"), "slug", "place"]}),
        (
            _("With the text"),
            {"fields": ["shows_the_forum", "videos", "documents", "topics"], "classes": ["after-rows"]},
        ),
        (_("Elsewhere"), {"fields": ["earlier_forums", "related"], "classes": ["after-rows"]}),
    ]
    inlines = [PressPageTextInline, PressPagePhotoInline, PressPageStatementInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts")

    def get_changeform_initial_data(self, request):
        return {"dated_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """A new page begins with a row in the first language."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if inline.model is PressPageText and obj.pk is None:
            kwargs["initial"] = [{"language": settings.LANGUAGE_CODE}]
        return kwargs

    def zone_of(self, request, object_id):
        page = self.get_object(request, object_id) if object_id else None
        return page.forum.zone if page and page.forum else None

    def save_related(self, request, form, formsets, change):
        """A translation remembers the original that its editor saw when saving it."""
        super().save_related(request, form, formsets, change)
        page = PressPage.objects.get(pk=form.instance.pk)
        original = page.original_text()
        saved = {
            row.instance.pk
            for formset in formsets
            if formset.model is PressPageText
            for row in formset.forms
            if row.has_changed() and row.instance.pk
        }
        if original:
            page.texts.filter(pk__in=saved - {original.pk}).update(translated_from=original.digest())

    def languages_to_preview(self, page):
        """The site's languages, then the others in which the page has a text."""
        site = [code for code, _name in settings.LANGUAGES]
        return [*site, *sorted({text.language for text in page.texts.all()} - set(site))]

    def missing_for_preview(self, page):
        if page.original_text() is None:
            return _now("There is no text in the original language yet. Write one to see a preview.")
        for text in page.texts.all():
            text.state = text.State.READY  # for the preview alone: it shows drafts, too
        return ""

    def languages_to_publish(self, page):
        for text in page.texts.all():
            goes = text.state == PressPageText.State.READY
            remark = _now("the original has changed since") if text.is_stale() else ""
            yield language_name(text.language), text.title, text.get_state_display(), goes, remark

    @admin.display(description=_("texts"))
    def written_in(self, page):
        return ", ".join(
            text.language if text.state == PressPageText.State.READY else f"({text.language})"
            for text in page.texts.all()
        )


@admin.register(PressPageText)
class PressPageTextAdmin(PartOfARecord):
    list_display = ["title", "language", "state", "press_page"]
    list_filter = ["language", "state"]
    search_fields = ["title", "lead"]
    fields = ["press_page", *PressPageTextInline.fields]
    autocomplete_fields = ["press_page"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("press_page__texts")


@admin.register(PressPagePhoto)
class PressPagePhotoAdmin(PartOfARecord):
    list_display = ["photo", "press_page", "position"]
    search_fields = ["photo__author", "photo__texts__caption"]
    fields = ["press_page", "photo", "position"]
    autocomplete_fields = ["press_page", "photo"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("press_page__texts", "photo__texts")


@admin.register(PressPageStatement)
class PressPageStatementAdmin(PartOfARecord):
    list_display = ["statement", "press_page", "position"]
    search_fields = ["statement__texts__text"]
    fields = ["press_page", "statement", "position"]
    autocomplete_fields = ["press_page", "statement"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("press_page__texts", "statement__texts")


@admin.register(NotAStatement)
class NotAStatementAdmin(ReadOnly, PartOfARecord):
    """Rulings are made and undone where a page is submitted or reviewed."""

    list_display = ["words", "language", "press_page", "created"]
    list_filter = ["language"]
    search_fields = ["words"]
    fields = ["press_page", "language", "words", "created"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("press_page__texts")


# Forums -------------------------------------------------------------------------------------------------------------


@admin.register(Forum)
class PublishableForumAdmin(Publishable, ForumAdmin):
    list_display = [*ForumAdmin.list_display, "public_version"]
    list_filter = [*ForumAdmin.list_filter, PublicFilter]

    def languages_to_publish(self, forum):
        for code, name in settings.LANGUAGES:
            if code in forum.title:
                yield name, forum.title[code], "", True, ""


admin.site.register(Statement, RecordedStatementAdmin)


# Photos and videos --------------------------------------------------------------------------------------------------


def thumbnail(photo):
    """A small picture of a photo; the original while its copies are not made."""
    small = f"{photo.folder}/{images.WIDTHS[0]}.webp"
    address = default_storage.url(small) if default_storage.exists(small) else photo.file.url
    return picture(address, photo.width, photo.height)


class PhotoTextForm(RecordForm):
    @property
    def summary(self):
        text = self.instance
        return " · ".join(part for part in (language_name(text.language), text.caption or text.alt) if part)


class PhotoTextInline(RecordInline):
    model = PhotoText
    form = PhotoTextForm
    folded = True
    verbose_name, verbose_name_plural = _("text"), _("texts")
    fields = ["language", "caption", "alt", "decorative"]
    starts_with_a_row = True


@admin.register(Photo)
class PhotoAdmin(OfOneForum, NewsroomAdmin):
    form = PhotoForm
    list_display = ["preview", "caption", "credit", "taken_on", "forum"]
    list_display_links = ["caption"]
    list_filter = ["forum__series"]
    list_select_related = ["forum"]
    date_hierarchy = "taken_on"
    search_fields = ["texts__caption", "texts__alt", "author", "agency", "provider", "shown__search"]
    autocomplete_fields = ["forum", "session", "shown"]
    readonly_fields = ["preview", "size"]
    fieldsets = [
        (None, {"fields": ["preview", "file", "size"]}),
        (
            _("Credit"),
            {
                "fields": [("author", "agency", "provider"), "licence"],
                "description": _("An empty credit is read from the file, if the camera or the agency wrote it there."),
            },
        ),
        (_("What it shows"), {"fields": [("forum", "session"), "taken_on", "taken_at", "shown"]}),
        (
            _("Focal point"),
            {
                "fields": [("focus_x", "focus_y")],
                "description": _("What must stay in the picture when it is cropped."),
                "classes": ["collapse"],
            },
        ),
    ]
    inlines = [PhotoTextInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts")

    def zone_of(self, request, object_id):
        return None

    def forum_of(self, request, object_id=None):
        chosen = super().forum_of(request) if request.method == "POST" else None
        saved = self.get_object(request, object_id) if object_id else None
        return chosen or (saved.forum if saved else None)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        images.renditions(form.instance)
        if form.read_from_file:
            words = ", ".join(form.read_from_file)
            self.message_user(request, _now("Read from the file: %(words)s. Please check.") % {"words": words})

    @admin.display(description=_("preview"))
    def preview(self, photo):
        return thumbnail(photo) if photo.folder else "–"  # an upload that was refused has no folder

    @admin.display(description=_("size"))
    def size(self, photo):
        return (
            _now("%(width)s × %(height)s pixels") % {"width": photo.width, "height": photo.height} if photo.pk else "–"
        )

    @admin.display(description=_("caption"))
    def caption(self, photo):
        return str(photo)


@admin.register(PhotoText)
class PhotoTextAdmin(PartOfARecord):
    list_display = ["caption", "language", "decorative", "photo"]
    list_filter = ["language", "decorative"]
    search_fields = ["caption", "alt"]
    fields = ["photo", *PhotoTextInline.fields]
    autocomplete_fields = ["photo"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("photo__texts")


@admin.register(Video)
class VideoAdmin(NewsroomAdmin):
    list_display = ["__str__", "kind", "recorded_on", "url"]
    list_filter = ["kind"]
    date_hierarchy = "recorded_on"
    search_fields = ["title", "publisher", "url"]
    autocomplete_fields = ["session"]
    fieldsets = [
        (None, {"fields": ["title", "url", "publisher"]}),
        (_("Details"), {"fields": [("kind", "recorded_on", "seconds"), "session"]}),
    ]


# What was published -------------------------------------------------------------------------------------------------


class IndexAdmin(ReadOnly, PartOfARecord):
    list_select_related = ["publication"]


@admin.register(PublishedText)
class PublishedTextAdmin(IndexAdmin):
    list_display = ["title", "shown_in", "language", "dated_on", "publication"]
    list_filter = ["shown_in", "kind"]
    date_hierarchy = "dated_on"
    search_fields = ["title", "lead"]


@admin.register(PublishedStatement)
class PublishedStatementAdmin(IndexAdmin):
    list_display = ["speaker", "text", "shown_in", "language", "said_on", "publication"]
    list_filter = ["shown_in"]
    date_hierarchy = "said_on"
    search_fields = ["speaker", "text"]


@admin.register(PublishedPhoto)
class PublishedPhotoAdmin(IndexAdmin):
    list_display = ["credit", "folder", "publication"]
    search_fields = ["credit", "folder"]


@admin.register(PublishedDocument)
class PublishedDocumentAdmin(IndexAdmin):
    list_display = ["folder", "publication"]
    search_fields = ["folder"]


@admin.register(PublishedMention)
class PublishedMentionAdmin(IndexAdmin):
    list_display = ["minister", "party", "publication"]
    list_select_related = ["publication", "minister"]
    search_fields = ["minister__search", "party__code"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


class PartOfTheRecordAdmin(IndexAdmin):
    list_display = ["__str__", "publication"]
    list_select_related = ["publication"]
    search_fields = ["publication__address"]


admin.site.register(
    [PublishedVoice, PublishedSession, PublishedParticipation, PublishedAgreement, PublishedAgendaItem],
    PartOfTheRecordAdmin,
)


# Preview links and the audit log ------------------------------------------------------------------------------------


@admin.register(PreviewLink)
class PreviewLinkAdmin(ReadOnly, PartOfARecord):
    """Links are made and revoked on the review page of their publication."""

    list_display = ["person", "purpose", "publication", "expires_at", "revoked_at", "made_by"]
    list_filter = ["purpose"]
    list_select_related = ["publication"]
    date_hierarchy = "created"
    search_fields = ["person", "made_by", "publication__address"]
    fields = ["person", "purpose", "publication", ("expires_at", "revoked_at"), ("made_by", "created")]


class ActorFilter(admin.SimpleListFilter):
    """By account of the newsroom. Others, such as those for whom a link was made, are found by searching."""

    title = _("who")
    parameter_name = "actor"

    def lookups(self, request, model_admin):
        accounts = get_user_model().objects.filter(is_staff=True).order_by("username")
        return [(name, name) for name in accounts.values_list("username", flat=True)]

    def queryset(self, request, queryset):
        return queryset.filter(actor=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnly):
    """Who did what, when and why. The database itself only lets it grow."""

    list_display = ["when", "actor", "verb", "about", "reason"]
    list_filter = ["verb", ActorFilter]
    date_hierarchy = "at"
    search_fields = ["actor", "object_name", "object_uid", "reason"]
    search_help_text = _("An account, a person with a link, what it was about, an identifier, or words of the reason.")
    fields = [("when", "actor", "verb"), "record", "reason", "object_uid", "readable_detail"]
    readonly_fields = ["when", "record", "readable_detail"]

    @admin.display(description=_("when"), ordering="at")
    def when(self, entry):
        return moment_in_list(entry.at)

    @admin.display(description=_("about"))
    def about(self, entry):
        return " ".join(filter(None, [kind_in_words(entry), entry.object_name]))

    @admin.display(description=_("about"))
    def record(self, entry):
        """With a link, if it is still there and has a page."""
        try:
            model = apps.get_model(entry.object_kind)
            found = model.objects.get(**{"uid" if hasattr(model, "uid") else "pk": entry.object_uid})
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[found.pk])
        except (LookupError, ValueError, NoReverseMatch, ObjectDoesNotExist, ValidationError):
            return self.about(entry) or "–"
        return format_html('{} <a href="{}">{}</a>', kind_in_words(entry), address, entry.object_name)

    @admin.display(description=_("detail"))
    def readable_detail(self, entry):
        if not entry.detail:
            return "–"
        text = json.dumps(json.loads(entry.detail), indent=2, ensure_ascii=False)
        return format_html('<pre class="payload" tabindex="0">{}</pre>', text)


def kind_in_words(entry):
    """“press page”; as it was written, for a kind that this program no longer has."""
    try:
        return str(apps.get_model(entry.object_kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return entry.object_kind
