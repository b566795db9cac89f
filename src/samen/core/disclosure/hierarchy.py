"""How the codes of one dimension add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samen.core.errors import BadInput


@dataclass(frozen=True)
class Hierarchy:
    """Codes in codes: each parent is the sum of its children; one code is the sum of all.

    children: parent -> its children, in the order given. unnamed: the code that cells are named
    without; the root where none is given. Raises BadInput when a code has two parents, stands below
    itself, or when more than one code has no parent.
    """

    dimension: str
    children: Mapping[str, tuple[str, ...]]
    unnamed: str = ""

    def __post_init__(self) -> None:
        below = [child for codes in self.children.values() for child in codes]
        twice = sorted({code for code in below if below.count(code) > 1})
        if twice:
            raise BadInput(
                "In the hierarchy of {dimension}, code {code} stands below two parents.",
                "A code has one parent in a hierarchy.",
                "Give the second way of adding up as a hierarchy of its own, in a list.",
                dimension=self.dimension,
                code=twice[0],
            )
        roots = [code for code in self.children if code not in set(below)]
        if len(roots) > 1:
            raise BadInput(
                "In the hierarchy of {dimension}, {one} and {other} both have no parent.",
                "One code is the sum of all others.",
                "Put one below the other, or both below a total.",
                dimension=self.dimension,
                one=roots[0],
                other=roots[1],
            )
        if not roots or self._reached(roots[0]) < {*self.children, *below}:
            raise BadInput(
                "In the hierarchy of {dimension}, a code stands below itself.",
                "Going up from a code ends at the total.",
                "Mend the hierarchy file.",
                dimension=self.dimension,
            )

    def _reached(self, root: str) -> set[str]:
        reached, waiting = {root}, [root]
        while waiting:
            fresh = [code for code in self.children.get(waiting.pop(), ()) if code not in reached]
            reached.update(fresh)
            waiting += fresh
        return reached

    @cached_property
    def upward(self) -> tuple[str, ...]:
        """The parents, each after the parents below it."""
        order: list[str] = []
        waiting = [self.root]
        while waiting:
            code = waiting.pop()
            if code in self.children:
                order.append(code)
                waiting += self.children[code]
        return tuple(reversed(order))

    @cached_property
    def root(self) -> str:
        """The code that is the sum of all."""
        below = {child for codes in self.children.values() for child in codes}
        return next(code for code in self.children if code not in below)

    @property
    def codes(self) -> frozenset[str]:
        """Every code in it."""
        return frozenset(self.children) | {c for codes in self.children.values() for c in codes}


def flat(dimension: str, codes: Sequence[str], root: str) -> Hierarchy:
    """The hierarchy of a dimension whose codes all stand right below `root`."""
    return Hierarchy(dimension, {root: tuple(code for code in codes if code != root)})


def upward(hierarchies: Sequence[Hierarchy]) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each dimension and code: the code itself and all that are above it, in any hierarchy."""
    parents: dict[tuple[str, str], set[str]] = {}
    for each in hierarchies:
        parents.setdefault((each.dimension, each.root), set())
        for parent, children in each.children.items():
            for child in children:
                parents.setdefault((each.dimension, child), set()).add(parent)
    found = {}
    for name, code in parents:
        seen, waiting = {code}, [code]
        while waiting:
            fresh = parents[name, waiting.pop()] - seen
            seen |= fresh
            waiting += fresh
        found[name, code] = tuple(sorted(seen))
    return found
