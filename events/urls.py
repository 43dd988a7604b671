from django.urls import path, re_path

from events import views

app_name = "events"
FORUM = r"^forums/(?P<series>[-\w]+)/(?P<slug>[-\w]+)/"
urlpatterns = [
    path("forums/", views.forum_list, name="forum_list"),
    path("forums/<slug:series>/<slug:slug>/", views.forum_detail, name="forum_detail"),
    re_path(FORUM + r"participants\.(?P<form>csv|json)$", views.participant_table, name="participant_table"),
    re_path(
        FORUM + r"(?P<session>[-\w]+)/participants\.(?P<form>csv|json)$",
        views.participant_table,
        name="session_participant_table",
    ),
    path("forums/<slug:series>/<slug:slug>/v/<int:number>/", views.forum_version, name="forum_version"),
    path("forums/<slug:series>/<slug:slug>/<slug:session>/", views.session_detail, name="session_detail"),
    path("topics/", views.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", views.topic_detail, name="topic_detail"),
    path("statements/<uuid:uid>/", views.statement_detail, name="statement_detail"),
]
