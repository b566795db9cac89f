"""The one way in which the site's role may change the trail: taking names from it when due.

The function runs with the owner's rights. It looks itself whether the account was emptied
and closed two years ago, so that nobody else's trail can be emptied with it.
"""

from django.db import migrations

EMPTY = """
CREATE FUNCTION accounts_empty_trail(account bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    emptied accounts_user%ROWTYPE;
BEGIN
    SELECT * INTO emptied FROM accounts_user
    WHERE id = account AND NOT is_active AND emptied_on IS NOT NULL
        AND closed_on <= current_date - interval '2 years';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'account % is not closed long enough to be emptied', account;
    END IF;
    PERFORM set_config('pgtrigger.ignore', '{pgtrigger_append_only_45b21}', true);
    UPDATE accounts_userevent
    SET name = emptied.name, email = emptied.email, organisation_id = NULL
    WHERE pgh_obj_id = account;
    PERFORM set_config('pgtrigger.ignore', '{}', true);
END
$$;
REVOKE ALL ON FUNCTION accounts_empty_trail(bigint) FROM PUBLIC;
"""
GONE = "DROP FUNCTION accounts_empty_trail(bigint);"
CLOSED_EARLIER = (
    "UPDATE accounts_user SET closed_on = current_date WHERE NOT is_active AND closed_on IS NULL;"
)


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0003_terms_of_keeping"),
    ]

    operations = [
        migrations.RunSQL(EMPTY, GONE),
        migrations.RunSQL(CLOSED_EARLIER, migrations.RunSQL.noop),
    ]
