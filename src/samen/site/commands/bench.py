"""`./samen bench [NAME]`: measure speed, memory and accuracy; never part of the tests."""

import subprocess
import sys

from samen.site.arguments import refused
from samen.site.database import ROOT


def run(arguments: list[str]) -> int:
    known = sorted(
        path.stem for path in (ROOT / "bench").glob("*.py") if "def main" in path.read_text()
    )
    names = ", ".join(known)
    if arguments[:1] in ([], ["--help"], ["-h"]):
        sys.stdout.write(
            "usage: ./samen bench NAME [ARGUMENTS]\n\n"
            f"benchmarks: {names}\n\nexample: ./samen bench {known[0]}\n"
        )
        return 0
    if arguments[0] not in known:
        raise refused("./samen bench", f"there is no benchmark {arguments[0]!r}, there are {names}")
    command = [sys.executable, "-m", f"bench.{arguments[0]}", *arguments[1:]]
    return subprocess.run(command, cwd=ROOT).returncode
