"""The sheet: every digit on it is a figure of the estimate, and no small number is."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from samen.core.estimation.by import Row
from samen.core.estimation.estimate import Estimate, Plan, estimate
from samen.core.estimation.intervals import Interval
from samen.core.estimation.models import parse
from samen.core.estimation.report import dutch, english
from samen.core.estimation.report.files import report_files
from samen.core.estimation.report.groups import groups
from samen.core.estimation.report.language import in_dutch, in_english
from samen.core.estimation.report.overlaps import Shown, overlaps_of
from samen.core.estimation.table import CaptureTable, Covariate, from_counts, from_records
from samen.core.estimation.verdict import Use
from samen.site.messages import translator
from tests.core.estimation.published import table as published

VERSIONS = {"samen": "77.88.99"}
ON = date(2021, 11, 17)
CASES = ("UKdat_5", "Western", "NewOrl", "refused")
FILES = ("schatting", "estimate")


def captured(name: str) -> CaptureTable:
    counts = published(name)
    lists = "ABCDEFGH"[: counts.size.bit_length() - 1]
    return from_counts(lists, {at: int(n) for at, n in enumerate(counts) if n})


@cache
def found(case: str) -> Estimate:
    if case == "refused":
        table = captured("Artificial_3")
        return estimate(table, Plan("fixed", parse("[12,3]", table.lists), replicates=200))
    return estimate(captured(case), Plan(replicates=200, seed=31))


@cache
def files(case: str) -> dict[str, bytes]:
    return report_files(found(case), translator("nl"), VERSIONS, ON)


def text_of_page(content: bytes) -> str:
    tree = html.document_fromstring(content.decode(), parser=html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, "style", with_tail=False)
    return " ".join(str(words) for words in tree.itertext())


def text_of_paper(content: bytes) -> str:
    reader: Any = pypdfium2.PdfDocument
    sheets = reader(content)
    text = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in sheets)
    return re.sub(r"-?\ufffe\r?\n?|-\r?\n", "", text).replace("\r\n", " ")


def texts(case: str, name: str) -> tuple[str, str]:
    made = files(case)
    return text_of_page(made[f"{name}.html"]), text_of_paper(made[f"{name}.pdf"])


def allowed(estimated: Estimate, english_page: bool) -> set[str]:
    """Every figure that the estimate holds, as it may be written; and fixed words with digits."""
    language = in_english() if english_page else in_dutch(translator("nl"))
    figures: list[str] = [language.whole(estimated.table.n_observed)]
    for answer in estimated.answers.values():
        for value in (answer.total, answer.low, answer.high):
            if value is not None and np.isfinite(value):
                figures += [rounded(value, step, language.thousands) for step in steps()]
    overlap = estimated.table.overlap()
    figures += [str(n) for n in overlap.ravel() if n >= 5]
    figures += [language.reason(reason) for reason in estimated.judgement.reasons]
    if estimated.draws:
        n = estimated.draws.totals.size
        shares = {times / n for _, times in estimated.draws.models}
        rest = 1 - sum(times for _, times in estimated.draws.models[:5]) / n
        figures += [language.share(share) for share in (*shares, rest)]
        figures.append(language.whole(n))
    for interval in estimated.intervals[-1:]:
        figures += [rounded(e, step, language.thousands) for e in interval.errors
                    for step in steps() if np.isfinite(e)]  # fmt: skip
    figures += [str(estimated.plan.seed), "77.88.99", "17", "2021-11-17", "95%", "0,02", "0.02"]
    figures += [str(len(estimated.table.lists)), *map(str, range(1, 9)), "<5"]
    years = re.findall(r"\d{4}", " ".join((*english.WORDS.values(), *dutch.WORDS.values())))
    return {digits for figure in [*figures, *years, "2021"]
            for digits in re.findall(r"\d[\d.,]*\d|\d", figure)}  # fmt: skip


def steps() -> list[int]:
    return [10**power for power in range(9)]


def rounded(value: float, step: int, mark: str) -> str:
    return f"{round(value / step) * step:,}".replace(",", mark)


def without_models_and_papers(text: str) -> str:
    text = re.sub(r"\[[\d,. …]+\]", " ", text)
    text = re.split(r"Literatuur|References", text)[0] + " ".join(
        re.split(r"Literatuur|References", text)[1:]
    )
    return re.sub(r"\(\d{4}\)\.", " ", text)


@pytest.mark.parametrize(("case", "name"), [*product(CASES, FILES)])
def test_every_digit_is_a_figure_of_the_estimate(case: str, name: str) -> None:
    """A tick of the axis is a round number: one digit or 15, then zeros."""
    known = allowed(found(case), name == "estimate")
    for text in texts(case, name):
        digits = re.findall(r"\d[\d.,]*\d|\d", without_models_and_papers(text))
        assert digits
        ticks = re.compile(r"(?:15|[1-8])0*(?:[.,][05]00)*")
        loose = [each for each in digits if each not in known and not ticks.fullmatch(each)]
        assert loose == []


@pytest.mark.parametrize(("case", "name"), [*product(CASES[:3], FILES)])
def test_a_sheet_says_what_matters(case: str, name: str) -> None:
    answer = found(case).answer
    assert answer.total
    words = english if name == "estimate" else dutch
    for text in texts(case, name):
        for said in (words.WORDS["verdict"], *words.ASSUMPTIONS["loglinear"].split(": ")):
            assert said.split()[0] in text
        for each in found(case).answers.values():
            assert " ".join(words.ESTIMATORS[each.name].split()) in " ".join(text.split())
        assert "Chan" in text


@pytest.mark.parametrize("name", FILES)
def test_a_refused_estimate_has_reasons_and_no_number(name: str) -> None:
    refused = found("refused")
    assert refused.judgement.use is Use.REFUSE
    others = [each.total for each in refused.answers.values() if each.total]
    assert others
    for text in texts("refused", name):
        assert "96" in text
        for total in others:
            assert rounded(total, 10, ".") not in text
        reason = refused.judgement.reasons[0]
        said = reason.in_words(translator("nl") if name == "schatting" else str)
        assert " ".join(said.split()[:6]) in " ".join(text.split())
    assert b"<svg" not in files("refused")[f"{name}.html"]


def test_an_estimate_that_is_there_but_refused_is_not_shown() -> None:
    """The numbers of other methods would be taken for the one that is refused."""
    table = from_counts("ABC", {1: 400, 2: 300, 4: 200, 3: 3, 5: 2, 6: 2})
    refused = estimate(table, Plan(replicates=50))
    assert refused.answer.total
    assert refused.judgement.use is Use.REFUSE
    text = text_of_page(report_files(refused, translator("nl"), VERSIONS, ON)["schatting.html"])
    numbers = set(re.findall(r"\d[\d.,]*\d", without_models_and_papers(text)))
    assert numbers <= {"907", "10", "50", "17", "2021", "77.88.99", "2012", "0,02"}


def test_the_verdict_gives_no_overlap_away() -> None:
    """With the other overlaps, the number of persons on two lists or more would."""
    table = from_counts("ABC", {1: 400, 2: 300, 4: 200, 3: 13, 5: 12, 6: 2})
    reasons = estimate(table, Plan(replicates=0)).judgement.reasons
    assert any("50" in str(reason) for reason in reasons)
    assert all("27" not in str(reason) for reason in reasons)


@pytest.mark.parametrize(("case", "name"), [*product(CASES, FILES)])
def test_a_page_stands_on_its_own(case: str, name: str) -> None:
    content = files(case)[f"{name}.html"].decode()
    assert not re.search(r"<script|<link|<img|\sstyle=|\son\w+=|url\(|@import", content)
    assert not re.search(r'(?:src|href)="', content)
    tree = html.document_fromstring(content)
    assert tree.get("lang") == ("nl" if name == "schatting" else "en")
    ids = [str(each.get("id")) for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for drawing in tree.iter("svg"):
        assert set(str(drawing.get("aria-labelledby")).split()) <= set(ids)
        assert [child.tag for child in drawing][:2] == ["title", "desc"]


@pytest.mark.parametrize(("case", "name"), [*product(CASES, FILES)])
def test_the_paper_is_one_sheet_and_passes_both_standards(case: str, name: str) -> None:
    content = files(case)[f"{name}.pdf"]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang)[:2] == ("nl" if name == "schatting" else "en")
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        checked = page.validate_pdf_bytes(content, profile=profile)
        assert checked.is_compliant, checked.failures


def test_equal_estimates_are_equal_files() -> None:
    assert files("Western") == report_files(found("Western"), translator("nl"), VERSIONS, ON)


def test_both_languages_say_the_same_figures() -> None:
    """A text that lacks a figure in one language would hide it from half of the readers."""
    pairs = [(dutch.WORDS, english.WORDS), (dutch.METHODS, english.METHODS),
             (dutch.ESTIMATORS, english.ESTIMATORS), (dutch.INTERVALS, english.INTERVALS),
             (dutch.ASSUMPTIONS, english.ASSUMPTIONS)]  # fmt: skip
    for one, other in pairs:
        assert one.keys() == other.keys()
        for key in one:
            places = re.findall(r"\{\w+\}", one[key])
            assert sorted(places) == sorted(re.findall(r"\{\w+\}", other[key])), key


small_tables = st.dictionaries(st.integers(1, 7), st.integers(1, 40), min_size=1)


@given(small_tables)
def test_what_is_left_out_of_the_overlaps_cannot_be_computed(counts: dict[int, int]) -> None:
    """Every value of an overlap that is left out goes with all that is shown: some table has it,
    the same other overlaps and the same number of persons. Built here with other lists free."""
    table = from_counts("ABC", counts)
    overlaps = overlaps_of(table)
    pairs = {(i, j): overlaps.persons[i][j] for i in range(3) for j in range(i)}
    hidden = [pair for pair, n in pairs.items() if n is None]
    if not hidden:
        return
    assert [overlaps.persons[i][i] for i in range(3)] == [None] * 3
    for values in product(range(5), repeat=len(hidden)):
        other = pairs | dict(zip(hidden, values, strict=True))
        if overlaps.shown is Shown.NOTHING:
            continue
        together = {(1 << i) | (1 << j): n or 0 for (i, j), n in other.items()}
        alone = table.n_observed - sum(together.values())
        twin = overlaps_of(from_counts("ABC", together | {1: alone}))
        assert twin.persons == overlaps.persons


def test_lists_that_overlap_so_much_that_one_overlap_follows_show_none() -> None:
    """A and B share 8, B and C share 6, there are 10 persons: A and C share 4 at least."""
    overlaps = overlaps_of(from_counts("ABC", {7: 4, 3: 4, 6: 2}))
    assert overlaps.persons == ((None,), (None, None), (None, None, None))


@given(small_tables)
def test_sizes_are_shown_only_when_no_small_number_follows(counts: dict[int, int]) -> None:
    table = from_counts("ABC", counts)
    if overlaps_of(table).shown is not Shown.SIZES:
        return
    both = table.overlap()
    for i in range(3):
        for j in range(i):
            on_one = int(both[i, i] - both[i, j]), int(both[j, j] - both[i, j])
            neither = table.n_observed - sum(on_one) - int(both[i, j])
            assert min(*on_one, int(both[i, j]), neither) >= 5


def test_sizes_are_shown_where_they_are_safe() -> None:
    table = from_counts("ABC", {1: 40, 2: 30, 4: 20, 3: 16, 5: 15, 6: 14, 7: 6})
    overlaps = overlaps_of(table)
    assert overlaps.shown is Shown.SIZES
    assert overlaps.persons == ((77,), (22, 66), (21, 20, 55))


@pytest.mark.parametrize(
    "counts",
    [
        {1: 40, 2: 30, 4: 20, 3: 16, 5: 15, 6: 14},
        {1: 40, 2: 30, 4: 20, 3: 16, 5: 15, 6: 14, 7: 4},
        {1: 4, 2: 30, 4: 20, 3: 16, 5: 15, 6: 14, 7: 9},
        {1: 40, 2: 30, 4: 20, 3: 3, 5: 15, 6: 14, 7: 9},
    ],
)
def test_three_lists_show_no_size_when_that_gives_a_small_history(counts: dict[int, int]) -> None:
    """Everybody less the sizes plus the overlaps are those on all three, and so on."""
    overlaps = overlaps_of(from_counts("ABC", counts))
    assert overlaps.shown is Shown.OVERLAPS


def test_two_lists_and_a_small_overlap_show_no_size() -> None:
    """Size plus size less all persons would be the overlap."""
    overlaps = overlaps_of(from_counts("AB", {1: 40, 2: 30, 3: 4}))
    assert overlaps.persons == ((None,), (None, None))


def row(name: str, value: str, registered: float, estimated: float) -> Row:
    limits = Interval("percentile", 0.95, estimated * 0.8, estimated * 1.4, (1, 1))
    return Row((name,), (value,), registered, estimated, limits, None, None, None, None, 0.0)


def test_a_small_group_hides_the_registered_of_its_whole_covariate() -> None:
    rows = [row("sex", "man", 96, 400), row("sex", "woman", 4, 20), row("year", "2020", 100, 420)]
    told = groups([replace(rows[0], covariates=(), values=()), *rows], in_dutch(str))
    assert [each.registered for each in told] == ["–", "–", "100"]
    assert [each.estimate for each in told] == [
        "400 (320 – 560)",
        "20 (16 – 28)",
        "420 (340 – 590)",
    ]


def test_pairs_are_told_when_asked_and_hidden_with_a_thin_part_of_them() -> None:
    pair = replace(row("sex", "man", 50, 90), covariates=("year", "sex"), values=("2020", "man"))
    thin = replace(pair, registered=3.0)
    rows = [row("sex", "man", 96, 400), row("year", "2020", 100, 420), pair]
    told = groups(rows, in_dutch(str))[-1]
    assert (told.name, told.value, told.registered) == ("year × sex", "2020 × man", "50")
    assert groups([*rows, thin], in_dutch(str))[2].registered == "–"
    few = groups([row("sex", "woman", 4, 20), *rows], in_dutch(str))
    assert [each.registered for each in few] == ["–", "–", "100", "–"]


def test_a_small_estimate_is_not_told() -> None:
    assert groups([row("sex", "man", 5, 5.5)], in_english())[0].estimate == "too small to tell"


@cache
def split() -> Estimate:
    counts = {(on, year, sex): 12 + 9 * year + 7 * sex + 3 * on
              for on, year, sex in product((1, 2, 3, 4, 5, 6), (0, 1), (0, 1))}  # fmt: skip
    counts |= {(7, year, sex): 5 for year, sex in product((0, 1), (0, 1))}
    rows = np.array([key for key, n in counts.items() for _ in range(n)])
    levels = [("year", ("2019", "2020")), ("sex", ("man", "woman"))]
    lists = [[on >> bit & 1 for bit in range(3)] for on in rows[:, 0]]
    covariates = [Covariate(name, values) for name, values in levels]
    table = from_records("ABC", np.hstack([lists, rows[:, 1:]]).tolist(), covariates)
    return estimate(table, Plan(replicates=50, by=("year", "sex"), by_replicates=60))


@pytest.mark.parametrize("name", FILES)
def test_pairs_have_a_table_of_their_own_in_page_and_paper(name: str) -> None:
    made = report_files(split(), translator("nl"), VERSIONS, ON)
    tree: Any = html.document_fromstring(made[f"{name}.html"].decode())
    (heading,) = tree.xpath("//h3")
    assert heading.text == "year × sex"
    (table,) = tree.xpath(f"//table[@aria-labelledby='{heading.get('id')}']")
    rows = {row.xpath("th")[0].text: row.xpath("td/text()") for row in table.xpath("tbody/tr")}
    told = {" × ".join(row.values): row for row in split().by if len(row.values) == 2}
    assert rows.keys() == told.keys()
    paper = text_of_paper(made[f"{name}.pdf"])
    for value, (registered, estimated) in rows.items():
        assert int(registered) == told[value].registered
        assert value in paper
        assert estimated in paper
