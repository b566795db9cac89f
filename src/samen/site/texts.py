"""Every text on the screen: found in the templates and the Python of each room.

`python -m samen.site.texts` brings the Dutch catalogues up to date: new texts come in
without a translation, texts that are gone go out. Tests refuse a text without Dutch.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parents[1]
SINGLE = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop"})
PLURAL = frozenset({"ngettext", "ngettext_lazy"})
STRING = r"""(?:u?"(?:[^"\\]|\\.)*"|u?'(?:[^'\\]|\\.)*')"""
IN_TEMPLATE = re.compile(rf"\b(n?gettext|_)\(\s*({STRING})(?:\s*,\s*({STRING}))?", re.DOTALL)

TABLES = {
    "letters": ("core/writing/checks/findings.py",),
    "programme": ("core/publishing/doubts.py",),
}
ERRORS = {
    "letters": ("core",),
    "site": ("site/arguments.py", "site/cli.py", "site/speech.py", "site/text_files.py",
             "site/commands/estimate.py", "site/commands/protect.py", "site/commands/read.py",
             "site/privacy_ledger.py"),
}  # fmt: skip
"""Core knows no translation; the room that shows its sentences does. The site shows those of the
commands that speak Dutch."""
ERROR_NAMES = frozenset(
    {"SamenError", "BadInput", "Unreadable", "TooBig", "Refused", "Conflict", "CannotRun"}
    | {"Unprotectable", "Infeasible", "TimedOut"}
)

# A date in the file would make every run a change.
UNDATED = datetime(2021, 11, 17, tzinfo=UTC)

type Text = str | tuple[str, str]


def rooms() -> list[str]:
    """The rooms that have texts of their own."""
    has = ("templates", "locale")
    return sorted(p.name for p in PACKAGE.iterdir() if any((p / each).is_dir() for each in has))


def _in_tables(room: str) -> Iterator[Text]:
    """The sentences of core's tables that a room translates: the values of dict literals."""
    for name in TABLES.get(room, ()):
        for node in ast.walk(ast.parse((PACKAGE / name).read_text())):
            for value in node.values if isinstance(node, ast.Dict) else ():
                for words in value.elts if isinstance(value, ast.Tuple) else (value,):
                    if isinstance(words, ast.Constant) and isinstance(words.value, str):
                        yield words.value


def error_sentences(tree: ast.Module) -> Iterator[str | ast.expr]:
    """The sentences with which a file raises its errors: what was found, allowed and to do.

    A sentence may have a name, stand in a table, or be one of two. What cannot be read as
    words is given as it is, so that a test can refuse it.
    """
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                named.setdefault(ast.unparse(target), []).append(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ERROR_NAMES:
            for argument in node.args:
                yield from _sentences(argument, named)


def _sentences(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str | ast.expr]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
        return
    parts = _parts(node, named)
    for part in parts:
        yield from _sentences(part, named)
    if not parts:
        yield node


def _parts(node: ast.expr, named: dict[str, list[ast.expr]]) -> list[ast.expr]:
    """What an expression can be instead: its marked text, its named value, its choices."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[words, *_]) if name in SINGLE:
            return [words]
        case ast.Name(id=name):
            return named.get(name, [])
        case ast.Subscript(value=table):
            return _parts(table, named)
        case ast.Starred(value=whole):
            return [whole]
        case ast.IfExp(body=one, orelse=other):
            return [one, other]
        case ast.Dict(values=several) | ast.Tuple(elts=several):
            return several
    return []


def _in_errors(room: str) -> Iterator[Text]:
    """The sentences of errors that a room says for others, or in a terminal."""
    for name in ERRORS.get(room, ()):
        path = PACKAGE / name
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            for sentence in error_sentences(ast.parse(file.read_text())):
                if isinstance(sentence, str) and sentence:
                    yield sentence


def texts_of(room: str) -> set[Text]:
    """Every text of a room; a pair is a singular with its plural."""
    found: set[Text] = {*_in_tables(room), *_in_errors(room)}
    for file in (PACKAGE / room).rglob("*"):
        if file.suffix == ".py" and "migrations" not in file.parts:
            found.update(_in_python(file.read_text()))
        elif file.suffix in {".html", ".txt"} and "templates" in file.parts:
            found.update(_in_template(file.read_text()))
    return found


def catalogue_file(room: str) -> Path:
    return PACKAGE / room / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def read_catalogue(room: str) -> Catalog:
    """The Dutch catalogue of a room; an empty one where there is none yet."""
    file = catalogue_file(room)
    if not file.exists():
        return Catalog(locale="nl")
    with file.open("rb") as text:
        return read_po(text, locale="nl")


def bring_up_to_date(room: str) -> list[Text]:
    """Rewrite a room's catalogue with exactly its texts; return those without Dutch."""
    old = read_catalogue(room)
    new = Catalog(locale="nl", header_comment="", fuzzy=False, creation_date=UNDATED)
    without: list[Text] = []
    for text in sorted(texts_of(room), key=str):
        known = old.get(text if isinstance(text, str) else text[0])
        new.add(text, known.string if known else "", flags=known.flags if known else ())
        if not known or not known.string:
            without.append(text)
    file = catalogue_file(room)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, new, width=100, omit_header=False, no_location=True)
    return without


def _in_python(source: str) -> Iterator[Text]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        texts = [word for word in words if isinstance(word, str)]
        if node.func.id in SINGLE and texts:
            yield texts[0]
        elif node.func.id in PLURAL and len(texts) == 2:
            yield texts[0], texts[1]


def _in_template(source: str) -> Iterator[Text]:
    for name, first, second in IN_TEMPLATE.findall(templatize(source)):
        text = ast.literal_eval(first.lstrip("u"))
        yield (text, ast.literal_eval(second.lstrip("u"))) if name == "ngettext" else text


def main() -> int:
    """Bring all catalogues up to date; 1 when a text has no Dutch."""
    without = {room: bring_up_to_date(room) for room in rooms()}
    for room, texts in without.items():
        for text in texts:
            sys.stdout.write(f"{room}: {text!r}\n")
    return 1 if any(without.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
