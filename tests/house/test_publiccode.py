"""publiccode.yaml keeps to the standard, so that a public body finds the project and can trust it.

The rules are those of version 0.4 of the publiccode.yml standard
(https://yml.publiccode.tools/schema.core.html).
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import global_settings

from tests.house.tree import PACKAGE, ROOT

CATEGORIES = frozenset(
    {"document-management", "knowledge-management", "project-management", "workflow-management"}
)
"""Those of the standard's list that fit this project."""
SCOPES = frozenset({"government", "justice", "security", "society", "research"})
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
MAINTENANCE = {"internal", "contract", "community", "none"}
PLATFORMS = {"web", "windows", "mac", "linux", "ios", "android"}
type Line = tuple[int, str]


def lines_of(text: str) -> list[Line]:
    """Indent and words of each line that says something."""
    kept = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    return [(len(line) - len(line.lstrip()), line.strip()) for line in kept]


def read(lines: list[Line]) -> Any:
    """A block of the YAML that this file is written in: mappings, lists, words, folded text."""
    if lines[0][1].startswith("- "):
        return [read_item(part) for part in blocks(lines)]
    found: dict[str, Any] = {}
    for part in blocks(lines):
        key, _, words = part[0][1].partition(":")
        if words.strip() == ">":
            found[key] = " ".join(words for _indent, words in part[1:])
        else:
            found[key] = read(part[1:]) if len(part) > 1 else scalar(words.strip())
    return found


def read_item(part: list[Line]) -> Any:
    indent, words = part[0]
    inner = words.removeprefix("- ")
    return read([(indent + 2, inner), *part[1:]]) if ": " in inner else scalar(inner)


def blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """The parts that begin at the first line's indent."""
    starts = [n for n, (indent, _words) in enumerate(lines) if indent == lines[0][0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start:end]


def scalar(words: str) -> str | bool:
    return {"true": True, "false": False}.get(words, words.strip('"'))


TOLD: dict[str, Any] = read(lines_of((ROOT / "publiccode.yaml").read_text(encoding="utf-8")))


def at(path: str) -> Any:
    """The value below keys with a slash between."""
    value: Any = TOLD
    for key in path.split("/"):
        value = value[key]
    return value


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("publiccodeYmlVersion", str),
        ("name", str),
        ("url", str),
        ("platforms", list),
        ("categories", list),
        ("developmentStatus", str),
        ("softwareType", str),
        ("description/nl/shortDescription", str),
        ("description/nl/longDescription", str),
        ("description/nl/features", list),
        ("description/en/shortDescription", str),
        ("description/en/longDescription", str),
        ("description/en/features", list),
        ("legal/license", str),
        ("maintenance/type", str),
        ("localisation/localisationReady", bool),
        ("localisation/availableLanguages", list),
    ],
)
def test_what_is_mandatory_is_there(path: str, kind: type) -> None:
    assert isinstance(at(path), kind)
    assert at(path)


def test_no_key_is_unknown_to_the_standard() -> None:
    known = {
        *("publiccodeYmlVersion", "name", "url", "softwareVersion", "releaseDate", "platforms"),
        *("categories", "developmentStatus", "softwareType", "intendedAudience", "description"),
        *("legal", "maintenance", "localisation", "dependsOn", "landingURL", "roadmap", "usedBy"),
    }
    assert set(TOLD) <= known


def test_words_are_those_of_the_standard() -> None:
    assert at("publiccodeYmlVersion") == "0.4"
    assert at("developmentStatus") in STATUSES
    assert at("softwareType") == "standalone/web"
    assert set(at("platforms")) <= PLATFORMS
    assert set(at("categories")) <= CATEGORIES
    assert set(at("intendedAudience/scope")) <= SCOPES
    assert at("maintenance/type") in MAINTENANCE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_descriptions_have_the_length_that_catalogues_expect(language: str) -> None:
    told = at(f"description/{language}")
    assert len(told["shortDescription"]) <= 150
    assert 150 <= len(told["longDescription"]) <= 10_000
    assert 5 <= len(told["features"]) <= 20


def test_the_address_is_one_that_can_be_true() -> None:
    """An address of the real web, or one that says itself that there is none yet."""
    address = urlsplit(at("url"))
    assert address.scheme in {"http", "https"}
    assert address.path.endswith(".git")
    assert not re.search(r"(^|\.)example(\.|$)|localhost", address.hostname or "example")


def test_a_version_comes_with_its_date() -> None:
    """Before the first release there is neither; dates are written YYYY-MM-DD."""
    assert ("softwareVersion" in TOLD) == ("releaseDate" in TOLD)
    if "releaseDate" in TOLD:
        assert date.fromisoformat(at("releaseDate")).isoformat() == at("releaseDate")
        assert f"## {at('softwareVersion')}" in (ROOT / "CHANGELOG.md").read_text()


def test_who_maintains_it_is_named_when_somebody_does() -> None:
    needed = {"contract": "contractors", "internal": "contacts", "community": "contacts"}
    asked = needed.get(at("maintenance/type"))
    assert asked is None or all(each["name"] for each in at(f"maintenance/{asked}"))


def test_licence_languages_and_dependencies_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert at("legal/license") == project["license"]
    assert "European Union Public Licence" in (ROOT / "LICENSE").read_text().title()
    known = {code for code, _name in global_settings.LANGUAGES}
    assert set(at("localisation/availableLanguages")) <= known
    assert (PACKAGE / "site" / "locale" / "nl").is_dir()
    needs = {each["name"]: each["versionMin"] for each in at("dependsOn/open")}
    assert needs["Python"] == project["requires-python"].removeprefix(">=")
    assert needs["PostgreSQL"] == "15"
