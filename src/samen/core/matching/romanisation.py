"""Names in any script as plain small Latin letters: the first step of every comparison.

Each script is written as passports and Dutch clerks mostly do; what differs between systems of
romanisation is evened out later, by sound (`sounds`).
"""

import re
import unicodedata

LONGEST = 200
"""Signs of a value that are looked at; longer ones are pasted texts."""


def _signs(script: str, latin: str) -> dict[str, str]:
    """Each letter of a script with its Latin ones; a dash is nothing."""
    return dict(zip(script, latin.replace("-", " - ").split(), strict=True))


_CYRILLIC = _signs(
    "абвгдезийклмнопрстуфхъьыэіїєґжцчшщюяё",
    "a b v g d e z i y k l m n o p r s t u f h a y y e i i e g zh ts ch sh sht yu ya yo",
)
_GREEK = _signs(
    "αβγδεζηικλμνξοπρσςτυφωθχψ",
    "a v g d e z i i k l m n x o p r s s t y f o th ch ps",
)
_ARABIC = _signs(
    "اأإآبتجدذرزسصضطظعغفقكلمنهويىةءئؤپچگڤکثحخشی",
    "a a i a b t j d d r z s s d t z a g f k k l m n h u i a a - i u p c g v k th h kh sh i",
)
_LATIN = _signs("łđðøßæœþıŋħə", "l d d o ss ae oe th i n h e")
_APOSTROPHES = "'’‘`´ʼʻ"
_TABLE = str.maketrans(
    {
        sign: latin.replace("-", "")
        for sign, latin in (_CYRILLIC | _GREEK | _ARABIC | _LATIN).items()
    }
    | dict.fromkeys(_APOSTROPHES, "")
)
_BETWEEN = re.compile(r"[\W_]+")


def plain(value: str) -> str:
    """Small Latin letters and digits with single blanks; signs that nobody sees are gone.

    Letters of a script that is not known here stay. Values beyond LONGEST signs are cut. Total:
    any text gives a text.
    """
    text = value[:LONGEST]
    if text.isascii():
        text = text.lower().replace("'", "").replace("`", "")
    else:
        text = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not _is_unseen(sign))
    return _BETWEEN.sub(" ", text).strip()


def _is_unseen(sign: str) -> bool:
    """A mark on the letter before it, or a sign that steers and is not seen."""
    kind = unicodedata.category(sign)
    return kind in {"Mn", "Cf", "Cc"} and sign not in "\t\n\r"
