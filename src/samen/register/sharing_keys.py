"""By what registrations are found to share a place or a thing: keys that the database makes.

Each is a column that follows from others of its row, so it is never older than they are and
goes with them. They are columns, not expressions in an index: below row-level security
PostgreSQL looks into an index only by operators that tell nothing, and lower() may tell.
"""

from django.db.models import Case, CharField, F, Func, GeneratedField, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce, Concat, Left, Lower

MOST = 200
_SIGNS = r"[[:space:][:punct:]]+"
_LEGAL_FORM = r"[[:space:]]+(b\.?v|n\.?v|v\.?o\.?f|c\.?v|gmbh|ltd|s\.?r\.?l|sp\.? z ?o\.? ?o)\.?$"


def _key(expression: Combinable) -> GeneratedField:
    text = CharField(max_length=MOST, db_collation="C")
    return GeneratedField(expression=Left(expression, MOST), output_field=text, db_persist=True)


def _bare(expression: Combinable) -> Func:
    """Without case, blanks and signs."""
    none = Value("")
    return Func(Lower(expression), Value(_SIGNS), none, Value("g"), function="regexp_replace")


def said(name: str) -> GeneratedField:
    """The key of a field that has no column of its own."""
    value = KeyTextTransform("value", KeyTransform(name, "values"))
    return _key(Coalesce(_bare(value), Value("")))


def employer() -> GeneratedField:
    """The key of an employer: its name without its legal form."""
    name = Func(Lower(F("employer")), Value(_LEGAL_FORM), Value(""), function="regexp_replace")
    return _key(_bare(name))


def address() -> GeneratedField:
    """The key of an address: postcode and number, else city, street and number."""
    number = Concat("house_number", "house_number_addition")
    has_number = ~Q(house_number="")
    return _key(
        Case(
            When(has_number & ~Q(postcode=""), then=_bare(Concat("postcode", number))),
            When(
                has_number & ~Q(city="") & ~Q(street=""),
                then=_bare(Concat("city", Value(" "), "street", number)),
            ),
            default=Value(""),
        )
    )
