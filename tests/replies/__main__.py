"""`python -m tests.replies`: thousands of hostile replies are read, and none does anything.

N says how many (10,000), SEED which ones; both cores take part. A file that fails again is read by
SEED=its number N=1.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.replies.watching import Tally, left_behind, run

BATCH = 100
SHOWN = 20


def main() -> int:
    """Read them all, say how it goes, and sum up; the exit code is 1 if anything was found."""
    wanted = int(os.environ.get("N", "10000"))
    first = int(os.environ.get("SEED") or secrets.randbelow(10**9))
    cores = os.cpu_count() or 1
    sys.stdout.write(f"{wanted} replies, SEED={first}, {cores} at a time\n")
    began = time.monotonic()
    total, last = Tally(), first + wanted
    with TemporaryDirectory() as place, ThreadPoolExecutor(cores) as pool:
        watched = Path(place)
        starts = range(first, last, BATCH)
        for tally in pool.map(lambda at: run(at, min(at + BATCH, last), watched), starts):
            total.add(tally)
            sys.stderr.write(f"\r{total.files} replies, {time.monotonic() - began:.0f} s")
            sys.stderr.flush()
        written = left_behind(watched)
    sys.stdout.write(f"\n{_summary(total, written, time.monotonic() - began)}\n")
    return 1 if total.wrong or total.slow or written or total.files != wanted else 0


def _summary(total: Tally, written: list[str], seconds: float) -> str:
    slowest, number = total.slowest
    parts = [
        f"replies             {total.files:>9,}",
        f"megabytes           {total.bytes / 1e6:>9,.0f}",
        *(f"  {came:<18}{count:>9,}" for came, count in total.came.most_common()),
        f"neither a reply nor a sentence, or not allowed {len(total.wrong):>5,}",
        f"files written       {len(written):>9,}",
        f"could not be made   {len(total.unmade):>9,}",
        f"took too long       {len(total.slow):>9,}",
        f"child crashed       {len(total.crashed):>9,}",
        f"slowest, seconds    {slowest:>9,.2f} (SEED={number})",
        f"most memory, MB     {total.megabytes:>9,}",
        f"seconds             {seconds:>9,.0f}",
    ]
    parts += [f"WRONG {each}" for each in total.wrong[:SHOWN]]
    parts += [f"WRITTEN {each}" for each in written[:SHOWN]]
    parts += [f"SLOW {each}" for each in total.slow[:SHOWN]]
    parts += [f"crashed: {each}" for each in total.crashed[:SHOWN]]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
