"""A series as a chart in a page: wide and for a phone, with what it says in words below it.

`{% load charts %}{% chart series %}`
"""

from django import template
from django.utils.translation import get_language

from samen.core.publishing.charts import NARROW, draw_line
from samen.core.publishing.finding import text_alternative
from samen.core.publishing.nouns import Series

register = template.Library()
LEAST = 2
"""Values and targets, for a picture to say more than its words."""


@register.inclusion_tag("site/chart.html")
def chart(series: Series) -> dict[str, str]:
    """The line chart of a series; its words alone where there is next to nothing to draw."""
    dutch = get_language() == "nl"
    values = [each.value for each in series.totals] + [each.value for each in series.targets]
    numbers = len(values) - values.count(None)
    words = text_alternative(series, dutch=dutch) if numbers else ""
    if numbers < LEAST:
        return {"words": words}
    return {
        "wide": draw_line(series, dutch=dutch),
        "narrow": draw_line(series, name=f"phone-{series.code}", size=NARROW, dutch=dutch),
        "words": words,
    }
