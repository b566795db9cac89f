"""What a profile keeps of the words in a file: it stays for ever, and has no persons in it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samen.core.terms import MemberRole
from samen.register.models import FileProfile
from tests.register.given_files import Setting
from tests.register.test_pages import at, browser

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]


@pytest.mark.parametrize(("word", "kept"), [("X", {"X": "unknown"}), ("via Kanarie", {})])
def test_what_rows_said_instead_of_a_number_is_kept_where_it_is_a_sign(
    setting: Setting, word: str, kept: dict[str, str]
) -> None:
    rows = [f"P{n};061234567{n}" for n in range(9)] + [f"Q{n};{word}" for n in range(3)]
    content = "\n".join(["registratienummer;telefoon", *rows, ""]).encode()
    client = browser(setting, MemberRole.REGISTRAR)
    page = client.post(
        at(setting, MemberRole.REGISTRAR, "inlezen/"),
        {"file": SimpleUploadedFile("x.csv", content)},
    )["Location"]
    form = client.get(page).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    assert given["word-1-phone-0"] == "unknown"
    assert client.post(page, given | {"keep": "onze export"}).status_code == 302
    phone = FileProfile.objects.get().mapping["columns"][1]
    assert (phone["field"], phone["codes"]) == ("phone", kept)
