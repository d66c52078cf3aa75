from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import Id
from app.domain.progress.kept import FEW, Kept, KeptRow, Side, kept
from app.domain.sessions import ActionState

DAY = date(2026, 5, 20)
ROWS = st.lists(
    st.builds(
        KeptRow,
        id=st.uuids().map(lambda each: Id(str(each))),
        title=st.just("a"),
        mine=st.booleans(),
        agreed=st.dates(DAY - timedelta(days=30), DAY),
        due=st.none(),
        state=st.sampled_from(list(ActionState)),
    ),
    max_size=20,
)


def test_nothing_agreed_is_nothing_on_either_side() -> None:
    assert Kept().side(mine=True) == Kept().side(mine=False) == Side(0, 0, 0)
    assert Kept().oldest_open is None
    assert Kept().is_few


@given(ROWS)
def test_every_action_counts_once_on_its_side(rows: list[KeptRow]) -> None:
    found = kept("Ruth", rows)
    mine, theirs = found.side(mine=True), found.side(mine=False)
    assert mine.whole + theirs.whole == len(rows)
    assert mine.whole == sum(row.mine for row in rows)
    assert found.is_few == (len(rows) < FEW)
    assert [row.agreed for row in found.rows] == sorted(row.agreed for row in rows)
    waiting = [row.agreed for row in rows if row.state is ActionState.OPEN]
    assert found.oldest_open == min(waiting, default=None)
    assert mine.open + theirs.open == len(waiting)
