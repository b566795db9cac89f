"""How inner loops are compiled: once, kept on disk, without the interpreter's lock.

With NUMBA_DISABLE_JIT=1 the same lines run as plain Python and give the same numbers.
"""

from collections.abc import Callable
from typing import Any, cast

import numba


def compiled[F: Callable[..., Any]](function: F) -> F:
    """The function as machine code; its arguments are numbers and arrays only."""
    return cast(F, numba.njit(cache=True, nogil=True)(function))
