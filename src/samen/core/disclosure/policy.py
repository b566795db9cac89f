"""What may be published: the rules that a release keeps, and against whom it keeps them."""

from dataclasses import dataclass
from enum import StrEnum

from samen.core.disclosure.system import Mask, System
from samen.core.errors import BadInput

MOST_THRESHOLD = 1000


class Attacker(StrEnum):
    """Who looks at the release. Everybody knows what is published, and that totals add up."""

    OUTSIDER = "outsider"
    """Knows nothing else."""
    RULE = "rule"
    """Also knows which cells are unsafe by the threshold, and so hold 1 to threshold - 1."""
    CONTRIBUTOR = "contributor"
    """Also knows that he is alone in his cell; looks at the other cells."""


@dataclass(frozen=True)
class Policy:
    """threshold: a cell of 1 to threshold - 1 persons is unsafe. protection: how far from the true
    number, on both sides, an attacker has to stay. A cell of nobody is taken to be known."""

    threshold: int = 5
    protection: int = 1
    attackers: tuple[Attacker, ...] = (Attacker.OUTSIDER,)

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

    def unsafe(self, system: System) -> Mask:
        """The primary cells, bool of shape (cells,): below the threshold, or called so by hand."""
        counts = system.counts
        return ((counts < self.threshold) | system.unsafe) & (counts > 0) & ~system.unpublished
