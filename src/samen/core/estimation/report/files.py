"""The files of a report, by name."""

from collections.abc import Callable, Mapping
from datetime import date

from samen.core.estimation.estimate import Estimate
from samen.core.estimation.report.content import content
from samen.core.estimation.report.language import in_dutch, in_english
from samen.core.estimation.report.page import to_html
from samen.core.estimation.report.paper import to_pdf


def report_files(found: Estimate, translate: Callable[[str], str], versions: Mapping[str, str],
                 on: date) -> dict[str, bytes]:  # fmt: skip
    """One sheet, and one more each for groups and checks, in Dutch (`schatting`) and English
    (`estimate`), as web page and as PDF.

    translate: the sentences of reasons into Dutch. versions: of the software, by name. on: the
    date that the report bears. No number of persons below 5 is in the files.
    """
    files = {}
    for name, language in (("schatting", in_dutch(translate)), ("estimate", in_english())):
        said = content(found, language, versions, on)
        files[f"{name}.html"] = to_html(said)
        files[f"{name}.pdf"] = to_pdf(said, on)
    return files
