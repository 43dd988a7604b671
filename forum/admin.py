"""The newsroom: Django's admin, in the order in which an editor works."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class Newsroom(admin.AdminSite):
    site_header = site_title = _("Newsroom")
    index_title = _("What would you like to do?")

    def get_app_list(self, request, app_label=None):
        order = ["press", "events", "people", "auth"]
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: order.index(app["app_label"]) if app["app_label"] in order else len(order))
