"""What the worker does by the clock for the whole house."""

import logging
from datetime import UTC, datetime

from procrastinate.contrib.django import app

from samen.site import checkpoints, retention

log = logging.getLogger(__name__)


@app.periodic(cron="7 * * * *")
@app.task(name="site.keep_terms")
def keep_terms(timestamp: int) -> None:
    """Every hour, so that a machine that is off at night keeps its terms too."""
    removed = retention.keep_terms(now=datetime.fromtimestamp(timestamp, UTC))
    log.info("terms kept: %s", removed)


@app.periodic(cron="37 * * * *")
@app.task(name="site.sign_log")
def sign_log(timestamp: int) -> None:
    """Every hour: the shorter, the less can be written anew unseen. A broken log ends the job."""
    line = checkpoints.sign(now=datetime.fromtimestamp(timestamp, UTC))
    log.info("log signed up to %s", line.number if line else "the last checkpoint")
