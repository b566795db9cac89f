"""What the words of a link hold: for, against, how rare, how sure, and what would turn it."""

import math
import re

import numpy as np
import pytest

from samen.core.matching.explanation import counter_explanation, reasons, sentences
from samen.core.matching.level_words import HAVE_IT
from samen.core.matching.model import COMPARISONS, RARITY
from samen.core.matching.rarities import rare_columns
from samen.core.matching.scoring import Scored, scored_again
from samen.core.matching.typical import TYPICAL

NUMBER = {of.name: at for at, of in enumerate(COMPARISONS)}


def pair(found: dict[str, str], shares: dict[str, float] | None = None) -> Scored:
    """A pair by what was found in each field. shares: of the persons who have the value."""
    levels = np.full((1, len(COMPARISONS)), -1, np.int8)
    rarities = np.zeros(levels.shape)
    for name, level in found.items():
        at = NUMBER[name]
        levels[0, at] = [each.name for each in COMPARISONS[at].levels].index(level)
        if name in (shares or {}):
            usual = math.log2(TYPICAL.u[at][levels[0, at]])
            rarities[0, at] = RARITY * (usual - math.log2((shares or {})[name]))
    return scored_again(np.zeros(1, np.int64), levels, rarities, TYPICAL)


LINKED = pair(
    {"name": "same_name", "birth_date": "same_date", "phone": "different", "sex": "same_sex"},
    {"name": 1 / 5_100, "birth_date": 1 / 19_000},
)


def test_each_field_is_told_under_what_it_says_with_how_rare_it_is() -> None:
    parts = dict(reasons(LINKED, TYPICAL)[1][0].parts)
    assert parts["Vóór één persoon pleit"] == [
        "de naam is gelijk (ongeveer 1 op de 5.000 personen heeft deze naam)",
        "de geboortedatum is gelijk (ongeveer 1 op de 20.000 personen heeft deze geboortedatum)",
    ]
    (against,) = parts["Daartegen pleit"]
    assert against.startswith("de telefoonnummers verschillen (bij twee registraties van één pers")
    assert parts["Zegt weinig"] == ["het geslacht is gelijk"]
    assert parts["Niet te vergelijken, omdat een van de twee of beide er niets over zeggen"] == [
        "adres", "document", "werkgever",
    ]  # fmt: skip


def test_the_same_is_told_in_english() -> None:
    told = str(reasons(LINKED, TYPICAL, dutch=False)[1][0])
    assert told.startswith(
        "What speaks for one person: the name is the same (about 1 in 5,000 persons has this name);"
    )
    assert "What speaks against it: the phone numbers differ (with two registrations of" in told
    assert re.search(r"All together: [a-z ]+\.$", told)


@pytest.mark.parametrize(
    ("share", "told"),
    [(1 / 3_900, "1 op de 5.000"), (1 / 3_000, "1 op de 2.000"), (0.9, "bijna alle personen"),
     (0.12, "1 op de 10"), (1e-7, "1 op de 10.000.000")],
)  # fmt: skip
def test_a_rarity_is_told_in_round_numbers(share: float, told: str) -> None:
    """Whatever it weighs: the weight goes out of the number again."""
    found = pair({"document": "same_document"}, {"document": share})
    assert told in sentences(found, TYPICAL)[1][0]


def test_what_is_like_without_a_value_is_told_by_how_often_others_have_it_so() -> None:
    told = sentences(pair({"birth_date": "swapped"}), TYPICAL)[1][0]
    assert "verwisseld (bij verschillende personen is dat zo in ongeveer 1 op de" in told


def test_a_rarer_value_is_never_told_as_more_common() -> None:
    """The steps follow the share, over all that is known of persons."""
    many = []
    for share in np.geomspace(0.5, 1e-8, 60):
        (told,) = sentences(pair({"phone": "same_phone"}, {"phone": share}), TYPICAL)[1]
        found = re.search(r"1 op de ([\d.]+)", told)
        assert found is not None
        many.append(int(found[1].replace(".", "")))
        assert 0.6 < many[-1] * share < 1.7
    assert many == sorted(many)


def test_the_chance_is_told_in_words() -> None:
    sure = pair({"name": "same_name", "birth_date": "same_date", "document": "same_document"})
    unlike = pair({"name": "different", "birth_date": "different", "address": "different"})
    assert reasons(sure, TYPICAL)[1][0].verdict == "Alles samen: vrijwel zeker één persoon."
    assert reasons(unlike, TYPICAL)[1][0].verdict.endswith("zeer waarschijnlijk twee personen.")


def test_what_would_turn_it_names_what_is_and_what_would_have_to_be() -> None:
    one = pair({"name": "same_name", "birth_date": "same_date"})
    odds = float(one.totals[0]) - 1
    told = counter_explanation(one, 0, TYPICAL, odds)
    assert told == (
        "De uitkomst zou twee personen zijn als één ding anders was: "
        "niet ‘de naam is gelijk’, maar ‘de namen verschillen’."
    )
    two = pair({"name": "family_only", "birth_date": "same_date"})
    told = counter_explanation(two, 0, TYPICAL, float(two.totals[0]) + 1, dutch=False)
    assert told == (
        "The outcome would be one person if one thing differed: "
        "not “only a family name is the same”, but “the name is the same”."
    )


def test_pairs_that_are_told_the_same_share_their_text() -> None:
    rows = [LINKED, pair({"sex": "same_sex"}), LINKED]
    levels = np.concatenate([each.levels for each in rows])
    rarities = np.concatenate([each.rarities for each in rows])
    all_three = scored_again(np.arange(3), levels, rarities, TYPICAL)
    number, told = sentences(all_three, TYPICAL)
    assert len(told) == 2
    assert [told[at] for at in number] == [sentences(each, TYPICAL)[1][0] for each in rows]


def test_each_column_whose_frequency_weighs_in_has_its_words() -> None:
    assert set(HAVE_IT) == set(rare_columns())
