"""What others build on holds what was released and nothing else, the same bytes each time."""

import io
import json
import re
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client

from samen.accounts.models import User
from samen.figures.models import Release
from samen.programme.actions import record_figure, record_indicator
from samen.programme.values import FigureFacts, IndicatorFacts, Wording
from tests.figures.people import NOW, query
from tests.figures.released import make_release, revise, withdraw_it
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
API = "/api/v1/"
PLACE = "/cijfers/open-data/"
FORMS = ("alles.zip", "vrijgaven.atom", "catalogus.ttl", "catalogus.jsonld")
ADDRESSES = (
    *(PLACE + each for each in FORMS), PLACE, "/sitemap.xml", f"{API}openapi.json",
    f"{API}datasets", f"{API}series", f"{API}releases",
)  # fmt: skip
SECRET = ("7919", "7.919", "7,919")


def seen(address: str) -> Any:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer


def told(address: str) -> Any:
    return json.loads(seen(address).content)


@pytest.mark.usefixtures("release")
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_answer_is_the_same_bytes_may_be_kept_and_has_only_what_was_released(
    address: str, indicator: int, team: User
) -> None:
    record_figure(
        indicator=indicator, figure=FigureFacts(2021, "Brief", Decimal(7919)), by=team, now=NOW
    )
    first, again = seen(address), seen(address)
    assert first.content == again.content
    assert (first["ETag"], first["Cache-Control"]) == (again["ETag"], "max-age=300, public")
    assert not [each for each in SECRET if each.encode() in first.content]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_release_each_answers_all_the_same(address: str) -> None:
    seen(address)


@pytest.mark.usefixtures("release")
def test_everything_in_one_file() -> None:
    content = seen(f"{PLACE}alles.zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        assert {each.date_time for each in parts.infolist()} == {(2021, 11, 17, 0, 0, 0)}
        assert parts.read("vrijgaven/1.json") == seen("/cijfers/vrijgave/1.json").content
        table = parts.read("slachtoffers/cijfers.csv")
    assert names == sorted(names)
    assert table == seen("/cijfers/slachtoffers/cijfers.csv").content


@pytest.mark.usefixtures("release")
def test_a_withdrawn_release_is_told_everywhere(setting: Setting, release: Release) -> None:
    assert told(f"{API}releases")[0]["withdrawn"] is False
    withdraw_it(setting, release)
    assert told(f"{API}releases")[0]["withdrawn"] is True
    assert told(f"{API}datasets/slachtoffers")["withdrawn"] is True
    assert told(f"{API}series/slachtoffers")["points"] == []
    assert "Ingetrokken: " in seen(f"{PLACE}vrijgaven.atom").content.decode()
    assert b"dataset-status/WITHDRAWN" in seen(f"{PLACE}catalogus.ttl").content


@pytest.mark.usefixtures("release")
def test_the_addresses_that_the_document_names_answer_in_the_form_that_it_names() -> None:
    document = told(f"{API}openapi.json")
    assert document["servers"] == [{"url": "http://testserver/api/v1"}]
    for path, acts in document["paths"].items():
        answer = seen(API.rstrip("/") + path.replace("{code}", "slachtoffers"))
        assert answer["API-Version"] == document["info"]["version"]
        assert answer["Access-Control-Allow-Origin"] == "*"
        form = acts["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        name = (form.get("items") or form)["$ref"].rpartition("/")[2]
        one = json.loads(answer.content)
        one = one[0] if isinstance(one, list) else one
        assert set(one) == set(document["components"]["schemas"][name]["required"])


@pytest.mark.usefixtures("release")
def test_lists_come_in_pages_that_lead_to_each_other(
    setting: Setting, indicator: int, team: User
) -> None:
    revise(setting, Release.objects.get(), query(indicator, team, "sex"))
    rows, address = [], f"{API}releases?pageSize=1&language=en"
    while address:
        answer = seen(address)
        rows += json.loads(answer.content)
        to_next = re.search(r'<http://testserver([^>]+)>; rel="next"', answer["Link"])
        address = to_next[1] if to_next else ""
    assert rows == told(f"{API}releases?language=en")
    assert len(rows) == 2
    assert "Link" in answer["Access-Control-Expose-Headers"]
    for name in ("series", "datasets", "releases"):
        assert told(f"{API}{name}?page=1&pageSize=1") == told(f"{API}{name}")[:1]
        assert told(f"{API}{name}?page=9") == []


@pytest.mark.usefixtures("release")
def test_a_series_in_english() -> None:
    answer = seen(f"{API}series/slachtoffers?language=en")
    assert answer["Content-Language"] == "en"
    assert "sex: female" in {each["breakdown"] for each in json.loads(answer.content)["points"]}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "series/bestaat-niet", 404), ("get", "series/slachtoffers", 404),
     ("get", "datasets/..%2f", 404), ("get", "elders/x", 404),
     ("get", "series?language=de", 400), ("get", "series?page=0", 400),
     ("get", "datasets?pageSize=501", 400), ("get", "releases?page=een", 400),
     ("post", "series", 405), ("delete", "datasets/x", 405)],
)  # fmt: skip
@pytest.mark.usefixtures("indicator")
def test_what_cannot_be_answered_is_a_problem(method: str, path: str, status: int) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = getattr(client, method)(API + path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(answer.content)["status"] == status
    if status == 404:
        assert answer.content == client.get(f"{API}series/niets").content


@pytest.mark.usefixtures("release")
def test_search_engines_are_shown_what_is_public() -> None:
    root = fromstring(seen("/sitemap.xml").content)
    places = {each.text for each in root.iter() if each.tag.endswith("loc")}
    assert "http://testserver/cijfers/slachtoffers/" in places
    for place in places:
        seen(str(place).removeprefix("http://testserver"))
    robots = Client().get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in robots
    assert robots.endswith("\n")


def test_what_others_published_stands_when_the_release_it_went_with_is_withdrawn(
    setting: Setting, indicator: int, team: User
) -> None:
    other = record_indicator(
        wording=Wording(title="Meldingen"), indicator=IndicatorFacts(code="meldingen"),
        by=team, now=NOW,
    )  # fmt: skip
    facts = FigureFacts(2019, "Jaarbeeld", value=Decimal(1372))
    record_figure(indicator=other, figure=facts, by=team, now=NOW)
    withdraw_it(setting, make_release(setting, indicator, team, reported=other))
    theirs, ours = (
        Client().get(f"/cijfers/{code}/").content.decode() for code in ("meldingen", "slachtoffers")
    )
    assert "1.372" in theirs
    assert "ngetrokken" not in theirs
    assert "gebruik het niet" in ours
