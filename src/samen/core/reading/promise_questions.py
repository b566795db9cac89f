"""Questions of Parliament and the answers that it still has to get."""

import re

from samen.core.cued import Cued

_I = re.IGNORECASE
OWED = Cued(
    r"\b(?:u|uw\s+(?:Kamer|raad)|de\s+(?:Kamer|raad))\b[^.;]{0,90}\bte\s?goed\b|\b(?:beantwoording|antwoord(?:en)?)\b[^;]*\bvra(?:ag|gen)\b[^;]*"
    r"\b(?:op\s+zich\s+wachten|vertra(?:agd|ging)|meer\s+tijd)\b|"
    r"\bantwoord(?:en)?\b[^;]*\bvragen\b[^;]*\bniet\s+binnen\b"
    r"|\bvra(?:ag|gen)\b[^.;]*\bnog\s+niet\b[^.;]*\b(?:beantwoord\w*|antwoord)\b"
    r"|\bnog\s+niet\b[^.;]*\bbeantwoord\w*[^.;]*\bvra(?:ag|gen)\b"
    r"|\bvra(?:ag|gen)\b[^.;]*\bmoet(?:en)?\s+(?:ik|wij|we)\b[^.;]*\bnog\s+beantwoorden\b"
    r"|\bwaar(?:om|naar|over)?\b[^.;]{0,60}\b(?:vroeg|vroegen|gevraagd\s+(?:heeft|hebben|is|werd))\b[^.;]{0,40}"
    r"\b(?:nog\s+niet|vergt\s+(?:nog\s+)?meer\s+tijd|laat\s+(?:nog\s+)?op\s+zich\s+wachten)",
    _I,
)
"""An answer that is still owed."""
QUESTIONS = Cued(
    r"\bvra(?:ag|gen)\b[^;]{0,160}\b(?:wordt|worden|zal|zullen)\b[^;]{0,120}"
    r"\b(?:beantwoord(?:en)?|antwoord\s+gegeven)\b|\bbeantwoord(?:en)?\s+(?:ik"
    r"|wij)\b[^;]{0,80}\bvra(?:ag|gen)\b"
    r"|\b(?:zal|zullen)\s+(?:ik|wij|we)\b[^;.]{0,60}\bop\s+(?:\w+\s+){1,3}vra(?:ag|gen)\b[^;.]{0,20}\bingaan\b"
    r"|\bvra(?:ag|gen)\b[^;]{0,120}\bbeantwoord(?:en)?\s+(?:ik|wij)\b",
    _I,
)
ANSWERED = Cued(r"\bbeantwoord\w*", _I)
ASKERS = Cued(
    r"\b(?:leden|lid|fracties?|commissie|Kamer|parlement|ambt(?:s)?genoot|minister"
    r"|staatssecretaris|ik|wij|u)\b",
    _I,
)
"""Who asks Parliament's questions or answers them."""
AGREES = Cued(
    r"^\W*Ja\b[,.]?\s+(?:dat|daartoe|hiertoe|die\s+toezegging)\s+(?:ben\s+(?:ik|wij)\s+bereid|zal\s+ik\s+doen|doe\s+ik)\b",
    _I,
)
"""How an answer says that it will be done as asked."""
ANSWERS = Cued(
    r"\b(?:streef|streven|hoop|hopen|verwacht|verwachten|zal|zullen|probeer|proberen)\b[^;]{0,40}"
    r"\b(?:(?:de|deze|die|uw|hun)\s+)?(?:\w+\s+)?(?:antwoorden|beantwoording|vragen)\b[^;]{0,90}"
    r"\b(?:verzenden|beantwoorden|zenden|sturen|geven|toezenden|toesturen|doen\s+toekomen)\b",
    _I,
)
"""Answers to questions, which are still owed: "ik streef ernaar de antwoorden te verzenden"."""
