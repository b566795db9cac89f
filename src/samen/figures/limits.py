"""Whom a count is of, in words; and what its definition speaks of while the count does not.

A definition is text that people write, and a count is what the house does. Where they differ the
figure says what it is not, so both stand beside each other, and what a definition says of age, sex
or form while all count is told.
"""

import re

from django.utils.functional import Promise

from samen.figures.labels import CODES, FIELDS
from samen.figures.models import CountingQuery
from samen.figures.regional import known_words
from samen.figures.templatetags.figures_terms import figure_code
from samen.register.known_fields import fields

AGES = ("minor", "young", "adult")
SEVERAL = "several"
SAYS = {
    "age": r"\b(minder|meerder)jarig|\bkind(eren)?\b|\bjongeren\b|\bjeugdig|\bvolwassen"
    r"|\b(onder|boven|jonger dan|ouder dan)( de)? \d{1,2}\b|\b\d{1,2} jaar\b|\bminors?\b"
    r"|\bchild(ren)?\b|\badults?\b|\b(under|over|below) \d{1,2}\b|\byoung people\b",
    "sex": r"\bvrouw(en|elijke?)?\b|\bmeisjes?\b|\bmannen\b|\bmannelijke?\b|\bjongens?\b"
    r"|\bwom[ae]n\b|\bgirls?\b|\bm[ae]n\b|\bboys?\b|\b(fe)?male\b",
    "exploitation": r"\b(seksuele|arbeids|criminele) ?uitbuiting|\bbedelarij|\borgaanverwijdering"
    r"|\bgedwongen prostitutie|\b(sexual|labour) exploitation|\bforced (begging|labour)",
}
"""Words of a definition that are of a field. They ask for a look, no more: nothing is refused."""


def choices(field: str) -> list[tuple[str, str | Promise]]:
    """The codes of a field that can be chosen from."""
    if field == "age":
        return [(code, CODES[code]) for code in AGES]
    codes = [(code, figure_code(code, field)) for code in fields()[field].codes.codes]
    return [*codes, (SEVERAL, CODES[SEVERAL])] if field == "exploitation" else list(codes)


def regions_in(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Regions with commas between, as they are written: those that are known, and the others."""
    told = tuple(dict.fromkeys(word.strip() for word in words.split(",") if word.strip()))
    known = known_words()
    there = tuple(each for each in told if each.casefold() in known)
    return there, tuple(each for each in told if each not in there)


def unlimited(query: CountingQuery) -> list[str]:
    """The fields that the definition speaks of and the count takes all codes of."""
    words = query.definition.words
    return [str(FIELDS[name]) for name, said in SAYS.items()
            if name not in query.only and re.search(said, words, re.IGNORECASE)]  # fmt: skip
