"""Whole names in one column: somebody sees how they fall into parts before they come in."""

import pytest

from samen.core.terms import MemberRole
from samen.register.models import Registration
from tests.register.given_files import Setting, csv_file
from tests.register.test_pages import browser, filled_in, given, text, work_on

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
ROWS = ["P1;Vermeulen, A. van der", "P2;B. de Groot", "P3;onbekend"]


def test_the_page_shows_names_in_parts_and_they_come_in_so(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file(ROWS, "registratienummer;volledige naam").getvalue())
    page = text(client, path)
    assert "Hele namen in delen" in page
    assert "<td>A.</td><td>van der</td><td>Vermeulen</td>" in page
    work_on(client, path, filled_in(client, path) | {"names-seen": "1"})
    with setting.inside():
        found = Registration.objects.order_by("source_key")
        assert [(r.given_names, r.family_name_prefix, r.family_name) for r in found] == [
            ("A.", "van der", "Vermeulen"), ("B.", "de", "Groot"), ("", "", ""),
        ]  # fmt: skip
        assert found[0].raw == {
            "registratienummer": "P1",
            "volledige naam": "Vermeulen, A. van der",
        }


def test_who_calls_a_column_whole_names_sees_them_in_parts_first(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file(ROWS, "registratienummer;betrokken").getvalue())
    form = filled_in(client, path) | {"field-1": "full_name"}
    answer = client.post(path, form)
    assert answer.status_code == 400
    assert "<td>B.</td><td>de</td><td>Groot</td>" in answer.content.decode()
    with setting.inside():
        assert not Registration.objects.exists()
    work_on(client, path, form | {"names-seen": "1"})
    with setting.inside():
        assert Registration.objects.count() == 3
