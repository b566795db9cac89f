"""Motions and commitments in the field names of the House's open data.

Source: the OData entities Zaak, ZaakActor, Besluit, Kamerstukdossier, Document and
Toezegging. Read tolerantly: the live feed repeats ToegezegdAan, and writes year 1 for an
empty DatumNakoming. Own fields begin with `Samen`, beside theirs.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from samen.core.terms import Chamber, PromiseStatus
from samen.core.workflow import CLOSED
from samen.programme.values import CommitmentFacts, MotionFacts

type Thing = Mapping[str, Any]

_CHAMBERS = {"Eerste Kamer": Chamber.SENATE, "Tweede Kamer": Chamber.HOUSE}
_CHAMBER_NAMES = {chamber: name for name, chamber in _CHAMBERS.items()}
_STATUSES = {
    PromiseStatus.KEPT: "Voldaan",
    PromiseStatus.PARTLY_KEPT: "Deels voldaan",
    PromiseStatus.LAPSED: "Niet nagekomen",
}
"""Ours as theirs; every other status is open to the House."""
THEIRS_OPEN = "Openstaand"


def things(whole: Any, name: str) -> list[Thing]:
    """The rows of one entity in a saved answer: a list, {"value": […]} or {"Zaak": […]}."""
    rows = whole
    if isinstance(whole, Mapping):
        rows = whole.get(name, whole.get("value", []))
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def is_motion(row: Thing) -> bool:
    return "motie" in str(row.get("Soort", "")).lower()


def is_commitment(row: Thing) -> bool:
    return "Tekst" in row and str(row.get("Nummer", "")).startswith("TZ")


def read_motion(row: Thing) -> MotionFacts:
    """What the House says of a motion. Raises KeyError with what is missing."""
    folder = _first(row, "Kamerstukdossier")
    paper = _first(row, "Document")
    number = _words(paper, "Volgnummer") or _words(row, "Volgnummer")
    dossier = _words(folder, "Nummer")
    if not number or not dossier:
        raise KeyError(_("has no dossier and number"))
    decision = _first(row, "Besluit")
    title = _words(row, "Titel")
    return MotionFacts(
        movers=tuple(_movers(row)),
        cum_suis="c.s." in title,
        chamber=_CHAMBERS.get(_words(folder, "Kamer"), Chamber.HOUSE),
        dossier=dossier,
        suffix=_words(folder, "Toevoeging"),
        number=number,
        session_year=_words(row, "Vergaderjaar"),
        tabled=day_of(row.get("GestartOp")),
        tk_case=_words(row, "Nummer"),
        tk_document=_words(paper, "DocumentNummer"),
        tk_status=_words(row, "Status"),
        tk_settled=_flag(row.get("Afgedaan")),
        tk_verdict=_words(row, "Kabinetsappreciatie"),
        tk_decision=_words(decision, "BesluitSoort") or _words(decision, "BesluitTekst"),
    )


def write_motion(motion: MotionFacts, *, title: str, subject: str, status: str) -> Thing:
    """A motion in the House's fields, with our status beside it."""
    roles = ["Indiener", *["Medeindiener"] * len(motion.movers)]
    return {
        "Nummer": motion.tk_case,
        "Soort": "Motie",
        "Titel": title,
        "Onderwerp": subject,
        "Status": motion.tk_status,
        "Vergaderjaar": motion.session_year,
        "Volgnummer": motion.number,
        "GestartOp": motion.tabled.isoformat() if motion.tabled else None,
        "Afgedaan": motion.tk_settled,
        "Kabinetsappreciatie": motion.tk_verdict,
        "ZaakActor": [
            {"ActorNaam": name, "Relatie": role}
            for name, role in zip(motion.movers, roles, strict=False)
        ],
        "Besluit": [{"BesluitSoort": motion.tk_decision}] if motion.tk_decision else [],
        "Kamerstukdossier": [
            {
                "Nummer": motion.dossier,
                "Toevoeging": motion.suffix,
                "Kamer": _CHAMBER_NAMES.get(Chamber(motion.chamber), "Tweede Kamer"),
            }
        ],
        "Document": [{"DocumentNummer": motion.tk_document, "Volgnummer": motion.number}],
        "SamenStatus": status,
    }


def read_commitment(row: Thing) -> CommitmentFacts:
    """What the House says of a commitment. Raises KeyError with what is missing."""
    number = _words(row, "Nummer")
    if not number or not _words(row, "Tekst"):
        raise KeyError(_("has no Nummer or no Tekst"))
    return CommitmentFacts(
        promised_by=_words(row, "Functie") or _words(row, "Ministerie"),
        promised_to="; ".join(_promised_to(row)),
        number=number,
        foreign_status=_words(row, "Status"),
        foreign_due=day_of(row.get("DatumNakoming")),
        activity=_words(row, "ActiviteitNummer"),
    )


def write_commitment(
    facts: CommitmentFacts, *, text: str, ministry: str, made_on: date | None, status: str
) -> Thing:
    """A commitment in the House's fields, with our status beside theirs."""
    theirs = facts.foreign_status or _STATUSES.get(PromiseStatus(status), THEIRS_OPEN)
    return {
        "Nummer": facts.number,
        "Tekst": text,
        "Functie": facts.promised_by,
        "Ministerie": ministry,
        "Status": theirs,
        "DatumNakoming": facts.foreign_due.isoformat() if facts.foreign_due else None,
        "Aanmaakdatum": made_on.isoformat() if made_on else None,
        "ActiviteitNummer": facts.activity,
        "ToegezegdAan": [{"Naam": name} for name in facts.promised_to.split("; ") if name],
        "SamenStatus": status,
    }


def differs(theirs: str, ours: str) -> bool:
    """Whether the House holds open what we hold closed, or the other way round."""
    closed = theirs in _STATUSES.values() and theirs != "Deels voldaan"
    return bool(theirs and ours) and closed != (ours in CLOSED)


def day_of(given: Any) -> date | None:
    """The day of a date or time as the feed writes it; year 1 is empty."""
    words = str(given or "")[:10]
    if not words or words.startswith("0001"):
        return None
    return date.fromisoformat(words)


def _movers(row: Thing) -> list[str]:
    """The first mover first, then who moved it with them."""
    actors = [actor for actor in _all(row, "ZaakActor") if _words(actor, "ActorNaam")]
    return [
        _words(actor, "ActorNaam")
        for role in ("Indiener", "Medeindiener")
        for actor in actors
        if _words(actor, "Relatie") == role
    ]


def _promised_to(row: Thing) -> list[str]:
    given = row.get("ToegezegdAan")
    if isinstance(given, str):
        return [given]
    return [name for person in _all(row, "ToegezegdAan")
            if (name := _words(person, "Naam") or _words(person, "Achternaam")
                or _words(person, "NaamNL"))]  # fmt: skip


def _all(row: Thing, name: str) -> Sequence[Thing]:
    given = row.get(name)
    rows = given if isinstance(given, list) else [given]
    return [each for each in rows if isinstance(each, Mapping)]


def _first(row: Thing, name: str) -> Thing:
    rows = _all(row, name)
    return rows[0] if rows else {}


def _words(row: Thing, name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value).strip()


def _flag(value: Any) -> bool | None:
    if isinstance(value, bool) or value is None:
        return value
    return str(value).lower() in ("true", "1")
