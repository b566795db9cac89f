"""How well and how fast letters are read: `python bench/reading.py --letters dev`.

Truth is written by hand, apart from the reader (tests/letters/truth/README.md). The misses
and false hits of the held-out letters are never shown: who reads them can no longer be
measured by them.
"""

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

Entry = dict[str, Any]
Read = Callable[[bytes, str], Any]

_TRUTH = ROOT / "tests/letters/truth"
_SETS = ("demo", "dev", "held_out")
_OUTSIDE = ROOT.parent / "shared/letters"
_DRAWS = 1000


def reader() -> Read:
    """The door of the reader."""
    from samen.core.reading import read_letter

    read: Read = read_letter
    return read


def letter_paths(name: str) -> list[Path]:
    """The letters of a set, in order."""
    if name == "demo":
        return sorted((ROOT / "data/letters").glob("*voorbeeld.txt"))
    return sorted((_TRUTH / name).glob("*.txt"))


def truth_of(path: Path) -> dict[str, Any]:
    """The truth that belongs to a letter."""
    beside = path.with_suffix(".json")
    place = beside if beside.exists() else _TRUTH / "demo" / beside.name
    truth: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return truth


def entries_of(read: Read, path: Path) -> list[Entry]:
    """What the reader finds, in the flat form."""
    return [one.as_json() for one in read(path.read_bytes(), path.name).candidates]


def score(read: Read, paths: list[Path], *, strict: bool = False) -> dict[str, list[Any]]:
    """Per kind, the tally of each letter."""
    from bench.scoring import NOT_MARKED, match

    tallies: dict[str, list[Any]] = {}
    for path in paths:
        truths, found = truth_of(path)["entries"], entries_of(read, path)
        for kind in sorted({x["kind"] for x in truths + found} - NOT_MARKED):
            mine = [x for x in truths if x["kind"] == kind]
            theirs = [x for x in found if x["kind"] == kind]
            tallies.setdefault(kind, []).append(match(kind, mine, theirs, strict=strict))
    return tallies


def rates(counts: list[tuple[int, int, int]]) -> tuple[float, float, float]:
    """Recall, precision and F1 of (hits, truths, found), summed over letters."""
    hits, truths, found = (sum(column) for column in zip(*counts, strict=True))
    recall, precision = hits / truths if truths else 1.0, hits / found if found else 1.0
    total = truths + found
    return recall, precision, 2 * hits / total if total else 1.0


def interval(counts: list[tuple[int, int, int]]) -> tuple[float, float]:
    """The 95% bootstrap interval of F1, drawn by letter; seeded."""
    scores = sorted(rates([counts[i] for i in draw])[2] for draw in _draws(len(counts)))
    return scores[int(_DRAWS * 0.025)], scores[int(_DRAWS * 0.975) - 1]


def _draws(size: int) -> Iterator[list[int]]:
    """Draws with replacement from 0 to size, the same at each run (Knuth's MMIX generator)."""
    state = 17
    for _ in range(_DRAWS):
        draw = []
        for _ in range(size):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            draw.append((state >> 33) % size)
        yield draw


def print_scores(tallies: dict[str, list[Any]]) -> None:
    """The table: a row a kind, and what its fields scored."""
    print(
        f"{'kind':18}{'true':>6}{'found':>6}{'recall':>8}{'prec':>7}{'F1':>7}   95%          fields"
    )
    for kind, letters in tallies.items():
        counts = [tally.counts for tally in letters]
        recall, precision, f1 = rates(counts)
        low, high = interval(counts)
        truths, found = sum(c[1] for c in counts), sum(c[2] for c in counts)
        print(
            f"{kind:18}{truths:6}{found:6}{recall:8.2f}{precision:7.2f}{f1:7.2f}"
            f"   {low:.2f}-{high:.2f}   {_fields(letters)}"
        )


def _fields(letters: list[Any]) -> str:
    sums: dict[str, list[int]] = {}
    for tally in letters:
        for name, (good, asked) in tally.fields.items():
            both = sums.setdefault(name, [0, 0])
            both[0] += good
            both[1] += asked
    return "  ".join(f"{name} {good}/{asked}" for name, (good, asked) in sums.items() if asked)


def print_honesty(read: Read, paths: list[Path], *, show: bool) -> None:
    """Quotes that are not verbatim and numbers that the letter does not hold."""
    from bench.invention import invented, unquoted

    loose, made_up, total = 0, 0, 0
    for path in paths:
        original = path.read_bytes().decode("utf-8")
        letter = truth_of(path)
        notes = "\n".join(x["text"] for x in letter["entries"] if x["kind"] == "footnote")
        for entry in entries_of(read, path):
            total += 1
            loose += unquoted(entry, original)
            fields = invented(entry, original, letter["letter"]["date"], notes)
            made_up += bool(fields)
            if fields and show:
                print(f"  invented {path.name}:{entry['line']} {entry['kind']} {fields}")
    print(f"quotes not verbatim: {loose} of {total}; entries with an invented number: {made_up}")


def print_misses(tallies: dict[str, list[Any]], paths: list[Path], kind: str) -> None:
    """What was missed and what was found wrongly, of one kind."""
    for path, tally in zip(paths, tallies.get(kind, []), strict=False):
        print(f"== {path.name}")
        for mark, entries in (("missed", tally.misses), ("false", tally.extras)):
            for entry in entries:
                print(f"  {mark} {entry['line']}: {entry['quote'][:160]}")
        for truth, found in tally.hits:
            _print_wrong_fields(kind, truth, found)


def _print_wrong_fields(kind: str, truth: Entry, found: Entry) -> None:
    from bench.fields import FIELDS, right

    for name in FIELDS.get(kind, ()):
        if right(kind, name, truth, found) is False:
            key = {"owner": "owners", "owners_exact": "owners", "interval": "latest"}.get(
                name, name
            )
            print(
                f"  {name} {truth['line']}: true {truth.get(key)!r} found {found.get(key)!r}"
                f" | {truth['quote'][:90]}"
            )


def milliseconds(read: Read, path: Path) -> float:
    """Median of five readings of one letter."""
    content = path.read_bytes()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        read(content, path.name)
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def print_speed(read: Read, paths: list[Path]) -> None:
    """Milliseconds a letter, also of letters outside the project where they are at hand."""
    for path in [*paths, *sorted(_OUTSIDE.glob("*.txt"))]:
        print(f"{milliseconds(read, path):8.0f} ms  {path.name}")


def _work(share: tuple[list[str], int]) -> tuple[int, int, int]:
    """Letters read, and peak memory in kB after a tenth and at the end."""
    names, times = share
    read, early = reader(), 0
    letters = [(Path(name).read_bytes(), Path(name).name) for name in names]
    for turn in range(times):
        read(*letters[turn % len(letters)])
        if turn == times // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return times, early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def print_passages(name: str) -> None:
    """The table of short passages, a row a kind."""
    from bench.passages import passages_in, score_passages

    print_scores(score_passages(reader(), passages_in(_TRUTH / "passages" / f"{name}.jsonl")))


def print_many(paths: list[Path], times: int) -> None:
    """Letters a second on two processes, and whether memory grew after the first tenth."""
    names, start = [str(path) for path in paths], time.perf_counter()
    with get_context("spawn").Pool(2) as pool:
        done = pool.map(_work, [(names, times // 2), (names, times - times // 2)])
    seconds = time.perf_counter() - start
    print(f"{times} letters in {seconds:.1f} s: {times / seconds:.1f} letters a second")
    for read, early, late in done:
        print(f"  {read} letters: peak {early / 1024:.0f} MB after a tenth, {late / 1024:.0f} MB")


def main(arguments: list[str] | None = None) -> int:
    """Print the measurements that were asked for."""
    parser = argparse.ArgumentParser(description="Measure the reading of letters.")
    parser.add_argument("--letters", choices=[*_SETS, "all"], default="dev")
    parser.add_argument("--passages", choices=["open", "held_out"], help="short ones, not letters")
    parser.add_argument("--show", metavar="KIND", help="list misses, false hits, wrong fields")
    parser.add_argument("--strict", action="store_true", help="overlap of the longer quote")
    parser.add_argument(
        "--many", type=int, default=0, metavar="N", help="read N letters on 2 cores"
    )
    asked = parser.parse_args(arguments)
    if asked.show and asked.letters in {"held_out", "all"}:
        parser.error("the held-out letters are never shown; use --letters dev or demo")
    if asked.passages:
        print_passages(asked.passages)
        return 0
    chosen = _SETS if asked.letters == "all" else (asked.letters,)
    paths = [path for name in chosen for path in letter_paths(name)]
    if asked.many:
        print_many(paths, asked.many)
        return 0
    read = reader()
    tallies = score(read, paths, strict=asked.strict)
    print_scores(tallies)
    print_honesty(read, paths, show=bool(asked.show))
    if asked.show:
        print_misses(tallies, paths, asked.show)
    print_speed(read, paths)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
