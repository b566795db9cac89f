"""`./samen serve [--port N]`: the site and its worker on 127.0.0.1, until Ctrl+C."""

import os
import signal
import sys
import time

from samen.site import running
from samen.site.arguments import Parser, whole_number

EXAMPLE = "example: ./samen serve --port 8001"


def run(arguments: list[str]) -> int:
    parser = Parser("serve", "Serve the site on 127.0.0.1.", EXAMPLE)
    parser.add_argument("--port", type=whole_number, default=8000, help="port (default 8000)")
    options = parser.parse_args(arguments)
    serve(options.port)
    return 0


def serve(port: int) -> None:
    """Prepare, start the web server and the worker, and stay until Ctrl+C."""
    from samen.site.prepare import prepare

    running.stop_all()
    running.require_free(port)
    prepare()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))  # So that `finally` is reached.
    try:
        web = running.start("web", running.web_command(port))
        running.start("worker", running.worker_command())
        running.wait_until_answers(port, web)
        sys.stdout.write(f"Samen is at http://127.0.0.1:{port}/ — stop with Ctrl+C.\n")
        sys.stdout.flush()
        while running.still_there():
            time.sleep(1)
    finally:
        running.stop_all()
