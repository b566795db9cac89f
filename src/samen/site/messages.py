"""The texts in Dutch: compiled from the .po files of the site and the rooms."""

import os
from collections.abc import Callable
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def catalogues() -> list[Path]:
    """Every .po file of the package."""
    return sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"))


def compile_messages() -> list[Path]:
    """Write the .mo beside each .po that is newer; return what was written."""
    written = []
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3])
        part = target.with_name(f"{os.getpid()}.mo")  # Another command may write it too.
        with part.open("wb") as binary:
            write_mo(binary, catalogue)
        part.replace(target)
        written.append(target)
    return written


def translator(language: str) -> Callable[[str], str]:
    """Sentences of the core in a language, without starting Django; English is as written."""
    found = NullTranslations()
    compile_messages()
    for source in catalogues():
        if source.parts[-3] == language:
            with source.with_suffix(".mo").open("rb") as binary:
                found.add_fallback(GNUTranslations(binary))
    return found.gettext
