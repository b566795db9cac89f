"""Invented series, with all that a series can have."""

from datetime import date
from decimal import Decimal

from samen.core.publishing.nouns import (
    Dataset,
    Definition,
    Point,
    Sender,
    Series,
    Target,
    Words,
)  # fmt: skip
from samen.core.terms import Direction, FigureMethod

SECRET = ("7919", "7.919", "7,919")
"""A number that is not shown, as each language would write it."""


def victims() -> Series:
    """Reported, revised, counted and estimated; one year is not shown, one was defined anew."""
    return Series(
        "victims",
        Words("Geregistreerde mogelijke slachtoffers", "Registered possible victims"),
        Words("personen", "persons"),
        Direction.DOWN,
        (
            Definition(1, Words("Wie bij de stichting is gemeld.", "Who was reported."), 2012,
                       2018, source="Jaarbeeld"),
            Definition(2, Words("Wie is gemeld en nog niet bekend was.", "Who was new."), 2019),
        ),
        (
            *(Point(year, Decimal(value), vintage="Jaarbeeld 2018", definition=1,
                    published_on=date(2019, 4, 1))
              for year, value in ((2014, 1250), (2015, 1150), (2017, 950), (2018, 870))),
            Point(2016, vintage="Jaarbeeld 2018", definition=1, published_on=date(2019, 4, 1),
                  suppressed=True),
            *(Point(year, Decimal(value), vintage="Jaarbeeld 2020", definition=2,
                    published_on=date(2021, 4, 1))
              for year, value in ((2018, 880), (2019, 1372), (2020, 1013))),
            Point(2019, Decimal(5900), low=Decimal(5200), high=Decimal(6700), definition=2,
                  vintage="Schatting 2021", method=FigureMethod.ESTIMATED),
            Point(2020, Decimal(6100), low=Decimal(5400), high=Decimal(7000), definition=2,
                  vintage="Schatting 2021", method=FigureMethod.ESTIMATED),
            *(Point(2020, None if value is None else Decimal(value), breakdown=name,
                    suppressed=value is None, vintage="Jaarbeeld 2020", definition=2)
              for name, value in (("seksueel", 450), ("arbeid", 390), ("crimineel", 168),
                                  ("orgaanverwijdering", None))),
        ),
        (Target(2022, Decimal(900), set_by="Kabinet"),),
        "Jaarbeelden, zelf bedacht",
    )  # fmt: skip


def dataset(*series: Series) -> Dataset:
    return Dataset(
        "https://samen.example/datasets/victims",
        Words("Mogelijke slachtoffers", "Possible victims"),
        Words("Wie is gemeld, per jaar.", "Who was reported, by year."),
        Sender("Programma Samen", "https://samen.example/", "cijfers@samen.example"),
        "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        date(2021, 11, 17), date(2021, 11, 18), series or (victims(),),
        "https://samen.example/cijfers/victims", (Words("mensenhandel", "trafficking"),),
    )  # fmt: skip
