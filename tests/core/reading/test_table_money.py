"""What of a table is money and what is counted, and columns over several years together."""

from samen.core.reading import Candidate, read_letter
from samen.core.terms import CandidateKind

_TOP = "Datum 4 maart 2024\nBetreft Voortgang\n\nGeachte voorzitter,\n\nHieronder het beeld.\n\n"


def _found(table: str, kind: CandidateKind) -> list[Candidate]:
    content = f"{_TOP}{table}\n\nDaarna volgt nog een gewone alinea over het vervolg.\n"
    return [c for c in read_letter(content.encode(), "a.txt").candidates if c.kind is kind]


def _years(table: str) -> list[tuple[object, ...]]:
    found = _found(table, CandidateKind.INDICATOR)
    return [tuple(c.detail[key] for key in ("year", "value", "value_kind")) for c in found]


def test_a_table_of_people_under_a_heading_about_costs_holds_no_money() -> None:
    table = (
        "4 MENSEN EN KOSTEN\n\nTabel 2. Bezetting van de keuken (fte)\n\n"
        "                       2022      2023\n"
        "Koks                     34        36\n"
        "Bakkers                   -         2\n"
    )
    assert [found[:2] for found in _years(table)] == [(2022, 34), (2023, 36), (2023, 2)]


def test_a_column_over_years_together_lasts_from_the_first_to_the_last() -> None:
    table = (
        "Tabel 2. Begroting (x € 1.000)\n\n"
        "                |  2025 |  2026 | 2025-2026\n"
        "Koks            |    85 |    95 |       180\n"
        "Ovens           |   120 |    60 |       180\n"
    )
    found = _found(table, CandidateKind.AMOUNT)
    sums = [tuple(c.detail[key] for key in ("from", "until", "recurrence")) for c in found]
    assert sums == [(2025, 2025, "yearly"), (2026, 2026, "yearly"), (2025, 2026, "unknown")] * 2


def test_key_figures_planned_in_a_budget_are_no_money() -> None:
    table = (
        "Tabel 12  Kerncijfers 2022-2023\n\n"
        "                              Realisatie          Begroting\n"
        "                            2022      2023             2023\n"
        "Koksmutsen (x 1.000)       119,4     130,5              133\n"
        "Ovens                      1.460     1.475            1.600\n"
    )
    assert _years(table) == [
        (2022, 119400, "realised"),
        (2023, 130500, "realised"),
        (2023, 133000, "target"),
        (2022, 1460, "realised"),
        (2023, 1475, "realised"),
        (2023, 1600, "target"),
    ]
