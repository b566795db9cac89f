"""The language of a command in the terminal: `--lang`, else SAMEN_LANGUAGE, else Dutch.

Its errors are in the language of what it prints. Commands that print English only have English
errors.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from itertools import pairwise

from samen.core.errors import BadInput

LANGUAGES = ("nl", "en")
BILINGUAL = ("estimate", "protect", "read")


def add_language(parser: argparse.ArgumentParser) -> None:
    """The option of a command that speaks both. Raises BadInput for a wrong SAMEN_LANGUAGE."""
    set_to = os.environ.get("SAMEN_LANGUAGE") or LANGUAGES[0]
    if set_to not in LANGUAGES:
        raise BadInput("SAMEN_LANGUAGE is {given}.", "It is nl or en.",
                       "Change it, or leave it out.", given=set_to[:60])  # fmt: skip
    parser.add_argument("--lang", choices=LANGUAGES, default=set_to,
                        help="of the terminal; default nl, or SAMEN_LANGUAGE")  # fmt: skip


def translation(command: str, arguments: Sequence[str]) -> Callable[[str], str]:
    """From the English of an error to what a command speaks, however wrong its arguments are."""
    if command not in BILINGUAL or _asked(arguments) == "en":
        return str
    from samen.site.messages import translator

    return translator("nl")


def _asked(arguments: Sequence[str]) -> str:
    found = os.environ.get("SAMEN_LANGUAGE", "")
    for name, value in pairwise([*arguments, ""]):
        if name == "--lang":
            found = value
        elif name.startswith("--lang="):
            found = name.removeprefix("--lang=")
    return found
