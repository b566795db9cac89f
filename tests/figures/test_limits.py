"""A count of some only: who it counts, what it says, and that the gate knows the others."""

import pytest
from django.conf import LazySettings

from samen.accounts.models import User
from samen.core.errors import BadInput, SamenError
from samen.core.terms import FigureMethod, MemberRole
from samen.figures import actions
from samen.figures.actions_of_looks import try_release
from samen.figures.counting import within
from samen.figures.limits import unlimited
from samen.figures.models import Count, CountingQuery
from samen.figures.queries_of_releases import published
from samen.figures.templatetags.figures_terms import only_words
from samen.figures.values import Only, Proposal, QueryFacts, TableFacts, cells_of
from samen.programme.actions import define_indicator
from samen.purposes.models import Membership
from tests.figures.attacker import attacked
from tests.figures.people import NOW, YEARS, counted, query, victims
from tests.figures.released import THRESHOLD, read_all
from tests.figures.test_releasing import out, second, shown
from tests.register.given_files import Setting

pytestmark = pytest.mark.django_db
__all__ = ["second"]
MANY = {
    (2020, "female", "sexual"): 12, (2020, "female", "labour"): 8, (2020, "female", "begging"): 2,
    (2020, "male", "sexual"): 6, (2020, "male", "labour"): 14, (2020, "male", "begging"): 7,
}  # fmt: skip
WOMEN: Only = {"sex": ("female",)}


@pytest.fixture(autouse=True)
def signing(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32


def limited(
    indicator: int, by: User, only: Only, *fields: str,
    method: FigureMethod = FigureMethod.COUNTED,
) -> CountingQuery:  # fmt: skip
    facts = QueryFacts("vrouwen", "Vrouwen", indicator, by=fields, only=only, method=method)
    return actions.define_query(facts, by=by, now=NOW)


def run(setting: Setting, of: CountingQuery) -> Count:
    return counted(setting, of, YEARS)


def proposal(of: Count, *by: str, hidden: frozenset[tuple[str, ...]] | None = None) -> Proposal:
    return Proposal("Vrouwen 2020", (TableFacts(of.pk, "Tabel", by, {}, hidden),))


def test_only_some_are_counted_and_released_and_the_release_says_so(
    setting: Setting, indicator: int, team: User, second: Membership
) -> None:
    victims(setting, MANY | {(2020, "female", "criminal"): 9})
    made = out(
        setting,
        second,
        proposal(run(setting, limited(indicator, team, WOMEN, "exploitation")), "exploitation"),
    )
    rows = shown(made)
    assert rows["2020", "total"] == 31
    assert rows["2020", "sexual"] == 12
    assert rows["2020", "begging"] is None
    assert sum(n is None for n in rows.values()) == 2
    values = {each.figure.breakdown: each.figure.value for each in published("slachtoffers")}
    assert values[""] == 31


def test_several_codes_count_together(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    only: Only = {"exploitation": ("labour", "sexual")}
    asked = proposal(run(setting, limited(indicator, team, only, "sex")), "sex")
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        tried = try_release(purpose, asked, now=NOW)
    assert tried.is_safe
    assert tried.tables[0].rows == {
        ("2020", "female"): 20, ("2020", "male"): 20, ("2020", "total"): 40,
    }  # fmt: skip


def test_a_count_of_some_does_not_tell_what_an_earlier_table_of_all_hides(
    setting: Setting, indicator: int, team: User, second: Membership
) -> None:
    """The total of women without begging and with it would differ by two."""
    victims(setting, MANY)
    out(setting, second, proposal(run(setting, query(indicator, team, "sex")), "sex"))
    only: Only = {"exploitation": ("labour", "sexual")}
    asked = proposal(run(setting, limited(indicator, team, only, "sex")), "sex",
                     hidden=frozenset())  # fmt: skip
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        tried = try_release(purpose, asked, now=NOW)
    assert not tried.is_safe
    cells = {frozenset(each.cell) for each in tried.report.close}
    assert any(("sex", "female") in cell and ("exploitation", "begging") in cell for cell in cells)


def test_what_the_gate_lets_out_of_some_and_of_all_withstands_another_attacker(
    setting: Setting, indicator: int, team: User, second: Membership
) -> None:
    victims(setting, MANY)
    out(setting, second, proposal(run(setting, query(indicator, team, "sex", "exploitation")),
                                  "sex", "exploitation"))  # fmt: skip
    out(setting, second, proposal(run(setting, limited(indicator, team, WOMEN, "exploitation")),
                                  "exploitation"))  # fmt: skip
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        outcome = attacked(read_all(purpose), THRESHOLD)
    assert outcome.won == []
    assert outcome.tried["outsider"] > 0


def test_what_was_left_out_of_a_table_of_some_is_shown_in_one_of_all(
    setting: Setting, indicator: int, team: User, second: Membership
) -> None:
    victims(setting, MANY)
    out(setting, second, proposal(run(setting, limited(indicator, team, WOMEN))))
    made = out(setting, second, proposal(run(setting, query(indicator, team, "sex")), "sex"))
    assert shown(made) == {("2020", "female"): 22, ("2020", "male"): 27, ("2020", "total"): 49}


def test_an_estimate_is_of_some_only(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    made = limited(indicator, team, WOMEN, method=FigureMethod.ESTIMATED)
    row = run(setting, made)
    assert sum(within(cells_of(row.cells), made).values()) == 22
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        assert actions.recompute(purpose, row.pk).outcome == "same"


def test_other_limits_are_the_next_version_and_the_same_are_the_same(
    indicator: int, team: User
) -> None:
    one = limited(indicator, team, {"sex": ("male", "female")})
    assert limited(indicator, team, {"sex": ("female", "male")}) == one
    assert limited(indicator, team, WOMEN).version == 2
    assert only_words({"age": ["minor"], "sex": ["female"]})


@pytest.mark.parametrize(
    ("only", "by", "words"),
    [
        ({"nationality": ("NL",)}, (), "nationality only"),
        ({"sources": ("3",)}, (), "sources only"),
        ({"sex": ()}, (), "some codes"),
        ({"sex": ("female",)}, ("sex",), "by sex, and of some codes"),
        ({"sex": ("female",), "age": ("minor",)}, ("region", "exploitation", "organisation"),
         "5 fields"),
    ],
)  # fmt: skip
def test_what_cannot_limit_a_count_is_refused(
    indicator: int, team: User, only: Only, by: tuple[str, ...], words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        limited(indicator, team, only, *by)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Slachtoffers onder 18, elk één keer per jaar.", ["leeftijd"]),
        ("Minderjarige meisjes in de seksuele uitbuiting.",
         ["leeftijd", "geslacht", "vorm van uitbuiting"]),
        ("Women over 23.", ["leeftijd", "geslacht"]),
        ("Personen die een partner in het jaar als mogelijk slachtoffer registreerde.", []),
        ("Personen, geteld vanaf 1 januari 2016.", []),
    ],
)  # fmt: skip
def test_a_definition_that_speaks_of_what_is_not_limited_is_told(
    indicator: int, team: User, words: str, fields: list[str]
) -> None:
    define_indicator(indicator=indicator, words=words, counted_by="CoMensha", since=NOW.date())
    assert unlimited(limited(indicator, team, {})) == fields
    ours = limited(indicator, team, {"age": ("minor",)})
    assert unlimited(ours) == [each for each in fields if each != "leeftijd"]


def test_an_estimate_compares_all_organisations(indicator: int, team: User) -> None:
    with pytest.raises(BadInput, match="some organisations only"):
        limited(indicator, team, {"organisation": ("3",)}, method=FigureMethod.ESTIMATED)


def test_nobody_of_these_is_said(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    with pytest.raises(SamenError, match="nobody to count"):
        run(setting, limited(indicator, team, {"sex": ("non_binary",)}))
