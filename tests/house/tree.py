"""The files of the checkout, as the house tests look at them.

The tree is walked, not asked from git: a release unpacked without its history is held to
the same rules.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "samen"
_BINARY = {".png", ".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pyc", ".mo", ".woff2", ".zip"}
_PYTHON = ("src", "tests", "bench")


def not_ours() -> set[str]:
    """Names of folders that are made, not written: what .gitignore lists, and .git."""
    lines = (ROOT / ".gitignore").read_text().splitlines()
    return {".git"} | {line.rstrip("/") for line in lines if line.endswith("/")}


def files(top: Path = ROOT) -> Iterator[Path]:
    """Every file of the project below a folder."""
    skipped = not_ours()
    for path in sorted(top.iterdir()):
        if path.is_dir() and path.name not in skipped:
            yield from files(path)
        elif path.is_file():
            yield path


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the project with its content."""
    for path in files():
        if path.suffix not in _BINARY:
            yield path, path.read_text(encoding="utf-8")


def python_files() -> list[Path]:
    """Every Python file that a person wrote; migrations are made by a command."""
    below = [path for top in _PYTHON for path in files(ROOT / top) if path.suffix == ".py"]
    return [ROOT / "samen", *(path for path in below if "migrations" not in path.parts)]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def rooms() -> list[Path]:
    """The folders of the rooms and floors: every package right below `samen`."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def short(path: Path) -> str:
    """A path as it is called in the project."""
    return path.relative_to(ROOT).as_posix()


def model_classes() -> dict[str, ast.ClassDef]:
    """Every class that is a table, by name; found by its bases, without a database."""
    folders = [room / "models" for room in rooms()]
    sources = [path for folder in folders if folder.is_dir() for path in files(folder)]
    sources += [path for room in rooms() for path in sorted(room.glob("models*.py"))]
    classes = [
        node
        for path in sources
        if path.suffix == ".py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    ]
    found: dict[str, ast.ClassDef] = {}
    roots = {"Model", "AbstractBaseUser", "Bound"}
    grew = True
    while grew:
        new = {
            c.name: c for c in classes if c.name not in found and _bases(c) & (roots | set(found))
        }
        grew = bool(new)
        found |= new
    return found


def _bases(node: ast.ClassDef) -> set[str]:
    return {
        base.attr if isinstance(base, ast.Attribute) else base.id
        for base in node.bases
        if isinstance(base, ast.Attribute | ast.Name)
    }
