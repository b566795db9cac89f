"""What may be published: the rules that a release keeps, and against whom it keeps them."""

from dataclasses import dataclass
from enum import StrEnum

from samen.core.disclosure import rules
from samen.core.disclosure.rules import Needs
from samen.core.disclosure.system import Contributions, Mask, System
from samen.core.errors import BadInput

MOST_THRESHOLD = 1000
MOST_COALITION = 5


class Attacker(StrEnum):
    """Who looks at the release. Everybody knows what is published, and that totals add up."""

    OUTSIDER = "outsider"
    """Knows nothing else."""
    RULE = "rule"
    """Also knows which cells are unsafe by the threshold, and so hold 1 to threshold - 1."""
    CONTRIBUTOR = "contributor"
    """Also knows what he gave himself, and in which cells he is alone; so do some together."""
    REPORTER = "reporter"
    """A source organisation, which also knows its own rows."""


class Zeros(StrEnum):
    """What a cell of nobody is."""

    KNOWN = "known"
    """Everybody knows that nobody is there."""
    UNKNOWN = "unknown"
    """It may be hidden beside others."""
    UNSAFE = "unsafe"
    """That nobody is there may not be known."""


@dataclass(frozen=True)
class Policy:
    """threshold: a cell of 1 to threshold - 1 contributors is unsafe. protection: how far from the
    true number, on both sides, an attacker has to stay. groups: dimensions of which one code may
    not hold all of a group. p, dominance: the p% rule and the (n,k) rule, off when 0 and None.
    source: one source organisation may give at most that percentage of a cell, and may not leave
    fewer than the threshold to others; off when 0. coalition: contributors who work together."""

    threshold: int = 5
    protection: int = 1
    attackers: tuple[Attacker, ...] = (Attacker.OUTSIDER,)
    zeros: Zeros = Zeros.KNOWN
    groups: tuple[str, ...] = ()
    p: int = 0
    dominance: tuple[int, int] | None = None
    source: int = 0
    coalition: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.threshold <= MOST_THRESHOLD or not 1 <= self.protection <= MOST_THRESHOLD:
            raise BadInput(
                "The threshold is {threshold} and the protection {protection}.",
                "Both are whole numbers from 1 to {most}.",
                "Choose others.",
                threshold=self.threshold,
                protection=self.protection,
                most=MOST_THRESHOLD,
            )
        n, k = self.dominance or (1, 100)
        if not (0 <= self.p <= 100 and 0 <= self.source <= 100 and 1 <= k <= 100 and 1 <= n <= 5):
            raise BadInput("A rule on shares has a percentage or number that means nothing.",
                           "A percentage lies from 1 to 100, the n of the (n,k) rule from 1 to 5.",
                           "Choose others.")  # fmt: skip
        if not 1 <= self.coalition <= MOST_COALITION:
            raise BadInput("A coalition has {n} contributors.", "It has 1 to {most}.",
                           "Choose another number.",
                           n=self.coalition, most=MOST_COALITION)  # fmt: skip
        if self.groups and self.zeros is Zeros.KNOWN:
            raise BadInput("A group that has one code cannot be hidden where zeros are known.",
                           "The zeros beside it give it away.",
                           "Choose --zeros unknown with --groups.")  # fmt: skip

    def unsafe(self, system: System) -> Mask:
        """The primary cells, bool of shape (cells,): those that a rule, or somebody, calls so."""
        return self.needs(system).unsafe

    def needs(self, system: System) -> Needs:
        """The primary cells, and how far from the truth an attacker of each has to stay.

        Raises BadInput when a rule needs contributions and there are none.
        """
        needs = rules.too_few(system, self.threshold, self.protection)
        if self.zeros is Zeros.UNSAFE:
            needs = needs.and_also(rules.nobody(system, self.protection))
        if self.groups:
            needs = needs.and_also(rules.one_group(system, self.groups, self.protection))
        if self.p or self.dominance or self.source:
            needs = self._shares(system, needs)
        return needs.among(~system.unpublished | system.hidden_before)

    def _shares(self, system: System, needs: Needs) -> Needs:
        given = sources_of(system) if self.source else contributions_of(system)
        if self.p:
            needs = needs.and_also(rules.percent(system, given, self.p, self.coalition))
        if self.dominance:
            needs = needs.and_also(rules.dominated(system, given.by_contributor, *self.dominance))
        if self.source:
            needs = needs.and_also(rules.dominated(system, given.by_source, 1, self.source))
            few = rules.few_others(system, given, self.threshold, self.protection)
            needs = needs.and_also(few)
        return needs


def contributions_of(system: System) -> Contributions:
    """Who gave what. Raises BadInput when that is not known."""
    if system.contributions is None:
        raise BadInput("A rule or an attacker needs to know who gave what to each cell.",
                       "A file of contributions says so, a row each.",
                       "Give it with --contributions.")  # fmt: skip
    return system.contributions


def sources_of(system: System) -> Contributions:
    """Who gave what, with the source organisations. Raises BadInput when they are not known."""
    given = contributions_of(system)
    if not given.by_source.shape[0]:
        raise BadInput("The contributions do not say which organisation each came from.",
                       "A column source has its name.", "Add the column.")  # fmt: skip
    return given
