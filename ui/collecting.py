"""When Python looks for circles of objects that nobody holds any more."""

import gc
from typing import Final

_NEW: Final = 10_000
"""After how many new objects it looks at those; usually it is 700."""


def wait() -> None:
    """Do not look while the application is being made, which throws next to nothing away."""
    gc.disable()


def begin() -> None:
    """Look from now on, seldom, and never at what was made by now: it stays to the end.

    A look at all there is holds the window still for 50 ms and more.
    """
    gc.freeze()
    gc.set_threshold(_NEW)
    gc.enable()
