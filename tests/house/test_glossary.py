"""The vocabulary is complete: every word of the code has its Dutch term, meaning and source.

Officials decide by the Dutch word and programmers by the English one; where the two part,
the register says something else than its readers think.
"""

import re
from enum import StrEnum
from typing import TypeGuard

from babel.messages.pofile import read_po

from samen.accounts.templatetags import accounts_terms
from samen.core import terms
from samen.core.estimation.bootstrap import Draws
from samen.core.estimation.estimate import Estimate
from samen.core.estimation.existence import Status
from samen.core.estimation.intervals import Interval
from samen.core.estimation.models import Model
from samen.core.estimation.table import CaptureTable, Covariate
from samen.core.estimation.verdict import Use
from samen.core.exchange import vocabulary as exchange
from samen.core.matching import vocabulary as links
from samen.core.matching.blocking import Blocked
from samen.core.matching.link import Linked
from samen.core.matching.scoring import Scored
from samen.core.matching.standardise import Standardised
from samen.core.networks import vocabulary as networks
from samen.core.networks.neighbourhood import Neighbourhood
from samen.core.networks.network import Network
from samen.core.networks.patterns import Finding, Pattern
from samen.core.publishing.nouns import Dataset, Point, Series
from samen.core.simulation.captures import Captures
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.layouts import Layout
from samen.core.simulation.nation import Nation
from samen.figures.values import ReleaseAct
from samen.programme import labels
from samen.purposes.values import ResolutionKind, ResolutionOutcome
from tests.house.tree import PACKAGE, ROOT, model_classes

GLOSSARY = ROOT / "docs" / "glossary.md"
ESTIMATION = {each.__name__ for each in (CaptureTable, Covariate, Model, Estimate, Interval, Draws)}
"""What an estimate is made of, as analysts call it."""
SIMULATION = {each.__name__ for each in (Nation, Captures, ErrorModel, Layout)}
"""What an invented nation is made of, as who measures calls it."""
LINKAGE = {each.__name__ for each in (Standardised, Blocked, Scored, Linked)}
NETWORKS = {each.__name__ for each in (Network, Neighbourhood, Pattern, Finding)}
PUBLISHING = {each.__name__ for each in (Series, Point, Dataset)}
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)


def cells() -> list[tuple[str, str, str, str]]:
    """The rows of the glossary: English, Dutch, definition, source."""
    return ROW.findall(GLOSSARY.read_text(encoding="utf-8"))


def words_of_the_code() -> set[str]:
    """`Motion` for a model or a vocabulary, `MotionStatus.settled` for one of its values."""
    words = [each for words in (terms, links, networks, exchange) for each in vars(words).values()]
    ours = [item for item in words if _is_vocabulary(item)]
    ours += [Status, Use, ReleaseAct, ResolutionKind, ResolutionOutcome]
    values = {f"{enum.__name__}.{member}" for enum in ours for member in enum}
    core = ESTIMATION | SIMULATION | LINKAGE | NETWORKS | PUBLISHING
    return values | {enum.__name__ for enum in ours} | set(model_classes()) | core


def test_every_word_has_an_entry() -> None:
    assert words_of_the_code() - {english for english, *_ in cells()} == set()


def test_no_entry_outlives_its_word() -> None:
    """An entry that nothing uses misleads as much as a missing one."""
    assert {english for english, *_ in cells()} - words_of_the_code() == set()


def test_no_word_is_explained_twice() -> None:
    english = [row[0] for row in cells()]
    assert sorted(english) == sorted(set(english))


def test_every_entry_is_filled_in() -> None:
    thin = [row[0] for row in cells() if not all(cell.strip(" -–") for cell in row)]
    assert thin == []


def _is_vocabulary(item: object) -> TypeGuard[type[StrEnum]]:
    return isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum


def dutch_on_pages() -> dict[str, str]:
    """The Dutch word that the pages print for a value of a vocabulary."""
    shown = {
        "ActionStatus": labels.STATUSES,
        "PromiseStatus": labels.STATUSES,
        "EntryKind": labels.KINDS,
        "Recurrence": labels.RECURRENCE,
        "Funded": labels.FUNDED,
        "FigureMethod": labels.METHODS,
        "AnswerState": labels.ANSWERS,
        "LinkRole": labels.LINKS,
        "Role": accounts_terms.ROLE_NAMES,
        "OrganisationKind": accounts_terms.KIND_NAMES,
    }
    catalogue = {
        str(message.id): str(message.string)
        for path in PACKAGE.glob("*/locale/nl/LC_MESSAGES/django.po")
        for message in read_po(path.open("rb"), locale="nl")
    }
    return {
        f"{name}.{value}": catalogue[words[value]]
        for name, words in shown.items()
        for value in getattr(terms, name)
        if value in words
    }


def test_pages_and_glossary_use_one_dutch_word() -> None:
    """Who looks a word up that a page prints finds that word."""
    known = {english: dutch.casefold().split(", ") for english, dutch, *_ in cells()}
    apart = {
        english: (word, known[english])
        for english, word in dutch_on_pages().items()
        if word.casefold() not in known[english]
    }
    assert apart == {}
