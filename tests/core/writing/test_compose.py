"""The first draft: its sections and who is named in them."""

from dataclasses import replace
from datetime import date

from samen.core.terms import ActionStatus, CandidateKind
from samen.core.writing.compose import Opening, compose
from samen.core.writing.facts import NO_THEME, EntryFact, Facts
from samen.core.writing.render import results_rows


def action(number: int, title: str, theme: str, *owners: str) -> EntryFact:
    return EntryFact(
        number,
        CandidateKind.ACTION,
        title,
        theme,
        owners,
        ActionStatus.RUNNING,
        on=date(2022, 1, 1),
    )


FACTS = Facts(
    today=date(2022, 11, 15),
    entries={
        entry.id: entry
        for entry in (
            action(3, "De politie begint met meldingen", "Opsporing", "politie"),
            action(1, "Er komt een onderzoek", "Tenslotte", "onderzoekscentrum"),
            action(2, "Er komen 3 webinars", "Gemeenten", "Vereniging van Voorbeelden"),
            action(4, "De VvV stuurt een plan", "Gemeenten", "Vereniging van Voorbeelden"),
            action(5, "Zonder kop in de brief", ""),
        )
    },
    abbreviations={"VvV": "Vereniging van Voorbeelden"},
)


def bodies() -> dict[str, str]:
    return {part.title: part.body for part in compose(FACTS, Opening("Proef", None), {})}


def test_sections_follow_the_register_and_what_has_no_subject_comes_last() -> None:
    assert list(bodies()) == ["Inleiding", "Gemeenten", "Opsporing", NO_THEME, "Tot slot"]


def test_the_results_table_has_the_order_of_the_letter() -> None:
    rows = results_rows(FACTS, {})
    assert [row.theme for row in rows] == ["Gemeenten"] * 2 + ["Opsporing"] + [NO_THEME] * 2


def test_an_owner_leads_only_where_the_title_does_not_name_it() -> None:
    gemeenten = bodies()["Gemeenten"]
    assert "- Vereniging van Voorbeelden: Er komen" in gemeenten
    assert "- De VvV stuurt een plan" in gemeenten
    assert "- De politie begint" in bodies()["Opsporing"]


def test_several_owners_are_parted_by_semicolons_and_the_first_has_a_capital() -> None:
    entry = replace(FACTS.entries[2], owners=("ministerie van Werk, Zorg en Sport", "gemeenten"))
    facts = replace(FACTS, entries={2: entry})
    body = compose(facts, Opening("Proef", None), {})[1].body
    assert "- Ministerie van Werk, Zorg en Sport; gemeenten: Er komen" in body
