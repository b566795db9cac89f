"""Define, count, see the gate refuse, mend, propose, approve, and find the figure: on the pages."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from samen.accounts.models import User
from samen.core.terms import MemberRole, Scope
from samen.figures.models import Count
from samen.programme.actions import define_indicator
from samen.programme.queries import definitions_of, indicator_with_code
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.models import Membership
from tests.figures.people import counted, query, victims
from tests.figures.test_releasing import MANY
from tests.register.given_files import START, Setting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
TITLE = "Slachtoffers naar geslacht en vorm"


@pytest.fixture
def second(setting: Setting) -> Membership:
    person = User.objects.create_user("tweede@voorbeeld.example", None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, MemberRole.STATISTICIAN, Scope.NATIONAL, START)
    return purposes.add_member(part, user=person.pk, processing=setting.processing.pk, today=START)


class Statistician:
    """Somebody at the pages of one processing."""

    def __init__(self, member: Membership) -> None:
        self.client = Client()
        self.client.force_login(member.user, backend="django.contrib.auth.backends.ModelBackend")
        self.place = f"/cijfers/maken/{member.pk}/avg6e/"

    def see(self, path: str = "", status: int = 200) -> str:
        answer = self.client.get(self.place + path)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return text(answer.content)

    def send(self, path: str, status: int = 200, **fields: Any) -> str:
        answer = self.client.post(self.place + path, fields, follow=True)
        assert answer.status_code == status, answer.content.decode()[:3000]
        return text(answer.content)


def text(content: bytes) -> str:
    """What a reader reads."""
    words = re.sub(r"<(script|style)\b.*?</\1>", " ", content.decode(), flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", words)).split())


def defined_and_counted(setting: Setting, indicator: int, one: Statistician) -> str:
    """The number of a count that was defined and run on the pages."""
    victims(setting, MANY)
    assert "Nog niets" in one.see()
    said = one.send("telling/", title="Slachtoffers per jaar", name="slachtoffers",
                    indicator=indicator, about="victim", persons="persons", method="counted",
                    by=["sex", "exploitation"])  # fmt: skip
    assert "Slachtoffers per jaar" in said
    number = re.search(r"telling/(\d+)/tellen", one.client.get(one.place).content.decode())
    assert number
    assert "2018–2021" in one.send(f"telling/{number[1]}/tellen", first=2018, last=2021)
    with setting.inside(MemberRole.STATISTICIAN):
        return str(Count.objects.get().pk)


def asked(count: str, **more: Any) -> dict[str, Any]:
    by = ["sex", "exploitation"]
    return {"title": TITLE, "count": count, "by": by, "threshold": 5, "together": "", **more}


@pytest.fixture
def first(setting: Setting) -> Statistician:
    return Statistician(setting.members[MemberRole.STATISTICIAN])


@pytest.fixture
def count(setting: Setting, indicator: int, first: Statistician) -> str:
    return defined_and_counted(setting, indicator, first)


def test_an_indicator_is_described_with_who_counts_and_from_when(
    setting: Setting, first: Statistician
) -> None:
    told: dict[str, Any] = {
        "title": "Kinderen in de opvang", "definition": "Kinderen die er sliepen.",
        "counted_by": "Opvang Voorbeeld", "since": "2019-01-01", "unit": "personen",
        "direction": "down", "source": "Opvang Voorbeeld",
    }  # fmt: skip
    said = first.send("indicator/", **told)
    assert "Een telling vastleggen" in said
    number = indicator_with_code(code="kinderen-in-de-opvang")
    assert number is not None
    assert (
        f'value="{number}" selected'
        in first.client.get(f"{first.place}telling/?indicator={number}").content.decode()
    )
    assert "staat in het register als" in first.send("indicator/", 409, **told)
    first.send("indicator/", **told | {"indicator": number, "definition": "Ook in een hotel."})
    with override("nl"):
        assert definitions_of(indicator=number) == [
            (1, "Kinderen die er sliepen. Geteld door: Opvang Voorbeeld. Zo geteld vanaf "
                "1 januari 2019."),
            (2, "Ook in een hotel. Geteld door: Opvang Voorbeeld. Zo geteld vanaf 1 januari 2019."),
        ]  # fmt: skip


def test_a_description_needs_who_counts_and_from_when(first: Statistician) -> None:
    first.send("indicator/", 400, title="Kinderen", definition="Kinderen die er sliepen.")
    assert indicator_with_code(code="kinderen") is None


def test_a_short_name_has_its_rule_beforehand_and_when_it_is_broken(first: Statistician) -> None:
    rule = "kleine letters, cijfers en streepjes"
    assert rule in first.see("telling/").lower()
    for name in ("Mijn telling", "telling_2", "-telling"):
        said = first.send("telling/", 400, name=name)
        assert f"Een korte naam heeft alleen {rule}" in said
        assert "slug" not in said


def test_whom_a_count_is_of_is_chosen_and_said_beside_what_the_definition_says(
    first: Statistician, indicator: int
) -> None:
    define_indicator(indicator=indicator, words="Slachtoffers onder 18.", counted_by="CoMensha",
                     since=START)  # fmt: skip
    given: dict[str, Any] = {
        "title": "Onder 18", "name": "onder-18", "indicator": indicator, "about": "victim",
        "persons": "persons", "method": "counted",
    }  # fmt: skip
    said = first.send("telling/", **given)
    assert "personen, elk één keer per jaar; allemaal" in said
    assert "Definitie 2 zegt Slachtoffers onder 18." in said
    assert "De definitie lijkt te gaan over leeftijd" in said
    said = first.send("telling/", **given, only_age=["minor"], only_region="PE03, amsterdam")
    assert "alleen leeftijd: jonger dan 18; regio: " in said
    assert "De definitie lijkt" not in said
    assert "onder-18/2" in said
    said = first.send("telling/", 400, **given, only_region="PE03, Atlantis")
    assert "Zo heet geen regio: Atlantis" in said
    assert "only_nationality" not in first.client.get(f"{first.place}telling/").content.decode()


def test_a_count_is_made_again(first: Statistician, count: str) -> None:
    assert "byte voor byte" in first.send(f"telronde/{count}/opnieuw")


def test_the_gate_refuses_and_says_where_and_hiding_mends_it(
    first: Statistician, count: str
) -> None:
    said = first.send("vrijgave/nieuw/", **asked(count, hide="shows"))
    assert "De poort weigert" in said
    assert "iedereen precies 2" in said
    assert "Stel dit voor" not in said
    said = first.send("vrijgave/nieuw/", 403, **asked(count, hide="shows", propose=1))
    assert "zou iemand te veel te weten komen" in said
    said = first.send("vrijgave/nieuw/", **asked(count, hide="hides"))
    assert "4 cellen zijn niet getoond" in said
    assert "Stel dit voor" in said


@pytest.mark.parametrize(("also", "shown"), [([], [1, 1, 1]), (["sex"], [1, 2, 2])])
def test_what_goes_through_instead_is_one_button_away_and_has_all_its_tables(
    first: Statistician, count: str, also: list[str], shown: list[int]
) -> None:
    fields = asked(count, hide="shows", also_by=also)
    answer = first.client.post(f"{first.place}vrijgave/nieuw/", fields, follow=True)
    forms = re.findall(r"<form(?:(?!</form>).)*Kies dit", answer.content.decode(), re.S)
    assert len(forms) == 3
    tables = []
    for form in forms:
        given: dict[str, Any] = {}
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form):
            given.setdefault(name, []).append(value)
        assert given["title"] == [TITLE]
        said = first.send("vrijgave/nieuw/", **given)
        assert "Stel dit voor" in said
        tables.append(said.count("Zoals het getoond wordt") // 2)
    assert sorted(tables) == sorted(shown)


def test_a_release_is_public_when_a_second_person_approved(
    first: Statistician, count: str, second: Membership
) -> None:
    said = first.send("vrijgave/nieuw/", **asked(count, hide="hides", propose=1))
    assert "wacht op een andere statisticus" in said
    visitor = Client()
    assert visitor.get("/cijfers/slachtoffers/").status_code == 404
    assert visitor.get("/cijfers/vrijgave/1/").status_code == 404
    assert "zelf voorgesteld" in first.send("vrijgave/1/goedkeuren")
    other = Statistician(second)
    waits = "Vrijgaven die op een tweede persoon wachten : 1"
    assert [waits in text(each.client.get("/").content) for each in (first, other)] == [False, True]
    assert "vrijgegeven" in other.send("vrijgave/1/goedkeuren")
    assert waits not in text(other.client.get("/").content)
    told = text(visitor.get("/cijfers/slachtoffers/").content)
    for words in (
        "2020: 49.",
        "Personen die een partner meldde.",
        "geslacht: vrouw",
    ):
        assert words in told
    assert TITLE in text(visitor.get("/cijfers/").content)
    assert "is sinds de ondertekening niet gewijzigd" in text(
        visitor.get("/cijfers/vrijgave/1/").content
    )
    answer = visitor.get("/cijfers/vrijgave/1.json")
    assert answer.json()["format"] == "samen-release/1"
    assert len(answer["X-Signature-Ed25519"]) == 128


def test_a_withdrawn_release_says_so(first: Statistician, count: str, second: Membership) -> None:
    first.send("vrijgave/nieuw/", **asked(count, hide="hides", propose=1))
    other, visitor = Statistician(second), Client()
    other.send("vrijgave/1/goedkeuren")
    other.send("vrijgave/1/intrekken", reason="Verkeerde jaren.")
    told = text(visitor.get("/cijfers/vrijgave/1/").content)
    assert "Deze vrijgave is ingetrokken. Verkeerde jaren." in told
    assert "ingetrokken" in text(visitor.get("/cijfers/slachtoffers/").content)


def test_what_was_not_released_is_as_if_it_were_not_there(
    setting: Setting, indicator: int, team: User
) -> None:
    victims(setting, MANY)
    counted(setting, query(indicator, team))
    visitor = Client()
    absent, unreleased = (
        visitor.get(f"/cijfers/{code}/") for code in ("bestaat-niet", "slachtoffers")
    )
    assert (absent.status_code, unreleased.status_code) == (404, 404)
    bodies = [re.sub(rb"slachtoffers|bestaat-niet", b"", each.content) for each in
              (absent, unreleased)]  # fmt: skip
    strip = [re.sub(rb'nonce="[^"]*"|[0-9a-zA-Z]{64}|[0-9a-f-]{36}', b"", each) for each in bodies]
    assert strip[0] == strip[1]


def test_no_page_tells_a_count_before_its_release(
    setting: Setting, indicator: int, team: User, first: Statistician
) -> None:
    victims(setting, {(2020, "female", "sexual"): 37})
    counted(setting, query(indicator, team))
    assert " 37 " not in first.see()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("vorm = a", "‘vorm = a’ neemt geen codes samen"),
        ("leeftijd: jong = man", "Naar ‘leeftijd’ is niet geteld. Er is geteld naar: geslacht"),
        ("geslacht: allen = man, kind", "‘kind’ is geen code van geslacht. De codes zijn: man"),
        ("geslacht: vrouw = man", "‘vrouw’ is al een code van geslacht"),
    ],
)
def test_a_line_of_codes_that_cannot_be_read_is_said_at_the_field(
    setting: Setting, indicator: int, team: User, first: Statistician, line: str, words: str
) -> None:
    victims(setting, MANY)
    made = counted(setting, query(indicator, team))
    said = first.send("vrijgave/nieuw/", 400, title="x", count=made.pk, by=["sex"], hide="hides",
                      threshold=5, together=line)  # fmt: skip
    assert words in said


def test_codes_of_small_cells_are_taken_together_in_the_words_of_the_reader(
    setting: Setting, indicator: int, team: User, first: Statistician
) -> None:
    victims(setting, {(2020, "female", "sexual"): 18, (2020, "male", "labour"): 9,
                      (2020, "male", "begging"): 2})  # fmt: skip
    count = str(counted(setting, query(indicator, team, "exploitation")).pk)
    given = asked(count, hide="shows") | {"by": ["exploitation"]}
    said = first.send("vrijgave/nieuw/", **given)
    small = "gedwongen bedelarij"
    assert f"vorm van uitbuiting: … = {small}, …" in said
    given["together"] = f"Vorm van uitbuiting: overig = {small}, arbeidsuitbuiting"
    said = first.send("vrijgave/nieuw/", **given)
    assert "De poort vond geen ingang" in said
    assert "overig" in said
    said = first.send("vrijgave/nieuw/", **given | {"propose": "1"})
    assert f"Samengenomen: overig = {small}, arbeidsuitbuiting" in said


def test_what_is_found_of_a_cell_in_two_ways_is_told_as_two_ways(
    setting: Setting, first: Statistician, count: str, second: Membership
) -> None:
    """The heading tells cells, and the rows below it what would be learned of each."""
    first.send("vrijgave/nieuw/", **asked(count, hide="hides", propose=1))
    Statistician(second).send("vrijgave/1/goedkeuren")
    victims(setting, {(2020, "female", "begging"): 1, (2020, "male", "sexual"): 1})
    number = re.search(r"telling/(\d+)/tellen", first.client.get(first.place).content.decode())
    assert number
    first.send(f"telling/{number[1]}/tellen", first=2018, last=2021)
    with setting.inside(MemberRole.STATISTICIAN):
        latest = str(Count.objects.latest("at").pk)
    answer = first.client.post(
        f"{first.place}vrijgave/nieuw/", asked(latest, hide="shows"), follow=True
    )
    page = answer.content.decode()
    rows = page.partition("Omdat het")[2].partition("</tbody>")[0].count("<tr>")
    told = re.search(r"<summary>(\d+) cellen geven te veel weg(?:, op (\d+) manieren)?", page)
    assert told
    assert int(told[2] or told[1]) == rows
    assert told[2] is not None
    assert int(told[1]) < rows


def test_captions_are_in_the_language_of_the_reader(
    first: Statistician, count: str, second: Membership
) -> None:
    first.send("vrijgave/nieuw/", **asked(count, hide="hides", propose=1))
    Statistician(second).send("vrijgave/1/goedkeuren")
    visitor = Client()
    said = text(visitor.get("/cijfers/vrijgave/1/").content)
    assert "Naar jaar en geslacht, vorm van uitbuiting · 4 cellen" in said
    visitor.cookies["django_language"] = "en"
    said = text(visitor.get("/cijfers/vrijgave/1/").content)
    assert "By year and sex, form of exploitation · 4 cells" in said


def test_what_was_not_counted_by_is_not_offered_and_is_said_in_words(
    first: Statistician, count: str, indicator: int
) -> None:
    by_age = 'name="by" value="age"'
    assert by_age not in first.client.get(f"{first.place}vrijgave/nieuw/").content.decode()
    first.send("telling/", title="Naar leeftijd", name="leeftijd", indicator=indicator,
               about="victim", persons="persons", method="counted", by=["age"])  # fmt: skip
    ways = re.findall(r"telling/(\d+)/tellen", first.client.get(first.place).content.decode())
    first.send(f"telling/{max(map(int, ways))}/tellen", first=2018, last=2021)
    assert by_age in first.client.get(f"{first.place}vrijgave/nieuw/").content.decode()
    said = first.send("vrijgave/nieuw/", 400, **asked(count, hide="hides") | {"by": ["age"]})
    assert "Hier is niet geteld naar leeftijd" in said


def test_a_direction_is_chosen_in_dutch(first: Statistician) -> None:
    assert "niet omhoog of omlaag" in first.see("indicator/")


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "statistician"])
def test_others_do_not_see_these_pages(setting: Setting, role: MemberRole) -> None:
    Statistician(setting.members[role]).see(status=403)


def test_the_processing_leads_a_statistician_here(setting: Setting) -> None:
    member = setting.members[MemberRole.STATISTICIAN]
    one = Statistician(member)
    answer = one.client.get(f"/register/{member.pk}/avg6e/")
    assert one.place in answer.content.decode()
