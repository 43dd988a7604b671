"""The newsroom: Django's admin, in the order in which an editor works."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

WORK = [
    *["PressPage", "Photo", "Video", "Publication"],
    *["Forum", "Session", "AgendaItem", "Participation", "Statement", "Agreement", "Document", "ForumSeries", "Topic"],
    *["Minister", "Mandate", "Party", "Group", "PresidencyTerm"],
]


class Newsroom(admin.AdminSite):
    site_header = site_title = _("Newsroom")
    index_title = _("What would you like to do?")

    def get_app_list(self, request, app_label=None):
        order = ["press", "events", "people", "auth"]
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: WORK.index(name) if (name := model["object_name"]) in WORK else len(WORK)
            )
        return sorted(apps, key=lambda app: order.index(app["app_label"]) if app["app_label"] in order else len(order))
