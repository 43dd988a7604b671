from django.apps import AppConfig
from django.contrib.admin import apps


class ForumConfig(AppConfig):
    name = "forum"


class NewsroomAdminConfig(apps.AdminConfig):
    """Django's admin, with our own site."""

    default = False
    default_site = "forum.admin.Newsroom"
