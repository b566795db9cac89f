"""What `./samen protect` says of its answer: on a screen, and for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from samen import __version__
from samen.core.disclosure.attack import Interval
from samen.core.disclosure.coarser import Coarser, loss_of
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.protect import Protected, Status
from samen.core.disclosure.system import Cell
from samen.site.speech import translation

_SHOWN = 12
"""Cells named on the screen; --json has them all."""
_WORDS = {
    "nl": {
        "cells": "Cellen: {cells}; onveilig: {unsafe}",
        "refused": "Oordeel: geweigerd.",
        "beside": "Daarnaast verborgen: {beside}, die samen {counted} tellen",
        "gap": "Hoogstens {gap} boven het minste verlies dat kan.",
        "key": "Sleutel (bewaar hem geheim, bij de publicatie): {key}",
        "safe": "Oordeel: veilig tegen {against}.",
        "unsafe": "Oordeel: onveilig tegen {against}.",
        "known": "  Is de drempel bekend, toets dan ook met --attackers all.",
        "privacy": "Oordeel: veilig door ruis; kost {unit} {cost}, van {budget} is {left} over.",
        "total": "totaal",
        "close": "  {cell}: wie dit leest ({attacker}) weet dat het er {low} tot {high} zijn",
        "more": "  en {n} andere; zie --json",
        "coarser": "Een grovere tabel die minder verbergt:",
        "step": "  van {column} niets onder {codes}",
        "gain": "  dan zijn {shown} cellen leesbaar en is {loss} verborgen",
        "none": "Geen grovere tabel verbergt weinig genoeg.",
        Attacker.OUTSIDER: "een buitenstaander die de drempel niet kent",
        Attacker.RULE: "wie de drempel kent",
        Attacker.CONTRIBUTOR: "wie weet wat hij zelf bijdroeg",
        Attacker.REPORTER: "een organisatie die haar eigen meldingen kent",
    },
    "en": {
        "cells": "Cells: {cells}; unsafe: {unsafe}",
        "refused": "Verdict: refused.",
        "beside": "Hidden beside them: {beside}, which count {counted} together",
        "gap": "At most {gap} above the least loss that is possible.",
        "key": "Key (keep it secret, with the publication): {key}",
        "safe": "Verdict: safe against {against}.",
        "unsafe": "Verdict: unsafe against {against}.",
        "known": "  If the threshold is known, try --attackers all too.",
        "privacy": "Verdict: safe by noise; costs {unit} {cost}, of {budget} {left} is left.",
        "total": "total",
        "close": "  {cell}: who reads this ({attacker}) knows that there are {low} to {high}",
        "more": "  and {n} others; see --json",
        "coarser": "A coarser table that hides less:",
        "step": "  of {column} nothing below {codes}",
        "gain": "  then {shown} cells can be read and {loss} is hidden",
        "none": "No coarser table hides little enough.",
        Attacker.OUTSIDER: "an outsider who does not know the threshold",
        Attacker.RULE: "who knows the threshold",
        Attacker.CONTRIBUTOR: "who knows what he gave himself",
        Attacker.REPORTER: "an organisation that knows its own reports",
    },
}


def as_json(found: Protected, roots: Mapping[str, str]) -> dict[str, Any]:
    """The contract of `--json`. A cell has a code for each dimension; attack holds the cells of
    which somebody gets too much, pattern the status of every cell: s shown, u unsafe, x hidden
    beside it, z nobody."""
    system = found.system
    privacy = asdict(found.privacy) if found.privacy else None
    pattern: list[dict[str, Any]] = [
        {"cell": _codes(cell, roots), "status": status}
        for cell, status in zip(system.cells, statuses(found), strict=True)
    ]
    if found.values is not None:
        for row, value in zip(pattern, found.values.tolist(), strict=True):
            row["value"] = value
    pattern = [row for row, ours in zip(pattern, system.released, strict=True) if ours]
    return {
        "cells": len(pattern),
        "primary": int(found.primary.sum()),
        "secondary": int(found.secondary.sum()),
        "objective": found.objective,
        "loss": loss_of(found),
        "gap": found.gap,
        "status": found.status.value,
        "reason": str(found.reason) if found.reason else None,
        "attack": [_interval(each, roots) for each in found.too_close],
        "pattern": pattern,
        "policy": _policy(found.policy),
        "privacy": privacy,
        "versions": {"samen": __version__},
    }


def as_text(found: Protected, key: str, lang: str = "nl") -> str:
    """What a person at a screen wants to know first."""
    words, shown = _WORDS[lang], found.system.released
    lines = [words["cells"].format(cells=int(shown.sum()), unsafe=int(found.primary.sum()))]
    if found.status is Status.REFUSED:
        translate = translation("protect", ["--lang", lang])
        reason = found.reason.in_words(translate) if found.reason else ""
        return "\n".join([*lines, words["refused"], f"  {reason}"]) + "\n"
    if found.values is None:
        beside = int(found.secondary.sum())
        lines.append(words["beside"].format(beside=beside, counted=found.objective))
    if found.gap is not None:
        lines.append(words["gap"].format(gap=_percent(found.gap, lang)))
    if key:
        lines.append(words["key"].format(key=key))
    return "\n".join(lines + _verdict(found, words)) + "\n"


def _verdict(found: Protected, words: Mapping[str, str]) -> list[str]:
    if found.privacy:
        return [words["privacy"].format(**asdict(found.privacy))]
    safe = found.status is Status.SAFE
    against = ", ".join(words[each] for each in found.policy.attackers)
    lines = [words["safe" if safe else "unsafe"].format(against=against)]
    if safe and Attacker.RULE not in found.policy.attackers:
        lines.append(words["known"])
    lines += [
        words["close"].format(
            cell=" × ".join(code for _, code in each.cell) or words["total"],
            attacker=each.attacker,
            low=each.low,
            high=each.high,
        )
        for each in found.too_close[:_SHOWN]
    ]
    if len(found.too_close) > _SHOWN:
        lines.append(words["more"].format(n=len(found.too_close) - _SHOWN))
    return lines


def coarser_as_json(best: Coarser | None, tried: Sequence[Coarser]) -> dict[str, Any]:
    """The proposal of `--json`, and every first step with what it comes to."""
    return {
        "coarser": _merged(best) if best else None,
        "coarser_tried": [_merged(each) for each in tried],
    }


def coarser_as_text(best: Coarser | None, _: Sequence[Coarser], lang: str = "nl") -> str:
    """The proposal in words."""
    words = _WORDS[lang]
    if best is None:
        return words["none"] + "\n"
    steps = [words["step"].format(column=step.dimension, codes=", ".join(step.codes))
             for step in best.steps]  # fmt: skip
    gain = words["gain"].format(shown=best.shown, loss=_percent(best.loss, lang))
    return "\n".join([words["coarser"], *steps, gain]) + "\n"


def _merged(each: Coarser) -> dict[str, Any]:
    return {
        "nothing_below": [{"column": s.dimension, "codes": list(s.codes)} for s in each.steps],
        "cells": int(each.found.system.released.sum()),
        "shown": each.shown,
        "loss": each.loss,
        "objective": each.found.objective,
    }


def _percent(share: float, lang: str) -> str:
    return f"{share:.1%}".replace(".", "," if lang == "nl" else ".")


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "threshold": policy.threshold,
        "protection": policy.protection,
        "attackers": [each.value for each in policy.attackers],
        "zeros": policy.zeros.value,
        "groups": list(policy.groups),
        "p": policy.p,
        "dominance": policy.dominance,
        "source": policy.source,
        "coalition": policy.coalition,
    }


def _interval(each: Interval, roots: Mapping[str, str]) -> dict[str, Any]:
    return {
        "cell": _codes(each.cell, roots),
        "low": each.low,
        "high": each.high,
        "attacker": each.attacker.value,
    }


def _codes(cell: Cell, roots: Mapping[str, str]) -> dict[str, str]:
    """A code for each dimension, in the order of their names."""
    return dict(sorted({**roots, **dict(cell)}.items()))


def statuses(found: Protected) -> list[str]:
    """The status of each cell: s shown, u unsafe, x hidden beside it, z nobody."""
    marks = np.where(found.system.counts == 0, "z", "s")
    marks = np.where(found.secondary, "x", marks)
    return [str(mark) for mark in np.where(found.primary & found.hidden, "u", marks)]
