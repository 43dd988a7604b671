"""The newsroom's pages about events: forums with their programme, who took part, what was said and agreed."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events import participants
from events.models import (
    AgendaItem,
    Agreement,
    Document,
    DocumentFile,
    FormerDates,
    Forum,
    ForumSeries,
    Participation,
    Session,
    Signature,
    StatementText,
    Topic,
    Voice,
)
from events.models.forums import time_zones
from people.admin import NewsroomAdmin, PartOfARecord, PartyFilter, RecordInline
from people.dates import day_in_words, time_in_words
from people.forms import ChoiceOfTexts, RecordForm, RecordFormSet
from people.labels import in_language


def english(label):
    return in_language(label, "en").text


# One forum at a time ------------------------------------------------------------------------------------------------


class OfOneForum:
    """Offers the sessions, agenda items and documents of the record's own forum, and shows times in its zone.

    While the forum is not known yet, on an empty form, they are found by searching.
    """

    of_the_forum = ["session", "agenda_item", "parent"]

    def forum_of(self, request, object_id=None):
        """The forum that the form is about: the one just chosen, else the saved one, else the one asked for."""
        chosen = request.POST.get("forum") or (None if object_id else request.GET.get("forum"))
        if chosen:
            return Forum.objects.filter(pk=chosen).first() if chosen.isdecimal() and len(chosen) < 19 else None
        saved = self.get_object(request, object_id) if object_id else None
        return saved.forum if saved else None

    def zone_of(self, request, object_id):
        saved = self.get_object(request, object_id) if object_id else None
        forum = saved.forum if saved else self.forum_of(request)
        return forum.zone if forum else None

    def get_form(self, request, obj=None, **kwargs):
        forum = self.forum_of(request, str(obj.pk) if obj else None)
        form = super().get_form(request, obj, **kwargs)
        for name in self.of_the_forum:
            if forum and name in form.base_fields:
                choose_within(form.base_fields[name], forum)
        return form


def choose_within(field, forum):
    """Let a form's field choose among the rows of one forum; none while the forum is not saved."""
    rows = field.queryset.filter(forum=forum) if forum and forum.pk else field.queryset.none()
    field.widget.widget = forms.Select()
    field.error_messages["invalid_choice"] = _("This belongs to another forum. Choose one of the same forum.")
    field.queryset = rows
    field.choices = [("", field.empty_label), *((row.pk, str(row)) for row in rows)]


class PartOfAForumInline(RecordInline):
    """Rows of a forum that point at other rows of the same forum."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        forum = obj if isinstance(obj, Forum) or obj is None else obj.forum
        for name in OfOneForum.of_the_forum:
            if name in formset.form.base_fields:
                choose_within(formset.form.base_fields[name], forum)
        return formset


class SameForum(RecordFormSet):
    """Rows of a session: they belong to the session's forum."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.instance.forum_id:
            form.instance.forum = self.instance.forum


# Forums -------------------------------------------------------------------------------------------------------------


class FormerDatesInline(RecordInline):
    model = FormerDates
    fields = [("starts_on", "ends_on"), "reason"]
    folded = True


class SessionForm(RecordForm):
    slug_from = "title"

    @property
    def summary(self):
        session = self.instance
        when = [day_in_words(session.day, "en")] if session.day else []
        if session.starts_at:
            when.append(time_in_words(session.starts_at, session.forum.time_zone, "en"))
        return " · ".join([str(session), session.get_kind_display(), *when])


class SessionInline(RecordInline):
    model = Session
    form = SessionForm
    fields = [
        "title",
        ("kind", "on_the_margins", "format"),
        ("day", "starts_at", "ends_at", "precision"),
        ("slug", "position"),
        "venue",
    ]
    show_change_link = True
    folded = True


class AgendaItemForm(RecordForm):
    @property
    def summary(self):
        item = self.instance
        return " · ".join(part for part in (str(item), item.get_outcome_display()) if part)


class AgendaItemInline(PartOfAForumInline):
    model = AgendaItem
    form = AgendaItemForm
    fields = [("number", "position"), "title", ("session", "parent", "outcome"), ("starts_at", "precision"), "topics"]
    autocomplete_fields = ["topics"]
    show_change_link = True
    folded = True


class OfficesOfOnePerson(RecordForm):
    """Refuses an office of somebody else among those in which a person takes part or speaks."""

    def clean(self):
        cleaned = super().clean()
        mandate = cleaned.get("mandate")
        for other in cleaned.get("also_as") or []:
            if mandate is None or other.minister_id != mandate.minister_id:
                sentence = _now("“%(mandate)s” is an office of somebody else. Enter that person on their own.")
                self.add_error("also_as", sentence % {"mandate": other})
        return cleaned


class ParticipationForm(OfficesOfOnePerson):
    @property
    def summary(self):
        participation = self.instance
        return f"{participation} · {participation.get_role_display()}"


class ParticipationInline(PartOfAForumInline):
    model = Participation
    form = ParticipationForm
    fieldsets = [
        (None, {"fields": ["mandate", "office", ("party", "group"), ("role", "attendance", "session")]}),
        (
            _("Further details"),
            {
                "fields": ["also_as", "in_place_of", "title_as_published", ("place", "place_reason")],
                "classes": ["collapse"],
            },
        ),
    ]
    autocomplete_fields = ["mandate", "also_as", "party", "group", "in_place_of"]
    show_change_link = True
    folded = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).order_by("role", "mandate__party__protocol_rank", "uid")
        return rows.select_related("mandate__minister", "mandate__party", "group").prefetch_related("party__names")


class ForumForm(RecordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "time_zone" in self.fields:
            self.fields["time_zone"].widget = ChoiceOfTexts(sorted(time_zones()))


class ForumAdmin(NewsroomAdmin):
    """Registered in `press.admin`, which adds what publishing needs."""

    form = ForumForm
    list_display = ["__str__", "series", "status", "starts_on", "ends_on", "place", "format"]
    list_filter = ["series", "status", "format"]
    list_select_related = ["series"]
    date_hierarchy = "starts_on"
    search_fields = ["title", "edition", "slug", "city", "series__title"]
    autocomplete_fields = ["series", "country"]
    fieldsets = [
        (None, {"fields": ["series", "title", ("slug", "edition")]}),
        (_("When"), {"fields": [("starts_on", "ends_on"), "time_zone", ("status", "format")]}),
        (_("Where"), {"fields": ["venue", "city", "country"]}),
        (_("Participants"), {"fields": ["precedence", "list_of_participants"]}),
    ]
    readonly_fields = ["list_of_participants"]
    inlines = [SessionInline, AgendaItemInline, ParticipationInline, FormerDatesInline]

    def zone_of(self, request, object_id):
        saved = self.get_object(request, object_id) if object_id else None
        forum = saved or Forum(time_zone=request.POST.get("time_zone", ""))
        return forum.zone if forum.time_zone in time_zones() else None

    def get_urls(self):
        view = self.admin_site.admin_view(self.participants_view)
        return [path("<int:pk>/participants/", view, name="events_forum_participants"), *super().get_urls()]

    def participants_view(self, request, pk):
        """Everybody who takes part, in order of precedence, with the reason for each place."""
        forum = self.get_object(request, str(pk))
        if forum is None:
            raise Http404
        if not self.has_view_or_change_permission(request, forum):
            raise PermissionDenied
        taking_part = participants.by_session(forum.participations.all())
        lists = [("", taking_part[None], forum.starts_on)]
        lists += [(str(one), taking_part[one.pk], one.day or forum.starts_on) for one in forum.sessions.all()]
        context = {
            **self.admin_site.each_context(request),
            "title": _now("Participants in order"),
            "opts": self.opts,
            "forum": forum,
            "lists": [
                (title, participants.in_order(rows, forum.precedence, day, get_language()))
                for title, rows, day in lists
                if rows
            ],
        }
        return TemplateResponse(request, "admin/events/participants.html", context)

    @admin.display(description=_("list of participants"))
    def list_of_participants(self, forum):
        if not forum.pk:
            return "–"
        address = reverse("admin:events_forum_participants", args=[forum.pk])
        return format_html(
            '<a href="{}">{}</a>', address, _now("See everybody in order, with the reason for each place")
        )

    @admin.display(description=_("place"))
    def place(self, forum):
        return english(forum.city)


@admin.register(ForumSeries)
class ForumSeriesAdmin(NewsroomAdmin):
    list_display = ["__str__", "slug"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "about"]


@admin.register(Topic)
class TopicAdmin(NewsroomAdmin):
    list_display = ["__str__", "slug"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug"]


@admin.register(FormerDates)
class FormerDatesAdmin(PartOfARecord):
    list_display = ["forum", "starts_on", "ends_on"]
    list_select_related = ["forum"]
    date_hierarchy = "starts_on"
    search_fields = ["forum__title"]
    fields = ["forum", *FormerDatesInline.fields]
    autocomplete_fields = ["forum"]


# The programme ------------------------------------------------------------------------------------------------------


class AgendaItemOfSessionInline(PartOfAForumInline):
    model = AgendaItem
    form = AgendaItemForm
    formset = SameForum
    fields = [("number", "position"), "title", ("parent", "outcome"), ("starts_at", "precision"), "topics"]
    autocomplete_fields = ["topics"]
    show_change_link = True
    folded = True


class ParticipationOfSessionInline(ParticipationInline):
    formset = SameForum
    fieldsets = [
        (None, {"fields": ["mandate", "office", ("party", "group"), ("role", "attendance")]}),
        ParticipationInline.fieldsets[1],
    ]


@admin.register(Session)
class SessionAdmin(OfOneForum, NewsroomAdmin):
    form = SessionForm
    list_display = ["__str__", "forum", "kind", "day", "time", "on_the_margins"]
    list_filter = ["kind", "on_the_margins", "forum__series"]
    list_select_related = ["forum"]
    date_hierarchy = "day"
    ordering = ["-day", "starts_at", "position", "pk"]
    search_fields = ["title", "forum__title", "forum__edition"]
    autocomplete_fields = ["forum"]
    fieldsets = [
        (None, {"fields": ["forum", "title", "slug", ("kind", "on_the_margins", "format")]}),
        (_("When and where"), {"fields": ["day", ("starts_at", "ends_at", "precision"), "position", "venue"]}),
        (_("What it was about"), {"fields": ["description", "outcome"]}),
    ]
    inlines = [AgendaItemOfSessionInline, ParticipationOfSessionInline]

    @admin.display(description=_("at"), ordering="starts_at")
    def time(self, session):
        return time_in_words(session.starts_at, session.forum.time_zone, "en") if session.starts_at else ""


@admin.register(AgendaItem)
class AgendaItemAdmin(OfOneForum, NewsroomAdmin):
    form = AgendaItemForm
    list_display = ["__str__", "forum", "session", "outcome"]
    list_filter = ["outcome", "topics", "forum__series"]
    list_select_related = ["forum", "session"]
    ordering = ["-forum__starts_on", "forum", "position", "pk"]
    search_fields = ["title", "number", "forum__title", "topics__name"]
    autocomplete_fields = ["forum", "session", "parent", "topics"]
    fields = [
        "forum",
        ("session", "parent"),
        ("number", "position"),
        "title",
        "outcome",
        ("starts_at", "precision"),
        "topics",
    ]


@admin.register(Participation)
class ParticipationAdmin(OfOneForum, NewsroomAdmin):
    form = ParticipationForm
    list_display = ["__str__", "role", "attendance", "forum", "session"]
    list_filter = ["role", "attendance", "forum__series"]
    list_select_related = ["forum", "session", "mandate__minister", "mandate__party", "group"]
    ordering = ["-forum__starts_on", "forum", "pk"]
    search_fields = ["mandate__minister__search", "mandate__title", "office", "party__names__short", "forum__title"]
    autocomplete_fields = ["forum", "session", *ParticipationInline.autocomplete_fields]
    fieldsets = [
        (None, {"fields": [("forum", "session")]}),
        (_("Who"), {"fields": ["mandate", "also_as", "office", ("party", "group")]}),
        (_("How"), {"fields": [("role", "attendance"), "in_place_of"]}),
        (_("In the list of participants"), {"fields": ["title_as_published", ("place", "place_reason")]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


# What was said ------------------------------------------------------------------------------------------------------


class VoiceInline(RecordInline):
    model = Voice
    form = OfficesOfOnePerson
    fields = [("mandate", "party", "position"), "also_as"]
    autocomplete_fields = ["mandate", "party", "also_as"]
    starts_with_a_row = True


class StatementTextInline(RecordInline):
    model = StatementText
    verbose_name, verbose_name_plural = _("text"), _("texts")
    fields = [("language", "is_original", "state"), "text"]
    starts_with_a_row = True


class StatementAdmin(OfOneForum, NewsroomAdmin):
    """Registered in `press.admin`, which adds recording what a page quotes."""

    list_display = ["__str__", "speakers", "said_on", "kind", "regime", "forum"]
    list_filter = ["kind", "regime", "forum__series"]
    list_select_related = ["forum"]
    date_hierarchy = "said_on"
    search_fields = ["texts__text", "voices__mandate__minister__search", "voices__party__names__short"]
    autocomplete_fields = ["forum", "session", "agenda_item", "source_document", "prepared"]
    fieldsets = [
        (None, {"fields": ["forum", ("session", "agenda_item"), ("said_on", "said_at")]}),
        (_("What kind of statement"), {"fields": [("kind", "regime"), ("delivery", "prepared")]}),
        (_("Source"), {"fields": ["source", "source_url", ("source_document", "timecode")]}),
    ]
    inlines = [VoiceInline, StatementTextInline]

    def get_queryset(self, request):
        return (
            super().get_queryset(request).prefetch_related("texts", "voices__mandate__minister", "voices__party__names")
        )

    @admin.display(description=_("voices"))
    def speakers(self, statement):
        return ", ".join(
            str(voice.mandate.minister if voice.mandate else voice.party) for voice in statement.voices.all()
        )


@admin.register(Voice)
class VoiceAdmin(PartOfARecord):
    form = OfficesOfOnePerson
    list_display = ["__str__", "statement", "position"]
    list_select_related = ["mandate__minister", "mandate__party"]
    search_fields = ["mandate__minister__search", "party__code"]
    fields = ["statement", "mandate", "also_as", "party", "position"]
    autocomplete_fields = ["statement", "mandate", "also_as", "party"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names", "statement__texts")


@admin.register(StatementText)
class StatementTextAdmin(PartOfARecord):
    list_display = ["text", "language", "is_original", "state"]
    list_filter = ["language", "state", "is_original"]
    search_fields = ["text"]
    fields = ["statement", *StatementTextInline.fields]
    autocomplete_fields = ["statement"]


# What was agreed ----------------------------------------------------------------------------------------------------


class SignatureInline(RecordInline):
    model = Signature
    fields = [("party", "mandate", "position")]
    autocomplete_fields = ["party", "mandate"]


@admin.register(Agreement)
class AgreementAdmin(OfOneForum, NewsroomAdmin):
    list_display = ["__str__", "kind", "status", "dated_on", "forum"]
    list_filter = ["kind", "status", "forum__series"]
    list_select_related = ["forum"]
    date_hierarchy = "dated_on"
    search_fields = ["title", "signatures__party__code", "signatures__party__names__short"]
    autocomplete_fields = ["forum", "session", "document", "topics"]
    fields = ["title", ("kind", "status", "dated_on"), ("forum", "session"), "topics", "document"]
    inlines = [SignatureInline]


@admin.register(Signature)
class SignatureAdmin(PartOfARecord):
    list_display = ["__str__", "agreement", "position"]
    list_filter = [PartyFilter]
    list_select_related = ["agreement", "mandate__minister", "mandate__party"]
    search_fields = ["party__code", "agreement__title"]
    fields = ["agreement", *SignatureInline.fields]
    autocomplete_fields = ["agreement", "party", "mandate"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


class DocumentFileInline(RecordInline):
    model = DocumentFile
    verbose_name, verbose_name_plural = _("file"), _("files")
    fields = [("language", "file")]
    starts_with_a_row = True


@admin.register(Document)
class DocumentAdmin(NewsroomAdmin):
    list_display = ["__str__", "symbol", "revision", "forum"]
    list_filter = ["forum__series"]
    list_select_related = ["forum"]
    search_fields = ["title", "symbol"]
    autocomplete_fields = ["forum"]
    fields = ["title", ("symbol", "revision"), "forum"]
    inlines = [DocumentFileInline]


@admin.register(DocumentFile)
class DocumentFileAdmin(PartOfARecord):
    list_display = ["document", "language", "file"]
    list_filter = ["language"]
    list_select_related = ["document"]
    search_fields = ["document__symbol", "document__title"]
    fields = ["document", ("language", "file"), "sha256"]
    readonly_fields = ["sha256"]
    autocomplete_fields = ["document"]
