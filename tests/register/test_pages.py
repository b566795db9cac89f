"""The pages of the register: what each role gets, and what somebody gets who may not."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samen.core.terms import MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.models import LogEntry
from samen.register.models import Delivery, FilePiece, FileProfile, Registration
from samen.work.jobs import run_work
from samen.work.models import Work
from tests.register.given_files import DAY, NOW, ROWS, START, Setting, csv_file, make_setting, taken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]


def browser(setting: Setting, role: MemberRole) -> Client:
    client = Client()
    client.force_login(
        setting.members[role].user, backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def at(setting: Setting, role: MemberRole, path: str = "", ground: str = "avg6e") -> str:
    return f"/register/{setting.members[role].pk}/{ground}/{path}"


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def found_page(client: Client, path: str, **asked: str) -> str:
    """The page of what was found, to which a question leads."""
    return client.post(path, asked, follow=True).content.decode()


def one(setting: Setting) -> UUID:
    """The number of one registration, of two that were taken in."""
    with setting.inside() as purpose:
        taken(purpose, csv_file())
        return Registration.objects.get(source_key="id:P1").pk


@pytest.mark.parametrize("role", MemberRole)
def test_each_role_gets_what_it_may_see(setting: Setting, role: MemberRole) -> None:
    number, client = one(setting), browser(setting, role)
    may_read = role in {MemberRole.REGISTRAR, MemberRole.CASE_HOLDER, MemberRole.ANALYST}
    assert "Zicht op wie hulp nodig heeft" in text(client, at(setting, role))
    for path in ("zoeken/", f"registratie/{number}/"):
        text(client, at(setting, role, path), 200 if may_read else 403)
    may_write = may_read and role is not MemberRole.ANALYST
    text(client, at(setting, role, "inlezen/"), 200 if may_write else 403)


def test_the_menu_has_the_register_for_members_only(setting: Setting) -> None:
    client = browser(setting, MemberRole.ANALYST)
    assert 'href="/register/"' in text(client, "/")
    purposes.remove_member(membership=setting.members[MemberRole.ANALYST].pk, today=DAY)
    assert 'href="/register/"' not in text(client, "/")


def test_a_processing_stands_once_however_often_one_takes_part(setting: Setting) -> None:
    part = setting.members[MemberRole.ANALYST]
    other = Part(part.organisation_id, MemberRole.STATISTICIAN, Scope.NATIONAL, START)
    purposes.add_member(other, user=part.user_id, processing=part.processing_id, today=DAY)
    page = text(browser(setting, MemberRole.ANALYST), "/register/")
    assert len(re.findall(r'<th scope="row"><a [^>]*>Meldingen</a>', page)) == 1
    assert {"analist, ", "statisticus, "} <= set(re.findall(r'">(analist, |statisticus, )', page))


def test_a_page_with_persons_says_its_purpose_and_that_it_is_logged(setting: Setting) -> None:
    number, client = one(setting), browser(setting, MemberRole.ANALYST)
    before = LogEntry.objects.count()
    page = text(client, at(setting, MemberRole.ANALYST, f"registratie/{number}/"))
    assert "doel: Meldingen · grond: taak van algemeen belang" in page
    assert "van der Vermeulen" in page
    assert LogEntry.objects.count() > before
    assert client.get(at(setting, MemberRole.ANALYST))["Cache-Control"] == "no-store"


def test_another_ground_shows_nothing_of_it(setting: Setting) -> None:
    number, client = one(setting), browser(setting, MemberRole.ANALYST)
    path = at(setting, MemberRole.ANALYST, f"registratie/{number}/", "wpg10")
    assert "Vermeulen" not in text(client, path, 404)


def test_a_member_removed_while_a_page_is_open_gets_one_clear_page(setting: Setting) -> None:
    number, client = one(setting), browser(setting, MemberRole.ANALYST)
    path = at(setting, MemberRole.ANALYST, f"registratie/{number}/")
    text(client, path)
    purposes.remove_member(membership=setting.members[MemberRole.ANALYST].pk, today=DAY)
    page = text(client, path, 403)
    assert "U bent vandaag geen deelnemer van deze verwerking" in page
    assert "Vermeulen" not in page


def test_a_processing_that_ended_yesterday_says_so(setting: Setting) -> None:
    client = browser(setting, MemberRole.ANALYST)
    purposes.end_processing(processing=setting.processing.pk, today=DAY)
    assert "16 november 2021" in text(client, at(setting, MemberRole.ANALYST), 403)
    assert "Meldingen" not in text(client, "/register/")


def test_a_ground_that_is_none_and_a_part_of_another_are_refused(setting: Setting) -> None:
    client = browser(setting, MemberRole.ANALYST)
    text(client, at(setting, MemberRole.ANALYST, ground="onzin"), 403)
    text(client, at(setting, MemberRole.ANALYST, ground="wpg13"), 403)
    text(client, at(setting, MemberRole.REGISTRAR), 403)


def given(client: Client, setting: Setting, content: bytes, profile: str = "") -> str:
    """The address of the mapping page of a file that was sent."""
    file = SimpleUploadedFile("melding.csv", content)
    path = at(setting, MemberRole.REGISTRAR, "inlezen/")
    answer = client.post(path, {"file": file, "profile": profile})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def filled_in(client: Client, path: str) -> dict[str, str]:
    """What the form of the mapping page holds when it is opened."""
    form = client.get(path).context["form"]
    return {name: str(form[name].value() or "") for name in form.fields}


def work_on(client: Client, path: str, form: dict[str, str]) -> str:
    """The mapping sent, and the work done as a worker does it; the address of its result."""
    from samen.register import jobs

    answer = client.post(path, form)
    assert answer.status_code == 302, answer.content.decode()
    work = Work.objects.get(pk=re.findall(r"\d+", answer["Location"])[-1])
    run_work(jobs.take_in, work=work.pk, attempt=0, arguments=_arguments())
    work.refresh_from_db()
    assert work.state == "done", [line.words for line in work.lines.all()]
    return work.result_url


def _arguments() -> dict[str, object]:
    from procrastinate.contrib.django.models import ProcrastinateJob

    arguments: dict[str, object] = ProcrastinateJob.objects.latest("id").args
    return {name: value for name, value in arguments.items() if name != "work"}


def test_a_file_is_given_mapped_taken_in_and_mended(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file().getvalue())
    page = text(client, path)
    assert "De kop is een naam van dit veld." in page
    assert "Bogdan" in page
    form = filled_in(client, path) | {"keep": "onze export"}
    result = text(client, work_on(client, path, form))
    assert "Deze dag bestaat niet." in result
    with setting.inside():
        number = Delivery.objects.get().pk
        assert {bytes(each.content) for each in FilePiece.objects.filter(place=0)} - {b""}
    mend = client.get(at(setting, MemberRole.REGISTRAR, f"levering/{number}/verbeteren"))
    mended = mend.content.replace(b"30-02-1991", b"28-02-1991")
    assert FileProfile.objects.get().name == "onze export"
    again = given(client, setting, mended, "onze export")
    text(client, work_on(client, again, filled_in(client, again)))
    with setting.inside():
        assert Registration.objects.count() == 3
    assert "wacht" in text(client, path, 403), "what was taken in waits no more"


def test_the_order_of_dates_is_asked_where_it_matters(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    plain = given(client, setting, csv_file().getvalue())
    assert "order-3" in filled_in(client, plain)
    iso = csv_file(("P1;Anna;Vermeulen;1988-05-17;vrouw;", "P2;Bogdan;Petrov;1990;man;"))
    form = filled_in(client, path := given(client, setting, iso.getvalue()))
    assert not any(name.startswith("order-") for name in form)
    work_on(client, path, form)
    with setting.inside():
        assert {str(each.birth_from) for each in Registration.objects.all()} == {
            "1988-05-17", "1990-01-01",
        }  # fmt: skip


def test_the_queue_and_the_log_of_work_hold_nothing_of_the_rows(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file().getvalue())
    work_on(client, path, filled_in(client, path))
    said = str(_arguments()) + str([line.values for line in Work.objects.get().lines.all()])
    assert not any(name in said for name in ("Anna", "Vermeulen", "12345678"))


def test_the_same_file_again_says_that_nothing_changed(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    for _ in range(2):
        path = given(client, setting, csv_file().getvalue())
        work_on(client, path, filled_in(client, path))
    lines = [line.words for line in Work.objects.latest("pk").lines.all()]
    assert any("al eerder ingelezen" in line for line in lines)
    again = csv_file((*ROWS, "P4;Dewi;Jansen;1992;vrouw;"))
    path = given(client, setting, again.getvalue())
    work_on(client, path, filled_in(client, path))
    lines = [line.words for line in Work.objects.latest("pk").lines.all()]
    assert any("1 registraties toegevoegd, 0 gewijzigd, 2 rijen zonder iets nieuws" in line
               for line in lines)  # fmt: skip
    with setting.inside():
        assert Registration.objects.count() == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half", b"PAR1 half", b"a;a\n1;2\n"])
def test_what_is_no_table_is_refused_at_its_field(setting: Setting, content: bytes) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    file = SimpleUploadedFile("x.csv", content)
    answer = client.post(at(setting, MemberRole.REGISTRAR, "inlezen/"), {"file": file})
    assert 400 <= answer.status_code < 500
    assert "form-field__error" in answer.content.decode()


def test_a_mapping_that_names_a_field_twice_or_none_is_refused(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file().getvalue())
    form = filled_in(client, path)
    twice = client.post(path, form | {"field-0": "family_name"})
    none = client.post(path, form | {name: "" for name in form if name.startswith("field-")})
    assert (twice.status_code, none.status_code) == (400, 400)
    assert not Work.objects.exists()


def test_a_partners_own_words_are_given_a_meaning_once(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    file = b"nummer;vorm_van_uitbuiting\nP1;gereguleerd werk\nP2;arbeid\nP3;gereguleerd werk\n"
    path = given(client, setting, file)
    form = filled_in(client, path)
    assert form["word-1-exploitation-0"] == "", "nothing is guessed of a word"
    assert "gereguleerd werk" in text(client, path)
    work_on(client, path, form | {"word-1-exploitation-0": "labour", "keep": "eigen woorden"})
    with setting.inside():
        said = [row.values["exploitation"] for row in Registration.objects.all()]
    assert said == [{"state": "known", "value": "labour"}] * 3
    again = given(client, setting, file + b"P4;gereguleerd werk\n", "eigen woorden")
    assert "word-1-exploitation-0" not in filled_in(client, again), "the profile knows it"


def test_a_sign_for_nothing_is_no_number_of_a_document(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    rows = "".join(f"P{n};{f'NX{n}00' if n % 4 else 'X'};{f'06-1234567{n}' if n % 4 else 'O'}\n"
                   for n in range(12))  # fmt: skip
    path = given(client, setting, b"nummer;reisdocument;tel\n" + rows.encode())
    form = filled_in(client, path)
    assert (form["word-1-document_number-0"], form["word-2-phone-0"]) == ("unknown", "unknown")
    work_on(client, path, form | {"keep": "met een kruis"})
    with setting.inside():
        numbers = {row.document_number for row in Registration.objects.all()}
    assert numbers == {"", *(f"NX{n}00" for n in range(12) if n % 4)}
    again = given(client, setting, b"nummer;reisdocument;tel\n" + rows.encode(), "met een kruis")
    assert "word-1-document_number-0" not in filled_in(client, again), "the profile knows it"


def test_a_profile_that_fits_is_used_and_one_that_knows_nothing_is_said(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    file = b"nummer;vorm_van_uitbuiting\nP1;gereguleerd werk\n"
    path = given(client, setting, file)
    work_on(client, path, filled_in(client, path) | {"keep": "eigen woorden"})
    again = given(client, setting, file)
    assert "Gelezen met het profiel “eigen woorden”" in text(client, again)
    assert "De kop is een naam van dit veld" not in text(client, again)
    assert "De kop is een naam van dit veld" in text(client, f"{again}?profiel=")
    other = given(client, setting, b"voornaam;achternaam\nAnna;Petrov\n", "eigen woorden")
    assert "kent geen van deze kolommen" in text(client, other)
    assert filled_in(client, other)["field-1"] == "family_name"


def test_words_of_another_field_are_asked_before_anything_is_taken_in(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, b"nummer;soort\nP1;gereguleerd werk\nP2;onbekend\n")
    form = filled_in(client, path) | {"field-1": "exploitation"}
    answer = client.post(path, form)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Zeg wat ze betekenen" in page
    assert page.count('name="word-1-exploitation-') == 1, "that nobody knows is no word of theirs"
    assert not Work.objects.exists()
    work_on(client, path, form | {"word-1-exploitation-0": "not_asked"})
    with setting.inside():
        said = {row.values["exploitation"]["state"] for row in Registration.objects.all()}
    assert said == {"not_asked", "unknown"}


def test_names_that_are_hostile_are_shown_as_text(setting: Setting) -> None:
    row = ROWS[0].replace("Anna", "Anna<script>x</script>")
    with setting.inside() as purpose:
        taken(purpose, csv_file([row]), now=NOW)
        number = Registration.objects.get().pk
    page = text(
        browser(setting, MemberRole.ANALYST),
        at(setting, MemberRole.ANALYST, f"registratie/{number}/"),
    )
    assert "<script>x" not in page


def test_a_file_under_another_law_is_asked_about(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, b"nummer;voornaam;grondslag\nP1;Anna;Wpg art. 8\nP2;Bo;\n")
    page = text(client, path)
    assert "politiegegevens (Wpg)" in page
    assert "artikel 16 tot en met 20" in page
    form = {name: value for name, value in filled_in(client, path).items() if name != "provided"}
    assert client.post(path, form).status_code == 400
    with setting.inside():
        assert not Delivery.objects.exists()
    text(client, work_on(client, path, form | {"provided": "on"}))
    with setting.inside():
        assert Registration.objects.count() == 2


def test_a_file_of_the_law_of_the_purpose_is_not_asked_about(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, b"nummer;grondslag\nP1;AVG art. 6\nP2;\n")
    assert "provided" not in filled_in(client, path)


def test_every_row_of_a_file_is_accounted_for(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    rows = ("P1;Anna;Vos;17-05-1988;vrouw;", "P2;Bo;Vos;30-02-1991;man;")
    path = given(client, setting, csv_file(rows).getvalue())
    work_on(client, path, filled_in(client, path))
    more = (*rows, "P3;Cas;Vos;;man;")
    path = given(client, setting, csv_file(more).getvalue())
    page = text(client, work_on(client, path, filled_in(client, path)))
    assert "De 3 rijen van het bestand" in page
    for word in ("Toegevoegd", "Gewijzigd", "Niets nieuws", "Te verbeteren"):
        (n,) = re.findall(rf"{word} <strong>(\d+)", page)
        assert n == ("0" if word == "Gewijzigd" else "1"), word


def test_a_mended_file_is_read_as_its_delivery_was(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, b"sleutel;achternaam;geboren\nP1;Vos;30-02-1991\n")
    form = filled_in(client, path) | {"field-0": "source_id"}
    done = work_on(client, path, form)
    (link,) = re.findall(r'href="([^"]*\?levering=[^"]*)"', client.get(done).content.decode())
    mend = client.get(f"{done}verbeteren").content.replace(b"30-02", b"28-02")
    answer = client.post(link, {"file": SimpleUploadedFile("beter.csv", mend), "profile": ""})
    again = answer["Location"]
    assert filled_in(client, again)["field-0"] == "source_id"
    assert "Bestanden met rijen om te verbeteren" in text(client, "/")
    better = work_on(client, again, filled_in(client, again))
    with setting.inside():
        assert Registration.objects.get().source_key == "id:P1"
    assert "Bestanden met rijen om te verbeteren" not in text(client, "/")
    assert f'href="{better}"' in text(client, done)
    assert client.get(f"{done}verbeteren").status_code == 404


def test_rows_that_nobody_mends_are_put_away(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file(["P1;Anna;Vos;30-02-1988;vrouw;"]).getvalue())
    done = work_on(client, path, filled_in(client, path))
    page = client.post(f"{done}wegleggen", follow=True).content.decode()
    assert "De rijen om te verbeteren zijn weggelegd." in page
    assert "Wegleggen" not in page
    assert "Bestanden met rijen om te verbeteren" not in text(client, "/")


def test_two_tabs_with_two_purposes_stay_apart(setting: Setting) -> None:
    other = make_setting("Opvang")
    with setting.inside() as purpose:
        taken(purpose, csv_file(["P1;Anna;Vosmeer;17-05-1988;vrouw;"]))
    with other.inside() as purpose:
        taken(purpose, csv_file(["Q1;Anna;Vosdam;17-05-1989;vrouw;"]))
    mine = setting.members[MemberRole.REGISTRAR]
    part = purposes.Part(other.organisation.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START)
    there = purposes.add_member(
        part, user=mine.user_id, processing=other.processing.pk, today=START
    )
    client = browser(setting, MemberRole.REGISTRAR)
    tabs = {mine.pk: ("Vosmeer", "Vosdam"), there.pk: ("Vosdam", "Vosmeer")}
    for _turn in range(2):
        for number, (own, elsewhere) in tabs.items():
            page = found_page(client, f"/register/{number}/avg6e/zoeken/", name="Vos")
            assert own in page
            assert elsewhere not in page
