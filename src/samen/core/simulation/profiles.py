"""How each partner's file is read: the mapping that a registrar would make and keep.

It follows from the layout by which the file was written. Marks of grounds have no field in a
registration and are not taken; a partner that keeps a whole name or address in one
column has it in the field of the family name or the street.
"""

from samen.core.registration.kinds import Converter
from samen.core.registration.mapping import MappedColumn, Mapping
from samen.core.simulation.layouts import LAYOUTS, NOT_ASKED, REFUSED, UNKNOWN, Layout
from samen.core.simulation.world import World

_FIELDS = {
    "number": "source_id",
    "kind": "registration_kind",
    "registered_on": "registration_date",
    "given_name": "given_names",
    "family_name_prefix": "family_name_prefix",
    **dict.fromkeys(("family_name", "family_comma", "family_whole", "whole_name"), "family_name"),
    "birth_date": "birth_date",
    "age": "age",
    "sex": "sex",
    "nationality": "nationality",
    **dict.fromkeys(("address", "whole_address"), "street"),
    "house_number": "house_number",
    "postcode": "postcode",
    "city": "city",
    "phone": "phone",
    "document": "document_number",
    "employer": "employer",
    "plate": "licence_plate",
    "case": "case_number",
    "form": "exploitation",
    "signs": "note",
    "consent": "consent",
    "place": "municipality",
}
_OURS = {"F": "female", "M": "male", "organ": "organ_removal"}
_STATES = {UNKNOWN: "onbekend", REFUSED: "geweigerd", NOT_ASKED: "niet gevraagd"}


def profile_of(world: World, partner: str) -> Mapping:
    """The mapping of a partner's file onto the fields of registrations."""
    layout = LAYOUTS[partner]
    return Mapping(
        tuple(
            MappedColumn(header, _FIELDS[name], Converter(codes=_codes(world, layout, name)))
            for header, name in layout.columns.items()
            if name in _FIELDS
        )
    )


def _codes(world: World, layout: Layout, name: str) -> dict[str, str]:
    """Their words to ours; of two of ours that they write alike, the first."""
    codes = {word: _STATES[state] for state, word in layout.absent.items() if word}
    for ours, theirs in layout.codes.get(name, {}).items():
        codes.setdefault(theirs, _OURS.get(ours, ours))
    if name == "nationality":
        codes |= {row[layout.nationality]: row["group"] for row in world.tables["groups"]}
    return codes
