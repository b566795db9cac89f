"""The cast: one invented person a role, and one without."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from django.test import Client

from samen.accounts.models import Organisation, RoleGrant, User
from samen.core.terms import OrganisationKind, Role

PASSWORD = "vier-woorden-op-een-rij"
NAMES = {
    "programme_team": "Noor Voorbeeld",
    "action_owner": "Bas Voorbeeld",
    "approver": "Ine Voorbeeld",
    "reader": "Ties Voorbeeld",
    "administrator": "Roos Voorbeeld",
    "nobody": "Jip Voorbeeld",
}
EVERYBODY = ("visitor", *NAMES)


@dataclass(frozen=True)
class Cast:
    """The people by the name of their role."""

    people: dict[str, User]

    def __getitem__(self, name: str) -> User:
        return self.people[name]

    def client(self, name: str) -> Client:
        """A browser in which this person is signed in; `visitor` is nobody."""
        return Client() if name == "visitor" else signed_in(self.people[name])


def as_it_was(client: Client) -> Client:
    """Another browser with the same sign-in: some addresses end that of the browser that asks."""
    another = Client()
    another.cookies = deepcopy(client.cookies)
    return another


def signed_in(person: User) -> Client:
    """A browser in which a person is signed in."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def make_cast(
    organisation: str = "ministerie van Voorbeelden",
    kind: OrganisationKind = OrganisationKind.MINISTRY,
    domain: str = "voorbeeld.example",
) -> Cast:
    """Everybody, with their roles since 2020, of one organisation."""
    body, _ = Organisation.objects.get_or_create(name=organisation, defaults={"kind": kind})
    people = {}
    for role, name in NAMES.items():
        email = f"{role.replace('_', '-')}@{domain}"
        people[role] = User.objects.create_user(email, PASSWORD, name=name, organisation=body)
        if role != "nobody":
            RoleGrant.objects.create(user=people[role], role=Role(role), start=date(2020, 1, 1))
    return Cast(people)
