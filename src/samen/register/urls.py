"""The addresses of the register, below /register/. A purpose is a membership and a ground."""

from django.urls import include, path

from samen.register.views import importing, looking

app_name = "register"

inside_patterns = [
    path("", looking.processing, name="processing"),
    path("zoeken/", looking.search, name="search"),
    path("registratie/<uuid:number>/", looking.registration, name="registration"),
    path("inlezen/", importing.upload, name="upload"),
    path("inlezen/<uuid:number>/", importing.mapping, name="mapping"),
    path("levering/<uuid:number>/", importing.delivery, name="delivery"),
    path("levering/<uuid:number>/verbeteren", importing.rows_to_mend, name="rows_to_mend"),
]

urlpatterns = [
    path("", looking.home, name="home"),
    path("<uuid:part>/<slug:ground>/", include(inside_patterns)),
]
