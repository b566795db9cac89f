"""Invented registrations that share places and things, taken in as a partner's file."""

from collections.abc import Iterable
from uuid import UUID

from samen.purposes.inside import Purpose
from samen.register.models import Registration
from tests.register.given_files import csv_file, taken

HEAD = (
    "registratienummer;soort registratie;registratiedatum;voornaam;achternaam;nationaliteit;"
    "telefoon;documentnummer;rekeningnummer;straat;huisnummer;postcode;woonplaats;werkgever;"
    "kenteken;onderzoeksnummer"
)
COLUMNS = HEAD.split(";")


def row(number: str, given: str, family: str = "Verzonnen", **said: str) -> str:
    """A line of the file; what is not said is empty. said: by header, blanks as underscores."""
    cells = {"registratienummer": number, "soort registratie": "slachtoffer", "voornaam": given,
             "achternaam": family, "registratiedatum": "2021-03-01",
             **{name.replace("_", " "): value for name, value in said.items()}}  # fmt: skip
    assert set(cells) <= set(COLUMNS)
    return ";".join(cells.get(name, "") for name in COLUMNS)


def home(street: str = "Dorpsstraat", number: str = "1") -> dict[str, str]:
    """An address."""
    return {"straat": street, "huisnummer": number, "postcode": "9999 XX", "woonplaats": "Ergens"}


CREW = (
    row("A1", "Anna", werkgever="Voorbeeld Uitzend B.V.", telefoon="+31600000001", **home()),
    row("A2", "Bogdan", werkgever="voorbeeld uitzend bv", telefoon="0600000001", **home()),
    row("A3", "Chidi", werkgever="Voorbeeld Uitzend", telefoon="0600000001", **home()),
    row("A4", "Dana", werkgever="VOORBEELD UITZEND BV", kenteken="XX-00-ZZ", **home()),
    row("A5", "Eva", documentnummer="X0000001", kenteken="xx 00 zz", onderzoeksnummer="2021-1"),
    row("A6", "Femi", documentnummer="X0000001", onderzoeksnummer="2021-1"),
    row("A7", "Greet", **home("Kerkstraat", "9")),
)


def take(purpose: Purpose, rows: Iterable[str] = CREW) -> dict[str, UUID]:
    """The numbers of the registrations that were taken in, by what the partner calls them."""
    delivery = taken(purpose, csv_file(rows, HEAD))
    assert delivery.refused == 0, delivery.findings
    found = Registration.objects.values_list("source_key", "pk")
    return {key.removeprefix("id:"): number for key, number in found}
