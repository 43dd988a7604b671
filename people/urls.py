from django.urls import path

from people import views

app_name = "people"
urlpatterns = [
    path("people/", views.minister_list, name="minister_list"),
    path("people/<slug:slug>/", views.minister_detail, name="minister_detail"),
    path("parties/<slug:code>/", views.party_detail, name="party_detail"),
]
