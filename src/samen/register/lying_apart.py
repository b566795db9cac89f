"""Police data that lie apart (Wpg art. 14) when the partner delivers them again.

They stay as they are and out of sight. The database tells which numbers of a file lie apart, and
of rows with these which say just the same.
"""

from django.db.backends.utils import CursorWrapper

KNOW = (
    "CREATE TEMPORARY TABLE register_out_of_sight ON COMMIT DROP AS"
    " SELECT WHERE register_has_apart()"
)
"""Makes a row where anything lies apart: else no number is asked about."""
LEAVE = (
    "DELETE FROM register_incoming i"
    " USING register_keys_apart(ARRAY(SELECT source_key FROM register_incoming)) o (source_key)"
    " WHERE o.source_key = i.source_key"
    " AND NOT EXISTS (SELECT FROM register_known k WHERE k.source_key = i.source_key)"
    " RETURNING i.source_key, i.row_hash, i.source_row"
)
SAME = "SELECT register_same_apart(%s, %s)"


def pass_over(cursor: CursorWrapper) -> tuple[int, list[int]]:
    """Leave out the rows of what lies apart; how many say the same, and which rows of the file say
    something else."""
    cursor.execute(LEAVE)
    out = cursor.fetchall()
    if not out:
        return 0, []
    keys, hashes, _rows = map(list, zip(*out, strict=True))
    cursor.execute(SAME, [keys, hashes])
    same = {key for (key,) in cursor.fetchall()}
    changed = [row for key, _hash, row in out if key not in same]
    return len(out) - len(changed), changed
