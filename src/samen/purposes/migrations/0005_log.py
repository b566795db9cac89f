"""The log of what people did with data of persons: numbered, chained, added to by one function.

Who, for what and on what ground come from the pass, so that nobody writes in another's name.
An entry is the SHA-256 of its fields as a JSON array, the hash of the entry before among
them. The site's role reads its own processing's log as privacy officer, and writes nothing.
"""

from django.db import migrations

CHAIN = """
CREATE FUNCTION purposes_hash_of(e purposes_logentry) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(jsonb_build_array(
        e.number, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e."user",
        e.membership, e.processing, e.ground, e.act, e.subjects, e.fields, e.request, e.previous
    )::text, 'UTF8')), 'hex')
$$;
CREATE FUNCTION purposes_chain() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    last purposes_logentry;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('purposes_logentry'));
    SELECT * INTO last FROM purposes_logentry ORDER BY number DESC LIMIT 1;
    NEW.number := coalesce(last.number, 0) + 1;
    NEW.previous := coalesce(last.hash, '');
    NEW.hash := purposes_hash_of(NEW);
    RETURN NEW;
END
$$;
CREATE TRIGGER purposes_chain BEFORE INSERT ON purposes_logentry
FOR EACH ROW EXECUTE FUNCTION purposes_chain();
CREATE INDEX purposes_logentry_subjects ON purposes_logentry USING gin (subjects);
ALTER TABLE purposes_logentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE purposes_logentry FORCE ROW LEVEL SECURITY;
CREATE POLICY chained ON purposes_logentry FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE POLICY checked ON purposes_logentry FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY supervised ON purposes_logentry FOR SELECT
USING (processing = (SELECT p.processing_id FROM public.purposes_pass('log') p));
ALTER TABLE purposes_checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE purposes_checkpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY known ON purposes_checkpoint FOR SELECT USING (true);
CREATE POLICY added ON purposes_checkpoint FOR INSERT WITH CHECK (true);
"""
WRITE = """
CREATE FUNCTION purposes_pseudonyms(persons uuid[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(
        encode(sha256(k.pseudonyms || sha256(k.pseudonyms || uuid_send(person))), 'hex')), '{}')
    FROM unnest(persons) person, public.purposes_key k
    WHERE (public.purposes_pass('any')).membership_id IS NOT NULL
$$;
CREATE FUNCTION purposes_log(act text, persons uuid[], fields text[], request text)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    p public.purposes_passed := public.purposes_pass('any');
    added bigint;
BEGIN
    IF p.membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    INSERT INTO public.purposes_logentry (at, "user", membership, processing, ground, act,
        subjects, fields, request)
    VALUES (clock_timestamp(), p.user_id, p.membership_id, p.processing_id, p.ground, act,
        public.purposes_pseudonyms(persons), fields, request)
    RETURNING number INTO added;
    RETURN added;
END
$$;
"""
FAULTS = """
CREATE FUNCTION purposes_log_faults() RETURNS TABLE (number bigint, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE fault WHEN 'dropped' THEN expected ELSE number END, fault FROM (
        SELECT e.number, lag(e.number, 1, 0::bigint) OVER before + 1 AS expected, CASE
            WHEN e.number <> lag(e.number, 1, 0::bigint) OVER before + 1 THEN 'dropped'
            WHEN e.hash <> purposes_hash_of(e) THEN 'altered'
            WHEN e.previous <> lag(e.hash, 1, '') OVER before THEN 'unchained' END AS fault
        FROM purposes_logentry e WINDOW before AS (ORDER BY e.number)
    ) found WHERE fault IS NOT NULL ORDER BY 1
$$;
CREATE FUNCTION purposes_log_at(wanted bigint) RETURNS TABLE (number bigint, hash varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT number, hash FROM purposes_logentry
    WHERE wanted IS NULL OR number = wanted ORDER BY number DESC LIMIT 1
$$;
"""
GONE = "DROP FUNCTION purposes_log_faults(), purposes_log(text, uuid[], text[], text);"


class Migration(migrations.Migration):

    dependencies = [("purposes", "0004_policies")]

    operations = [migrations.RunSQL(CHAIN + WRITE + FAULTS, GONE)]
