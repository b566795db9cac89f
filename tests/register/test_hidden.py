"""What a workbook hides is told to who takes it in, before and after."""

import io

import pytest
from django.test import override_settings
from openpyxl import Workbook

from samen.core.terms import MemberRole
from samen.register.actions_of_files import give_file
from samen.register.models import Registration
from tests.register.given_files import DAY, HEAD, NOW, make_setting, taken
from tests.register.test_pages import at, browser, text

pytestmark = pytest.mark.django_db


def workbook() -> io.BytesIO:
    """Rows 4 and 6 to 8 are hidden, the column of names of families and one that nobody knows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEAD.split(";"), "kleur"])
    for n in range(12):
        sheet.append([f"P{n}", "Anna", "Vermeulen", "17-05-1988", "vrouw", "", "blauw"])
    for row in (4, 6, 7, 8):
        sheet.row_dimensions[row].hidden = True
    for column in "CG":
        sheet.column_dimensions[column].hidden = True
    book.create_sheet("Lijst van namen").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out


def test_what_is_hidden_is_told_on_both_pages() -> None:
    setting = make_setting()
    with setting.inside() as purpose:
        given = give_file(purpose, stream=workbook(), name="m.xlsx", now=NOW)
        delivery = taken(purpose, workbook())
        assert Registration.objects.count() == 12
    client = browser(setting, MemberRole.REGISTRAR)
    with override_settings(TODAY=DAY):
        before = text(client, at(setting, MemberRole.REGISTRAR, f"inlezen/{given.pk}/"))
        after = text(client, at(setting, MemberRole.REGISTRAR, f"levering/{delivery.pk}/"))
    for page in (before, after):
        assert "4 verborgen rijen: 4, 6–8" in page
    assert "2 verborgen kolommen: achternaam, kleur" in before
    assert "1 verborgen blad, niet ingelezen: Lijst van namen" in before
    assert "1 verborgen kolom: achternaam" in after, "the other was not taken in"
    assert "Lijst van namen" not in after, "the title of a sheet may name somebody"
