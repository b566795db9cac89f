"""Words of a partner's own in a column of codes, for a person to say what they mean."""

from collections.abc import Iterable

from samen.core.registration.fields import Field
from samen.core.registration.kinds import Converter, parts_of_codes, read_value
from samen.core.registration.problems import Problem
from samen.core.registration.values import clean
from samen.core.terms import ValueForm

IN_WORDS = frozenset({ValueForm.CODE, ValueForm.CODES, ValueForm.YES_NO})
"""Forms of which each value is a word of a list."""
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


def _is_strange(value: str, field: Field, converter: Converter) -> bool:
    faults = read_value(value, field, converter).faults
    return any(each.problem in _STRANGE for each in faults)
