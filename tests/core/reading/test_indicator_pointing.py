"""Years told by pointing at another count: the same years, the year before, the plan above."""

import pytest

from tests.core.reading.letters_read import figures_of

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _found(text: str) -> list[tuple[object, ...]]:
    return figures_of(f"{_TOP}{text}\n\nHoogachtend,\n")


_YEARS = "Het aantal meldingen over koks steeg van 40 in 2020 naar 61 in 2021 en 72 in 2022."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{_YEARS} Afgedaan werden er achtereenvolgens 31, 44 en 58.",
            [(31, 2020), (44, 2021), (58, 2022)],
        ),
        (
            f"{_YEARS} Het aantal aangiften daalde in dezelfde jaren van 18 via 16 naar 15.",
            [(18, 2020), (16, 2021), (15, 2022)],
        ),
        (
            "In 2022 zijn 214 koks aangehouden, tegen 186 in het voorafgaande jaar, terwijl in "
            "diezelfde jaren onderscheidenlijk 133 en 121 veroordelingen zijn uitgesproken.",
            [(133, 2022), (121, 2021)],
        ),
        (
            "De dienst ontving in 2022 437 meldingen over koks, tegen 389 in 2021 en 352 in het "
            "jaar daarvoor.",
            [(389, 2021), (352, 2020)],
        ),
        (
            "Er zijn per 1 juni 2023 23 keukens geheel en 19 gedeeltelijk verbouwd, terwijl dat er "
            "een jaar eerder 11 en 12 waren.",
            [(11, 2022), (12, 2022)],
        ),
        (
            "In 2022 waren er nog 401 keukens, een aantal dat sinds 2014, toen het er 674 waren, "
            "terugloopt.",
            [(401, 2022), (674, 2014)],
        ),
        (
            "In 2022 zijn 6.800 van de beoogde 10.000 plekken gerealiseerd.",
            [(6800, 2022), (10000, 2022)],
        ),
        (
            "Het jaarplan 2024 voorziet in ten minste 26 controles van keukens.",
            [(26, 2024)],
        ),
    ],
)
def test_a_count_takes_the_year_that_its_words_point_at(
    text: str, expected: list[tuple[int, int]]
) -> None:
    found = [one[:2] for one in _found(text)]
    assert [one for one in found if one in expected] == expected


def test_a_year_of_what_a_count_is_compared_with_is_not_its_own() -> None:
    text = (
        f"{_YEARS} Bij 44 procent van de keukens was iets mis; een jaar eerder was dat 39 procent "
        "en in 2020 nog iets meer dan een derde."
    )
    found = {one[0]: one[1] for one in _found(text)}
    assert (found[44], found[39]) == (2022, 2021)


def test_what_a_list_of_aims_says_is_of_the_year_above_it() -> None:
    text = (
        "Eind 2028 willen wij het volgende hebben bereikt:\n"
        "•  ten minste 150 meldingen van koks per jaar;\n"
        "•  alle keukens doen mee, waar dat er nu 11 zijn;\n"
        "•  bij 60 procent van de koks komt iemand langs; in 2022 lukte dat bij 35 procent."
    )
    found = {one[0]: one[1:] for one in _found(text)}
    assert found[150] == (2028, "target")
    assert found[60] == (2028, "target")
    assert found[35] == (2022, "realised")
    assert found.get(11, (2023,))[0] == 2023


def test_a_part_is_of_the_year_of_its_whole() -> None:
    text = (
        "In 2021 zijn 512 koks vertrokken. In 2022 zijn 430 koks vertrokken.\n\n"
        "Van de 512 werden er 174 later teruggezien, van wie 61 in Duitsland."
    )
    found = {one[0]: one[1] for one in _found(text)}
    assert (found[174], found[61]) == (2021, 2021)


def test_items_that_hold_a_name_and_a_number_are_of_the_year_above_them() -> None:
    text = "• Soort keuken in 2022:\n  - warm: 31;\n  - koud: 22;\n  - gesloten: 18.\n"
    assert _found(text) == [(31, 2022, "realised"), (22, 2022, "realised"), (18, 2022, "realised")]
