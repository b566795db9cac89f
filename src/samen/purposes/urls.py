"""The addresses of processings, below /verwerkingen/."""

from django.urls import path

from samen.purposes.views import looking, proposing

app_name = "purposes"
urlpatterns = [
    path("", looking.home, name="home"),
    path("nieuw/", proposing.opening, name="open"),
    path("besluit/<uuid:number>/", looking.resolution, name="resolution"),
    path("besluit/<uuid:number>/<str:act>", looking.decide, name="decide"),
    path("<uuid:number>/", looking.processing, name="processing"),
    path("<uuid:number>/wijzigen/", proposing.change, name="change"),
    path("<uuid:number>/verlengen/", proposing.prolong, name="prolong"),
    path("<uuid:number>/toetreden/", proposing.join, name="join"),
    path("<uuid:number>/deelnemer/", proposing.member, name="member"),
    path("<uuid:number>/beeindigen/", looking.end, name="end"),
    path("<uuid:number>/deelnemer/<uuid:part>/einde", looking.end_member, name="end_member"),
    path("<uuid:number>/deelnemer/<uuid:part>/terug", looking.restore, name="restore"),
    path("<uuid:number>/partij/<int:body>/einde", looking.end_controller, name="end_controller"),
]
