"""The report as a web page that stands on its own: no script, nothing fetched from elsewhere."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from samen.core.estimation.report.checked import Checked
from samen.core.estimation.report.content import Content
from samen.core.estimation.report.language import FEWEST
from samen.core.estimation.report.overlaps import Overlaps, Shown
from samen.core.estimation.report.svg import Drawing

SHADE = ("#ffffff", "#e3f0ee", "#c3dfdb", "#9ccac4", "#74b3ab")
MANY = 8
STYLE = (
    "*{box-sizing:border-box}"
    "body{margin:0;background:#fff;color:#1b2b34;font:1.0625rem/1.5 system-ui,-apple-system,"
    '"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}'
    "main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 2.5rem}"
    "h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}"
    "h2{font-size:1.125rem;line-height:1.25;margin:1.5rem 0 .4rem}"
    "h3{font-size:1rem;line-height:1.25;margin:1.25rem 0 .3rem}"
    "p{margin:0 0 .5rem;max-width:46rem}svg{display:block;width:100%;height:auto}"
    ".data,.note{color:#52606a}.note{font-size:.875rem;margin:.25rem 0 .6rem}"
    ".headline{font-size:1.5rem;line-height:1.35;margin:1rem 0;max-width:none}"
    ".verdict{border-inline-start:.35rem solid;padding:.6rem 1rem;margin:1rem 0}"
    ".verdict h2{margin:0 0 .25rem}.verdict ul,.sources{margin:0;padding-inline-start:1.25rem}"
    ".usable{border-color:#1d5e2f;background:#e6f3e8}"
    ".indicative{border-color:#6f4700;background:#fdf1d8}"
    ".refuse{border-color:#a3161f;background:#fbeaea}"
    ".beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));"
    "gap:0 2.5rem}.wide{overflow-x:auto}figure{margin:0}"
    "table{border-collapse:collapse;font-size:.8125rem;font-variant-numeric:tabular-nums}"
    "th,td{padding:.25rem .45rem;text-align:end;border:1px solid #d8d8d2}"
    "td{white-space:nowrap}th{text-align:start;font-weight:600}"
    "thead th+th{text-align:end}.none{color:#52606a}"
    "dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;margin:0}"
    "dt{color:#52606a}dd{margin:0;overflow-wrap:anywhere}"
    ".small{font-size:.875rem}"
    ".sheet{margin-top:2.5rem;border-top:.2rem solid #1b2b34}"
    ".sheet>h2{font-size:1.375rem;margin:.75rem 0 .5rem}"
    + "".join(f".s{n}{{background:{shade}}}" for n, shade in enumerate(SHADE))
    + "@media(max-width:30rem){.headline{font-size:1.25rem}dl{display:block}dd{margin:0 0 .3rem}}"
    "@media print{@page{size:A4;margin:10mm 12mm}body{font-size:8pt;line-height:1.3;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;padding:0}"
    "h1{font-size:13pt}h3{font-size:8.5pt;margin:.6rem 0 .15rem}"
    ".headline{font-size:12pt;margin:.4rem 0}h2{font-size:9.5pt;"
    "margin:.5rem 0 .15rem}p{margin:0 0 .2rem;max-width:none}"
    ".verdict{margin:.4rem 0;padding:.3rem .6rem}"
    ".note,.small,table{font-size:7pt}th,td{padding:.08rem .3rem}"
    ".beside{grid-template-columns:1fr 1fr;gap:0 1.5rem}svg{max-height:75mm}"
    ".sheet{break-before:page;border:0;margin:0}.sheet>h2{font-size:13pt;margin:0 0 .4rem}"
    ".many{font-size:5.5pt;line-height:1.15}.many th,.many td{padding:0 .15rem}"
    ".sheet svg{max-height:150mm}thead{display:table-header-group}tr{break-inside:avoid}}"
)


def to_html(content: Content) -> bytes:
    """The bytes of the page."""
    title = escape(content.word("title"))
    parts = [
        f'<!doctype html><html lang="{content.language.code}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>",
        f'<h1>{title}</h1><p class="data">{escape(content.data)}</p>',
        _strong(content.notice, "notice"),
        _strong(content.headline, "headline"),
        _line(content.assumption),
        _verdict(content),
        '<div class="beside">',
        _figure(content.forest, content.word("forest_said")),
        "<div>",
        _overlaps(content),
        _figure(content.choices, content.word("choices_said")),
        "</div>",
        "</div>",
        _account(content),
        _groups(content) if content.groups else "",
        _checked(content, content.checked) if content.checked else "",
        "</main></body></html>",
    ]
    return "".join(parts).encode()


def _strong(words: str, kind: str) -> str:
    return f'<p class="{kind}"><strong>{escape(words)}</strong></p>' if words else ""


def _verdict(content: Content) -> str:
    said = f"{content.word('verdict')}: {content.word(content.use.value)}"
    return (
        f'<section class="verdict {content.use.value}"><h2>{escape(said)}</h2>'
        f"<ul>{_items(content.reasons)}</ul></section>"
    )


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{escape(line)}</li>" for line in lines)


def _figure(drawing: Drawing | None, note: str, level: int = 2) -> str:
    if drawing is None:
        return ""
    return (
        f"<div><h{level}>{escape(drawing.title)}</h{level}><figure>{drawing.svg()}"
        f'<figcaption class="note">{escape(note)}</figcaption></figure></div>'
    )


def _overlaps(content: Content) -> str:
    """A table, so that a number is read out with its two lists."""
    overlaps = content.overlaps
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in overlaps.lists)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>{_cells(overlaps, at, content)}</tr>'
        for at, name in enumerate(overlaps.lists)
    )
    note = content.word(overlaps.shown)
    many = ' class="many"' if len(overlaps.lists) > MANY else ""
    name = escape(content.word("overlap"))
    return (
        f'<h2 id="overlap">{name}</h2><div class="wide" role="region" aria-labelledby="overlap" '
        f'tabindex="0"><table{many} aria-labelledby="overlap"><thead><tr><th scope="col">'
        f"{escape(content.word('list'))}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f'<p class="note">{escape(note)}</p>'
    )


def _cells(overlaps: Overlaps, at: int, content: Content) -> str:
    cells = [
        f'<td class="s{shade}{"" if n else " none"}">{escape(cell(content, overlaps, at, other))}'
        "</td>"
        for other, (n, shade) in enumerate(
            zip(overlaps.persons[at], overlaps.shades[at], strict=True)
        )
    ]
    return "".join(cells) + "<td></td>" * (len(overlaps.lists) - at - 1)


def cell(content: Content, overlaps: Overlaps, at: int, other: int) -> str:
    """The number, `<5`, or a dash for a number that is left out because of others."""
    n = overlaps.persons[at][other]
    if n is not None:
        return content.language.whole(n)
    return "–" if at == other or overlaps.shown is Shown.NOTHING else f"<{FEWEST}"


def _sheet(content: Content, name: str, inside: str) -> str:
    """A part that prints on a sheet of its own, so it says again what it is about."""
    return (
        f'<section class="sheet"><h2 id="{name}">{escape(content.word(name))}</h2>'
        f'<p class="data">{escape(content.data)}</p>'
        f"{_strong(content.inside, 'notice')}{inside}</section>"
    )


def _groups(content: Content) -> str:
    """A table of single values, and one for every two covariates."""
    heads = [content.word(name) for name in ("group", "registered", "estimated")]
    rows = [(f"{each.name}: {each.value}", each.registered, each.estimate)
            for each in content.groups if not each.is_pair]  # fmt: skip
    note = f'<p class="note">{escape(content.word("groups_said"))}</p>'
    pairs = groupby((each for each in content.groups if each.is_pair), lambda each: each.name)
    tables = "".join(
        f'<div><h3 id="pair-{at}">{escape(name)}</h3>'
        + _table(f"pair-{at}", heads, [(row.value, row.registered, row.estimate) for row in told])
        + "</div>"
        for at, (name, told) in enumerate(pairs)
    )
    beside = f'<div class="beside">{tables}</div>' if tables else ""
    return _sheet(content, "groups", _table("groups", heads, rows) + note + beside)


def _table(name: str, heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """name: of the heading that says what it holds."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(each)}</td>" for each in others)
        + "</tr>"
        for first, *others in rows
    )
    return (
        f'<div class="wide" role="region" aria-labelledby="{name}" tabindex="0">'
        f'<table aria-labelledby="{name}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _checked(content: Content, checked: Checked) -> str:
    paths = "".join(
        _figure(each, content.word(f"{each.name.replace('-', '_')}_said"), level=3)
        for each in checked.paths
    )
    left = (_figure(checked.tornado, content.word("tornado_said"), level=3) + _line(checked.tipping)
            + _known(content, checked) + _line(checked.coverage))  # fmt: skip
    return _sheet(
        content, "checks", f'<div class="beside"><div>{left}</div><div>{paths}</div></div>'
    )


def _line(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


def _known(content: Content, checked: Checked) -> str:
    if checked.known is None:
        return ""
    return (
        f'<h3 id="known">{escape(content.word("known"))}</h3>'
        f"{_table('known', checked.known.heads, checked.known.rows)}"
        f'<p class="note">{escape(content.word("known_said"))}</p>{_line(checked.bias)}'
    )


def _account(content: Content) -> str:
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in content.account)
    record = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in content.record
    )
    return (
        f'<div class="beside small"><section><h2>{escape(content.word("method"))}</h2>{paragraphs}'
        f"<h2>{escape(content.word('record'))}</h2><dl>{record}</dl></section>"
        f"<section><h2>{escape(content.word('references'))}</h2>"
        f'<ul class="sources">{_items(content.references)}</ul></section></div>'
    )
