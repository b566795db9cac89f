"""`./samen bench [NAME]`: measure speed, memory and accuracy; never part of the tests."""

import subprocess
import sys

from samen.site.database import ROOT


def run(arguments: list[str]) -> int:
    known = sorted(
        path.stem for path in (ROOT / "bench").glob("*.py") if "def main" in path.read_text()
    )
    if not arguments or arguments[0] not in known:
        sys.stdout.write(
            "usage: ./samen bench NAME [ARGUMENTS]\n\n"
            f"benchmarks: {', '.join(known)}\n\nexample: ./samen bench {known[0]}\n"
        )
        return 0 if arguments[:1] in ([], ["--help"], ["-h"]) else 2
    command = [sys.executable, "-m", f"bench.{arguments[0]}", *arguments[1:]]
    return subprocess.run(command, cwd=ROOT).returncode
