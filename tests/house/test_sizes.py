"""Sizes: what does not fit on a few screens is not read, and what is not read is not kept right.

A linter that knows layers does not stop a file of two thousand lines; these tests do.
"""

import ast
import re
import tomllib
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, files, parsed, python_files, short

MOST_LINES = 400
MOST_TEMPLATE_LINES = 150
MOST_FUNCTION_LINES = 60
MOST_WRITTEN = 100
MOST_SAMPLE_LINES = 100
"""In tests: a small register written out as values is a table, not a train of thought."""
RUFF = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]


def test_no_python_file_is_longer_than_400_lines() -> None:
    """A file is one subject; a longer one is two."""
    lengths = {short(path): len(path.read_text().splitlines()) for path in python_files()}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_no_template_is_longer_than_150_lines() -> None:
    """A page that needs more has parts that can be included."""
    lengths = {
        short(path): len(path.read_text().splitlines())
        for path in files(PACKAGE)
        if path.suffix == ".html"
    }
    assert lengths
    assert {name: n for name, n in lengths.items() if n > MOST_TEMPLATE_LINES} == {}


def test_a_migration_that_a_person_wrote_is_short_and_says_why() -> None:
    """Generated ones are not counted (docs/adr/0007); SQL and steps over data are read."""
    written = [
        path
        for path in files(PACKAGE)
        if "migrations" in path.parts
        and path.suffix == ".py"
        and re.search(r"RunSQL|RunPython", path.read_text())
    ]
    assert written
    long = [short(path) for path in written if len(path.read_text().splitlines()) > MOST_WRITTEN]
    assert long == []
    assert [short(path) for path in written if not ast.get_docstring(parsed(path))] == []


def most(path: Path) -> int:
    return MOST_SAMPLE_LINES if short(path).startswith("tests/") else MOST_FUNCTION_LINES


def test_no_function_is_longer_than_60_lines() -> None:
    """Ruff counts statements; one statement over fifty lines is as hard to read."""
    long = {
        f"{short(path)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= most(path)
    }
    assert long == {}


def test_ruff_holds_complexity_and_statements_everywhere() -> None:
    """The limits stand in the configuration, so that every editor shows them."""
    assert {"C90", "PL"} <= set(RUFF["select"])
    assert RUFF["mccabe"]["max-complexity"] <= 8
    assert RUFF["pylint"]["max-statements"] <= 30


def test_no_file_is_let_off_the_limits() -> None:
    """An exemption for one file is where the next ones go to live."""
    let_off = {
        pattern: rule
        for pattern, rules in RUFF["per-file-ignores"].items()
        for rule in rules
        if rule in {"C90", "C901", "PL", "PLR", "PLR0915", "PLR0912"}
    }
    assert let_off == {}
