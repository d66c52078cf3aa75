"""The measuring of measurements."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import __main__ as command
from tests.bench.runner import Row, run, table, write

if TYPE_CHECKING:
    from pathlib import Path

FAST = Row("save an entry", "ms", 5.0, lambda: (3.0, 1.5))
SLOW = Row("start", "ms", 1000.0, lambda: (1250.0, 400.0), absolute=True)


def test_a_result_is_compared_with_its_floor_and_its_goal() -> None:
    fast, slow = run(FAST), run(SLOW)
    assert (fast.ratio, fast.ok) == (2.0, True)
    assert (slow.ratio, slow.ok) == (3.125, False)


def test_a_goal_that_is_just_reached_is_met() -> None:
    assert run(Row("exact", "s", 2.0, lambda: (2.0, 1.0))).ok
    assert run(Row("exact", "s", 2.0, lambda: (2.0, 9.0), absolute=True)).ok


def test_a_ratio_over_its_goal_is_missed() -> None:
    assert not run(Row("slow", "s", 1.9, lambda: (2.0, 1.0))).ok


def test_results_are_kept_as_json(tmp_path: Path) -> None:
    target = tmp_path / "build" / "bench.json"
    write([run(FAST)], target)
    assert json.loads(target.read_text("utf-8")) == [
        {
            "name": "save an entry",
            "value": 3.0,
            "unit": "ms",
            "floor": 1.5,
            "ratio": 2.0,
            "goal": 5.0,
            "ok": True,
        }
    ]


def test_the_table_is_aligned() -> None:
    assert table([run(FAST), run(SLOW)]).splitlines() == [
        "measured          value  unit   floor  ratio      goal",
        "save an entry      3.00  ms      1.50  2.00x     5.00x  ok",
        "start          1,250.00  ms    400.00  3.12x  1,000.00  MISSED",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], 1), (["entry"], 0), (["an", "save"], 0), (["start"], 1)],
)
def test_a_missed_goal_fails_the_command(
    words: list[str],
    expected: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "ROWS", (FAST, SLOW))
    monkeypatch.setattr(command, "TARGET", tmp_path / "bench.json")
    assert command.main(words) == expected
    kept = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    out = capsys.readouterr().out
    assert [row["name"] in out for row in kept] == [True] * len(kept)
    assert all(word in row["name"] for row in kept for word in words)
