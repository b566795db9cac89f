"""The signs of a letter: what its typeface has, so that every file of it can be made.

Words that people type, paste or send in Word come in by `in_print`; words of the register,
where any visible sign may stand, by `visible`.
"""

import re
import unicodedata

from samen.core.errors import BadInput

_UNSEEN = {"Cc", "Cf", "Cs"}
"""Categories of Unicode: controls, marks of format, halves of signs."""
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PRINTED = (
    "\n\u0020-\u007e\u00a0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u04ff\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u2040\u2044-\u2052"
    "\u2054-\u205f\u2070-\u2071\u2074-\u208e\u20a0-\u20c0\u2100-\u211e\u2122\u2126"
    "\u2150-\u2151\u2153-\u2184\u2190-\u23ff\u25a0-\u2606\u2713-\u2714\ufb00-\ufb06"
)
"""Latin, Greek and Cyrillic; spaces and punctuation; money, small digits, symbols."""
_STRANGE = re.compile(f"[^{_PRINTED}]")


def visible(words: str) -> str:
    """Words without what nobody sees: controls, marks of direction, signs of no width.

    Ends of lines become "\\n", a tab a space.
    """
    if not words.isprintable():
        lines = _LINE_END.sub("\n", words).replace("\t", " ")
        words = "".join(s for s in lines if s == "\n" or unicodedata.category(s) not in _UNSEEN)
    return unicodedata.normalize("NFC", words)


def in_print(words: str) -> str:
    """Words as a letter keeps them: visible, each sign in its typeface.

    Raises BadInput for a sign that cannot be printed, such as a smiley.
    """
    kept = visible(words)
    if strange := _STRANGE.search(kept):
        raise BadInput(
            "The sign “{sign}” (U+{code}) cannot be printed in a letter.",
            "A letter holds European letters, digits, punctuation and common symbols.",
            "Take the sign out, or write in words what it says.",
            sign=strange[0],
            code=f"{ord(strange[0]):04X}",
        )
    return kept
