"""What is stored of a registration stands on its page in the reader's words."""

import pytest
from django.utils import translation

from samen.register.templatetags.register_terms import code_name, in_order, logged_names, problem


@pytest.mark.parametrize(
    ("language", "value", "name", "said"),
    [
        ("nl", "1968-12-24", "birth_date", "24 december 1968"),
        ("nl", "1968-12", "birth_date", "december 1968"),
        ("nl", "1968", "birth_date", "1968"),
        ("nl", "yes", "consent", "ja"),
        ("en", "no", "consent", "no"),
        ("nl", "Enschede", "city", "Enschede"),
    ],
)
def test_a_value_is_said_in_the_readers_language(
    language: str, value: str, name: str, said: str
) -> None:
    with translation.override(language):
        assert code_name(value, name) == said


def test_fields_stand_in_the_order_of_the_list_and_strange_ones_last() -> None:
    fields: dict[str, object] = {"unheard_of": 1, "sex": 2, "family_name": 3}
    assert [name for name, _ in in_order(fields)] == ["family_name", "sex", "unheard_of"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "alles, achternaam, koppelingen met anderen, the unheard of"),
        ("en", "everything, family name, links with others, the unheard of"),
    ],
)
def test_what_the_log_names_is_said_in_the_readers_language(language: str, said: str) -> None:
    with translation.override(language):
        found = logged_names(["all", "family_name", "links", "the unheard of"])
    assert found.casefold() == said


def test_a_fault_of_many_rows_keeps_the_numbers_that_are_the_same_for_all() -> None:
    with translation.override("nl"):
        assert "7 tot 15 cijfers" in problem("no_phone")
        assert "… tekens" in problem("too_long")
