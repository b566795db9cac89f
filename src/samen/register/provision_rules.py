"""Which data may go from whom to whom: the rules as data, and the one that fits a provision.

The rules stand in `data/law/provisions.csv`, each with its article and source. None fits
where the law was not read: then nothing goes.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import Ground, OrganisationKind, RegistrationKind
from samen.register.labels import label

ANYBODY = "*"
CONSENT, DECISION = "consent", "decision"


@dataclass(frozen=True, slots=True)
class Rule:
    """One ground for provision. named: the one recipient that the law names, or "".

    about: the groups of fields that may go. asks: what must be there besides a goal. nl, en:
    the rule in words.
    """

    name: str
    senders: frozenset[str]
    recipients: frozenset[str]
    named: str
    grounds: frozenset[str]
    kinds: frozenset[str]
    about: frozenset[str]
    asks: str
    article: str
    nl: str
    en: str
    source: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A provision as somebody wants it. grounds: on which the data are held, and that of the open
    purpose. consents: whether each person consented, as registered."""

    sender: OrganisationKind
    recipient: OrganisationKind
    recipient_name: str
    grounds: frozenset[Ground]
    kinds: frozenset[RegistrationKind]
    about: frozenset[str]
    decision: str = ""
    consents: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    file = Path(settings.ROOT) / "data" / "law" / "provisions.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(_rule(row) for row in csv.DictReader(lines))


def rule_named(name: str) -> Rule | None:
    """A rule by its name; None where the data have it no more."""
    return next((rule for rule in rules() if rule.name == name), None)


def _rule(row: dict[str, str]) -> Rule:
    sets = ("senders", "recipients", "grounds", "kinds", "about")
    words = {name: frozenset(row[name].split("|")) for name in sets}
    return Rule(
        name=row["rule"], named=row["named"], asks=row["asks"], article=row["article"],
        nl=row["nl"], en=row["en"], source=row["source"], **words,
    )  # fmt: skip


type Test = Callable[[Rule, Asked], bool]
type Refusal = Callable[[Mapping[str, object]], Refused]

TESTS: Sequence[tuple[Test, Refusal]] = (
    (
        lambda rule, asked: asked.sender in rule.senders and _is_recipient(rule, asked),
        lambda nearest: Refused(
            _("No rule lets your organisation provide data to this recipient."),
            _("A rule in data/law/provisions.csv names who may provide to whom, with its article."),
            _("Choose another recipient, or have the rule added with its source."),
            **nearest,
        ),
    ),
    (
        lambda rule, asked: asked.grounds <= rule.grounds,
        lambda nearest: Refused(
            _("No rule lets data held on this ground go to this recipient."),
            _("{article} covers data held on {grounds}."),
            _("Open the purpose on one of these grounds, or do not provide."),
            **nearest,
        ),
    ),
    (
        lambda rule, asked: asked.kinds <= rule.kinds,
        lambda nearest: Refused(
            _("No rule lets this kind of registration go to this recipient."),
            _("{article} covers: {kinds}."),
            _("Leave out the other registrations."),
            **nearest,
        ),
    ),
    (
        lambda rule, asked: bool(asked.about) and asked.about <= rule.about,
        lambda nearest: Refused(
            _("No rule lets all of these data go to this recipient."),
            _("{article} covers data on: {about}."),
            _("Leave out the rest."),
            **nearest,
        ),
    ),
    (
        lambda rule, asked: rule.asks != DECISION or bool(asked.decision.strip()),
        lambda nearest: Refused(
            _("The written decision is missing."),
            _("{article} asks for one."),
            _("Give its reference."),
            **nearest,
        ),
    ),
    (
        lambda rule, asked: rule.asks != CONSENT or asked.consents,
        lambda nearest: Refused(
            _("The consent of a person is missing."),
            _("{article} asks for consent that is registered for each person."),
            _("Leave out who did not consent, or register the consent first."),
            **nearest,
        ),
    ),
)
"""What is tried, from the widest to the narrowest, with what to say where no rule is left."""


def _is_recipient(rule: Rule, asked: Asked) -> bool:
    if rule.named:
        return asked.recipient_name == rule.named
    return ANYBODY in rule.recipients or asked.recipient in rule.recipients


def fitting(asked: Asked) -> Rule:
    """The rule on which a provision may be done. Raises Refused, saying what no rule allows."""
    left: Sequence[Rule] = rules()
    for fits, refusal in TESTS:
        fitting_still = [rule for rule in left if fits(rule, asked)]
        if not fitting_still:
            raise refusal(_values(left[0]))
        left = fitting_still
    return left[0]


def _values(nearest: Rule) -> dict[str, object]:
    """What the nearest rule does cover, as the reader calls it."""
    tables = {"ground": nearest.grounds, "kind": nearest.kinds, "about": nearest.about}
    said = {table: ", ".join(label(table, word) for word in sorted(words))
            for table, words in tables.items()}  # fmt: skip
    return {"article": nearest.article, "grounds": said["ground"], "kinds": said["kind"],
            "about": said["about"]}  # fmt: skip
