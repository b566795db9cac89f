"""The page on which registrations are searched: a name stands in no address."""

import pytest
from django.utils.http import urlsafe_base64_decode

from samen.core.terms import MemberRole
from tests.register.given_files import Setting
from tests.register.test_pages import at, browser, found_page, one, text

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]


def test_a_name_is_searched_without_standing_in_an_address(setting: Setting) -> None:
    one(setting)
    client, path = browser(setting, MemberRole.ANALYST), at(setting, MemberRole.ANALYST, "zoeken/")
    assert "van der Vermeulen" in found_page(client, path, name="fermeulen")
    assert "van der Vermeulen" not in text(client, f"{path}?name=vermeulen")


def test_what_was_found_has_an_address_that_says_nothing_and_is_of_one_session(
    setting: Setting,
) -> None:
    one(setting)
    role, other = MemberRole.ANALYST, MemberRole.REGISTRAR
    client, path = browser(setting, role), at(setting, role, "zoeken/")
    address = client.post(path, {"name": "vermeulen"})["Location"]
    assert "van der Vermeulen" in text(client, address)
    word = address.partition("=")[2]
    assert b"vermeulen" not in urlsafe_base64_decode(word)
    for page in (
        text(browser(setting, role), address),
        text(browser(setting, other), at(setting, other, f"zoeken/?vraag={word}")),
        text(client, at(setting, role, f"zoeken/?vraag={word}", "wpg10")),
        text(client, f"{path}?vraag=%C3%A9"), text(client, f"{path}?vraag={word[:-2]}"),
    ):  # fmt: skip
        assert "Vermeulen" not in page
        assert "Stel de vraag opnieuw" in page


def test_a_number_is_searched_however_it_is_written(setting: Setting) -> None:
    one(setting)
    client, path = browser(setting, MemberRole.ANALYST), at(setting, MemberRole.ANALYST, "zoeken/")
    for phone in ("06-12345678", "+31 6 12345678", "0612345678"):
        assert "van der Vermeulen" in found_page(client, path, phone=phone)
