"""How a value of each kind is read and written: one function a kind."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as having

from samen.core.registration.dates import DateOrder, read_date
from samen.core.registration.fields import Field, folded
from samen.core.registration.problems import Fault, Problem, fault
from samen.core.registration.values import Reading, clean, state_of
from samen.core.terms import ValueForm, ValueState

YES, NO = "yes", "no"
_YES_NO = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "waar", "1", "wel"), YES),
    **dict.fromkeys(("nee", "n", "no", "false", "onwaar", "0", "niet", "geen"), NO),
}
TEST_WORDS = frozenset(
    {"test", "testtest", "testpersoon", "tester", "proef", "proefpersoon", "dummy", "asdf", "xxx"}
)
"""Names of nobody, folded."""
FEWEST_DIGITS, MOST_DIGITS = 7, 15
"""Of a telephone number with its country. Source: ITU-T E.164."""
MOST_RAW = 20_000
"""Signs of a cell; no field takes as many."""
_BETWEEN_CODES = re.compile(r"[;|,/+]")
_NUMBER = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_SHORTENED = re.compile(r"\d[.,]\d+[eE]\+\d{2,3}")
"""A long number as a spreadsheet writes it: 1,23457E+20."""
_MISSING_NUMBER = frozenset({"-99", "-9", "-1", "999"})
_TRUNK = re.compile(r"\(0\)|[\s().\-/]")
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+")
_DUTCH_POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Z]{2})")
_FOREIGN_POSTCODE = re.compile(r"(?=.*\d)[A-Z0-9](?:[A-Z0-9 -]{1,8}[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Converter:
    """How a partner writes one column. codes: its own words to ours; empty: what "" means."""

    dates: DateOrder = DateOrder.DAY_FIRST
    codes: Mapping[str, str] = having(default_factory=dict)
    empty: ValueState = ValueState.NOT_ASKED


AS_IT_IS = Converter()


def read_value(raw: str, field: Field, converter: Converter = AS_IT_IS) -> Reading:
    """What a raw value says as a value of a field. Never raises; faults tell what is wrong.

    The normal form read again gives itself, whatever the converter's codes.
    """
    if len(raw) > min(max(4 * field.most, 400), MOST_RAW):
        return _refused(fault(Problem.TOO_LONG, n=len(raw), most=field.most))
    text, faults = clean(raw)
    if any(each.problem is not Problem.UNSEEN_SIGNS for each in faults):
        return Reading(ValueState.UNKNOWN, faults=faults)
    if not text:
        return Reading(converter.empty, faults=faults)
    text = converter.codes.get(text, text)
    if state := state_of(text):
        return Reading(state, faults=faults)
    read = _KINDS[field.form](text, field, converter)
    return Reading(read.state, read.normal, faults + read.faults) if faults else read


def _refused(found: Fault) -> Reading:
    return Reading(ValueState.UNKNOWN, faults=(found,))


def _known(normal: str, *flags: Fault) -> Reading:
    return Reading(ValueState.KNOWN, normal, flags)


def _text(text: str, field: Field, _: Converter) -> Reading:
    if len(text) > field.most:
        return _refused(fault(Problem.TOO_LONG, n=len(text), most=field.most))
    return _known(text)


def _name(text: str, field: Field, converter: Converter) -> Reading:
    read = _text(text, field, converter)
    if read.faults:
        return read
    if not any(sign.isalpha() for sign in text) or any(_is_picture(sign) for sign in text):
        return _refused(Fault(Problem.NO_NAME))
    if text.count('"') % 2:
        return _refused(Fault(Problem.QUOTE))
    if folded(text) in TEST_WORDS:
        return _known(text, Fault(Problem.TEST_ROW))
    if any(sign.isdigit() for sign in text):
        return _known(text, Fault(Problem.DIGITS_IN_NAME))
    return read


def _is_picture(sign: str) -> bool:
    return sign > "\x7f" and unicodedata.category(sign) in {"So", "Sk", "Sm", "Sc"}


def _identifier(text: str, field: Field, converter: Converter) -> Reading:
    if _SHORTENED.fullmatch(text):
        return _refused(Fault(Problem.SHORTENED))
    if not any(sign.isalnum() for sign in text):
        return _refused(Fault(Problem.NO_IDENTIFIER))
    return _text(text, field, converter)


def _date(text: str, field: Field, converter: Converter) -> Reading:
    return read_date(text[: field.most], converter.dates)


def _number(text: str, field: Field, _: Converter) -> Reading:
    if text in _MISSING_NUMBER:
        return Reading(ValueState.UNKNOWN)
    found = _NUMBER.fullmatch(text)
    if not found or int(found[1]) > field.most:
        return _refused(fault(Problem.NO_NUMBER, least=0, most=field.most))
    return _known(str(int(found[1])))


def _yes_no(text: str, _field: Field, _: Converter) -> Reading:
    answer = _YES_NO.get(folded(text))
    return _known(answer) if answer else _refused(Fault(Problem.NO_YES_NO))


def _code(text: str, field: Field, _: Converter) -> Reading:
    code = field.codes.words.get(folded(text))
    if code is None:
        return _refused(fault(Problem.UNKNOWN_CODE, most=len(field.codes.codes)))
    return _known(code)


def parts_of_codes(text: str) -> list[str]:
    """What stands between the signs that may part several codes."""
    return [part for each in _BETWEEN_CODES.split(text) if (part := each.strip())]


def _codes(text: str, field: Field, converter: Converter) -> Reading:
    """Several codes, whatever stands between them; a name that holds a comma is one."""
    whole = _code(text, field, converter)
    parts = [converter.codes.get(part, part) for part in parts_of_codes(text)]
    if not whole.faults or len(parts) < 2:
        return whole
    read = [_code(part, field, converter) for part in parts]
    refused = next((each for each in read if each.faults), None)
    return refused or _known(";".join(sorted({each.normal for each in read})))


def _phone(text: str, _field: Field, _: Converter) -> Reading:
    """With its country; a number without one is Dutch."""
    number = _TRUNK.sub("", text)
    number = re.sub(r"^00", "+", number)
    number = re.sub(r"^0|^(?=6\d{8}$)", "+31", number)
    number = re.sub(r"^31(?=\d{9}$)", "+31", number)
    number = re.sub(r"^\+310+", "+31", number)
    if not re.fullmatch(rf"\+[1-9][0-9]{{{FEWEST_DIGITS - 1},{MOST_DIGITS - 1}}}", number):
        return _refused(fault(Problem.NO_PHONE, least=FEWEST_DIGITS, most=MOST_DIGITS))
    return _known(number)


def _email(text: str, field: Field, _: Converter) -> Reading:
    if not _EMAIL.fullmatch(text) or len(text) > field.most:
        return _refused(Fault(Problem.NO_EMAIL))
    before, _at, after = text.rpartition("@")
    return _known(f"{before}@{after.lower()}" if after.lower().islower() else text)


def _postcode(text: str, field: Field, _: Converter) -> Reading:
    code = text.upper()
    if dutch := _DUTCH_POSTCODE.fullmatch(code):
        return _known(f"{dutch[1]} {dutch[2]}")
    if len(code) > field.most or not _FOREIGN_POSTCODE.fullmatch(code):
        return _refused(fault(Problem.NO_POSTCODE, most=field.most))
    return _known(code)


_KINDS: Mapping[ValueForm, Callable[[str, Field, Converter], Reading]] = {
    ValueForm.TEXT: _text,
    ValueForm.NOTE: _text,
    ValueForm.NAME: _name,
    ValueForm.IDENTIFIER: _identifier,
    ValueForm.DATE: _date,
    ValueForm.NUMBER: _number,
    ValueForm.YES_NO: _yes_no,
    ValueForm.CODE: _code,
    ValueForm.CODES: _codes,
    ValueForm.PHONE: _phone,
    ValueForm.EMAIL: _email,
    ValueForm.POSTCODE: _postcode,
}
