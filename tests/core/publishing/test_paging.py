"""Pages of a list: together they are the list, and each says where the others are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.publishing.paging import MOST_SIZE, Paging, paging

PLACE = "https://samen.example/api/v1/series"


def led_to(links: str) -> dict[str, str]:
    found = re.findall(r'<([^>]+)>; rel="(\w+)"', links)
    return {name: address for address, name in found}


@given(st.integers(0, 60), st.integers(1, 20))
def test_who_follows_next_gets_every_row_once(total: int, size: int) -> None:
    rows, seen, page = list(range(total)), list[int](), Paging(1, size)
    while True:
        seen += page.rows_of(rows)
        to = led_to(page.links(PLACE, total)).get("next")
        if to is None:
            break
        asked = re.search(r"\?page=(\d+)&pageSize=(\d+)$", to)
        assert asked
        page = Paging(int(asked[1]), int(asked[2]))
    assert seen == rows
    assert led_to(page.links(PLACE, total))["last"].endswith(f"page={page.page}&pageSize={size}")


def test_the_first_page_has_none_before_it_and_a_page_after_the_last_leads_back() -> None:
    assert set(led_to(Paging(1, 10).links(PLACE, 25))) == {"first", "next", "last"}
    assert set(led_to(Paging(2, 10).links(PLACE, 25))) == {"first", "prev", "next", "last"}
    assert Paging(9, 10).rows_of(range(25)) == range(0)
    after = led_to(Paging(9, 10).links(PLACE, 25, language="en"))
    assert after["prev"] == after["last"] == f"{PLACE}?language=en&page=3&pageSize=10"
    assert "next" not in after


@pytest.mark.parametrize("words", ["0", "-1", "", "1.5", "een", "٣", "01", " 1", "1e3", "9" * 30])
@pytest.mark.parametrize("name", ["page", "pageSize"])
def test_what_is_no_page_is_refused_with_what_is_allowed(name: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is a whole number from 1 to"):
        paging({name: words})


def test_a_page_has_no_more_rows_than_the_most() -> None:
    assert paging({"pageSize": str(MOST_SIZE), "page": "2"}) == Paging(2, MOST_SIZE)
    with pytest.raises(ValueError, match=str(MOST_SIZE)):
        paging({"pageSize": str(MOST_SIZE + 1)})
    assert paging({}) == Paging()
