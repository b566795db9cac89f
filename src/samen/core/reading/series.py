"""The series that the programme follows, and the nouns of what it counts."""

import re
from dataclasses import dataclass

from samen.core.cued import Cued


@dataclass(frozen=True, slots=True)
class Series:
    """A followed count. subject: what its sentence says; units: what may be counted."""

    name: str
    unit: str
    subject: Cued
    units: Cued


def phrase(pattern: str) -> Cued:
    """A pattern in which "[^.]" is anything inside a sentence: the stop in 4.100 is no end."""
    return Cued(pattern.replace("[^.]", r"(?:[^.]|\.(?=\d))"), re.IGNORECASE)


SERIES = (
    Series(
        "verdachten van mensenhandel bij het OM",
        "verdachten",
        phrase(
            r"\bOM-verdachten|verdachten[^.]{0,80}\b(?:OM|voorgeleid|aangebracht|instro\w+)|"
            r"\b(?:OM|Veiligheidsagenda)\b[^.]{0,120}verdachten|"
            r"verdachten\W+(?:van|wegens) mensenh"
        ),
        phrase(r"verdachte|zaken"),
    ),
    Series(
        "meldingen van arbeidsuitbuiting",
        "meldingen",
        phrase(r"melding\w*[^.]{0,40}arbeidsuitbuiting"),
        phrase(r"melding"),
    ),
    Series(
        "gemelde mogelijke slachtoffers van mensenhandel",
        "slachtoffers",
        phrase(
            r"slachtoffers[^.]{0,80}\b(?:(?:aan)?gemeld\w*|geregistre\w*|meldingen)|"
            r"\b(?:(?:aan)?gemelde|geregistre\w*|CoMensha)\b[^.]{0,80}slachtoffers"
        ),
        phrase(r"slachtoffer|melding|persone"),
    ),
    Series(
        "geschatte slachtoffers van mensenhandel per jaar",
        "slachtoffers",
        phrase(r"(?:geschat|schatting)[^.]{0,100}slachtoffers|slachtoffers[^.]{0,60}gescha"),
        phrase(r"slachtoffer"),
    ),
    Series(
        "gemeenten met beleid tegen mensenhandel",
        "gemeenten",
        phrase(r"gemeenten?[^.]{0,100}\b(?:beleid\w*|aandachtsfunctionaris\w*|aanpak)\b"),
        phrase(r"gemeente"),
    ),
    Series(
        "veroordelingen voor mensenhandel",
        "veroordelingen",
        phrase(r"veroorde\w+[^.]{0,60}mensenhandel|mensenhandel[^.]{0,60}veroorde"),
        phrase(r"veroordel|verdachte|dader|za[ka]"),
    ),
)

COUNTED = phrase(
    r"(?:slachtoffer|melding|verdacht|dader|za(?:ak$|ken$)|veroordel|aangifte|signa(?:al|len)"
    r"|bed(?:den)?$|ple(?:k|kken)$|plaats(?:en)?$|gemeente|inspectie|controle|onderzoek"
    r"|registratie|gesprek|telefoontje|oproep|medewerker|professional|rechercheur|agent"
    r"|bedrij(?:f|ven)$|werkgever|bezoek|vergunning|aanvra(?:ag|gen)$|beschikking|perso(?:on|nen)$"
    r"|mensen$|ontheemde|jongere|minderjarige|kinderen$|vrouwen$|mannen$|cliënt|migrant"
    r"|(?:seks|thuis)werker|asielzoeker|vluchteling|nederlander|ambtena(?:ar|ren)$|hulpverlener"
    r"|zorgverlener|inrichting|pand(?:en)?$|uitzendbureau|prostitu|sanctie|dwangsom|schorsing"
    r"|huisbezoek|bewoner|ondernemer|werknemer|reiziger|gezin(?:nen)?$|adres(?:sen)?$|voertuig"
    r"|schol(?:en)$|artsen$|vrijwilliger|locatie|leerling|student|deelnemer|bezoeker|gebruiker"
    r"|woning|dossier|boete|waarschuwing|overtreding|casus|gevallen$|advertentie|verdwijning|vermissing"
    r"|victim|report|suspect|case|conviction|place|municipalit|inspection|investigation)"
)
"""Nouns of what a programme of this kind counts."""
SAYS_COUNTED = re.compile(
    COUNTED.pattern.replace("$", r"\b") + r"|eenheden\b|teams\b|instelling|organisatie|aanbieder",
    re.IGNORECASE,
)
"""The same anywhere in a sentence, with those of whom only shares are told."""

PARTITIVE = re.compile(
    r"(?:%|procent) +van\b|\b[Vv]an +de\b(?:[^.]|\.(?=\d)){0,60}(?:%|procent)|"
    r"\b[Bb]ij +\d+(?:,\d+)? ?(?:%|procent)|(?:%|procent) +(?:omhoog|omlaag|meer|minder|to|af|ge)"
)
