"""Exemptions: a rule holds, or it is changed for everybody in the open."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import parsed, python_files, short

LET_OFF = re.compile(r"#\s*(noqa\b|type:\s*ignore|pragma:\s*no cover|pyright:|mypy:|ruff:)", re.I)
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
WITH_REASON = {"skip", "skipif", "xfail"}


def comments() -> Iterator[tuple[Path, int, str]]:
    for path in python_files():
        with path.open("rb") as source:
            for token in tokenize.tokenize(source.readline):
                if token.type == tokenize.COMMENT:
                    yield path, token.start[0], token.string


def test_no_comment_lets_a_line_off() -> None:
    """A line that the tools may not see is a line that nobody sees."""
    found = [f"{short(p)}:{line} {words}" for p, line, words in comments() if LET_OFF.search(words)]
    assert found == []


def test_no_comment_puts_work_off() -> None:
    """What is not finished is an issue, where somebody can find it, or it is not there."""
    found = [f"{short(p)}:{line} {words}" for p, line, words in comments() if LATER.search(words)]
    assert found == []


def test_every_skip_says_why() -> None:
    """A test that does not run says what is missing, so that a reader can provide it."""
    silent = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and node.attr in WITH_REASON
        and ast.unparse(node.value) in {"pytest", "pytest.mark", "unittest"}
        and not _has_reason(path, node)
    ]
    assert silent == []


def _has_reason(path: Path, mark: ast.Attribute) -> bool:
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.lineno == mark.lineno:
            named = {keyword.arg for keyword in call.keywords}
            return "reason" in named or (mark.attr == "skip" and bool(call.args))
    return False
