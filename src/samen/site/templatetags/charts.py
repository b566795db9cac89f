"""A series as a chart in a page: wide and for a phone, with what it says in words below it.

`{% load charts %}{% chart series %}`
"""

from django import template
from django.utils.translation import get_language

from samen.core.publishing.charts import (
    NARROW,
    bars_in_words,
    draw_bars,
    draw_line,
    draw_small,
    groups,
)
from samen.core.publishing.finding import text_alternative
from samen.core.publishing.nouns import Series

register = template.Library()
LEAST = 2
"""Values and targets, for a picture to say more than its words."""


@register.inclusion_tag("site/chart.html")
def chart(series: Series, said: str = "") -> dict[str, str]:
    """The line chart of a series; its words alone where there is next to nothing to draw.

    said: the words below it, where they are not those of one series.
    """
    dutch = get_language() == "nl"
    values = [each.value for each in series.totals] + [each.value for each in series.targets]
    numbers = len(values) - values.count(None)
    words = (said or text_alternative(series, dutch=dutch)) if numbers else ""
    if numbers < LEAST:
        return {"words": words}
    phone = f"phone-{series.code}"
    return {
        "wide": draw_line(series, words=words, dutch=dutch),
        "narrow": draw_line(series, name=phone, size=NARROW, words=words, dutch=dutch),
        "words": words,
    }


@register.inclusion_tag("site/chart.html")
def bars(series: Series, year: int, name: str) -> dict[str, str]:
    """The groups of one year as bars. name: begins the ids of the drawing."""
    dutch = get_language() == "nl"
    words = bars_in_words(series, year, dutch=dutch)
    if len(groups(series, year)) < LEAST:
        return {"words": words}
    return {
        "wide": draw_bars(series, year, name=f"{name}-wide", dutch=dutch),
        "narrow": draw_bars(series, year, name=f"{name}-phone", size=NARROW, dutch=dutch),
        "words": words,
    }


@register.inclusion_tag("site/small_chart.html")
def small_chart(series: Series) -> dict[str, str]:
    """The newest line of a series in little; nothing where there is one value."""
    is_course = len({each.year for each in series.totals if each.value is not None}) >= LEAST
    return {"drawing": draw_small(series, dutch=get_language() == "nl") if is_course else ""}
