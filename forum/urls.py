"""The addresses. Every public page begins with its language; `/` sends to the first one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from forum import views
from press.views import media

urlpatterns = [
    path("", views.to_first_language),
    path("healthz", views.health),
    path("media/<path:name>", media, name="media"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("press/", include("press.urls")),
        path("", include("events.urls")),
        path("people/", include("people.urls")),
    ),
]
handler404 = "forum.views.not_found"
handler500 = "forum.views.server_error"
