"""Who a pack is for, which kind it is, and how it begins from elsewhere in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cycles import Cycle, Relation
from app.domain.ids import Id, Kind
from app.domain.packs import Pack, PackType
from app.domain.sessions import Session
from app.operations import sessions
from tests.ui.share_desk import GOAL, ShareDesk
from tests.vaults import NOON
from ui.context import Destination
from ui.share.actions import ITEMS, RECIPIENT
from ui.share.beginning import begun
from ui.share.recipient import SOMEBODY_NEW
from ui.share.type_words import file_words, suggests_words, type_words

pytestmark = pytest.mark.qt
SPRING = Cycle(
    title="Spring", start=date(2026, 3, 2), middle=date(2026, 4, 13), end=date(2026, 5, 29)
)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path, SPRING)
    qtbot.addWidget(made.page)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("detail", "pack_type", "asked"),
    [
        ("", PackType.PROGRESS, None),
        ("goal:g", PackType.PROGRESS, "g"),
        ("chart:mix/2026-01-01/2026-02-01", PackType.PROGRESS, "mix/2026-01-01/2026-02-01"),
        ("cycle:c", PackType.CYCLE, "c"),
        ("session:s", PackType.BRIEF, "s"),
        ("feedback:f", PackType.PROGRESS, "f"),
        ("cycle:c\ntype:agreement", PackType.AGREEMENT, "c"),
        ("cycle:c\ntitle:Handover: Spring\ntype:handover", PackType.HANDOVER, "c"),
    ],
)
def test_a_pack_that_begins_elsewhere_gets_the_kind_that_fits(
    detail: str, pack_type: PackType, asked: str | None
) -> None:
    pack, came_from = begun(detail)
    assert (pack.type, came_from) == (pack_type, asked)
    assert pack.items == ()


def test_a_pack_can_begin_with_a_title_and_a_person() -> None:
    pack, _ = begun("for:p\ntitle:Handover: Spring: the end")
    assert (pack.recipient, pack.title) == (Id("p"), "Handover: Spring: the end")


def test_each_kind_says_what_it_suggests(desk: ShareDesk) -> None:
    desk.page.begin()
    step = desk.flow.recipient
    assert step.first_focus() is step.type
    for pack_type in PackType:
        step.type.set_value(pack_type.value)
        step.type.activated.emit(step.type.currentIndex())
        assert step.type.accessibleDescription() == suggests_words(pack_type)
        assert step.type.currentText() == type_words(pack_type)


def test_the_kind_is_kept_with_the_pack(desk: ShareDesk) -> None:
    desk.page.begin()
    step = desk.flow.recipient
    step.type.set_value(PackType.SPONSOR.value)
    step.type.activated.emit(step.type.currentIndex())
    (kept,) = desk.vault.read.all(Pack)
    assert kept.type is PackType.SPONSOR


def test_a_handover_expects_somebody_new(desk: ShareDesk) -> None:
    desk.page.arrive(Destination("share", act="new", detail="type:handover"))
    step = desk.flow.recipient
    assert step.person.value() == SOMEBODY_NEW
    assert step.relation.value() == Relation.MENTOR.value
    assert step.name.isVisible()
    desk.flow.actions_below.choose.click()
    assert step.name.accessibleDescription() == "Say who it is for."
    step.name.setText("Johan Lindqvist")
    step.purpose.setText("Our first session")
    desk.flow.actions_below.choose.click()
    assert desk.flow.step == ITEMS
    assert desk.flow.draft.recipient == "Johan Lindqvist"


def test_a_pack_for_somebody_is_for_them(desk: ShareDesk) -> None:
    desk.page.arrive(Destination("share", act="new", detail=f"for:{desk.ruth.id}"))
    assert desk.flow.recipient.person.value() == desk.ruth.id
    assert desk.vault.read.all(Pack) == []


def test_the_day_to_delete_it_by_is_kept_and_asked_for(desk: ShareDesk) -> None:
    flow = desk.begin()
    flow.go(RECIPIENT)
    field = flow.recipient.until
    field.setText("30 June")
    field.settle()
    assert desk.pack().until == date(2026, 6, 30)
    flow.recipient.show_pack()
    assert field.day() == date(2026, 6, 30)
    field.clear()
    field.settle()
    assert desk.pack().until is None


def test_a_day_that_is_none_is_said_under_its_field(desk: ShareDesk) -> None:
    flow = desk.begin()
    flow.go(RECIPIENT)
    flow.recipient.until.setText("some day")
    flow.actions_below.choose.click()
    assert flow.step == RECIPIENT
    words = "Write a day such as 22 May, or choose one."
    assert flow.recipient.until.accessibleDescription() == words


def test_nobody_is_asked_to_delete_by_a_day_that_has_gone_by(desk: ShareDesk) -> None:
    flow = desk.begin()
    flow.go(RECIPIENT)
    flow.recipient.until.setText("19 May 2026")
    flow.actions_below.choose.click()
    assert flow.step == RECIPIENT
    words = "That day has gone by. Choose a later one, or none."
    assert flow.recipient.until_field.error == words
    flow.recipient.until.setText("20 May 2026")
    flow.actions_below.choose.click()
    assert flow.step == ITEMS


@pytest.mark.parametrize("pack_type", PackType)
def test_the_name_of_a_file_holds_no_private_words(pack_type: PackType) -> None:
    name = file_words(pack_type, "2026-05-20")
    assert name.startswith("Greenroom ")
    assert name.endswith(" 2026-05-20")
    assert GOAL.title not in name


def test_a_brief_begins_from_its_session_for_whom_it_is_with(desk: ShareDesk) -> None:
    session = Session(person=desk.ruth.id, question="What now?").dated(NOON)
    desk.put(session)
    desk.page.arrive(Destination("share", session.id, Kind.SESSION, act="brief"))
    step, draft = desk.flow.recipient, desk.flow.draft
    assert (draft.pack.type, draft.pack.recipient) == (PackType.BRIEF, desk.ruth.id)
    assert step.purpose.text() == "Session on 20 May"
    assert (draft.asked, draft.pack.items, draft.stored) == (session.id, (), False)
    desk.flow.actions_below.choose.click()
    assert desk.titles()[:2] == ["Where you came from", "Session on 20 May"]
    desk.press("Session on 20 May")
    assert desk.pack().items[0].fields == ("when", "question")


def test_a_brief_for_a_session_in_the_trash_does_not_begin(desk: ShareDesk) -> None:
    session = Session(question="What now?").dated(NOON)
    desk.put(session)
    sessions.delete_session(desk.vault, session.id)
    desk.page.arrive(Destination("share", session.id, Kind.SESSION, act="brief"))
    assert not desk.page.making
