"""The first draft: its sections and who is named in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samen.core.terms import ActionStatus, CandidateKind, Funded, Recurrence
from samen.core.writing.binding import bind
from samen.core.writing.compose import Opening, compose
from samen.core.writing.facts import NO_THEME, AmountFact, EntryFact, Facts
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
OPENING = Opening("Proef", None)


def bodies() -> dict[str, str]:
    return {part.title: part.body for part in compose(FACTS, OPENING)}


def test_sections_follow_the_register_and_what_has_no_subject_comes_last() -> None:
    assert list(bodies()) == ["Inleiding", "Gemeenten", "Opsporing", NO_THEME, "Tot slot"]


def test_the_results_table_has_the_order_of_the_letter() -> None:
    rows = results_rows(FACTS, {})
    assert [row.theme for row in rows] == ["Gemeenten"] * 2 + ["Opsporing"] + [NO_THEME] * 2


def test_an_amount_of_one_year_is_told_in_that_year() -> None:
    amount = AmountFact(7, "Opvang", Decimal(10**6), 2022, 2022, Recurrence.RISING, Funded.YES)
    body = {p.title: p.body for p in compose(replace(FACTS, amounts={7: amount}), OPENING)}
    assert "Opvang: [[amount:7]] in [[date:2022]], oplopend." in body["Financiële middelen"]


def test_an_owner_leads_only_where_the_title_does_not_name_it() -> None:
    gemeenten = bodies()["Gemeenten"]
    assert "- Vereniging van Voorbeelden: Er komen" in gemeenten
    assert "- De VvV stuurt een plan" in gemeenten
    assert "- De politie begint" in bodies()["Opsporing"]


def test_several_owners_are_parted_by_semicolons_and_the_first_has_a_capital() -> None:
    entry = replace(FACTS.entries[2], owners=("ministerie van Werk, Zorg en Sport", "gemeenten"))
    facts = replace(FACTS, entries={2: entry})
    body = compose(facts, Opening("Proef", None))[1].body
    assert "- Ministerie van Werk, Zorg en Sport; gemeenten: Er komen" in body


def test_what_was_closed_when_the_letter_before_was_written_is_not_told_again() -> None:
    before = date(2021, 11, 17)
    closed = replace(FACTS.entries[3], closed=True, on=before)
    since = replace(FACTS.entries[2], closed=True, on=date(2022, 3, 1))
    facts = replace(FACTS, entries={3: closed, 2: since}, previous=before)
    assert list(facts.by_section()) == ["Gemeenten"]
    assert [row.id for row in results_rows(facts, {})] == [2]


def test_the_table_says_relative_days_outright_and_leaves_other_words() -> None:
    title = "Dit najaar volgt een brief, na 3 maart 2020 de eerste"
    entry = replace(FACTS.entries[2], title=title, said_on=date(2021, 11, 17))
    (row,) = results_rows(replace(FACTS, entries={2: entry}), {})
    assert row.title == "In het najaar van 2021 volgt een brief, na 3 maart 2020 de eerste"
    (unsaid,) = results_rows(replace(FACTS, entries={2: replace(entry, said_on=None)}), {})
    assert unsaid.title == title


def test_a_term_in_words_without_a_year_is_told_as_a_day() -> None:
    entry = replace(FACTS.entries[2], due=date(2021, 12, 31), due_words="eind dit jaar")
    assert entry.term == "31 december 2021"
    assert replace(entry, due_words="Eind 2021").term == "eind 2021"
    assert replace(entry, due_words="Prinsjesdag 2021").term == "Prinsjesdag 2021"
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert "De termijn was [[due:2]]." in body


def test_an_owner_who_says_where_it_stands_is_not_told_twice() -> None:
    entry = replace(FACTS.entries[2], status=ActionStatus.DONE, said="dit is in mei 2022 afgerond")
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert ". Dit is in" in body
    assert "Dit is afgerond" not in body


def test_a_paper_leaves_no_comma_and_van_heden_stays_van() -> None:
    text = "In een brief van heden staat de motie (ingediend op 15 mei 2021, 29 861, nr. 73)"
    bound = bind(text, entry=1, said_on=date(2021, 11, 17))
    assert "van [[date:2021-11-17]]" in bound
    assert "[[date:2021-05-15]][[paper:" in bound
