"""How each partner lays its registrations out: its own headers, codes, dates and formats.

Invented after the kind of files that such organisations keep; none is a real one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

UNKNOWN, REFUSED, NOT_ASKED = "unknown", "refused", "not_asked"


@dataclass(frozen=True, slots=True)
class Layout:
    """One partner's file.

    columns: header to field. dates: `{y}`, `{m}` and `{d}` with their zeros; a date of which
    only the year is known has 00 for the rest, or is the year alone where `year_alone`.
    codes: by field, our value to theirs; a value without a code is written as it is.
    nationality: the column of `groups.csv` that tells the nationality.
    absent: what stands where nothing is known, was refused or not asked.
    """

    file: str
    columns: Mapping[str, str]
    dates: str
    absent: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    nationality: str = "dutch"
    year_alone: bool = False
    encoding: str = "utf-8"
    separator: str = ","


_KINDS = {
    "victim": "slachtoffer",
    "suspect": "verdachte",
    "incident": "incident",
    "organisation": "bedrijf",
    "address": "adres",
    "phone": "telefoon",
    "vehicle": "voertuig",
    "document": "document",
}
_FORMS = {
    "sexual": "seksuele uitbuiting",
    "labour": "arbeidsuitbuiting",
    "organ": "orgaanverwijdering",
    "criminal": "criminele uitbuiting",
    "begging": "gedwongen bedelarij",
    "other": "overig",
}
LAYOUTS: Mapping[str, Layout] = {
    "police": Layout(
        file="politie.csv",
        separator=";",
        encoding="utf-8-sig",
        dates="{d}-{m}-{y}",
        columns={
            "Registratienummer": "number", "Soort": "kind", "Datum kennisname": "registered_on",
            "Achternaam": "family_comma", "Voornamen": "given_name",
            "Geboortedatum": "birth_date", "Geslacht": "sex", "Nationaliteit": "nationality",
            "Straat": "address", "Huisnr": "house_number", "Postcode": "postcode",
            "Plaats": "city", "Telefoon": "phone", "Documentnr": "document",
            "Werkgever/bedrijf": "employer", "Kenteken": "plate", "Zaaknummer": "case",
            "Uitbuitingsvorm": "form", "Signalen": "signs", "Grondslag": "ground",
        },
        codes={
            "kind": {kind: word.upper() for kind, word in _KINDS.items()},
            "sex": {"F": "V", "M": "M"},
            "form": {form: word.capitalize() for form, word in _FORMS.items()},
            "ground": {"wpg8": "Wpg art. 8", "wpg9": "Wpg art. 9"},
        },
        absent={UNKNOWN: "ONB", REFUSED: "WEIGERT", NOT_ASKED: ""},
    ),
    "border_police": Layout(
        file="kmar.parquet",
        nationality="iso3",
        dates="{y}-{m}-{d}",
        columns={
            "reg_id": "number", "type": "kind", "reg_datum": "registered_on",
            "naam": "family_whole", "voornamen": "given_name", "geb_datum": "birth_date",
            "sex": "sex", "nat": "nationality", "reisdocument": "document",
            "verblijfadres": "whole_address", "tel": "phone", "werkgever": "employer",
            "kenteken": "plate", "dossier": "case", "vorm": "form", "indicatoren": "signs",
            "grondslag": "ground",
        },
        codes={
            "kind": {"victim": "SLO", "suspect": "VER", "incident": "INC", "organisation": "ORG",
                     "address": "ADR", "phone": "TEL", "vehicle": "VTG", "document": "DOC"},
            "form": {"sexual": "SEX", "labour": "LAB", "criminal": "CRI", "begging": "BED",
                     "organ": "ORG", "other": "OVR"},
        },
        absent={UNKNOWN: "X", REFUSED: "REFUSED", NOT_ASKED: ""},
    ),
    "inspectorate": Layout(
        file="arbeidsinspectie.xlsx",
        nationality="country",
        dates="{d}/{m}/{y}",
        year_alone=True,
        columns={
            "Meldingnr": "number", "Betreft": "kind", "Meldingsdatum": "registered_on",
            "Naam": "family_name", "Tussenvoegsel": "family_name_prefix",
            "Voornaam": "given_name", "Geb.datum": "birth_date", "M/V": "sex",
            "Land van herkomst": "nationality", "Adres": "address", "Nr": "house_number",
            "PC": "postcode", "Woonplaats": "city", "Mobiel": "phone", "Paspoort/ID": "document",
            "Werkgever": "employer", "Kenteken": "plate", "Onderzoek": "case",
            "Kwalificatie": "form", "Bevindingen": "signs", "Wettelijke basis": "ground",
        },
        codes={
            "kind": _KINDS | {"victim": "werknemer", "organisation": "onderneming"},
            "sex": {"F": "vrouw", "M": "man"},
            "form": _FORMS | {"other": "ernstige benadeling"},
            "ground": {"wpg9": "Wpg 9 (bijzondere opsporingsdienst)"},
        },
        absent={UNKNOWN: "onbekend", REFUSED: "wil niet zeggen", NOT_ASKED: "niet gevraagd"},
    ),
    "shelter": Layout(
        file="opvang.json",
        dates="{d}-{m}-{y}",
        year_alone=True,
        columns={
            "clientnummer": "number", "soort": "kind", "aanmelddatum": "registered_on",
            "naam": "whole_name", "geboortedatum": "birth_date", "leeftijd": "age",
            "geslacht": "sex", "nationaliteit": "nationality", "laatste_adres": "whole_address",
            "telefoonnummer": "phone", "documentnummer": "document", "zaak": "case",
            "problematiek": "form", "signalen": "signs", "grondslag": "ground",
            "toestemming": "consent",
        },
        codes={
            "kind": {"victim": "cliënt"},
            "sex": {"F": "Vrouw", "M": "Man"},
            "form": {form: word.capitalize() for form, word in _FORMS.items()},
            "ground": {"avg6a": "toestemming", "avg6e": "taak van algemeen belang"},
            "consent": {"yes": "ja", "no": "nee"},
        },
        absent={UNKNOWN: "onbekend", REFUSED: "wil cliënt niet delen", NOT_ASKED: "niet gevraagd"},
    ),
    "municipality": Layout(
        file="gemeenten.csv",
        nationality="group",
        encoding="latin-1",
        separator=";",
        dates="{y}{m}{d}",
        columns={
            "Meldnummer": "number", "Soort melding": "kind", "Datum melding": "registered_on",
            "Gemeente": "place", "Geslachtsnaam": "family_name",
            "Voorvoegsel": "family_name_prefix", "Voornamen": "given_name",
            "Geboortedatum": "birth_date", "Geslachtsaanduiding": "sex",
            "Nationaliteit": "nationality", "Straatnaam": "address",
            "Huisnummer": "house_number", "Postcode": "postcode", "Woonplaats": "city",
            "Telefoonnummer": "phone", "Zaaknummer": "case", "Vorm": "form",
            "Signaal": "signs", "Grondslag": "ground", "Toestemming": "consent",
        },
        codes={
            "kind": {"victim": "mogelijk slachtoffer"},
            "sex": {"F": "V", "M": "M"},
            # Municipalities count begging with forced crime.
            "form": _FORMS | {"begging": "criminele uitbuiting"},
            "ground": {"avg6a": "AVG 6 lid 1 a", "avg6e": "AVG 6 lid 1 e"},
            "consent": {"yes": "J", "no": "N"},
        },
        absent={UNKNOWN: "O", REFUSED: "geweigerd", NOT_ASKED: ""},
    ),
    "comensha": Layout(
        file="comensha.csv",
        dates="{y}-{m}-{d}",
        year_alone=True,
        columns={
            "meldingsnummer": "number", "type": "kind", "datum_melding": "registered_on",
            "voornaam": "given_name", "tussenvoegsel": "family_name_prefix",
            "achternaam": "family_name", "geboortedatum": "birth_date",
            "leeftijd_bij_melding": "age", "geslacht": "sex", "nationaliteit": "nationality",
            "straat": "address", "huisnummer": "house_number", "postcode": "postcode",
            "plaats": "city", "telefoon": "phone", "documentnummer": "document",
            "bedrijf": "employer", "vorm_van_uitbuiting": "form", "signalen": "signs",
            "grondslag": "ground", "toestemming": "consent", "zaaknummer_melder": "case",
        },
        codes={
            "kind": {"victim": "mogelijk slachtoffer"},
            "sex": {"F": "Vrouw", "M": "Man"},
            "form": {"sexual": "Seksuele dienstverlening", "labour": "Gereguleerde arbeid",
                     "criminal": "Criminele activiteiten", "begging": "Gedwongen bedelarij",
                     "organ": "Orgaanverwijdering", "other": "Overig"},
            "ground": {"avg9_2_g": "AVG 9 lid 2 g", "avg6a": "toestemming"},
            "consent": {"yes": "ja", "no": "nee"},
        },
        absent={UNKNOWN: "Onbekend", REFUSED: "Geweigerd", NOT_ASKED: "Niet gevraagd"},
    ),
}  # fmt: skip
