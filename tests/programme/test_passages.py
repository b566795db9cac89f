"""A text cut in lines with marks in it stays the same text."""

from hypothesis import given
from hypothesis import strategies as st

from samen.programme.passages import Marked, line_starts, marked_lines, place_of, span_of_lines

TEXTS = st.text(st.sampled_from("ab \n"), max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


def _marks(spans: list[tuple[int, int]]) -> list[Marked]:
    return [Marked(number, min(span), max(span)) for number, span in enumerate(spans)]


@given(TEXTS, SPANS)
def test_nothing_is_lost_or_added(text: str, spans: list[tuple[int, int]]) -> None:
    lines = marked_lines(text, _marks(spans))
    assert "\n".join("".join(part.text for part in line.parts) for line in lines) == text
    assert [line.number for line in lines] == list(range(1, len(line_starts(text)) + 1))


@given(TEXTS, SPANS)
def test_marked_is_what_the_spans_hold(text: str, spans: list[tuple[int, int]]) -> None:
    for mark in _marks(spans):
        marked = [
            part.text
            for line in marked_lines(text, _marks(spans))
            for part in line.parts
            if mark.passage in part.passages
        ]
        assert "".join(marked) == text[mark.start : mark.end].replace("\n", "")


def test_a_passage_whose_words_moved_is_marked_by_its_lines() -> None:
    text = "een\ntwee\ndrie"
    assert place_of(text, "twee", 4, 8, (2, 2)) == Marked(0, 4, 8)
    assert place_of(text, "twee drie", 0, 3, (2, 3)) == Marked(0, 4, 13)
    assert place_of(text, "vier", 0, 3, (4, 4)) is None
    assert span_of_lines(text, 1, 1) == (0, 3)
