"""What each part gives away when it is taken: every line names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_line_names_a_test_that_is_there() -> None:
    words = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    table = words.partition("| taken | gives |")[2].partition("\n\n")[0]
    lines = [line.split("|")[1:-1] for line in table.splitlines()[2:]]
    assert len(lines) > 15
    named = {line[0].strip(): re.findall(r"`(tests/[\w/]+\.py)`", line[-1]) for line in lines}
    assert [taken for taken, tests in named.items() if not tests] == []
    assert [test for tests in named.values() for test in tests if not (ROOT / test).exists()] == []
