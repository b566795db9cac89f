"""Masks that can be put on in any order: who has not put one on cannot see through it.

An element is a point on the curve P-256: the hash of a key, times the secret of one house. Times
the secret of the other house too it is the same, whoever began: so equal keys are found, and
nothing else is. Without the secret a key cannot be tried out, as it could with a keyed hash whose
key both houses share. Elliptic-curve Diffie-Hellman intersection: Meadows, 1986; the arithmetic
is that of openmined-psi, an optional part.

Assumption: both houses keep to the protocol (semi-honest). A house that does not could put keys
of its choice into its set; terms, limits and logs are for that, not this module.
"""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from samen.core.errors import BadInput, CannotRun
from samen.core.exchange.vocabulary import KeyClass

ELEMENT_BYTES = 33
SMALLEST_SIZE = 64
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256. Source: FIPS 186-4, D.1.2.3."""


@dataclass(frozen=True, slots=True)
class Mask:
    """One house's mask for one class of keys in one question, made anew from its own secret.

    secret: of the house, 32 bytes; name: of the question and the side. So nothing has to be kept
    between the rounds, and no two questions have the same mask.
    """

    secret: bytes
    name: str
    kind: KeyClass

    def own(self, keys: Iterable[int]) -> dict[bytes, int]:
        """The elements of one's own keys, and what key each is of."""
        held = list(keys)
        made = _masked(self._scalar(), [f"{key}" for key in held])
        return dict(zip(made, held, strict=True))

    def padded(self, elements: Iterable[bytes]) -> list[bytes]:
        """Elements in an order that tells nothing, with invented ones up to a size that tells
        little."""
        real = set(elements)
        missing = padded_size(len(real)) - len(real)
        invented = [self._derived(f"invented {number}").hex() for number in range(missing)]
        return sorted([*real, *_masked(self._scalar(), invented)])

    def over(self, elements: Sequence[bytes]) -> list[bytes]:
        """The other house's elements with this mask over theirs, in their order.

        Raises BadInput for what is no point on the curve.
        """
        return _masked_again(self._scalar(), elements)

    def _scalar(self) -> bytes:
        for attempt in range(256):
            made = self._derived(f"mask {attempt}")
            if 0 < int.from_bytes(made) < _ORDER:
                return made
        raise AssertionError

    def _derived(self, what: str) -> bytes:
        words = f"{self.name}|{self.kind}|{what}".encode()
        return hmac.digest(self.secret, words, hashlib.sha256)


def padded_size(size: int) -> int:
    """The next of the sizes that sets are made up to: at most an eighth more, and 64 at least."""
    if size <= SMALLEST_SIZE:
        return SMALLEST_SIZE
    step = max(SMALLEST_SIZE, 1 << (size.bit_length() - 4))
    return -(-size // step) * step


def is_installed() -> bool:
    """Whether the arithmetic is there."""
    return find_spec("private_set_intersection") is not None


def _engine() -> Any:
    if not is_installed():
        raise CannotRun(
            "openmined-psi is not installed.",
            "Asking without names needs it; there are wheels for Linux on x86-64.",
            "Install it: pip install 'samen[psi]'.",
        )
    from private_set_intersection import python as engine

    return engine


def _masked(scalar: bytes, words: list[str]) -> list[bytes]:
    """The points of words, times a secret, in this order."""
    client = _engine().client.CreateFromKey(scalar, True)
    return list(client.CreateRequest(words).encrypted_elements)


def _masked_again(scalar: bytes, elements: Sequence[bytes]) -> list[bytes]:
    engine = _engine()
    request = engine.Request()
    request.reveal_intersection = True
    request.encrypted_elements.extend(elements)
    try:
        answer = engine.server.CreateFromKey(scalar, True).ProcessRequest(request)
    except RuntimeError as error:
        raise BadInput(
            "An element of the message is no point on the curve.",
            "Each is 33 bytes that a house with the same version made.",
            "Ask the other organisation to update.",
        ) from error
    return list(answer.encrypted_elements)
