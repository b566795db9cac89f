"""Footnotes in the many ways in which letters set their marks and their notes."""

import pytest

from samen.core.reading import read_letter

TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
BODY = """De koks hebben een plan gemaakt{a} en dat is op tijd klaar. De dienst ziet daarop toe.{b}
Met de keukens wordt gesproken over de uitvoering van de afspraken in 2022{c} en over de
maaltijden, zoals de motie{d} vraagt.
"""
NOTES = (
    "Kamerstukken II 2022/23, 28 638, nr. 12.",
    "Zie het rapport van de inspectie, Den Haag 2022.",
    "Bijlage bij de brief van 3 mei 2023.",
    "Motie van het lid Koppelaar, 28 638, nr. 14.",
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸"


def _notes(
    marks: list[str], starts: list[str], between: str = " ", body: str = BODY
) -> list[tuple[int, str]]:
    body = body.format(**dict(zip("abcd", marks, strict=True)))
    notes = "\n".join(s + between + n for s, n in zip(starts, NOTES, strict=True))
    reading = read_letter(f"{TOP}{body}\n{notes}\n".encode(), "a.txt")
    found = [c for c in reading.candidates if c.kind.value == "footnote"]
    return [(c.detail["number"], c.detail["text"]) for c in found]


@pytest.mark.parametrize(
    ("mark", "start"),
    [
        ("{n}", "{n}"),
        ("{n}", "{n}."),
        ("{n}", "{n})"),
        ("{n})", "{n})"),
        ("({n})", "({n})"),
        (" ({n})", "{n}."),
        ("[{n}]", "[{n}]"),
        ("[{n}]", "{n}."),
        ("[^{n}]", "[^{n}]:"),
        ("{r}", "{r}"),
        ("{r}", "{n}"),
        (" {n}", "{n}"),
        (" (noot {n})", "Noot {n}:"),
        ("[{n}]", "Voetnoot {n}:"),
    ],
)
def test_a_note_is_found_in_each_style(mark: str, start: str) -> None:
    marks = [mark.format(n=n, r=RAISED[n]) for n in range(1, 5)]
    starts = [start.format(n=n, r=RAISED[n]) for n in range(1, 5)]
    assert _notes(marks, starts) == [*zip(range(1, 5), NOTES, strict=True)]


@pytest.mark.parametrize("mark", ["{r}", "[{n}]"])
def test_a_mark_may_stand_on_a_line_above_its_note(mark: str) -> None:
    marks = [mark.format(n=n, r=RAISED[n]) for n in range(1, 5)]
    assert _notes(marks, marks, "\n") == [*zip(range(1, 5), NOTES, strict=True)]


@pytest.mark.parametrize("mark", ["{r}", "[{n}]"])
def test_notes_need_not_begin_at_one(mark: str) -> None:
    marks = [mark.format(n=n, r=RAISED[n]) for n in range(5, 9)]
    assert [number for number, _ in _notes(marks, marks)] == [5, 6, 7, 8]


def test_stars_count() -> None:
    stars = ["*" * n for n in range(1, 5)]
    assert _notes(stars, stars) == [*zip(range(1, 5), NOTES, strict=True)]


def test_a_list_with_stars_holds_no_notes() -> None:
    body = "Wij doen dit:\n\n* Koks worden geschoold.\n* Keukens worden bezocht.\n"
    reading = read_letter(f"{TOP}{body}".encode(), "a.txt")
    assert not [c for c in reading.candidates if c.kind.value == "footnote"]


@pytest.mark.parametrize(
    ("marks", "starts"),
    [
        ("ᵃ ᵇ ᶜ ᵈ", "ᵃ ᵇ ᶜ ᵈ"),
        ("ᵃ ᵇ ᶜ ᵈ", "a b c d"),
        ("ᵃ ᵇ ᶜ ᵈ", "a. b. c. d."),
        ("[a] [b] [c] [d]", "[a] [b] [c] [d]"),
        ("(a) (b) (c) (d)", "(a) (b) (c) (d)"),
        ("ⁱ ⁱⁱ ⁱⁱⁱ ⁱᵛ", "ⁱ ⁱⁱ ⁱⁱⁱ ⁱᵛ"),
        ("[i] [ii] [iii] [iv]", "[i] [ii] [iii] [iv]"),
        ("(*) (**) (***) (****)", "(*) (**) (***) (****)"),
        ("*) **) ***) ****)", "*) **) ***) ****)"),
        ("<1> <2> <3> <4>", "<1> <2> <3> <4>"),
        ("^1 ^2 ^3 ^4", "^1 ^2 ^3 ^4"),
        ("{1} {2} {3} {4}", "{1} {2} {3} {4}"),
    ],
)
def test_a_sign_marks_a_note(marks: str, starts: str) -> None:
    body = BODY.replace(" in 2022{c}", "{c}")
    found = _notes(marks.split(), starts.split(), body=body)
    assert found == [*zip(range(1, 5), NOTES, strict=True)]


def test_daggers_come_after_the_star() -> None:
    text = f"{TOP}De koks* eten soep† en brood‡.\n\n* Noot een.\n† Noot twee.\n‡ Noot drie.\n"
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "footnote"]
    assert [c.detail["number"] for c in found] == [1, 2, 3]


def test_a_number_in_brackets_before_a_stop_marks_a_note() -> None:
    text = (
        f"{TOP}De koks hebben een plan gemaakt (1). Het is op tijd klaar (2).\n\nNoten\n"
        "(1) Handelingen II 2020/21, nr. 28.\n(2) Uitgaande van 34 koks.\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "footnote"]
    assert [c.detail["number"] for c in found] == [1, 2]


def test_roman_marks_may_stand_apart_and_a_star_below_a_table_is_no_note() -> None:
    text = (
        f"{TOP}De koks werken hier sinds 2019 (i). Het brood is op (ii).\n\nSoort    2022    2023\n"
        "Soep       14     18*\nBrood      20      22\n\n* Zonder de soep van maart.\n\nNoten\n\n"
        "(i)   Handelingen II 2020/21, nr. 28.\n(ii)  Uitgaande van 34 koks.\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "footnote"]
    assert [(c.detail["number"], c.quote[:4]) for c in found] == [(1, "Hand"), (2, "Uitg")]


def test_letters_of_a_list_and_of_a_plural_are_no_notes() -> None:
    text = (
        f"{TOP}De minister(s) en de kok(s) doen dit (a) en (b).\n\n"
        "(a) Koks worden geschoold.\n(b) Keukens worden bezocht.\n"
    )
    assert not [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "footnote"]


def test_numbered_rows_of_a_table_are_no_notes() -> None:
    table = "".join(
        f"{n}   {name:38} {n * 11:6}     {n * 14:6}\n"
        for n, name in enumerate(("Meldingen", "Idem, onderzocht", "Onderzoeken", "Zaken"), 1)
    )
    head = f"{'':48}2022       2023\n{'-' * 64}\n"
    marks = [str(n) for n in range(1, 5)]
    assert _notes(marks, marks, body=f"{BODY}\n{head}{table}") == [*enumerate(NOTES, 1)]


def test_chapters_and_numbered_rows_of_a_table_are_no_notes() -> None:
    body = (
        "1      Waar we staan\n\n1.1    Cijfers\n\nDe koks hebben een plan gemaakt{a} en de dienst "
        "ziet toe.{b}\nDat geldt ook voor de keukens in 2022{c} en de maaltijden.{d}\n\n"
        "                             2022    2023\n1   Klachten over koks        16      21\n"
        "2   Bezoeken aan keukens     264     317\n3   Koks in opleiding        103     121\n\n"
        "2      Hoe het verder gaat\n\n2.1    Plannen\n\nDe dienst gaat door.\n"
    )
    assert _notes(["1", "2", "3", "4"], ["1", "2", "3", "4"], body=body) == [
        *zip(range(1, 5), NOTES, strict=True)
    ]


def test_a_note_below_a_broken_sentence_goes_before_a_numbered_heading() -> None:
    text = (
        "Wij hebben het plan aangeboden.1 Daarbij is toegezegd te berichten.\n\n"
        "1. De keuken\n\nDe koks hebben het plan gemaakt.\n\n"
        "2. De eetzaal\n\nMet de bezoekers worden de afspraken over het eten\n"
        "1 Kamerstukken II 2021/22, 28 638, nr. 12.\n\n"
        "                              Pagina 1 van 2\n\n"
        "besproken2 en dat gaat goed.\n\n"
        "2 Kamerstukken II 2022/23, 28 638, nr. 14.\n"
    )
    reading = read_letter(f"{TOP}{text}".encode(), "a.txt")
    found = [c for c in reading.candidates if c.kind.value == "footnote"]
    assert [c.detail["text"][-7:] for c in found] == ["nr. 12.", "nr. 14."]
