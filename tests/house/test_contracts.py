"""The contracts of the house hold, and each says why it is there."""

import configparser
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.tree import ROOT, rooms

CONTRACTS = ROOT / ".importlinter"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
WITHOUT_MODELS = {"core", "site"}


def test_every_import_goes_through_a_door() -> None:
    """Floors and doors of docs/architecture.md, as import-linter sees them."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_contract_says_why() -> None:
    """A rule without a reason is bent at the first inconvenience."""
    silent = [
        section.splitlines()[0]
        for section in CONTRACTS.read_text().split("[importlinter:contract:")[1:]
        if "\n; " not in section
    ]
    assert silent == []


def test_every_room_keeps_its_models_to_itself() -> None:
    """A room that is added gets its door at once: one contract a room."""
    contracts = configparser.ConfigParser()
    contracts.read(CONTRACTS)
    kept = {
        contracts[name]["protected_modules"]
        for name in contracts.sections()
        if contracts[name].get("type") == "protected"
    }
    wanted = {f"samen.{room.name}.models" for room in rooms() if room.name not in WITHOUT_MODELS}
    assert wanted <= kept


def test_types_are_checked_strictly_everywhere() -> None:
    """No module is let off: only packages of others may come without types."""
    mypy = PROJECT["mypy"]
    assert mypy["strict"] is True
    assert set(mypy["files"]) == {"src/samen", "bench", "tests"}
    allowed = {"module", "ignore_missing_imports", "follow_untyped_imports"}
    for override in mypy.get("overrides", []):
        assert set(override) <= allowed
        assert not any(name.startswith(("samen", "tests", "bench")) for name in override["module"])


def test_signals_and_the_clock_are_banned_for_the_linter_too() -> None:
    banned = PROJECT["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    wanted = {"django.dispatch", "datetime.datetime.now", "datetime.date.today"}
    assert wanted <= set(banned)
    assert all(banned[name]["msg"] for name in wanted)
