from django.urls import path

from people import views

app_name = "people"
urlpatterns = [
    path("", views.minister_list, name="minister_list"),
    path("<slug:slug>/", views.minister_detail, name="minister_detail"),
]
