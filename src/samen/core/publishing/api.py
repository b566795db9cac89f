"""The REST API of published figures as an OpenAPI document, after the NL API Design Rules 2.

Of these: the major version in the address, the whole in a header, no slash at the end, names of
resources in the plural, only GET here, errors as problem details (RFC 9457), a contact; lists in
pages, after their pagination module.
"""

import json
from collections.abc import Mapping
from typing import Any

from samen.core.publishing.nouns import Sender
from samen.core.publishing.paging import LIMITS, USUAL_SIZE

VERSION = "1.1.0"
_CODE = "^[A-Za-z0-9_-]{1,80}$"

type Form = dict[str, Any]


def openapi(*, server: str, publisher: Sender, licence: str) -> bytes:
    """The document. server: the address of the API with its major version at the end."""
    form = {
        "openapi": "3.1.0",
        "info": {
            "title": "Cijfers van Samen",
            "version": VERSION,
            "description": "Published figures with what they count. Nothing else can be asked.",
            "contact": {"name": publisher.name, "email": publisher.email,
                        "url": publisher.page or publisher.uri},
            "license": {"name": "Licence of the data", "url": licence},
        },
        "servers": [{"url": server.rstrip("/")}],
        "tags": [{"name": "figures", "description": "What was published."}],
        "security": [],
        "paths": {
            "/datasets": _list("getDatasets", "All datasets that were published.", "Dataset"),
            "/datasets/{code}": _one("getDataset", "One dataset with its series.", "Dataset"),
            "/series": _list("getSeries", "All series that were published.", "Series"),
            "/series/{code}": _one("getOneSeries", "One series with its points.", "Series"),
            "/releases": _list("getReleases", "All releases, also withdrawn ones.", "Release"),
        },
        "components": {"schemas": SCHEMAS, "headers": _HEADERS, "responses": _PROBLEMS},
    }  # fmt: skip
    return json.dumps(form, ensure_ascii=False, indent=1).encode() + b"\n"


def problem(status: int, title: str, detail: str) -> bytes:
    """What the API answers when it cannot: problem details, of media type PROBLEM.

    What was never published and what does not exist get the same answer, to the byte.
    """
    return json.dumps({"status": status, "title": title, "detail": detail}).encode()


PROBLEM = "application/problem+json"
_TEXT: Form = {"type": "string"}
_DAY: Form = {"type": ["string", "null"], "format": "date"}
_YEAR: Form = {"type": ["integer", "null"], "minimum": 1800, "maximum": 2200}
_DECIMAL: Form = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
_HEADERS: Form = {
    "API-Version": {"description": "The whole version of the API.", "schema": _TEXT},
    "Link": {"description": "The first, previous, next and last page (RFC 8288).", "schema": _TEXT},
}


def _object(properties: Mapping[str, Form]) -> Form:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _rows(of: Form) -> Form:
    return {"type": "array", "items": of}


POINT = _object(
    {
        "status": {"type": "string", "enum": ["value", "words", "not_shown"]},
        "year": {"type": "integer"}, "untilYear": _YEAR, "breakdown": _TEXT, "value": _DECIMAL,
        "low": _DECIMAL, "high": _DECIMAL, "words": _TEXT,
        "method": {"type": "string", "enum": ["reported", "counted", "estimated"]},
        "definition": {"type": ["integer", "null"]}, "vintage": _TEXT, "publishedOn": _DAY,
        "source": _TEXT,
    }
)  # fmt: skip
DEFINITION = _object(
    {"version": {"type": "integer"}, "since": _YEAR, "until": _YEAR,
     "words": _TEXT, "note": _TEXT, "source": _TEXT}
)  # fmt: skip
TARGET = _object(
    {"year": {"type": "integer"}, "value": _DECIMAL, "words": _TEXT, "setBy": _TEXT,
     "decidedOn": _DAY, "replaced": {"type": "boolean"}}
)  # fmt: skip
SCHEMAS: Form = {
    "Series": _object(
        {"code": _TEXT, "title": _TEXT, "unit": _TEXT,
         "direction": {"type": "string", "enum": ["up", "down", "neither"]}, "source": _TEXT,
         "definitions": _rows(DEFINITION), "targets": _rows(TARGET), "points": _rows(POINT)}
    ),
    "Dataset": _object(
        {"form": _TEXT, "identifier": _TEXT, "title": _TEXT, "description": _TEXT,
         "publisher": _TEXT, "licence": _TEXT, "issued": _DAY, "modified": _DAY,
         "version": _TEXT, "withdrawn": {"type": "boolean"}, "citation": _TEXT,
         "series": _rows({"$ref": "#/components/schemas/Series"})}
    ),
    "Release": _object(
        {"address": _TEXT, "title": _TEXT, "published": _DAY, "updated": _DAY,
         "withdrawn": {"type": "boolean"}}
    ),
    "Problem": _object({"status": {"type": "integer"}, "title": _TEXT, "detail": _TEXT}),
}  # fmt: skip


def _refused(words: str) -> Form:
    return {
        "description": words,
        "headers": {"API-Version": {"$ref": "#/components/headers/API-Version"}},
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


_PROBLEMS: Form = {
    "BadRequest": _refused("What was asked is not understood."),
    "NotFound": _refused("There is no such thing, or it was not published."),
    "Failed": _refused("The house could not answer."),
}


def _get(
    name: str, words: str, answer: Form, parameters: list[Form], problems: Form, *headers: str
) -> Form:
    return {
        "get": {
            "operationId": name, "summary": words, "tags": ["figures"],
            "parameters": parameters,
            "responses": {
                "200": {
                    "description": words,
                    "headers": {each: {"$ref": f"#/components/headers/{each}"}
                                for each in ("API-Version", *headers)},
                    "content": {"application/json": {"schema": answer}},
                },
                **{status: {"$ref": f"#/components/responses/{each}"}
                   for status, each in problems.items()},
            },
        }
    }  # fmt: skip


def _list(name: str, words: str, schema: str) -> Form:
    answer = _rows({"$ref": f"#/components/schemas/{schema}"})
    problems = {"400": "BadRequest", "500": "Failed"}
    return _get(name, words, answer, [*_PAGING, _LANGUAGE], problems, "Link")


def _one(name: str, words: str, schema: str) -> Form:
    code = {"name": "code", "in": "path", "required": True,
            "schema": {"type": "string", "pattern": _CODE}}  # fmt: skip
    problems = {"400": "BadRequest", "404": "NotFound", "500": "Failed"}
    answer = {"$ref": f"#/components/schemas/{schema}"}
    return _get(name, words, answer, [code, _LANGUAGE], problems)


_LANGUAGE: Form = {
    "name": "language", "in": "query", "required": False, "description": "nl or en.",
    "schema": {"type": "string", "enum": ["nl", "en"], "default": "nl"},
}  # fmt: skip
_PAGING: list[Form] = [
    {
        "name": name, "in": "query", "required": False, "description": words,
        "schema": {"type": "integer", "minimum": 1, "maximum": LIMITS[name], "default": usual},
    }
    for name, words, usual in (
        ("page", "The number of the page, from 1.", 1),
        ("pageSize", "How many rows a page has at most.", USUAL_SIZE),
    )
]  # fmt: skip
