"""What a partner writes in its own way, for a person to say what it means."""

from collections.abc import Iterable, Mapping

from samen.core.registration.fields import Field
from samen.core.registration.kinds import Converter, parts_of_codes, read_value
from samen.core.registration.problems import Problem
from samen.core.registration.values import clean, state_of
from samen.core.terms import ValueForm

IN_WORDS = frozenset({ValueForm.CODE, ValueForm.CODES, ValueForm.YES_NO})
"""Forms of which each value is a word of a list."""
OFTEN = 3
"""Rows in which a sign stands before it is taken for a sign."""
NUMBERED = 0.8
"""Share of the values of a column that hold a digit, where one without says something else."""
_STRANGE = frozenset({Problem.UNKNOWN_CODE, Problem.NO_YES_NO})


def own_words(values: Iterable[str], field: Field, converter: Converter) -> list[str]:
    """The words that are no code of the field and that the converter does not translate.

    Each once, in the order of the values. Of a value of several codes each part that is strange.
    """
    found: dict[str, None] = {}
    for value in values:
        if _is_strange(value, field, converter):
            text, _faults = clean(value)
            parts = parts_of_codes(text) if field.form is ValueForm.CODES else [text]
            found |= dict.fromkeys(each for each in parts if _is_strange(each, field, converter))
    return list(found)


def marks(values: Mapping[str, int], field: Field, converter: Converter) -> list[str]:
    """The values that seem to stand for none, as an "X" among the numbers of documents.

    values: how many rows hold each. A mark stands in several rows and has no digit where most
    other values have one. Left out is what every file or this converter says is no value.
    """
    if field.form in IN_WORDS:
        return []
    told = [each for each in values if _is_told(each, converter)]
    numbered = {each for each in told if any(map(str.isdigit, each))}
    if not numbered or len(numbered) < NUMBERED * len(told):
        return []
    return [each for each in told if each not in numbered and values[each] >= OFTEN]


def _is_told(value: str, converter: Converter) -> bool:
    text, faults = clean(value)
    return bool(text) and not faults and text not in converter.codes and state_of(text) is None


def _is_strange(value: str, field: Field, converter: Converter) -> bool:
    faults = read_value(value, field, converter).faults
    return any(each.problem in _STRANGE for each in faults)
