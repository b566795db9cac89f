"""What a file may say fits where the register keeps it; more rows ask for no more statements."""

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from samen.core.terms import MemberRole
from samen.register.known_fields import fields
from samen.register.models import Registration
from samen.register.values import OWN
from tests.register.given_files import DAY, csv_file, make_setting, taken


def test_no_field_takes_more_signs_than_its_column() -> None:
    sizes = {name: getattr(Registration._meta.get_field(name), "max_length", 0) for name in OWN}
    takes = {name: max(map(len, fields()[name].codes.codes), default=fields()[name].most)
             for name in OWN}  # fmt: skip
    assert {name: takes[name] for name, most in sizes.items() if takes[name] > (most or 0)} == {}


@pytest.mark.django_db(transaction=True)
def test_a_row_with_a_long_house_number_is_refused_and_the_others_come_in() -> None:
    setting = make_setting()
    head = "registratienummer;achternaam;tussenvoegsel;huisnummer;plaats;documentnummer"
    long = ["P1;Vermeulen;;12 bovenwoning achter de poort;;", f"P2;Vermeulen;{'van ' * 20};;;",
            f"P3;Vermeulen;;;{'Aa' * 70};", f"P4;Vermeulen;;;;{'X' * 61}"]  # fmt: skip
    with override_settings(TODAY=DAY), setting.inside() as purpose:
        delivery = taken(purpose, csv_file([*long, "P5;Vermeulen;van;12;Breda;X1"], head))
    assert (delivery.added, delivery.findings["problems"]) == (1, {"too_long": 4})


@pytest.mark.django_db(transaction=True)
def test_a_search_asks_the_database_no_more_for_fifty_than_for_two() -> None:
    setting = make_setting()
    part, asked = setting.members[MemberRole.ANALYST], []
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    with override_settings(TODAY=DAY):
        for rows in (2, 50):
            with setting.inside() as purpose:
                taken(purpose, csv_file([f"P{n};Anna;Vermeulen;;;" for n in range(rows)]))
            with CaptureQueriesContext(connection) as statements:
                page = client.post(
                    f"/register/{part.pk}/avg6e/zoeken/", {"name": "vermeulen"}, follow=True
                )
            assert page.content.count(b"/registratie/") == rows
            asked.append(len(statements))
    assert asked[0] == asked[1]
