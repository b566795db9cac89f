"""One place reads the clock, so that "what stood open on 1 March?" can be asked of everything.

What reads the clock by itself cannot be asked about another day, and its tests pass until
the year turns.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, files, parsed, short

CLOCK = PACKAGE / "work" / "clock.py"
ASKS = {"now", "today", "utcnow"}
WITHOUT_A_TIME = {"timezone.localtime()", "timezone.localdate()"}
"""With a time between the brackets they convert it, and read no clock."""
CLOCKS = {"datetime", "date", "timezone", "datetime.datetime", "datetime.date"}
TIMES = {"time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"}
COLUMNS = {"auto_now", "auto_now_add"}


def readings(path: Path) -> Iterator[str]:
    """Where a file reads the clock."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute | ast.Call) and _asks(node):
            yield f"{short(path)}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.keyword) and node.arg in COLUMNS:
            yield f"{short(path)}:{node.value.lineno} {node.arg}"


def _asks(node: ast.Attribute | ast.Call) -> bool:
    words = ast.unparse(node)
    if isinstance(node, ast.Call):
        return words in WITHOUT_A_TIME
    return words in TIMES or (node.attr in ASKS and ast.unparse(node.value) in CLOCKS)


def python_below(folder: Path) -> list[Path]:
    return [p for p in files(folder) if p.suffix == ".py" and "migrations" not in p.parts]


def test_core_has_no_clock() -> None:
    """Core gets the day as a value; it does not even import `time`."""
    found = [where for path in python_below(PACKAGE / "core") for where in readings(path)]
    imports = [
        f"{short(path)}:{node.lineno}"
        for path in python_below(PACKAGE / "core")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import) and any(name.name == "time" for name in node.names)
    ]
    assert found + imports == []


def test_only_the_clock_of_work_is_read() -> None:
    others = [path for path in python_below(PACKAGE) if path != CLOCK]
    assert [where for path in others for where in readings(path)] == []


def test_the_search_sees_a_clock_that_is_read() -> None:
    """The tests above mean nothing when the search does not know a clock from a value."""
    assert list(readings(CLOCK))
