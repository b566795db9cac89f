"""`./samen manage …`: Django's own commands. Those that change tables run as the owner."""

import os
import sys

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
    named = [word for word in arguments if word != "help" and not word.startswith("-")][:1]
    if named and named[0] not in get_commands():
        raise refused("./samen manage", f"there is no command {named[0][:60]!r}")
    if not named or arguments[0] != named[0]:
        execute_from_command_line(["./samen manage", *arguments])
        return 0
    if code := _do(arguments[0], arguments[1:]):
        return code
    if arguments[0] in MAKE_TRIGGERS:
        from samen.site.history import seal

        urls = ensure_database()
        seal(urls.owner, role_of(urls.app))
    return 0


def _do(name: str, arguments: list[str]) -> int:
    """The exit code of one of Django's commands; what it refuses becomes a sentence of ours."""
    from django.core.management import ManagementUtility
    from django.core.management.base import CommandError, SystemCheckError
    from django.db import connections
    from django.utils.translation import override

    command = ManagementUtility().fetch_command(name)
    try:
        options = vars(command.create_parser("./samen manage", name).parse_args(arguments))
        with override("en"):
            command.execute(*options.pop("args", ()), **options)
    except SystemCheckError as found:
        sys.stderr.write(f"{found}\n")
        return 1
    except CommandError as error:
        told = " ".join(str(error).removeprefix("Error: ").split())
        raise refused(f"./samen manage {name}", told) from None
    except EOFError:
        raise refused(f"./samen manage {name}", "it asks something and nobody answers") from None
    finally:
        connections.close_all()
    return 0
