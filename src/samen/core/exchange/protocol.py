"""The two rounds, as values: the asker learns who may be known, the owner whom it is asked about.

    asker                                      owner
    ask          H(x)·a  ────────────────────►
                 ◄──── counts  H(x)·a·b in another order, H(y)·b
    how many of each key are there too: no more
    ask_pairs    the same  ──────────────────►
                 ◄──── pairs   H(x)·a·b in the order asked, H(y)·b
    which of its own records may be known
    open_pairs   for each a token, and H(y)·b of what hit  ───►
                                               which of its own records are meant
    ask_answers  ────────────────────────────►
                 ◄──── answers  of a person, to each token

x, y: keys of the asker's and the owner's records; a, b: the masks of this question. What else each
learns: how large the other's sets are, rounded up. Nothing of a record that did not hit, and of
one that did that its key is there; the owner learns nothing before the asker opens pairs.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from samen.core.errors import BadInput, Refused
from samen.core.exchange.keys import Keys
from samen.core.exchange.masking import ELEMENT_BYTES, Mask
from samen.core.exchange.messages import Message, Sets
from samen.core.exchange.vocabulary import KeyClass, Step

TOKEN_BYTES = 16


@dataclass(frozen=True, slots=True)
class House:
    """One side of a question: its keys, and the secret that its masks are made of."""

    secret: bytes
    side: str
    question: UUID
    keys: Keys

    def mask(self, kind: KeyClass) -> Mask:
        return Mask(self.secret, f"{self.question}|{self.side}", kind)

    def sets(self) -> dict[KeyClass, list[bytes]]:
        """The masked sets, padded, in an order that tells nothing."""
        masks = {kind: self.mask(kind) for kind in self.keys}
        return {
            kind: mask.padded(mask.own(self.keys[kind])) for kind, mask in masks.items()
        }  # fmt: skip

    def over(self, sets: Sets) -> dict[KeyClass, list[bytes]]:
        """The other side's sets with one's own masks over theirs."""
        return {kind: self.mask(kind).over(elements) for kind, elements in sets.items()}

    def places(self, kind: KeyClass) -> dict[bytes, tuple[int, ...]]:
        """Of each of one's own masked elements the places of the records that have its key."""
        own = self.mask(kind).own(self.keys[kind])
        return {element: self.keys[kind][key] for element, key in own.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A pair as the asker opens it. token: opaque; place: of the asker's record; hits: for each
    key the owner's masked element."""

    token: str
    place: int
    hits: Mapping[KeyClass, bytes]


@dataclass(frozen=True, slots=True)
class Opened:
    """A pair as the owner sees it. places: of its own records, with the keys that each has."""

    token: str
    places: Mapping[int, frozenset[KeyClass]]


def ask(asker: House, step: Step = Step.ASK) -> Message:
    """The asker's first message of either round; its sets are the same in both."""
    return Message(step, asker.question, asked=asker.sets())


def counts_for(owner: House, asked: Message) -> Message:
    """Round one at the owner: what lets the asker count, and not see which."""
    over = {kind: sorted(found) for kind, found in owner.over(_whole(asked)).items()}
    return Message(Step.COUNTS, owner.question, asked=over, held=owner.sets())


def counted(asker: House, answer: Message) -> dict[KeyClass, int]:
    """Round one at the asker: how many of its keys of each class the owner has too."""
    held = asker.over(answer.held)
    return {kind: len(set(held.get(kind, [])) & set(answer.asked.get(kind, [])))
            for kind in KeyClass}  # fmt: skip


def pairs_for(owner: House, asked: Message) -> Message:
    """Round two at the owner: what lets the asker see which of its own keys are there."""
    return Message(Step.PAIRS, owner.question, asked=owner.over(_whole(asked)), held=owner.sets())


def found(asker: House, asked: Message, answer: Message) -> list[Found]:
    """Round two at the asker: its records that may be known, each under a new opaque token."""
    hits: dict[int, dict[KeyClass, bytes]] = {}
    for kind, sent in asked.asked.items():
        over, held = answer.asked.get(kind, []), answer.held.get(kind, [])
        if len(over) != len(sent):
            raise _other_sets()
        theirs = dict(zip(asker.mask(kind).over(held), held, strict=True))
        places = asker.places(kind)
        for element, both in zip(sent, over, strict=True):
            if both in theirs:
                for place in places.get(element, ()):
                    hits.setdefault(place, {})[kind] = theirs[both]
    return [Found(secrets.token_hex(TOKEN_BYTES), place, hits[place]) for place in sorted(hits)]


def open_pairs(question: UUID, pairs: Sequence[Found]) -> Message:
    """What tells the owner which of its records are meant: tokens, and its own elements."""
    said = [
        [each.token, {kind.value: element.hex() for kind, element in each.hits.items()}]
        for each in sorted(pairs, key=lambda pair: pair.token)
    ]
    return Message(Step.OPEN_PAIRS, question, said={"pairs": said})


def opened(owner: House, message: Message) -> list[Opened]:
    """Which of the owner's records each token is about. One whose record is gone since is about
    none. Raises BadInput for a message of another form."""
    own = {kind: owner.places(kind) for kind in owner.keys}
    made = []
    for token, hits in _pairs_said(message):
        places: dict[int, set[KeyClass]] = {}
        for kind, element in hits.items():
            for place in own[kind].get(element, ()):
                places.setdefault(place, set()).add(kind)
        made.append(Opened(token, {place: frozenset(of) for place, of in places.items()}))
    return made


def _pairs_said(message: Message) -> list[tuple[str, dict[KeyClass, bytes]]]:
    try:
        said = [
            (str(token), {KeyClass(kind): bytes.fromhex(word) for kind, word in hits.items()})
            for token, hits in message.said["pairs"]
        ]
        tokens = [bytes.fromhex(token) for token, _ in said]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _other_pairs() from error
    is_plain = all(token == bytes.fromhex(token).hex() for token, _ in said)
    is_whole = all(hits and all(len(e) == ELEMENT_BYTES for e in hits.values()) for _, hits in said)
    if not is_plain or not is_whole or {len(token) for token in tokens} - {TOKEN_BYTES}:
        raise _other_pairs()
    if len(set(tokens)) != len(tokens):
        raise _other_pairs()
    return said


def _whole(asked: Message) -> Sets:
    if set(asked.asked) != set(KeyClass):
        raise _other_sets()
    return asked.asked


def _other_sets() -> Refused:
    return Refused(
        "The message does not hold the sets that are due.",
        "It holds one for each key, as large as what was asked.",
        "Begin the question again.",
    )


def _other_pairs() -> BadInput:
    return BadInput(
        "The pairs in the message cannot be read.",
        "Each is a token and the elements that hit.",
        "Begin the question again.",
    )
