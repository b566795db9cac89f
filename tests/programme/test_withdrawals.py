"""Figures, targets and themes are taken out of what holds, and nothing is forgotten."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.apps import apps

from samen.core.errors import Conflict, Refused
from samen.programme import queries
from samen.programme.actions import (
    MovedOver,
    add_theme,
    edit_entry,
    import_register,
    load_programme_facts,
    merge_entries,
    merge_themes,
    part_themes,
    record_action,
    record_figure,
    record_indicator,
    restore_figure,
    restore_target,
    restore_theme,
    set_target,
    withdraw_entry,
    withdraw_figure,
    withdraw_target,
    withdraw_theme,
)
from samen.programme.actions.wording import Actor
from samen.programme.models import Theme
from samen.programme.queries import Filters, entries_as_of
from samen.programme.queries.chains import Turn, turns
from samen.programme.values import FigureFacts, IndicatorFacts, Standing, TargetFacts, Wording

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 2, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
LAST = NOW + timedelta(days=2)
TODAY = date(2022, 2, 1)


@pytest.fixture
def counted(tess: Actor) -> int:
    return record_indicator(
        wording=Wording("Meldingen"), indicator=IndicatorFacts(unit="personen"), by=tess, now=NOW
    )


def _figure(counted: int, by: Actor, value: int, now: datetime = NOW) -> int:
    facts = FigureFacts(year=2020, publication="Jaarbeeld", value=Decimal(value))
    return record_figure(indicator=counted, figure=facts, by=by, now=now)


def _target(counted: int, by: Actor, value: int, now: datetime = NOW) -> int:
    facts = TargetFacts(year=2021, value=Decimal(value), set_by="besluit")
    return set_target(indicator=counted, target=facts, by=by, now=now)


def _values(known_at: datetime | None = None) -> list[int]:
    return [int(f.value or 0) for f in queries.all_figures(known_at=known_at)]


def test_a_withdrawn_figure_is_gone_and_was_there(tess: Actor, counted: int) -> None:
    figure = _figure(counted, tess, 10)
    withdraw_figure(figure=figure, reason="Verkeerd gelezen", by=tess, now=LATER)
    assert _values() == []
    assert queries.figures_of(indicator=counted) == []
    assert _values(known_at=NOW) == [10]
    kept = queries.figures_of(indicator=counted, with_withdrawn=True)
    assert [(f.id, f.withdrawn_reason) for f in kept] == [(figure, "Verkeerd gelezen")]
    assert queries.current_figure(figure=figure) is None
    restore_figure(figure=figure, now=LAST)
    assert _values() == [10]
    assert _values(known_at=LATER) == []


def test_the_value_before_a_withdrawn_one_stands_again(tess: Actor, counted: int) -> None:
    first = _figure(counted, tess, 10)
    second = _figure(counted, tess, 11, LATER)
    assert _values() == [11]
    withdraw_figure(figure=second, reason="Typefout", by=tess, now=LAST)
    assert _values() == [10]
    now_stands = queries.current_figure(figure=second)
    assert now_stands is not None
    assert (now_stands.id, now_stands.superseded_by) == (first, None)
    assert _values(known_at=LATER) == [11]


def test_the_same_value_can_be_recorded_again(tess: Actor, counted: int) -> None:
    first = _figure(counted, tess, 10)
    second = _figure(counted, tess, 11)
    withdraw_figure(figure=second, reason="Typefout", by=tess, now=NOW)
    assert _figure(counted, tess, 10) == first
    again = _figure(counted, tess, 11)
    assert again not in (first, second)
    assert _values() == [11]


def test_a_target_goes_and_comes_back(tess: Actor, counted: int) -> None:
    first, second = _target(counted, tess, 100), _target(counted, tess, 120, LATER)
    withdraw_target(target=second, reason="Niet besloten", by=tess, now=LAST)
    assert [(t.id, t.replaced_by) for t in queries.targets_of(indicator=counted)] == [(first, None)]
    assert [t.id for t in queries.targets_of(indicator=counted, known_at=LATER)] == [first, second]
    with pytest.raises(Conflict):
        withdraw_target(target=second, reason="Nog eens", by=tess, now=LAST)
    restore_target(target=second, now=LAST)
    assert [t.replaced_by for t in queries.targets_of(indicator=counted)] == [second, None]
    with pytest.raises(Conflict):
        restore_target(target=second, now=LAST)


def test_a_reason_is_asked_and_one_withdrawal_holds(tess: Actor, counted: int) -> None:
    figure = _figure(counted, tess, 10)
    with pytest.raises(Refused, match="reason"):
        withdraw_figure(figure=figure, reason=" ", by=tess, now=NOW)
    withdraw_figure(figure=figure, reason="Dubbel", by=tess, now=NOW)
    with pytest.raises(Conflict):
        withdraw_figure(figure=figure, reason="Dubbel", by=tess, now=NOW)


def test_figures_of_a_withdrawn_indicator_do_not_hold(tess: Actor, counted: int) -> None:
    _figure(counted, tess, 10)
    withdraw_entry(entry=counted, reason="Dubbel", now=LATER)
    assert (_values(), _values(known_at=NOW)) == ([], [10])


def test_figures_of_a_merged_indicator_are_told_with_the_other(tess: Actor, counted: int) -> None:
    other = record_indicator(
        wording=Wording("Gemelde personen"), indicator=IndicatorFacts(), by=tess, now=NOW
    )
    _figure(other, tess, 12)
    merge_entries(entry=other, into=counted, now=LATER)
    assert [f.name for f in queries.figures_of(indicator=counted)] == ["Meldingen"]
    assert [f.name for f in queries.all_figures(known_at=NOW)] == ["Gemelde personen"]


def test_withdrawn_values_do_not_return_when_the_facts_are_loaded_again(tess: Actor) -> None:
    load_programme_facts(by=tess, now=NOW)
    figure = queries.all_figures()[0]
    withdraw_figure(figure=figure.id, reason="Bron klopt niet", by=tess, now=LATER)
    load_programme_facts(by=tess, now=LAST)
    assert figure.id not in {f.id for f in queries.all_figures()}
    assert len(queries.all_figures(known_at=NOW)) == len(queries.all_figures()) + 1


def test_withdrawals_travel_with_the_register(tess: Actor, counted: int) -> None:
    withdraw_figure(figure=_figure(counted, tess, 10), reason="Dubbel", by=tess, now=NOW)
    rows = queries.register_tables()["withdrawals"]
    assert [row["reason"] for row in rows] == ["Dubbel"]
    assert import_register(content=queries.register_json().encode(), by=tess, now=NOW).added == 0


def test_a_withdrawn_theme_leaves_its_entries_without_one(tess: Actor) -> None:
    theme = add_theme(name="Opvang")
    under = add_theme(name="Crisisbedden", parent=theme)
    wording = Wording("Meer bedden", theme=theme)
    entry = record_action(
        wording=wording, standing=Standing(status="running", on=TODAY), by=tess, now=NOW
    )
    withdraw_theme(theme=theme, reason="Samengevoegd", now=LATER)
    assert [s.theme for s in entries_as_of(on=TODAY)] == [""]
    assert entries_as_of(on=TODAY, filters=Filters(theme=theme)) == []
    assert [s.theme for s in entries_as_of(on=TODAY, known_at=NOW)] == ["Opvang"]
    assert queries.themes() == [(under, "Crisisbedden", None)]
    life = queries.life_of(entry=entry)
    assert life is not None
    assert life.theme == ""
    restore_theme(theme=theme)
    assert [s.theme for s in entries_as_of(on=TODAY)] == ["Opvang"]


def test_a_theme_that_is_named_again_stands_again(tess: Actor) -> None:
    theme = add_theme(name="Opvang")
    withdraw_theme(theme=theme, reason="Vergissing", now=NOW)
    with pytest.raises(Conflict):
        withdraw_theme(theme=theme, reason="Vergissing", now=NOW)
    assert add_theme(name="opvang") == theme
    assert [pk for pk, _name, _parent in queries.themes()] == [theme]


def test_neighbours_skip_what_is_gone() -> None:
    assert turns({1: None, 2: 1, 3: 2}, gone=[2]) == {
        1: Turn(None, 3),
        2: Turn(1, 3),
        3: Turn(1, None),
    }


def _moves(entry: int) -> list[int | None]:
    """The themes of an entry as its trail tells them, one after another."""
    trail = apps.get_model("programme", "EntryEvent").objects.filter(pgh_obj_id=entry)
    return list(dict.fromkeys(trail.order_by("pgh_id").values_list("theme_id", flat=True)))


def test_a_theme_goes_up_in_another_and_is_parted_again(tess: Actor) -> None:
    goes, stays = add_theme(name="Opvang"), add_theme(name="Zorg")
    under = add_theme(name="Crisisbedden", parent=goes)
    entry = _action_under(goes, tess)
    later = _action_under(goes, tess)
    moved = merge_themes(theme=goes, into=stays, reason="Eén thema", now=LATER)
    assert moved == MovedOver((entry, later), (under,))
    assert {s.theme for s in entries_as_of(on=TODAY)} == {"Zorg"}
    assert queries.themes() == [(stays, "Zorg", None), (under, "Crisisbedden", stays)]
    assert Theme.objects.get(pk=goes).withdrawn_reason == "Eén thema"
    edit_entry(entry=later, wording=Wording("Meer bedden", theme=under))
    part_themes(theme=goes, into=stays, moved=moved)
    told = {s.id: s.theme for s in entries_as_of(on=TODAY)}
    assert told == {entry: "Opvang", later: "Crisisbedden"}
    assert (under, "Crisisbedden", goes) in queries.themes()
    assert _moves(entry) == [goes, stays]


def _action_under(theme: int, by: Actor) -> int:
    return record_action(
        wording=Wording("Meer bedden", theme=theme),
        standing=Standing(status="running", on=date(2022, 1, 1)),
        by=by,
        now=NOW,
    )


def test_a_theme_goes_up_in_no_theme_of_its_own_and_in_none_that_is_gone(tess: Actor) -> None:
    above = add_theme(name="Opvang")
    under = add_theme(name="Crisisbedden", parent=above)
    gone = add_theme(name="Oud")
    withdraw_theme(theme=gone, reason="Vergissing", now=NOW)
    entry = _action_under(above, tess)
    for into in (above, under, gone, 987654321):
        with pytest.raises(Refused):
            merge_themes(theme=above, into=into, reason="Eén thema", now=LATER)
    with pytest.raises(Refused):
        merge_themes(theme=above, into=add_theme(name="Zorg"), reason=" ", now=LATER)
    assert _moves(entry) == [above]
    assert Theme.objects.get(pk=above).withdrawn_at is None
