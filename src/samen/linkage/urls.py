"""The addresses of linking, below /koppelingen/. A purpose is a membership and a ground."""

from django.urls import include, path

from samen.linkage.views import entities, overview, reviewing

app_name = "linkage"

inside_patterns = [
    path("", overview.overview, name="overview"),
    path("opnieuw", overview.run, name="run"),
    path("nieuw", overview.run_new, name="run_new"),
    path("besluit/", overview.decide, name="decide"),
    path("besluit/<uuid:number>/beeindigen", overview.end_decision, name="end_decision"),
    path("kwaliteit/", overview.quality, name="quality"),
    path("beoordelen/<slug:which>/", reviewing.review, name="review"),
    path("wachtend/", reviewing.waiting, name="waiting"),
    path("naast-elkaar/", reviewing.many, name="many"),
    path("ongedaan", reviewing.undo_last, name="undo_last"),
    path("paar/<uuid:one>/<uuid:other>/", reviewing.pair, name="pair"),
    path("registratie/<uuid:number>/", entities.of_registration, name="of_registration"),
    path("persoon/<uuid:number>/", entities.entity, name="entity"),
    path("persoon/<uuid:number>/op-dag/", entities.known_on, name="known_on"),
    path("persoon/<uuid:number>/<uuid:event>/ongedaan", entities.undo, name="undo"),
    path("persoon/<uuid:number>/dossier.<str:form>", entities.file, name="file"),
]

urlpatterns = [path("<uuid:part>/<slug:ground>/", include(inside_patterns))]
