"""The list of fields: complete in two languages, after HTCDS 2.0, and clear."""

from collections import Counter

import pytest

from samen.core.registration import Field, read_fields
from samen.core.registration.fields import folded
from samen.core.registration.kinds import read_value
from samen.core.registration.values import STATES
from samen.core.terms import Sensitivity, ValueForm, ValueState
from tests.core.registration.given import fields

CODED = [each for each in fields().values() if each.form in {ValueForm.CODE, ValueForm.CODES}]


def test_a_field_has_its_words_in_two_languages_and_a_source() -> None:
    for each in fields().values():
        assert each.nl
        assert each.en
        assert each.source
        assert each.most > 0
        assert (each.form in {ValueForm.CODE, ValueForm.CODES}) == bool(each.codes.codes)


def test_a_head_means_one_field() -> None:
    heads = Counter(head for each in fields().values() for head in each.headers)
    assert [head for head, times in heads.items() if times > 1] == []


def test_fields_of_the_standard_are_there() -> None:
    """Source: HTCDS 2.0; a field that stands for one of its fields says so."""
    standard = {each.htcds for each in fields().values() if each.htcds}
    assert {"prs_FirstName", "prs_SecondName", "prs_Birthdate", "prs_Gender", "prs_Citizenship",
            "vic_TypeOfExploitation", "vic_MethodsOfControl", "vic_TraffickingStatus",
            "per_RoleInProcess", "cas_IncomingReferralDate", "con_Consent"} <= standard  # fmt: skip
    assert len(standard) == sum(bool(each.htcds) for each in fields().values())


@pytest.mark.parametrize("field", CODED, ids=lambda each: each.name)
def test_every_code_is_read_in_each_of_its_words(field: Field) -> None:
    for code in field.codes.codes.values():
        for word in (code.code, code.nl, code.en):
            assert read_value(word, field).normal == code.code


def test_no_word_of_a_list_says_that_nothing_is_known() -> None:
    words = {word for each in CODED for word in each.codes.words}
    assert words & set(STATES) == set()


def test_the_law_is_told_for_each_field() -> None:
    """Source: AVG art. 9 (special) and 10 (criminal)."""
    kinds = {name: each.personal for name, each in fields().items()}
    assert kinds["nationality"] is Sensitivity.SPECIAL
    assert kinds["exploitation"] is Sensitivity.CRIMINAL
    assert kinds["given_names"] is Sensitivity.PERSONAL
    assert kinds["registration_kind"] is Sensitivity.NONE


def test_criminal_exploitation_has_a_code_of_its_own() -> None:
    """The standard has none: it goes out as Other, and Other does not come in as ours."""
    codes = fields()["exploitation"].codes
    assert codes.codes["criminal"].htcds == "Other"
    assert codes.words[folded("Other")] == "other"


def test_a_list_that_is_not_there_is_refused() -> None:
    head = "name,about,nl,en,htcds,form,codes,most,personal,headers,source"
    row = "sex,person,geslacht,sex,,code,nergens,200,personal,,own"
    with pytest.raises(ValueError, match="nergens"):
        read_fields([head, row])
    codes = ["list,code,nl,en,htcds,words", "k,a,aap,ape,,", "k,b,aap,bear,,"]
    with pytest.raises(ValueError, match="aap"):
        read_fields([head], codes)


def test_a_state_is_no_code() -> None:
    assert {read_value("onbekend", each).state for each in CODED} == {ValueState.UNKNOWN}
