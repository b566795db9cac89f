"""`./samen serve [--port N]`: the site and its worker on 127.0.0.1, until Ctrl+C."""

import os
import signal
import sys
import time

from samen.core.errors import CannotRun
from samen.site import running
from samen.site.arguments import Parser, whole_number
from samen.site.database import cluster

PAUSE_SECONDS = 2
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

    running.require_alone()
    running.require_free(port)
    prepare()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    _tell_demo(port)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))  # So that `finally` is reached.
    commands = {"web": running.web_command(port), "worker": running.worker_command()}
    running.remember(running.WATCH, os.getpid())
    try:
        for name, command in commands.items():
            running.start(name, command)
        running.wait_until_answers(port, running.number_of("web"))
        sys.stdout.write(f"Samen is at http://127.0.0.1:{port}/ — stop with Ctrl+C.\n")
        sys.stdout.flush()
        _watch(commands)
    finally:
        running.forget(running.WATCH)
        running.stop_all()


def _tell_demo(port: int) -> None:
    """The two organisations of a demo ask each other at the port that is served."""
    from django.conf import settings

    if not settings.DEMO:
        return
    import django
    from django.db import connection

    django.setup()
    from samen.site import demo, demo_exchange

    demo_exchange.move_to(port, domain=demo.DEMO_DOMAIN)
    connection.close()


def _watch(commands: dict[str, list[str]]) -> None:
    """Start again what ended by itself, the database too, until we are told to stop."""
    while True:
        time.sleep(PAUSE_SECONDS)
        try:
            if _database_came_back():
                running.stop_all()  # They know the port that the database had.
        except CannotRun as error:
            sys.stderr.write(f"samen: {error}\n")
            continue
        for name in running.start_again(commands):
            sys.stderr.write(f"samen: The {name} process had ended; it is started again.\n")
            sys.stderr.flush()


def _database_came_back() -> bool:
    """Whether the embedded database had ended, and was started again just now."""
    if os.environ.get("DATABASE_URL") or cluster().running_port():
        return False
    cluster().ensure_running()
    sys.stderr.write("samen: The database had ended; it is started again.\n")
    return True
