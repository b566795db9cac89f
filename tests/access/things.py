"""One of each thing that an address can name, so that every act is reached."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from samen.accounts import actions as accounts
from samen.accounts.models import Organisation, RoleGrant, User
from samen.core.terms import CandidateKind, MemberRole, Role
from samen.letters.models import Proposal
from samen.programme import actions
from samen.programme.models import Evidence, Figure, Invitation, StatusChange, Target
from samen.programme.values import (
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    Place,
    Standing,
    TargetFacts,
    Wording,
)
from samen.work.models import Work
from tests.cast import Cast
from tests.letters.incoming_letters import candidate, letter_by_hand
from tests.letters.outgoing_letters import drafted
from tests.register.given_files import make_setting

NOW = datetime(2022, 2, 1, tzinfo=UTC)
DAY = date(2022, 2, 1)


def things(cast: Cast) -> dict[str, str]:
    """A value for each place in an address: everything that is asked for is there."""
    by = cast["programme_team"]
    body = Organisation.objects.get()
    link = accounts.make_link(user=cast["nobody"].pk)
    office = accounts.add_office(title="De Minister van Voorbeelden", organisation=body.pk)
    paper = actions.add_document(
        document=DocumentFacts(title="Verzonnen brief", date=DAY, text="Wij doen dit."),
        by=by,
        now=NOW,
    )
    place = Place(document=paper, line=1, line_end=1, start=0, end=13, quote="Wij doen dit.")
    standing = Standing(status="running", on=DAY)
    pair = [
        actions.record_action(
            wording=Wording(title, owners=("VNG",)), standing=standing, place=place, by=by, now=NOW
        )
        for title in ("Wij openen bedden", "Wij openen plaatsen")
    ]
    actions.append_status(
        entry=pair[0], standing=Standing(status="done", on=DAY), by=by, now=NOW.replace(month=3)
    )
    counted = actions.record_indicator(
        wording=Wording("Bedden"),
        indicator=IndicatorFacts(code="bedden", definition="Bedden."),
        by=by,
        now=NOW,
    )
    actions.record_figure(
        indicator=counted,
        figure=FigureFacts(year=2021, value=Decimal(4), publication="Brief"),
        by=by,
        now=NOW,
    )
    actions.set_target(
        indicator=counted, target=TargetFacts(year=2022, value=Decimal(5)), by=by, now=NOW
    )
    for name in ("Opvang", "Zorg"):
        actions.add_theme(name=name)
    asked = actions.ask_round(
        title="Ronde", asked_on=DAY, due=date(2100, 1, 1), by=by, now=NOW, filters=None
    )
    token = asked.links[0][1]
    answer = actions.answer_question(
        token=token, said=actions.Said(pair[1], "done"), answered_by="Olga", now=NOW
    )
    setting = make_setting()
    return {
        "uitnodiging number": link.number,
        "uitnodiging token": link.token,
        "mensen number": str(cast["nobody"].pk),
        "grant": str(RoleGrant.objects.filter(role=Role.READER).get().pk),
        "ambten number": str(office.pk),
        "vraag token": token,
        "ronde number": str(asked.id),
        "ministerie number": str(body.pk),
        "cijfer number": str(Figure.objects.get().pk),
        "doel number": str(Target.objects.get().pk),
        "number": str(pair[0]),
        "met": str(pair[1]),
        "kind": "actie",
        "slug": "opvang",
        "code": "bedden",
        "token": "bestaat-niet",
        "form": "json",
        "notation": "ttl",
        "change": str(StatusChange.objects.latest("known_at").pk),
        "evidence": str(Evidence.objects.earliest("pk").pk),
        "answer": str(answer),
        "invitation": str(Invitation.objects.get().pk),
        **_letters(by),
        "werk number": str(_work(by)),
        "register part": str(setting.members[MemberRole.REGISTRAR].pk),
        "register ground": "avg6e",
        "register number": str(UUID(int=1)),
        "dag member": str(setting.members[MemberRole.ANALYST].pk),
        "day": "2022-11-15",
        "netwerken part": str(setting.members[MemberRole.REGISTRAR].pk),
        "netwerken ground": "avg6e",
        "netwerken number": str(UUID(int=1)),
        "netwerken kind": "persoon",
        "maken part": str(setting.members[MemberRole.STATISTICIAN].pk),
        "maken ground": "avg6e",
        "telronde number": str(UUID(int=1)),
        "vrijgave act": "goedkeuren",
        "koppelingen part": str(setting.members[MemberRole.ANALYST].pk),
        "koppelingen ground": "avg6e",
        "koppelingen number": str(UUID(int=1)),
        "zonder-namen part": str(setting.members[MemberRole.ANALYST].pk),
        "zonder-namen ground": "avg6e",
        "zonder-namen number": str(UUID(int=1)),
        "which": "voorstellen",
        "one": str(UUID(int=1)),
        "other": str(UUID(int=2)),
        "event": str(UUID(int=3)),
        "verwerkingen number": str(setting.members[MemberRole.REGISTRAR].processing_id),
        "verwerkingen part": str(setting.members[MemberRole.REGISTRAR].pk),
        "besluit number": str(UUID(int=1)),
        "besluit act": "goed",
    }


def _letters(by: User) -> dict[str, str]:
    """A letter that came in with a candidate, and a draft with a proposal."""
    letter = letter_by_hand(by)
    found = candidate(letter, CandidateKind.COMMITMENT)
    draft = drafted(by)
    proposal = Proposal.objects.create(
        letter=draft, kind="words", section_key="inleiding", before="Wij", after="U",
        file_sha256="0" * 64, brought_by=by, brought_at=NOW,
    )  # fmt: skip
    return {
        "letter": str(letter.pk),
        "candidate": str(found.pk),
        "uit number": str(draft.pk),
        "key": "inleiding",
        "proposal": str(proposal.pk),
        "name": "brief.html",
    }


def _work(by: User) -> int:
    return Work.objects.create(sentence="Lezen", started_by=by, asked_at=NOW).pk


def filled(address: str, parts: Mapping[str, str]) -> str:
    """The address with the parts of its own subject in it."""
    words = [word for word in re.split(r"[/<>.]", address) if ":" not in word]

    def part(found: re.Match[str]) -> str:
        named = [f"{word} {found[1]}" for word in words]
        return next((parts[name] for name in named if name in parts), parts.get(found[1], "1"))

    return "/" + re.sub(r"<\w+:(\w+)>", part, address)
