"""`python -m tests.bench [WORD...]`: measure the rows whose name has all the words."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench import runner
from tests.bench.rows import ROWS

TARGET = Path("build/bench.json")


def main(words: list[str]) -> int:
    """Measure, print the table and keep it; the exit code is 1 if a goal is missed."""
    rows = [row for row in ROWS if all(word in row.name for word in words)]
    results = []
    for number, row in enumerate(rows, 1):
        sys.stderr.write(f"{number}/{len(rows)} {row.name}\n")
        results.append(runner.run(row))
    sys.stdout.write(runner.table(results) + "\n")
    runner.write(results, TARGET)
    return 0 if all(result.ok for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
