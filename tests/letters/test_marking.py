"""A letter as printed: what is shown of its signs, and that every place stays."""

import re

from samen.letters.marking import Mark, lines_of


def test_a_sign_of_a_font_of_signs_is_shown_as_what_it_stands_for_in_its_place() -> None:
    original = "\uf0b7 een actie\n\uf0a7 nog een"
    start = original.index("een actie")
    mark = Mark(1, start, start + 3, "action", "", "#")
    first, second = lines_of(original, [], [mark])
    shown = re.sub("<[^>]+>", "", first.html)
    assert (shown, re.sub("<[^>]+>", "", second.html)) == ("• een actie", "▪ nog een")
    assert len(shown) == len(original.split("\n", maxsplit=1)[0])
    assert re.search(r"<a [^>]*>een</a>", first.html)
