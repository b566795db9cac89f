"""Datasets for catalogues: DCAT-AP-NL as JSON-LD and Turtle, and schema.org/Dataset.

Source: DCAT-AP-NL 3.0 (Geonovum): of a dataset title, description, identifier, creator, publisher,
contact, theme and access rights are required, of a distribution its address and licence.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samen.core.publishing.nouns import Dataset, Sender, Words
from samen.core.publishing.table import citation

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
PUBLIC = f"{_EU}/access-right/PUBLIC"
LANGUAGES = (f"{_EU}/language/NLD", f"{_EU}/language/ENG")

type Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """A form in which a dataset can be had. kind: its name in the EU's list of file types."""

    address: str
    media_type: str
    kind: str
    title: Words


def dcat(
    datasets: Sequence[tuple[Dataset, Sequence[File]]], *, address: str, title: Words,
    publisher: Sender,
) -> Node:  # fmt: skip
    """The catalogue of datasets with their files, as nodes of JSON-LD. address: its own."""
    return {
        "@id": address, "@type": "dcat:Catalog",
        "dct:title": _both(title), "dct:description": _both(title),
        "dct:publisher": _agent(publisher), "dcat:contactPoint": _contact(publisher),
        "dct:language": [{"@id": each} for each in LANGUAGES],
        "dcat:dataset": [_dataset(each, files) for each, files in datasets],
    }  # fmt: skip


def to_jsonld(node: Node) -> bytes:
    """A catalogue as JSON-LD, that may stand in a page as it is."""
    return _jsonld({"@context": PREFIXES} | node)


def to_turtle(node: Node) -> bytes:
    """The same catalogue as Turtle: each node that has an address told once."""
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    named: dict[str, Node] = {}
    _collect(node, named)
    told = (f"<{_iri(each)}> {_statements(of, 1)} .\n" for each, of in named.items())
    return "\n".join([head, *told]).encode()


def _collect(value: Any, named: dict[str, Node]) -> None:
    """Every node with an address of its own and something said of it."""
    if isinstance(value, list):
        for each in value:
            _collect(each, named)
    elif isinstance(value, dict):
        if "@id" in value and len(value) > 1:
            named.setdefault(value["@id"], value)
        for each in value.values():
            _collect(each, named)


def schema_org(dataset: Dataset, files: Sequence[File], *, dutch: bool = True) -> bytes:
    """A dataset as search engines read it, in JSON-LD. Source: schema.org/Dataset."""
    years = [point.year for series in dataset.series for point in series.points]
    said: Node = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": dataset.identifier,
        "name": dataset.title.said(dutch),
        "description": dataset.description.said(dutch),
        "url": dataset.page or dataset.identifier,
        "identifier": dataset.identifier,
        "license": dataset.licence,
        "version": dataset.version,
        "inLanguage": "nl" if dutch else "en",
        "isAccessibleForFree": True,
        "creativeWorkStatus": "Withdrawn" if dataset.withdrawn else "Published",
        "datePublished": dataset.issued.isoformat(),
        "dateModified": dataset.modified.isoformat(),
        "citation": citation(dataset, dutch=dutch),
        "keywords": [each.said(dutch) for each in dataset.keywords],
        "creator": {"@type": "Organization", "name": dataset.publisher.name,
                    "url": dataset.publisher.uri},
        "variableMeasured": [
            {"@type": "PropertyValue", "name": series.title.said(dutch),
             "unitText": series.unit.said(dutch)}
            for series in dataset.series
        ],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": file.address, "name": file.title.said(dutch),
             "encodingFormat": file.media_type}
            for file in files
        ],
    }  # fmt: skip
    if years:
        said["temporalCoverage"] = f"{min(years)}/{max(years)}"
    return _jsonld(said)


def _dataset(dataset: Dataset, files: Sequence[File]) -> Node:
    node: Node = {
        "@id": dataset.identifier, "@type": "dcat:Dataset",
        "dct:title": _both(dataset.title), "dct:description": _both(dataset.description),
        "dct:identifier": _typed(dataset.identifier, "anyURI"),
        "dct:creator": _agent(dataset.publisher), "dct:publisher": _agent(dataset.publisher),
        "dcat:contactPoint": _contact(dataset.publisher),
        "dcat:theme": {"@id": dataset.theme}, "dct:accessRights": {"@id": PUBLIC},
        "dct:issued": _day(dataset.issued), "dct:modified": _day(dataset.modified),
        "dct:accrualPeriodicity": {"@id": dataset.frequency},
        "dct:spatial": {"@id": dataset.spatial},
        "dct:language": [{"@id": each} for each in LANGUAGES],
        "dcat:version": dataset.version, "adms:status": {"@id": _status(dataset)},
        "dcat:keyword": [each for words in dataset.keywords for each in _both(words)],
        "dcat:distribution": [_distribution(dataset, file) for file in files],
    }  # fmt: skip
    years = [point.year for series in dataset.series for point in series.points]
    if years:
        node["dct:temporal"] = {
            "@type": "dct:PeriodOfTime", "dcat:startDate": _typed(f"{min(years)}-01-01", "date"),
            "dcat:endDate": _typed(f"{max(years)}-12-31", "date"),
        }  # fmt: skip
    if dataset.page:
        node["dcat:landingPage"] = {"@id": dataset.page}
    return node


def _status(dataset: Dataset) -> str:
    return f"{_EU}/dataset-status/{'WITHDRAWN' if dataset.withdrawn else 'COMPLETED'}"


def _distribution(dataset: Dataset, file: File) -> Node:
    return {
        "@id": file.address, "@type": "dcat:Distribution", "dct:title": _both(file.title),
        "dcat:accessURL": {"@id": file.address}, "dcat:downloadURL": {"@id": file.address},
        "dct:license": {"@id": dataset.licence}, "dct:modified": _day(dataset.modified),
        "dct:format": {"@id": f"{_EU}/file-type/{file.kind}"},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{file.media_type}"
        },
    }  # fmt: skip


def _agent(sender: Sender) -> Node:
    return {"@id": sender.uri, "@type": "foaf:Organization", "foaf:name": _said(sender.name, "nl")}


def _contact(sender: Sender) -> Node:
    node: Node = {"@type": "vcard:Organization", "vcard:fn": _said(sender.name, "nl")}
    if sender.email:
        node["vcard:hasEmail"] = {"@id": f"mailto:{sender.email}"}
    if sender.page or sender.uri:
        node["vcard:hasURL"] = {"@id": sender.page or sender.uri}
    return node


def _both(words: Words) -> list[Node]:
    said = [_said(words.nl, "nl")]
    return [*said, _said(words.en, "en")] if words.en else said


def _said(words: str, language: str) -> Node:
    return {"@value": words, "@language": language}


def _typed(value: str, kind: str) -> Node:
    return {"@value": value, "@type": f"xsd:{kind}"}


def _day(on: date) -> Node:
    return _typed(on.isoformat(), "date")


def _jsonld(form: Mapping[str, Any]) -> bytes:
    """JSON in which no words can end the element of a page that it stands in."""
    text = json.dumps(form, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").encode() + b"\n"


def _statements(node: Node, depth: int) -> str:
    """What is said of a node; a node inside it without an address is told in place."""
    inset = ";\n" + "  " * depth
    return f" {inset}".join(
        f"{'a' if name == '@type' else name} {', '.join(_objects(value, depth))}"
        for name, value in node.items()
        if name != "@id" and value != []
    )


def _objects(value: Any, depth: int) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        yield _object(each, depth)


def _object(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return value if value.partition(":")[0] in PREFIXES else _literal(value)
    if "@value" in value:
        mark = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return _literal(value["@value"]) + mark
    if "@id" in value:
        return f"<{_iri(value['@id'])}>"
    return f"[\n{'  ' * (depth + 1)}{_statements(value, depth + 1)} ]"


def _literal(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _iri(address: str) -> str:
    """An address without the signs that Turtle does not have in one."""
    return "".join(f"%{ord(c):02X}" if c in '<>"{}|^`\\' or c <= " " else c for c in address)
