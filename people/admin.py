"""The newsroom's pages about people, and what the pages about events and press share with them."""

import re
from functools import cache

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import TO_FIELD_VAR, BaseModelAdmin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.forms.models import _get_foreign_key
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people import versions
from people.forms import (
    EMPTY_FILE,
    NOT_A_PICTURE,
    RecordForm,
    RecordFormSet,
    VenueTimeField,
    files_to_choose_again,
)
from people.labels import LabelField, content_languages, in_language
from people.merge_page import Mergeable
from people.models import (
    Group,
    GroupMembership,
    Mandate,
    Minister,
    MinisterAlias,
    Party,
    PartyName,
    PartyNote,
    PresidencyTerm,
)
from people.spelling import fold
from people.versions import Conflict, Version

# What all pages share -----------------------------------------------------------------------------------------------


@cache
def letters_by_fold():
    """A dict from each folded letter, or pair of letters, to all that are folded to it: “s” from s, š, ś, с."""
    found = {}
    for character in map(chr, [*range(0x30, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)]):
        if character.isalnum() and 1 <= len(folded := fold(character)) <= 2:
            found.setdefault(folded, set()).add(character)
    return found


def any_spelling(word):
    """A regular expression that finds the word in capitals, with or without diacritics, in Latin or Cyrillic."""
    letters, pattern, rest = letters_by_fold(), "", fold(word)
    while rest:
        single = _one_of(letters.get(rest[0], {rest[0]}))
        if pair := letters.get(rest[:2] if len(rest) > 1 else None):
            pattern += f"({single}{_one_of(letters.get(rest[1], {rest[1]}))}|{_one_of(pair)})"
            rest = rest[2:]
        else:
            pattern, rest = pattern + single, rest[1:]
    return pattern


def _one_of(characters):
    return f"[{''.join(sorted(map(re.escape, characters)))}]"


def searched_words(term):
    """The folded words of a search; PostgreSQL would fail on a NUL in it."""
    return fold("".join(character if character.isprintable() else " " for character in term)).split()


def holds(model, path, word):
    """The condition that a search field holds a word: a label in any language, a person's names in any spelling."""
    *relations, name = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model
    if (model, name) == (Minister, "search"):
        ministers = Minister.objects.named(word).order_by().values("pk")
        return Q(**{"__".join([*relations, "pk__in"]): ministers})
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    languages = [f"__{code}" for code, _name in content_languages()] if isinstance(field, LabelField) else [""]
    pattern, found = any_spelling(word), Q()
    for language in languages:
        found |= Q(**{f"{path}{language}__iregex": pattern})
    return found


class RecordAdmin(BaseModelAdmin):
    """What a page and an inline of the newsroom have in common."""

    form = RecordForm
    formfield_overrides = {
        models.DateTimeField: {"form_class": VenueTimeField},
        models.URLField: {"assume_scheme": "https"},
        models.FileField: {"error_messages": {"empty": EMPTY_FILE}},
        models.ImageField: {"error_messages": {"empty": EMPTY_FILE, "invalid_image": NOT_A_PICTURE}},
    }

    def get_field_queryset(self, db, db_field, request):
        """The choices as their own list page fetches them, so that naming them costs no further queries."""
        model = db_field.remote_field.model
        if not self.admin_site.is_registered(model):
            return super().get_field_queryset(db, db_field, request)
        return self.admin_site.get_model_admin(model).get_queryset(request)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class NewsroomAdmin(RecordAdmin, admin.ModelAdmin):
    view_on_site = False  # what is public depends on what was published, not on whether there is an address
    list_per_page = 50
    show_full_result_count = False

    def zone_of(self, request, object_id):
        """The time zone in which times are entered and shown; None for the site's own."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with timezone.override(self.zone_of(request, object_id) or timezone.get_default_timezone()):
            try:
                response = self.versioned_view(request, object_id, form_url, extra_context or {})
            except IntegrityError:
                # Somebody saved the same slug at the same moment. The second look sees it, and says so on the field.
                response = self.versioned_view(request, object_id, form_url, extra_context or {})
            if hasattr(response, "render"):
                response.render()  # while the zone still holds
            return response

    def versioned_view(self, request, object_id, form_url, context):
        """The form with the version that it shows. One that was filled from another version is not saved."""
        if object_id is None:
            return super().changeform_view(request, None, form_url, context)
        if request.method != "POST":
            # The version is read first: a form older than its version could replace what it has never shown.
            version = self.version_of(request, object_id) if self.has_change_permission(request) else None
            context = {"record_version": version and version.token, **context}
            return super().changeform_view(request, object_id, form_url, context)
        with transaction.atomic():
            version = self.version_of(request, object_id, lock=True)
            request.conflict = self.conflict(request, object_id, version)
            token = version.token if request.conflict and version else request.POST.get(versions.FIELD)
            if request.conflict and version is None:  # what is gone can only be entered anew
                object_id, form_url = None, reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
            return super().changeform_view(request, object_id, form_url, {"record_version": token, **context})

    def version_of(self, request, object_id, lock=False):
        """The version of a record and of the rows on its form; None if there is no such record."""
        field = request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR))
        if field and not self.to_field_allowed(request, field):
            return None  # and Django refuses the request
        record = self.get_object(request, unquote(object_id), field)
        version = Version(self.model, record.pk, self.parts(request, record), lock) if record else None
        return version if version and version.exists else None

    def parts(self, request, record=None):
        """Pairs of the model of each group of rows on the form, and the name of its foreign key."""
        for inline in self.get_inlines(request, record):
            yield inline.model, _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name).name

    def conflict(self, request, object_id, version):
        """What keeps a form that was sent from being saved; None if it was filled from this version."""
        digest, opened = versions.read(request.POST.get(versions.FIELD, ""))
        if version is None:
            if opened is None or not self.has_add_permission(request):
                return None  # Django says that there is no such record
            return Conflict(opened, self.last_change(request, unquote(object_id), opened), gone=True)
        if opened and constant_time_compare(digest, version.digest):
            return None
        return Conflict(opened, opened and self.last_change(request, unquote(object_id), opened, version))

    def last_change(self, request, key, since, version=None):
        """The newest entry of Django's log about the record or its rows since then, if there is one."""
        about = Q(content_type=ContentType.objects.get_for_model(self.model), object_id=key)
        for part, _field in self.parts(request) if version else ():
            keys = [str(row[0]) for row in version.rows[part].values]
            about |= Q(content_type=ContentType.objects.get_for_model(part), object_id__in=keys)
        entries = LogEntry.objects.filter(about, action_time__gte=since).select_related("user")
        return entries.order_by("-action_time", "-pk").first()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.conflict = getattr(request, "conflict", None)
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if conflict := getattr(request, "conflict", None):
            rows = inline.get_formset(request, obj if obj.pk else None)(
                instance=obj, prefix=prefix, queryset=inline.get_queryset(request)
            )
            conflict.rows += versions.bring_rows_together(kwargs["data"], rows)
        return kwargs

    def render_change_form(self, request, context, *args, **kwargs):
        if request.method == "POST":
            context["files_to_choose_again"] = files_to_choose_again(request)
        if conflict := getattr(request, "conflict", None):
            formsets = [rows.formset for rows in context["inline_admin_formsets"]]
            context["conflict"] = conflict
            context["differences"] = [
                one for one in versions.differences(context["adminform"].form, formsets) if not conflict.gone
            ]
        return super().render_change_form(request, context, *args, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        for word in searched_words(search_term):
            either = Q()
            for path in self.get_search_fields(request):
                either |= holds(self.model, path, word)
            queryset = queryset.filter(pk__in=self.model._default_manager.filter(either).order_by().values("pk"))
        return queryset, False


class PartOfARecord(NewsroomAdmin):
    """For rows that editors meet inside another record: reachable, but not on the index."""

    def has_module_permission(self, request):
        return False


class RecordInline(RecordAdmin, admin.StackedInline):
    """Rows of a record, each with labels of its own. `folded` rows show one line until they are opened."""

    template = "admin/edit_inline/records.html"
    formset = RecordFormSet
    extra = 0
    folded = False
    starts_with_a_row = False
    """Whether a new record comes with one row to fill."""

    def get_extra(self, request, obj=None, **kwargs):
        return 1 if obj is None and self.starts_with_a_row else self.extra


class PartyFilter(admin.SimpleListFilter):
    """By party, named in one query."""

    title = _("party")
    parameter_name = "party"
    path = "party"

    def lookups(self, request, model_admin):
        used = model_admin.model._default_manager.order_by().values(self.path)
        return [(party.code, str(party)) for party in Party.objects.filter(pk__in=used).prefetch_related("names")]

    def queryset(self, request, queryset):
        return queryset.filter(**{f"{self.path}__code": self.value()}) if self.value() else queryset


def picture(name, width, height, alt=""):
    """A picture for editors, from a file of the media folder."""
    return format_html('<img class="thumbnail" src="{}" width="{}" height="{}" alt="{}">', name, width, height, alt)


# Parties ------------------------------------------------------------------------------------------------------------


class PartyNameInline(RecordInline):
    model = PartyName
    verbose_name, verbose_name_plural = _("name"), _("names")
    fields = [("language", "short", "long"), ("starts_on", "ends_on")]
    folded = True
    starts_with_a_row = True


class PartyNoteInline(RecordInline):
    model = PartyNote
    verbose_name, verbose_name_plural = _("note on the name"), _("notes on the name")
    fields = [("language", "style"), "text"]
    folded = True


class MembershipOfPartyInline(RecordInline):
    model = GroupMembership
    verbose_name, verbose_name_plural = _("membership"), _("memberships")
    fields = [("group", "capacity", "starts_on", "ends_on")]
    autocomplete_fields = ["group"]


class PresidencyTermInline(RecordInline):
    model = PresidencyTerm
    fields = [("starts_on", "ends_on")]


@admin.register(Party)
class PartyAdmin(NewsroomAdmin):
    list_display = ["name", "code", "kind", "protocol_rank"]
    list_filter = ["kind", "memberships__group"]
    search_fields = ["code", "names__short", "names__long"]
    fields = [("code", "kind", "protocol_rank")]
    inlines = [PartyNameInline, PartyNoteInline, MembershipOfPartyInline, PresidencyTermInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("names")

    @admin.display(description=_("name"))
    def name(self, party):
        return str(party)


@admin.register(PartyName)
class PartyNameAdmin(PartOfARecord):
    list_display = ["short", "long", "language", "party", "starts_on", "ends_on"]
    list_filter = ["language"]
    search_fields = ["short", "long", "party__code"]
    fields = ["party", *PartyNameInline.fields]
    autocomplete_fields = ["party"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


@admin.register(PartyNote)
class PartyNoteAdmin(PartOfARecord):
    list_display = ["text", "language", "style", "party"]
    list_filter = ["language", "style"]
    search_fields = ["text", "party__code"]
    fields = ["party", *PartyNoteInline.fields]
    autocomplete_fields = ["party"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


class MembershipOfGroupInline(RecordInline):
    model = GroupMembership
    verbose_name, verbose_name_plural = _("membership"), _("memberships")
    fields = [("party", "capacity", "starts_on", "ends_on")]
    autocomplete_fields = ["party"]


@admin.register(Group)
class GroupAdmin(NewsroomAdmin):
    list_display = ["__str__", "code"]
    search_fields = ["code", "name"]
    fields = ["name", "code"]
    inlines = [MembershipOfGroupInline]


@admin.register(GroupMembership)
class GroupMembershipAdmin(PartOfARecord):
    list_display = ["party", "group", "capacity", "starts_on", "ends_on"]
    list_filter = ["group", "capacity"]
    list_select_related = ["group"]
    search_fields = ["group__code", "party__code"]
    fields = ["group", "party", "capacity", ("starts_on", "ends_on")]
    autocomplete_fields = ["group", "party"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


@admin.register(PresidencyTerm)
class PresidencyTermAdmin(NewsroomAdmin):
    list_display = ["party", "starts_on", "ends_on"]
    ordering = ["-starts_on"]
    search_fields = ["party__code", "party__names__short"]
    fields = ["party", ("starts_on", "ends_on")]
    autocomplete_fields = ["party"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("party__names")


# Ministers ----------------------------------------------------------------------------------------------------------


class MandateForm(RecordForm):
    @property
    def summary(self):
        mandate = self.instance
        return _now("%(title)s (%(party)s), %(start)s – %(end)s") % {
            "title": in_language(mandate.title, "en").text,
            "party": mandate.party.code,
            "start": mandate.starts_on or "…",
            "end": mandate.ends_on or "…",
        }


class MandateInline(RecordInline):
    model = Mandate
    form = MandateForm
    fields = ["title", ("party", "rank", "standing"), ("starts_on", "ends_on"), "office"]
    autocomplete_fields = ["party"]
    folded = True
    starts_with_a_row = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("minister", "party")


@admin.register(Minister)
class MinisterAdmin(Mergeable, NewsroomAdmin):
    list_display = ["name", "offices"]
    list_filter = ["mandates__rank"]
    search_fields = ["search"]
    search_help_text = _("Any spelling or script finds the name.")
    prepopulated_fields = {"slug": ["given_name", "family_name"]}
    fieldsets = [
        (None, {"fields": [("given_name", "family_name"), "slug"]}),
        (_("Portrait"), {"fields": ["preview", "portrait", "portrait_credit"]}),
        (_("For search and lists"), {"fields": ["other_spellings", "sort_key"]}),
    ]
    readonly_fields = ["preview"]
    inlines = [MandateInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("mandates__party")

    def get_search_results(self, request, queryset, search_term):
        found = Minister.objects.named(" ".join(searched_words(search_term)))
        return queryset.filter(pk__in=found.order_by().values("pk")), False

    @admin.display(description=_("name"), ordering="sort_key")
    def name(self, minister):
        return str(minister)

    @admin.display(description=_("mandates"))
    def offices(self, minister):
        return "; ".join(
            f"{in_language(mandate.title, 'en').text} ({mandate.party.code})" for mandate in minister.mandates.all()
        )

    @admin.display(description=_("preview"))
    def preview(self, minister):
        saved = "/" in minister.portrait.name  # an upload that was refused has no folder
        return picture(minister.portrait.url, 160, 160, _now("The portrait")) if saved else "–"


@admin.register(MinisterAlias)
class MinisterAliasAdmin(NewsroomAdmin):
    list_display = ["slug", "minister", "name"]
    list_select_related = ["minister"]
    search_fields = ["slug", "name", "minister__search"]
    fields = ["slug", "minister", ("name", "reason")]
    autocomplete_fields = ["minister"]

    def has_delete_permission(self, request, obj=None):
        """What a merge left behind is kept: sealed pages go on naming the record that went."""
        return super().has_delete_permission(request, obj) and not (obj and obj.merged_uid)

    def get_readonly_fields(self, request, obj=None):
        return ["slug", "minister", "name", "reason"] if obj and obj.merged_uid else []


@admin.register(Mandate)
class MandateAdmin(NewsroomAdmin):
    list_display = ["minister", "title_held", "party", "rank", "standing", "starts_on", "ends_on"]
    list_filter = [PartyFilter, "rank", "standing"]
    list_select_related = ["minister", "party"]
    date_hierarchy = "starts_on"
    ordering = ["minister__sort_key", "-starts_on", "pk"]
    search_fields = ["minister__search", "title", "party__code"]
    fields = ["minister", "title", ("party", "rank", "standing"), ("starts_on", "ends_on"), "office"]
    autocomplete_fields = ["minister", "party"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("minister", "party").prefetch_related("party__names")

    @admin.display(description=_("title"))
    def title_held(self, mandate):
        return in_language(mandate.title, "en").text
