"""What is put before who judges, and how a link is told to a layman."""

import pytest
from django.utils.translation import override

from samen.core.matching.blocking import RULES as KEYS
from samen.core.matching.explanation import Bar, Reasons
from samen.linkage.labels import RULES
from samen.linkage.plain_words import how_often, in_plain_words
from samen.linkage.queries import Explanation
from samen.linkage.side_by_side import Compared, side_by_side
from samen.linkage.waterfall import drawn

BARS = [
    Bar("naam", "de naam is gelijk", 6.0, 2.5, 8.5),
    Bar("adres", "de adressen verschillen", -0.5, 0.0, 8.0),
    Bar("geboortedatum", "de geboortedatum is gelijk", 12.0, -2.5, 17.5),
    Bar("samenhang", "hoe vaak dit samen bij anderen voorkomt", -12.0, 0.0, 5.5),
]


def known_to_be(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"state": "known", "value": value} for name, value in values.items()}


def test_where_somebody_comes_from_is_not_put_before_who_judges() -> None:
    told = known_to_be(nationality="PL", family_name="Vos")
    assert [line.name for line in side_by_side(told, told)] == ["whole_name"]


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ({"family_name": "Vos"}, {"family_name": " vos"}, Compared.SAME),
        ({"given_names": "Ana", "family_name": "Vos"}, {"family_name": "Vos, Ána"}, Compared.SAME),
        (
            {"given_names": "Ana", "family_name_prefix": "de", "family_name": "Vos"},
            {"family_name": "Ana Vos"}, Compared.FITS,
        ),
        ({"family_name": "Vos"}, {"family_name": "Bos"}, Compared.DIFFERS),
        ({"family_name": "L. de Vos"}, {"family_name": "Lotte de Vos"}, Compared.FITS),
        ({"family_name": "M. de Vos"}, {"family_name": "Lotte de Vos"}, Compared.DIFFERS),
        ({"birth_date": "1969"}, {"birth_date": "1969-02-18"}, Compared.FITS),
        ({"birth_date": "1969-02-18"}, {"birth_date": "1969-02-18"}, Compared.SAME),
        ({"birth_date": "1969-02"}, {"birth_date": "1969-03-02"}, Compared.DIFFERS),
        ({"birth_date": "1970"}, {"birth_date": "1969-02-18"}, Compared.DIFFERS),
        (
            {"street": "Kade", "house_number": "1", "postcode": "1234AB", "city": "Ede"},
            {"street": "Kade 1, 1234 AB Ede"}, Compared.SAME,
        ),
        ({"phone": "+31612"}, {"phone": "+31612 34"}, Compared.DIFFERS),
    ],
)  # fmt: skip
def test_names_addresses_and_days_are_compared_as_a_whole(
    one: dict[str, str], other: dict[str, str], compared: Compared
) -> None:
    for left, right in ((one, other), (other, one)):
        (line,) = side_by_side(known_to_be(**left), known_to_be(**right))
        assert line.compared is compared


def test_what_only_one_knows_is_not_compared() -> None:
    (line,) = side_by_side(known_to_be(family_name="Vos"), {"family_name": {"state": "unknown"}})
    assert line.compared is None


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (0.0, "Van 100 paren als dit gaat er minder dan 1 over"),
        (0.516, "Van 100 paren als dit gaan er ongeveer 52 over"),
        (0.994, "Van 100 paren als dit gaan er ongeveer 99 over"),
        (0.9951, "Van 1.000 paren als dit gaan er ongeveer 995 over"),
        (0.99949, "Van 1.000 paren als dit gaan er ongeveer 999 over"),
        (1.0, "Van 1.000 paren als dit gaan er meer dan 999 over"),
    ],
)
def test_a_chance_is_told_as_a_number_of_pairs(chance: float, told: str) -> None:
    with override("nl"):
        assert how_often(chance) == f"{told} één persoon."


def test_a_link_is_told_by_why_how_sure_it_is_and_what_would_turn_it() -> None:
    why = Reasons([("Voor", ["de naam is gelijk", "het adres is gelijk"])], "Ook.", "Een persoon.")
    with override("nl"):
        told = in_plain_words(Explanation(why, BARS, True, "Anders niet."), 0.978)
    assert told == (
        "Voor: de naam is gelijk; het adres is gelijk. Ook. Een persoon. Van 100 paren als dit "
        "gaan er ongeveer 98 over één persoon. Anders niet."
    )


def test_the_waterfall_ends_with_a_bar_for_all_together() -> None:
    words = drawn(BARS, "waarom", "alles samen", "nl").splitlines()
    assert "alles samen" in words[-4]
    assert words[-2].endswith(">+5,5</text>")
    assert sum("<rect" in line for line in words) == len(BARS) + 1


def test_every_key_that_may_be_shared_by_too_many_is_called_something() -> None:
    assert {rule.name for rule in KEYS} <= set(RULES)
