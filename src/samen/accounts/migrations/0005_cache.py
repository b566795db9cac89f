"""The table of the site's cache, in which limits on tries are counted for all processes."""

from django.db import migrations

TABLE = """
CREATE TABLE site_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX site_cache_expires ON site_cache (expires);
"""


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0004_emptying_the_trail"),
    ]

    operations = [
        migrations.RunSQL(TABLE, "DROP TABLE site_cache;"),
    ]
