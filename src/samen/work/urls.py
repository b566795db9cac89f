"""The addresses of long work, below /werk/."""

from django.urls import path

from samen.work import views

app_name = "work"
urlpatterns = [
    path("<int:number>/", views.one, name="one"),
    path("<int:number>/stand", views.progress, name="progress"),
]
