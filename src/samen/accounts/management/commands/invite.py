"""`./samen manage invite ADDRESS NAME`: let somebody in before anybody can sign in."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from samen.accounts.actions import invite_user
from samen.accounts.models import User
from samen.accounts.queries import person_by_email
from samen.core.terms import Role
from samen.work import clock


class Command(BaseCommand):
    """Invites one person and prints the path where they choose a password."""

    help = "Invite a person; print the path on the site where they choose a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="work address, the name to sign in with")
        parser.add_argument("name", help="name as colleagues know it")
        roles = [str(role) for role in Role]
        parser.add_argument("--role", choices=roles, default=str(Role.ADMINISTRATOR))
        parser.add_argument(
            "--same-as", metavar="ADDRESS", help="address of another account of the same person"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        address, name = options["address"].strip(), options["name"].strip()
        _check(address, name)
        made = invite_user(
            email=address, name=name, role=Role(options["role"]), today=clock.today(),
            same_as=_account(options["same_as"]),
        )  # fmt: skip
        self.stdout.write(reverse("accounts:first_password", args=[made.number, made.token]))


def _account(address: str | None) -> int | None:
    """The number of the account with an address. Raises CommandError where there is none."""
    found = person_by_email(address) if address else None
    if address and found is None:
        raise CommandError("No account has the address of --same-as.", returncode=2)
    return found.pk if found else None


def _check(address: str, name: str) -> None:
    """Raise CommandError for an address or name that an account cannot have."""
    try:
        User(email=address, name=name).clean_fields(exclude=["password", "organisation"])
    except ValidationError as error:
        told = f"The address or the name cannot be used: {' '.join(error.messages)}"
        raise CommandError(told, returncode=2) from error
