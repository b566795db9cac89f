"""Bodies that no list has, told by the form of their name: a legal form, a head word, a sort."""

import re

from samen.core.terms import OrganisationKind

CAP = r"[A-Z][\w’'&.-]*\w"
# A name is twelve capitalised words at the most, so that a page of nothing else stays cheap.
_SMALL = r"(?:(?:van|voor|de|der|het|en|tegen|of|for|the|and|in|on|&) +){0,3}"
NAME = rf"{CAP}(?: +{_SMALL}{CAP}){{0,11}}"
_SORT = (
    r"(?:Landelijke?|Nederlandse?|Nationale?|Regionale?|Europese?|Centrale?|Internationale?"
    r"|Juridische?|Koninklijke?)"
)
_HEAD = (
    r"(?:[Bb]ureau|[Cc]entrum|[Ll]oket|[Kk]nooppunt|[Mm]eldpunt|[Ss]teunpunt|[Nn]etwerk"
    r"|[Ii]nstituut|[Ff]onds|[Pp]latform|[Cc]onsortium)"
)
_OPENS = (
    r"(?:[A-Z][a-z]*(?:centrum|netwerk|bureau|instituut|commissie|kamer)|Centrum|Netwerk|Bureau)"
)
_CAPS = rf"{CAP}(?: +{CAP}){{0,3}}"
_FIELD = rf"{_CAPS}(?:, +{_CAPS}){{0,3}}(?: +en +{_CAPS}){{0,2}}"
FORMS: tuple[tuple[OrganisationKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (OrganisationKind.NGO, rf"\b[Ss]tichting(?P<name> +(?:(?:tegen|voor|ter|tot) +)?{NAME})"),
        (OrganisationKind.NGO, rf"\b[Vv]ereniging(?P<name> +{NAME})"),
        (
            OrganisationKind.NGO,
            rf"\b{CAP}(?: +{CAP}){{0,3}} +(?:Foundation|International|Europe)\b",
        ),
        (
            OrganisationKind.INTERNATIONAL,
            rf"\b(?:Inter)?[Nn]ational +(?:Cent(?:er|re)|Agency|Office|Institute) +for +{NAME}",
        ),
        (OrganisationKind.ASSOCIATION, rf"\b(?:[Ff]ederatie|[Kk]oepel|Bond)(?: +van)? +{NAME}"),
        (
            OrganisationKind.ASSOCIATION,
            rf"\b{_SORT} +(?:Vereniging|Genootschap)(?: +{_SMALL}{NAME})?",
        ),
        (OrganisationKind.COMPANY, rf"\b{NAME} +(?:B\.?V\.?|N\.?V\.?|Groep|Group)(?!\w)"),
        (OrganisationKind.RESEARCH, rf"\b(?:{CAP} +)?Universiteit(?: +van)?(?: +{CAP})?"),
        (OrganisationKind.RESEARCH, rf"\b(?:Rijksuniversiteit|TU|Hogeschool) +{CAP}"),
        (OrganisationKind.RESEARCH, rf"\b(?:{CAP} +U?MC|[A-Z][\w-]{{2,}}hogeschool)(?!\w)"),
        (OrganisationKind.RESEARCH, rf"\b(?:{CAP} +)?[Hh]ogeschool +{NAME}"),
        (OrganisationKind.RESEARCH, rf"\b[Oo]nderzoeksbureau(?P<name> +{NAME})"),
        (OrganisationKind.JUDICIARY, rf"\b(?:[Rr]echtbank|[Gg]erechtshof) +{NAME}"),
        (OrganisationKind.COOPERATION, rf"\b(?:[Tt]ask ?[Ff]orce|Platform|Alliantie) +{NAME}"),
        (OrganisationKind.AGENCY, rf"\b(?:{_OPENS}|[Mm]eldpunt) +(?:(?:voor|tegen) +)?{NAME}"),
        (OrganisationKind.AGENCY, rf"\b{_SORT} +(?:[A-Z][a-zà-ÿ-]*)?{_HEAD}(?: +{_SMALL}{NAME})?"),
        (OrganisationKind.AGENCY, rf"\b(?:[Oo]mgevingsdienst|[Vv]eiligheidsregio) +{CAP}"),
        (OrganisationKind.AGENCY, rf"\b(?:{CAP} +)?Autoriteit +{NAME}"),
        (OrganisationKind.INSPECTORATE, rf"\bInspectie(?: +(?:van|voor) +(?:de|het))? +{NAME}"),
        (OrganisationKind.PARLIAMENT, rf"\b(?:vaste +)?(?:Kamer)?commissie +voor +{_FIELD}"),
        (OrganisationKind.MUNICIPALITY, rf"\bgemeente +{NAME}"),
        (OrganisationKind.OTHER, rf"\b{CAP}-groep\b"),
    )
)
