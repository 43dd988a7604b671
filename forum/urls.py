"""The addresses. Every public page begins with its language; `/` sends to the first one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from forum import views
from press import history
from press.files import media
from press.views import preview

register_converter(history.AddressConverter, "address")
urlpatterns = [
    path("", views.to_first_language),
    path("healthz", views.health),
    path("media/<path:name>", media, name="media"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("preview/<str:token>/", preview, name="preview"),
        path("preview/<str:token>/in/<str:language>/", preview, name="preview_in_language"),
        path("corrections/", history.correction_list, name="correction_list"),
        path("corrections/feed/", history.CorrectionFeed(), name="correction_feed"),
        path("press/<int:year>/<slug:slug>/timemap/", history.timemap, name="timemap"),
        path("<address:address>/v/<int:first>..<int:second>/", history.comparison, name="comparison"),
        path("press/", include("press.urls")),
        path("", include("events.urls")),
        path("", include("people.urls")),
    ),
]
handler404 = "forum.views.not_found"
handler500 = "forum.views.server_error"
