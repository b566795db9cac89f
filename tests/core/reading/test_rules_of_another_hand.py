"""Ways of telling that a later hand showed: years of rows and steps, promises among motions."""

import pytest

from tests.core.reading.test_rules_of_one_hand import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over de jaren 2019 tot en met 2022 kwamen achtereenvolgens 31, 44, 27 en 52 bakkers "
            "langs.",
            [(31, 2019), (44, 2020), (27, 2021), (52, 2022)],
        ),
        (
            "Het aantal ovens daalde van 48 in 2020 via 39 naar 22 in 2022.",
            [(48, 2020), (39, 2021), (22, 2022)],
        ),
        (
            "Bij de actie, die liep van november 2021 tot de zomer van 2022, bezocht de Inspectie "
            "84 bakkerijen. In 31 panden sliep personeel; 12 daarvan sloot de burgemeester.",
            [(84, 2022), (31, 2022), (12, 2022)],
        ),
        (
            "Van de bakkerijen had in het schooljaar 2020/2021 nog maar 18 procent een leerplan; "
            "in 2022/2023 was dat 43 procent.",
            [(18, 2021), (43, 2023)],
        ),
    ],
)
def test_a_year_is_told_by_a_row_a_step_or_a_stretch(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In de periode 2019-2022 telde het gilde achtereenvolgens 12, 15 en 19 ovens.",
        "Het aantal ovens daalde van 48 in 2019 via 39 naar 22 in 2022.",
    ],
)
def test_a_number_without_a_year_of_its_own_gets_none(text: str) -> None:
    years = {value: year for value, year in counted(text) if value in (12, 15, 19, 39)}
    assert set(years.values()) <= {None}
