"""The command line: one word, one module in `samen.site.commands`.

Exit codes: 0 done, 1 found a problem, 2 cannot run. Errors are one sentence on stderr.
Modules are imported only when called, so that `./samen read` starts without a database.
"""

import gc
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from types import ModuleType

from samen.core.errors import CannotRun, SamenError
from samen.site.interrupts import end_at_once
from samen.site.speech import translation

COMMANDS = {
    "demo": "make a database, load the facts, read a letter, write the next one, serve",
    "serve": "serve the site on 127.0.0.1",
    "stop": "stop the site, its worker and the embedded database",
    "manage": "Django's own commands",
    "test": "all tests (arguments go to pytest)",
    "check": "format, lint, types and contracts",
    "bench": "benchmarks: speed, memory and accuracy",
    "read": "a letter into candidates; needs no database",
    "estimate": "how many persons stand on no list; needs no database",
    "link": "who is the same person in records of several sources; needs no database",
    "protect": "tables that are safe to publish, or an audit of them; needs no database",
    "letter": "start, check and write the next letter",
}
USAGE = "usage: ./samen COMMAND [ARGUMENTS]\n\ncommands:\n" + "\n".join(
    f"  {name:<8} {what}" for name, what in COMMANDS.items()
)
EXAMPLE = "\n\nexample: ./samen read brief.txt --json\nhelp of one: ./samen COMMAND --help\n"


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # Quotes and JSON, whatever the terminal says.
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        sys.stdout.write(USAGE + EXAMPLE)
        return 0 if arguments else 2
    name, rest = arguments[0], arguments[1:]
    module = f"samen.site.commands.{name}"
    if name not in COMMANDS or find_spec(module) is None:
        sys.stderr.write(
            f"samen: there is no command {name!r}; there are {', '.join(COMMANDS)}. "
            "See ./samen --help\n"
        )
        return 2
    return guarded(module, rest)


def guarded(module: str, arguments: list[str]) -> int:
    """Run a command's module; an expected error becomes a sentence and exit code 2."""
    try:
        return int(_loaded(module).run(arguments))
    except SamenError as error:
        return _told(error, module, arguments)
    except Exception as error:
        return _told_or_raised(error)
    except KeyboardInterrupt:
        stopped = CannotRun("stopped by you; what was saved is kept.")
        code = _told(stopped, module, arguments)
        end_at_once(code)
        return code


def _loaded(module: str) -> ModuleType:
    """A command, without a search for garbage in what is loaded: all of it stays to the end."""
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.freeze()
        gc.enable()


def _told(error: SamenError, module: str, arguments: list[str]) -> int:
    """The exit code of an error, told in the language of the command."""
    translate = translation(module.rpartition(".")[2], arguments)
    sys.stderr.write(f"samen: {error.in_words(translate)}\n")
    return 2


def _told_or_raised(error: Exception) -> int:
    """The exit code for what is no defect of ours; a defect is raised again, to be seen."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if type(error.__cause__).__name__ in {"UndefinedTable", "UndefinedColumn"}:
        sys.stderr.write(
            "samen: The database has no tables yet, or those of an earlier release. "
            "Make them: ./samen manage migrate (./samen demo and ./samen serve do so too).\n"
        )
        return 2
    raise error


if __name__ == "__main__":
    code = main(sys.argv[1:])
    # Nor is there anything to be gained by a last search.
    gc.freeze()
    sys.exit(code)
