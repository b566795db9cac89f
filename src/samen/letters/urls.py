"""The addresses of this room: letters that come in are reviewed, letters that go out written."""

from django.urls import path

from samen.letters.urls_review import review_patterns
from samen.letters.views import writing

app_name = "letters"

writing_patterns = [
    path("nieuw/", writing.start, name="start"),
    path("uit/<int:number>/", writing.desk, name="desk"),
    path("uit/<int:number>/deel/", writing.add, name="add"),
    path("uit/<int:number>/deel/<slug:key>/", writing.save, name="save"),
    path("uit/<int:number>/deel/<slug:key>/ongedaan/", writing.undo, name="undo"),
    path("uit/<int:number>/deel/<slug:key>/herschrijven/", writing.redraft, name="redraft"),
    path("uit/<int:number>/deel/<slug:key>/cijfer/", writing.new_figure, name="new_figure"),
    path("uit/<int:number>/voorbeeld/", writing.preview, name="preview"),
    path("uit/<int:number>/word/", writing.bring_back, name="bring_back"),
    path("uit/<int:number>/voorstel/<int:proposal>/", writing.decide, name="decide"),
    path("uit/<int:number>/vaststellen/", writing.freeze, name="freeze"),
    path("uit/<int:number>/bestand/<str:name>", writing.download, name="download"),
]

urlpatterns = [*review_patterns, *writing_patterns]
