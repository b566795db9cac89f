"""The keys with which the database checks passes and names persons in the log.

One row, which the owner writes after each migration. There is no policy on the table, so
that only its owner reads it; and no model, so that nothing of the application does.
`inner_pad` and `outer_pad` are the padded key of HMAC: no query needs to pad it.
"""

from django.db import migrations

TABLE = """
CREATE TABLE purposes_key (
    id integer PRIMARY KEY CHECK (id = 1),
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    pseudonyms bytea NOT NULL
);
ALTER TABLE purposes_key ENABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0001_initial")]

    operations = [migrations.RunSQL(TABLE, "DROP TABLE purposes_key;")]
