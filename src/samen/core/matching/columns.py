"""The columns of a person record, recognised by their headers in Dutch and English."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from samen.core.errors import BadInput
from samen.core.matching.romanisation import plain


class Column(StrEnum):
    """What a column of a person record can hold."""

    ID = "id"
    FULL_NAME = "full_name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME_PREFIX = "family_name_prefix"
    FAMILY_NAME = "family_name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    NATIONALITY = "nationality"
    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    POSTCODE = "postcode"
    CITY = "city"
    PHONE = "phone"
    DOCUMENT = "document"
    EMPLOYER = "employer"
    SOURCE = "source"


COMPARED = frozenset(Column) - {Column.ID, Column.SOURCE, Column.NATIONALITY, Column.SEX}
"""Columns of which at least one is needed. Nationality serves to audit errors per group alone."""

_HEADERS = {
    Column.ID: "id unique_id record_id recordid registratienummer volgnummer nummer nr",
    Column.FULL_NAME: "naam name full_name fullname volledige_naam persoon",
    Column.GIVEN_NAME: "voornaam voornamen first_name firstname given_names forename forenames "
    "roepnaam vnaam",
    Column.FAMILY_NAME_PREFIX: "tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels prefix tv "
    "voorvoegsel_geslachtsnaam",
    Column.FAMILY_NAME: "achternaam geslachtsnaam familienaam surname last_name lastname anaam",
    Column.BIRTH_DATE: "geboortedatum date_of_birth dob birthdate geb_datum gebdatum geboren",
    Column.SEX: "geslacht gender sekse m_v",
    Column.NATIONALITY: "nationaliteit land_van_herkomst country_of_origin",
    Column.ADDRESS: "adres straat street straatnaam address_line woonadres street_name",
    Column.HOUSE_NUMBER: "huisnummer huisnr nummer_huis housenumber house_no",
    Column.POSTCODE: "post_code postal_code zip zipcode pc",
    Column.CITY: "woonplaats plaats stad gemeente town place",
    Column.PHONE: "telefoon telefoonnummer tel mobiel gsm phone_number mobile telephone",
    Column.DOCUMENT: "documentnummer document_number paspoort paspoortnummer passport id_nummer "
    "identiteitsdocument passport_number",
    Column.EMPLOYER: "werkgever bedrijf company",
    Column.SOURCE: "bron herkomst partner organisatie",
}
_MEANT = {
    re.sub(r"[^a-z]", "", word): column
    for column, words in _HEADERS.items()
    for word in [column.value, *words.split()]
}


def recognised(headers: Iterable[str], given: Mapping[str, str]) -> dict[Column, str]:
    """Which header holds which column; what the user maps wins over what is recognised.

    given: column to header. Raises BadInput for a column or header that is not there, and when
    nothing is recognised by which persons can be compared.
    """
    names = list(headers)
    found: dict[Column, str] = {}
    for name, header in given.items():
        if name not in set(Column):
            raise BadInput(
                "There is no column {name} in a person record.",
                "There are {names}.",
                "Map one of those.",
                name=name[:40],
                names=", ".join(Column),
            )
        if header not in names:
            raise BadInput("The file has no column {name}.", "It has {names}.",
                           "Map one of those.", name=header[:40],
                           names=", ".join(name[:40] for name in names[:40]))  # fmt: skip
        found[Column(name)] = header
    taken = set(found.values())
    for header in names:
        column = _MEANT.get(re.sub(r"[^a-z]", "", plain(header)))
        if column and column not in found and header not in taken:
            found[column] = header
    if not COMPARED & set(found):
        raise BadInput("None of the columns is recognised: {names}.",
                       "Persons are compared by name, birth date, address, phone or document.",
                       "Say which column is which: --map family_name=COLUMN,…",
                       names=", ".join(name[:40] for name in names[:12]))  # fmt: skip
    return found
