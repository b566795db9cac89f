"""A partner's file goes in whole or not at all, once, and what was wrong comes back to mend."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.urls import reverse

from samen.accounts.models import User
from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.actions import Part, Plan, add_member, add_team, open_processing
from samen.purposes.inside import inside
from samen.purposes.models import Membership
from samen.register import queries
from samen.register.actions import note_necessity
from samen.register.actions_of_files import empty_file, give_file, keep_profile, take_in_file
from samen.register.models import Delivery, FilePiece, Registration, RegistrationVersion
from samen.register.queries_of_files import (
    became_others,
    rows_to_mend,
    waiting_file,
    write_content,
)
from tests.register.given_files import (
    DAY,
    HEAD,
    NOW,
    ROWS,
    START,
    Setting,
    csv_file,
    make_setting,
    reading_of,
    taken,
)
from tests.register.test_pages import browser, text

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def setting(db: None) -> Setting:
    return make_setting()


def test_a_row_keeps_what_was_read_and_what_stood_there(setting: Setting) -> None:
    with setting.inside() as purpose:
        delivery = taken(purpose, csv_file())
        found = Registration.objects.get(source_key="id:P1")
    assert (delivery.rows, delivery.added, delivery.refused) == (2, 2, 1)
    assert (found.source_row, found.delivery_id) == (2, delivery.pk)
    assert (found.given_names, found.family_name) == ("Anna", "van der Vermeulen")
    assert (found.birth_from, found.birth_precision) == (date(1988, 5, 17), "day")
    assert found.phone == "+31612345678"
    assert found.said["sex"] == {"state": "known", "value": "female"}
    assert set(found.values) == {"source_id", "birth_date"}, "the others have a column of their own"
    assert found.raw["telefoon"] == "06 12345678"


def test_a_date_keeps_its_precision_and_an_empty_cell_its_state(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file())
        found = Registration.objects.get(source_key="id:P2")
    assert (found.birth_from, found.birth_until) == (date(1990, 1, 1), date(1990, 12, 31))
    assert found.birth_precision == "year"
    assert found.values["phone"] == {"state": "not_asked"}
    assert "telefoon" not in found.raw


def test_signs_that_json_writes_otherwise_come_through(setting: Setting) -> None:
    odd = 'P9;"An ""na"" \\ B";Øst;1990;vrouw;'
    with setting.inside() as purpose:
        taken(purpose, csv_file([odd]))
        found = Registration.objects.get()
    assert found.raw["voornaam"] == 'An "na" \\ B'
    assert found.said["given_names"]["value"] == found.given_names


def test_the_same_file_twice_changes_nothing(setting: Setting) -> None:
    with setting.inside() as purpose:
        first = taken(purpose, csv_file())
    with setting.inside() as purpose:
        again = taken(purpose, csv_file(), now=LATER)
        assert again == first
        assert Registration.objects.count() == 2
        assert Delivery.objects.count() == 1


def test_a_changed_row_becomes_a_version_and_an_unchanged_one_stays(setting: Setting) -> None:
    moved = ROWS[1].replace("Petrov", "Petrova")
    with setting.inside() as purpose:
        taken(purpose, csv_file())
    with setting.inside() as purpose:
        second = taken(purpose, csv_file([ROWS[0], moved]), now=LATER)
        assert (second.added, second.changed) == (0, 1)
        assert Registration.objects.get(source_key="id:P2").family_name == "Petrova"
        assert RegistrationVersion.objects.get().was["family_name"] == "Petrov"


PEOPLE = [f"P{n};{given};{family};0{n}-05-198{n};vrouw;" for n, (given, family) in enumerate(
    (("Anna", "Vos"), ("Bogdan", "Petrov"), ("Chidi", "Okonkwo"), ("Dorota", "Nowak"),
     ("Emeka", "Balogun"), ("Fatima", "Haddad"), ("Gijs", "Meijer")), start=1)]  # fmt: skip


def under_other_numbers(n: int) -> list[str]:
    """The same persons, of whom the first `n` have each other's numbers."""
    told = [row.split(";", 1) for row in PEOPLE]
    turned = [*told[1:n], told[0], *told[n:]]
    return [f"{number};{row}" for (number, _), (_, row) in zip(told, turned, strict=True)]


def test_a_file_whose_numbers_belong_to_others_changes_nothing(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file(PEOPLE))
    with pytest.raises(Refused, match="somebody else"), setting.inside() as purpose:
        taken(purpose, csv_file(under_other_numbers(5)), now=LATER)
    with setting.inside():
        assert Delivery.objects.count() == 1
        assert Registration.objects.get(source_key="id:P1").given_names == "Anna"


@pytest.mark.parametrize("left_out", ["voornaam", "achternaam", "geboortedatum"])
def test_others_are_known_as_such_by_two_things_too(setting: Setting, left_out: str) -> None:
    """A file of another office that has the same numbers and leaves one column out."""
    place = HEAD.split(";").index(left_out)
    with setting.inside() as purpose:
        taken(purpose, csv_file(PEOPLE))
    rows = [";".join(cell for n, cell in enumerate(row.split(";")) if n != place)
            for row in under_other_numbers(7)]  # fmt: skip
    head = HEAD.replace(f"{left_out};", "")
    with pytest.raises(Refused, match="somebody else"), setting.inside() as purpose:
        taken(purpose, csv_file(rows, head), now=LATER)


def test_a_thing_does_not_come_to_stand_under_the_number_of_a_person(setting: Setting) -> None:
    """Another list of the same office, of vehicles, that is numbered from one too."""
    with setting.inside() as purpose:
        taken(purpose, csv_file(PEOPLE))
    rows = [f"P{n};voertuig;XX-{n}-XX" for n in range(1, 8)]
    with pytest.raises(Refused, match="somebody else"), setting.inside() as purpose:
        taken(purpose, csv_file(rows, "registratienummer;type;kenteken"), now=LATER)


def test_names_that_were_in_each_others_columns_are_put_right(setting: Setting) -> None:
    people = [row.split(";") for row in PEOPLE]
    turned = [";".join((each[0], each[2], each[1], "", *each[4:])) for each in people]
    right = [";".join((*each[:3], "", *each[4:])) for each in people]
    with setting.inside() as purpose:
        taken(purpose, csv_file(turned))
    with setting.inside() as purpose:
        second = taken(purpose, csv_file(right), now=LATER)
    assert (second.changed, second.findings["others"]) == (7, 0)


def test_a_few_numbers_that_belong_to_others_are_told_and_listed(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file(PEOPLE))
    with setting.inside() as purpose:
        married = PEOPLE[6].replace("Meijer", "Visser")
        second = taken(purpose, csv_file([*under_other_numbers(3)[:6], married]), now=LATER)
        assert (second.changed, second.findings["others"]) == (4, 3)
        found = became_others(purpose, second.pk)
        keys = Registration.objects.filter(pk__in=found).values_list("source_key", flat=True)
        assert sorted(keys) == ["id:P1", "id:P2", "id:P3"]
        assert became_others(purpose, Delivery.objects.earliest("received_at").pk) == []
        path = reverse("register:delivery", args=[purpose.membership.pk, purpose.ground, second.pk])
    with override_settings(TODAY=DAY):
        page = text(browser(setting, MemberRole.REGISTRAR), path)
    assert "Onder 3 bekende nummers staat nu iemand anders" in page
    assert all(f"/registratie/{number}/" in page for number in found)


def seat(setting: Setting, scope: Scope, team: UUID | None = None) -> Membership:
    """One more registrar."""
    number = User.objects.count()
    person = User.objects.create_user(f"r{number}@voorbeeld.example", None, name=f"R {number}")
    part = Part(setting.organisation.pk, MemberRole.REGISTRAR, scope, START, team=team)
    return add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


def test_a_row_that_two_teams_have_is_changed_for_both_and_counted_once(setting: Setting) -> None:
    teams = [
        add_team(organisation=setting.organisation.pk, name=name, today=START).pk for name in "AB"
    ]
    for team in teams:
        part = seat(setting, Scope.TEAM, team)
        with inside(membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=DAY) as own:
            assert taken(own, csv_file()).added == 2, "what another team has is out of reach"
    with setting.inside() as purpose:
        again = taken(purpose, csv_file([ROWS[0].replace("Anna", "Hanna"), ROWS[1]]), now=LATER)
        assert (again.added, again.changed, again.same) == (0, 1, 1)
        names = Registration.objects.filter(source_key="id:P1").values_list("given_names", "team")
        assert set(names) == {("Hanna", team) for team in teams}


@pytest.mark.parametrize(
    ("ground", "goes"), [(Ground.WPG8, date(2022, 11, 17)), (Ground.WPG10, date(2027, 5, 17))]
)
def test_a_term_from_the_first_processing_does_not_begin_anew_with_a_new_version(
    setting: Setting, ground: Ground, goes: date
) -> None:
    """Wpg art. 8 lid 6 counts from the first processing, art. 10 lid 6 from the last that was
    necessary; a row keeps its own ground."""
    plan = Plan("Politie", "Opsporing", frozenset({Ground.WPG8, Ground.WPG10}),
                frozenset({setting.organisation.pk}), START, date(2022, 6, 1))  # fmt: skip
    police = replace(setting, processing=open_processing(plan, today=START))
    part = seat(police, Scope.NATIONAL)
    for day, opened in ((date(2021, 11, 17), ground), (date(2022, 5, 17), Ground.WPG10)):
        row = f"P1;Anna;Vermeulen;{day.year - 30};vrouw;"
        with inside(membership=part.pk, user=part.user_id, ground=opened, today=day) as purpose:
            taken(purpose, csv_file([row]))
            found = Registration.objects.get()
    assert (found.ground, found.last_necessary_at) == (ground, date(2022, 5, 17))
    assert found.remove_due == goes
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=day) as purpose:
        assert note_necessity(purpose, found.pk).remove_due == goes


def test_refused_rows_come_back_mended_under_the_same_mapping(setting: Setting) -> None:
    with setting.inside() as purpose:
        delivery = taken(purpose, csv_file())
        bad = rows_to_mend(delivery.pk)
        assert bad is not None
        out = io.BytesIO()
        write_content(purpose, bad, out.write)
        assert delivery.findings["problems"] == {"no_such_day": 1}
        mended = out.getvalue().replace(b"30-02-1991", b"28-02-1991")
        second = taken(purpose, io.BytesIO(mended), now=LATER)
        assert (second.added, second.refused) == (1, 0)
        assert rows_to_mend(second.pk) is None


def test_a_file_that_breaks_off_leaves_nothing(setting: Setting) -> None:
    whole = csv_file([f"P{n};Anna;Vermeulen;1988;vrouw;" for n in range(40_000)])
    cut = io.BytesIO(whole.getvalue() + b"x" * (1 << 24) + b"xx" * (1 << 23))
    with pytest.raises(BadInput), setting.inside() as purpose:
        taken(purpose, cut)
    with setting.inside():
        assert Registration.objects.count() == Delivery.objects.count() == 0


def test_who_may_not_write_is_told_so(setting: Setting) -> None:
    refused = pytest.raises(Refused, match="does not let you write")
    with refused, setting.inside(MemberRole.ANALYST) as purpose:
        taken(purpose, csv_file())


def test_police_data_and_other_data_of_one_file_stay_apart(setting: Setting) -> None:
    with setting.inside(ground=Ground.WPG10) as purpose:
        taken(purpose, csv_file())
    with setting.inside() as purpose:
        assert queries.search(purpose, name="Vermeulen") == []
        assert taken(purpose, csv_file()).added == 2


def test_a_file_waits_below_the_policies_and_is_emptied(setting: Setting) -> None:
    content = csv_file([f"P{n};Anna;Vermeulen;1988;vrouw;" for n in range(200_000)]).getvalue()
    with setting.inside() as purpose:
        given = give_file(purpose, stream=io.BytesIO(content), name="x.csv", now=NOW)
        out = io.BytesIO()
        write_content(purpose, given, out.write)
        assert out.getvalue() == content
        assert FilePiece.objects.count() > 1
    with setting.inside(ground=Ground.WPG10):
        assert waiting_file(given.pk) is None
    with setting.inside():
        empty_file(given.pk)
        assert waiting_file(given.pk) is None
        assert {bytes(each.content) for each in FilePiece.objects.all()} == {b""}


def test_what_is_no_table_is_refused_before_it_is_kept(setting: Setting) -> None:
    with pytest.raises(BadInput), setting.inside() as purpose:
        give_file(purpose, stream=io.BytesIO(b""), name="x.csv", now=NOW)


@pytest.mark.parametrize("asked", ["Vermeulen", "vermuelen", "Fermeulen", "anna verm"])
def test_a_name_is_found_by_its_sound_the_likest_spelling_first(
    setting: Setting, asked: str
) -> None:
    near = "P7;Hanna;Vermeulens;1990;vrouw;"
    with setting.inside() as purpose:
        taken(purpose, csv_file([near, *ROWS[:2]]))
        found = queries.search(purpose, name=asked)
    if asked == "vermuelen":
        assert found == []  # letters that changed places are another sound
    else:
        assert [each.source_key for each in found][:1] == ["id:P1"]


def test_what_the_mapping_leaves_out_is_not_kept(setting: Setting) -> None:
    head, rows = f"{HEAD};hobby", [f"{ROWS[0]};zeilen"]
    with setting.inside() as purpose:
        taken(purpose, csv_file(rows, head))
        found = Registration.objects.get()
    assert "zeilen" not in json.dumps([found.raw, found.values])


OTHER_LAW = "nummer;voornaam;grondslag"
POLICE = "P1;Anna;Wpg art. 8"


def test_a_file_under_another_law_comes_in_when_somebody_answers_for_it(setting: Setting) -> None:
    stream = csv_file([POLICE], OTHER_LAW)
    reading = replace(reading_of(stream), provided=True)
    with setting.inside() as purpose:
        with pytest.raises(Refused, match="under another law"):
            taken(purpose, stream)
        delivery = take_in_file(purpose, stream=stream, name="m.csv", reading=reading, now=NOW)
        kept = keep_profile(purpose, name="Meldingen", reading=reading)
    assert delivery.mapping["provided"] is True
    assert "provided" not in kept.mapping, "of each file it is said anew"


def test_rows_under_another_law_far_down_leave_nothing_of_the_file(setting: Setting) -> None:
    rows = [f"A{n};Anna;AVG art. 6" for n in range(20_000)]
    with setting.inside() as purpose, pytest.raises(Refused, match="under another law"):
        taken(purpose, csv_file([*rows, POLICE], OTHER_LAW))
    with setting.inside():
        assert not Registration.objects.exists()


def test_the_command_takes_the_same_answer(setting: Setting, tmp_path: Path) -> None:
    file = tmp_path / "melding.csv"
    file.write_bytes(csv_file([POLICE], OTHER_LAW).getvalue())
    take_in = partial(
        call_command, "take_in", file, processing="Meldingen", ground=Ground.AVG6E,
        member=setting.members[MemberRole.REGISTRAR].user.email,
    )  # fmt: skip
    with override_settings(TODAY=DAY):
        with pytest.raises(Refused, match="with --provided"):
            take_in()
        take_in(provided=True)
    with setting.inside():
        assert Registration.objects.count() == 1


def test_a_number_that_a_spreadsheet_changed_is_new_and_told(setting: Setting) -> None:
    """Capitals, blanks and noughts in front; some systems tell persons apart by these."""
    head = "registratienummer;voornaam"
    with setting.inside() as purpose:
        first = taken(purpose, csv_file(["A-12;Anna", "007;Bea", "9;Chidi"], head))
        rows = ["a-12;Anna", "7;Bea", "9;Chidi", "10;Dorota"]
        second = taken(purpose, csv_file(rows, head), now=LATER)
        found = Registration.objects.filter(pk__in=second.findings["alike"])
        assert {each.source_key for each in found} == {"id:a-12", "id:7"}
        assert (second.added, second.same, first.findings["alike"]) == (3, 1, [])
        path = reverse("register:delivery", args=[purpose.membership.pk, purpose.ground, second.pk])
        third = taken(purpose, csv_file(["a-12;Hanna", "11;Eva"], head), now=LATER)
        assert (third.added, third.changed, third.findings["alike"]) == (1, 1, [])
    with override_settings(TODAY=DAY):
        page = text(browser(setting, MemberRole.REGISTRAR), path)
    assert "2 nieuwe registraties hebben nummers" in page
