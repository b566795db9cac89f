"""`./samen check`: format, lint, types and contracts; what a build runs before the tests."""

import subprocess
import sys
from pathlib import Path

from samen.site.arguments import refused
from samen.site.database import ROOT

HELP = """usage: ./samen check [--fix]

Format and lint (ruff), types (mypy --strict), contracts (import-linter), and that models
and migrations agree. --fix formats and mends what can be mended.

example: ./samen check --fix
"""
BIN = Path(sys.executable).parent


def steps(fix: bool) -> list[tuple[str, list[str]]]:
    ruff = str(BIN / "ruff")
    return [
        ("format", [ruff, "format", *(() if fix else ("--check",)), "."]),
        ("lint", [ruff, "check", *(("--fix",) if fix else ()), "."]),
        ("types", [str(BIN / "mypy")]),
        ("contracts", [str(BIN / "lint-imports")]),
        (
            "migrations",
            [sys.executable, "-m", "samen.site.cli", "manage", "makemigrations", "--check"],
        ),
    ]


def run(arguments: list[str]) -> int:
    if arguments[:1] in (["--help"], ["-h"]):
        sys.stdout.write(HELP)
        return 0
    if arguments and arguments != ["--fix"]:
        raise refused("./samen check", "the only argument is --fix")
    failed = []
    for name, command in steps(fix=bool(arguments)):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        sys.stdout.write(f"{name:<11}{'ok' if done.returncode == 0 else 'FAILED'}\n")
        if done.returncode != 0:
            failed.append(name)
            sys.stdout.write(done.stdout + done.stderr + "\n")
    return 1 if failed else 0
