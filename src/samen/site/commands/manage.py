"""`./samen manage …`: Django's own commands. Those that change tables run as the owner."""

import os

from samen.site.arguments import refused
from samen.site.database import ensure_database, role_of

NEEDS_OWNER = {"migrate", "makemigrations", "sqlmigrate", "flush", "dbshell", "pgtrigger"}
MAKE_TRIGGERS = {"migrate", "pgtrigger"}


def run(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    if arguments and arguments[0] in NEEDS_OWNER:
        os.environ["SAMEN_ROLE"] = "owner"
    import django
    from django.core.management import execute_from_command_line, get_commands

    django.setup()
    if arguments and arguments[0] not in {*get_commands(), "help", "--help", "-h", "--version"}:
        raise refused("./samen manage", f"there is no command {arguments[0]!r}")
    execute_from_command_line(["./samen manage", *arguments])
    if arguments and arguments[0] in MAKE_TRIGGERS:
        from samen.site.history import seal

        urls = ensure_database()
        seal(urls.owner, role_of(urls.app))
    return 0
