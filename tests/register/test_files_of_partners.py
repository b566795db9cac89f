"""A partner's file as it came: who sees it, and what is left of it when it is gone."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samen.accounts.models import Organisation, User
from samen.core.terms import Ground, MemberRole, OrganisationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import inside
from samen.purposes.models import Membership
from samen.register import queries_of_files as queries
from samen.register.actions_of_files import give_file
from samen.register.actions_of_keeping import destroy_due
from samen.register.models import FilePiece, PartnerFile, Registration
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, taken
from tests.register.test_keeping import dump
from tests.register.test_pages import at, browser, filled_in, text, work_on

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]


def partner(setting: Setting) -> Membership:
    """A registrar of another controller, who sees all registrations of the processing."""
    other = Organisation.objects.create(name="dienst Twee", kind=OrganisationKind.AGENCY)
    person = User.objects.create_user("twee@voorbeeld.example", None, name="Twee Voorbeeld")
    of = setting.processing.pk
    purposes.add_controller(organisation=other.pk, processing=of, today=START)
    seat = Part(other.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START)
    return purposes.add_member(seat, user=person.pk, processing=of, today=START)


def given(setting: Setting) -> tuple[UUID, UUID]:
    """A file that waits, and a delivery with a row to mend."""
    with setting.inside() as purpose:
        waiting = give_file(purpose, stream=csv_file(["W1;A;B;;;"]), name="wacht.csv", now=NOW)
        return waiting.pk, taken(purpose, csv_file()).pk


def test_another_controller_sees_registrations_and_no_file(setting: Setting) -> None:
    """A file holds what the register keeps apart, and columns that nobody chose to keep."""
    waiting, delivery = given(setting)
    part = partner(setting)
    with inside(
        membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=DAY
    ) as purpose:  # fmt: skip
        assert Registration.objects.count() == 2
        assert not list(queries.waiting_files(purpose))
        assert queries.waiting_file(waiting) is None
        assert queries.rows_to_mend(delivery) is None
        assert not FilePiece.objects.exists()
        assert PartnerFile.objects.update(reading={}) == 0


def test_an_analyst_sees_no_file(setting: Setting) -> None:
    given(setting)
    with setting.inside(MemberRole.ANALYST):
        assert Registration.objects.count() == 2
        assert not PartnerFile.objects.exists()
        assert not FilePiece.objects.exists()


def test_neither_name_nor_words_of_a_file_outlive_it(setting: Setting) -> None:
    """Work and its jobs are remembered for ninety days: they say nothing of the file."""
    client = browser(setting, MemberRole.REGISTRAR)
    rows = [f"P{n};Anna;Vermeulen;1988;Kanariewoord;" for n in range(3)]
    file = SimpleUploadedFile("Kanariebestand.csv", csv_file(rows).getvalue())
    path = client.post(at(setting, MemberRole.REGISTRAR, "inlezen/"), {"file": file})["Location"]
    word = {name: "female" for name in filled_in(client, path) if name.startswith("word-")}
    assert word
    result = work_on(client, path, filled_in(client, path) | word)
    assert "Kanariebestand" in text(client, result)
    assert {"Kanariebestand", "Kanariewoord"} <= set(re.findall(r"Kanarie\w+", dump()))
    purposes.end_processing(processing=setting.processing.pk, today=DAY)
    assert destroy_due(today=DAY) == 3
    assert "anarie" not in dump().lower()


@pytest.mark.parametrize(
    "head", ["1;Anna;Vermeulen;17-05-1988;vrouw", "1;Anna;a@voorbeeld.example;x", "1;Anna;1234 AB",
             "1;Anna;06-12345678"],
)  # fmt: skip
def test_a_file_without_a_head_is_refused_at_its_field(setting: Setting, head: str) -> None:
    """Its first row would be lost, and a kept mapping would hold the person in it."""
    client = browser(setting, MemberRole.REGISTRAR)
    file = SimpleUploadedFile("melding.csv", f"{head}\n{head}\n".encode())
    answer = client.post(at(setting, MemberRole.REGISTRAR, "inlezen/"), {"file": file})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "is een waarde en geen naam" in page
    assert "Vermeulen" not in page
