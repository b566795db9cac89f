"""Records in, entities out: found again, explained, whatever the data are like."""

from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from samen.core.matching.blocking import RULES, blocked
from samen.core.matching.clusters import clustered
from samen.core.matching.columns import Column
from samen.core.matching.engines import duck
from samen.core.matching.explanation import counter_explanation, sentences, waterfall
from samen.core.matching.link import Linked, linked
from samen.core.matching.model import BIRTH_DATE, COMPARISONS, Model
from samen.core.matching.scoring import Scorer, scored_again
from samen.core.matching.standardise import standardised
from samen.core.matching.training import SLACK, learnt
from samen.core.matching.typical import TYPICAL
from tests.core.matching.nation import invented

type Columns = dict[Column, pa.ChunkedArray]


def link(columns: Columns, **options: Any) -> Linked:
    size = len(next(iter(columns.values())))
    return linked(columns, size, duck("500MB"), lambda _: None, **options)


def records(**fields: list[str | None]) -> Columns:
    return {
        Column(name): pa.chunked_array([pa.array(values, pa.string())])
        for name, values in fields.items()
    }


@pytest.fixture(scope="module")
def nation() -> tuple[Columns, list[int], Linked]:
    columns, truth = invented(600, seed=4)
    return columns, truth, link(columns)


def test_persons_are_found_again(nation: tuple[Columns, list[int], Linked]) -> None:
    _, truth, found = nation
    labels, person = found.labels, np.array(truth)
    one, other = np.triu_indices(len(person), 1)
    same, said = person[one] == person[other], labels[one] == labels[other]
    precision, recall = (same & said).sum() / said.sum(), (same & said).sum() / same.sum()
    assert precision > 0.95
    assert recall > 0.9


def test_nationality_changes_nothing(nation: tuple[Columns, list[int], Linked]) -> None:
    """It serves to audit errors per group, and is never compared, blocked on or counted."""
    columns, _, found = nation
    turned = {
        **columns,
        Column.NATIONALITY: pa.chunked_array([columns[Column.NATIONALITY].to_pylist()[::-1]]),
    }
    again = link(turned)
    assert again.model.as_json() == found.model.as_json()
    assert again.labels.tobytes() == found.labels.tobytes()
    assert again.scored.pairs.tobytes() == found.scored.pairs.tobytes()
    assert again.scored.totals.tobytes() == found.scored.totals.tobytes()


def test_a_stored_model_gives_the_same_links(nation: tuple[Columns, list[int], Linked]) -> None:
    columns, _, found = nation
    again = link(columns, model=Model.from_json(found.model.as_json()))
    assert again.model.hash == found.model.hash
    assert again.labels.tobytes() == found.labels.tobytes()


def test_the_order_of_the_records_does_not_matter(
    nation: tuple[Columns, list[int], Linked],
) -> None:
    columns, _, found = nation
    size = len(found.labels)
    again = link(
        {name: column.take(pa.array(np.arange(size)[::-1])) for name, column in columns.items()},
        model=found.model,
    )
    one, other = np.triu_indices(size, 1)
    back = again.labels[::-1]
    assert ((found.labels[one] == found.labels[other]) == (back[one] == back[other])).all()


def test_every_pair_adds_up_and_is_told(nation: tuple[Columns, list[int], Linked]) -> None:
    _, _, found = nation
    number, told = sentences(found.scored, found.model)
    assert len(number) == len(found.scored.pairs)
    assert all(sentence.endswith(".") for sentence in told)
    for at in range(0, len(number), 97):
        bars = waterfall(found.scored, at)
        assert bars[-1].sum_after == pytest.approx(found.scored.totals[at])
        assert sum(bar.weight + bar.rarity for bar in bars) == pytest.approx(bars[-1].sum_after)


def test_a_link_tells_what_would_have_to_differ(nation: tuple[Columns, list[int], Linked]) -> None:
    _, _, found = nation
    sure, unsure = int(found.scored.totals.argmax()), int(found.scored.totals.argmin())
    assert "uitkomst" in counter_explanation(found.scored, sure, found.model, 0.0)
    assert "outcome" in counter_explanation(found.scored, unsure, found.model, 0.0, dutch=False)


def test_all_equal_names_are_not_one_person() -> None:
    dates = [f"19{60 + i % 40}-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(300)]
    found = link(
        records(given_name=["Jan"] * 300, family_name=["Jansen"] * 300, birth_date=list(dates))
    )
    assert found.entities > 200


@pytest.mark.parametrize("field", ["postcode", "phone"])
def test_ten_thousand_at_one_address_or_phone_are_capped_and_told(field: str) -> None:
    names = [
        f"{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}or" for i in range(10_000)
    ]
    shared = {"postcode": "1234 AB", "phone": "0612345678"}[field]
    given: dict[str, list[str | None]] = {
        "given_name": list(names),
        "family_name": list(reversed(names)),
        field: [shared] * 10_000,
    }
    if field == "postcode":
        given["house_number"] = ["1"] * 10_000
    ready = standardised(records(**given), 10_000)
    found = blocked(ready)
    assert max(each.largest for each in found.capped) >= 10_000 / 26 / 2
    assert len(found.pairs) < 25 * 10_000


def test_everyone_born_on_the_first_of_january() -> None:
    columns, truth = invented(150, seed=2)
    year = [f"{value[:4]}-01-01" for value in columns[Column.BIRTH_DATE].to_pylist()]
    found = link({**columns, Column.BIRTH_DATE: pa.chunked_array([year])})
    assert abs(found.entities - len(set(truth))) < 40


@pytest.mark.parametrize(
    "fields",
    [
        {"given_name": [None, None], "family_name": [None, None]},
        {"given_name": ["Jan"], "family_name": ["Bakker"]},
        {"family_name": ["Bakker", "Nowak"], "birth_date": ["1980-01-02", "1990-03-04"]},
        {"family_name": ["x" * 500, "y" * 500]},
        {"family_name": ["onbekend", "onbekend"], "birth_date": ["", ""]},
    ],
)
def test_records_that_share_nothing_stand_alone(fields: dict[str, list[str | None]]) -> None:
    found = link(records(**fields))
    assert found.entities == len(found.labels)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Иван", "Петров"), ("Ivan", "Petrov")),
        (("Thị Hạnh", "Nguyễn"), ("Nguyen", "Hanh")),
        (("محمد", "حسن"), ("محمد", "حسن")),
        (("Oluwaseun", "Adeyemi"), ("Adeyemi", "Seun")),
        (("Anna", "Jansen - de Vries"), ("Anna", "Vries")),
        (("Jan\u200b", "Bak\x00ker"), ("jan", "BAKKER")),
    ],
)
def test_one_name_in_two_ways_is_one_person(one: tuple[str, str], other: tuple[str, str]) -> None:
    found = link(
        records(
            given_name=[one[0], other[0], "Piet"],
            family_name=[one[1], other[1], "Molenaar"],
            birth_date=["1985-06-17", "17-06-1985", "1950-02-03"],
            phone=["0612345678", "+31612345678", None],
        )
    )
    assert found.labels.tolist() == [0, 0, 2]


def test_another_second_name_is_told_from_one_that_is_left_out() -> None:
    """Where family names are few, the other names are what tells persons apart."""
    ready = standardised(
        records(given_name=["Thu Hanh", "Ngoc Hanh", "Hanh"], family_name=["Nguyen"] * 3), 3
    )
    names = Scorer(ready, duck("500MB")).levels(np.array([1, 2, 5]))[:, 0]
    found = [COMPARISONS[0].levels[level].name for level in names]
    assert found == ["others_differ", "same_names", "same_names"]


def level_of(field: int, columns: Columns) -> str:
    """How the first record stands to the second, in one field."""
    ready = standardised(columns, 2)
    level = Scorer(ready, duck("500MB")).levels(np.array([1]))[0, field]
    name: str = COMPARISONS[field].levels[int(level)].name
    return name


@pytest.mark.parametrize(
    ("given", "family", "level"),
    [
        (["Vantai", "Van Tai"], ["Nguyen", "Nguyen"], "same_letters"),
        (["Phuogn", "Phuong"], ["Le", "Le"], "same_letters"),
        (["Nowark", "Agnieszka"], ["Agnieszma", "Nowak"], "like_swapped"),
        (["Marek", "Mariusz"], ["Nowak", "Nowak"], "family_and_near_given"),
        (["Bram", "Luuk"], ["Nowak", "Nowak"], "family_only"),
    ],
)
def test_a_name_that_was_typed_wrong_is_told_from_another(
    given: list[str | None], family: list[str | None], level: str
) -> None:
    assert level_of(0, records(given_name=given, family_name=family)) == level


@pytest.mark.parametrize(
    ("born", "level"),
    [
        (["1978", "1980-05-06"], "near_year_and_convention"),
        (["1978-01-01", "1980-05-06"], "near_year_and_convention"),
        (["1977", "1980-05-06"], "different"),
        (["1978-03-02", "1980-05-06"], "different"),
        (["1980", "1980-05-06"], "year_and_convention"),
    ],
)
def test_a_year_reckoned_from_an_age_may_be_two_off(born: list[str | None], level: str) -> None:
    columns = records(given_name=["Jan"] * 2, family_name=["Nowak"] * 2, birth_date=born)
    assert level_of(1, columns) == level
    ready = standardised(columns, 2)
    rule = [each for each in RULES if each.name == "consonants and about the birth year"]
    assert bool(len(blocked(ready, rule).pairs)) == (level != "different")


@pytest.mark.parametrize(
    ("given", "family", "is_looked_at"),
    [
        ("Pioter", "Kowalsky", True),
        ("Kowalski", "Piotr", True),
        (None, "Kowalski", True),
        ("Paul", "Kuiper", False),
        ("Petra", "Kowalski", False),
    ],
)
def test_who_shares_a_birth_date_and_an_initial_is_looked_at_where_names_are_alike(
    given: str | None, family: str, is_looked_at: bool
) -> None:
    columns = records(
        given_name=["Piotr", given],
        family_name=["Kowalski", family],
        birth_date=["1985-06-17"] * 2,
        sex=["m", "v" if given == "Petra" else None],
    )
    rule = [each for each in RULES if each.name == "birth date and initial"]
    assert bool(len(blocked(standardised(columns, 2), rule).pairs)) == is_looked_at


def test_initials_that_differ_are_no_same_name() -> None:
    ready = standardised(records(given_name=["A.", "B.", "A"], family_name=["Bakker"] * 3), 3)
    names = Scorer(ready, duck("500MB")).levels(np.array([1, 2, 5]))[:, 0]
    found = [COMPARISONS[0].levels[level].name == "same_name" for level in names]
    assert found == [False, True, False]


def test_strangers_share_a_name_and_a_birth_date_only_as_often_as_chance_has_it() -> None:
    """Else persons who moved house, who share both, are taken for strangers."""
    whole, _ = invented(4000, seed=9)
    columns = {name: whole[name] for name in list(whole)[:4]}  # names, birth date and sex
    ready = standardised(columns, len(columns[Column.SEX]))
    looked_at = blocked(ready)
    scorer = Scorer(ready, duck("500MB"))

    one, *others = TYPICAL.classes
    mixed = [(share, (one[1][0], one[1][1], *chances[2:])) for share, chances in others]
    start = replace(TYPICAL, classes=(one, *mixed))

    def strangers(model: Model) -> float:
        return len(looked_at.pairs) * sum(
            share * sum(chances[0][:3]) * chances[1][0] for share, chances in model.classes[1:]
        )

    bounded, free = (learnt(ready, scorer, looked_at, start, slack) for slack in (SLACK, 1e12))
    assert strangers(bounded) < 0.5 * strangers(free)


def test_of_pairs_without_a_birth_date_as_many_are_one_person_as_is_said() -> None:
    """Nothing tells namesakes without a date apart: pairs with dates say how many they are."""
    whole, person = invented(6000, seed=9)
    chance = np.random.default_rng(1)
    dates = whole[Column.BIRTH_DATE].to_pylist()
    families = [str(name)[:-3] for name in whole[Column.FAMILY_NAME].to_pylist()]
    columns = {
        Column.GIVEN_NAME: whole[Column.GIVEN_NAME],
        Column.FAMILY_NAME: pa.chunked_array([families]),
        Column.BIRTH_DATE: pa.chunked_array(
            [[each if chance.random() > 0.2 else None for each in dates]]
        ),
        Column.SEX: whole[Column.SEX],
    }
    found = link(columns)
    bare = found.scored.where(found.scored.levels[:, BIRTH_DATE] < 0)
    one, other = bare.pairs // len(person), bare.pairs % len(person)
    true = float((np.array(person)[one] == np.array(person)[other]).sum())
    model = replace(found.model, undated=(0.0, 1.0))
    freely = scored_again(bare.pairs, bare.levels, bare.rarities, model)
    assert bare.probabilities.sum() == pytest.approx(true, rel=0.05)
    assert freely.probabilities.sum() > 1.08 * true


def test_a_file_with_itself_has_each_person_twice() -> None:
    columns, _ = invented(80, seed=3)
    twice = {
        name: pa.chunked_array([*column.chunks, *column.chunks]) for name, column in columns.items()
    }
    found = link(twice)
    half = len(found.labels) // 2
    assert (found.labels[:half] == found.labels[half:]).mean() > 0.98


def test_one_weak_link_does_not_chain_two_persons() -> None:
    """Components would make one entity of all six."""
    strong = [(a, b) for side in ((0, 1, 2), (3, 4, 5)) for a in side for b in side if a < b]
    pairs = np.array([a * 6 + b for a, b in [*strong, (2, 3)]])
    totals = np.array([8.0] * len(strong) + [1.0])
    order = np.argsort(pairs)
    labels = clustered(6, pairs[order], totals[order], 0.0, np.zeros(len(pairs), bool))
    assert labels.tolist() == [0, 0, 0, 3, 3, 3]


def test_one_registration_can_show_who_somebody_is_for_counting_only() -> None:
    """The last record is one with the third; the two others tell little of it."""
    pairs, totals = np.array([1, 2, 3, 6, 7, 11]), np.array([9.0, 9.0, -4.0, 9.0, -4.0, 6.0])
    nothing = np.zeros(len(pairs), bool)
    assert clustered(4, pairs, totals, 0.0, nothing).tolist() == [0, 0, 0, 0]
    assert clustered(4, pairs, totals, 0.0, nothing, drawn=0.0).tolist() == [0, 0, 0, 3]


def test_what_cannot_be_is_never_joined() -> None:
    pairs, totals = np.array([1, 2, 5]), np.array([9.0, 9.0, 9.0])
    assert clustered(3, pairs, totals, 0.0, np.zeros(3, bool)).tolist() == [0, 0, 0]
    against = np.array([False, False, True])
    assert len(set(clustered(3, pairs, totals, 0.0, against).tolist())) == 2


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
