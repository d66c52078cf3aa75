"""`python -m tests.packs`: thousands of packs of any content are made, and none gives away a word.

PACKS says how many (10,000), SEED which ones; both cores take part. The files are searched with
Poppler and with PDFium, and checked with qpdf.
"""

from __future__ import annotations

import multiprocessing
import os
import secrets
import sys
import time

from tests.packs.checking import Tally
from tests.packs.running import run

BATCH = 10
SHOWN = 20


def main() -> int:
    """Make them all, say how it goes, and sum up; the exit code is 1 if anything was found."""
    wanted = int(os.environ.get("PACKS", "10000"))
    first = int(os.environ.get("SEED") or secrets.randbelow(10**9))
    cores = os.cpu_count() or 1
    sys.stdout.write(f"{wanted} packs, SEED={first}, {cores} at a time\n")
    began = time.monotonic()
    total = Tally()
    last = first + wanted
    jobs = [range(start, min(start + BATCH, last)) for start in range(first, last, BATCH)]
    with multiprocessing.get_context("spawn").Pool(cores, maxtasksperchild=20) as pool:
        for tally in pool.imap_unordered(run, jobs):
            total.add(tally)
            sys.stderr.write(f"\r{total.packs} packs, {time.monotonic() - began:.0f} s")
            sys.stderr.flush()
    sys.stdout.write(f"\n{_summary(total, time.monotonic() - began)}\n")
    return 1 if total.leaks or total.unsound else 0


def _summary(total: Tally, seconds: float) -> str:
    parts = [
        f"packs               {total.packs:>9,}",
        f"  with a passphrase {total.locked:>9,}",
        f"pages               {total.pages:>9,}",
        f"withheld, looked for{total.looked_for:>9,}",
        f"leaks               {len(total.leaks):>9,}",
        f"refused by qpdf     {total.unsound:>9,}",
        f"refused by the gate {total.errors['refused']:>9,}",
        f"meant to be read    {total.meant:>9,}",
        f"  and read as such  {total.read:>9,}",
        f"seconds             {seconds:>9,.0f}",
    ]
    parts += [f"{count} x {error}" for error, count in total.errors.items() if error != "refused"]
    parts += [f"LEAK {each}" for each in total.leaks[:SHOWN]]
    parts += [f"refused: {each}" for each in total.refusals[:SHOWN]]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
