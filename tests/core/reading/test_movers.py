"""Who moves a motion, in the ways that letters say so."""

from datetime import date

import pytest

from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("De motie van lid Pol, mede namens de leden Bos en Kwint, is afgedaan.", [
            "Pol", "Bos", "Kwint",
        ]),
        ("De motie van het lid Pol, medeondertekend door de leden Bos en Kwint, is afgedaan.", [
            "Pol", "Bos", "Kwint",
        ]),
        ("De motie van de senatoren Pol en Bos is afgedaan.", ["Pol", "Bos"]),
        ("De motie van het lid Pol, tezamen met het lid Bos, is afgedaan.", ["Pol", "Bos"]),
        ("Motie M23-14, ingediend door Waterpartij en Ons Dorp, is afgedaan.", [
            "Waterpartij", "Ons Dorp",
        ]),
        ("De motie van de fractie Waterpartij (M23-14) is afgedaan.", ["Waterpartij"]),
    ],
)  # fmt: skip
def test_movers_are_named_in_many_ways(text: str, movers: list[str]) -> None:
    (found,) = find_motions(repair(source_of_text(text)), date(2021, 3, 15))
    assert found.detail["movers"] == movers
