"""The ledger of lost privacy as a file: nothing is spent twice, whoever else writes then."""

import fcntl
import os
from fractions import Fraction
from pathlib import Path

from samen.core.disclosure.ledger import Ledger, new_ledger, read_ledger
from samen.core.disclosure.noise import Mechanism, Noise
from samen.core.errors import BadInput, CannotRun


def exact(text: str, option: str) -> Fraction:
    """A number as it is written, such as 0.5 or 1/3."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise BadInput("{option} is {text}.", "It is a number such as 0.5 or 1/3.",
                       "Write it so.", option=option, text=f"“{text[:20]}”") from None  # fmt: skip


def spend(path: Path, budget: Fraction | None, what: str, noise: Noise) -> Ledger:
    """Write down what a release costs before it is told; gives the ledger as it is then.

    budget: of a new ledger. Raises Refused beyond the budget; the file is as it was then.
    """
    try:
        with path.open("a+", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            text = file.read()
            before = _opened(text, budget, noise.mechanism)
            after = before.after(what, noise)
            written = len(before.lines) if text else 0
            file.write("".join(f"{line}\n" for line in after.lines[written:]))
            file.flush()
            os.fsync(file.fileno())
            return after
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun("The ledger cannot be read or written.",
                        "Without it nobody knows what is left of the budget.",
                        "Check its name and rights.") from error  # fmt: skip


def _opened(text: str, budget: Fraction | None, unit: Mechanism) -> Ledger:
    if not text:
        if budget is None:
            raise BadInput("The ledger is new, and has no budget.",
                           "A budget is what may be lost of privacy, over all releases.",
                           "Give it with --budget.")  # fmt: skip
        return new_ledger(unit, budget)
    if budget is not None:
        raise BadInput("The ledger has a budget already.", "A budget is set once.",
                       "Leave out --budget.")  # fmt: skip
    return read_ledger(text)
