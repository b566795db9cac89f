"""How fast figures are counted: all of them, and after one changed record.

    ./samen bench figures [PERSONS]

On a database of its own. PERSONS registrations of victims over ten years, a quarter of them a
second registration of a person; counted by year, sex, age, form of exploitation and who registered.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from uuid import UUID

from samen.site.cluster import Cluster
from samen.site.database import make_roles

ROWS = 100_000
DAY = date(2021, 11, 17)
FILL = """
INSERT INTO register_registration (id, processing_id, regime, ground, organisation_id, registrar_id,
    region, remove_due, destroy_due, kind, first_processed_at, last_necessary_at, source_key,
    row_hash, given_names, family_name_prefix, family_name, given_key, family_key, birth_from,
    birth_until, birth_precision, sex, street, house_number, house_number_addition, postcode, city,
    phone, document_number, employer, "values", raw)
SELECT gen_random_uuid(), %(processing)s, 'avg', 'avg6e', %(organisation)s, %(user)s, '',
    '2100-01-01', '2100-01-01', 'victim', '2021-11-17', '2021-11-17', n::text, n::text, '', '', '',
    '', '', '1990-01-01'::date + n %% 9000, '1990-01-01'::date + n %% 9000, 'day',
    (ARRAY['female', 'male'])[1 + n %% 2], '', '', '', '', '', '', '', '',
    jsonb_build_object(
        'registration_date', jsonb_build_object('state', 'known', 'value',
            (2012 + n %% 10) || '-05-01'),
        'exploitation', jsonb_build_object('state', 'known', 'value',
            (ARRAY['sexual', 'labour', 'criminal'])[1 + n %% 3])), '{}'
FROM generate_series(1, %(rows)s) n
"""
PLACE = """
INSERT INTO linkage_placement (id, processing_id, regime, ground, organisation_id, registrar_id,
    region, remove_due, destroy_due, registration, entity, known_from)
SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, registrar_id, '',
    remove_due, destroy_due, id, lead(id, (n % 4 = 0)::integer, id) OVER (ORDER BY n),
    gen_random_uuid()
FROM (SELECT *, source_key::integer AS n FROM register_registration) numbered
"""


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory(prefix="samen-bench-") as folder:
        Path(folder).chmod(0o711)
        cluster = Cluster(Path(folder), durable=False)
        admin = cluster.superuser_url(cluster.ensure_running())
        try:
            urls = make_roles(admin, Path(folder) / "roles.json")
            os.environ |= {"DATABASE_URL": urls.app, "DATABASE_OWNER_URL": urls.owner}
            os.environ["DJANGO_SETTINGS_MODULE"] = "samen.site.settings"
            _measure(admin, rows)
        finally:
            cluster.stop()
    return 0


def _measure(admin: str, rows: int) -> None:
    import django

    from samen.site.prepare import manage

    manage("migrate", "--verbosity=0")
    django.setup()
    from samen.core.terms import MemberRole, RegistrationKind
    from samen.figures.counting import count_changed
    from samen.linkage.queries_of_counts import Counting
    from samen.register.actions import correct
    from tests.register.given_files import make_setting

    setting = make_setting()
    _fill(admin, setting.processing.pk, setting.members[MemberRole.REGISTRAR], rows)
    fields = ("sex", "age", "exploitation", "sources")
    counting = Counting(RegistrationKind.VICTIM, True, fields, 2012, 2021)
    told = []
    for change in (False, True, True, True):
        if change:
            with setting.inside() as purpose:
                correct(purpose, _any(admin), {"sex": "non_binary"})
        with setting.inside(MemberRole.STATISTICIAN) as purpose:
            start = time.perf_counter()
            found = count_changed(purpose, counting)
            told.append((time.perf_counter() - start, found.again))
    whole, *after = told
    sys.stdout.write(f"{rows} registrations, {sum(found.cells.values())} persons by year\n")
    sys.stdout.write(f"all: {whole[0]:.2f} s\n")
    for seconds, again in after:
        sys.stdout.write(f"after one change: {seconds:.3f} s, {again} of 256 parts; "
                         f"{whole[0] / seconds:.0f} times faster\n")  # fmt: skip


def _fill(admin: str, processing: object, member: object, rows: int) -> None:
    """Registrations and who they are of, as the superuser: what is measured is the counting."""
    import psycopg

    from samen.site.database import with_database

    given = {"processing": processing, "organisation": getattr(member, "organisation_id", 0),
             "user": getattr(member, "user_id", 0), "rows": rows}  # fmt: skip
    with psycopg.connect(with_database(admin, "samen"), autocommit=True) as filling:
        filling.execute(FILL, given)
        filling.execute(PLACE)
        filling.execute("ANALYZE")


def _any(admin: str) -> UUID:
    """A registration; which one does not matter."""
    import psycopg

    from samen.site.database import with_database

    with psycopg.connect(with_database(admin, "samen")) as asking:
        row = asking.execute("SELECT id FROM register_registration LIMIT 1").fetchone()
        return UUID(str(row[0])) if row else UUID(int=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
