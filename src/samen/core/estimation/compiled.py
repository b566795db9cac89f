"""How inner loops are compiled: once, kept on disk, without the interpreter's lock.

With NUMBA_DISABLE_JIT=1 the same lines run as plain Python and give the same numbers.

Numba keeps machine code until the file of a function changes, though the code also holds what the
function calls in other files. After an update old loops would run inside new ones; so the folder
of the machine code is named after the text of all files with loops.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import numba


def fingerprint(folder: Path) -> str:
    """Of the text of the files in a folder that hold compiled functions."""
    texts = [path.read_bytes() for path in sorted(folder.glob("*.py"))]
    return sha256(b"\0".join(text for text in texts if b"@compiled" in text)).hexdigest()[:16]


CONFIG: Any = numba.config
KEPT_IN = Path(__file__).parent / "__pycache__" / fingerprint(Path(__file__).parent)


def is_kept() -> bool:
    """Whether machine code of an earlier run is on disk, so that nothing has to be compiled."""
    elsewhere = CONFIG.CACHE_DIR or CONFIG.DISABLE_JIT
    # The folders are there as soon as the loops are imported.
    return bool(elsewhere) or any(KEPT_IN.rglob("*.nbi"))


def interpret() -> None:
    """Let the loops of modules that are imported after this run as plain Python.

    For who makes an estimate from three or four lists once: that takes seconds so, and compiling
    takes a minute.
    """
    CONFIG.DISABLE_JIT = True


def compiled[F: Callable[..., Any]](function: F) -> F:
    """The function as machine code; its arguments are numbers and arrays only."""
    elsewhere = CONFIG.CACHE_DIR
    CONFIG.CACHE_DIR = elsewhere or str(KEPT_IN)
    try:
        return cast(F, numba.njit(cache=True, nogil=True)(function))
    finally:
        CONFIG.CACHE_DIR = elsewhere
