"""Machine code that is kept is never older than any of the loops in it."""

from pathlib import Path
from typing import Any

import pytest

from samen.core.estimation.compiled import CONFIG, KEPT_IN, fingerprint
from samen.core.estimation.stepwise import stepwise


def test_a_change_in_any_file_with_loops_moves_the_machine_code(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.py", tmp_path / "outer.py"
    inner.write_text("@compiled\ndef one(): return 1\n")
    outer.write_text("@compiled\ndef two(): return one() + 1\n")
    before = fingerprint(tmp_path)
    (tmp_path / "words.py").write_text("WORDS = 1\n")
    assert fingerprint(tmp_path) == before
    inner.write_text("@compiled\ndef one(): return 2\n")
    assert fingerprint(tmp_path) != before


@pytest.mark.skipif(bool(CONFIG.DISABLE_JIT), reason="nothing is compiled")
@pytest.mark.skipif(bool(CONFIG.CACHE_DIR), reason="another folder was asked for")
def test_machine_code_is_kept_under_the_fingerprint() -> None:
    loops: Any = stepwise
    assert Path(loops.stats.cache_path).is_relative_to(KEPT_IN)
