"""A letter that goes out, drafted from a small register, for the tests of its pages."""

from datetime import UTC, date, datetime
from decimal import Decimal

from samen.accounts.models import User
from samen.letters.actions import writing
from samen.letters.models import OutgoingLetter
from samen.letters.queries.writing import desk
from samen.programme import actions as programme
from samen.programme.values import FigureFacts, IndicatorFacts, Standing, Wording

NOW = datetime(2022, 11, 1, 9, tzinfo=UTC)
SAID = date(2022, 6, 1)


def drafted(by: User) -> OutgoingLetter:
    """A draft about one action, one open promise without a term, and one figure."""
    programme.record_action(
        wording=Wording("De dienst opent tien plekken", theme=programme.add_theme(name="Opvang")),
        standing=Standing("running", SAID),
        by=by,
        now=NOW,
    )
    for words in ("De Kamer hoort hoe het gaat", "De minister overlegt met gemeenten"):
        programme.record_commitment(
            wording=Wording(words), standing=Standing("new", SAID), by=by, now=NOW
        )
    indicator = programme.record_indicator(
        wording=Wording("Meldingen"), indicator=IndicatorFacts(), by=by, now=NOW
    )
    programme.record_figure(
        indicator=indicator,
        figure=FigureFacts(2021, "Jaarbeeld", value=Decimal(1561)),
        by=by,
        now=NOW,
    )
    plan = writing.LetterPlan(2022, date(2022, 11, 15), "Vierde brief", "Ministerie van Voorbeeld")
    number = writing.start_letter(plan=plan, by=by, now=NOW)
    return OutgoingLetter.objects.get(pk=number)


def move_on(letter: OutgoingLetter, by: User) -> str:
    """The register goes on after the draft: the action is done. The key of its section."""
    section = letter.sections.get(body__contains="tien plekken")
    entry = next(e.id for e in desk(letter).facts.entries.values() if "plekken" in e.title)
    programme.append_status(
        entry=entry, standing=Standing("done", date(2022, 10, 1)), by=by, now=NOW
    )
    return section.key
