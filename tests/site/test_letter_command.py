"""`./samen letter` on a frozen letter: it writes what was frozen, and sees other files."""

import hashlib
from argparse import Namespace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samen.core.errors import BadInput, CannotRun
from samen.letters.actions import writing
from samen.programme import actions as programme
from samen.programme.values import Standing, Wording
from samen.site.commands.letter import verify, write
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 11, 1, 9, tzinfo=UTC)


@pytest.fixture
def frozen(cast: Cast) -> int:
    """A frozen letter about one action, after which the register went on."""
    by = cast["programme_team"]
    entry = programme.record_action(
        wording=Wording("De dienst opent een loket", owners=("Dienst Opvang",)),
        standing=Standing("running", date(2022, 2, 1), note="het loket is in aanbouw"),
        by=by,
        now=NOW,
    )
    plan = writing.LetterPlan(
        year=2022, on=date(2022, 11, 15), subject="Brief 2022", sender="Dienst Opvang"
    )
    letter = writing.start_letter(plan=plan, by=by, now=NOW)
    writing.freeze_letter(letter=letter, by=cast["approver"], now=NOW, because="Zo kan het.")
    programme.edit_entry(entry=entry, wording=Wording("Een andere titel"))
    return letter


def asked(out: Path) -> Namespace:
    return Namespace(year=2022, out=out)


def test_what_is_written_is_what_was_frozen_and_another_file_is_seen(
    frozen: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write(asked(tmp_path)) == 0
    page = tmp_path / "2022-brief.html"
    assert "De dienst opent een loket" in page.read_text()
    assert verify(asked(tmp_path)) == 0
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    assert f"{digest}  2022-brief.html\n" in capsys.readouterr().out
    page.write_text(page.read_text().replace("loket", "hotel"))
    assert verify(asked(tmp_path)) == 1
    said = capsys.readouterr().out
    assert "2022-brief.html is not the file that was frozen" in said
    assert said.count("./samen letter write 2022 --out DIR writes the frozen files") == 1
    write(asked(tmp_path))
    assert verify(asked(tmp_path)) == 0
    assert "writes the frozen files" not in capsys.readouterr().out
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert verify(asked(empty)) == 1
    assert "holds no file of the letter" in capsys.readouterr().out


def test_a_file_in_the_place_of_the_folder_is_said(frozen: int, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("hier")
    with pytest.raises(CannotRun, match="Nothing can be written"):
        write(asked(tmp_path / "uit"))
    (tmp_path / "2022-brief.html.part").mkdir()
    with pytest.raises(CannotRun, match="Nothing can be written"):
        write(asked(tmp_path))


def test_a_folder_that_is_not_there_is_said(frozen: int, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        verify(asked(tmp_path / "nergens"))
