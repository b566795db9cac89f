"""Questions and hits are seen and made by who may link and sees the whole of a processing.

Its privacy officers see the questions too, and not who was hit. A hit goes with its registration.
"""

from django.db import migrations

BOUND = """
SELECT linkage_bind('exchange_' || name) FROM unnest('{exchangequestion,hit}'::text[]) name;
DROP POLICY purpose_read ON exchange_exchangequestion;
CREATE POLICY purpose_read ON exchange_exchangequestion AS RESTRICTIVE FOR SELECT USING (
    (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work('link')) p)
    OR (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work('log')) p));
CREATE TRIGGER exchange_stays BEFORE UPDATE ON exchange_hit FOR EACH ROW
WHEN (OLD.answer <> '') EXECUTE FUNCTION linkage_stays();
"""
FORGET = """
CREATE FUNCTION exchange_forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone uuid[] := ARRAY(SELECT id FROM lost);
BEGIN
    IF purposes_retaining() IS NOT NULL AND gone <> '{}' THEN
        PERFORM linkage_remove('exchange_hit', 'registration = ANY ($1)', gone,
            (SELECT l.ground FROM lost l LIMIT 1));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER exchange_forget AFTER DELETE ON register_registration
REFERENCING OLD TABLE AS lost FOR EACH STATEMENT EXECUTE FUNCTION exchange_forget();
"""
GONE = "DROP FUNCTION exchange_forget() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [("exchange", "0001_initial"), ("linkage", "0005_destroyed")]

    operations = [migrations.RunSQL(BOUND + FORGET, GONE)]
