"""The plan's experiences: portfolio, one experience, the aside, and the ways between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.cycles import Person
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience, ExperienceKind
from app.domain.goals import Stretch
from app.domain.ids import Kind
from app.domain.packs import Pack, PackItem
from app.operations import experiences, goals, journal, packs, people
from app.operations.journal import EntryDraft
from app.queries.experiences import ExperienceRow
from tests.ui.plan_desk import KEY, Desk, choose, entries_of, none_open, open_desk, opened
from ui.context import Destination
from ui.plan.detail_parts import SharingPopover
from ui.plan.evidence import EvidencePopover
from ui.plan.experience_model import Column
from ui.plan.experience_sheet import ExperienceForm
from ui.plan.experiences import ExperiencesView
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
ALL = Destination("plan", kind=Kind.EXPERIENCE)
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield from open_desk(qtbot, tmp_path)


def _add(desk: Desk, title: str, **fields: object) -> Experience:
    made = Experience(title=title, **fields)  # type: ignore[arg-type] # any field
    return experiences.add_experience(desk.vault, made)


def _three(desk: Desk) -> tuple[Experience, Experience, Experience]:
    """One that is planned, one under way, one done."""
    return (
        _add(desk, "Rotation", type=ExperienceKind.ROTATION, start=date(2026, 6, 1)),
        _add(desk, "Pricing", start=date(2026, 4, 2), hours=24.0),
        _add(desk, "Shadowing", start=date(2026, 5, 11), end=date(2026, 5, 12)),
    )


def _view(desk: Desk) -> ExperiencesView:
    shown = desk.page.shown
    assert isinstance(shown, ExperiencesView)
    return shown


def _titles(desk: Desk) -> list[str]:
    model = _view(desk).portfolio.table.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def _evidence(desk: Desk) -> list[str]:
    model = _view(desk).detail.trail.rows.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


# The portfolio


def test_an_empty_portfolio_says_what_to_do(desk: Desk) -> None:
    desk.page.arrive(ALL)
    portfolio = _view(desk).portfolio
    assert portfolio._empty.isVisible()
    assert not portfolio.table.isVisible()
    assert not portfolio._tools.isVisible()
    portfolio.add.click()
    assert opened(ExperienceForm).windowTitle() == "Add experience"


def test_the_filters_count_and_narrow(desk: Desk) -> None:
    _three(desk)
    desk.page.arrive(ALL)
    portfolio = _view(desk).portfolio
    tabs = [portfolio.phases.accessibleTabName(at) for at in range(4)]
    assert tabs == [
        "All, 3 experiences",
        "Planned, 1 experience",
        "Under way, 1 experience",
        "Done, 1 experience",
    ]
    assert _titles(desk) == ["Rotation", "Shadowing", "Pricing"]
    portfolio.phases.setCurrentIndex(2)
    assert _titles(desk) == ["Pricing"]
    assert portfolio.table.accessibleName() == "Experiences, Under way, 1 experience"


def test_a_filter_without_experiences_says_so(desk: Desk) -> None:
    _add(desk, "Rotation", start=date(2026, 6, 1))
    desk.page.arrive(ALL)
    portfolio = _view(desk).portfolio
    portfolio.phases.setCurrentIndex(3)
    assert portfolio._none.isVisible()
    assert not portfolio.table.isVisible()
    assert portfolio.phases.isVisible()


def test_the_mix_stands_over_the_table_and_leads_into_it(desk: Desk) -> None:
    """A part of the bar goes to the first of its kind in the table."""
    _three(desk)
    course = _add(desk, "Course", type=ExperienceKind.COURSE)
    desk.page.arrive(ALL)
    portfolio = _view(desk).portfolio
    assert portfolio.mix.heading.text() == "Mostly on the job, 3 of 4"
    portfolio.phases.setCurrentIndex(3)
    QTest.keyClick(portfolio.mix.chart, KEY.Key_End)
    QTest.keyClick(portfolio.mix.chart, KEY.Key_Return)
    assert portfolio.table.current_id() == course.id
    assert desk.page.focusWidget() is portfolio.table
    assert portfolio.phases.view() == "all"


def test_without_experiences_there_is_no_mix(desk: Desk) -> None:
    desk.page.arrive(ALL)
    assert not _view(desk).portfolio.mix.isVisible()


def test_the_order_is_kept_and_is_chosen_by_keyboard_too(desk: Desk) -> None:
    _three(desk)
    desk.page.arrive(ALL)
    portfolio = _view(desk).portfolio
    assert portfolio.sort.accessibleName() == "Sort by date"
    portfolio.sort.click()
    choose(opened(QMenu), "Sort by title")
    assert _titles(desk) == ["Pricing", "Rotation", "Shadowing"]
    portfolio.table.sortByColumn(Column.HOURS, Qt.SortOrder.DescendingOrder)
    assert desk.vault.read.preference("plan.experiences.order") == "hours:down"
    portfolio.refresh()
    assert _titles(desk)[0] == "Pricing"
    assert portfolio.sort.accessibleName() == "Sort by hours"


def test_a_row_opens_and_ctrl_w_goes_back_to_it(desk: Desk) -> None:
    _, pricing, _ = _three(desk)
    desk.page.arrive(ALL)
    table = _view(desk).portfolio.table
    table.select(pricing.id)
    QTest.keyClick(table, KEY.Key_Return)
    assert desk.page.where() == Destination("plan", pricing.id, Kind.EXPERIENCE)
    assert desk.page.focusWidget() is _view(desk).detail.back
    QTest.keyClick(desk.page, KEY.Key_W, CTRL)
    assert desk.page.where() == ALL
    assert table.current_id() == pricing.id
    assert desk.page.focusWidget() is table
    QTest.keyClick(desk.page, KEY.Key_W, CTRL)
    assert desk.page.where() == Destination("plan")


def test_going_back_to_a_row_that_the_filter_hides_shows_all(desk: Desk) -> None:
    rotation, *_ = _three(desk)
    desk.page.arrive(ALL)
    _view(desk).portfolio.phases.setCurrentIndex(3)
    desk.page.arrive(Destination("plan", rotation.id, Kind.EXPERIENCE))
    _view(desk).detail.back.click()
    assert _view(desk).portfolio.phases.view() == "all"
    assert _view(desk).portfolio.table.current_id() == rotation.id


def test_delete_moves_to_the_trash_with_undo_and_goes_to_the_next_row(desk: Desk) -> None:
    _three(desk)
    desk.page.arrive(ALL)
    table = _view(desk).portfolio.table
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, KEY.Key_Delete)
    desk.page.refresh()
    assert desk.said == ["Experience moved to trash"]
    assert _titles(desk) == ["Shadowing", "Pricing"]
    assert table.currentIndex().row() == 0
    desk.vault.undo()
    desk.page.refresh()
    assert _titles(desk) == ["Rotation", "Shadowing", "Pricing"]


def test_the_menu_of_a_row_offers_what_can_be_done(desk: Desk) -> None:
    rotation, *_ = _three(desk)
    desk.page.arrive(ALL)
    table = _view(desk).portfolio.table
    table.select(rotation.id)
    table.customContextMenuRequested.emit(table.visualRect(table.currentIndex()).center())
    menu = opened(QMenu)
    assert entries_of(menu) == [
        "Edit experience",
        "Write about it",
        "Make a PDF of this",
        "Move to trash",
        "Copy the table as text",
    ]
    choose(menu, "Write about it")
    assert desk.sent[-1].place == "journal"


def test_ctrl_shift_n_begins_an_experience_here(desk: Desk) -> None:
    desk.page.arrive(ALL)
    QTest.keyClick(desk.page, KEY.Key_N, CTRL_SHIFT)
    assert opened(ExperienceForm).isVisible()


def test_arriving_to_begin_opens_the_sheet(desk: Desk) -> None:
    desk.page.arrive(Destination("plan", kind=Kind.EXPERIENCE, act="new"))
    assert opened(ExperienceForm).isVisible()
    assert desk.page.where() == ALL


# One experience


def test_one_shows_what_is_there_and_no_more(desk: Desk) -> None:
    bare = _add(desk, "Bare")
    desk.page.arrive(Destination("plan", bare.id, Kind.EXPERIENCE))
    detail = _view(desk).detail
    for part in (detail.did, detail.outcome, detail.people, detail.goals, detail.competencies):
        assert not part.isVisible()
    assert detail.learned.ask.isVisible()
    assert not detail.learned.words.isVisible()
    facts = [label.text() for label in detail.facts.findChildren(type(detail.title))]
    assert facts == ["Other", "Planned", "On the job"]


def test_one_shows_all_that_was_written(desk: Desk) -> None:
    full = _add(
        desk,
        "Full",
        type=ExperienceKind.SHADOWING,
        start=date(2026, 5, 11),
        end=date(2026, 5, 12),
        hours=9.0,
        host="Product",
        did="Sat beside her.",
        outcome="Was asked back.",
        learned="A plan is a conversation.",
    )
    desk.page.arrive(Destination("plan", full.id, Kind.EXPERIENCE))
    detail = _view(desk).detail
    facts = [label.text() for label in detail.facts.findChildren(type(detail.title))]
    assert facts == ["Shadowing", "Done, 11 May to 12 May", "With others", "9 hours", "At Product"]
    assert detail.learned.words.text() == "A plan is a conversation."
    assert not detail.learned.ask.isVisible()
    assert detail.did.words.text() == "Sat beside her."
    assert detail.outcome.words.text() == "Was asked back."


def test_its_chips_lead_to_people_goals_and_competencies(desk: Desk) -> None:
    goal = desk.goal("Lead")
    stretch = goals.add_stretch(desk.vault, Stretch(title="Chair"))
    person = people.add_person(desk.vault, Person(name="Ruth"))
    found = _add(
        desk, "e", goals=(goal.id, stretch.id), people=(person.id,), competencies=("listening",)
    )
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    detail = _view(desk).detail
    assert detail.people.chips[0].accessibleName() == "People: Ruth"
    detail.people.chips[0].click()
    detail.goals.chips[1].click()
    assert desk.sent == [
        Destination("people", person.id, Kind.PERSON),
        Destination("stretch", stretch.id, Kind.STRETCH),
    ]
    detail.goals.chips[0].click()
    assert desk.page.where() == Destination("plan", goal.id, Kind.GOAL)


def test_writing_about_it_begins_an_entry_that_is_its_evidence(desk: Desk) -> None:
    """With the template that fits its kind, and without one where none does."""
    talk = _add(desk, "Talk", type=ExperienceKind.PUBLIC_SPEAKING)
    desk.page.arrive(Destination("plan", talk.id, Kind.EXPERIENCE))
    _view(desk).detail.write.click()
    detail = f"evidence:experience:{talk.id}\ntemplate:public-speaking-debrief"
    other = _add(desk, "Other")
    desk.page.arrive(Destination("plan", other.id, Kind.EXPERIENCE))
    _view(desk).detail.write.click()
    assert desk.sent == [
        Destination("journal", act="new", detail=detail),
        Destination("journal", act="new", detail=f"evidence:experience:{other.id}"),
    ]


def test_evidence_is_added_opened_and_taken_away(desk: Desk) -> None:
    entry = journal.add(desk.vault, EntryDraft(title="Day one", body="It rained."))
    found = _add(desk, "e")
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    trail = _view(desk).detail.trail
    trail.add.click()
    popover = opened(EvidencePopover)
    QTest.keyClick(popover.search, KEY.Key_Return)
    assert [(link.target_kind, link.target) for link in desk.vault.read.all(Evidence)] == [
        (Kind.EXPERIENCE, found.id)
    ]
    desk.page.refresh()
    assert _evidence(desk) == ["Day one"]
    assert trail._counts.text() == "1 piece of evidence"
    trail.rows.setCurrentIndex(trail.rows.model().index(0, 0))
    QTest.keyClick(trail.rows, KEY.Key_Return)
    assert desk.sent[-1] == Destination("journal", id=entry.id)
    QTest.keyClick(trail.rows, KEY.Key_Delete)
    desk.page.refresh()
    assert _evidence(desk) == []
    assert desk.said == ["Evidence linked", "No longer evidence"]
    assert len(desk.vault.read.all(Entry)) == 1


def test_a_passage_leads_to_where_it_stands(desk: Desk) -> None:
    entry = journal.add(desk.vault, EntryDraft(title="Day one", body="It rained. We stayed."))
    found = _add(desk, "e")
    quoted = journal.quote(desk.vault, entry.id, "We stayed.", Kind.EXPERIENCE, found.id)
    assert quoted is not None
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    rows = _view(desk).detail.trail.rows
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, KEY.Key_Return)
    assert desk.sent[-1] == Destination("journal", id=entry.id, act="passage", detail=quoted.id)


def test_f2_edits_it_and_what_it_taught_is_one_click_away(desk: Desk) -> None:
    found = _add(desk, "e")
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    QTest.keyClick(desk.page, KEY.Key_F2)
    opened(ExperienceForm).reject()
    _view(desk).detail.learned.ask.click()
    form = opened(ExperienceForm)
    assert form.focusWidget() is form.fields["learned"].editor


def test_its_menu_moves_it_to_the_trash_and_the_portfolio_is_shown(desk: Desk) -> None:
    found = _add(desk, "e")
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    _view(desk).detail.more.click()
    choose(opened(QMenu), "Move to trash")
    desk.page.refresh()
    assert desk.page.where() == ALL
    assert desk.said == ["Experience moved to trash"]
    desk.vault.undo()
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    assert _view(desk).detail.title.text() == "e"


def test_it_is_private_until_a_pack_names_it(desk: Desk) -> None:
    found = _add(desk, "e")
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    detail = _view(desk).detail
    assert detail.chip.text() == "Private"
    detail.chip.click()
    popover = opened(SharingPopover)
    said = [label.text() for label in popover.findChildren(Label)]
    assert "Only you can see this experience. It is in no share pack." in said
    popover.close()
    pack = packs.add(desk.vault, Pack(title="P", items=(PackItem(found.kind, found.id, ()),)))
    desk.page.refresh()
    assert (detail.chip.text(), detail.chip.toolTip()) == ("In a share pack", "In a draft: P")
    detail.chip.click()
    opened(SharingPopover).opened.emit(pack.id)
    assert desk.sent[-1] == Destination("share", pack.id)


def test_ctrl_p_makes_a_pdf_of_what_is_open_or_current(desk: Desk) -> None:
    rotation, pricing, _ = _three(desk)
    desk.page.arrive(ALL)
    _view(desk).portfolio.table.select(pricing.id)
    QTest.keyClick(desk.page, KEY.Key_P, CTRL)
    desk.page.arrive(Destination("plan", rotation.id, Kind.EXPERIENCE))
    QTest.keyClick(desk.page, KEY.Key_P, CTRL)
    assert desk.sent == [
        Destination("share", act="new", detail=f"experience:{pricing.id}"),
        Destination("share", act="new", detail=f"experience:{rotation.id}"),
    ]


def test_one_that_is_gone_gives_way_to_the_goals(desk: Desk) -> None:
    found = _add(desk, "e")
    experiences.delete_experience(desk.vault, found.id)
    desk.page.arrive(Destination("plan", found.id, Kind.EXPERIENCE))
    assert desk.page.shown is None


# The aside


def test_the_aside_shows_four_and_leads_to_one_or_all(desk: Desk) -> None:
    rotation, *_ = _three(desk)
    for title in ("a", "b"):
        _add(desk, title, end=date(2026, 1, 1))
    desk.page.refresh()
    aside = desk.page.home.experiences
    model = aside.rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(at, 0).data(role) for at in range(model.rowCount())] == [
        "Pricing, Other, since 2 Apr",
        "Rotation, Rotation, from 1 Jun",
        "Shadowing, Other, done 12 May",
        "b, Other, done 1 Jan",
    ]
    aside.rows.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(aside.rows, KEY.Key_Return)
    assert desk.page.where() == Destination("plan", rotation.id, Kind.EXPERIENCE)
    desk.page.go_home()
    aside.all.click()
    assert desk.page.where() == ALL


def test_the_aside_hides_while_there_is_nothing_and_the_button_stays(desk: Desk) -> None:
    desk.page.refresh()
    assert not desk.page.home.experiences.isVisible()
    desk.page.home.add_experience.click()
    assert opened(ExperienceForm).isVisible()


def test_closing_a_sheet_frees_it(desk: Desk) -> None:
    desk.page.arrive(Destination("plan", kind=Kind.EXPERIENCE, act="new"))
    opened(ExperienceForm).reject()
    assert none_open(ExperienceForm)
    QTest.qWait(10)
    assert desk.page.window().findChildren(ExperienceForm) == []


def test_to_come_back_to_the_same_experiences_shows_nothing_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three(desk)
    desk.page.open(ALL)
    view, shown = _view(desk), list[int]()
    show = view.portfolio.table.show_rows

    def noted(rows: Sequence[ExperienceRow], name: str) -> None:
        shown.append(len(rows))
        show(rows, name)

    monkeypatch.setattr(view.portfolio.table, "show_rows", noted)
    desk.page.open(ALL)
    assert shown == []
    _add(desk, "Another")
    assert shown == [4]
    QApplication.sendEvent(view.portfolio, QEvent(QEvent.Type.LanguageChange))
    assert shown == [4, 4]
