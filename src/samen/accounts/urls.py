"""The addresses of people and access."""

from django.urls import path

from samen.accounts.views import access, people, trail

app_name = "accounts"
urlpatterns = [
    path("ik", access.me, name="me"),
    # Instead of the sign-in package's pages, which would send mail.
    path("account/password/reset/", access.forgotten, name="forgotten"),
    path("account/email/", access.own_addresses, name="own_addresses"),
    path("uitnodiging/<str:number>/<str:token>", access.first_password, name="first_password"),
    path("mensen/", people.everyone, name="people"),
    path("mensen/uitnodigen", people.invite, name="invite"),
    path("mensen/<int:number>/", people.person, name="person"),
    path("mensen/<int:number>/sluiten", people.close, name="close"),
    path("mensen/<int:number>/openen", people.reopen, name="reopen"),
    path("mensen/<int:number>/persoon", people.same_person, name="same_person"),
    path("mensen/<int:number>/link", people.new_link, name="new_link"),
    path("mensen/<int:number>/rol/<int:grant>/einde", people.end_role, name="end_role"),
    path("organisaties/", access.organisations, name="organisations"),
    path("ambten/", access.offices, name="offices"),
    path("ambten/<int:number>/", access.office, name="office"),
    path("spoor/", trail.trail, name="trail"),
    path("spoor.csv", trail.trail_csv, name="trail_csv"),
]
