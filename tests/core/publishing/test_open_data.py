"""Documents of open data hold what their standards require, and say the same in each form."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from samen.core.errors import TooBig
from samen.core.publishing import api, feeds, files
from samen.core.publishing.catalogue import File, dcat, schema_org, to_jsonld, to_turtle
from samen.core.publishing.nouns import Dataset, Words
from tests.core.publishing.invented import dataset

FILES = (
    File("https://samen.example/victims.csv", "text/csv", "CSV", Words("Tabel", "Table")),
    File("https://samen.example/victims.ods", "application/vnd.oasis.opendocument.spreadsheet",
         "ODS", Words("Rekenblad")),
)  # fmt: skip
NAME = Words("Cijfers van Samen", "Figures of Samen")
REQUIRED = {
    "dct:title", "dct:description", "dct:identifier", "dct:creator", "dct:publisher",
    "dcat:contactPoint", "dcat:theme", "dct:accessRights",
}  # fmt: skip


def catalogue(data: Dataset | None = None) -> dict[str, Any]:
    data = data or dataset()
    return dcat([(data, FILES)], address="https://samen.example/catalogus", title=NAME,
                publisher=data.publisher)  # fmt: skip


def test_a_dataset_has_what_dcat_ap_nl_requires() -> None:
    told = json.loads(to_jsonld(catalogue()))
    (data,) = told["dcat:dataset"]
    assert {name for name, value in data.items() if value} >= REQUIRED
    assert data["dct:title"] == [
        {"@value": "Mogelijke slachtoffers", "@language": "nl"},
        {"@value": "Possible victims", "@language": "en"},
    ]
    assert data["dct:temporal"]["dcat:startDate"]["@value"] == "2014-01-01"
    for each in data["dcat:distribution"]:
        assert each["dct:license"]["@id"] == dataset().licence
        assert each["dcat:accessURL"]["@id"].startswith("https://")
    used = set(re.findall(r'"([a-z]+):\w+"', to_jsonld(catalogue()).decode()))
    assert used <= set(told["@context"])


def test_turtle_tells_each_node_once() -> None:
    text = to_turtle(catalogue()).decode()
    for start in ("<https://samen.example/catalogus> a dcat:Catalog",
                  f"<{dataset().identifier}> a dcat:Dataset",
                  "<https://samen.example/victims.csv> a dcat:Distribution"):  # fmt: skip
        assert text.count(start) == 1
    assert '"Possible victims"@en' in text
    assert '"2021-11-17"^^xsd:date' in text


def test_words_cannot_end_a_statement_or_an_element() -> None:
    evil = replace(dataset(), title=Words('a" ; </script> <x>\n\\'))
    assert r'"a\" ; </script> <x>\n\\"@nl' in to_turtle(catalogue(evil)).decode()
    for content in (to_jsonld(catalogue(evil)), schema_org(evil, FILES)):
        assert b"<" not in content
        assert json.loads(content)


def test_a_withdrawn_dataset_is_told_as_such() -> None:
    gone = replace(dataset(), withdrawn=True)
    assert b"dataset-status/WITHDRAWN" in to_jsonld(catalogue(gone))
    assert json.loads(schema_org(gone, FILES))["creativeWorkStatus"] == "Withdrawn"


def test_search_engines_find_what_they_need() -> None:
    told = json.loads(schema_org(dataset(), FILES, dutch=False))
    assert (told["@type"], told["name"]) == ("Dataset", "Possible victims")
    assert told["temporalCoverage"] == "2014/2020"
    assert told["distribution"][0]["encodingFormat"] == "text/csv"


def entry(day: int, **more: Any) -> feeds.Entry:
    plain = feeds.Entry(f"https://samen.example/releases/{day}", Words("A & B"), Words("<nieuw>"),
                        date(2021, 11, day), date(2021, 11, day))  # fmt: skip
    return replace(plain, **more)


def feed(*entries: feeds.Entry) -> bytes:
    return feeds.atom(
        entries, address="https://samen.example/feed", page="https://samen.example/",
        title=NAME, publisher=dataset().publisher, since=date(2021, 1, 1),
    )  # fmt: skip


def test_a_feed_has_its_releases_newest_first() -> None:
    root = fromstring(feed(entry(1), entry(3), entry(2, withdrawn=True)))
    space = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{space}updated") == "2021-11-03T00:00:00Z"
    titles = [each.findtext(f"{space}title") for each in root.iter(f"{space}entry")]
    assert titles == ["A & B", "Ingetrokken: A & B", "A & B"]
    for each in root.iter(f"{space}entry"):
        assert all(each.findtext(f"{space}{name}") for name in ("id", "updated", "summary"))


def test_an_empty_feed_is_a_feed() -> None:
    assert b"<updated>2021-01-01T00:00:00Z</updated>" in feed()


def test_a_sitemap_lists_addresses_with_their_day() -> None:
    root = fromstring(feeds.sitemap([("https://samen.example/?a=1&b=2", date(2021, 11, 17))]))
    assert [each.text for each in root.iter() if each.text and each.text.strip()] == [
        "https://samen.example/?a=1&b=2",
        "2021-11-17",
    ]


def test_a_sitemap_that_is_too_long_is_refused() -> None:
    pages = [("https://samen.example/", date(2021, 11, 17))] * (feeds.MOST_ADDRESSES + 1)
    with pytest.raises(TooBig, match="50001 addresses"):
        feeds.sitemap(pages)


def document() -> dict[str, Any]:
    content = api.openapi(server="https://samen.example/api/v1/", publisher=dataset().publisher,
                          licence=dataset().licence)  # fmt: skip
    told: dict[str, Any] = json.loads(content)
    return told


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (each for name, each in value.items() if name == "$ref")
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_the_api_keeps_to_the_design_rules() -> None:
    told = document()
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["info"]["version"])
    assert re.search(r"/v\d+$", told["servers"][0]["url"])
    assert all(told["info"]["contact"].values())
    for path, operations in told["paths"].items():
        assert re.fullmatch(r"(/[a-z-]+(/\{[a-z]+\})?)+", path)
        assert set(operations) == {"get"}
        assert operations["get"]["operationId"]
        for status, answer in operations["get"]["responses"].items():
            whole = _resolved(told, answer["$ref"]) if "$ref" in answer else answer
            assert "API-Version" in whole["headers"]
            assert (api.PROBLEM in whole["content"]) == (status >= "400")


def test_every_reference_in_the_document_is_there() -> None:
    told = document()
    found = list(references(told))
    assert found
    for each in found:
        _resolved(told, each)


def test_the_document_describes_what_the_files_hold() -> None:
    """A client made from the document reads what the house gives."""
    schemas = document()["components"]["schemas"]
    told = json.loads(files.to_json(dataset()))
    assert set(told) == set(schemas["Dataset"]["properties"])
    (series,) = told["series"]
    properties = schemas["Series"]["properties"]
    assert set(series) == set(properties)
    for name in ("points", "definitions", "targets"):
        for each in series[name]:
            assert set(each) == set(properties[name]["items"]["properties"])


def _resolved(told: Any, reference: str) -> Any:
    for name in reference.removeprefix("#/").split("/"):
        told = told[name]
    return told
