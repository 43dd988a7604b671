"""The newsroom's pages about what is published: press pages, photos, videos, and the publications themselves."""

import json

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.admin import ForumAdmin, OfOneForum
from events.models import Forum
from events.views import show_publication as show_forum
from people.admin import NewsroomAdmin, PartOfARecord, RecordInline, picture
from people.dates import language_name
from people.forms import RecordForm
from press import images, publishing
from press.forms import NewVersionForm, PhotoForm
from press.models import (
    Photo,
    PhotoText,
    PressPage,
    PressPagePhoto,
    PressPageStatement,
    PressPageText,
    Publication,
    PublishedDocument,
    PublishedMention,
    PublishedPhoto,
    PublishedStatement,
    PublishedText,
    Video,
)
from press.views import show_publication as show_page

RELEASE = "press.release_publication"

# Preview and publish ------------------------------------------------------------------------------------------------


class PublicFilter(admin.SimpleListFilter):
    title = _("public")
    parameter_name = "public"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request, queryset):
        visible = Publication.objects.visible()
        field = "press_page" if queryset.model is PressPage else "forum"
        public = visible.filter(**{f"{field}__isnull": False}).values(field)
        if self.value() == "yes":
            return queryset.filter(pk__in=public)
        return queryset.exclude(pk__in=public) if self.value() == "no" else queryset


class Publishable:
    """Preview and Publish, on pages of their own: publishing never stands beside fields that can be edited."""

    change_form_template = "admin/press/publishable_change_form.html"
    actions = ["publish_selected"]

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<path:object_id>/preview/<str:language>/", wrap(self.preview_view), name=f"{name}_preview"),
            path("<path:object_id>/publish/", wrap(self.publish_view), name=f"{name}_publish"),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        visible = Publication.objects.visible()
        return super().get_queryset(request).prefetch_related(Prefetch("publications", visible, to_attr="visible"))

    @admin.display(description=_("public"))
    def public_version(self, subject):
        if not subject.visible:
            return "–"
        return _now("version %(number)s") % {"number": subject.visible[0].number}

    def languages_to_preview(self, subject):
        return [code for code, _name in settings.LANGUAGES]

    def missing_for_preview(self, subject):
        """A sentence about what must be written first; empty if there is something to show."""
        return ""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        subject = self.get_object(request, object_id)
        context = {}
        if subject:
            context = {
                "preview_languages": [(code, language_name(code)) for code in self.languages_to_preview(subject)],
                "may_release": request.user.has_perm(RELEASE),
                "public_address": public_address(subject.visible[0]) if subject.visible else "",
            }
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def subject_or_404(self, request, object_id):
        subject = self.get_object(request, object_id)
        if subject is None:
            raise Http404
        return subject

    def preview_view(self, request, object_id, language):
        subject = self.subject_or_404(request, object_id)
        if not self.has_view_or_change_permission(request, subject):
            raise PermissionDenied
        if language not in self.languages_to_preview(subject):
            raise Http404
        if missing := self.missing_for_preview(subject):
            self.message_user(request, missing, messages.WARNING)
            return redirect(self.change_url(subject))
        site_language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(site_language):
            request.LANGUAGE_CODE = site_language
            response = self.show(request, publishing.draft(subject), language)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    def publish_view(self, request, object_id):
        subject = self.subject_or_404(request, object_id)
        if not (request.user.has_perm(RELEASE) and self.has_view_or_change_permission(request, subject)):
            raise PermissionDenied
        before = subject.publications.order_by("number").last()
        form = NewVersionForm(request.POST or None) if before else None
        found = publishing.findings(subject)
        if request.method == "POST" and (form is None or form.is_valid()):
            try:
                publication = publishing.publish(
                    subject, by=request.user.get_username(), **(form.cleaned_data if form else {})
                )
            except publishing.NotReady as refusal:
                found = refusal.findings
            else:
                return self.response_publish(request, subject, publication)
        return TemplateResponse(
            request,
            "admin/press/publish.html",
            self.publish_context(request, subject, before, form, found),
        )

    def publish_context(self, request, subject, before, form, found):
        change = self.change_url(subject)
        return {
            **self.admin_site.each_context(request),
            "title": _now("Publish"),
            "subtitle": str(subject),
            "opts": self.opts,
            "subject": subject,
            "number": before.number + 1 if before else 1,
            "address": publishing.address_of(subject),
            "form": form,
            "findings": [(finding.message, f"{change}#{self.anchor(finding.field)}") for finding in found],
            "languages": self.languages_to_publish(subject),
            "preview_languages": [(code, language_name(code)) for code in self.languages_to_preview(subject)],
            "change_url": change,
            "now": timezone.now(),
            "zone": self.zone_of(request, str(subject.pk)) or timezone.get_default_timezone(),
        }

    def anchor(self, field):
        """Where the field, or the group of rows, stands on the change form."""
        own = {one.name for one in self.opts.get_fields() if one.concrete}
        return f"id_{field}" if field in own else f"{field}-group"

    def response_publish(self, request, subject, publication):
        self.log_change(request, subject, _now("Published version %(number)s.") % {"number": publication.number})
        self.message_user(
            request,
            format_html(
                _now('Version {} of “{}” is public. <a href="{}">See it as visitors do</a>.'),
                publication.number,
                subject,
                public_address(publication),
            ),
            messages.SUCCESS,
        )
        return redirect(self.change_url(subject))

    def has_release_permission(self, request):
        return request.user.has_perm(RELEASE)

    @admin.action(description=_("Publish selected…"), permissions=["release"])
    def publish_selected(self, request, queryset):
        """Asks first, and publishes first versions only: each later one tells readers what has changed."""
        subjects = [(subject, self.obstacles(subject)) for subject in queryset]
        ready = [subject for subject, found in subjects if not found]
        if "confirmed" not in request.POST or not ready:
            context = {
                **self.admin_site.each_context(request),
                "title": _now("Publish"),
                "opts": self.opts,
                "subjects": [(self.change_url(subject), subject, found) for subject, found in subjects],
                "ready": ready,
            }
            return TemplateResponse(request, "admin/press/publish_selected.html", context)
        done = 0
        for subject in ready:
            try:
                publication = publishing.publish(subject, by=request.user.get_username())
            except publishing.NotReady as refusal:
                self.message_user(request, f"{subject}: {refusal}", messages.ERROR)
            else:
                done += 1
                self.log_change(
                    request, subject, _now("Published version %(number)s.") % {"number": publication.number}
                )
        self.message_user(request, ngettext("%d was published.", "%d were published.", done) % done, messages.SUCCESS)
        return None

    def obstacles(self, subject):
        """What keeps a subject from being published together with others."""
        if subject.publications.exists():
            return [_now("It was published before. Open it to say what has changed.")]
        return [finding.message for finding in publishing.findings(subject)]

    def change_url(self, subject):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[subject.pk])


def public_address(publication):
    """Where visitors read a publication, in the language of the newsroom if the site has it."""
    language = translation.get_language()
    site = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return f"/{site}/{publication.address}/"


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
class PressPageAdmin(Publishable, NewsroomAdmin):
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
    show = staticmethod(show_page)

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


# Forums -------------------------------------------------------------------------------------------------------------


@admin.register(Forum)
class PublishableForumAdmin(Publishable, ForumAdmin):
    list_display = [*ForumAdmin.list_display, "public_version"]
    list_filter = [*ForumAdmin.list_filter, PublicFilter]

    def show(self, request, publication, language):
        return show_forum(request, publication)

    def languages_to_publish(self, forum):
        for code, name in settings.LANGUAGES:
            if code in forum.title:
                yield name, forum.title[code], "", True, ""


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


class ReadOnly(NewsroomAdmin):
    """What was published cannot be changed by anybody."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Publication)
class PublicationAdmin(ReadOnly):
    list_display = ["what", "number", "kind", "visible_from", "visible_until", "prepared_by"]
    list_filter = ["kind"]
    list_select_related = ["forum"]
    date_hierarchy = "sealed_at"
    search_fields = ["address", "note", "prepared_by", "digest"]
    fieldsets = [
        (None, {"fields": ["what", ("number", "kind"), "note", "where"]}),
        (_("Public"), {"fields": [("visible_from", "visible_until")]}),
        (
            _("Who"),
            {"fields": [("prepared_by", "sealed_at"), ("approved_by", "approved_at"), "single_handed"]},
        ),
        (_("Seal"), {"fields": ["intact", "digest", "previous_digest"]}),
        (_("What was sealed"), {"fields": ["readable_payload"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["what", "where", "intact", "readable_payload"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("forum").prefetch_related("press_page__texts")

    @admin.display(description=_("what"))
    def what(self, publication):
        return str(publication.subject)

    @admin.display(description=_("address"))
    def where(self, publication):
        if not Publication.objects.visible().filter(pk=publication.pk).exists():
            return publication.address
        return format_html('<a href="{}">{}</a>', public_address(publication), publication.address)

    @admin.display(description=_("the payload has its digest"), boolean=True)
    def intact(self, publication):
        return publication.is_intact()

    @admin.display(description=_("payload"))
    def readable_payload(self, publication):
        text = json.dumps(json.loads(publication.payload), indent=2, ensure_ascii=False)
        return format_html('<pre class="payload" tabindex="0">{}</pre>', text)


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
