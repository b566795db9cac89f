"""Where things are and how they are called: a reader who knows one room knows them all."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import files, parsed, python_files, rooms, short

EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|misc|managers?|services?|process(or)?|handlers?)$")
MOST_README_LINES = 60


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A file with such a name takes in whatever has no place, and is never emptied."""
    names = [path.with_suffix("") for path in python_files()]
    assert [short(path) for path in names if EMPTY_NAMES.search(path.name)] == []
    folders = {path.parent for path in names}
    assert [short(path) for path in folders if EMPTY_NAMES.search(path.name)] == []


def test_nothing_is_sent_by_signals() -> None:
    """An action calls what it means; a signal hides the way (docs/adr/0001)."""
    banned = ("django.dispatch", "django.db.models.signals", "django.core.signals")
    found = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and any(name.startswith(banned) for name in _imported(node))
    ]
    assert found == []


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [f"{node.module}.{name.name}" for name in node.names]


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_room_says_what_comes_in_what_goes_out_and_whom_it_serves(room: Path) -> None:
    """Ten lines at the door save an hour inside."""
    readme = room / "README.md"
    assert readme.exists(), f"{short(room)} has no README.md"
    words = readme.read_text()
    assert 4 <= len(words.splitlines()) <= MOST_README_LINES
    for asked in (r"\bIn\b\W*:", r"\bOut\b\W*:", r"\bServes\b|\bFor\b\W*:"):
        assert re.search(asked, words), f"{short(readme)} does not say {asked}"


def test_templates_stand_in_a_folder_with_the_name_of_their_room() -> None:
    """Django looks in all rooms at once; a bare name would take another room's page."""
    loose = [
        short(path)
        for room in rooms()
        if room.name != "site" and (room / "templates").is_dir()
        for path in files(room / "templates")
        if path.relative_to(room / "templates").parts[0] != room.name
    ]
    assert loose == []
