"""Police data that lie apart and are delivered again are known, and stay as they are."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from samen.core.terms import Ground, MemberRole
from samen.register.models import Registration
from samen.register.queries_of_files import keys_apart
from tests.register.given_files import DAY, NOW, Setting, csv_file, make_setting, taken
from tests.register.test_apart import apart
from tests.register.test_pages import at, browser, text

pytestmark = pytest.mark.django_db(transaction=True)
AFTER = date(2024, 1, 17)
HEAD = "registratienummer;voornaam;achternaam;nationaliteit"
THEM = (
    "SELECT row_hash, r.remove_due, said FROM register_registration r"
    " JOIN register_origin USING (id)"
)


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    for ground in (Ground.WPG10, Ground.AVG6E):
        with made.inside(ground=ground) as purpose:
            taken(purpose, csv_file(["P1;Anna;Vermeulen;Poolse"], HEAD))
    return made


def test_what_lies_apart_and_is_delivered_again_has_nothing_new(setting: Setting) -> None:
    before = apart(THEM)
    rows = ["P1;Anna;Vermeulen;Poolse", "P2;Bogdan;Petrov;"]
    with setting.inside(ground=Ground.WPG10, today=AFTER) as purpose:
        delivery = taken(purpose, csv_file(rows, HEAD), now=NOW + timedelta(days=791))
        assert (delivery.added, delivery.changed, delivery.same) == (1, 0, 1)
        assert [each.source_key for each in Registration.objects.all()] == ["id:P2"]
    assert apart(THEM) == before
    path = at(setting, MemberRole.REGISTRAR, f"levering/{delivery.pk}/").replace("avg6e", "wpg10")
    with override_settings(TODAY=AFTER):
        page = text(browser(setting, MemberRole.REGISTRAR), path)
    assert "1 rij zonder iets nieuws is van politiegegevens die apart liggen" in page


def test_what_lies_apart_and_is_delivered_with_news_is_told(setting: Setting) -> None:
    """It may be of somebody else: the partner sends that under a new number, and it is not lost."""
    before = apart(THEM)
    rows = ["P2;Bogdan;Petrov;", "P1;Chidi;Okonkwo;Roemeense"]
    with setting.inside(ground=Ground.WPG10, today=AFTER) as purpose:
        delivery = taken(purpose, csv_file(rows, HEAD), now=NOW + timedelta(days=791))
        assert (delivery.added, delivery.changed) == (1, 0)
    assert apart(THEM) == before
    path = at(setting, MemberRole.REGISTRAR, f"levering/{delivery.pk}/").replace("avg6e", "wpg10")
    with override_settings(TODAY=AFTER):
        page = text(browser(setting, MemberRole.REGISTRAR), path)
    assert "stuurt de partner onder een nieuw nummer: 3." in page
    assert "zonder iets nieuws is van politiegegevens" not in page


def test_who_did_not_write_it_is_not_told_whether_it_is_the_same(setting: Setting) -> None:
    told = apart("SELECT source_key, row_hash FROM register_registration WHERE regime = 'wpg'")
    words = "SELECT register_same_apart(%s, %s)"
    keys, hashes = map(list, zip(*told, strict=True))
    for made, role, ground, found in (
        (setting, MemberRole.REGISTRAR, Ground.WPG10, [("id:P1",)]),
        (setting, MemberRole.REGISTRAR, Ground.AVG6E, []),
        (setting, MemberRole.ANALYST, Ground.WPG10, []),
        (make_setting("Ander", "dienst Ander"), MemberRole.REGISTRAR, Ground.WPG10, []),
    ):
        day = AFTER if ground is Ground.WPG10 else DAY
        with made.inside(role, ground=ground, today=day), connection.cursor() as cursor:
            cursor.execute(words, [keys, hashes])
            assert cursor.fetchall() == found


def test_only_who_takes_in_police_data_is_told_what_lies_apart(setting: Setting) -> None:
    with setting.inside(ground=Ground.WPG10, today=AFTER):
        assert keys_apart(["id:P1", "id:P2"]) == {"id:P1"}
        assert keys_apart(["id:P2"]) == keys_apart([]) == set()
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT register_keys_apart()")
    for ground, today, role in (
        (Ground.AVG6E, AFTER, MemberRole.REGISTRAR),
        (Ground.WPG10, date(2021, 11, 18), MemberRole.REGISTRAR),
        (Ground.WPG10, AFTER, MemberRole.ANALYST),
    ):
        with setting.inside(role, ground=ground, today=today):
            assert keys_apart(["id:P1"]) == set()
    other = make_setting("Ander", "dienst Ander")
    with other.inside(ground=Ground.WPG10, today=AFTER):
        assert keys_apart(["id:P1"]) == set()


def test_a_typed_number_that_lies_apart_is_refused_in_words(setting: Setting) -> None:
    path = at(setting, MemberRole.REGISTRAR, "nieuw/").replace("avg6e", "wpg10")
    given = {"kind": "victim", "source_id": "P1", "family_name": "Vermeulen"}
    with override_settings(TODAY=AFTER):
        answer = browser(setting, MemberRole.REGISTRAR).post(path, given)
    assert answer.status_code == 409
    assert "ligt apart (Wpg art. 14)" in answer.content.decode()
