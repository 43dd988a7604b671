from django.urls import path

from events import views

app_name = "events"
urlpatterns = [
    path("forums/", views.forum_list, name="forum_list"),
    path("forums/<slug:series>/<slug:slug>/", views.forum_detail, name="forum_detail"),
    path("forums/<slug:series>/<slug:slug>/v/<int:number>/", views.forum_version, name="forum_version"),
    path("forums/<slug:series>/<slug:slug>/<slug:session>/", views.session_detail, name="session_detail"),
    path("statements/<uuid:uid>/", views.statement_detail, name="statement_detail"),
]
