"""The act of taking a network out as a file: with its ground in it, and noted in the log."""

from collections.abc import Callable, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.core.networks import export
from samen.core.networks.network import Network
from samen.core.terms import LogAct
from samen.linkage.networks import Seen
from samen.purposes.inside import Purpose
from samen.register.labels import label

FORMS: Mapping[str, tuple[Callable[[Network, str], bytes], str, str]] = {
    "graphml": (export.graphml, "netwerk.graphml", "application/graphml+xml"),
    "nodes": (export.nodes_csv, "netwerk-knopen.csv", "text/csv; charset=utf-8"),
    "edges": (export.edges_csv, "netwerk-verbindingen.csv", "text/csv; charset=utf-8"),
    "ftm": (export.follow_the_money, "netwerk.ftm.json", "application/x-ndjson"),
}
"""How a network is written, what its file is called, and what it is."""


def take_out(purpose: Purpose, seen: Seen, form: str) -> bytes:
    """A network as a file. Raises KeyError for a form that there is not."""
    write = FORMS[form][0]
    purpose.note(LogAct.EXPORT, seen.registrations, ["network", form])
    return write(seen.network, note_of(purpose))


def note_of(purpose: Purpose) -> str:
    """What a file is for: it goes with the file wherever that goes."""
    return _("{processing}; ground: {ground}; {day}").format(
        processing=purpose.membership.processing.name, ground=label("ground", purpose.ground),
        day=date_format(purpose.day),
    )  # fmt: skip
