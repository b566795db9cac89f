"""Whose an account is, where one person has more than one; who decides is another person.

Of two accounts with one name nobody can know that they are two persons', so that they count as one.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


SAME = """
CREATE FUNCTION accounts_name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT lower(regexp_replace(name, '[[:space:].-]', '', 'g')) $$;
CREATE FUNCTION accounts_of_person(account bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE every AS (
        SELECT id, coalesce(same_as_id, id) AS first, accounts_name_key(name) AS key
        FROM accounts_user
    ), found AS (
        SELECT * FROM every WHERE id = account
        UNION SELECT e.* FROM found f JOIN every e ON e.first = f.first OR e.key = f.key
    )
    SELECT id FROM found
$$;
CREATE FUNCTION accounts_same_person(one bigint, other bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT one = other OR other IN (SELECT accounts_of_person(one)) $$;
"""
GONE = """
DROP FUNCTION accounts_same_person(bigint, bigint), accounts_of_person(bigint), accounts_name_key(text);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cache'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='user',
            name='update_update',
        ),
        migrations.AddField(
            model_name='user',
            name='same_as',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='userevent',
            name='same_as',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("closed_on", "email", "emptied_on", "id", "is_active", "joined_at", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_as_id") VALUES (NEW."closed_on", NEW."email", NEW."emptied_on", NEW."id", NEW."is_active", NEW."joined_at", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."same_as_id"); RETURN NULL;', hash='f215712b2b03e2c5e8751eed8a4fed63c85c0dec', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."emptied_on" IS DISTINCT FROM (NEW."emptied_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."same_as_id" IS DISTINCT FROM (NEW."same_as_id"))', func='INSERT INTO "accounts_userevent" ("closed_on", "email", "emptied_on", "id", "is_active", "joined_at", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "same_as_id") VALUES (NEW."closed_on", NEW."email", NEW."emptied_on", NEW."id", NEW."is_active", NEW."joined_at", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."same_as_id"); RETURN NULL;', hash='1caa03334e2e1066bfcd0a7a0237443d05d02ecc', operation='UPDATE', pgid='pgtrigger_update_update_0e890', table='accounts_user', when='AFTER')),
        ),
        migrations.RunSQL(SAME, GONE),
    ]
