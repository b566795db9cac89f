"""Hierarchies from a YAML file: a dimension, and below it which codes add up to which."""

from collections.abc import Mapping, Sequence

import yaml

from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.errors import BadInput

MOST_SIGNS = 5_000_000
_RIGHT = "Below the name of a dimension, a line such as T: [N0, O0] says what adds up to T."


def read_hierarchies(text: str, codes: Mapping[str, Sequence[str]]) -> list[Hierarchy]:
    """The hierarchies in a file, for a table whose dimensions have these `codes`.

    A dimension has one mapping of parents to children, or a list of mappings: other ways to add up
    the same codes. A name that is no dimension, with codes of exactly one dimension, is such an
    other way too. Names with anything else than mappings are remarks.
    """
    found = []
    for name, content in _loaded(text).items():
        for one in content if isinstance(content, list) else [content]:
            if not isinstance(one, dict):
                continue  # a remark
            children = {_code(code): _codes(name, below) for code, below in one.items()}
            dimension = _dimension(name, children, codes)
            if dimension:
                found.append(Hierarchy(dimension, children))
    return found


def _loaded(text: str) -> dict[str, object]:
    if len(text) > MOST_SIGNS or ("*" in text and "&" in text):
        raise BadInput(
            "The hierarchy file is too big, or refers to itself.", _RIGHT, "Write it out."
        )
    try:
        content = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise BadInput("Line {line} of the hierarchy file cannot be read as YAML.", _RIGHT,
                       "Mend the file.", line=line) from error  # fmt: skip
    if not isinstance(content, dict):
        raise BadInput("The hierarchy file names no dimension.", _RIGHT, "Mend the file.")
    return {str(name): below for name, below in content.items()}


def _codes(name: str, below: object) -> tuple[str, ...]:
    if not isinstance(below, list) or not below:
        raise BadInput("A code of {dimension} in the hierarchy file has no list of codes below it.",
                       _RIGHT, "Mend the file.", dimension=name[:60])  # fmt: skip
    return tuple(_code(code) for code in below)


def _code(value: object) -> str:
    # YAML reads a bare yes, no, on and off as true or false, and 010 as a number.
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadInput("A code in the hierarchy file is no text: {value}.",
                       "Codes are text or whole numbers.", "Put it between quotes.",
                       value=str(value)[:60])  # fmt: skip
    return str(value)


def _dimension(
    name: str, children: Mapping[str, tuple[str, ...]], codes: Mapping[str, Sequence[str]]
) -> str:
    """The dimension that a hierarchy is of; empty when it is of none of these tables."""
    if name in codes:
        return name
    named = {*children, *(code for below in children.values() for code in below)}
    fitting = [dimension for dimension, known in codes.items() if named <= set(known)]
    if len(fitting) > 1:
        raise BadInput("The hierarchy {name} fits more than one column.",
                       "The columns are {dimensions}.", "Give it the name of a column.",
                       name=name[:60], dimensions=", ".join(codes)[:300])  # fmt: skip
    return fitting[0] if fitting else ""
