"""Values that need no judgement, read many at once.

Each rule is a form of which the outcome is certain; what fits none is read one by one. The
tests hold both ways to the same answer.
"""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from samen.core.registration.dates import DateOrder
from samen.core.registration.fields import Field, folded
from samen.core.registration.kinds import TEST_WORDS, Converter
from samen.core.registration.values import EXPORTED, STATES
from samen.core.terms import ValueForm

type Rules = tuple[tuple[str, str], ...]
"""A form and what replaces it, as RE2 writes them."""

AS_IT_IS = r"\0"
_DAY, _MONTH, _YEAR = r"(0[1-9]|1\d|2[0-8])", r"(0[1-9]|1[0-2])", r"(19[1-9]\d|20\d\d)"
_DATES: Mapping[DateOrder, Rules] = {
    DateOrder.DAY_FIRST: ((f"^{_DAY}[-/.]{_MONTH}[-/.]{_YEAR}$", r"\3-\2-\1"),),
    DateOrder.MONTH_FIRST: ((f"^{_MONTH}[-/.]{_DAY}[-/.]{_YEAR}$", r"\3-\1-\2"),),
}
_ISO: Rules = ((f"^{_YEAR}-{_MONTH}-{_DAY}$", AS_IT_IS),)
_RULES: Mapping[ValueForm, Rules] = {
    ValueForm.NAME: (("^[A-Za-z]+(?:[ '-][A-Za-z]+)*$", AS_IT_IS),),
    ValueForm.TEXT: (("^[A-Za-z0-9]+(?:[ '-][A-Za-z0-9]+)*$", AS_IT_IS),),
    ValueForm.IDENTIFIER: (("^[A-Za-z0-9]+(?:[ '-][A-Za-z0-9]+)*$", AS_IT_IS),),
    ValueForm.PHONE: ((r"^0([1-9]\d{8})$", r"+31\1"), (r"^\+31[1-9]\d{8}$", AS_IT_IS)),
    ValueForm.POSTCODE: (("^([1-9][0-9]{3}) ?([A-Z]{2})$", r"\1 \2"),),
}
_WORDS = pa.array(sorted({*STATES, *TEST_WORDS, *map(folded, EXPORTED)}))
_IN_WORDS = frozenset({ValueForm.NAME, ValueForm.TEXT, ValueForm.IDENTIFIER})


def read_quickly(values: pa.StringArray, field: Field, converter: Converter) -> pa.StringArray:
    """The normal form of each distinct value that is certain; null for the others."""
    normal = pa.nulls(len(values), pa.string())
    if not converter.codes:
        for form, written in _rules(field.form, converter.dates):
            normal = pc.coalesce(normal, _by_rule(values, form, written))
    if field.form in _IN_WORDS:
        bare = pc.replace_substring_regex(pc.utf8_lower(values), "[ '-]", "")
        unsure = pc.or_(pc.is_in(bare, _WORDS), pc.greater(pc.utf8_length(values), field.most))
        normal = pc.if_else(unsure, None, normal)
    return normal


def _rules(kind: ValueForm, order: DateOrder) -> Rules:
    return _DATES[order] + _ISO if kind is ValueForm.DATE else _RULES.get(kind, ())


def _by_rule(values: pa.StringArray, form: str, written: str) -> pa.StringArray:
    fits = pc.match_substring_regex(values, form)
    if written == AS_IT_IS:
        return pc.if_else(fits, values, None)
    return pc.if_else(fits, pc.replace_substring_regex(values, form, written), None)
