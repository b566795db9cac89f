"""What goes over the line: a line that says what it is, the elements, and a digest of both.

The same message is the same bytes. It is read whole or not at all.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from samen.core.errors import BadInput, Refused, TooBig, Unreadable
from samen.core.exchange import keys
from samen.core.exchange.masking import ELEMENT_BYTES
from samen.core.exchange.vocabulary import KeyClass, Step

MAGIC = b"SAMEN-EXCHANGE "
PROTOCOL = 1
DIGEST_BYTES = 32
MOST_ELEMENTS = 150_000
"""In one set."""
MOST_BYTES = 2 * len(KeyClass) * MOST_ELEMENTS * ELEMENT_BYTES
LONGEST_LINE = 16 << 20

_ODD = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What a line of another form brings about."""

type Sets = Mapping[KeyClass, list[bytes]]


@dataclass(frozen=True, slots=True)
class Message:
    """One message. asked, held: the masked sets of the asker and of the owner; said: the rest."""

    step: Step
    question: UUID
    asked: Sets = field(default_factory=dict)
    held: Sets = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """The message as it goes over the line."""
        sets = [(name, kind, found) for name, of in (("asked", self.asked), ("held", self.held))
                for kind, found in of.items()]  # fmt: skip
        line = {
            "protocol": PROTOCOL, "keys": keys.VERSION, "step": self.step,
            "question": str(self.question), "said": self.said,
            "sets": [[name, kind, len(found)] for name, kind, found in sets],
        }  # fmt: skip
        head = MAGIC + json.dumps(line, sort_keys=True, separators=(",", ":")).encode() + b"\n"
        body = head + b"".join(element for _, _, found in sets for element in found)
        return body + hashlib.sha256(body).digest()

    def digest(self) -> str:
        """What tells two messages apart."""
        return self.as_bytes()[-DIGEST_BYTES:].hex()


def read(content: bytes, step: Step) -> Message:
    """The message that the bytes hold, which has to be of this step.

    Raises Unreadable for what is no message or was cut short, TooBig for more than is allowed,
    Refused for another version and BadInput for another step.
    """
    if len(content) > MOST_BYTES:
        raise TooBig(
            "The message is larger than is allowed.",
            "A set has at most {most} records.",
            "Ask for fewer.",
            most=MOST_ELEMENTS,
        )
    body, digest = content[:-DIGEST_BYTES], content[-DIGEST_BYTES:]
    end = body.find(b"\n", 0, LONGEST_LINE)
    if not body.startswith(MAGIC) or end < 0 or hashlib.sha256(body).digest() != digest:
        raise _unreadable()
    try:
        line = json.loads(body[len(MAGIC) : end])
        _refuse_other_versions(line)
        return _message(line, body[end + 1 :], step)
    except _ODD as error:
        raise _unreadable() from error


def _unreadable() -> Unreadable:
    return Unreadable(
        "This is no message of the exchange, or it was cut short.",
        "It begins with SAMEN-EXCHANGE and ends with its digest.",
        "Send it again.",
    )


def _refuse_other_versions(line: Mapping[str, Any]) -> None:
    found = (int(line["protocol"]), int(line["keys"]))
    if found != (PROTOCOL, keys.VERSION):
        raise Refused(
            "The other organisation asks with protocol {protocol} and keys {keys}.",
            "Here they are {ours} and {our_keys}; with others nobody would be found.",
            "Let both organisations run the same version of Samen.",
            protocol=found[0], keys=found[1], ours=PROTOCOL, our_keys=keys.VERSION,
        )  # fmt: skip


def _message(line: Mapping[str, Any], elements: bytes, step: Step) -> Message:
    if line["step"] != step:
        raise BadInput(
            "The message is not the one that comes now.",
            "Here a message {step} is due.",
            "Begin the question again.",
            step=step.value,
        )
    sets: dict[str, dict[KeyClass, list[bytes]]] = {"asked": {}, "held": {}}
    at = 0
    for name, kind, count in line["sets"]:
        if not 0 <= int(count) <= MOST_ELEMENTS or KeyClass(kind) in sets[name]:
            raise ValueError
        ends = at + int(count) * ELEMENT_BYTES
        sets[name][KeyClass(kind)] = [
            elements[begin : begin + ELEMENT_BYTES] for begin in range(at, ends, ELEMENT_BYTES)
        ]
        at = ends
    if at != len(elements) or not isinstance(line["said"], dict):
        raise ValueError
    return Message(step, UUID(line["question"]), sets["asked"], sets["held"], line["said"])
