"""Colours and letters of drawings: those of the site's style sheet, and apart without colour.

The series colours are of the Okabe-Ito set, darkened to 3:1 on white; each line has its own dashes
and marks too, so that a print in grey says the same.
"""

INK, QUIET, RULE, PAPER = "#1b2b34", "#52606a", "#d8d8d2", "#ffffff"
MARK, WARNING = "#0b6259", "#6f4700"
COLOURS = ("#0b6259", "#b54e00", "#27496d", "#a3407f", "#6f4700", "#52606a")
DASHES = ((1, 0), (8, 4), (2, 3), (8, 3, 2, 3), (12, 4), (4, 4))
SHAPES = ("circle", "square", "triangle-up", "cross", "diamond", "triangle-down")
MOST_LINES = len(COLOURS)
SHADES = ("#e3f0ee", "#a9d3cd", "#62aca3", "#257d73", "#07453f")
"""From few to many, of one hue; a value that is not shown is hatched, not a shade."""
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The renderer carries Liberation Sans, so that a drawing is the same on every machine."""
