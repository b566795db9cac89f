"""That a person has an answer is noted with the request, once, by an officer of the processing."""

from django.db import migrations, models

ONCE = """
CREATE POLICY answered ON register_accessrequest FOR UPDATE
USING (approved_by IS NOT NULL AND answered_on IS NULL AND (processing_id, regime) = (
    SELECT p.processing_id, p.regime FROM public.purposes_pass('log') p))
WITH CHECK (answered_on = (SELECT p.day FROM public.purposes_pass('log') p));
CREATE FUNCTION register_answer_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.approved_by IS NULL OR OLD.answered_on IS NOT NULL
        OR to_jsonb(NEW) - 'answered_on' <> to_jsonb(OLD) - 'answered_on'
    THEN
        RAISE EXCEPTION 'a request is answered once' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER register_answer_once BEFORE UPDATE ON register_accessrequest FOR EACH ROW
WHEN (OLD.answered_on IS DISTINCT FROM NEW.answered_on OR OLD.approved_by IS NOT NULL)
EXECUTE FUNCTION register_answer_once();
DO $$
DECLARE
    words text := pg_get_functiondef('register_request_stays()'::regprocedure);
BEGIN
    EXECUTE replace(words, '{approved_by,', '{answered_on,approved_by,');
END
$$;
"""
NEVER = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_request_stays()'::regprocedure);
BEGIN
    EXECUTE replace(words, '{answered_on,approved_by,', '{approved_by,');
END
$$;
DROP TRIGGER register_answer_once ON register_accessrequest;
DROP FUNCTION register_answer_once();
DROP POLICY answered ON register_accessrequest;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0051_a_whole_day")]

    operations = [
        migrations.AddField(
            "accessrequest", "answered_on", models.DateField(blank=True, null=True)
        ),
        migrations.RunSQL(ONCE, NEVER),
    ]
