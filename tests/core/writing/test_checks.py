"""Each check finds what it is for, and is silent where all is well."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samen.core.terms import ActionStatus, Funded
from samen.core.writing.checks import BLOCKING, MENDS, NAMES, REASONS, Check, check_letter
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import Section
from samen.core.writing.facts import Facts, PaperFact
from tests.core.writing.samples import ACTION, MOTION, PROMISE, sample_facts, sample_sections


def found(body: str, facts: Facts | None = None) -> set[Check]:
    section = Section("deel", "Deel", body)
    return {finding.check for finding in check_letter([section], facts or sample_facts())}


def changed(kind: str, key: object, **values: object) -> Facts:
    """The sample facts with one of them changed."""
    facts = sample_facts()
    table = getattr(facts, kind)
    table[key] = replace(table[key], **values)
    return facts


ALL_NAMED = f"Alles loopt.[[entry:{ACTION}]][[entry:{PROMISE}]][[entry:{MOTION}]]"


def test_a_composed_letter_has_no_blocking_finding() -> None:
    facts = sample_facts()
    assert [f for f in check_letter(sample_sections(facts), facts) if f.is_blocking] == []


CASES: list[tuple[Check, Callable[[], set[Check]]]] = [
    (
        Check.PROMISE_DUE_UNMENTIONED,
        lambda: found("Niets.", changed("entries", PROMISE, closed=False)),
    ),
    (Check.ACTION_DROPPED, lambda: found("Niets hierover.")),
    (Check.MOTION_UNMENTIONED, lambda: found("Niets hierover.")),
    (
        Check.SETTLED_WITHOUT_EVIDENCE,
        lambda: found(f"Hiermee is de motie afgedaan.[[entry:{MOTION}]]"),
    ),
    (
        Check.DONE_WITHOUT_EVIDENCE,
        lambda: found(f"De opvang is er.[[entry:{ACTION}]]", _done(proven=False)),
    ),
    (
        Check.STATUS_DIFFERS,
        lambda: found(f"- De opvang. Dit is afgerond: er was. Nog iets.[[entry:{ACTION}]]"),
    ),
    (Check.FIGURE_REPLACED, lambda: found("Het zijn er [[figure:9]].", _replaced())),
    (
        Check.FIGURE_WITHDRAWN,
        lambda: found("Het zijn er [[figure:9]].", _replaced(value=None, words="weg")),
    ),
    (
        Check.FIGURE_CHANGED,
        lambda: found("Het zijn er [[figure:1]].", changed("figures", "1", told_last=Decimal(984))),
    ),
    (
        Check.MIXED_VINTAGES,
        lambda: found("Een daling van [[figure:4]] naar [[figure:1]]."),
    ),
    (
        Check.MIXED_DEFINITIONS,
        lambda: found(
            "Een daling van [[figure:1]] naar [[figure:2]].", changed("figures", "2", definition=2)
        ),
    ),
    (
        Check.PARTS_DO_NOT_ADD_UP,
        lambda: found("Het zijn er [[figure:1]].", changed("figures", "2", parts_of="1")),
    ),
    (
        Check.PERCENTAGE_DOES_NOT_FOLLOW,
        lambda: found(
            "Van [[figure:1]] naar [[figure:2]], een daling van [[figure:3]].",
            changed("figures", "3", value=Decimal(32)),
        ),
    ),
    (Check.FIGURE_YEAR, lambda: found("Gemeld: [[figure:1]] in [[date:2021]].")),
    (
        Check.FIGURE_PART,
        lambda: found("Het waren er [[figure:2]].", changed("figures", "2", breakdown="vrouw")),
    ),
    (
        Check.TARGET_MOVED,
        lambda: found("Het doel is [[figure:1]].", changed("figures", "1", moved_from=Decimal(9))),
    ),
    (
        Check.DEADLINE_PASSED,
        lambda: found(ALL_NAMED, changed("entries", ACTION, due=date(2022, 1, 1))),
    ),
    (
        Check.SAME_PROMISE_TWICE,
        lambda: found(ALL_NAMED, _two_promises()),
    ),
    (
        Check.PROMISE_WITHOUT_DEADLINE,
        lambda: found(ALL_NAMED, changed("entries", PROMISE, closed=False, due=None)),
    ),
    (Check.UNKNOWN_REFERENCE, lambda: found("Zie de brief.[[paper:kst-28638-999]]")),
    (Check.REFERENCE_OUT_OF_ORDER, lambda: found("Zie.[[paper:kst-28638-192]]", _disorder())),
    (
        Check.SESSION_YEAR,
        lambda: found(
            "Zie.[[paper:kst-28638-192]]",
            changed("papers", "kst-28638-192", session_year="2021-2022"),
        ),
    ),
    (
        Check.AMOUNT_WITHOUT_PERIOD,
        lambda: found(
            "Het kost [[amount:7]].", changed("amounts", 7, from_year=None, until_year=None)
        ),
    ),
    (
        Check.AMOUNT_WITHOUT_COVER,
        lambda: found("Het kost [[amount:7]].", changed("amounts", 7, funded=Funded.NO)),
    ),
    (Check.ABBREVIATION, lambda: found("De KMar doet mee.")),
    (Check.NO_EVIDENCE, lambda: found("Dit is zomaar een zin.")),
    (Check.READING_LEVEL, lambda: found("woord " * 40 + ".")),
    (Check.LOOSE_NUMBER, lambda: found("Er zijn 34 gemeenten.")),
    (Check.UNKNOWN_FIELD, lambda: found("Het zijn er [[figure:99]].")),
    (Check.UNKNOWN_LAW, lambda: found("Dit staat in [[law:Sr 999zz]].")),
    (Check.UNKNOWN_NAME, lambda: found("Dit doet [[name:F500]].")),
    (Check.BROKEN_MARKUP, lambda: found("Het zijn er [[figure:1].")),
]


@pytest.mark.parametrize("kind", ["date", "amount", "due", "entry", "cited", "figure", "paper"])
@pytest.mark.parametrize(
    "key",
    ["0000-06", "２０２２-06", "２０２２", "²", "²:3", "9" * 5000, "/" * 5000, "2022-13", "2022/"],
    ids=lambda key: key[:8],
)
def test_a_field_with_a_wrong_key_is_a_finding_at_its_place(kind: str, key: str) -> None:
    section = Section("deel", "Deel", f"Zie dit.\n\n- Dan  [[{kind}:{key}]] hier.")
    wrong = (Check.UNKNOWN_FIELD, Check.UNKNOWN_REFERENCE)
    findings = [f for f in check_letter([section], sample_facts()) if f.check in wrong]
    assert {section.body[f.start : f.end] for f in findings} == {f"[[{kind}:{key}]]"}


@pytest.mark.parametrize(
    "field", ["date:9999-12", "date:9999", "date:2019/2016", "date:1750", "law:Sr", "law:Sr abc"]
)
def test_a_day_too_far_and_a_law_without_an_article_lead_nowhere(field: str) -> None:
    assert Check.UNKNOWN_FIELD in found(f"Zie [[{field}]].")


def test_an_article_that_the_register_names_is_known() -> None:
    assert Check.UNKNOWN_LAW not in found("Dit staat in [[law:Sr 273f]].")
    facts = replace(sample_facts(), laws=("Sr 999zz",))
    assert Check.UNKNOWN_LAW not in found("Dit staat in [[law:Sr 999zz]].", facts)


def test_an_action_called_done_is_reported_at_its_place_only_without_evidence() -> None:
    body = f"Niets. De opvang is er.[[entry:{ACTION}]]"
    section = Section("deel", "Deel", body)
    (unproven,) = [
        f
        for f in check_letter([section], _done(proven=False))
        if f.check is Check.DONE_WITHOUT_EVIDENCE
    ]
    assert (unproven.entry, unproven.is_blocking) == (ACTION, False)
    assert body[unproven.start : unproven.end].strip().startswith("De opvang")
    assert Check.DONE_WITHOUT_EVIDENCE not in found(body, _done(proven=True))


def test_what_goes_on_all_the_time_has_no_term_that_passes() -> None:
    late = {"due": date(2022, 1, 1), "due_words": ""}
    running = changed("entries", ACTION, status=ActionStatus.RUNNING, **late)
    continuous = changed("entries", ACTION, status=ActionStatus.CONTINUOUS, **late)
    assert Check.DEADLINE_PASSED in found(ALL_NAMED, running)
    assert Check.DEADLINE_PASSED not in found(ALL_NAMED, continuous)
    bodies = [section.body for section in sample_sections(continuous)]
    assert not any("De termijn was" in body for body in bodies)
    assert "Van geen onderdeel is de termijn verstreken." in bodies[-1]


def _replaced(**values: Any) -> Facts:
    """A figure that was put in a text, and was replaced or withdrawn since."""
    facts = sample_facts()
    now = replace(facts.figures["1"], id="9", was=Decimal(984), **values)
    return replace(facts, replaced={"9": now})


def _done(*, proven: bool) -> Facts:
    return changed("entries", ACTION, status=ActionStatus.DONE, closed=True, proven=proven)


def _two_promises() -> Facts:
    facts = sample_facts()
    twin = replace(facts.entries[PROMISE], closed=False)
    facts.entries.update({PROMISE: twin, 9: replace(twin, id=9)})
    return facts


def _disorder() -> Facts:
    facts = sample_facts()
    facts.papers["kst-28638-191"] = PaperFact("kst-28638-191", "Later", date(2021, 9, 1))
    return facts


@pytest.mark.parametrize(("check", "run"), CASES, ids=[check for check, _ in CASES])
def test_a_check_finds_what_it_is_for(check: Check, run: Callable[[], set[Check]]) -> None:
    assert check in run()


@pytest.mark.parametrize("check", [check for check, _ in CASES])
def test_a_sound_sentence_raises_no_check_of_its_own(check: Check) -> None:
    sound = (
        f"In [[date:2021]] waren het er [[figure:2]], minder dan [[figure:1]].{ALL_NAMED[12:]}"
        "[[paper:kst-28638-192]]"
    )
    assert check not in found(sound)


@pytest.mark.parametrize(
    "body",
    [
        "In [[date:2021]] zijn [[figure:1]] slachtoffers gemeld.",
        "Het waren er [[figure:2]] in [[date:2021]], minder dan [[figure:1]] in [[date:2019]].",
        "In de jaren [[date:2016/2019]] waren het er [[figure:1]].",
    ],
)
def test_a_figure_beside_another_year_blocks(body: str) -> None:
    assert Check.FIGURE_YEAR in found(body)


@pytest.mark.parametrize(
    "body",
    [
        "In [[date:2020]] zijn [[figure:1]] slachtoffers gemeld.",
        "Van [[figure:1]] in [[date:2020]] naar [[figure:2]] in [[date:2021]].",
        "In [[date:2021]] waren het er [[figure:2]], minder dan [[figure:1]].",
        "Het waren er [[figure:2]], minder dan in [[date:2020]].",
        "Op [[date:2022-06-01]] zijn [[figure:1]] slachtoffers gemeld.",
        "In de jaren [[date:2016/2020]] waren het er onder meer [[figure:1]].",
    ],
)
def test_a_figure_beside_its_year_or_a_comparison_is_sound(body: str) -> None:
    assert Check.FIGURE_YEAR not in found(body)


@pytest.mark.parametrize(
    ("part", "body", "is_found"),
    [
        ("minderjarig (0-17)", "Dat zijn er [[figure:2]], minder dan eerst.", True),
        ("minderjarig (0-17)", "Dat zijn [[figure:2]] minderjarigen.", False),
        ("seksuele uitbuiting", "Van arbeidsuitbuiting zijn het er [[figure:2]].", True),
        ("seksuele uitbuiting", "Het gaat [[figure:2]] keer om seksueel misbruik.", False),
        ("aandeel respondenten", "Het zijn er [[figure:2]].", False),
    ],
)
def test_a_part_of_a_figure_is_named_in_its_sentence(part: str, body: str, is_found: bool) -> None:
    facts = changed("figures", "2", breakdown=part)
    assert (Check.FIGURE_PART in found(body, facts)) is is_found


def test_a_draft_is_behind_as_soon_as_the_register_goes_on() -> None:
    sections = sample_sections(sample_facts())
    moved = changed("entries", ACTION, status="done", closed=True)
    findings = [f for f in check_letter(sections, moved) if f.check is Check.STATUS_DIFFERS]
    assert [(f.entry, f.values["said"], f.values["known"]) for f in findings] == [
        (ACTION, "De uitvoering loopt", "Dit is afgerond")
    ]
    assert findings[0].is_blocking


def test_words_of_a_status_inside_what_an_owner_says_are_no_status() -> None:
    body = f"- Opvang. De uitvoering loopt: dit is afgerond. Dank.[[entry:{ACTION}]]"
    assert Check.STATUS_DIFFERS not in found(body)
    own = changed("entries", ACTION, said="dit is afgerond in twee regio's")
    body = f"- Opvang. Dit is afgerond in twee regio's.[[entry:{ACTION}]]"
    assert Check.STATUS_DIFFERS not in found(body, own)
    assert Check.STATUS_DIFFERS in found(body)


@pytest.mark.parametrize("previous", [None, date(2021, 11, 17)])
def test_no_sentence_that_a_draft_makes_itself_is_without_evidence(previous: date | None) -> None:
    facts = replace(sample_facts(), previous=previous)
    facts.amounts[8] = replace(facts.amounts[7], id=8, funded=Funded.UNKNOWN)
    sections = compose(facts, Opening("Samen tegen mensenhandel", previous))
    findings = check_letter(sections, facts)
    assert [f.excerpt for f in findings if f.check is Check.NO_EVIDENCE] == []


@pytest.mark.parametrize(
    "body",
    [
        f"- De opvang. De uitvoering loopt.[[entry:{ACTION}]] Wij zijn hier trots op.",
        f"- De opvang is helemaal vol.\n- De uitvoering loopt.[[entry:{ACTION}]]",
        "De wachttijd is met de helft gedaald.",
    ],
)
def test_a_sentence_after_the_mark_or_outside_its_item_needs_its_own(body: str) -> None:
    assert Check.NO_EVIDENCE in found(body)


def test_every_check_has_a_case_a_reason_and_a_mend() -> None:
    assert {check for check, _ in CASES} == set(Check)
    assert set(NAMES) == set(REASONS) == set(MENDS) == set(Check)
    assert set(Check) >= BLOCKING


@pytest.mark.parametrize(
    "words",
    [
        "De Digital Services Act (hierna DSA) geldt, en de DSA geldt overal.",
        "De wet (hierna: de ‘DSA’) geldt.",
        "De wet (verder te noemen: DSA) geldt.",
        "CoMensha sprak met OnlyFans en TikTok.",
    ],
)
def test_an_abbreviation_in_brackets_and_a_name_need_no_words(words: str) -> None:
    assert Check.ABBREVIATION not in found(words)


@pytest.mark.parametrize("words", ["Dan de DSA (hierna).", "BuZa gaf aan dat.", "JenV en RIECs."])
def test_an_abbreviation_without_its_words_is_found(words: str) -> None:
    assert Check.ABBREVIATION in found(words)
