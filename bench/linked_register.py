"""A register of many: linking all, putting in place what is new, and the page of a network.

    ./samen bench linked_register [REGISTRATIONS] [NEW]

On a database of its own, filled with records of an invented nation (100,000 and 1,000). A run over
all, then what is new in place; then the page of the network two steps around a hundred persons,
asked by a member, with its drawing; the log is on. Last, where Chromium is, the largest drawing
there is: how long its frames take while it is zoomed and walked through.
"""

import io
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import csv

from bench.register import own_database
from samen.core.simulation.records import linkage_records, registrations
from samen.site.database import ROOT
from samen.site.simulation import Order

if TYPE_CHECKING:
    from tests.register.given_files import Setting

REGISTRATIONS, NEW, ASKED, CROWD = 100_000, 1_000, 100, 500
HEADS = {
    "id": "registratienummer", "given_name": "voornaam", "family_name_prefix": "tussenvoegsel",
    "family_name": "achternaam", "birth_date": "geboortedatum", "sex": "geslacht",
    "phone": "telefoon", "document": "documentnummer", "address": "straat",
    "house_number": "huisnummer", "postcode": "postcode", "city": "woonplaats",
    "employer": "werkgever",
}  # fmt: skip
FRAMES = """async () => {
    const times = [], until = performance.now() + 4000;
    const keys = ["+", "+", "ArrowRight", "ArrowDown", "-", "ArrowLeft", "ArrowUp", "-"];
    const node = document.querySelector(".network .node");
    let last = performance.now(), n = 0;
    while (last < until) {
        const key = keys[n++ % keys.length];
        (document.activeElement.closest(".node") || node).dispatchEvent(
            new KeyboardEvent("keydown", {key, bubbles: true}));
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - last);
        last = performance.now();
    }
    return times;
}"""


def main(arguments: list[str]) -> int:
    many = int(arguments[0]) if arguments else REGISTRATIONS
    new = int(arguments[1]) if arguments[1:] else NEW
    with own_database():
        from tests.register.given_files import make_setting

        setting = make_setting()
        nation, model = Order(seed=1, model="typical", size=many, partners=False).nation()
        pieces = registrations(nation, model, many)
        records = pa.Table.from_batches([linkage_records(nation, each)[0] for each in pieces])
        taken_in(setting, records.slice(0, many - new))
        print(f"{many - new:,} registrations and {new:,} new")
        slow = linked(setting, "a run over all", new=False)
        taken_in(setting, records.slice(many - new))
        quick = linked(setting, "what is new in place", new=True)
        print(f"  {slow / quick:.0f} x")
        pages(setting)
        drawn(setting)
    return 0


def taken_in(setting: "Setting", records: pa.Table) -> None:
    from tests.register.given_files import taken

    file = io.BytesIO()
    csv.write_csv(records.select(list(HEADS)).rename_columns(list(HEADS.values())), file)
    with setting.inside() as purpose:
        delivery = taken(purpose, file)
    if delivery.refused:
        print(f"  {delivery.refused:,} refused", flush=True)


def linked(setting: "Setting", what: str, *, new: bool) -> float:
    """Links and prints how long each step took; the seconds together."""
    from samen.core.terms import MemberRole
    from samen.linkage.actions import link_all
    from samen.linkage.actions_of_arrivals import link_new
    from samen.work import clock

    steps: list[tuple[str, float]] = []
    act = link_new if new else link_all
    with setting.inside(MemberRole.ANALYST) as purpose:
        act(purpose, now=clock.now(), told=lambda name: steps.append((name, time.perf_counter())))
        steps.append(("", time.perf_counter()))
    took = steps[-1][1] - steps[0][1]
    parts = [f"{name} {b - a:.1f}" for (name, a), (_, b) in pairwise(steps)]
    print(f"  {what:<24}{took:>8.1f} s: {', '.join(parts)}", flush=True)
    return took


def pages(setting: "Setting") -> None:
    """The pages of a hundred persons, in the order of chance of their numbers."""
    from samen.core.terms import MemberRole
    from samen.linkage.models import Placement

    with setting.inside(MemberRole.ANALYST):
        found = Placement.objects.filter(known_until=None).order_by("pk")[:ASKED]
        asked = list(found.values_list("registration", flat=True))
    get = member(setting)
    times, nodes = [], []
    for number in asked:
        start = time.perf_counter()
        page = get("persoon", number)
        times.append(1000 * (time.perf_counter() - start))
        nodes.append(page.count('class="node'))
    cuts = quantiles(times, n=20)
    print(f"  page of a network, 2 steps: median {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms, "
          f"{quantiles(nodes, n=2)[0]:.0f} nodes at the median, {max(nodes)} at most")  # fmt: skip


def member(setting: "Setting") -> Callable[..., str]:
    """What an analyst gets of the page of a network."""
    from django.test import Client
    from django.urls import reverse

    from samen.core.terms import MemberRole

    part, client = setting.members[MemberRole.ANALYST], Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")

    def get(kind: str, number: Any, steps: int = 2) -> str:
        address = reverse("networks:network", args=[part.pk, "avg6e", kind, number])
        answer = client.get(f"{address}?stappen={steps}", HTTP_HOST="127.0.0.1")
        return answer.content.decode()

    return get


def crowd() -> Iterator[dict[str, str]]:
    """Fifty people at one address, each with a phone that nine others elsewhere have too."""
    for number in range(CROWD):
        address = {"address": "Lange Laan", "house_number": "1", "postcode": "9999 XX"}
        yield {"id": f"crowd-{number}", "given_name": "Anna", "family_name": f"Verzonnen{number}",
               "phone": f"06{10_000_000 + number // 10}", "city": "Ergens",
               **(address if number % 10 == 0 else {})}  # fmt: skip


def drawn(setting: "Setting") -> None:
    """The frames of the largest drawing, in Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("  Chromium is not here, so the drawing is not measured")
        return
    from playwright.sync_api import sync_playwright

    from samen.core.terms import MemberRole
    from samen.register.models import Registration

    rows = [{head: each.get(name, "") for name, head in HEADS.items()} for each in crowd()]
    taken_in(setting, pa.Table.from_pylist(rows).rename_columns(list(HEADS)))
    with setting.inside(MemberRole.ANALYST):
        number = Registration.objects.filter(source_key="id:crowd-0").values_list("pk", flat=True)
        page = member(setting)("adres", number.get(), steps=3)
    static = ROOT / "src" / "samen" / "linkage" / "static" / "linkage"
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        shown.set_content(page, wait_until="commit")
        shown.add_style_tag(path=str(static / "network.css"))
        shown.add_script_tag(path=str(static / "network.js"))
        times = shown.evaluate(FRAMES)
        nodes = shown.locator(".network .node").count()
        browser.close()
    cuts = quantiles(times, n=20)
    print(f"  drawing of {nodes} nodes: a frame takes {cuts[9]:.0f} ms at the median, "
          f"p95 {cuts[18]:.0f} ms, {len(times)} frames")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
