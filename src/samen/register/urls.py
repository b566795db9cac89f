"""The addresses of the register, below /register/. A purpose is a membership and a ground."""

from django.urls import include, path

from samen.register.views import (
    access,
    correcting,
    importing,
    keeping,
    leaving_out,
    looking,
    providing,
    sheltering,
    supervising,
    typing_in,
)

app_name = "register"

inside_patterns = [
    path("", looking.processing, name="processing"),
    path("zoeken/", looking.search, name="search"),
    path("registratie/<uuid:number>/", looking.registration, name="registration"),
    path("registratie/<uuid:number>/opvangadres/", sheltering.shelter, name="shelter"),
    path("registratie/<uuid:number>/corrigeren/", correcting.correct, name="correct"),
    path("registratie/<uuid:number>/nodig", correcting.necessary, name="necessary"),
    path("registratie/<uuid:number>/niet-meer-nodig/", correcting.no_need, name="no_need"),
    path("nieuw/", typing_in.new, name="new"),
    path("inlezen/", importing.upload, name="upload"),
    path("inlezen/<uuid:number>/", importing.mapping, name="mapping"),
    path("levering/<uuid:number>/", importing.delivery, name="delivery"),
    path("levering/<uuid:number>/verbeteren", importing.rows_to_mend, name="rows_to_mend"),
    path("levering/<uuid:number>/wegleggen", importing.put_rows_away, name="put_rows_away"),
    path("bewaren/", keeping.terms, name="terms"),
    path("registratie/<uuid:number>/vasthouden/", keeping.hold, name="hold"),
    path("vasthouden/<uuid:number>/opheffen", keeping.end_hold, name="end_hold"),
    path("toezicht/vasthouden/<uuid:number>/", keeping.release, name="release"),
    path("verstrekken/", providing.protocol, name="protocol"),
    path("verstrekken/protocol.csv", providing.protocol_file, name="protocol_file"),
    path("registratie/<uuid:number>/verstrekken/", providing.provide, name="provide"),
    path("verstrekken/<uuid:number>/", providing.provision, name="provision"),
    path("verstrekken/<uuid:number>/gegevens.<str:form>", providing.data, name="provided"),
    path("inzage/", access.requests, name="requests"),
    path("inzage/<uuid:number>/", access.request_page, name="request"),
    path("inzage/<uuid:number>/weglaten/", leaving_out.leaving_out, name="leaving_out"),
    path("inzage/<uuid:number>/overzicht/", access.overview, name="overview"),
    path("inzage/<uuid:number>/overzicht.<str:form>", access.overview_file, name="overview_file"),
    path("toezicht/", supervising.days, name="supervision"),
    path("toezicht/dag/<uuid:member>/<slug:day>/", supervising.one_day, name="looks_of_day"),
    path("toezicht/registratie/", supervising.one, name="who_looked"),
]

urlpatterns = [
    path("", looking.home, name="home"),
    path("<uuid:part>/<slug:ground>/", include(inside_patterns)),
]
