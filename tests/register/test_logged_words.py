"""What the log names is told in words, in the reader's language."""

import re
from pathlib import Path

from samen.register.known_fields import fields
from samen.register.labels import LOGGED

NOTED = re.compile(r'\.note\(\s*LogAct\.\w+,[^"]*?\["([a-z ]+)"\]')
SOURCE = Path(__file__).parents[2] / "src" / "samen"


def test_whatever_an_act_notes_has_words() -> None:
    noted = {
        word for file in SOURCE.rglob("*.py") for word in NOTED.findall(file.read_text("utf-8"))
    }
    assert {"entity", "standing decision", "file"} <= noted
    assert noted - set(LOGGED) - set(fields()) == set()
