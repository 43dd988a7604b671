from django.urls import path

from people import views

app_name = "people"
urlpatterns = [
    path("<slug:slug>/", views.minister_detail, name="minister_detail"),
]
