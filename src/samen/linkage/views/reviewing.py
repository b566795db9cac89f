"""Pages on which people judge pairs: one at a time, blind first; or many as different."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samen.core.errors import BadInput, Refused
from samen.core.matching.vocabulary import PairAnswer
from samen.linkage import queries, waterfall
from samen.linkage.actions_of_review import judge, withdraw
from samen.linkage.actions_of_undoing import undo
from samen.linkage.forms import JudgementForm
from samen.linkage.models import PairJudgement
from samen.linkage.plain_words import how_often
from samen.linkage.queries_of_entities import entities_of
from samen.linkage.queries_of_review import ReviewList, my_last, next_pair
from samen.linkage.side_by_side import Line, side_by_side
from samen.linkage.views.common import linking, place
from samen.purposes.inside import Purpose
from samen.register import queries as register
from samen.register.queries import Seen
from samen.register.views.common import shown
from samen.work import clock

FROM, AFTER, BEFORE = "uit", "na", "voor"
"""In the address: the list that somebody works through, and the pair beside which the next is."""
SEVERAL = 50


@dataclass(frozen=True, slots=True)
class Two:
    """Two registrations, and their fields beside each other."""

    one: Seen
    other: Seen
    lines: list[Line]


@require_GET
@linking
def review(request: HttpRequest, purpose: Purpose, which: str) -> HttpResponse:
    """The next pair of a list, without what the system or anybody else makes of it."""
    chosen = _list(which)
    step, word = (-1, BEFORE) if BEFORE in request.GET else (1, AFTER)
    asked = next_pair(purpose, chosen, beside=_number(request.GET.get(word, "")), step=step)
    given: dict[str, Any] = {"which": chosen, "last": my_last(purpose), "asked": asked}
    if asked is not None:
        given["two"] = _two(purpose, asked.pair.left_id, asked.pair.right_id)
    return shown(request, purpose, "linkage/review.html", **given)


@require_http_methods(["GET", "POST"])
@linking
def pair(request: HttpRequest, purpose: Purpose, one: UUID, other: UUID) -> HttpResponse:
    """Two registrations with all that is known of their link; a judgement of them.

    Who has to be the second to judge them sees the registrations only, as the first did.
    """
    if request.method == "POST":
        return _judged(request, purpose, one, other)
    said = queries.judgements(purpose, one, other)
    stands = entities_of(purpose, [one, other])
    is_one = stands.get(one) == stands.get(other) is not None
    waits = _waits(said) and not is_one
    if waits and request.user.pk not in {each.registrar_id for each in said}:
        return shown(request, purpose, "linkage/second.html", two=_two(purpose, one, other))
    scored = queries.pair(purpose, one, other)
    language = "nl" if get_language() == "nl" else "en"
    why = queries.explanation(purpose, scored, dutch=language == "nl") if scored else None
    return shown(
        request, purpose, "linkage/pair.html", two=_two(purpose, one, other), scored=scored,
        why=why, picture=_picture(why, language),
        often=how_often(scored.chance) if scored else "",
        said=said, which=_from(request), waits=waits, entity=stands.get(one), is_one=is_one,
    )  # fmt: skip


def _picture(why: queries.Explanation | None, language: str) -> str:
    if why is None:
        return ""
    title = gettext("What agreed, how rare that is, and what it weighs")
    return waterfall.drawn(why.bars, title, gettext("total"), language)


def _waits(said: Iterable[PairJudgement]) -> bool:
    """Whether one person called the two the same, nobody objected, and another has to say so."""
    answers = [each.answer for each in said if each.undone_at is None]
    return answers.count(PairAnswer.SAME) == 1 and PairAnswer.DIFFERENT not in answers


def _judged(request: HttpRequest, purpose: Purpose, one: UUID, other: UUID) -> HttpResponse:
    form = JudgementForm(request.POST)
    if not form.is_valid():
        raise BadInput(
            _("No answer was given."),
            _("The answer is: the same person, different persons, or cannot tell."),
            _("Go back, and choose one."),
        )
    which = _from(request)
    judge(
        purpose, one, other, answer=PairAnswer(form.cleaned_data["answer"]),
        note=form.cleaned_data["note"], now=clock.now(),
        is_blind=which is not None or form.cleaned_data["blind"],
    )  # fmt: skip
    back = redirect("linkage:pair", *place(purpose), one, other)
    if which is not None:
        back["Location"] += f"?{FROM}={which}"
    return back


@require_http_methods(["GET", "POST"])
@linking
def many(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Suggestions beside each other, of which several can be called different at once."""
    if request.method == "POST":
        wanted = [_couple(each) for each in request.POST.getlist("paar")]
        for one, other in wanted:
            judge(purpose, one, other, answer=PairAnswer.DIFFERENT, now=clock.now())
        messages.success(request, gettext("Called different: {n}.").format(n=len(wanted)))
        return redirect("linkage:many", *place(purpose))
    found = queries.suggestions(purpose, most=SEVERAL)
    rows = [(each, _two(purpose, each.left_id, each.right_id)) for each in found]
    return shown(request, purpose, "linkage/many.html", rows=rows)


@require_GET
@linking
def waiting(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """What waits for a second person, and where people do not agree."""
    return shown(
        request, purpose, "linkage/waiting.html",
        waiting=[(each, _two(purpose, each.left_id, each.right_id))
                 for each in queries.waiting(purpose)],
        conflicts=[(each, _two(purpose, each.left_id, each.right_id))
                   for each in queries.conflicts(purpose)],
    )  # fmt: skip


@require_POST
@linking
def undo_last(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """Take back what this person judged last, with what it brought about."""
    last = my_last(purpose)
    if last is None or str(last.pk) != request.POST.get("judgement"):
        raise Refused(
            _("That is not your last judgement any more."),
            _("What you judged last is undone first."),
            _("Load the page again."),
        )
    if last.event is None:
        withdraw(purpose, last.pk, now=clock.now())
    else:
        undo(purpose, last.event, now=clock.now())
    messages.success(request, gettext("Your judgement is undone."))
    which = _from(request)
    if which is None:
        return redirect("linkage:pair", *place(purpose), last.left_id, last.right_id)
    return redirect("linkage:review", *place(purpose), which)


def _two(purpose: Purpose, one: UUID, other: UUID) -> Two:
    left, right = register.registration(purpose, one), register.registration(purpose, other)
    if left is None or right is None:
        raise Refused(
            _("One of these registrations is not there any more."),
            _("What was due is destroyed, and nothing is decided about it."),
            _("Go back to the list, and load it again."),
        )
    return Two(left, right, side_by_side(left.said, right.said))


def _couple(word: str) -> tuple[UUID, UUID]:
    one, other = (_number(each) for each in word.partition("_")[::2])
    if one is None or other is None:
        raise BadInput(
            _("A choice on this page is no pair of registrations."),
            _("Pairs are chosen by their boxes."),
            _("Load the page again."),
        )
    return one, other


def _list(word: str) -> ReviewList:
    if word not in list(ReviewList):
        raise Refused(_("There is no such list."), "", _("Choose one on the page of the links."))
    return ReviewList(word)


def _from(request: HttpRequest) -> ReviewList | None:
    word = request.POST.get(FROM) or request.GET.get(FROM, "")
    return ReviewList(word) if word in list(ReviewList) else None


def _number(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None
