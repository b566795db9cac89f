"""Why two records are linked, in words a layman reads, and what would have to differ."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from samen.core.matching.level_words import FIELDS, HAVE_IT, LEVELS
from samen.core.matching.model import COMPARISONS, LEAST, RARITY, Levels, Model, patterns
from samen.core.matching.scoring import Scored

_CLEAR = 1.0
"""Log2: what a field weighs at least to speak for or against; it doubles or halves the odds."""
_ROUND = (1, 2, 5)
_STEPS = 3 * 10
"""Rarities are told in steps of 1, 2 and 5 for each ten; they are no sharper than that."""
_HEADS = {
    1: ("Vóór één persoon pleit", "What speaks for one person"),
    -1: ("Daartegen pleit", "What speaks against it"),
    0: ("Zegt weinig", "What says little"),
    None: (
        "Niet te vergelijken, omdat een van de twee of beide er niets over zeggen",
        "What cannot be compared, since one of the two or both say nothing of it",
    ),
}
_WHOSE = {
    1: ("verschillende personen", "different persons"),
    -1: ("twee registraties van één persoon", "two registrations of one person"),
}
_OTHERS = (
    "Ook familieleden, huisgenoten en naamgenoten hebben zulke dingen gemeen; dat is meegeteld.",
    "Relatives, housemates and namesakes have such things in common too; that is counted in.",
)
_VERDICTS = (
    (0.999, ("vrijwel zeker één persoon", "almost certainly one person")),
    (0.95, ("zeer waarschijnlijk één persoon", "very likely one person")),
    (0.7, ("waarschijnlijk één persoon", "probably one person")),
    (0.3, ("het kan één persoon zijn of twee", "it may be one person or two")),
    (0.05, ("waarschijnlijk twee personen", "probably two persons")),
    (0.0, ("zeer waarschijnlijk twee personen", "very likely two persons")),
)
"""What a chance is called from which on."""


@dataclass(frozen=True)
class Bar:
    """One bar of a waterfall: what a field weighs and where the sum stands after it, in log2."""

    field: str
    words: str
    weight: float
    rarity: float
    sum_after: float


@dataclass(frozen=True)
class Reasons:
    """What speaks for one person, against it, says little or cannot be compared, each under its
    head and field by field; then the answer in words."""

    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    others: str = ""
    verdict: str = ""

    def __str__(self) -> str:
        told = [f"{head}: {'; '.join(each)}." for head, each in self.parts]
        return " ".join([*told, self.others, self.verdict])


def reasons(
    scored: Scored, model: Model, dutch: bool = True
) -> tuple[npt.NDArray[np.int64], list[Reasons]]:
    """Why each pair may be one person: the number of each, of shape (pairs,), and the reasons."""
    weights = scored.weights + scored.rarities
    clear = np.where(np.abs(weights) >= _CLEAR, np.sign(weights), 0).astype(np.int8)
    steps = _steps(scored, model, weights > 0)
    least = np.array([least for least, _ in _VERDICTS])
    verdicts = (scored.probabilities[:, None] < least).sum(axis=1)[:, None].astype(np.int8)
    tables = [patterns(each) for each in (scored.levels, clear, steps, verdicts)]
    number = np.zeros(len(scored.levels), np.int64)
    for rows, place, _counts in tables:
        number = np.unique(number * len(rows) + place, return_inverse=True)[1].ravel()
    _values, first = np.unique(number, return_index=True)
    columns = (rows[place[first]].tolist() for rows, place, _counts in tables)
    return number, [
        _reasons(row, way, step, verdict[0], dutch)
        for row, way, step, verdict in zip(*columns, strict=True)
    ]


def sentences(
    scored: Scored, model: Model, dutch: bool = True
) -> tuple[npt.NDArray[np.int64], list[str]]:
    """The reasons as one text for each pair: the number of each, and the texts."""
    number, told = reasons(scored, model, dutch)
    return number, [str(each) for each in told]


def _steps(scored: Scored, model: Model, is_for: npt.NDArray[np.bool_]) -> Levels:
    """How rare it is what was found in each field, in steps of 1, 2 and 5.

    Of a value the share of the persons who have it, taken back out of what its rarity weighs; of
    another agreement how often two persons have it, and of what speaks against how often the
    registrations of one.
    """
    shares = np.ones(scored.levels.shape)
    for at, of in enumerate(COMPARISONS):
        u, m = (np.maximum([*each[at], 1.0], LEAST) for each in (model.u, model.m))
        level = scored.levels[:, at]
        shares[:, at] = np.where(is_for[:, at], u[level], m[level])
        valued = np.array([bool(each.rarity) for each in of.levels] + [False])[level]
        value = u[level] * np.exp2(-scored.rarities[:, at] / RARITY)
        shares[:, at] = np.where(valued, value, shares[:, at])
    tens = -np.log10(np.clip(shares, LEAST, 1.0))
    whole = np.floor(tens)
    between = np.log10([(one * other) ** 0.5 for one, other in ((1, 2), (2, 5), (5, 10))])
    within = ((tens - whole)[..., None] > between).sum(axis=-1)
    return np.minimum(3 * whole + within, _STEPS).astype(np.int8)


def _reasons(
    levels: list[int], clear: list[int], steps: list[int], verdict: int, dutch: bool
) -> Reasons:
    side = 0 if dutch else 1
    found: dict[int | None, list[str]] = {1: [], -1: [], 0: [], None: []}
    for at, (level, way, step) in enumerate(zip(levels, clear, steps, strict=True)):
        if level < 0:
            found[None].append(FIELDS[COMPARISONS[at].name][side])
        else:
            found[way].append(_found(at, level, way, step)[side])
    parts = [(_HEADS[way][side], each) for way, each in found.items() if each]
    words = _VERDICTS[verdict][1][side]
    return Reasons(parts, _OTHERS[side], f"{('Alles samen', 'All together')[side]}: {words}.")


@cache
def _found(at: int, level: int, way: int, step: int) -> tuple[str, str]:
    """What was found in a field, and how rare that is where it says something."""
    words = _words(at, level)
    if not way:
        return words
    rare = _how_rare(COMPARISONS[at].levels[level].rarity, way, step)
    return words[0] + rare[0], words[1] + rare[1]


def _how_rare(column: str, way: int, step: int) -> tuple[str, str]:
    """How many have a value, or how often it is so by chance, in Dutch and in English."""
    many = _ROUND[step % 3] * 10 ** (step // 3)
    number = f"{many:,}"
    one = (f"ongeveer 1 op de {number.replace(',', '.')}", f"about 1 in {number}")
    if many == 1:
        one = ("bijna alle", "nearly all")
    if column:
        dutch, english = HAVE_IT[column]
        verbs = ("hebben", "have") if many == 1 else ("heeft", "has")
        return (
            f" ({one[0]} personen {verbs[0]} {dutch})",
            f" ({one[1]} persons {verbs[1]} {english})",
        )
    of = _WHOSE[way]
    return (
        f" (bij {of[0]} is dat zo in {one[0]} gevallen)",
        f" (with {of[1]} that is so in {one[1]} cases)",
    )


def waterfall(scored: Scored, at: int, dutch: bool = True) -> list[Bar]:
    """The bars of one pair, from nothing to the total; what could not be compared has no bar."""
    side = 0 if dutch else 1
    total = 0.0
    bars = []
    for number, of in enumerate(COMPARISONS):
        level = int(scored.levels[at, number])
        if level < 0:
            continue
        weight, rarity = float(scored.weights[at, number]), float(scored.rarities[at, number])
        total += weight + rarity
        words = LEVELS[of.name, of.levels[level].name][side]
        bars.append(Bar(FIELDS[of.name][side], words, weight, rarity, total))
    context = float(scored.context[at])
    words = ("hoe vaak dit samen bij anderen voorkomt", "how often others agree on all this")[side]
    return [*bars, Bar(FIELDS["context"][side], words, context, 0.0, total + context)]


def counter_explanation(
    scored: Scored, at: int, model: Model, threshold: float, dutch: bool = True
) -> str:
    """What would have to differ for the answer to be the other one, of one field.

    threshold: log2 odds. Looks at each field with each of its levels, the others as they are. That
    a field is wholly the same or wholly different is told first; else the least change.
    """
    side = 0 if dutch else 1
    base = float(scored.totals[at])
    wanted = base <= threshold
    row = scored.levels[at]
    changes = list(_changes(row))
    if not changes:
        return ("Er is niets te vergelijken.", "There is nothing to compare.")[side]
    moved = np.tile(row, (len(changes), 1))
    for line, (number, level) in enumerate(changes):
        moved[line, number] = level
    others = scored.rarities[at].sum() - scored.rarities[at][[number for number, _ in changes]]
    totals = model.alone(moved) + model.context(moved, others) + others
    turned = [line for line, total in enumerate(totals) if (total > threshold) == wanted]
    if not turned:
        return (
            "Geen enkel veld alleen verandert de uitkomst: er moeten er meer anders zijn.",
            "No single field turns the outcome: more than one would have to differ.",
        )[side]
    ends = [line for line in turned if changes[line][1] == _end(changes[line][0], wanted)]
    number, level = changes[min(ends or turned, key=lambda line: abs(float(totals[line]) - base))]
    now, then = (_words(number, each)[side] for each in (int(row[number]), level))
    if dutch:
        persons = "één persoon" if wanted else "twee personen"
        told = f"De uitkomst zou {persons} zijn als één ding anders was: "
        return f"{told}niet ‘{now}’, maar ‘{then}’."
    persons = "one person" if wanted else "two persons"
    return f"The outcome would be {persons} if one thing differed: not “{now}”, but “{then}”."


def _changes(row: npt.NDArray[Any]) -> Iterator[tuple[int, int]]:
    """The other levels of each field that could be compared."""
    for number, of in enumerate(COMPARISONS):
        for level in range(len(of.levels)):
            if row[number] >= 0 and level != row[number]:
                yield number, level


def _end(number: int, same: bool) -> int:
    """The level of a field at which it is wholly the same, or wholly different."""
    return 0 if same else len(COMPARISONS[number].levels) - 1


def _words(number: int, level: int) -> tuple[str, str]:
    of = COMPARISONS[number]
    return LEVELS[of.name, of.levels[level].name]
