"""Numbers as people write them: digits, Dutch and English words, and their mixtures.

Assumes Dutch style (1.372 and 10,5) unless the surrounding text is English (1,372 and 10.5).
A number inside a word, a name, a web address or a code (Covid-19, 273f, 24/7) is no number.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from samen.core.terms import Found

_UNIT_WORDS = """
een twee drie vier vijf zes zeven acht negen
"""
_UNITS = _UNIT_WORDS.split()
_TEEN_WORDS = """
tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
"""
_TEENS = _TEEN_WORDS.split()
_TEN_WORDS = """
twintig dertig veertig vijftig zestig zeventig tachtig negentig
"""
_TENS = _TEN_WORDS.split()
_ENGLISH_WORDS_1_20 = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
_ENGLISH_SMALL = _ENGLISH_WORDS_1_20.split()
_ENGLISH_TEN_WORDS = """
thirty forty fifty sixty seventy eighty ninety hundred
"""
_ENGLISH_TENS = _ENGLISH_TEN_WORDS.split()

SCALES = {
    "duizend": Decimal(1000),
    "thousand": Decimal(1000),
    "miljoen": Decimal(10**6),
    "mln": Decimal(10**6),
    "million": Decimal(10**6),
    "miljard": Decimal(10**9),
    "mld": Decimal(10**9),
    "billion": Decimal(10**9),
}
"""A word that multiplies the number before it."""


def _dutch_up_to_99() -> dict[str, Decimal]:
    table = {word: Decimal(i) for i, word in enumerate(_UNITS + _TEENS, start=1)}
    for tens, word in enumerate(_TENS, start=2):
        table[word] = Decimal(10 * tens)
        table |= {f"{u}en{word}": Decimal(10 * tens + i) for i, u in enumerate(_UNITS, start=1)}
    return table


_BELOW_100 = _dutch_up_to_99()
_ZERO = {"nul": Decimal(0), "zero": Decimal(0)}
_FRACTIONS = {
    "half": Decimal("0.5"),
    "halve": Decimal("0.5"),
    "helft": Decimal("0.5"),
    "kwart": Decimal("0.25"),
    "driekwart": Decimal("0.75"),
    "anderhalf": Decimal("1.5"),
    "anderhalve": Decimal("1.5"),
} | {f"{unit}enhal{end}": Decimal(f"{i}.5")
     for i, unit in enumerate(_UNITS, start=1) if i > 1 for end in ("f", "ve")}  # fmt: skip
_ENGLISH = {word: Decimal(i) for i, word in enumerate(_ENGLISH_SMALL, start=1)} | {
    word: Decimal(10 * i) for i, word in enumerate(_ENGLISH_TENS, start=3)
}
_PLAIN = str.maketrans("ëéèïö", "eeeio")

_DIGITS = re.compile(
    r"(?<![\w.,/:\\-])(?!(?<=['’‘])\d\d(?!\w))(?:\d{1,3}(?:[\u00a0\u202f]\d{3}){1,4}(?:,\d{1,4})?"
    r"|\d{1,3}(?: \d{3}){1,4}(?= [a-z])"
    r"|\d{1,12}(?:[.,]\d{1,12}){0,5})"
    r"(?![\w/:⁰°º\\]|[.,]\d|[-–](?:[^\W\d]|\d+-))"
)
_WORD = re.compile(r"[^\W\d_]+")
_SCALE = re.compile(r"\s{1,3}(duizend|thousand|miljoen|mln|million|miljard|mld|billion)\b\.?", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}|(?<![\w.@])[\w.+-]{1,64}@[\w.-]{1,100}", re.I)
_OF = re.compile(r"\s{1,3}van\b", re.I)
_VERB_AFTER_ACHT = re.compile(
    r"\s{1,3}(?:het|ik|wij|we|zich|de|dit|dat|men|zij|hij|een|deze|die|en|te|nemen|slaan"
    r"|genomen)\b",
    re.I,
)
_NO_THOUSANDS_BEFORE = re.compile(
    r"(?:nrs?\.?|artikel|art\.|pagina|blz\.|dossier|kamerstuk\w*|bijlage|postbus)\s{1,3}$", re.I
)
_ENGLISH_WORDS = re.compile(r"\b(?:the|and|were|with|for|by|has|have|from|to|per year)\b", re.I)
_DUTCH_WORDS = re.compile(r"\b(?:de|het|een|van|en|zijn|met|voor|door|op)\b", re.I)


def is_english(text: str) -> bool:
    """Whether a text reads as English rather than Dutch; undecided counts as Dutch."""
    start = text[:4000]
    return len(_ENGLISH_WORDS.findall(start)) > len(_DUTCH_WORDS.findall(start))


def parse_number(words: str, *, english: bool = False) -> Decimal | None:
    """The number that a whole string says, or None.

    "1.372" is 1372, "10,5 miljoen" 10500000, "een kwart" 0.25, "tweetal" 2. A single comma
    or dot before three digits follows the language.
    """
    plain = " ".join(words.lower().translate(_PLAIN).split())
    head, _, tail = plain.rpartition(" ")
    if head and tail.rstrip(".") in SCALES:
        number = parse_number(head, english=english)
        return None if number is None else number * SCALES[tail.rstrip(".")]
    if plain[:1].isdigit():
        return _from_digits(plain, english=english)
    if head in ("een", "de", "a") and tail in _FRACTIONS:
        return _FRACTIONS[tail]
    if tail in ("derde", "derden") and head in ("een", "twee"):
        return (_BELOW_100[head] / 3).quantize(Decimal("0.0001"))
    return _from_word(plain)


def _from_digits(digits: str, *, english: bool) -> Decimal | None:
    plain = re.sub(r"[\u00a0\u202f ](?=\d{3}(?!\d))", "", digits)
    if not plain.isascii() or not re.fullmatch(r"\d+(?:[.,]\d+)*", plain):
        return None
    marks = re.findall(r"[.,]", plain)
    group, point = (",", ".") if english else (".", ",")
    if len(set(marks)) == 2:
        group, point = marks[0], marks[-1]
    elif len(marks) > 1:
        group, point = marks[0], ""
    elif marks == [group] and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        group, point = "", group
    whole, _, rest = plain.partition(point) if point else (plain, "", "")
    if not rest.isdigit() and rest:
        return None
    if group in whole and group and not re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+", whole):
        return None
    return Decimal((whole.replace(group, "") if group else whole) + (f".{rest}" if rest else ""))


def _from_word(word: str) -> Decimal | None:
    for table in (_BELOW_100, _FRACTIONS, _ENGLISH, _ZERO):
        if word in table:
            return table[word]
    if len(word) > 60:
        return None
    if word.endswith("tal"):
        return _spelt(word[:-3])
    return _spelt(word)


def _spelt(word: str) -> Decimal | None:
    """A Dutch numeral written as one word, up to 999 999."""
    if word in _BELOW_100:
        return _BELOW_100[word]
    for name, size, most in (("duizend", 1000, 999), ("honderd", 100, 99)):
        head, found, tail = word.partition(name)
        if not found:
            continue
        times = _spelt(head) if head else Decimal(1)
        rest = (_spelt(tail) or _spelt(tail.removeprefix("en"))) if tail else Decimal(0)
        if times is None or rest is None or times > most or rest >= size:
            return None
        return times * size + rest
    return None


def find_numbers(text: str) -> list[Found[Decimal]]:
    """Every number in running text, in order; a scale word ("miljoen") belongs to it.

    The article "een" is no number; "één" is. Ordinals are none.
    """
    english = is_english(text)
    closed = [match.span() for match in _ADDRESS.finditer(text)]
    found = [*_digit_numbers(text, english), *_word_numbers(text)]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Found[Decimal]] = []
    for hit in found:
        if kept and hit.start < kept[-1].end:
            continue
        if not any(low <= hit.start < high for low, high in closed):
            kept.append(hit)
    return kept


def _digit_numbers(text: str, english: bool) -> Iterator[Found[Decimal]]:
    position = 0
    while match := _DIGITS.search(text, position):
        start, end = match.span()
        if " " in match[0] and _NO_THOUSANDS_BEFORE.search(text, max(0, start - 14), start):
            position = end
            continue
        position = end
        value = _from_digits(match[0], english=english)
        if value is not None:
            yield _with_scale(text, start, end, value)
        if text[end : end + 1] in ("-", "–") and (high := re.compile(r"\d+").match(text, end + 1)):
            position = high.end()
            yield from _range_end(text, end + 1, english)


def _range_end(text: str, start: int, english: bool) -> Iterator[Found[Decimal]]:
    """The second number of "15-20", which stands right behind the dash."""
    match = re.compile(r"\d{1,9}(?:[.,]\d{1,3}){0,3}(?![\w/:-])").match(text, start)
    if match and (value := _from_digits(match[0], english=english)) is not None:
        yield _with_scale(text, start, match.end(), value)


def _word_numbers(text: str) -> Iterator[Found[Decimal]]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        plain = word.translate(_PLAIN)
        if not _may_count(plain):
            continue
        value = _from_word(plain)
        if value is not None and _stands_as_number(text, match, word, plain):
            yield _with_scale(text, *_with_article(text, match, plain), value)


def _may_count(plain: str) -> bool:
    return (
        plain in _BELOW_100
        or plain in _FRACTIONS
        or plain in _ENGLISH
        or plain in _ZERO
        or "honderd" in plain
        or "duizend" in plain
        or plain.endswith("tal")
    )


def _stands_as_number(text: str, match: re.Match[str], word: str, plain: str) -> bool:
    """Whether a numeral word counts here, and is not an article, a verb or part of a word."""
    start, end = match.span()
    if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit():
        return False
    if text[start - 1 : start] in ("-", "'", "’", "_") or text[end : end + 2] in ("-j", "-d"):
        return False
    if plain in ("half", "halve", "een", "one", "ten"):
        return word == "één" or bool(_SCALE.match(text, end))
    if plain in ("helft", "kwart", "driekwart"):
        return bool(_OF.match(text, end))
    if plain == "acht":
        return not _VERB_AFTER_ACHT.match(text, end) and text[max(0, start - 3) : start] != "in "
    return plain not in ("duizend", "honderd") or text[end : end + 3] != "en "


def _with_article(text: str, match: re.Match[str], plain: str) -> tuple[int, int]:
    start, end = match.span()
    for article in ("een ", "Een ", "de ", "De "):
        fraction = plain in _FRACTIONS and plain[:2] in ("ha", "he", "kw")
        if fraction and text.endswith(article, 0, start):
            return start - len(article), end
    return start, end


def _with_scale(text: str, start: int, end: int, value: Decimal) -> Found[Decimal]:
    scale = _SCALE.match(text, end)
    if not scale:
        return Found(start, end, value)
    # the full stop of "mln." belongs to the word, that of "miljoen." to the sentence
    stop = scale.end() if scale[1].lower() in ("mln", "mld") else scale.end(1)
    return Found(start, stop, value * SCALES[scale[1].lower()])


def say_number(number: Decimal) -> str:
    """A number in Dutch style: 1372 is "1.372", 10.5 is "10,5"."""
    plain = f"{number:,f}"
    whole, _, rest = plain.partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
