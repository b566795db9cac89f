"""Every release of the demo, attacked by an attacker with programs of his own.

    ./samen demo --no-serve && ./samen bench demo_releases

Each small cell of each table is tried by everybody, by who knows the threshold, by each person who
is alone in a cell and by each organisation; and each number against the same of another release.
"""

import os
import sys
import time


def main(_arguments: list[str]) -> int:
    os.environ.setdefault("SAMEN_DEMO", "1")
    os.environ.setdefault("SAMEN_TODAY", "2022-11-15")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    from samen.site import database

    database.ensure_database()
    import django

    django.setup()
    from samen.core.terms import MemberRole
    from samen.figures.queries_of_releases import released
    from samen.site.demo_counting import NAME
    from samen.site.demo_register import Member, opened
    from tests.figures.released import attack_all

    statistician = Member(MemberRole.STATISTICIAN, "statisticus@demo.example", "")
    start = time.process_time()
    with opened(statistician, NAME) as purpose:
        outcome = attack_all(purpose)
    tables = sum(len(state.content["tables"]) for state in released())
    tried = ", ".join(f"{kind} {n}" for kind, n in sorted(outcome.tried.items()))
    print(f"{len(released())} releases, {tables} tables; tried: {tried}; won: {len(outcome.won)}")
    print(f"{time.process_time() - start:.0f} s of processor time")
    return int(bool(outcome.won))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
