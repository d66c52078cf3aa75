"""From a recipient to a file on disk, through the widgets of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.domain.cycles import Agreed, Cycle, Person, Relation
from app.domain.entries import Entry
from app.domain.experiences import Experience
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.domain.packs import OWNER_NAME, Pack, Shared
from app.export.failures import BuildError
from app.operations import cycles, experiences, goals, journal, packs
from app.operations.journal import EntryDraft
from app.operations.packs import Found, WithheldTextFoundError
from app.vault import Vault
from tests.stage import Stage, staged
from tests.vaults import NOON, new_vault
from ui import messages
from ui.context import Destination
from ui.share.actions import CONSENT, ITEMS, RECIPIENT, SAVED
from ui.share.flow import PackFlow
from ui.share.items_model import ROW
from ui.share.items_rows import Row, RowKind, State
from ui.share.page import SharePage
from ui.widgets.notices import Banner
from ui.widgets.ring import FocusRing

pytestmark = pytest.mark.qt
GOAL = Goal(title="Delegate the release train", why="So that Priya can", support="Ask Ruth first")
MINUTE = 60_000


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A goal with an entry as evidence, an entry to bring, and Ruth."""
    vault = new_vault(tmp_path / "a.greenroom", FixedClock(NOON))
    goals.add_goal(vault, GOAL)
    behind = journal.add(vault, EntryDraft(title="Behind it", body="Dev knew all along, I think."))
    journal.link(vault, behind.id, Kind.GOAL, GOAL.id)
    bring = EntryDraft(title="Planning day", body="I went quiet.", energy=2, bring=True)
    journal.add(vault, bring)
    packs.add_recipient(vault, "Ruth Adeyemi", Relation.MENTOR)
    vault.prefer(OWNER_NAME, "Ines Duarte")
    yield vault
    vault.close()


@pytest.fixture
def stage(vault: Vault, qtbot: QtBot) -> Iterator[Stage[SharePage]]:
    stage = staged(SharePage, vault)
    qtbot.addWidget(stage.page)
    yield stage
    stage.page.go_home()
    stage.page.close()
    stage.context.jobs.stop()


@pytest.fixture
def flow(stage: Stage[SharePage]) -> PackFlow:
    """A new pack for Ruth, at its second step."""
    stage.page.home.new.click()
    flow = stage.page.flow
    ruth = flow.recipient.person.findText("Ruth Adeyemi, mentor")
    flow.recipient.person.setCurrentIndex(ruth)
    flow.recipient.purpose.setText("Our check-in")
    flow.actions_below.choose.click()
    assert flow.step == ITEMS
    return flow


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The file dialog answers with the last of these paths; it keeps what it was offered first."""
    asked = [tmp_path / "saved.pdf"]

    def choose(
        parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None], *, suffix: str
    ) -> None:
        assert parent.isVisible()
        assert title
        assert start.suffix == f".{suffix}"
        asked.insert(0, start)
        chosen(asked[-1])

    monkeypatch.setattr(messages, "choose_new_file", choose)
    return asked


def is_making(stage: Stage[SharePage]) -> bool:
    return stage.page.making


def rows(flow: PackFlow) -> list[Row]:
    model = flow.items.model
    return [model.index(number).data(ROW) for number in range(model.rowCount())]


def index(flow: PackFlow, title: str) -> QModelIndex:
    number = next(i for i, row in enumerate(rows(flow)) if row.title == title)
    return flow.items.model.index(number)


def press(flow: PackFlow, title: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    flow.items.list.setCurrentIndex(index(flow, title))
    QTest.keyClick(flow.items.list, key)


def wait_for_pages(flow: PackFlow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: flow.builder.is_current(flow.draft.source), timeout=20_000)


def agree(flow: PackFlow) -> None:
    flow.actions_below.review.click()
    assert flow.step == CONSENT
    flow.consent.consent.check.click()


def text_of(data: bytes, passphrase: str | None = None) -> str:
    document = pypdfium2.PdfDocument(data, password=passphrase)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def kept(vault: Vault) -> Pack:
    (pack,) = vault.read.all(Pack)
    return pack


def test_nothing_is_kept_or_ticked_at_first(stage: Stage[SharePage], vault: Vault) -> None:
    stage.page.home.new.click()
    flow = stage.page.flow
    assert flow.step == RECIPIENT
    assert flow.recipient.owner.text() == "Ines Duarte"
    assert flow.recipient.person.value() == ""
    assert vault.read.all(Pack) == []
    assert stage.page.where() == Destination("share")


def test_what_is_missing_is_said_under_its_field(stage: Stage[SharePage]) -> None:
    stage.page.home.new.click()
    flow = stage.page.flow
    flow.recipient.owner.clear()
    flow.actions_below.choose.click()
    assert flow.step == RECIPIENT
    described = [
        widget.accessibleDescription()
        for widget in (flow.recipient.person, flow.recipient.purpose, flow.recipient.owner)
    ]
    assert all(words.startswith("Say ") for words in described)
    flow.recipient.purpose.setText("x")
    assert flow.recipient.purpose.accessibleDescription() == ""


def test_somebody_new_becomes_a_person(stage: Stage[SharePage], vault: Vault) -> None:
    stage.page.home.new.click()
    step = stage.page.flow.recipient
    step.person.set_value("new")
    step.person.activated.emit(step.person.currentIndex())
    assert step.name.isVisible()
    step.name.setText("Johan")
    step.relation.set_value(Relation.SPONSOR.value)
    step.purpose.setText("What to back")
    stage.page.flow.actions_below.choose.click()
    made = stage.page.flow.draft.source
    assert (made.recipient, made.relation) == ("Johan", Relation.SPONSOR)
    assert kept(vault).purpose == "What to back"


def test_a_name_and_a_purpose_are_kept_together(
    stage: Stage[SharePage], vault: Vault, qtbot: QtBot
) -> None:
    stage.page.home.new.click()
    step = stage.page.flow.recipient
    QTest.keyClicks(step.owner, " Marlowe")
    QTest.keyClicks(step.purpose, "Our check-in")
    QTest.keyClicks(step.note, "Push on")
    qtbot.waitUntil(lambda: bool(vault.read.all(Pack)), timeout=5_000)
    assert (kept(vault).purpose, kept(vault).note) == ("Our check-in", "Push on")
    assert vault.read.preference(OWNER_NAME) == "Ines Duarte Marlowe"


def test_typing_is_kept_when_the_page_is_left(stage: Stage[SharePage], vault: Vault) -> None:
    stage.page.home.new.click()
    stage.page.flow.recipient.note.setPlainText("Push on the size")
    stage.page.leave()
    assert kept(vault).note == "Push on the size"


def test_ticking_takes_the_offered_fields_and_no_link(flow: PackFlow, vault: Vault) -> None:
    assert not any(row.ticked for row in rows(flow))
    press(flow, GOAL.title)
    (item,) = kept(vault).items
    assert (item.id, item.fields) == (GOAL.id, ("why",))
    by_title = {row.title: row for row in rows(flow)}
    assert by_title[GOAL.title].state is State.EVIDENCE
    assert not by_title["Behind it"].ticked
    assert by_title["Why"].ticked
    assert "Support to ask for" not in by_title


def test_more_fields_are_ticked_one_by_one(flow: PackFlow, vault: Vault) -> None:
    press(flow, "Planning day")
    assert kept(vault).items[0].fields == ("body",)
    press(flow, "More fields")
    energy = next(row for row in rows(flow) if row.title == "Energy")
    assert (energy.ticked, energy.about) == (False, "2 of 5")
    press(flow, "Energy")
    assert kept(vault).items[0].fields == ("body", "energy")
    press(flow, "Energy")
    press(flow, "Text")
    assert kept(vault).items[0].fields == ()
    press(flow, "Planning day")
    assert kept(vault).items == ()


def test_a_press_on_the_check_ticks_and_elsewhere_opens(flow: PackFlow, vault: Vault) -> None:
    def click(x: int) -> None:
        box = flow.items.list.visualRect(index(flow, GOAL.title))
        spot = box.center()
        spot.setX(x)
        QTest.mouseClick(flow.items.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    click(200)
    assert len(kept(vault).items) == 1
    assert rows(flow)[1].opened
    click(200)
    assert not rows(flow)[1].opened
    press(flow, GOAL.title, Qt.Key.Key_Right)
    assert rows(flow)[1].opened
    press(flow, GOAL.title, Qt.Key.Key_Left)
    assert not rows(flow)[1].opened
    click(45)
    assert kept(vault).items == ()


def test_one_button_ticks_the_suggestions(flow: PackFlow, vault: Vault) -> None:
    assert flow.items.suggest.text() == "Tick 2 suggestions"
    flow.items.suggest.click()
    titles = {each.title for each in flow.draft.chosen}
    assert titles == {GOAL.title, "Planning day"}
    assert "energy" not in {field for item in kept(vault).items for field in item.fields}
    assert not flow.items.suggest.isVisible()


def test_an_edited_item_waits_until_it_is_ticked_again(flow: PackFlow, vault: Vault) -> None:
    press(flow, GOAL.title)
    assert isinstance(vault.clock, FixedClock)
    vault.clock.advance(MINUTE)
    goals.revise_goal(vault, replace(vault.read.get(Goal, GOAL.id), why="Something private"))
    row = next(row for row in rows(flow) if row.title == GOAL.title)
    assert (row.ticked, row.state) == (False, State.CHANGED)
    assert not flow.actions_below.review.isEnabled()
    assert "changed" in flow.foot.detail.text()
    press(flow, GOAL.title)
    assert [each.title for each in flow.draft.chosen] == [GOAL.title]


def test_list_can_be_narrowed(flow: PackFlow) -> None:
    flow.items.filter.setText("plan")
    assert [row.title for row in rows(flow) if row.kind is RowKind.ITEM] == ["Planning day"]
    flow.items.filter.clear()
    press(flow, GOAL.title)
    flow.items.views.setCurrentIndex(0)
    assert [row.title for row in rows(flow) if row.kind is RowKind.ITEM] == [GOAL.title]


def test_the_list_is_a_sound_model(flow: PackFlow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(flow.items.model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped
    for title in (GOAL.title, "Planning day", "More fields", "Planning day"):
        press(flow, title)
    flow.items.filter.setText("no such item")
    assert rows(flow) == []


def test_rows_are_spoken_whole(flow: PackFlow) -> None:
    spoken = index(flow, "Planning day").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Planning day, 20 May, Private"


def test_the_pages_show_that_they_have_the_focus(flow: PackFlow) -> None:
    flow.actions_below.choose.click()
    view = flow.items.preview.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    ring = flow.window().findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.isVisible()
    assert ring.size() == view.size().grownBy(QMargins(4, 4, 4, 4))


def test_the_preview_is_the_file_that_would_be_saved(flow: PackFlow, qtbot: QtBot) -> None:
    press(flow, GOAL.title)
    assert flow.items.preview.is_dimmed
    wait_for_pages(flow, qtbot)
    built = flow.builder.latest
    assert built is not None
    preview = flow.items.preview
    assert not preview.is_dimmed
    assert preview.pages.document.pageCount() == built.pages
    assert preview.pages._buffer.data().data() == built.data
    assert GOAL.why in preview.pages.document.getAllText(0).text()
    preview.go(1)
    assert preview.page == 1


def test_pages_that_cannot_be_built_are_tried_again(
    flow: PackFlow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BuildError(kind="Test")

    wait_for_pages(flow, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(packs, "draw", broken)
        press(flow, GOAL.title)
        qtbot.waitUntil(flow.items.preview._banner.isVisible, timeout=20_000)
    flow.items.preview._banner.acted.emit()
    wait_for_pages(flow, qtbot)
    assert not flow.items.preview._banner.isVisible()


def test_consent_names_what_leaves_what_stays_and_who_is_named(
    flow: PackFlow, vault: Vault, qtbot: QtBot
) -> None:
    packs.add_recipient(vault, "Priya Nair", Relation.PEER)
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    flow.actions_below.review.click()
    consent = flow.consent
    assert consent._lede.text().endswith("2 pages.")
    assert consent._left_out.text() == (
        "Support to ask for, 1 linked entry and your other 3 items."
    )
    assert consent.people.isVisible()
    assert not flow.actions_below.save.isEnabled()
    assert flow.actions_below.save.accessibleDescription()
    consent.consent.check.click()
    assert flow.actions_below.save.isEnabled()


def test_a_tick_holds_for_these_items_alone(flow: PackFlow) -> None:
    press(flow, GOAL.title)
    agree(flow)
    flow.actions_below.back.click()
    flow.actions_below.review.click()
    assert flow.consent.consent.check.isChecked()
    flow.actions_below.back.click()
    press(flow, GOAL.title)
    press(flow, "Planning day")
    flow.actions_below.review.click()
    assert not flow.consent.consent.check.isChecked()


def test_a_file_is_saved_and_written_into_the_ledger(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path]
) -> None:
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    preview = flow.builder.latest
    agree(flow)
    flow.actions_below.save.click()
    qtbot.waitUntil(lambda: flow.step == SAVED, timeout=20_000)
    assert place[0].name == "Greenroom progress summary 2026-05-20.pdf"
    data = place[-1].read_bytes()
    assert preview is not None
    assert data == preview.data
    text = text_of(data)
    assert GOAL.why in text
    assert "Ask Ruth first" not in text
    assert "Dev knew" not in text
    (line,) = vault.read.all(Shared)
    assert (line.recipient, line.file_name, line.passphrase) == (
        "Ruth Adeyemi",
        "saved.pdf",
        False,
    )
    assert not flow.consent.consent.check.isChecked()


def test_a_passphrase_locks_the_file_and_is_not_kept(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path]
) -> None:
    press(flow, GOAL.title)
    agree(flow)
    card = flow.consent.passphrase
    card.switch.click()
    passphrase = card.passphrase
    assert passphrase is not None
    assert len(passphrase.split()) == 4
    flow.actions_below.save.click()
    assert flow.actions_below.save.working
    qtbot.waitUntil(lambda: flow.step == SAVED, timeout=20_000)
    data = place[-1].read_bytes()
    with pytest.raises(pypdfium2.PdfiumError):
        text_of(data)
    assert GOAL.why in text_of(data, passphrase)
    assert card.passphrase is None
    assert card.field.passphrase.text() == ""
    (line,) = vault.read.all(Shared)
    assert line.passphrase
    assert passphrase not in repr(line)
    assert flow.saving.passphrase is None
    assert not flow.saved._page.pixmap().isNull()


def test_an_empty_passphrase_is_said_under_its_field(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path]
) -> None:
    press(flow, GOAL.title)
    agree(flow)
    flow.consent.passphrase.switch.click()
    flow.consent.passphrase.field.passphrase.clear()
    flow.actions_below.save.click()
    qtbot.waitUntil(lambda: bool(flow.consent.passphrase.field.error), timeout=20_000)
    assert (flow.step, vault.read.all(Shared)) == (CONSENT, [])
    assert not flow.actions_below.save.working
    assert not place[-1].exists()


def test_a_file_that_is_there_is_replaced_because_the_dialog_asked(
    flow: PackFlow, qtbot: QtBot, place: list[Path]
) -> None:
    place[-1].write_bytes(b"old")
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.actions_below.save.click()
    assert flow.step == SAVED
    assert place[-1].read_bytes().startswith(b"%PDF")


def test_a_folder_that_takes_nothing_leaves_everything_as_it_was(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path], tmp_path: Path
) -> None:
    place[-1] = tmp_path / "no such folder" / "a.pdf"
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.actions_below.save.click()
    assert flow.step == CONSENT
    banner = flow.consent.findChild(Banner)
    assert banner is not None
    assert "The folder is not there" in banner.accessibleName()
    assert vault.read.all(Shared) == []


def test_a_leak_keeps_the_file_from_being_saved(
    flow: PackFlow,
    vault: Vault,
    qtbot: QtBot,
    place: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leaking(*_: object, **__: object) -> None:
        raise WithheldTextFoundError((Found(GOAL.id, "support", 2), Found(GOAL.id, "id", 0)))

    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.consent.passphrase.switch.click()
    monkeypatch.setattr(packs, "check", leaking)
    flow.actions_below.save.click()
    qtbot.waitUntil(lambda: flow.consent.findChild(Banner) is not None, timeout=20_000)
    banner = flow.consent.findChild(Banner)
    assert banner is not None
    said = banner.accessibleName()
    assert "Nothing left the vault." in said
    assert "Delegate the release train, Support to ask for: page 2." in said
    assert "off its pages" in said
    assert vault.read.all(Shared) == []
    assert not place[-1].exists()


def test_a_change_while_a_place_is_chosen_saves_nothing(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    answers: list[Callable[[Path], None]] = []
    monkeypatch.setattr(messages, "choose_new_file", lambda *args, **_: answers.append(args[3]))
    flow.actions_below.save.click()
    flow.draft.untick(flow.draft.chosen[0])
    answers[0](place[-1])
    assert not place[-1].exists()
    assert vault.read.all(Shared) == []
    assert flow.consent.findChild(Banner) is not None


def test_another_copy_is_the_same_file_and_another_line(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path], tmp_path: Path
) -> None:
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.actions_below.save.click()
    first = place[-1].read_bytes()
    place[-1] = tmp_path / "copy.pdf"
    flow.actions_below.another.click()
    assert place[-1].read_bytes() == first
    assert len({line.sha256 for line in vault.read.all(Shared)}) == 1
    assert len(vault.read.all(Shared)) == 2


def test_another_locked_copy_needs_no_passphrase_to_be_shown(
    flow: PackFlow, qtbot: QtBot, place: list[Path], tmp_path: Path
) -> None:
    press(flow, GOAL.title)
    agree(flow)
    flow.consent.passphrase.switch.click()
    flow.actions_below.save.click()
    qtbot.waitUntil(lambda: flow.step == SAVED, timeout=20_000)
    picture = flow.saved._page.pixmap().toImage()
    first = place[-1].read_bytes()
    place[-1] = tmp_path / "copy.pdf"
    flow.actions_below.another.click()
    assert place[-1].read_bytes() == first
    assert flow.saved._page.pixmap().toImage() == picture


def test_a_copy_of_what_changed_since_is_refused_aloud(
    flow: PackFlow, vault: Vault, qtbot: QtBot, place: list[Path], tmp_path: Path
) -> None:
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.actions_below.save.click()
    flow.draft.keep(replace(flow.draft.pack, note="Read the second page first"))
    place[-1] = tmp_path / "copy.pdf"
    flow.actions_below.another.click()
    assert not place[-1].exists()
    assert len(vault.read.all(Shared)) == 1
    assert flow.step == CONSENT
    assert flow.consent.findChild(Banner) is not None


def test_the_file_dialog_is_freed(flow: PackFlow, qtbot: QtBot) -> None:
    press(flow, GOAL.title)
    wait_for_pages(flow, qtbot)
    agree(flow)
    flow.actions_below.save.click()
    dialog = flow.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert flow.findChild(QFileDialog) is None
    assert flow.step == CONSENT


def test_an_item_one_came_from_stands_on_top_and_is_not_ticked(
    stage: Stage[SharePage], vault: Vault
) -> None:
    entry = next(each for each in vault.read.all(Entry) if each.title == "Planning day")
    stage.page.arrive(Destination("share", act="new", detail=f"entry:{entry.id}"))
    flow = stage.page.flow
    flow.recipient.person.setCurrentIndex(1)
    flow.recipient.purpose.setText("p")
    flow.actions_below.choose.click()
    assert [row.title for row in rows(flow)][:2] == ["Where you came from", "Planning day"]
    assert kept(vault).items == ()


def test_a_pack_can_begin_with_a_title_and_is_kept_once_something_is_in_it(
    stage: Stage[SharePage], vault: Vault
) -> None:
    before = len(vault.read.all(Pack))
    stage.page.arrive(
        Destination("share", act="new", detail="title:Handover: Spring\ntype:handover")
    )
    flow = stage.page.flow
    assert flow.recipient.title.text() == "Handover: Spring"
    stage.page.save()
    assert len(vault.read.all(Pack)) == before
    flow.recipient.purpose.setText("Our first session")
    stage.page.save()
    assert vault.read.all(Pack)[-1].title == "Handover: Spring"


def test_a_cycle_offers_its_days_and_its_agreement(stage: Stage[SharePage], vault: Vault) -> None:
    day, agreed = date(2026, 3, 2), (Agreed("rhythm", "Every three weeks"),)
    made = Cycle(title="Spring", start=day, middle=day, end=day, agreement=agreed, purpose="Lead")
    cycle = cycles.add_cycle(vault, made)
    stage.page.arrive(Destination("share", act="new", detail=f"cycle:{cycle.id}\ntype:agreement"))
    flow = stage.page.flow
    flow.recipient.person.setCurrentIndex(1)
    flow.recipient.purpose.setText("p")
    flow.actions_below.choose.click()
    press(flow, "Spring")
    told = [(row.title, row.about) for row in rows(flow)[1:6]]
    assert told == [
        ("Spring", "Cycle, from 2 Mar"),
        ("Dates", "2 Mar"),
        ("What was agreed", "1 point"),
        ("Withhold a passage", ""),
        ("More fields", ""),
    ]
    assert kept(vault).items[0].fields == ("dates", "agreement")


def test_an_experience_offers_what_was_done_and_the_rest_one_by_one(
    stage: Stage[SharePage], vault: Vault
) -> None:
    ruth = vault.read.all(Person)[0]
    lived = Experience(
        title="Rotation",
        start=date(2026, 3, 2),
        end=date(2026, 3, 13),
        hours=72.5,
        did="Answered the queue.",
        learned="Ask twice.",
        people=(ruth.id,),
    )
    found = experiences.add_experience(vault, lived)
    stage.page.arrive(Destination("share", act="new", detail=f"experience:{found.id}"))
    flow = stage.page.flow
    flow.recipient.person.setCurrentIndex(1)
    flow.recipient.purpose.setText("p")
    flow.actions_below.choose.click()
    press(flow, "Rotation")
    press(flow, "More fields")
    told = [(row.title, row.about, row.ticked) for row in rows(flow)[1:9]]
    assert told == [
        ("Rotation", "Experience, 2 Mar", True),
        ("What I did", "Answered the queue.", True),
        ("Withhold a passage", "", False),
        ("More fields", "", False),
        ("Dates", "2 Mar to 13 Mar", False),
        ("Hours", "72.5", False),
        ("What it taught me", "Ask twice.", False),
        ("People", ruth.name, False),
    ]
    assert kept(vault).items[0].fields == ("did",)


def test_undo_takes_a_choice_back_and_the_list_follows(flow: PackFlow, vault: Vault) -> None:
    vault.seal()
    press(flow, GOAL.title)
    vault.undo()
    assert flow.draft.chosen == ()
    assert not any(row.ticked for row in rows(flow))


def test_deleting_a_pack_leads_home_and_can_be_undone(
    stage: Stage[SharePage], flow: PackFlow, vault: Vault, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(stage.context.messages.toast) as toast:
        flow.head.trashed.emit()
    assert toast.args == ["Share pack moved to trash", True]
    assert not is_making(stage)
    assert vault.read.all(Pack) == []
    vault.undo()
    assert len(stage.page.home.drafts.cards) == 1


def test_leaving_and_coming_back_returns_to_the_pack(
    stage: Stage[SharePage], flow: PackFlow, vault: Vault
) -> None:
    assert stage.page.where() == Destination("share", id=kept(vault).id)
    flow.actions_below.keep.click()
    assert not is_making(stage)
    stage.page.arrive(Destination("share", id=kept(vault).id))
    assert is_making(stage)
    assert flow.step == ITEMS


def test_done_steps_reopen(flow: PackFlow) -> None:
    flow.head.reopened.emit(RECIPIENT)
    assert flow.step == RECIPIENT
    assert flow.recipient.purpose.text() == "Our check-in"
