"""The process that takes one file apart: it reads it from its input and answers on its output.

It is given nothing else: no keys, no vault, no settings, no open file. It puts up its walls before
it takes in the first byte, and ends without tidying up, which a hostile file could disturb.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from app.replies import limits, walls
from app.replies.apart import prepare, taken_apart


def main() -> NoReturn:
    """Read a file, answer with its contents, end."""
    prepare()
    walls.close()
    data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    sys.stdout.buffer.write(taken_apart(data))
    sys.stdout.buffer.flush()
    os._exit(0)
