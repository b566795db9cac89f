"""Signs that nobody sees: two names that look the same must be the same."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def unseen_signs(text: str) -> tuple[str, ...]:
    """The signs of a text that have no shape or turn its direction, as U+202E, in their order.

    They are control, format, private, unassigned and half characters and line separators.
    Source: Unicode Standard Annex 44, general categories.
    """
    return tuple(f"U+{ord(sign):04X}" for sign in text if unicodedata.category(sign) in _UNSEEN)
