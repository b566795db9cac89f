"""The project runs anywhere and carries nothing along: no host, no home, no one else's words."""

import ast
import re
import sys
from pathlib import Path

from tests.house.tree import ROOT, short, texts

HOME = re.compile(r"(?<![\w.}/$-])(/(?:home|Users|root|work)/\w|[A-Z]:\\\\?Users)")
REGISTRIES = re.compile(r"\b(?:pypi|pythonhosted|npmjs)\.(?:org|com)\b")
ADDRESS = re.compile(r"https?://|file://|\bindex-url\b")
FEWEST_WORDS = 12


def test_the_lists_of_packages_name_no_host() -> None:
    """An organisation installs from its own mirror; a list with a host in it goes around that."""
    lists = [ROOT / name for name in ("requirements.lock", "package-lock.json", ".npmrc")]
    found = [short(path) for path in lists if path.exists() and ADDRESS.search(path.read_text())]
    assert found == []


def test_every_package_is_locked_with_its_hash() -> None:
    """A package that changed under the same number is not installed."""
    entries = (ROOT / "requirements.lock").read_text().replace("\\\n", " ").splitlines()
    packages = [line for line in entries if line.strip() and not line.startswith("#")]
    assert packages
    assert [line[:40] for line in packages if "--hash=sha256:" not in line] == []


def test_no_file_names_a_registry() -> None:
    found = [short(path) for path, text in texts() if REGISTRIES.search(text)]
    assert found == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    """A path that exists on one machine is a fault on every other."""
    found = [
        f"{short(path)}:{number}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if HOME.search(line)
    ]
    assert found == []


def test_no_sentence_of_the_real_letter_is_in_the_project(seed_letter_path: Path) -> None:
    """The letter belongs to its writers; the project tells its facts in words of its own."""
    sentences = _sentences(seed_letter_path.read_text(encoding="utf-8"))
    assert len(sentences) > 50
    found = {
        short(path): sentence
        for path, text in texts()
        if path.suffix in {".py", ".md", ".html", ".txt", ".json", ".yaml", ".csv", ".po"}
        for folded in [" ".join(text.split())]
        for sentence in sentences
        if sentence in folded
    }
    assert found == {}


def _sentences(text: str) -> list[str]:
    """Sentences that are long enough to be somebody's own."""
    folded = " ".join(text.split())
    parts = [part.strip() for part in re.split(r"(?<=[.?!])\s+(?=[A-Z])", folded)]
    return [part for part in parts if len(part.split()) >= FEWEST_WORDS]


def test_the_first_command_runs_before_anything_is_installed() -> None:
    """It is read by whatever Python a machine has: 3.8 or newer, and its own library only."""
    tree = ast.parse((ROOT / "samen").read_text(), feature_version=(3, 8))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports for alias in node.names}
    assert imports
    assert names <= set(sys.stdlib_module_names)
