"""What is refused at start: a site that would run with too much power or too little care.

Run by `./samen manage check --database default --deploy`-less too, and by the web server
itself before it answers anything (`refuse_bad_start`).
"""

import os
import sys
from collections.abc import Sequence

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import connection

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})
LEAST_SECRET = 32
ROLE = "select rolsuper, rolbypassrls from pg_roles where rolname = current_user"
LOGGED = """
    select string_agg(name || ' = ' || setting, ', ' order by name) from pg_settings
    where name = 'log_statement' and setting not in ('none', 'ddl')
        or name = 'log_min_error_statement' and setting not in ('panic', 'fatal')
        or name = 'log_error_verbosity' and setting <> 'terse'
        or name = 'log_min_duration_statement' and setting <> '-1'
"""
SHOWN = "select current_setting('track_activities')::boolean"
OWNED = "select count(*) from pg_tables where tableowner = current_user and schemaname = 'public'"


def role_problems() -> list[CheckMessage]:
    """What is wrong with the role that the site reaches its database as."""
    with connection.cursor() as cursor:
        cursor.execute(ROLE)
        superuser, bypass = cursor.fetchone()
        cursor.execute(OWNED)
        owned = cursor.fetchone()[0]
    found: list[CheckMessage] = []
    hint = "Let DATABASE_URL name a role like samen_app: see docs/running.md."
    if superuser:
        found.append(Error("The site would run as a superuser.", hint=hint, id="samen.E001"))
    if bypass:
        found.append(Error("The site's role passes row security by.", hint=hint, id="samen.E002"))
    if owned:
        found.append(Error(f"The site's role owns {owned} tables.", hint=hint, id="samen.E003"))
    return found


def logging_problems() -> list[CheckMessage]:
    """What the database server would tell of what people ask: in its log, or to others."""
    with connection.cursor() as cursor:
        cursor.execute(LOGGED)
        logged = cursor.fetchone()[0]
        cursor.execute(SHOWN)
        is_shown = cursor.fetchone()[0]
    hint = "See 'The log of the database server' in docs/running.md."
    found: list[CheckMessage] = []
    if logged:
        words = f"The log of the database server would hold names ({logged})."
        found.append(Warning(words, hint=hint, id="samen.W003"))
    if is_shown:
        words = "What one connection of the site asks, with its names, is shown to the others."
        found.append(Warning(words, hint=hint, id="samen.W004"))
    return found


def settings_problems() -> list[CheckMessage]:
    """What is wrong with the settings."""
    found: list[CheckMessage] = []
    outside = [host for host in settings.ALLOWED_HOSTS if host not in LOCAL]
    if settings.DEBUG and outside:
        hint = "Leave SAMEN_DEBUG out, or SAMEN_HOSTS."
        words = f"SAMEN_DEBUG is on for {', '.join(outside)}."
        found.append(Error(words, hint=hint, id="samen.E004"))
    if "*" in settings.ALLOWED_HOSTS or "" in settings.ALLOWED_HOSTS:
        hint = "Name each host in SAMEN_HOSTS, with a comma between."
        found.append(Error("SAMEN_HOSTS allows any host.", hint=hint, id="samen.E005"))
    if len(settings.SECRET_KEY) < LEAST_SECRET:
        hint = f"Give SAMEN_SECRET_KEY at least {LEAST_SECRET} random signs, or leave it out."
        found.append(Error("SAMEN_SECRET_KEY is too short.", hint=hint, id="samen.E006"))
    if outside and settings.DEMO:
        hint = "Leave SAMEN_DEMO out: its accounts have known passwords."
        found.append(Error("The demo would be open to others.", hint=hint, id="samen.E007"))
    if outside and not settings.BEHIND_TLS:
        hint = "Set SAMEN_TLS=1 behind a proxy that speaks TLS."
        found.append(Warning("Cookies would travel without TLS.", hint=hint, id="samen.W001"))
    if outside and not settings.SECOND_FACTOR_ROLES:
        hint = "Set SAMEN_SECOND_FACTOR=administrator,approver or more."
        found.append(Warning("No role needs a second factor.", hint=hint, id="samen.W002"))
    return found


@register()
def check_settings(**_given: object) -> Sequence[CheckMessage]:
    return settings_problems()


def refuse_bad_start() -> None:
    """End the process with exit code 2 when something is wrong; print what is doubtful."""
    found = [*settings_problems(), *role_problems(), *logging_problems()]
    for problem in found:
        sys.stderr.write(f"samen: {problem.id}: {problem.msg} {problem.hint}\n")
    if any(problem.is_serious() for problem in found):
        sys.stderr.flush()
        os._exit(2)
