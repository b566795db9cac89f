"""The addresses that belong to no room: home, language, health."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
