"""Pages on which a partner's file comes in: given, mapped, taken in, and mended."""

import json
from http import HTTPStatus
from tempfile import TemporaryFile
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.accounts.sentences import in_words
from samen.core.errors import BadInput, Refused
from samen.core.registration.columns import Batch
from samen.core.registration.guess import Guess, guess_mapping, read_by
from samen.core.registration.mapping import read_profile
from samen.core.registration.readers import Layout, open_table
from samen.core.terms import LogAct
from samen.purposes.inside import Purpose
from samen.register import queries_of_files as queries
from samen.register.actions_of_files import (
    Reading,
    decide_reading,
    give_file,
    hidden_findings,
    keep_profile,
    put_away,
)
from samen.register.forms import MappingForm, UploadForm
from samen.register.jobs import JOB
from samen.register.known_fields import fields
from samen.register.models import Delivery, FileProfile, PartnerFile
from samen.register.values import TYPED, brought
from samen.register.views.common import WRITERS, in_purpose, require, shown, status_of
from samen.work import clock
from samen.work.actions import start_work

PROFILE, MENDED = "profiel", "levering"
"""In an address: the profile by which a file is read, and the delivery whose rows it mends."""


@require_http_methods(["GET", "POST"])
@in_purpose
def upload(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Give a file; one that is no table is refused in words at its field."""
    require(purpose, WRITERS)
    names = [each.name for each in queries.profiles(purpose.membership.organisation_id)]
    if request.method == "GET":
        return shown(request, purpose, "register/upload.html", form=UploadForm(profiles=names))
    form, status = UploadForm(request.POST, request.FILES, profiles=names), HTTPStatus.BAD_REQUEST
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            given = give_file(purpose, stream=file.file, name=file.name or "", now=clock.now())
        except BadInput as error:
            form.add_error("file", in_words(error))
            status = status_of(error)
        else:
            chosen = _chosen(purpose, form)
            query = {PROFILE: chosen} if chosen else {}
            query |= {name: request.GET[name] for name in (MENDED,) if name in request.GET}
            return redirect(
                reverse(
                    "register:mapping", args=[purpose.membership.pk, purpose.ground, given.pk],
                    query=query,
                )
            )  # fmt: skip
    return shown(request, purpose, "register/upload.html", status, form=form)


def _chosen(purpose: Purpose, form: UploadForm) -> str:
    """The name of the profile by which the file is read; one that came as a file is kept."""
    found: tuple[str, Reading] | None = form.cleaned_data["profile_file"]
    return keep_profile(purpose, name=found[0], reading=found[1]).name if found else (
        form.cleaned_data["profile"]
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_purpose
def mapping(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Which column is which field: a guess with its reason, corrected by a person."""
    require(purpose, WRITERS)
    file = _waiting(number)
    guesses, batch, layout = _guessed(purpose, file)
    kept = _kept(request, purpose, guesses)
    said: dict[str, str] = {}
    is_used = kept is not None and not kept.columns().isdisjoint(each.column for each in guesses)
    if kept is not None and is_used:
        said, guesses = _by_profile(kept, guesses)
    form = MappingForm(
        request.POST or None, guesses=guesses, batch=batch, regime=purpose.regime, **said
    )
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                mended = _mended(request)
                return redirect("work:one", _begin(purpose, file, form, mended))
            except BadInput as error:
                form.add_error(None, in_words(error))
    left_out = queries.fields_left_out(purpose, form.brought(), clock.now())
    return shown(request, purpose, "register/mapping.html", status, form=form, file=file,
                 profile=kept, is_used=is_used, left_out=left_out,
                 before=queries.given_before(purpose, file),
                 twice=queries.waiting_twice(purpose, file), unread=layout.others,
                 hidden=hidden_findings(layout.hidden, layout.hidden.columns),
                 hidden_sheets=layout.hidden.sheets)  # fmt: skip


def _begin(purpose: Purpose, file: PartnerFile, form: MappingForm, mended: Delivery | None) -> int:
    """Keep the profile where a name was given, and start taking in.

    The work is remembered longer than the file, so it says neither its name nor how it is read.
    """
    reading = form.reading()
    read_profile(json.dumps(reading.as_data()), fields())
    if form.cleaned_data["keep"]:
        keep_profile(purpose, name=form.cleaned_data["keep"], reading=reading)
    decide_reading(purpose, file.pk, reading)
    part = purpose.membership
    work = start_work(
        title=_("Take in a partner's file"), job=JOB, started_by=part.user_id, now=clock.now(),
        arguments={
            "membership": str(part.pk), "user": part.user_id, "ground": str(purpose.ground),
            "file": str(file.pk), "language": "nl" if get_language() == "nl" else "en",
            "mends": str(mended.pk) if mended else "",
        },
    )  # fmt: skip
    return work.pk


def _waiting(number: UUID) -> PartnerFile:
    found = queries.waiting_file(number)
    if found is None:
        raise Refused(
            _("This file does not wait here any more."),
            _("A file waits for a month, and until it is taken in."),
            _("Look among the deliveries of the processing, or give it again."),
        )
    return found


def _guessed(purpose: Purpose, file: PartnerFile) -> tuple[list[Guess], Batch | None, Layout]:
    """What each column may be, with the first rows, and what is not read or not seen."""
    with TemporaryFile() as stream:
        queries.write_content(purpose, file, stream.write)
        stream.seek(0)
        table = open_table(stream)
        first = next(table.batches(), None)
        return guess_mapping(table.names, first, fields()), first, table.layout


def _kept(request: HttpRequest, purpose: Purpose, guesses: list[Guess]) -> FileProfile | None:
    """The profile that was chosen, or how the rows that are mended were read; where nothing was
    said, the profile that fits the file."""
    organisation = purpose.membership.organisation_id
    mended = _mended(request)
    if mended is not None:
        return FileProfile(name=mended.name, mapping=mended.mapping)
    if PROFILE in request.GET:
        return queries.profile(organisation, request.GET[PROFILE])
    return queries.fitting_profile(organisation, {each.column for each in guesses})


def _mended(request: HttpRequest) -> Delivery | None:
    """The delivery whose refused rows come back, where the address names one."""
    return queries.delivery(found) if (found := _number(request.GET.get(MENDED, ""))) else None


def _number(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None


def _by_profile(kept: FileProfile, guesses: list[Guess]) -> tuple[dict[str, str], list[Guess]]:
    """What a kept profile says of a file, and of each column."""
    profile = read_profile(json.dumps(kept.mapping), fields())
    empty = {str(each.converter.empty) for each in profile.columns}
    return {"kind": kept.mapping["kind"], "empty": min(empty)}, read_by(profile, guesses)


@require_GET
@in_purpose
def delivery(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """What a file came to, and its refused rows to mend."""
    found = queries.delivery(number)
    if found is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    if typed := found.findings.get(TYPED):
        return redirect("register:registration", purpose.membership.pk, purpose.ground, typed)
    others = queries.became_others(purpose, number) if found.findings.get("others") else []
    overtaken = queries.overtaken(purpose, number) if found.findings.get("overtaken") else []
    left_out = queries.fields_left_out(purpose, brought(found.mapping), found.received_at)
    remarks = found.findings.get("remarks", {})
    problems = [
        (name, n, remarks.get(name, [])) for name, n in found.findings.get("problems", {}).items()
    ]
    return shown(request, purpose, "register/delivery.html", delivery=found, others=others,
                 overtaken=overtaken, left_out=left_out, problems=problems,
                 mend=queries.rows_to_mend(number))  # fmt: skip


@require_GET
@in_purpose
def rows_to_mend(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """The refused rows of a delivery as a file."""
    require(purpose, WRITERS)
    found = queries.rows_to_mend(number)
    if found is None:
        return shown(request, purpose, "register/missing.html", HTTPStatus.NOT_FOUND)
    answer = HttpResponse(content_type="application/octet-stream")
    queries.write_content(purpose, found, answer.write)
    purpose.note(LogAct.EXPORT, [found.pk], ["file"])
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=found.name
    )
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@in_purpose
def put_rows_away(request: HttpRequest, purpose: Purpose, number: UUID) -> HttpResponse:
    """Put the refused rows of a delivery away: they are not to be mended."""
    require(purpose, WRITERS)
    put_away(purpose, number)
    messages.success(request, gettext("The rows to mend are put away."))
    return redirect("register:delivery", purpose.membership.pk, purpose.ground, number)
