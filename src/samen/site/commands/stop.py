"""`./samen stop`: stop the site, its worker and the embedded database of this checkout."""

import sys

from samen.site import database, running
from samen.site.arguments import refused

HELP = """usage: ./samen stop

Stops the web server and the worker that this checkout started, and the embedded database,
and looks whether their ports are free. Nothing is removed.

example: ./samen stop
"""


def run(arguments: list[str]) -> int:
    if arguments[:1] in (["--help"], ["-h"]):
        sys.stdout.write(HELP)
        return 0
    if arguments:
        raise refused("./samen stop", "it takes no arguments")
    stopped = running.stop_all()
    if database.cluster().stop():
        stopped.append("database")
    left = running.still_there()
    sys.stdout.write(f"Stopped: {', '.join(stopped) or 'nothing was running'}.\n")
    if left:
        sys.stderr.write(f"samen: still running: {', '.join(left)}; end it by hand.\n")
    return 1 if left else 0
