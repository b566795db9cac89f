"""The ledger of lost privacy: a budget, and each release that took from it, chained by hashes.

The loss of several releases about the same persons adds up, so one ledger belongs to one group of
persons. Asking the same again gives the same noise and costs nothing; nothing else is free.
"""

import json
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from samen.core.disclosure.noise import Mechanism, Noise
from samen.core.disclosure.protect import Privacy
from samen.core.errors import BadInput, Refused, Unreadable

MOST_BUDGET = 1000


@dataclass(frozen=True)
class Entry:
    """what: the hash of a question, see `noise.question`; cost: in the unit of the ledger."""

    what: str
    noise: Noise
    cost: Fraction


@dataclass(frozen=True)
class Ledger:
    """unit: laplace for a budget of epsilon, gaussian for one of rho. lines: as they are written,
    each with the hash of the one before."""

    unit: Mechanism
    budget: Fraction
    entries: tuple[Entry, ...]
    lines: tuple[str, ...]

    @property
    def spent(self) -> Fraction:
        """What all entries cost together."""
        return sum((each.cost for each in self.entries), Fraction(0))

    def after(self, what: str, noise: Noise) -> "Ledger":
        """The ledger when `what` was answered; the same one when it had been before.

        Raises Refused beyond the budget, and BadInput for noise that this budget cannot count.
        """
        if what in {each.what for each in self.entries}:
            return self
        entry = Entry(what, noise, cost_of(noise, self.unit))
        if self.spent + entry.cost > self.budget:
            raise Refused(
                "The release costs {cost}, and of the budget of {budget} {left} is left.",
                "What was lost of privacy does not come back.",
                "Take more noise, or publish nothing more about these persons.",
                cost=str(entry.cost), budget=str(self.budget), left=str(self.budget - self.spent),
            )  # fmt: skip
        line = _line({"what": what, "mechanism": noise.mechanism.value, "loss": str(noise.loss),
                      "before": _hash(self.lines[-1])})  # fmt: skip
        return Ledger(self.unit, self.budget, (*self.entries, entry), (*self.lines, line))


def new_ledger(unit: Mechanism, budget: Fraction) -> Ledger:
    """A ledger of which nothing is spent. Raises BadInput for a budget that means nothing."""
    if not 0 < budget <= MOST_BUDGET:
        raise BadInput("The budget is {budget}.", "It is more than 0 and at most {most}.",
                       "Choose another.", budget=str(budget), most=MOST_BUDGET)  # fmt: skip
    return Ledger(unit, budget, (), (_line({"unit": unit.value, "budget": str(budget)}),))


def read_ledger(text: str) -> Ledger:
    """The ledger in a file. Raises Unreadable when it is none, or a line was changed or taken."""
    lines = text.splitlines()
    try:
        first, *rest = (json.loads(line) for line in lines)
        found = new_ledger(Mechanism(first["unit"]), Fraction(first["budget"]))
        for each in rest:
            noise = Noise(Mechanism(each["mechanism"]), Fraction(each["loss"]))
            found = found.after(str(each["what"]), noise)
    except (ValueError, KeyError, TypeError, ZeroDivisionError, BadInput, Refused) as error:
        raise _unreadable() from error
    if found.lines != tuple(lines):
        raise _unreadable()
    return found


def cost_of(noise: Noise, unit: Mechanism) -> Fraction:
    """What noise costs of a budget. Pure epsilon is rho = epsilon^2 / 2 (Bun and Steinke 2016,
    proposition 1.4); no rho is a pure epsilon."""
    if noise.mechanism is unit:
        return noise.loss
    if unit is Mechanism.LAPLACE:
        raise BadInput("The ledger has a budget of epsilon, and Gaussian noise costs rho.",
                       "Laplace noise costs epsilon, and fits either budget.",
                       "Choose --method laplace, or another ledger.")  # fmt: skip
    return noise.loss**2 / 2


def privacy_of(ledger: Ledger, noise: Noise) -> Privacy:
    """What noise cost, and what is left."""
    return Privacy(
        "epsilon" if ledger.unit is Mechanism.LAPLACE else "rho",
        str(cost_of(noise, ledger.unit)),
        str(ledger.budget - ledger.spent),
        str(ledger.budget),
    )


def _line(content: dict[str, str]) -> str:
    return json.dumps(content, ensure_ascii=True)


def _hash(line: str) -> str:
    return sha256(line.encode()).hexdigest()


def _unreadable() -> Unreadable:
    return Unreadable(
        "The ledger cannot be read, or a line of it was changed.",
        "Each line has the hash of the one before.",
        "Take the ledger as it was written; without it the budget counts as spent.",
    )
