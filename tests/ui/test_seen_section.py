"""What somebody has seen, on their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.changes import Op
from app.domain.ids import Id, Kind
from app.domain.packs import Shared, SharedItem
from app.operations import journal
from app.operations.journal import EntryDraft
from tests.ui.ledger_desk import save
from tests.ui.people_desk import Desk
from tests.vaults import NOON, new_vault
from ui.context import Destination
from ui.theme import current_theme
from ui.widgets.text import Label

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    vault = new_vault(tmp_path / "ines.greenroom")
    desk = Desk(vault)
    qtbot.addWidget(desk.page)
    yield desk
    desk.context.jobs.stop()
    vault.close()


def names(desk: Desk) -> list[str]:
    return [row.accessibleName() for row in desk.page.detail.seen.rows]


def test_each_item_is_told_once_and_how_it_is_now(desk: Desk, tmp_path: Path) -> None:
    ruth = desk.person("Ruth Adeyemi")
    day = journal.add(desk.vault, EntryDraft(title="Day", body="I waited."))
    night = journal.add(desk.vault, EntryDraft(title="Night", body="I slept."))
    save(desk.vault, tmp_path / "a.pdf", day, night)
    last = save(desk.vault, tmp_path / "b.pdf", day)
    journal.delete(desk.vault, night.id)
    desk.show(ruth)
    section = desk.page.detail.seen
    assert section.heading.text() == "What Ruth has seen"
    assert names(desk) == [
        "Day, last on 20 May, Left 2 times",
        "Night, last on 20 May, In the trash",
    ]
    journal.write(desk.vault, day.id, replace(EntryDraft.of(day), body="I spoke."))
    desk.show(ruth)
    assert names(desk)[0] == "Day, last on 20 May, Left 2 times, Changed"
    section.rows[0].click()
    assert desk.sent[-1] == Destination("share", id=last.id, act="ledger")
    section.all.click()
    assert desk.sent[-1] == Destination("share", ruth.id, Kind.PERSON, act="ledger")


def test_many_are_folded_and_withheld_ones_counted(desk: Desk) -> None:
    ruth, johan = desk.person("Ruth Adeyemi"), desk.person("Johan")
    items = tuple(
        SharedItem(Kind.ENTRY, Id(f"e{number}"), f"Day {number}", ("body",), ("",), passages=2)
        for number in range(8)
    )
    with desk.vault.transact(Op.SHARE_PACK) as write:
        write.put(Shared(person=ruth.id, items=items, at=NOON.at, offset=NOON.offset))
    desk.show(ruth)
    section = desk.page.detail.seen
    assert len(section.rows) == 6
    assert names(desk)[0] == "Day 0, last on 20 May, 2 passages withheld, Deleted for good"
    assert section.more.text() == "All 8 of them"
    section.more.click()
    assert len(section.rows) == 8
    assert section.more.isHidden()
    desk.show(johan)
    assert section.isHidden()
    desk.show(ruth)
    assert len(section.rows) == 6


def test_what_changed_is_set_in_the_colour_of_what_asks_to_be_looked_at(
    desk: Desk, tmp_path: Path
) -> None:
    """A label in a button would else be painted in the button's own colour."""
    ruth = desk.person("Ruth Adeyemi")
    day = journal.add(desk.vault, EntryDraft(title="Day", body="I waited."))
    save(desk.vault, tmp_path / "a.pdf", day)
    journal.write(desk.vault, day.id, replace(EntryDraft.of(day), body="I spoke."))
    desk.show(ruth)
    (row,) = desk.page.detail.seen.rows
    changed = next(each for each in row.findChildren(Label) if each.text() == "Changed")
    painted = changed.palette().color(changed.foregroundRole())
    assert painted == current_theme().colours.lamp_text
