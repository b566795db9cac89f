"""Checks on what a figure counts: its own year and its own part stand in its sentence."""

import re
from collections.abc import Iterator, Sequence

from samen.core.numerals import say_number
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import Field, FieldKind, Section, Sentence, sentences_of
from samen.core.writing.facts import Facts, FigureFact
from samen.core.writing.render import say_date_key

YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
"""The date fields that say which years are counted; a whole day is one of a publication."""
DIRECTLY = re.compile(r"\s*(?:in|over|van)(?:\s+(?:de\s+jaren|het\s+jaar))?\s*")
"""Between a figure and the year that can only be its own."""
AGAINST = re.compile(r"(?:\bdan|\bten opzichte van|\bvergeleken met|\bsinds)(?:\s+in)?\s*$")
"""Before the year that another one is compared with."""
COMPARED = re.compile(r"(?:\bdan|\bvan|\bten opzichte van|\bvergeleken met|\bnaar)\s*$")
"""Before a figure that stands beside the one whose year is said."""
PART_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
GENERAL = frozenset(
    (
        "aandeel",
        "respondenten",
        "respons",
        "norm",
        "gemiddeld",
        "circa",
        "jaar",
        "jaren",
        "per",
        "vanaf",
        "met",
        "van",
        "dan",
        "buiten",
        "onder",
        "uitbuiting",
        "nationaliteit",
        "dienstverlening",
        "eur",
    )
)
"""Words of a part that tell no part from another."""


def check_years(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Each figure beside another year than its own, or without the part that it counts."""
    for section in sections:
        for sentence in sentences_of(section):
            bound = [(f, facts.figure(f.key)) for f in sentence.fields
                     if f.kind is FieldKind.FIGURE]  # fmt: skip
            for field, figure in bound:
                if figure is None:
                    continue
                yield from _year(sentence, field, figure)
                yield from _part(sentence, figure)


def _year(sentence: Sentence, figure: Field, fact: FigureFact) -> Iterator[Finding]:
    dates = [field for field in sentence.fields if field.kind is FieldKind.DATE]
    body = sentence.section.body
    years = [field for field in dates if YEARS.fullmatch(field.key)]
    own = [field for field in years if field.start > figure.end
           and DIRECTLY.fullmatch(body[figure.end : field.start])]  # fmt: skip
    if not own:
        before = body[sentence.start : figure.start]
        is_compared = len(sentence.keys(FieldKind.FIGURE)) > 1 and COMPARED.search(before)
        said = [f for f in years if not AGAINST.search(body[sentence.start : f.start])]
        if not said or is_compared:
            return
    if any(_fits(field, fact) for field in own or dates) or _says_itself(fact):
        return
    values = {
        "value": fact.words if fact.value is None else say_number(fact.value),
        "indicator": fact.indicator,
        "year": fact.years,
        "said": ", ".join(dict.fromkeys(say_date_key(field.key) for field in own or years)),
    }
    yield _at(sentence, Check.FIGURE_YEAR, values)


def _fits(field: Field, fact: FigureFact) -> bool:
    """Whether a date names a year that the figure is of."""
    named = [int(year) for year in re.findall(r"\b\d{4}\b", field.key)]
    return bool(named) and min(named) <= fact.last_year and max(named) >= fact.year


def _says_itself(fact: FigureFact) -> bool:
    return fact.value is None and str(fact.year) in fact.words


def _part(sentence: Sentence, fact: FigureFact) -> Iterator[Finding]:
    part = fact.breakdown.split("(")[0]
    stems = [_stem(word) for word in PART_WORD.findall(part.lower()) if word not in GENERAL]
    said = re.sub(r"\[\[(?:figure|entry):[^\]]*\]\]", "", sentence.text).lower()
    if not stems or any(re.search(rf"(?<!\w){re.escape(stem)}", said) for stem in stems):
        return
    values = {"indicator": fact.indicator, "year": fact.years, "part": fact.breakdown}
    yield _at(sentence, Check.FIGURE_PART, values)


def _stem(word: str) -> str:
    """A word without its ending: "seksuele" also stands in "seksueel"."""
    return word if len(word) < 6 else word[: -1 if len(word) == 6 else -2]


def _at(sentence: Sentence, check: Check, values: dict[str, str]) -> Finding:
    return Finding(
        check, sentence.section.key, sentence.start, sentence.end, sentence.text, values=values
    )
