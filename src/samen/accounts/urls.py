"""The addresses of people and access."""

from django.urls import path

from samen.accounts import views

app_name = "accounts"
urlpatterns = [
    path("ik", views.me, name="me"),
    path("mensen/", views.people, name="people"),
]
