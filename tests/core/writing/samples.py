"""A small invented register, and the letter that comes out of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samen.core.terms import ActionStatus, CandidateKind, Funded, PromiseStatus, Recurrence
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import Section
from samen.core.writing.facts import AmountFact, EntryFact, Facts, FigureFact, PaperFact
from samen.core.writing.render import Renderer, results_rows
from samen.core.writing.rendered import Heading, RenderedLetter, Signature

BEFORE = date(2021, 11, 17)
ACTION, PROMISE, MOTION = 1, 2, 3


def sample_facts() -> Facts:
    entries = [
        EntryFact(
            ACTION,
            CandidateKind.ACTION,
            "Het ministerie van VWS is dit najaar begonnen met 12 proeven voor jongeren tot 23",
            theme="Jongeren",
            owners=("ministerie van VWS",),
            status=ActionStatus.RUNNING,
            due=date(2023, 6, 30),
            due_words="eerste helft van 2023",
            told_last=True,
            said="in 2022 deden 34 gemeenten mee (Covid-19 gaf vertraging)",
            quote="begonnen met 12 proeven",
            on=date(2022, 9, 1),
        ),
        EntryFact(
            PROMISE,
            CandidateKind.COMMITMENT,
            "De Kamer wordt voor de zomer van 2022 geïnformeerd over artikel 273f Sr",
            theme="Jongeren",
            owners=("staatssecretaris van JenV",),
            status=PromiseStatus.KEPT,
            closed=True,
            proven=True,
            due=date(2022, 7, 7),
        ),
        EntryFact(
            MOTION,
            CandidateKind.MOTION,
            "Motie Voorbeeld c.s. over opvang",
            theme="Opvang",
            status=PromiseStatus.RUNNING,
            number="kst-28638-192",
        ),
    ]
    figures = [
        FigureFact(
            "1",
            "Geregistreerde slachtoffers",
            2020,
            "",
            Decimal(1013),
            "",
            "personen",
            "Jaarbeeld 2021",
            date(2022, 6, 1),
        ),
        FigureFact(
            "2",
            "Geregistreerde slachtoffers",
            2021,
            "",
            Decimal(791),
            "",
            "personen",
            "Jaarbeeld 2021",
            date(2022, 6, 1),
        ),
        FigureFact(
            "3", "Daling", 2021, "", Decimal(22), "", "percent", "Jaarbeeld 2021", date(2022, 6, 1)
        ),
        FigureFact(
            "4",
            "Geregistreerde slachtoffers",
            2019,
            "",
            Decimal(1372),
            "",
            "personen",
            "Jaarbeeld 2019",
            date(2020, 6, 1),
        ),
    ]
    return Facts(
        today=date(2022, 11, 15),
        entries={entry.id: replace(entry, said_on=BEFORE) for entry in entries},
        figures={figure.id: figure for figure in figures},
        amounts={
            7: AmountFact(
                7,
                "Opvang van slachtoffers",
                Decimal(10_500_000),
                2022,
                2024,
                Recurrence.YEARLY,
                Funded.YES,
            )
        },
        papers={
            "kst-28638-192": PaperFact("kst-28638-192", "Motie", date(2021, 6, 22), "2020-2021")
        },
        previous=BEFORE,
        abbreviations={"VWS": "ministerie van Volksgezondheid, Welzijn en Sport"},
    )


def sample_sections(facts: Facts) -> list[Section]:
    return compose(facts, Opening("Samen tegen mensenhandel", BEFORE, 4))


def sample_letter() -> RenderedLetter:
    facts = sample_facts()
    renderer = Renderer(facts)
    sections = tuple(renderer.section(section) for section in sample_sections(facts))
    return RenderedLetter(
        heading=Heading(
            "Ministerie van Voorbeeld",
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
            "Vierde voortgangsbrief programma Samen tegen mensenhandel",
            facts.today,
        ),
        sections=sections,
        notes=tuple(renderer.notes),
        rows=results_rows(facts, {}),
        signatures=(Signature("De Staatssecretaris van Voorbeeld", "T. Voorbeeld"),),
    )
