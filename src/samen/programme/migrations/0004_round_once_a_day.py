"""Of one title a round is asked once a day; where two are open, the later one gets its number."""

from django.conf import settings
from django.db import migrations, models

TELL_APART = """
UPDATE programme_round
SET title = left(title, 180) || ' (ronde ' || programme_round.id || ')'
FROM (
    SELECT id, row_number() OVER (PARTITION BY title, asked_on ORDER BY id) AS place
    FROM programme_round WHERE closed_at IS NULL
) AS alike
WHERE alike.id = programme_round.id AND alike.place > 1;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0003_carries_out'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(TELL_APART, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('title', 'asked_on'), name='round_once_a_day'),
        ),
    ]
