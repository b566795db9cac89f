"""The results table of a letter takes its charts from what was released."""

import io

import pytest
from django.conf import LazySettings
from django.test import override_settings
from openpyxl import load_workbook

from samen.accounts.models import User
from samen.letters.actions import writing
from samen.letters.forms_of_letter import MAKERS
from samen.letters.queries.kept_facts import as_json, from_json
from samen.letters.queries.verifying import verify_letter
from samen.letters.queries.writing import desk
from samen.programme.actions import record_indicator
from samen.programme.queries import all_figures
from samen.programme.values import IndicatorFacts, Wording
from tests.cast import Cast
from tests.figures.released import make_release
from tests.letters.outgoing_letters import NOW, drafted
from tests.register.given_files import DAY, make_setting

pytestmark = pytest.mark.django_db


def test_a_released_figure_that_the_letter_tells_is_drawn_and_stays_as_it_was_frozen(
    cast: Cast, settings: LazySettings
) -> None:
    settings.CHECKPOINT_KEY = "11" * 32
    team: User = cast["programme_team"]
    letter = drafted(team)
    assert desk(letter).facts.charts == ()
    (figure,) = all_figures()
    counts = record_indicator(
        wording=Wording("Slachtoffers"), indicator=IndicatorFacts(definition="Wie is gemeld."),
        by=team, now=NOW,
    )  # fmt: skip
    with override_settings(TODAY=DAY):
        make_release(make_setting(), counts, team, reported=figure.indicator)
    facts = desk(letter).facts
    (chart,) = facts.charts
    assert chart.title == "Meldingen"
    assert from_json(as_json(facts)).charts == facts.charts
    writing.freeze_letter(letter=letter.pk, by=cast["approver"], now=NOW, because="Zo kan het.")
    letter.refresh_from_db()
    assert verify_letter(letter) == []
    book = load_workbook(io.BytesIO(MAKERS["resultatentabel.xlsx"](desk(letter).rendered)))
    assert book.sheetnames == ["Resultatentabel", "Grafieken"]
    assert [cell.value for (cell,) in book["Grafieken"]["B23:B24"]][1] == 1561
