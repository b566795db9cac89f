"""What the reader says of a letter, as the tests of the reader compare it."""

from samen.core.reading import read_letter


def fields_of(letter: str, kind: str, *names: str) -> list[tuple[object, ...]]:
    """The named fields of every candidate of a kind that a letter gives, in order."""
    found = read_letter(letter.encode(), "a.txt").candidates
    return [tuple(each.detail[name] for name in names) for each in found if each.kind.value == kind]


def figures_of(letter: str) -> list[tuple[object, ...]]:
    """Value, year and kind of value of every indicator of a letter, in order."""
    return fields_of(letter, "indicator", "value", "year", "value_kind")
