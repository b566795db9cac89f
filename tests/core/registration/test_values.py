"""One value: what it says, what is known of it, and what is refused."""

import string

import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samen.core.registration.columns import ColumnReader, encoded
from samen.core.registration.dates import DateOrder, order_matters, period_of
from samen.core.registration.kinds import AS_IT_IS, Converter, read_value
from samen.core.registration.problems import FLAGS, SAID, Problem
from samen.core.terms import Precision, ValueState
from tests.core.registration.given import fields

NAMES = sorted(fields())
LOOKS = st.one_of(
    st.text(max_size=30),
    st.text(string.ascii_letters + " '-", max_size=20),
    st.text(string.digits + "-/. ", max_size=12),
    st.dates().map(lambda day: day.strftime("%d-%m-%Y")),
    st.sampled_from(
        ["onbekend", "NN", "Nan", "geweigerd", "test", "ja", "vrouw", "Nederlandse", "06 12345678",
         "+31612345678", "1234ab", "a@b.nl", "=1+1", "\u200b", "ca. 1988", "0", "null", "on-bekend",
         "niet gevraagd", "n v t", "x x x", "1900-01-01", "0612345678", "+310612345678"]
    ),
)  # fmt: skip


def read(field: str, raw: str, converter: Converter = AS_IT_IS) -> tuple[str, list[Problem]]:
    """The normal form or the state, and what is wrong."""
    found = read_value(raw, fields()[field], converter)
    return found.normal or str(found.state), [each.problem for each in found.faults]


@pytest.mark.parametrize(
    ("field", "raw", "normal"),
    [
        ("given_names", "  Anna \t Maria ", "Anna Maria"),
        ("given_names", "Jose\u0301", "José"),
        ("given_names", "محمد", "محمد"),
        ("given_names", "Nguyễn", "Nguyễn"),
        ("given_names", "Nan", "Nan"),
        ("family_name", "Null", "Null"),
        ("family_name", "x" * 200, "x" * 200),
        ("given_names", "onbekend", "unknown"),
        ("given_names", "On-Bekend", "unknown"),
        ("given_names", "N.N.", "unknown"),
        ("given_names", "?", "unknown"),
        ("given_names", "wil niet zeggen", "refused"),
        ("given_names", "niet gevraagd", "not_asked"),
        ("given_names", "", "not_asked"),
        ("sex", "V", "female"),
        ("sex", "NonSpecifiedUnknown", "unknown"),
        ("sex", "Not Specified/Unknown", "unknown"),
        ("sex", "Man", "male"),
        ("nationality", "Poolse", "PL"),
        ("nationality", "NL / PL", "NL;PL"),
        ("nationality", "staatloos", "XXA"),
        ("exploitation", "Arbeidsuitbuiting, seksuele uitbuiting", "labour;sexual"),
        ("sector", "landbouw, bosbouw en visserij", "a"),
        ("reflection_period", "Ja", "yes"),
        ("age", "34,0", "34"),
        ("age", "-99", "unknown"),
        ("phone", "06-12 34 56 78", "+31612345678"),
        ("phone", "+31 (0)6 12345678", "+31612345678"),
        ("phone", "612345678", "+31612345678"),
        ("phone", "0048600100200", "+48600100200"),
        ("email", "A.B@Voorbeeld.NL", "A.B@voorbeeld.nl"),
        ("postcode", "1234ab", "1234 AB"),
        ("postcode", "SW1A 1AA", "SW1A 1AA"),
    ],
)
def test_a_value_has_one_form(field: str, raw: str, normal: str) -> None:
    assert read(field, raw) == (normal, [])


@pytest.mark.parametrize(
    ("raw", "normal", "precision"),
    [
        ("17-05-1988", "1988-05-17", Precision.DAY),
        ("1988-05-17", "1988-05-17", Precision.DAY),
        ("1988-05-17T00:00:00Z", "1988-05-17", Precision.DAY),
        ("19880517", "1988-05-17", Precision.DAY),
        ("17051988", "1988-05-17", Precision.DAY),
        ("17 mei 1988", "1988-05-17", Precision.DAY),
        ("May 17, 1988", "1988-05-17", Precision.DAY),
        ("29-02-2020", "2020-02-29", Precision.DAY),
        ("05-1988", "1988-05", Precision.MONTH),
        ("00-05-1988", "1988-05", Precision.MONTH),
        ("mei 1988", "1988-05", Precision.MONTH),
        ("1988", "1988", Precision.YEAR),
        ("00-00-1988", "1988", Precision.YEAR),
        ("ca. 1988", "1988~", Precision.YEAR),
    ],
)
def test_a_date_keeps_its_precision(raw: str, normal: str, precision: Precision) -> None:
    assert read("birth_date", raw) == (normal, [])
    period = period_of(normal)
    assert period.precision == precision
    assert period.approximate == normal.endswith("~")
    assert period.earliest is not None
    assert period.earliest.isoformat().startswith(normal.rstrip("~"))


def test_the_order_of_day_and_month_is_the_partners() -> None:
    assert read("birth_date", "04-05-1988") == ("1988-05-04", [])
    order = Converter(DateOrder.MONTH_FIRST)
    assert read("birth_date", "04-05-1988", order) == ("1988-04-05", [])
    assert read("birth_date", "1988-04-05", order) == ("1988-04-05", [])


@pytest.mark.parametrize(
    ("field", "raw", "problem"),
    [
        ("birth_date", "30-02-1988", Problem.NO_SUCH_DAY),
        ("birth_date", "29-02-2021", Problem.NO_SUCH_DAY),
        ("birth_date", "1988-13-01", Problem.NO_SUCH_DAY),
        ("birth_date", "17-00-1988", Problem.NO_SUCH_DAY),
        ("birth_date", "01-01-0001", Problem.YEAR_RANGE),
        ("birth_date", "0001-01-01", Problem.YEAR_RANGE),
        ("birth_date", "17-05-88", Problem.SHORT_YEAR),
        ("birth_date", "Vermeulen", Problem.NO_DATE),
        ("birth_date", "32280", Problem.DAY_NUMBER),
        ("birth_date", "32280.5", Problem.DAY_NUMBER),
        ("birth_date", "170588", Problem.NO_DATE),
        ("age", "140", Problem.NO_NUMBER),
        ("age", "-3", Problem.NO_NUMBER),
        ("given_names", "x" * 201, Problem.TOO_LONG),
        ("given_names", "x" * 100_000, Problem.TOO_LONG),
        ("given_names", "😀", Problem.NO_NAME),
        ("given_names", "Anna 😀", Problem.NO_NAME),
        ("given_names", "17-05-1988", Problem.NO_NAME),
        ("given_names", '"Anna', Problem.QUOTE),
        ("given_names", "=HYPERLINK(A1)", Problem.FORMULA),
        ("note", " =1+1", Problem.FORMULA),
        ("note", "\u200b=1+1", Problem.FORMULA),
        ("given_names", "MartÃ\xadn", Problem.TWO_ENCODINGS),
        ("birth_date", "#N/B", Problem.CELL_ERROR),
        ("given_names", "Zo\ufffd", Problem.LOST_SIGN),
        ("given_names", "ZoÃ«", Problem.TWO_ENCODINGS),
        ("city", "â€™s-Hertogenbosch", Problem.TWO_ENCODINGS),
        ("sex", "paars", Problem.UNKNOWN_CODE),
        ("nationality", "NL, Utopia", Problem.UNKNOWN_CODE),
        ("reflection_period", "misschien", Problem.NO_YES_NO),
        ("phone", "112", Problem.NO_PHONE),
        ("email", "anna", Problem.NO_EMAIL),
        ("postcode", "0000 AB CD EF", Problem.NO_POSTCODE),
        ("postcode", "Utrecht", Problem.NO_POSTCODE),
        ("source_id", "()", Problem.NO_IDENTIFIER),
    ],
)
def test_what_is_no_value_is_refused(field: str, raw: str, problem: Problem) -> None:
    assert read(field, raw) == (str(ValueState.UNKNOWN), [problem])


@pytest.mark.parametrize(
    ("field", "raw", "normal", "flag"),
    [
        ("given_names", "An\u200bna", "Anna", Problem.UNSEEN_SIGNS),
        ("given_names", "\u202eannA\u202c", "annA", Problem.UNSEEN_SIGNS),
        ("given_names", "\u200b", "not_asked", Problem.UNSEEN_SIGNS),
        ("given_names", "Test", "Test", Problem.TEST_ROW),
        ("given_names", "Anna2", "Anna2", Problem.DIGITS_IN_NAME),
        ("birth_date", "01-01-1900", "1900-01-01", Problem.DEFAULT_DATE),
    ],
)
def test_what_is_strange_is_taken_with_a_flag(
    field: str, raw: str, normal: str, flag: Problem
) -> None:
    assert read(field, raw) == (normal, [flag])
    assert flag in FLAGS


def test_a_partner_says_it_in_its_own_words() -> None:
    own = Converter(codes={"SU": "sexual", "9": "onbekend"})
    assert read("exploitation", "SU", own) == ("sexual", [])
    assert read("exploitation", "SU; labour", own) == ("labour;sexual", [])
    assert read("exploitation", "9", own) == ("unknown", [])
    assert read("exploitation", "", Converter(empty=ValueState.REFUSED)) == ("refused", [])


@given(st.sampled_from(NAMES), LOOKS, st.sampled_from(DateOrder))
@example("nationality", "NL, PL", DateOrder.DAY_FIRST)
def test_the_normal_form_is_its_own_normal_form(field: str, raw: str, order: DateOrder) -> None:
    converter = Converter(order)
    once = read_value(raw, fields()[field], converter)
    if once.state is ValueState.KNOWN:
        again = read_value(once.normal, fields()[field], converter)
        assert (again.state, again.normal) == (once.state, once.normal)


@given(st.sampled_from(NAMES), st.lists(LOOKS, max_size=8), st.sampled_from(DateOrder))
@example("given_names", ["Test", "on-bekend", "NULL", "x" * 201], DateOrder.DAY_FIRST)
@example("phone", ["0612345678", "+310612345678", "+31061234567"], DateOrder.DAY_FIRST)
@example("birth_date", ["01-01-1900", "12-11-1988", "30-11-1988"], DateOrder.MONTH_FIRST)
def test_many_values_at_once_say_what_each_says_alone(
    field: str, raws: list[str], order: DateOrder
) -> None:
    converter = Converter(order)
    texts = [raw for raw in raws if raw and not any("\ud800" <= c <= "\udfff" for c in raw)]
    texts = [raw.replace("\0", "\ufffd") for raw in texts]
    column = ColumnReader("x", fields()[field], converter).read(encoded([*texts, None]))
    for place, raw in enumerate(texts):
        alone = read_value(raw, fields()[field], converter)
        value = column.value(place, place + 2)
        assert (value.state, value.normal) == (alone.state, alone.normal)
        assert (value.raw, value.row, value.column) == (raw, place + 2, "x")
        assert column.faults.get(int(column.codes[place]), ()) == alone.faults
    assert column.value(len(texts), 0).state is ValueState.NOT_ASKED


@given(st.sampled_from(NAMES), st.text(max_size=60))
def test_no_text_breaks_a_field(field: str, raw: str) -> None:
    found = read_value(raw, fields()[field])
    assert (found.normal != "") == (found.state is ValueState.KNOWN)


def test_a_raw_value_can_be_stored() -> None:
    """A database takes no NUL and no half sign."""
    assert encoded(["a\0b", "\udc81x", "", None]).to_pylist() == ["a\ufffdb", "\ufffdx", None, None]
    assert encoded(pa.array(["a\0b", ""])).to_pylist() == ["a\ufffdb", None]


@pytest.mark.parametrize("problem", Problem)
def test_a_problem_is_said_in_both_languages(problem: Problem) -> None:
    nl, en = SAID[problem]
    assert nl != en
    assert {nl[-1], en[-1]} == {"."}


@pytest.mark.parametrize(
    ("values", "matters"),
    [
        (["1988-05-04", "1990", "mei 1991", "20211104", "onbekend", ""], False),
        (["04-04-1988", "05-1990"], False),
        (["1988-05-04", "05/04/1988"], True),
        (["13-04-1988"], True),
        (["04051988"], True),
    ],
)
def test_the_order_of_a_date_is_asked_where_it_says_another_day(
    values: list[str], matters: bool
) -> None:
    assert order_matters(values) is matters
