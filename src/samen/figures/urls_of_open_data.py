"""The addresses of open data that do not stand below /cijfers/: the API and the sitemap."""

from django.urls import include, path

from samen.figures.views import api, open_data

app_name = "open_data"

api_patterns = [
    path("openapi.json", api.document, name="document"),
    path("datasets", api.datasets, name="datasets"),
    path("datasets/<str:code>", api.one_dataset, name="dataset"),
    path("series", api.series, name="all_series"),
    path("series/<str:code>", api.one_series, name="series"),
    path("releases", api.releases, name="releases"),
    path("<path:rest>", api.absent, name="absent"),
]

urlpatterns = [
    path("sitemap.xml", open_data.sitemap, name="sitemap"),
    path("api/v1/", include(api_patterns)),
]
