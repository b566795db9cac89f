"""Hierarchical models of lists and covariates, written as a formula.

    formula := summand + summand ...      both
    summand := factor * factor ...        both, and their products
             | factor : factor ...        their products
    factor  := name                       a list, or a covariate with an effect for each value
             | name^2 | poly(name,2)      a curve of that degree over a covariate of numbers
             | linear(name)               a straight line
             | ( formula ) | ( formula )^2     all products of at most 2 of its terms

`A*B + A*sex + sex*year + year^2` is an example. A name with other signs than letters, digits and
`_` stands between back quotes. A covariate that is a line or a curve anywhere is one everywhere.
A model holds a term only together with all its parts, so `A:sex` brings A and sex along; every
list and every covariate always has its own effect.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.table import CaptureTable, Covariate

FACTOR = -1
MOST_TERMS = 4000
_TOKEN = re.compile(r"\s*(?:`(?P<quoted>[^`]+)`|(?P<word>\w+)|(?P<sign>[-+*:^(),]))")
_NUMERIC = frozenset({"poly", "linear"})


class Term(NamedTuple):
    """lists: bits. shapes: for each covariate 0 (not in it), FACTOR, or the power it stands in."""

    lists: int
    shapes: tuple[int, ...]

    @property
    def order(self) -> int:
        """The number of lists and covariates in it."""
        return self.lists.bit_count() + sum(shape != 0 for shape in self.shapes)

    def parts(self) -> Iterator["Term"]:
        """The terms that are one step smaller; a hierarchical model holds them too."""
        for bit in range(self.lists.bit_length()):
            if self.lists >> bit & 1:
                yield Term(self.lists ^ 1 << bit, self.shapes)
        for at, shape in enumerate(self.shapes):
            if shape:
                yield Term(self.lists, _with(self.shapes, at, max(shape - 1, 0)))

    def times(self, other: "Term") -> "Term":
        """The term that holds both."""
        shapes = tuple(
            one or two if not (one and two) else max(one, two)
            for one, two in zip(self.shapes, other.shapes, strict=True)
        )
        return Term(self.lists | other.lists, shapes)


@dataclass(frozen=True)
class CovariateModel:
    """The terms of a hierarchical model of lists and covariates, the intercept among them."""

    lists: tuple[str, ...]
    covariates: tuple[Covariate, ...]
    terms: frozenset[Term]

    def ordered(self) -> tuple[Term, ...]:
        """The terms, small ones first."""
        return tuple(sorted(self.terms, key=lambda term: (term.order, term)))

    def named(self, term: Term) -> str:
        """A term as it stands in a formula; the intercept is 1."""
        names = [_quoted(name) for bit, name in enumerate(self.lists) if term.lists >> bit & 1]
        for covariate, shape in zip(self.covariates, term.shapes, strict=True):
            name = _quoted(covariate.name)
            if shape:
                said = {FACTOR: name, 1: f"linear({name})"}
                names.append(said.get(shape, f"{name}^{shape}"))
        return ":".join(names) or "1"

    def with_term(self, term: Term) -> "CovariateModel":
        """The model with one more term, and the parts of it."""
        return closed(self.lists, self.covariates, {*self.terms, term})

    def __str__(self) -> str:
        inside = {part for term in self.terms for part in term.parts()}
        return " + ".join(self.named(term) for term in self.ordered() if term not in inside)


def closed(
    lists: tuple[str, ...], covariates: tuple[Covariate, ...], terms: Iterable[Term]
) -> CovariateModel:
    """The smallest hierarchical model with these terms and an effect of each list and covariate."""
    wanted = list(terms)
    none = (0,) * len(covariates)
    wanted += [Term(1 << bit, none) for bit in range(len(lists))]
    for at in range(len(covariates)):
        if not any(term.shapes[at] for term in wanted):
            wanted.append(Term(0, _with(none, at, FACTOR)))
    found: set[Term] = set()
    while wanted:
        term = wanted.pop()
        if term not in found:
            found.add(term)
            _refuse_many(max(len(found), 1 << term.order))
            wanted.extend(term.parts())
    return CovariateModel(lists, covariates, frozenset(found | {Term(0, none)}))


def main_effects(table: CaptureTable, lines: Iterable[str] = ()) -> CovariateModel:
    """Everything independent; `lines` names the covariates that are a straight line."""
    return all_products(table, 1, dict.fromkeys(lines, 1))


def all_products(
    table: CaptureTable, order: int, degrees: dict[str, int] | None = None
) -> CovariateModel:
    """Every term of at most `order` lists and covariates, of which at least one always fits.

    degrees: the degree of the curve, by name of a covariate; the others are factors.
    """
    asked = degrees or {}
    none = (0,) * len(table.covariates)
    single = [Term(1 << bit, none) for bit in range(len(table.lists))]
    for at, covariate in enumerate(table.covariates):
        single.append(Term(0, _with(none, at, asked.get(covariate.name, FACTOR))))
    return closed(table.lists, table.covariates, _products(single, order))


def parse_formula(text: str, table: CaptureTable) -> CovariateModel:
    """The model that a formula means, for the lists and covariates of a table.

    Raises BadInput for a sign or name that has no meaning there.
    """
    reader = _Reader(text, table)
    terms = reader.formula()
    if reader.at < len(reader.tokens):
        raise reader.unread()
    return closed(table.lists, table.covariates, terms)


class _Reader:
    """Reads a formula from left to right; `at` is the next token."""

    def __init__(self, text: str, table: CaptureTable) -> None:
        self.text = text
        self.names = (*table.lists, *(covariate.name for covariate in table.covariates))
        self.n_lists = len(table.lists)
        self.at = 0
        self.tokens = self._tokens()
        self.numeric = self._numeric()

    def _tokens(self) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        place, text = 0, self.text.rstrip()
        while place < len(text):
            found = _TOKEN.match(text, place)
            if not found:
                self.tokens = tokens
                raise self.unread()
            tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
            place = found.end()
        return tokens

    def _numeric(self) -> set[str]:
        """The covariates that some part of the formula takes as a number."""
        words = [token for _, token in self.tokens]
        return {
            word
            for at, word in enumerate(words)
            if word in self.names[self.n_lists :]
            and (words[at + 1 : at + 2] == ["^"]
                 or (at > 1 and words[at - 1] == "(" and words[at - 2] in _NUMERIC))
        }  # fmt: skip

    def unread(self) -> BadInput:
        return BadInput(
            "The formula {formula} cannot be read.",
            "A formula joins lists and covariates, such as A*B + A*sex + poly(year,2); the names "
            "are {names}.",
            "",
            formula=self.text[:60],
            names=", ".join(self.names),
        )

    def _taken(self, sign: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == ("sign", sign):
            self.at += 1
            return True
        return False

    def _need(self, sign: str) -> None:
        if not self._taken(sign):
            raise self.unread()

    def formula(self) -> set[Term]:
        terms = self._summand()
        while self._taken("+"):
            terms |= self._summand()
        return terms

    def _summand(self) -> set[Term]:
        terms = self._factor()
        while True:
            crossed = self._taken("*")
            if not crossed and not self._taken(":"):
                return terms
            other = self._factor()
            both = {one.times(two) for one in terms for two in other}
            terms = both | terms | other if crossed else both
            _refuse_many(len(terms))

    def _factor(self) -> set[Term]:
        if self._taken("("):
            terms = self.formula()
            self._need(")")
            return _products(list(terms), self._number()) if self._taken("^") else terms
        name = self._word()
        if name in _NUMERIC and self._taken("("):
            covariate = self._word()
            degree = 1
            if name == "poly":
                self._need(",")
                degree = self._number()
            self._need(")")
            return {self._term(covariate, degree)}
        if name == "1" and name not in self.names:
            return {Term(0, (0,) * (len(self.names) - self.n_lists))}
        return {self._term(name, self._number() if self._taken("^") else 0)}

    def _word(self) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at][0] == "sign":
            raise self.unread()
        self.at += 1
        return self.tokens[self.at - 1][1]

    def _number(self) -> int:
        word = self._word()
        if not re.fullmatch(r"[1-9][0-9]?", word):
            raise self.unread()
        return int(word)

    def _term(self, name: str, degree: int) -> Term:
        none = (0,) * (len(self.names) - self.n_lists)
        if name not in self.names or (degree and name in self.names[: self.n_lists]):
            raise self.unread()
        at = self.names.index(name)
        if at < self.n_lists:
            return Term(1 << at, none)
        shape = degree or (1 if name in self.numeric else FACTOR)
        return Term(0, _with(none, at - self.n_lists, shape))


def _products(terms: list[Term], order: int) -> set[Term]:
    """All products of at most `order` of the terms."""
    found = set(terms)
    for _ in range(min(order, len(terms)) - 1):
        found |= {one.times(two) for one in found for two in terms}
        _refuse_many(len(found))
    return found


def _refuse_many(n: int) -> None:
    if n > MOST_TERMS:
        raise TooBig("The model has {n} terms or more.", "At most {most} can be handled.",
                     "Leave the largest terms out.", n=n, most=MOST_TERMS)  # fmt: skip


def _with(shapes: tuple[int, ...], at: int, shape: int) -> tuple[int, ...]:
    return (*shapes[:at], shape, *shapes[at + 1 :])


def _quoted(name: str) -> str:
    plain = re.fullmatch(r"[^\W\d]\w*", name) and name not in _NUMERIC
    return name if plain else f"`{name}`"
