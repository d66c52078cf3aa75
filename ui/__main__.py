"""The command `greenroom`: the app without arguments, the command line with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

DEMO = Path("build") / "demo"


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run a command; returns the exit code.

    Qt is imported only where a window opens, so that commands run where it is not installed.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words:
        from app.__main__ import main as run_command  # noqa: PLC0415 - the window does not need it

        return run_command(words)
    if not has_display(sys.platform, os.environ):
        from app.__main__ import demonstrate  # noqa: PLC0415 - as above

        print("There is no display, so the sample vault is written to files instead.")  # noqa: T201 - a command's answer
        return demonstrate(DEMO)
    from ui import collecting  # noqa: PLC0415 - only for the window

    collecting.wait()
    from ui.application import run  # noqa: PLC0415 - Qt

    return run()


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can open here."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
