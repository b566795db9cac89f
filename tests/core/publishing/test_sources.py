"""Publications by name: addresses become words, and all else stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.publishing.sources import called, parts

COMENSHA = "https://www.comensha.nl/actualiteiten/item/jaarcijfers-van-comensha-2013/"


@pytest.mark.parametrize(
    ("publication", "name"),
    [
        (COMENSHA, "Jaarcijfers van comensha 2013 (comensha.nl)"),
        ("stukken.example.org/het_beeld_van_2020", "Het beeld van 2020 (stukken.example.org)"),
        ("https://www.example.org/2016/09/30/rapport.pdf?x=1#p4", "Rapport (example.org)"),
        ("https://example.org/2025/10/16/...", "example.org"),
        ("CoMensha, jaarbeeld 2020", "CoMensha, jaarbeeld 2020"),
        ("nos.nl 28-09-2021", "nos.nl 28-09-2021"),
        ("", ""),
        ("brief 17-11-2021; example.org/het_beeld", "brief 17-11-2021; Het beeld (example.org)"),
    ],
)  # fmt: skip
def test_a_publication_is_called_by_the_words_of_its_address(publication: str, name: str) -> None:
    assert called(publication) == name


def test_the_address_stands_behind_the_name() -> None:
    assert [address for _name, address in parts(f"brief; {COMENSHA}")] == ["", COMENSHA]
    assert parts("example.org/a_b_c")[0][1] == "https://example.org/a_b_c"


@given(st.text())
def test_an_address_is_always_one_of_the_web(publication: str) -> None:
    assert all(
        not a or a.lower().startswith(("https://", "http://")) for _, a in parts(publication)
    )
