"""Names in any script as plain small Latin letters: the first step of every comparison.

Each script is written as passports and Dutch clerks mostly do; what differs between systems of
romanisation is evened out later, by sound (`sounds`).
"""

import unicodedata

LONGEST = 200
"""Signs of a value that are looked at; longer ones are pasted texts."""

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхъьыэіїєґ",
        "a b v g d e z i y k l m n o p r s t u f h a y y e i i e g".split(),
        strict=True,
    )
) | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ю": "yu", "я": "ya", "ё": "yo"}
_GREEK = dict(
    zip(
        "αβγδεζηικλμνξοπρσςτυφω",
        "a v g d e z i i k l m n x o p r s s t y f o".split(),
        strict=True,
    )
) | {"θ": "th", "χ": "ch", "ψ": "ps"}
_ARABIC = dict(
    zip(
        "اأإآبتجدذرزسصضطظعغفقكلمنهويىةءئؤپچگڤک",
        "a a i a b t j d d r z s s d t z a g f k k l m n h u i a a . i u p c g v k".split(),
        strict=True,
    )
) | {"ث": "th", "ح": "h", "خ": "kh", "ش": "sh", "ی": "i"}
_LATIN = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
          "ı": "i", "ŋ": "n", "ħ": "h", "ə": "e"}  # fmt: skip
_APOSTROPHES = "'’‘`´ʼʻ"
_TABLE = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | _LATIN | dict.fromkeys(_APOSTROPHES, ""))


def plain(value: str) -> str:
    """Small Latin letters and digits with single blanks; signs that nobody sees are gone.

    Values beyond LONGEST signs are cut. Total: any text gives a text.
    """
    text = value[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not _is_unseen(sign))
    else:
        text = text.lower().replace("'", "").replace("`", "")
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in text)
    return " ".join(kept.split())


def _is_unseen(sign: str) -> bool:
    """A mark on the letter before it, or a sign that steers and is not seen."""
    kind = unicodedata.category(sign)
    return kind in {"Mn", "Cf", "Cc"} and sign not in "\t\n\r"
