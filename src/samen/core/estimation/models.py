"""Hierarchical log-linear models of lists, named as in `[12,23]`.

A term is a set of lists, held as bits (list 1 is bit 0). A model holds a term only together with
all its subsets, so its largest terms, the generators, name it: `[12,23,4]`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import or_

import numpy as np
from numpy.typing import NDArray

from samen.core.errors import BadInput, SamenError


@dataclass(frozen=True, order=True)
class Model:
    """The terms of a hierarchical model of `n_lists` lists, 0 (the intercept) among them."""

    n_lists: int
    terms: frozenset[int]

    @property
    def generators(self) -> tuple[int, ...]:
        """The terms that are part of no other term."""
        return tuple(
            term
            for term in sorted(self.terms)
            if term and not any(term != other and term & other == term for other in self.terms)
        )

    @property
    def order(self) -> int:
        """The number of lists in the largest term."""
        return max(term.bit_count() for term in self.terms)

    def array(self) -> NDArray[np.int64]:
        """The terms, small ones first; shape (p,)."""
        return np.array(sorted(self.terms, key=lambda term: (term.bit_count(), term)))

    def __str__(self) -> str:
        return "[" + ",".join(sorted(map(self._said, self.generators), key=_larger_first)) + "]"

    def _said(self, term: int) -> str:
        numbers = [str(bit + 1) for bit in range(self.n_lists) if term >> bit & 1]
        return ("" if self.n_lists < 10 else ".").join(numbers)


def _larger_first(said: str) -> tuple[int, str]:
    return -len(said), said


def main_effects(n_lists: int) -> Model:
    """The lists independent of each other: `[1,2,3]`."""
    return closed(n_lists, ())


def all_terms(n_lists: int, order: int) -> Model:
    """Every term of at most `order` lists."""
    return closed(n_lists, (
        sum(1 << bit for bit in chosen) for chosen in combinations(range(n_lists), order)
    ))  # fmt: skip


def candidates(n_lists: int, order: int) -> NDArray[np.int64]:
    """The terms of two to `order` lists, each after its subsets; never the term of all lists."""
    terms = all_terms(n_lists, min(order, n_lists - 1)).array()
    return terms[n_lists + 1 :]


def hierarchical(n_lists: int, order: int) -> Iterator[Model]:
    """Every hierarchical model with main effects and terms of at most `order` lists.

    8, 113 and 6,893 models for 3, 4 and 5 lists, without the saturated one (Dedekind's numbers).
    """
    optional = candidates(n_lists, order)

    def larger(at: int, chosen: frozenset[int]) -> Iterator[Model]:
        if at == optional.size:
            yield Model(n_lists, chosen)
            return
        yield from larger(at + 1, chosen)
        term = int(optional[at])
        parts = (term ^ (1 << bit) for bit in range(n_lists) if term >> bit & 1)
        if all(part in chosen for part in parts):
            yield from larger(at + 1, chosen | {term})

    yield from larger(0, main_effects(n_lists).terms)


def closed(n_lists: int, generators: Iterable[int]) -> Model:
    """The smallest hierarchical model with these terms; every list always has its own effect."""
    terms = {0, *(1 << bit for bit in range(n_lists))}
    for generator in generators:
        part = generator
        while part:
            terms.add(part)
            part = (part - 1) & generator
    return Model(n_lists, frozenset(terms))


def parse(text: str, lists: tuple[str, ...]) -> Model:
    """A model from `[12,23]`, `[1.12,3]` (ten lists or more), or names as in `A:B + C`.

    Every list has its own effect, also one that is not named. Raises BadInput for a list that does
    not exist, and for the saturated model, whose hidden number is whatever one wishes.
    """
    model = closed(len(lists), _terms(text, lists))
    if len(model.terms) == 1 << len(lists):
        raise BadInput(
            "The model {model} has the term of all lists.",
            "Its hidden number cannot be estimated: no data speak about that term.",
            "Leave the term of all lists out.",
            model=text,
        )
    return model


def unnamed(text: str, lists: tuple[str, ...]) -> SamenError | None:
    """What to say of the lists that a model, as `parse` reads it, does not name; None when it
    names them all."""
    named = reduce(or_, _terms(text, lists), 0)
    others = [name for bit, name in enumerate(lists) if not named >> bit & 1]
    if not others:
        return None
    return BadInput("The model does not name {lists}.",
                    "A list that is not named is taken as independent of the others.",
                    "Name every list if that is not meant.",
                    lists=", ".join(others)[:300])  # fmt: skip


def _terms(text: str, lists: tuple[str, ...]) -> list[int]:
    inside = text.strip()
    if inside.startswith("[") != inside.endswith("]"):
        raise _unread(text, lists)
    split = re.split(r"[,]" if inside.startswith("[") else r"[+,]", inside.strip("[]"))
    return [_term(part.strip(), text, lists) for part in split if part.strip()]


def _term(part: str, text: str, lists: tuple[str, ...]) -> int:
    named = [piece.strip() for piece in part.split(":")]
    if all(piece in lists for piece in named):
        return sum(1 << lists.index(piece) for piece in set(named))
    pieces = part.split(".") if "." in part or len(lists) >= 10 else list(part)
    if not pieces or not all(piece.isascii() and piece.isdecimal() for piece in pieces):
        raise _unread(text, lists)
    numbers = {int(piece) for piece in pieces if len(piece) <= 2}
    if len(numbers) < len(pieces) or not all(1 <= number <= len(lists) for number in numbers):
        raise _unread(text, lists)
    return sum(1 << number - 1 for number in numbers)


def _unread(text: str, lists: tuple[str, ...]) -> BadInput:
    return BadInput(
        "The model {model} cannot be read.",
        "A model names terms of lists, such as [12,3] for lists 1 and 2 together and list 3 "
        "apart; the lists are {lists}.",
        "",
        model=text[:60],
        lists=", ".join(f"{at} {name}" for at, name in enumerate(lists, 1)),
    )
