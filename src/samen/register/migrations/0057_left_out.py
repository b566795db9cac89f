"""A free text about somebody else is left out of what a person is told: by name, for a reason.

AVG art. 15 lid 4: a copy does not harm the rights of others. Privacy officers of the processing
leave out and put back, in their own name, of a request that was approved; nobody else reads it. It
goes with the request.
"""

import uuid

from django.db import migrations, models

BOUND = """
ALTER TABLE register_leftout ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_leftout FORCE ROW LEVEL SECURITY;
CREATE POLICY supervised ON register_leftout FOR SELECT USING (
    EXISTS (SELECT FROM public.register_accessrequest a WHERE a.id = request)
    OR (SELECT public.purposes_work('none')) = 'retain');
CREATE POLICY left_out ON register_leftout FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM public.register_accessrequest a
        WHERE a.id = request AND a.approved_by IS NOT NULL AND a.refusal = '')
    AND left_by = (SELECT p.user_id FROM public.purposes_pass('log') p) AND put_back_by IS NULL);
CREATE POLICY put_back ON register_leftout FOR UPDATE USING (
    put_back_by IS NULL
    AND EXISTS (SELECT FROM public.register_accessrequest a WHERE a.id = request))
WITH CHECK (put_back_by = (SELECT p.user_id FROM public.purposes_pass('log') p));
CREATE POLICY due ON register_leftout FOR DELETE USING (
    (SELECT public.purposes_work('none')) = 'retain');
CREATE FUNCTION register_left_out_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) - '{put_back_by,put_back_at}'::text[]
        <> to_jsonb(OLD) - '{put_back_by,put_back_at}'::text[]
    THEN
        RAISE EXCEPTION 'what was left out stays noted' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER register_left_out_stays BEFORE UPDATE ON register_leftout
FOR EACH ROW EXECUTE FUNCTION register_left_out_stays();
CREATE FUNCTION register_forget_left_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM register_leftout l USING gone g WHERE l.request = g.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER register_forget_left_out AFTER DELETE ON register_accessrequest
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION register_forget_left_out();
SELECT purposes_not_remembered('register_leftout', '{reason,place}');
"""
GONE = """
DROP FUNCTION register_forget_left_out() CASCADE;
DROP FUNCTION register_left_out_stays() CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0056_gone_sooner")]

    operations = [
        migrations.CreateModel(
            name="LeftOut",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("request", models.UUIDField(db_index=True)),
                ("registration", models.UUIDField()),
                ("place", models.TextField(help_text="A field, the reasons of holds, or a column as it came.")),
                ("reason", models.CharField(max_length=500)),
                ("left_by", models.BigIntegerField()),
                ("left_at", models.DateTimeField()),
                ("put_back_by", models.BigIntegerField(blank=True, null=True)),
                ("put_back_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={"ordering": ("left_at",)},
        ),
        migrations.RunSQL(BOUND, GONE),
    ]
