"""`./samen manage invite ADDRESS NAME`: let somebody in before anybody can sign in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from samen.accounts.actions import invite_user
from samen.core.errors import SamenError
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

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            made = invite_user(
                email=options["address"],
                name=options["name"],
                role=Role(options["role"]),
                today=clock.today(),
            )
        except SamenError as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(reverse("accounts:first_password", args=[made.number, made.token]))
