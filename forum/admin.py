"""The newsroom: Django's admin, in the order in which an editor works."""

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from press import audit
from press.models import AuditEntry

WORK = [
    *["PressPage", "Photo", "Video", "Publication", "ReleaseSet", "AuditEntry"],
    *["Forum", "Session", "AgendaItem", "Participation", "Statement", "Agreement", "Document", "ForumSeries", "Topic"],
    *["Minister", "Mandate", "Party", "Group", "PresidencyTerm"],
]


class Audited:
    """What every page of the newsroom does besides: it keeps in the audit log what was added, changed and deleted."""

    def log_addition(self, request, obj, message):
        audit.record(AuditEntry.Verb.ADDED, request.user, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        entry = super().log_change(request, obj, message)
        audit.record(AuditEntry.Verb.CHANGED, request.user, obj, entry.get_change_message())
        return entry

    def delete_model(self, request, obj):
        with transaction.atomic():
            audit.record(AuditEntry.Verb.DELETED, request.user, obj)
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for record in queryset:
                audit.record(AuditEntry.Verb.DELETED, request.user, record)
            super().delete_queryset(request, queryset)


class Newsroom(admin.AdminSite):
    site_header = site_title = _("Newsroom")
    index_title = _("What would you like to do?")

    def register(self, model_or_iterable, admin_class=None, **options):
        page = admin_class or admin.ModelAdmin
        audited = type(page.__name__, (Audited, page), {"__module__": page.__module__})
        super().register(model_or_iterable, audited, **options)

    def get_app_list(self, request, app_label=None):
        order = ["press", "events", "people", "auth"]
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: WORK.index(name) if (name := model["object_name"]) in WORK else len(WORK)
            )
        return sorted(apps, key=lambda app: order.index(app["app_label"]) if app["app_label"] in order else len(order))
