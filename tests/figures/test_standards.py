"""Released tables by the codes of international standards."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from samen.core.errors import BadInput
from samen.figures.models import Release
from tests.figures.released import withdraw_it
from tests.register.given_files import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
SEX, FORM = 1, 2


def address(release: Release, table: int, name: str) -> str:
    return f"/cijfers/vrijgave/{release.number}/tabel-{table}/{name}.csv"


def lines(client: Client, page: str) -> list[str]:
    return client.get(page).content.decode().splitlines()


def test_counts_of_eleven_go_out_by_the_codes_that_are_known(
    client: Client, release: Release
) -> None:
    assert lines(client, address(release, SEX, "htcds")) == [
        "yearOfRegistration,prs_Gender,n",
        "2019,Feminine,21", "2020,Feminine,22", "2020,Masculine,21",
    ]  # fmt: skip
    assert lines(client, address(release, SEX, "ic_tip"))[1] == "2019,not mapped: female,21"


def test_who_fills_the_codes_in_gets_them_in_the_export(
    client: Client, release: Release, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = client.get(address(release, SEX, "ic_tip-codes")).content.decode()
    assert blank.splitlines() == ["dimension,ours,field,code", "sex,female,sex,", "sex,male,sex,"]
    filled = tmp_path / "codes.csv"
    filled.write_text(blank.replace("sex,female,sex,", "sex,female,sex,F"))
    call_command("export_standard", release.number, SEX, codes=filled)
    assert "2019,F,21" in capsys.readouterr().out
    filled.write_text(blank.replace("sex,male,sex,", 'sex,male,sex,"M\nof man"'))
    call_command("export_standard", release.number, SEX, codes=filled)
    assert '2020,"M\nof man",21' in capsys.readouterr().out.replace("\r", "")
    filled.write_bytes(blank.replace("sex,male,sex,", "sex,male,sex,é").encode("latin-1"))
    with pytest.raises(BadInput, match="no text in UTF-8"):
        call_command("export_standard", release.number, SEX, codes=filled)
    with pytest.raises(BadInput, match="does not stand"):
        call_command("export_standard", release.number, 9, codes=filled)
    with pytest.raises(BadInput, match="no file"):
        call_command("export_standard", release.number, SEX, codes=tmp_path / "niets.csv")


@pytest.mark.parametrize("name", ["htcds", "niets", "htcds-codes", "niets-codes"])
def test_what_is_not_there_or_withdrawn_is_absent(
    client: Client, setting: Setting, release: Release, name: str
) -> None:
    is_there = name.startswith("htcds")
    assert client.get(address(release, FORM, name)).status_code == (200 if is_there else 404)
    assert client.get(address(release, 9, name)).status_code == 404
    withdraw_it(setting, release)
    assert client.get(address(release, FORM, name)).status_code == 404
