"""What was asked stays as it was: only how far a question is may change, and an answer once."""

from django.db import migrations

STAYS = """
CREATE TRIGGER exchange_stays BEFORE UPDATE ON exchange_exchangequestion FOR EACH ROW
WHEN ((to_jsonb(OLD) - '{state,counts,digest,pairs}'::text[])
    <> (to_jsonb(NEW) - '{state,counts,digest,pairs}'::text[]))
EXECUTE FUNCTION linkage_stays();
CREATE TRIGGER exchange_names_stay BEFORE UPDATE OF question, token, registration, keys
ON exchange_hit FOR EACH ROW
WHEN ((OLD.question, OLD.token, OLD.registration, OLD.keys)
    IS DISTINCT FROM (NEW.question, NEW.token, NEW.registration, NEW.keys))
EXECUTE FUNCTION linkage_stays();
"""
MAY_CHANGE = """
DROP TRIGGER exchange_stays ON exchange_exchangequestion;
DROP TRIGGER exchange_names_stay ON exchange_hit;
"""


class Migration(migrations.Migration):

    dependencies = [("exchange", "0003_officers_of_any_scope"), ("linkage", "0002_bound")]

    operations = [migrations.RunSQL(STAYS, MAY_CHANGE)]
