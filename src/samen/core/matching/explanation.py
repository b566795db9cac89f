"""Why two records are linked, in words a layman reads, and what would have to differ."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from samen.core.matching.model import COMPARISONS, Model
from samen.core.matching.scoring import Scored

_FIELDS = {
    "name": ("naam", "name"),
    "birth_date": ("geboortedatum", "birth date"),
    "address": ("adres", "address"),
    "phone": ("telefoon", "phone"),
    "document": ("document", "document"),
    "sex": ("geslacht", "sex"),
    "employer": ("werkgever", "employer"),
    "context": ("samenhang", "together"),
}
_WORDS = {
    ("name", "same_name"): ("de naam is gelijk", "the name is the same"),
    ("name", "same_sound"): ("de naam klinkt gelijk", "the name sounds the same"),
    ("name", "same_names"): ("een voornaam en een achternaam zijn gelijk", "a given and a family name are the same"),
    ("name", "swapped"): ("voor- en achternaam zijn verwisseld", "given and family name are swapped"),
    ("name", "family_and_like_given"): ("de achternaam is gelijk, de voornaam lijkt erop", "the family name is the same, the given name alike"),
    ("name", "given_and_like_family"): ("de voornaam is gelijk, de achternaam lijkt erop", "the given name is the same, the family name alike"),
    ("name", "family_and_initial"): ("de achternaam en de voorletter zijn gelijk", "the family name and the initial are the same"),
    ("name", "like_names"): ("voor- en achternaam lijken erop", "given and family name are alike"),
    ("name", "family_only_known"): ("de achternaam is gelijk, een voornaam ontbreekt", "the family name is the same, a given name is missing"),
    ("name", "given_only"): ("alleen een voornaam is gelijk", "only a given name is the same"),
    ("name", "family_only"): ("alleen een achternaam is gelijk", "only a family name is the same"),
    ("name", "one_crossed"): ("een voornaam is gelijk aan een achternaam", "a given name is the other's family name"),
    ("name", "like_one"): ("één van de namen lijkt erop", "one of the names is alike"),
    ("name", "different"): ("de namen verschillen", "the names differ"),
    ("birth_date", "same_date"): ("de geboortedatum is gelijk", "the birth date is the same"),
    ("birth_date", "swapped"): ("dag en maand van de geboortedatum zijn verwisseld", "day and month of birth are swapped"),
    ("birth_date", "one_digit"): ("de geboortedatum verschilt één cijfer", "the birth date differs by one digit"),
    ("birth_date", "year_and_convention"): ("het geboortejaar is gelijk, de dag is onbekend", "the birth year is the same, the day unknown"),
    ("birth_date", "same_month"): ("geboortejaar en -maand zijn gelijk", "year and month of birth are the same"),
    ("birth_date", "same_year_and_day"): ("geboortejaar en -dag zijn gelijk", "year and day of birth are the same"),
    ("birth_date", "same_day"): ("geboortedag en -maand zijn gelijk, het jaar niet", "day and month of birth are the same, the year is not"),
    ("birth_date", "same_year"): ("alleen het geboortejaar is gelijk", "only the birth year is the same"),
    ("birth_date", "near_year"): ("de geboortejaren schelen één jaar", "the birth years are one apart"),
    ("birth_date", "different"): ("de geboortedata verschillen", "the birth dates differ"),
    ("address", "same_address"): ("het adres is gelijk", "the address is the same"),
    ("address", "same_street_and_number"): ("straat, huisnummer en plaats zijn gelijk", "street, number and city are the same"),
    ("address", "same_postcode"): ("de postcode is gelijk", "the postcode is the same"),
    ("address", "same_digits_and_number"): ("postcodecijfers en huisnummer zijn gelijk", "postcode digits and number are the same"),
    ("address", "same_street"): ("straat en plaats zijn gelijk", "street and city are the same"),
    ("address", "same_city"): ("de plaats is gelijk", "the city is the same"),
    ("address", "different"): ("de adressen verschillen", "the addresses differ"),
    ("phone", "same_phone"): ("het telefoonnummer is gelijk", "the phone number is the same"),
    ("phone", "one_digit"): ("het telefoonnummer verschilt één cijfer", "the phone number differs by one digit"),
    ("phone", "different"): ("de telefoonnummers verschillen", "the phone numbers differ"),
    ("document", "same_document"): ("het documentnummer is gelijk", "the document number is the same"),
    ("document", "one_sign"): ("het documentnummer verschilt één teken", "the document number differs by one sign"),
    ("document", "other_kind"): ("de documenten zijn van een andere soort", "the documents are of another kind"),
    ("document", "different"): ("de documentnummers verschillen", "the document numbers differ"),
    ("sex", "same_sex"): ("het geslacht is gelijk", "the sex is the same"),
    ("sex", "different"): ("het geslacht verschilt", "the sex differs"),
    ("employer", "same_employer"): ("de werkgever is gelijk", "the employer is the same"),
    ("employer", "different"): ("de werkgevers verschillen", "the employers differ"),
}  # fmt: skip
"""Of each level in Dutch and English."""
_RARE, _COMMON = 2.0, -2.0
_HOW_RARE = {1: (" (zeldzaam)", " (rare)"), -1: (" (komt veel voor)", " (common)"), 0: ("", "")}


@dataclass(frozen=True)
class Bar:
    """One bar of a waterfall: what a field weighs and where the sum stands after it, in log2."""

    field: str
    words: str
    weight: float
    rarity: float
    sum_after: float


def sentences(scored: Scored, dutch: bool = True) -> tuple[np.ndarray[Any, Any], list[str]]:
    """A sentence for each pair: the number of each, of shape (pairs,), and the sentences."""
    rare = (scored.rarities > _RARE).astype(np.int8) - (scored.rarities < _COMMON)
    both = np.concatenate([scored.levels, rare], axis=1)
    rows, number = np.unique(both, axis=0, return_inverse=True)
    many = len(COMPARISONS)
    told = [_sentence(row[:many], row[many:], dutch) for row in rows.tolist()]
    return number.ravel(), told


def _sentence(levels: list[int], rare: list[int], dutch: bool) -> str:
    side = 0 if dutch else 1
    parts = [
        _WORDS[of.name, of.levels[level].name][side] + _HOW_RARE[how][side]
        for of, level, how in zip(COMPARISONS, levels, rare, strict=True)
        if level >= 0
    ]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


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
        words = _WORDS[of.name, of.levels[level].name][side]
        bars.append(Bar(_FIELDS[of.name][side], words, weight, rarity, total))
    context = float(scored.context[at])
    words = ("hoe vaak dit samen bij anderen voorkomt", "how often others agree on all this")[side]
    return [*bars, Bar(_FIELDS["context"][side], words, context, 0.0, total + context)]


def counter_explanation(
    scored: Scored, at: int, model: Model, threshold: float, dutch: bool = True
) -> str:
    """What would have to differ for the answer to be the other one: the least change of one field.

    threshold: log2 odds. Looks at each field with each of its levels, the others as they are.
    """
    side = 0 if dutch else 1
    base = float(scored.totals[at])
    wanted = base <= threshold
    row = scored.levels[at]
    changes = [(number, level) for number, of in enumerate(COMPARISONS)
               for level in range(len(of.levels)) if row[number] >= 0 and level != row[number]]  # fmt: skip
    if not changes:
        return ("Er is niets te vergelijken.", "There is nothing to compare.")[side]
    moved = np.tile(row, (len(changes), 1))
    for line, (number, level) in enumerate(changes):
        moved[line, number] = level
    others = scored.rarities[at].sum() - scored.rarities[at][[number for number, _ in changes]]
    totals = model.alone(moved) + model.context(moved) + others
    turned = [line for line, total in enumerate(totals) if (total > threshold) == wanted]
    if not turned:
        return ("Geen enkel veld alleen verandert de uitkomst.", "No single field turns this.")[side]
    number, level = changes[min(turned, key=lambda line: abs(float(totals[line]) - base))]
    words = _WORDS[COMPARISONS[number].name, COMPARISONS[number].levels[level].name][side]
    if dutch:
        return f"De uitkomst zou anders zijn als gold: {words}."
    return f"The answer would turn if this held: {words}."
