"""The addresses of letters that come in, below /brieven/."""

from django.urls import path

from samen.letters.views import deciding, incoming, review

review_patterns = [
    path("", incoming.home, name="home"),
    path("inlezen/", incoming.upload, name="upload"),
    path("<int:letter>/", review.review, name="review"),
    path("<int:letter>/datum", incoming.date, name="date"),
    path("<int:letter>/lezen", incoming.read_again, name="read_again"),
    path("<int:letter>/nieuws", review.news, name="news"),
    path("<int:letter>/zeker/", review.batch, name="batch"),
    path("<int:letter>/zeker/overnemen", review.accept_batch, name="accept_batch"),
    path("<int:letter>/ongedaan", deciding.undo_last, name="undo_last"),
    path("<int:letter>/kandidaten.json", incoming.as_json, name="candidates_json"),
    path("<int:letter>/kandidaten.csv", incoming.as_csv, name="candidates_csv"),
    path("kandidaat/<int:candidate>/overnemen", deciding.accept, name="accept"),
    path("kandidaat/<int:candidate>/bewerken", deciding.edit, name="edit"),
    path("kandidaat/<int:candidate>/samenvoegen", deciding.merge, name="merge"),
    path("kandidaat/<int:candidate>/verwerpen", deciding.reject, name="reject"),
    path("kandidaat/<int:candidate>/ongedaan", deciding.undo, name="undo_candidate"),
]
