"""The pages of networks: what each role gets, what may be asked, and how soon."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.test import Client, override_settings

from samen.core.terms import MemberRole
from samen.purposes.queries import entries
from tests.linkage.shared import CREW, home, row, take
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)
ANALYST = MemberRole.ANALYST


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def number(setting: Setting) -> dict[str, UUID]:
    with setting.inside() as purpose:
        return take(
            purpose, [*CREW, *(row(f"N{n}", "Noor", **home("Plein", "70")) for n in range(70))]
        )


def client_of(setting: Setting, role: MemberRole = ANALYST) -> Client:
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(setting.members[role].user, backend=backend)
    return client


def at(setting: Setting, path: str, role: MemberRole = ANALYST) -> str:
    return f"/netwerken/{setting.members[role].pk}/avg6e/{path}"


def page(setting: Setting, path: str, status: int = 200) -> str:
    answer = client_of(setting).get(at(setting, path))
    assert answer.status_code == status
    assert answer["Cache-Control"] == "no-store"
    return answer.content.decode()


@pytest.mark.parametrize("role", MemberRole)
def test_who_reads_registrations_sees_networks_and_nobody_else(
    setting: Setting, number: dict[str, UUID], role: MemberRole
) -> None:
    client, may = client_of(setting, role), {"registrar", "case_holder", "analyst"}
    for path in (f"persoon/{number['A1']}/", "patronen/"):
        answer = client.get(at(setting, path, role))
        assert answer.status_code == (200 if role in may else 403)
    taken_out = client.post(at(setting, f"persoon/{number['A1']}/bestand", role), {"vorm": "ftm"})
    assert taken_out.status_code == (200 if role in may else 403)


def test_a_network_is_drawn_and_told_in_a_table(setting: Setting, number: dict[str, UUID]) -> None:
    text = page(setting, f"persoon/{number['A1']}/")
    assert "Het netwerk van Anna Verzonnen" in text
    assert text.count('class="node') == len(("A1", "A2", "A3", "A4", "adres", "firma", "telefoon"))
    assert "doel: Meldingen" in text
    assert f"/netwerken/{setting.members[ANALYST].pk}/avg6e/persoon/{number['A2']}/" in text
    assert "Dorpsstraat 1, 9999 XX Ergens" in text


def test_no_name_number_or_address_stands_in_an_address(
    setting: Setting, number: dict[str, UUID]
) -> None:
    text = page(setting, f"persoon/{number['A1']}/?stappen=4")
    links = [part.split('"')[0] for part in text.split('href="')[1:]]
    assert not [link for link in links if "erzonnen" in link or "31600" in link or "orps" in link]


def test_the_way_to_somebody_near_and_to_somebody_far(
    setting: Setting, number: dict[str, UUID]
) -> None:
    near = page(setting, f"persoon/{number['A1']}/?naar=persoon/{number['A3']}")
    assert "Anna Verzonnen heeft het telefoonnummer +31600000001." in near
    far = at(setting, f"persoon/{number['A6']}/")
    start = f"persoon/{number['A1']}/?stappen=3&ander=http://localhost{far}%3Fstappen=2"
    assert "Bij het voertuig" in page(setting, start)
    nobody = f"persoon/{number['A1']}/?naar=persoon/{number['A7']}"
    assert "Binnen deze stappen loopt er geen weg naartoe" in page(setting, nobody)


@pytest.mark.parametrize("asked", [
    "stappen=99", "stappen=x", "soort=nationaliteit", "naar=persoon/1", "naar=%00",
    "soort=same_address&ander=" + "x" * 3000,
    f"naar=persoon/{UUID(int=1)}", f"naar=onzin/{UUID(int=1)}", "soort=same_phone&soort=same_phone",
])  # fmt: skip
def test_any_choice_gives_a_page(setting: Setting, number: dict[str, UUID], asked: str) -> None:
    page(setting, f"persoon/{number['A1']}/?{asked}")


@pytest.mark.parametrize("path", ["persoon/{none}/", "onzin/{A1}/", "rekening/{A1}/"])
def test_what_is_not_there_says_what_to_do(
    setting: Setting, number: dict[str, UUID], path: str
) -> None:
    known = {name: str(one) for name, one in number.items()} | {"none": str(uuid4())}
    text = page(setting, path.format_map(known), 404)
    assert "Zoek in het register en begin bij een registratie." in text


def test_a_place_of_many_says_how_many_and_someone_alone_that_he_is(
    setting: Setting, number: dict[str, UUID]
) -> None:
    at_place = page(setting, f"adres/{number['N1']}/")
    assert "wordt in 70 registraties genoemd. Daarvan staan er hooguit zestig hier" in at_place
    beside = page(setting, f"persoon/{number['N1']}/")
    assert "het is als één plaats getekend" in beside
    alone = page(setting, f"persoon/{number['A7']}/?soort=same_phone")
    assert "Geen andere registratie in deze verwerking noemt" in alone
    assert "<svg" not in alone.partition("<main")[2]


@pytest.mark.parametrize("form", ["graphml", "nodes", "edges", "ftm"])
def test_a_file_is_taken_out_and_noted(
    setting: Setting, number: dict[str, UUID], form: str
) -> None:
    path = at(setting, f"persoon/{number['A1']}/bestand?stappen=2")
    answer = client_of(setting).post(path, {"vorm": form})
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert "Meldingen; grond: taak van algemeen belang" in answer.content.decode("utf-8-sig")
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        noted = {(entry.act, *entry.fields) for entry in entries(purpose, person=number["A2"])}
    assert ("export", *sorted((form, "network"))) in noted


@pytest.mark.parametrize("form", ["", "onzin", "../../etc"])
def test_a_file_of_another_form_is_not_there(
    setting: Setting, number: dict[str, UUID], form: str
) -> None:
    path = at(setting, f"persoon/{number['A1']}/bestand")
    assert client_of(setting).post(path, {"vorm": form}).status_code == 404
    assert client_of(setting).get(path).status_code == 405


def test_patterns_are_told_and_that_nobody_linked(
    setting: Setting, number: dict[str, UUID]
) -> None:
    text = page(setting, "patronen/")
    assert "4 personen delen het adres Dorpsstraat 1" in text
    assert f"{len(number)} registraties zijn hier aan geen persoon gekoppeld" in text
    assert "Hier niet gevonden." in text


def test_doors_lead_from_the_register_to_networks(
    setting: Setting, number: dict[str, UUID]
) -> None:
    client, part = client_of(setting), setting.members[ANALYST].pk
    one = client.get(f"/register/{part}/avg6e/registratie/{number['A1']}/").content.decode()
    assert f"/netwerken/{part}/avg6e/persoon/{number['A1']}/" in one
    all_of_it = client.get(f"/register/{part}/avg6e/").content.decode()
    assert f"/netwerken/{part}/avg6e/patronen/" in all_of_it
