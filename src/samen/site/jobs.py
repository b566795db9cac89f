"""What the worker does by the clock for the whole house."""

import logging
from datetime import UTC, datetime

from procrastinate.contrib.django import app

from samen.site import retention

log = logging.getLogger(__name__)


@app.periodic(cron="7 * * * *")
@app.task(name="site.keep_terms")
def keep_terms(timestamp: int) -> None:
    """Every hour, so that a machine that is off at night keeps its terms too."""
    removed = retention.keep_terms(now=datetime.fromtimestamp(timestamp, UTC))
    log.info("terms kept: %s", removed)
