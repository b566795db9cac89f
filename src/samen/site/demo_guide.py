"""Which demo account is for what, and which partner's file goes where: one table, which the demo's
end, its page for signing in and docs/running.md tell alike.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACCOUNTS: dict[str, Promise] = {
    "programmateam": _("reads last year's letter, keeps what was promised, writes the next letter"),
    "actiehouder": _(
        "sees the terms of its own ministry and proposes evidence; says where actions stand by the "
        "link of a round, without an account"
    ),
    "vaststeller": _("freezes the letter that is ready"),
    "lezer": _("reads promises, letters and figures"),
    "beheerder": _("lets people in, opens processings"),
    "registrator": _(
        "takes in partners' files: comensha.csv, opvang.json and controle.csv into the joint "
        "picture of victims, politie.csv into the thematic processing"
    ),
    "analist": _(
        "says who is the same person, looks at networks, asks the municipality without names"
    ),
    "zaakhouder": _(
        "is the second person when a victim is touched, fetches case files, answers questions"
    ),
    "privacyfunctionaris": _("reads the log, approves agreements, handles persons' requests"),
    "tweede-privacyfunctionaris": _("decides on a person's request that the other noted"),
    "gemeente.registrator": _("takes in the municipality's own file, gemeenten.csv"),
    "gemeente.analist": _("answers for the municipality what is asked without names, and asks too"),
    "gemeente.privacy": _("approves the municipality's agreements, reads its log"),
    "telling.registrator": _(
        "takes in files of victims to be counted: also kmar.parquet and arbeidsinspectie.xlsx"
    ),
    "telling.analist": _("links the victims that are counted"),
    "statisticus": _("counts them and proposes a release"),
    "tweede-statisticus": _("approves a release of the other statistician"),
    "telling.privacy": _("reads the log of the count and handles persons' requests there"),
}
"""By the part of its address before the @. A file's words name it as it stands in out/partners."""
