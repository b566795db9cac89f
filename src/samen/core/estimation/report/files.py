"""The files of a report, by name."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from samen.core.estimation.bootstrap import Progress
from samen.core.estimation.estimate import Estimate
from samen.core.estimation.report.audit import least_degree
from samen.core.estimation.report.content import Content, content
from samen.core.estimation.report.language import in_dutch, in_english
from samen.core.estimation.report.page import to_html
from samen.core.estimation.report.paper import to_pdf
from samen.core.estimation.report.withheld import Degree


def report_files(found: Estimate, translate: Callable[[str], str], versions: Mapping[str, str],
                 on: date, on_progress: Progress = lambda _: None) -> dict[str, bytes]:  # fmt: skip
    """As web page and as PDF, in Dutch and English: the report (`schatting`, `estimate`), with one
    more sheet each for groups and checks; and the sheet that may be published (`publicatie`,
    `publication`), where that was sought (see `audit`).

    translate: the sentences of reasons into Dutch. versions: of the software, by name. on: the
    date that the report bears.
    """
    degree = least_degree(found, partial(_public, versions, on), on_progress)
    notice = "unsought" if degree is None else "not_public" if degree else ""
    files = {}
    for language in (in_dutch(translate), in_english()):
        said = {"whole_file": content(found, language, versions, on, notice=notice)}
        if degree is not None:
            said["public_file"] = content(found, language, versions, on, degree)
        for name, each in said.items():
            files[f"{language.words[name]}.html"] = to_html(each)
            files[f"{language.words[name]}.pdf"] = to_pdf(each, on)
    return files


def _public(versions: Mapping[str, str], on: date, found: Estimate, degree: Degree) -> Content:
    """In English, as the Dutch one says the same."""
    return content(found, in_english(), versions, on, degree)
