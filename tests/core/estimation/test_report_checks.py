"""The sheets beside the first: groups, and what the estimate hangs on and finds."""

import io
import math
import re
from functools import cache
from itertools import pairwise

import page
import pikepdf
import pytest
from lxml import html

from samen.core.estimation.checks import sensitivity, validation
from samen.core.estimation.estimate import Estimate, Plan, estimate
from samen.core.estimation.procedures import main
from samen.core.estimation.report import dutch, english
from samen.core.estimation.report.checked import checked
from samen.core.estimation.report.content import content
from samen.core.estimation.report.files import report_files
from samen.core.estimation.report.known import bias_said, known_lists
from samen.core.estimation.report.language import in_dutch, in_english
from samen.core.estimation.report.sway import tipping_said, tornado
from samen.core.estimation.rounding import in_two_digits
from samen.core.estimation.table import from_counts
from samen.site.messages import translator
from tests.core.estimation.invented import table as invented
from tests.core.estimation.published import named, table
from tests.core.estimation.test_report import ON, VERSIONS, text_of_page, text_of_paper

WESTERN = named(table("Western"))
LARGE = from_counts("ABC", {1: 900, 2: 1000, 3: 420, 4: 800, 5: 380, 6: 430, 7: 200})
FILES = ("schatting", "estimate")


def two(value: float) -> str:
    return in_two_digits(value, ",")


@cache
def found() -> Estimate:
    """With every sheet there is."""
    plan = Plan("main", replicates=50, by=("sex",), by_replicates=20, sensitivity=True,
                validate=True, worlds=2)  # fmt: skip
    return estimate(invented(6000), plan)


@cache
def files() -> dict[str, bytes]:
    return report_files(found(), translator("nl"), VERSIONS, ON)


@pytest.mark.parametrize("name", FILES)
def test_groups_and_checks_have_a_sheet_each(name: str) -> None:
    words = (dutch if name == "schatting" else english).WORDS
    content = files()[f"{name}.pdf"]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 3
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(content, profile=profile).is_compliant
    tree = html.document_fromstring(files()[f"{name}.html"].decode())
    sheets = [each for each in tree.iter("section") if each.get("class") == "sheet"]
    assert [sheet[0].text for sheet in sheets] == [words["groups"], words["checks"]]
    told = sheets[0][1].text or ""
    assert told in text_of_page(files()[f"{name}.html"])
    ids = [str(each.get("id")) for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", FILES)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    """The parts of a sheet stand below its own heading."""
    tree = html.document_fromstring(files()[f"{name}.html"].decode())
    levels = [int(str(each.tag)[1]) for each in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    sheets = [each for each in tree.iter("section") if each.get("class") == "sheet"]
    assert [len([*sheet.iter("h2")]) for sheet in sheets] == [1, 1]


def test_who_does_not_see_a_drawing_is_told_its_finding_first() -> None:
    words = content(found(), in_english(), VERSIONS, ON)
    assert words.forest
    assert words.checked
    assert words.checked.tornado
    totals = [said.removeprefix("ca. ").split(" (")[0] for _, said in words.forest.rows]
    values = [float(each.replace(",", "")) for each in totals if each[0].isdigit()]
    run = f"The estimates run from {min(values):,.0f} to {max(values):,.0f};"
    assert words.forest.description.startswith(run)
    widest, moved = words.checked.tornado.rows[0]
    assert f"moves most with {widest}: {moved}." in words.checked.tornado.description
    for path in words.checked.paths:
        (start, first), (end, last) = path.rows[0], path.rows[-1]
        assert path.description.startswith(
            f"The estimate goes from {first} ({start}) to {last} ({end})."
        )


@pytest.mark.parametrize("name", FILES)
def test_page_and_paper_say_the_same_of_the_checks(name: str) -> None:
    language = in_dutch(translator("nl")) if name == "schatting" else in_english()
    said = checked(found(), language, sizes=True)
    assert said
    assert said.known
    cells = [cell for row in said.known.rows for cell in row]
    for text in (text_of_page(files()[f"{name}.html"]), text_of_paper(files()[f"{name}.pdf"])):
        flat = re.sub(r"\s+", "", text)
        for words in (said.tipping, said.bias, said.coverage, *cells):
            assert re.sub(r"[\s-]+", "", words) in flat.replace("-", "")


def test_the_widest_bar_is_on_top_and_each_holds_the_estimate() -> None:
    drawn = tornado(sensitivity(WESTERN, main(5)), two, in_english())
    assert drawn
    found = sensitivity(WESTERN, main(5))
    plain = found.plain.total or 0
    widths = []
    for _, said in drawn.rows:
        ends = [float(end.replace(",", "")) for end in said.rstrip("*").split(" – ")]
        widths.append(math.log(max(*ends, plain) / min(*ends, plain)))
    rounding = 0.11  # the words have two digits
    assert all(later <= sooner + rounding for sooner, later in pairwise(widths))
    assert dict(drawn.rows)["Without list A"] == two(found.without[0].outcome.total or 0)


def test_many_lists_left_out_are_one_bar() -> None:
    counts = {1 << at: 50 + at for at in range(9)} | {3 << at: 20 + at for at in range(8)}
    drawn = tornado(sensitivity(from_counts("ABCDEFGHI", counts), main(9)), two, in_english())
    assert drawn
    names = [name for name, _ in drawn.rows]
    assert "Each list left out in turn" in names
    assert not any(name.startswith("Without list") for name in names)


def test_a_star_says_that_some_settings_have_no_estimate() -> None:
    lists = from_counts("ABC", {1: 40, 2: 30, 4: 20, 3: 6, 5: 5})
    found = sensitivity(lists, main(3))
    assert [each.outcome.total is None for each in found.without] == [True, False, False]
    drawn = tornado(found, two, in_english())
    assert drawn
    assert dict(drawn.rows)["Without list A"] == "no estimate"
    none = [each for each in found.links if each.false == 0 and each.outcome.total is None]
    assert ("*" in dict(drawn.rows)["Up to 5% of the links missed"]) == bool(none)


def test_the_tipping_point_is_one_sentence_with_its_lists() -> None:
    found = sensitivity(WESTERN, main(5))
    assert found.tipping
    said = tipping_said(found, two, in_english())
    pair, tipping = found.tipping
    assert f"between {pair.lists[0]} and {pair.lists[1]}" in said
    assert two(tipping.target) in said
    assert "1.0" in said
    apart = sensitivity(from_counts("ABC", {1: 30, 2: 20, 4: 10}), main(3))
    assert tipping_said(apart, two, in_english()) == english.WORDS["no_tipping"]


def test_sizes_of_lists_are_told_only_when_they_may_be() -> None:
    consistency = validation(LARGE, main(3)).consistency
    sizes = {f"{each.known:,}" for each in consistency.lists}
    open_rows = known_lists(consistency, in_english(), sizes=True).rows
    assert {row[1] for row in open_rows} == sizes
    closed = known_lists(consistency, in_english(), sizes=False)
    assert len(closed.heads) == len(closed.rows[0]) == 3
    assert not sizes & {cell for row in closed.rows for cell in row}
    small = estimate(WESTERN, Plan(replicates=50, validate=True))
    text = text_of_page(report_files(small, translator("nl"), VERSIONS, ON)["estimate.html"])
    assert english.WORDS["known"] in text
    assert english.WORDS["size_known"] not in text.split(english.WORDS["known"])[1]


def test_an_interval_without_end_says_so() -> None:
    rows = known_lists(validation(WESTERN, main(5)).consistency, in_english(), sizes=True).rows
    assert any("∞" in row[2] and row[4] == "yes, no upper limit" for row in rows)


def test_estimates_that_are_too_low_are_said_to_be_so() -> None:
    consistency = validation(WESTERN, main(5)).consistency
    share = round(100 * (1 - math.exp(consistency.mean_log_bias or 0)))
    assert share > 10
    assert f"{share}% too low" in bias_said(consistency, in_english())
    two = validation(from_counts("AB", {1: 40, 2: 30, 3: 12}), main(2)).consistency
    assert bias_said(two, in_english()) == english.WORDS["no_known"]


def test_a_refused_estimate_has_no_sheet_of_checks() -> None:
    table = from_counts("ABC", {1: 400, 2: 300, 4: 200, 3: 3, 5: 2, 6: 2})
    refused = estimate(table, Plan(replicates=50, sensitivity=True, validate=True))
    assert refused.sensitivity
    made = report_files(refused, translator("nl"), VERSIONS, ON)
    assert english.WORDS["checks"] not in text_of_page(made["estimate.html"])
    with pikepdf.open(io.BytesIO(made["estimate.pdf"])) as pdf:
        assert len(pdf.pages) == 1
