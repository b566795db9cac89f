"""Cases: what an investigation holds beside its possible victims.

Six places that follow each other are one case, led by one partner: a place and a day, mostly a
firm, an address, a phone, a vehicle, a document, and its share of the year's suspects. Their
number a year is the published one (`margins.csv`), in proportion to the size of the nation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samen.core.simulation.addresses import address_columns, employer_names
from samen.core.simulation.calibration import published
from samen.core.simulation.chance import Flags, Whole
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.nation import Nation, Places
from samen.core.simulation.people import CREW, LODGERS, People
from samen.core.simulation.registering import COPIES, Registered
from samen.core.simulation.world import AGES, FORMS, PARTNERS, SEXES, Words, texts
from samen.core.simulation.writing_down import Written, write_down

CASE = 6
HOW_OFTEN = {
    "incident": 1.0,
    "organisation": 0.6,
    "address": 0.8,
    "phone": 0.5,
    "vehicle": 0.4,
    "document": 0.25,
}
SAME_ORIGIN, IS_MAN, SECOND_PARTNER = 0.65, 0.8, 0.2
_POLICE, _BORDER, _LABOUR = (
    PARTNERS.index(name) for name in ("police", "border_police", "inspectorate")
)
_PLATE_LETTERS = "BDFGHJKLNPRSTVXZ"


@dataclass(frozen=True, eq=False, slots=True)
class Things:
    """What one kind of row says of some cases. partner: place in `PARTNERS` of who leads."""

    kind: str
    case: Whole
    partner: Whole
    number: Whole
    day: Whole
    columns: dict[str, Words]


def case_of(places: Whole) -> Whole:
    """The number of the case of each place."""
    return places // CASE


def case_names(nation: Nation, cases: Whole) -> Words:
    """As partners call a case: its year and number."""
    years = np.searchsorted(nation.starts, cases * CASE, side="right") - 1
    pairs = zip(years.tolist(), cases.tolist(), strict=True)
    return texts(f"{nation.years[year]}-{case:07d}" for year, case in pairs)


def things(nation: Nation, at_once: int) -> Iterator[Things]:
    """What belongs to each case, in pieces by kind."""
    last = case_of(np.array([nation.persons - 1]))[0] + 1
    for first in range(0, int(last), at_once):
        cases = np.arange(first, min(first + at_once, int(last)))
        places = nation.numbered(cases * CASE)
        partner = _leads(nation, places)
        for at, (kind, chance) in enumerate(HOW_OFTEN.items()):
            of = nation.chance.shares(f"has {kind}", cases) < chance
            number = _numbers(nation, len(HOW_OFTEN) * cases[of] + at)
            yield Things(kind, cases[of], partner[of], number, places.day[of],
                         _said(nation, kind, places.take(np.flatnonzero(of))))  # fmt: skip


def _numbers(nation: Nation, things: Whole) -> Whole:
    """Numbers of rows, behind those of all possible victims and suspects."""
    return (2 * nation.persons + things) * len(PARTNERS) * COPIES


def _leads(nation: Nation, places: Places) -> Whole:
    """Who leads: mostly the police; of labour often the inspectorate."""
    shares = nation.chance.shares("leads", case_of(places.place))
    labour = (places.form == FORMS.index("labour")) & (shares < 0.6)
    return np.where(labour, _LABOUR, np.where(shares > 0.92, _BORDER, _POLICE))


def _said(nation: Nation, kind: str, places: Places) -> dict[str, Words]:
    """The columns of a kind of thing; an incident and a firm have an address too."""
    number = places.person
    lodging = nation.chance.bits("lodgings", number // LODGERS * 8)
    found = {}
    if kind in {"incident", "organisation", "address"}:
        found = address_columns(nation.world, nation.chance, lodging)
    if kind == "organisation":
        firm = nation.chance.bits("employer", number // CREW)
        found["employer"] = employer_names(nation.world, nation.chance, firm)
    if kind == "phone":
        found["phone"] = People(nation, places).phone()
    if kind == "document":
        found["document"] = People(nation, places).document(second=True)
    if kind == "vehicle":
        found["plate"] = plates(nation, case_of(places.place))
    return found


def plates(nation: Nation, cases: Whole) -> Words:
    """Number plates in a form that is not given out: two letters, two digits, two letters, Q."""
    bits = nation.chance.bits("plate", cases).tolist()
    return texts(
        f"{_letter(each, 0)}{_letter(each, 8)}-{each >> 32 & 63:02d}-{_letter(each, 16)}Q"
        for each in bits
    )


def _letter(bits: int, at: int) -> str:
    return _PLATE_LETTERS[(bits >> at) % len(_PLATE_LETTERS)]


def suspects(nation: Nation, model: ErrorModel, at_once: int) -> Iterator[Written]:
    """Registrations of suspects, written down with the same errors, in pieces."""
    before = 0
    for year, wanted in enumerate(_suspects_a_year(nation)):
        for first in range(0, wanted, at_once):
            within = np.arange(first, min(first + at_once, wanted))
            places = _suspects(nation, year, before, within)
            rows = _registered(nation, places)
            yield write_down(nation, model, places, rows)
        before += wanted


def suspect_cases(nation: Nation, places: Places) -> Whole:
    """The case of each suspect, among those of the year."""
    sizes = np.array(list(nation.totals.values()))[places.year]
    within = nation.chance.shares("suspect's case", places.place) * sizes
    return case_of(nation.starts[places.year] + within.astype(np.int64))


def _suspects_a_year(nation: Nation) -> list[int]:
    national = published(nation.world, "total")
    return [
        round(amount[""] * nation.totals[year] / national[year][""])
        for year, amount in sorted(published(nation.world, "suspects").items())
        if year in nation.totals
    ]


def _suspects(nation: Nation, year: int, before: int, within: Whole) -> Places:
    """Grown persons numbered behind the possible victims; of the victims' origin, or Dutch."""
    place = nation.persons + before + within
    years = np.full(len(place), year)
    blank = Places(place, place, years, years, *(np.zeros_like(place) for _ in range(6)))
    case = nation.numbered(np.minimum(suspect_cases(nation, blank) * CASE, nation.persons - 1))
    same = nation.chance.shares("same origin", place) < SAME_ORIGIN
    group = np.where(same, case.group, nation.world.groups.index("NL"))
    is_man = nation.chance.shares("suspect is man", place) < IS_MAN
    sex = np.where(is_man, SEXES.index("man"), SEXES.index("woman"))
    age = np.full(len(place), AGES.index("adult"))
    day = nation.day_of(place, years)
    return Places(place, place, years, years, group, case.form, sex, age, day, day)


def _registered(nation: Nation, places: Places) -> Registered:
    """The partner that leads, and sometimes the border police or the police as well."""
    there: Flags = np.zeros((len(places.place), len(PARTNERS)), dtype=bool)
    lead = _leads(nation, places)
    second = np.where(lead == _POLICE, _BORDER, _POLICE)
    has_second = nation.chance.shares("second partner", places.place) < SECOND_PARTNER
    there[np.arange(len(lead)), lead] = True
    there[np.flatnonzero(has_second), second[has_second]] = True
    at, partner = (found.astype(np.int64) for found in np.nonzero(there))
    number = (places.place[at] * len(PARTNERS) + partner) * COPIES
    return Registered(at, partner, number, number, places.day[at])
