"""The documents tell what is there: no command, setting, kind or check without its words."""

import ast
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from samen.core.reading import read_letter
from samen.core.registration.problems import FLAGS, Problem
from samen.core.terms import CandidateKind
from samen.core.writing.checks import BLOCKING, Check
from samen.core.writing.draft import FieldKind
from samen.site.cli import COMMANDS
from tests.house.tree import PACKAGE, ROOT, files, parsed, short

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
INSIDE = {"PYENV_ROOT", "PATH", "PYTEST_XDIST_WORKER", "DJANGO_SETTINGS_MODULE"}
"""Names that are read from the environment but that nobody sets for Samen."""


def words(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def settings_read() -> set[str]:
    """Every name that the package and the bootstrap read from the environment."""
    sources = [path for path in files(PACKAGE) if path.suffix == ".py"] + [ROOT / "samen"]
    calls = [
        node
        for path in sources
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
    ]
    asks = {"setting", "os.environ.get", "os.getenv", "_address"}
    names = {call.args[0] for call in calls if ast.unparse(call.func) in asks}
    return {str(name.value) for name in names if isinstance(name, ast.Constant)} - INSIDE


def test_every_setting_is_explained() -> None:
    """Who runs the house reads docs/running.md, not the code."""
    assert {"DATABASE_URL", "SAMEN_SECRET_KEY"} <= settings_read()
    assert [
        name for name in sorted(settings_read()) if f"`{name}`" not in words("running.md")
    ] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_exists_and_is_explained(name: str) -> None:
    assert find_spec(f"samen.site.commands.{name}"), f"./samen {name} is named but not there"
    assert f"`./samen {name}" in words("running.md")


def rows_of_kinds() -> dict[str, str]:
    """The row of each kind in docs/reading.md."""
    part = words("reading.md").partition("## The kinds")[2].partition("## ")[0]
    return {row.split("`")[1]: row for row in part.splitlines() if row.startswith("| `")}


def test_every_kind_of_candidate_is_explained() -> None:
    assert set(rows_of_kinds()) == set(CandidateKind)


def test_every_field_of_a_candidate_is_explained() -> None:
    """Who scripts against `--json` finds each field that the example letter gives."""
    rows = rows_of_kinds()
    letter = next((ROOT / "data" / "letters").glob("*.txt"))
    found = read_letter(letter.read_bytes(), letter.name).candidates
    fields = {(each.kind, name) for each in found for name in each.detail}
    untold = {
        (kind, name)
        for kind, name in fields
        if f"`{name}`" not in rows[kind] and f"`{name}[]`" not in rows[kind]
    }
    assert fields
    assert untold == set()


def test_every_field_of_a_draft_is_explained() -> None:
    told = words("writing.md")
    assert [kind for kind in FieldKind if f"`[[{kind}:" not in told] == []


@pytest.mark.parametrize("check", Check, ids=str)
def test_a_check_is_explained_with_whether_it_blocks(check: Check) -> None:
    """Someone whose letter may not leave finds here why, and how to mend it."""
    rows = [row for row in words("writing.md").splitlines() if row.startswith(f"| `{check}` |")]
    assert len(rows) == 1
    assert rows[0].split("|")[2].strip() == ("yes" if check in BLOCKING else "no")


@pytest.mark.parametrize("problem", Problem, ids=str)
def test_a_problem_of_a_partners_file_is_explained(problem: Problem) -> None:
    """Who has to mend a row finds here what is meant, and whether it was taken in."""
    rows = [row for row in words("partner-files.md").splitlines() if f"| `{problem}` |" in row]
    assert [row.split(" | ")[-1] for row in rows] == [
        "flagged |" if problem in FLAGS else "refused |"
    ]  # fmt: skip


def test_every_link_leads_to_a_file() -> None:
    """A dead link on the first page tells a newcomer what to expect of the rest."""
    dead = [
        f"{short(page)}: {link}"
        for page in files(ROOT)
        if page.suffix == ".md"
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


@pytest.mark.parametrize("adr", sorted((DOCS / "adr").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_has_its_number_and_its_three_parts(adr: Path) -> None:
    told = adr.read_text(encoding="utf-8")
    assert re.match(r"\d{4}-[a-z0-9-]+$", adr.stem)
    assert re.match(rf"# {int(adr.stem[:4])}\. \S", told)
    for part in ("## Context", "## Decision", "## Consequence"):
        assert part in told


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "REVIEW.md", "LICENSE"),
        *("publiccode.yaml", "docs/architecture.md", "docs/measurements.md", "docs/privacy.md"),
        *("docs/handleiding.md", ".ci/run"),
    ],
)
def test_a_paper_of_the_house_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 300


def public_functions(folder: Path) -> dict[str, ast.FunctionDef]:
    """By name, of the files right in a folder of the package."""
    return {
        node.name: node
        for path in sorted(folder.glob("*.py"))
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def test_every_function_of_the_estimates_is_in_the_reference() -> None:
    """With what it takes and gives, when it refuses, and the paper; and none that is gone."""
    functions = public_functions(PACKAGE / "core" / "estimation")
    rows = [
        [cell.strip() for cell in row.strip("|").split(" | ")]
        for row in words("estimation-reference.md").splitlines()
        if row.startswith("| `")
    ]
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row[0])]
    assert sorted(set(named) - {"report_files"}) == sorted(functions)
    assert len(named) == len(set(named))


def test_every_function_of_the_estimates_says_what_it_is() -> None:
    functions = public_functions(PACKAGE / "core" / "estimation")
    functions |= public_functions(PACKAGE / "core" / "estimation" / "report")
    assert [name for name, node in functions.items() if not ast.get_docstring(node)] == []
