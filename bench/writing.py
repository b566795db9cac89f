"""How long a letter of 500 entries takes: drafting, checking, and each file.

Run: ./samen bench writing [ENTRIES]
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from statistics import median

from samen.core.terms import ActionStatus, CandidateKind, PromiseStatus
from samen.core.writing.checks import check_letter
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import Section
from samen.core.writing.facts import EntryFact, Facts, FigureFact, PaperFact
from samen.core.writing.formats.machine import to_json
from samen.core.writing.formats.pdf import to_pdf
from samen.core.writing.formats.table import to_csv, to_ods, to_xlsx
from samen.core.writing.formats.web import to_html
from samen.core.writing.formats.word import to_word
from samen.core.writing.render import Renderer, results_rows
from samen.core.writing.rendered import Heading, RenderedLetter

REPEATS = 5
ON, BEFORE = date(2022, 11, 15), date(2021, 11, 17)


def facts_of(size: int) -> Facts:
    """An invented register: two actions for each promise, a motion for each ten entries."""
    entries = {number: _entry(number) for number in range(1, size + 1)}
    papers = {
        entry.number: PaperFact(entry.number, entry.title, date(2021, 6, 22), "2020-2021")
        for entry in entries.values()
        if entry.number
    }
    figures = {
        str(n): FigureFact(
            str(n), f"Reeks {n}", 2021, "", Decimal(n), "", "personen", "Jaarbeeld 2021", None
        )
        for n in range(1, size // 5)
    }
    return Facts(today=ON, entries=entries, figures=figures, papers=papers, previous=BEFORE)


def _entry(number: int) -> EntryFact:
    theme = f"Thema {'abcdefghijkl'[number % 12].upper()}"
    if number % 10 == 0:
        title = f"Motie over onderwerp {number}"
        return EntryFact(number, CandidateKind.MOTION, title, theme, number=f"kst-28638-{number}")
    if number % 3 == 0:
        title = f"De Kamer wordt voor de zomer van 2023 geïnformeerd over deel {number}"
        kind, status = CandidateKind.COMMITMENT, str(PromiseStatus.RUNNING)
    else:
        title = f"Het ministerie van VWS is dit najaar begonnen met proef {number} in 12 gemeenten"
        kind, status = CandidateKind.ACTION, str(ActionStatus.RUNNING)
    said = "in 2022 deden 34 gemeenten mee"
    return EntryFact(
        number,
        kind,
        title,
        theme,
        ("ministerie van VWS",),
        status,
        due=ON,
        said=said,
        on=ON,
        said_on=BEFORE,
    )


def timed(act: Callable[[], object]) -> float:
    """Median seconds of a few runs."""
    spent = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return median(spent)


def letter_of(facts: Facts, sections: list[Section]) -> RenderedLetter:
    renderer = Renderer(facts)
    printed = tuple(renderer.section(section) for section in sections)
    heading = Heading("Ministerie van Voorbeeld", "Aan de Kamer", "Voortgangsbrief", ON)
    return RenderedLetter(heading, printed, tuple(renderer.notes), results_rows(facts, {}))


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    facts = facts_of(size)
    opening = Opening("Samen", BEFORE, 4)
    sections = compose(facts, opening)
    letter = letter_of(facts, sections)
    acts: dict[str, Callable[[], object]] = {
        "draft": lambda: compose(facts, opening),
        "check": lambda: check_letter(sections, facts),
        "docx": lambda: to_word(letter),
        "pdf": lambda: to_pdf(letter),
        "html": lambda: to_html(letter),
        "json": lambda: to_json(letter),
        "xlsx": lambda: to_xlsx(letter.rows),
        "ods": lambda: to_ods(letter.rows),
        "csv": lambda: to_csv(letter.rows),
    }
    print(f"{size} entries, {len(letter.notes)} footnotes; median of {REPEATS}, seconds")
    total = 0.0
    for name, act in acts.items():
        seconds = timed(act)
        total += seconds
        print(f"{name:<8}{seconds:>8.3f}")
    print(f"{'all':<8}{total:>8.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
