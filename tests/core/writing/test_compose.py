"""The first draft: its sections and who is named in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samen.core.terms import ActionStatus, CandidateKind, Funded, PromiseStatus, Recurrence
from samen.core.writing.binding import bind
from samen.core.writing.checks import check_letter
from samen.core.writing.compose import Opening, compose
from samen.core.writing.facts import NO_THEME, AmountFact, EntryFact, Facts, FigureFact
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


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "In totaal gaat het om 20 miljoen aan structurele kosten voor de politie",
            "In totaal gaat het om [[amount:7]] aan structurele kosten voor de politie. Dit",
        ),
        ("Er is €20.000.000 structureel vrijgemaakt.", "Er is [[amount:7]] structureel vrij"),
        ("Van 20 miljoen structureel is 5 miljoen nieuw", "nieuw]]: [[amount:7]] structureel."),
        ("Structureel 120 miljoen euro", "]]: [[amount:7]] structureel."),
        ("De opvang krijgt 20 miljoen euro", "euro]]: [[amount:7]] structureel."),
    ],
)
def test_a_sum_is_told_once_in_the_sentence_that_told_of_it(title: str, told: str) -> None:
    amount = AmountFact(
        7, title, Decimal(20 * 10**6), recurrence=Recurrence.STRUCTURAL, funded=Funded.YES
    )
    body = {p.title: p.body for p in compose(replace(FACTS, amounts={7: amount}), OPENING)}
    assert told in body["Financiële middelen"]


def test_a_sum_whose_years_its_sentence_does_not_say_is_told_with_them() -> None:
    amount = AmountFact(7, "De opvang krijgt 2 miljoen tot en met 2024", Decimal(2 * 10**6), 2022)
    body = {p.title: p.body for p in compose(replace(FACTS, amounts={7: amount}), OPENING)}
    assert "[[amount:7]] vanaf [[date:2022]]." in body["Financiële middelen"]
    amount = replace(amount, from_year=None, until_year=2024)
    body = {p.title: p.body for p in compose(replace(FACTS, amounts={7: amount}), OPENING)}
    assert "krijgt [[amount:7]] tot en met [[date:2024]]. Of" in body["Financiële middelen"]


def test_an_owner_stands_in_brackets_only_where_the_title_does_not_name_it() -> None:
    gemeenten = bodies()["Gemeenten"]
    assert "webinars (Vereniging van Voorbeelden). De uitvoering loopt" in gemeenten
    assert "- De VvV stuurt een plan" in gemeenten
    assert "- De politie begint" in bodies()["Opsporing"]


def test_several_owners_are_parted_by_semicolons() -> None:
    entry = replace(FACTS.entries[2], owners=("ministerie van Werk, Zorg en Sport", "gemeenten"))
    facts = replace(FACTS, entries={2: entry})
    body = compose(facts, Opening("Proef", None))[1].body
    assert "webinars (ministerie van Werk, Zorg en Sport; gemeenten). De" in body


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
    assert replace(entry, due_words="Voorjaar van 2022").term == "het voorjaar van 2022"
    assert replace(entry, due_words="eerste helft van 2022").term == "de eerste helft van 2022"
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


def figure(number: str, year: int, until: int, value: int, source: str = "Bron") -> FigureFact:
    return FigureFact(
        number, "Signalen", year, "", Decimal(value), "", "", source, date(2021, 6, 1), until=until
    )


def told_of(*figures: FigureFact) -> str:
    facts = replace(FACTS, figures={f.id: f for f in figures})
    return {part.key: part.body for part in compose(facts, OPENING)}["cijfers"]


def test_a_figure_over_more_years_is_told_over_those_and_against_as_many() -> None:
    body = told_of(
        figure("1", 2016, 2020, 50), figure("2", 2011, 2015, 40), figure("3", 2015, 0, 9)
    )
    assert "[[figure:1]] in de jaren [[date:2016/2020]], meer dan [[figure:2]] in de jaren" in body
    assert "[[figure:3]]" not in body


def test_of_one_year_and_more_years_that_end_together_the_one_is_told() -> None:
    assert "[[figure:2]] in [[date:2020]]." in told_of(
        figure("1", 2016, 2020, 50), figure("2", 2020, 0, 9)
    )


@pytest.mark.parametrize(
    ("publication", "name"),
    [
        ("https://www.voorbeeld.nl/cijfers/2021?x=1", "website voorbeeld.nl"),
        ("Jaarbeeld (https://www.voorbeeld.nl)", "Jaarbeeld"),
        ("nationaalrapporteur.nl 18-10-2022; nos.nl", "Nationaal Rapporteur, 18 oktober 2022; NOS"),
        ("rd.nl 2017-10", "Reformatorisch Dagblad, oktober 2017"),
        ("Jaarbeeld 2011-2015", "Jaarbeeld 2011-2015"),
        ("nos.nl 99-99-2022", "NOS, 99-99-2022"),
        ("comensha.nl 18-10-2022; voorbeeld.nl 18-10-2022", "CoMensha, 18 oktober 2022"),
    ],
)
def test_a_publication_is_called_by_its_publisher_and_not_by_a_web_address(
    publication: str, name: str
) -> None:
    told = figure("1", 2021, 0, 5, publication)
    assert f"Bron: [[name:{name}]]." in told_of(told)
    facts = replace(FACTS, figures={"1": told})
    assert [f for f in check_letter(compose(facts, OPENING), facts) if f.is_blocking] == []


def test_a_sentence_that_is_promise_and_action_is_told_once_with_both_statuses() -> None:
    words = "Er komt een onderzoek naar opvang"
    promise = replace(
        action(8, f"{words}.", "Opvang"),
        kind=CandidateKind.COMMITMENT,
        status=PromiseStatus.RUNNING,
    )
    facts = replace(FACTS, entries={8: promise, 9: action(9, words, "Opvang")})
    draft = compose(facts, OPENING)
    body = draft[1].body
    assert body.count(words) == 1
    assert "Hieraan wordt gewerkt.[[entry:8]] De uitvoering loopt.[[entry:9]]" in body
    assert [f for f in check_letter(draft, facts) if f.is_blocking] == []


def test_what_points_back_to_other_words_is_left_to_the_table() -> None:
    entries = {
        8: action(8, "Deze aanpak wordt uitgebreid", "Opvang"),
        7: action(7, "Het zal u worden toegezonden", "Opvang"),
        9: action(9, "Dit najaar start een proef", "Opvang"),
    }
    facts = replace(FACTS, entries={pk: replace(e, told_last=True) for pk, e in entries.items()})
    draft = compose(facts, OPENING)
    assert "Deze aanpak" not in draft[1].body
    assert "resultatentabel in de bijlage.[[entry:7]][[entry:8]]" in draft[1].body
    assert "start een proef" in draft[1].body
    assert [f for f in check_letter(draft, facts) if f.is_blocking] == []
    assert [row.id for row in results_rows(facts, {})] == [7, 8, 9]


def test_a_settled_promise_that_is_also_a_running_action_is_told_in_one_state() -> None:
    title = "Er komen tien plekken"
    motion = replace(
        FACTS.entries[2], id=7, kind=CandidateKind.MOTION, title=title, owners=(),
        status=PromiseStatus.KEPT, closed=True, proven=True,
    )  # fmt: skip
    running = replace(FACTS.entries[2], id=8, title=title, owners=(), status=ActionStatus.RUNNING)
    body = compose(replace(FACTS, entries={7: motion, 8: running}), Opening("Proef", None))[1].body
    assert "Hiermee is de motie afgedaan" in body
    assert "De uitvoering loopt" not in body
    assert "[[entry:8]]" in body


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("aan het verzoek is voldaan met deze maatregelen", False),
        ("Dit is op 30 juni 2022 afgerond", False),
        ("de eerste fase is nog niet afgerond", True),
    ],
)
def test_words_that_call_settled_what_runs_are_left_to_the_table(said: str, is_told: bool) -> None:
    entry = replace(FACTS.entries[2], status=ActionStatus.RUNNING, said=said)
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert "De uitvoering loopt" in body
    assert (said[-8:] in body) is is_told


@pytest.mark.parametrize(
    ("title", "stands_alone"),
    [
        ("Om die reden is een onderzoek gestart", False),
        ("Daarbij is aandacht voor jongeren", False),
        ("Ook is een start gemaakt met een plan", False),
        ("Het rapport van dit onderzoek verschijnt later", False),
        ("Het rapport van het onderzoek verschijnt later", True),
        ("De inzet van dit kabinet wordt voortgezet", True),
        ("Er wordt een proef gedaan, zoals deze aanpak vraagt", False),
        ("Elementen uit die leerlijn komen beschikbaar", False),
        ("De coördinatie hiervan ligt bij de koks", False),
        ("Zo organiseert de dienst drie lessen", False),
        ("Allereerst treedt de wet in werking", False),
        ("De dienst pakt meldingen op, beoordeelt deze en zorgt voor een vervolg", True),
        ("Naar verwachting start de proef en heeft dit een looptijd van een jaar", True),
        ("Er is een keuken geopend en daarin staan koks", True),
        ("Op dit moment is de dienst bezig", True),
        ("Er komt een plan, en dit plan gaat naar uw Kamer", True),
        ("De proef (hierna DSA) loopt", True),
        ("U hoort over de voortgang rondom deze gemeenten", True),
    ],
)
def test_what_points_back_is_left_to_the_table(title: str, stands_alone: bool) -> None:
    entry = replace(FACTS.entries[2], title=title)
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert (title in body) is stands_alone
    assert "[[entry:2]]" in body


def test_a_word_that_only_ties_a_line_to_another_is_not_told() -> None:
    entry = replace(FACTS.entries[2], title="Er is daarom gewerkt aan een plan")
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert "- Er is gewerkt aan een plan" in body


def test_a_section_of_which_all_is_in_the_table_says_so() -> None:
    entry = replace(FACTS.entries[2], title="Deze aanpak loopt")
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert body.startswith("Wat bij dit thema hoort, staat")


def test_a_comma_at_the_end_of_a_title_is_not_told() -> None:
    entry = replace(FACTS.entries[2], title="Er komen plekken,", owners=("gemeenten",))
    body = compose(replace(FACTS, entries={2: entry}), Opening("Proef", None))[1].body
    assert "Er komen plekken (gemeenten). De" in body
