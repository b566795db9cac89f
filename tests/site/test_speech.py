"""A command speaks one language in the terminal: Dutch, or English when it is asked for."""

from pathlib import Path

import pytest

from samen.site import cli

TABLE = "A,B,C,count\n1,0,0,400\n0,1,0,300\n1,1,0,60\n0,0,1,200\n1,0,1,50\n0,1,1,43\n1,1,1,12\n"


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMEN_LANGUAGE", raising=False)


@pytest.mark.parametrize(
    ("line", "dutch", "english"),
    [
        ("estimate weg.csv", "Er is geen bestand weg.csv.", "There is no file weg.csv."),
        ("protect weg.csv", "Er is geen bestand weg.csv.", "There is no file weg.csv."),
        ("read weg.txt", "kan niet worden geopend", "cannot be opened"),
        ("estimate", "dit ontbreekt: FILE.", "are required: FILE."),
        ("estimate x --frob", "onbekend: --frob.", "unrecognized arguments: --frob."),
        ("estimate x --seed y", "bij --seed is 'y' geen geheel getal.", "'y' is no whole number."),
        ("estimate x --seed", "bij --seed hoort één waarde.", "expected one argument."),
        ("estimate x --method frob", "--method kan niet 'frob' zijn; kies uit", "invalid choice"),
        ("protect x --method frob", "--method kan niet 'frob' zijn; kies uit", "invalid choice"),
        (
            "estimate x --json=1",
            "bij --json hoort geen waarde, en er staat '1'.",
            "ignored explicit argument",
        ),
        ("estimate x --s 1", "--s kan --seed, --sensitivity zijn.", "ambiguous option"),
    ],
)
def test_errors_are_in_the_language_of_the_output(
    line: str, dutch: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for more, asked, other in (([], dutch, english), (["--lang", "en"], english, dutch)):
        command, *rest = line.split()
        assert cli.main([command, *more, *rest]) == 2
        told = capsys.readouterr().err
        assert asked in told
        assert other not in told
        assert told.count("\n") == 1


def test_the_setting_goes_before_dutch_and_the_option_before_the_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMEN_LANGUAGE", "en")
    cli.main(["estimate", "weg.csv"])
    assert "There is no file" in capsys.readouterr().err
    cli.main(["estimate", "weg.csv", "--lang=nl"])
    assert "Er is geen bestand" in capsys.readouterr().err
    monkeypatch.setenv("SAMEN_LANGUAGE", "fr")
    assert cli.main(["estimate", "weg.csv"]) == 2
    assert "SAMEN_LANGUAGE is fr." in capsys.readouterr().err


def test_an_estimate_is_told_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lists.csv"
    file.write_text(TABLE)
    assert cli.main(["estimate", str(file), "--bootstrap", "200", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Registered: 1,065\nLists: A, B, C\nEstimated, those not registered")
    assert "200 replicates, seed 1; without an estimate 0.0%." in told
    assert not {"Oordeel", "Geregistreerd", "herhalingen", "schatting"} & set(told.split())


def test_protection_is_told_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "table.csv"
    file.write_text("sex,n\nv,12\nm,30\ntotal,42\n")
    hierarchy = tmp_path / "codes.yaml"
    hierarchy.write_text("sex:\n  total: [v, m]\n")
    asked = ["protect", str(file), "--hierarchy", str(hierarchy), "--lang", "en"]
    assert cli.main(asked) == 0
    told = capsys.readouterr().out
    assert told.startswith("Cells: 3; unsafe: 0\n")
    assert "Verdict: safe against an outsider who does not know the threshold." in told


def test_a_letter_is_told_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Den Haag, 17 november 2021\nZie Kamerstuk 28638, nr. 190 over de aanpak.\n")
    assert cli.main(["read", str(file), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Parliamentary papers (1)" in told
    assert "Signed: ?" in told
