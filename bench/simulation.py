"""The invented nation: records a second on one core, and the memory that sizes need.

    ./samen bench simulation [SIZE ...]          sizes in records; 10,000, 1,000,000 when not given

Each size runs in a process of its own. The peak counts what that process had at most, with
Python and the libraries; batches are thrown away. `files` adds writing the Parquet files.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10_000, 1_000_000)
MODEL = "typical"


def main(arguments: list[str]) -> int:
    sizes = [int(each) for each in arguments] or list(SIZES)
    print(f"{'records':>12} {'step':>8} {'seconds':>8} {'records/s':>10} {'peak MB':>8}")
    for size in sizes:
        for step in ("stream", "files"):
            command = [sys.executable, "-m", "bench.simulation", "--one", step, str(size)]
            print(
                subprocess.run(command, capture_output=True, text=True, check=True).stdout, end=""
            )
    return 0


def one(step: str, size: int) -> str:
    """One line of the table: processor time of this process and its peak."""
    from samen.core.simulation.records import linkage_records, registrations
    from samen.site.simulation import Order, write_nation

    order = Order(seed=1, model=MODEL, size=size, partners=False)
    start = time.process_time()
    if step == "stream":
        nation, model = order.nation()
        pieces = registrations(nation, model, size)
        made = sum(linkage_records(nation, each)[0].num_rows for each in pieces)
    else:
        with tempfile.TemporaryDirectory() as folder:
            made = sum(write_nation(order, Path(folder)))
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{made:>12,} {step:>8} {took:>8.1f} {made / took:>10,.0f} {peak:>8.0f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(one(sys.argv[2], int(sys.argv[3])))
    else:
        sys.exit(main(sys.argv[1:]))
