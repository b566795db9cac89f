"""Machine code that is kept is never older than any of the loops in it."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from samen.core.estimation import compiled
from samen.core.estimation.compiled import CONFIG, KEPT_IN, fingerprint
from samen.core.estimation.procedures import Searched


def test_a_change_in_any_file_with_loops_moves_the_machine_code(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.py", tmp_path / "outer.py"
    inner.write_text("@compiled\ndef one(): return 1\n")
    outer.write_text("@compiled\ndef two(): return one() + 1\n")
    before = fingerprint(tmp_path)
    (tmp_path / "words.py").write_text("WORDS = 1\n")
    assert fingerprint(tmp_path) == before
    inner.write_text("@compiled\ndef one(): return 2\n")
    assert fingerprint(tmp_path) != before


def test_machine_code_is_kept_under_the_fingerprint() -> None:
    """In a process of its own: this one may compile nothing, or keep it in another folder."""
    asked = "from samen.core.estimation.stepwise import stepwise; print(stepwise.stats.cache_path)"
    env = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    told = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True)
    assert Path(told.stdout.strip()).is_relative_to(KEPT_IN), told.stderr


def test_loops_can_run_as_plain_python() -> None:
    asked = (
        "from samen.core.estimation.compiled import interpret; interpret();"
        "from samen.core.estimation.stepwise import stepwise; print(type(stepwise).__name__)"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    told = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True)
    assert told.stdout.strip() == "function", told.stderr


def test_a_folder_without_machine_code_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Importing the loops makes the folder; only running them fills it."""
    monkeypatch.setattr(CONFIG, "CACHE_DIR", "")
    monkeypatch.setattr(CONFIG, "DISABLE_JIT", False)
    monkeypatch.setattr(compiled, "KEPT_IN", tmp_path)
    (tmp_path / "estimation").mkdir()
    assert not compiled.is_kept()
    (tmp_path / "estimation" / "fit.main-1.py313.nbi").touch()
    assert compiled.is_kept()


@pytest.mark.skipif(bool(CONFIG.CACHE_DIR or CONFIG.DISABLE_JIT), reason="nothing is kept here")
def test_what_a_search_calls_is_compiled_once() -> None:
    """A literal, or a table in another shape in memory, would be compiled as a kind of its own."""
    Searched("bic").choose(np.array([0, 30, 20, 8, 10, 4, 3, 2]))
    kept = f"py{sys.version_info.major}{sys.version_info.minor}.*.nbc"
    for name in ("_next", "_keep", "_leaf", "_misfit"):
        assert len(list(KEPT_IN.rglob(f"lattice.{name}-*.{kept}"))) == 1, name
