from django.urls import path

from press import views

app_name = "press"
urlpatterns = [
    path("", views.page_list, name="page_list"),
    path("<int:year>/<slug:slug>/", views.page_detail, name="page_detail"),
    path("<int:year>/<slug:slug>/in/<str:language>/", views.page_detail, name="page_in_language"),
    path("<int:year>/<slug:slug>/v/<int:number>/", views.page_version, name="page_version"),
]
