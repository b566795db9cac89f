"""A profile that stands in a file is given on the page, and kept for the next file."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samen.core.terms import MemberRole
from samen.register.models import FileProfile
from tests.register.given_files import Setting, csv_file, reading_of
from tests.register.test_pages import at, browser, filled_in, text

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
DEMO = Path(__file__).parents[2] / "data" / "demo" / "controle.json"


def give(setting: Setting, profile: bytes, name: str = "onze export.json") -> tuple[int, str]:
    """A file with a profile: the status, and the address that follows or the page."""
    client = browser(setting, MemberRole.REGISTRAR)
    files = {
        "file": SimpleUploadedFile("melding.csv", csv_file().getvalue()),
        "profile_file": SimpleUploadedFile(name, profile),
    }
    answer = client.post(at(setting, MemberRole.REGISTRAR, "inlezen/"), files)
    return answer.status_code, answer.get("Location") or answer.content.decode()


def test_a_file_is_read_by_the_profile_that_came_with_it(setting: Setting) -> None:
    said = reading_of(csv_file()).as_data() | {"kind": "suspect"}
    status, path = give(setting, json.dumps(said).encode())
    assert status == 302
    kept = FileProfile.objects.get()
    assert (kept.name, kept.organisation) == ("onze export", setting.organisation)
    client = browser(setting, MemberRole.REGISTRAR)
    assert "onze export" in text(client, path)
    assert filled_in(client, path)["kind"] == "suspect"


def test_a_profile_of_the_demo_is_one(setting: Setting) -> None:
    status, _path = give(setting, DEMO.read_bytes())
    assert status == 302


@pytest.mark.parametrize(
    "profile", [b"", b"{", b"[]", b'{"version": 1, "columns": []}', b"\xff\xfe", b'"1"'],
)  # fmt: skip
def test_what_is_no_profile_is_told_at_its_field_and_nothing_waits(
    setting: Setting, profile: bytes
) -> None:
    status, page = give(setting, profile)
    assert status == 400
    assert "id_profile_file" in page
    assert not FileProfile.objects.exists()


def test_a_profile_with_a_strange_kind_is_refused(setting: Setting) -> None:
    said = reading_of(csv_file()).as_data() | {"kind": "onzin"}
    assert give(setting, json.dumps(said).encode())[0] == 400


def test_a_profile_never_says_that_rows_of_another_law_were_provided(setting: Setting) -> None:
    said = reading_of(csv_file()).as_data() | {"provided": True}
    assert give(setting, json.dumps(said).encode())[0] == 302
    assert "provided" not in FileProfile.objects.get().mapping
