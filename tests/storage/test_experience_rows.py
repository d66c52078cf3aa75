"""The few experiences that matter now are the ones a person would name."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.changes import Op
from app.domain.experiences import Experience, Phase
from app.storage import experience_rows
from app.vault import Vault
from tests.vaults import NOON

DAY = NOON.day
DAYS = st.none() | st.integers(-3, 3).map(lambda days: DAY + timedelta(days=days))
ORDER = (Phase.UNDER_WAY, Phase.PLANNED, Phase.DONE)


def _in_order(ends: tuple[date | None, date | None]) -> bool:
    start, end = ends
    return start is None or end is None or start <= end


SPANS = st.tuples(DAYS, DAYS).filter(_in_order)


@given(st.lists(SPANS, max_size=8), st.integers(1, 5))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
def test_under_way_comes_before_planned_and_that_before_the_newest_done(
    vault: Vault, spans: list[tuple[date | None, date | None]], limit: int
) -> None:
    """The phase is the one the experience itself tells, whatever dates it has."""
    with vault.transact(Op.IMPORT) as write:
        for old in write.all(Experience):
            write.delete(old)
        for start, end in spans:
            write.put(Experience(title="e", start=start, end=end))
    rows = vault.read.all(Experience)
    found = experience_rows.foremost(vault.read, DAY.isoformat(), limit)
    by_id: dict[str, Experience] = {row.id: row for row in rows}
    phases = [ORDER.index(by_id[each].phase(DAY)) for each in found]
    assert phases == sorted(ORDER.index(row.phase(DAY)) for row in rows)[:limit]
    done = [row for row in map(by_id.__getitem__, found) if row.phase(DAY) is Phase.DONE]
    days = [row.start or row.end or date.max for row in done]
    assert days == sorted(days, reverse=True)
