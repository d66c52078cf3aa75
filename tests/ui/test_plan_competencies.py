"""All competencies, one of them, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QWidget

from app.content.library import Library
from app.domain.competencies import Assessment, OwnCompetency, Rating
from app.domain.ids import Id, Kind
from app.importing.competency_table import Fate
from app.operations import competencies, journal
from app.operations.journal import EntryDraft
from app.queries import assessments
from app.queries.competencies import CompetencyRow, catalogue
from app.queries.search import Hit
from app.queries.snippets import Marked
from tests.ui.plan_desk import (
    Desk,
    choose,
    entries_of,
    none_open,
    open_desk,
    opened,
    type_into,
)
from ui.commands import Room, _competencies
from ui.context import Destination
from ui.plan.anchor_card import AnchorCard
from ui.plan.competencies import CompetenciesView
from ui.plan.competency_import import ImportSheet, fate_words
from ui.plan.competency_list import CompetencyModel, listed
from ui.plan.competency_sheet import CompetencyForm
from ui.plan.past_rows import PastModel, PastRow
from ui.search.words import destination_of
from ui.theme import ThemeSource
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEY = Qt.Key
MAY = date(2026, 5, 4)
LIBRARY = Library()
FIRST = LIBRARY.framework.competencies[0]


@pytest.fixture
def desk(look: ThemeSource, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A plan page on an empty vault."""
    del look
    yield from open_desk(qtbot, tmp_path)


def view(desk: Desk, competency: str = "", act: str = "") -> CompetenciesView:
    desk.page.arrive(Destination("plan", Id(competency), Kind.COMPETENCY, act))
    shown = desk.page.shown
    assert isinstance(shown, CompetenciesView)
    return shown


def row_of(desk: Desk, competency: str) -> CompetencyRow:
    found = catalogue(desk.vault.read, LIBRARY).find(competency)
    assert found is not None
    return found


def own(desk: Desk, name: str = "Rowing", group: str = "At sea") -> OwnCompetency:
    return competencies.add_competency(desk.vault, OwnCompetency(name=name, group=group))


def rate(desk: Desk, competency: str, level: int, by: str = "") -> Assessment:
    rating = Rating(competency, competency, level, "as it read")
    person = Id("ruth") if by else Id("")
    done = Assessment(day=MAY, label="Start", person=person, by=by, ratings=(rating,))
    return competencies.assess(desk.vault, done)


def sentences(shown: CompetenciesView) -> list[str]:
    model = shown.home.rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]


def said(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(Label) if not label.isHidden()}


# All of them


def test_groups_stand_above_their_competencies(desk: Desk) -> None:
    own(desk)
    rate(desk, FIRST.id, 3)
    found = sentences(view(desk))
    assert found[:2] == [
        LIBRARY.framework.groups[0].name,
        f"{FIRST.name}: 3 of 5, 4 May, {FIRST.definition}",
    ]
    assert found[-2:] == ["At sea", "Rowing: not rated"]


def test_the_keyboard_passes_over_groups_and_opens_a_competency(desk: Desk) -> None:
    shown = view(desk)
    rows = shown.home.rows
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    at_first = rows.currentIndex().row()
    size = len(LIBRARY.framework.groups[0].competencies)
    for _ in range(size):
        QTest.keyClick(rows, KEY.Key_Down)
    assert (at_first, rows.currentIndex().row()) == (1, size + 2)
    QTest.keyClick(rows, KEY.Key_Return)
    second = LIBRARY.framework.groups[1].competencies[0]
    assert desk.page.where() == Destination("plan", Id(second.id), Kind.COMPETENCY)
    shown.detail.back.click()
    assert rows.current_id() == second.id


def test_archived_ones_wait_on_their_shelf(desk: Desk) -> None:
    shown = view(desk)
    shown.actions_on_competencies.archive(FIRST.id)
    desk.page.refresh()
    assert not any(line.startswith(FIRST.name) for line in sentences(shown))
    shown.home.shelves.set_view("archived")
    shown.refresh()
    assert sentences(shown)[1].startswith(FIRST.name)
    shown.actions_on_competencies.bring_back(FIRST.id)
    desk.page.refresh()
    assert (sentences(shown), shown.home.rows.isHidden()) == ([], True)
    assert desk.said == ["Competency archived", "Competency brought back"]


def test_delete_moves_only_ones_own_to_the_trash(desk: Desk) -> None:
    mine = own(desk)
    shown = view(desk)
    rows = shown.home.rows
    shown.home.select(FIRST.id)
    QTest.keyClick(rows, KEY.Key_Delete)
    shown.home.select(mine.id)
    QTest.keyClick(rows, KEY.Key_Delete)
    known = catalogue(desk.vault.read, LIBRARY)
    assert (known.find(mine.id), known.find(FIRST.id) is None) == (None, False)
    assert desk.said == ["Competency moved to trash"]


def test_past_assessments_stand_beside_and_open(desk: Desk) -> None:
    done = rate(desk, FIRST.id, 3)
    rate(desk, FIRST.id, 2, by="Ruth")
    shown = view(desk)
    model = shown.home.past.model()
    found = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert found == ["Start, 4 May, how Ruth sees you", "Start, 4 May, how you saw yourself"]
    shown.home.past.opened.emit(model.index(1, 0))
    assert desk.page.where() == Destination("plan", done.id, Kind.ASSESSMENT)


def test_assessing_begins_there_and_is_gone_on_with(desk: Desk) -> None:
    draft = assessments.OTHER_DRAFT
    shown = view(desk)
    shown.home.other.click()
    assert desk.page.where().act == "view"
    desk.page.go_home()
    assert desk.vault.read.draft(draft) is None
    shown = view(desk)
    assert (shown.home.assess.text(), shown.home.other.text()) == ("Assess", "Add somebody's view")


# One of them


def test_one_shows_anchors_questions_and_things_to_try(desk: Desk) -> None:
    rate(desk, FIRST.id, 3)
    detail = view(desk, FIRST.id).detail
    shown = said(detail)
    assert {FIRST.name, FIRST.definition, *FIRST.anchors, *FIRST.questions} <= shown
    assert any(FIRST.experiences[0].text in line for line in shown)
    (card,) = detail.findChildren(AnchorCard)
    assert {"Yours on 4 May"} <= said(card)


def test_ratings_over_time_read_as_they_did_then_and_by_whom(desk: Desk) -> None:
    rate(desk, FIRST.id, 3)
    rate(desk, FIRST.id, 2, by="Ruth")
    detail = view(desk, FIRST.id).detail
    model = detail.past.model()
    found = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert found == [
        "4 May: 2 of 5. as it read, Ruth, Start",
        "4 May: 3 of 5. as it read, Yours, Start",
    ]


def test_evidence_linked_to_it_shows_and_leads_to_its_entry(desk: Desk) -> None:
    entry = journal.add(desk.vault, EntryDraft(title="A day", body="I waited."))
    journal.link(desk.vault, entry.id, Kind.COMPETENCY, Id(FIRST.id))
    evidence = view(desk, FIRST.id).detail.evidence
    evidence.rows.opened.emit(evidence.rows.model().index(0, 0))
    assert (desk.sent[-1].place, desk.sent[-1].id) == ("journal", entry.id)


def test_what_is_gone_gives_way_to_the_others(desk: Desk) -> None:
    mine = own(desk)
    shown = view(desk, mine.id)
    competencies.delete_competency(desk.vault, mine.id)
    desk.page.refresh()
    assert shown.currentWidget() is shown.home
    desk.page.go_home()
    desk.page.arrive(Destination("plan", mine.id, Kind.COMPETENCY))
    assert desk.page.shown is None


# Editing


def test_a_new_one_needs_a_name_and_is_shown(desk: Desk) -> None:
    shown = view(desk, act="new")
    form = opened(CompetencyForm)
    form.submit()
    assert form.fields["title"].error == "Give it a name first. Everything else can wait."
    type_into(form, "title", "Rowing")
    type_into(form, "level2", "Keeps the pace")
    form.put("questions", "Who leads?\n\n Who rests? ")
    form.submit()
    (kept,) = desk.vault.read.all(OwnCompetency)
    assert kept.anchors == ("", "Keeps the pace", "", "", "")
    assert kept.questions == ("Who leads?", "Who rests?")
    assert shown.detail.title.text() == "Rowing"
    assert none_open(CompetencyForm)


def test_a_shipped_one_reads_in_ones_own_words_and_goes_back(desk: Desk) -> None:
    shown = view(desk, FIRST.id)
    shown.detail.edit.click()
    form = opened(CompetencyForm)
    assert form.text("level5") == FIRST.anchors[4]
    type_into(form, "title", "Staying curious")
    form.submit()
    desk.page.refresh()
    assert shown.detail.title.text() == "Staying curious"
    menu = shown.actions_on_competencies.menu(FIRST.id, shown)
    choose(menu, "Back to how it shipped")
    desk.page.refresh()
    assert shown.detail.title.text() == FIRST.name
    assert row_of(desk, FIRST.id).changed is False


def test_the_menu_offers_what_can_be_done(desk: Desk) -> None:
    mine = own(desk)
    acts = view(desk).actions_on_competencies
    shipped, yours = acts.menu(FIRST.id, desk.page), acts.menu(mine.id, desk.page)
    assert entries_of(shipped) == ["Edit in your own words", "Archive"]
    assert entries_of(yours) == ["Edit in your own words", "Archive", "Move to trash"]
    for menu in (shipped, yours):
        menu.close()


def test_a_sheet_keeps_its_draft_and_is_freed(desk: Desk) -> None:
    acts = view(desk).actions_on_competencies
    acts.new()
    form = opened(CompetencyForm)
    type_into(form, "title", "Row")
    form.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(form)
    acts.new()
    assert opened(CompetencyForm).text("title") == "Row"


# Files


def test_a_file_is_looked_at_before_it_comes_in(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    header = "name,group,owner\n"
    file.write_text(f"{header}Rowing,At sea,me\n{FIRST.name},{_group()},\n,At sea,\n")
    acts = view(desk).actions_on_competencies
    acts.look_at(file)
    sheet = opened(ImportSheet)
    assert {
        "Come in: 1. Already there: 1. Left out: 1.",
        "Columns that are not read: owner.",
    } <= said(sheet)
    fates = [line.split("\t")[-1] for line in sheet.table.as_text().splitlines()[1:]]
    assert fates == ["Comes in", "Already there", "Left out: it has no name"]
    assert desk.vault.read.all(OwnCompetency) == []
    sheet.bring_in()
    assert [each.name for each in desk.vault.read.all(OwnCompetency)] == ["Rowing"]
    assert desk.said == ["1 competency brought in"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(sheet)


def test_the_same_file_brings_nothing_twice_and_one_undo_takes_all_back(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("name,group\nRowing,At sea\nResting,Alone\n")
    acts = view(desk).actions_on_competencies
    acts.look_at(file)
    opened(ImportSheet).bring_in()
    acts.look_at(file)
    sheet = opened(ImportSheet)
    assert "Nothing in this file is new." in said(sheet)
    sheet.reject()
    assert len(desk.vault.read.all(OwnCompetency)) == 2
    desk.vault.undo()
    assert desk.vault.read.all(OwnCompetency) == []


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"just words", b"name\n" + b"x\n" * 10_000])
def test_a_file_that_is_none_of_these_is_said_in_a_sentence(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "other.csv"
    file.write_bytes(data)
    view(desk).actions_on_competencies.look_at(file)
    assert none_open(ImportSheet)
    (failure,) = desk.failures
    assert "Nothing was imported." in failure


def test_a_header_alone_says_that_there_is_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("name,group\n")
    view(desk).actions_on_competencies.look_at(file)
    words = "There is no competency below the names of the columns."
    assert words in said(opened(ImportSheet))


def test_the_example_file_reads_as_already_there(desk: Desk, tmp_path: Path) -> None:
    acts = view(desk).actions_on_competencies
    acts.write_example(tmp_path / "example.csv")
    acts.look_at(tmp_path / "example.csv")
    assert {each.fate for each in opened(ImportSheet).planned} == {"already_there"}
    assert desk.said == ["Example file saved"]


def test_files_are_offered_in_a_menu(desk: Desk) -> None:
    menu = view(desk).home.file_menu()
    assert entries_of(menu) == ["Import from a file...", "Save an example file..."]
    menu.close()
    assert none_open(QMenu)


def test_every_fate_has_words() -> None:
    assert len({fate_words(fate) for fate in Fate}) == len(Fate)


# Models and names


def test_the_models_keep_the_rules_of_models(desk: Desk) -> None:
    rows = catalogue(desk.vault.read, LIBRARY).rows
    model, past = CompetencyModel(lambda: MAY), PastModel()
    testers = [QAbstractItemModelTester(model), QAbstractItemModelTester(past)]
    model.show_rows(tuple(listed(rows, {})))
    model.show_rows(tuple(listed((replace(rows[0], name="x"), *rows[5:]), {})))
    past.show_rows([PastRow(Id("a"), "A", "b"), PastRow(Id("b"), "B", "b", 3, "c")])
    past.show_rows([PastRow(Id("b"), "B", "b")])
    assert (model.rowCount() > 5, past.rowCount()) == (True, 1)
    del testers


@pytest.mark.parametrize("competency", ["", FIRST.id])
def test_whatever_has_the_focus_has_a_name(desk: Desk, competency: str) -> None:
    shown = view(desk, competency)
    stops = [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.focusProxy()
    ]
    assert stops
    for widget in stops:
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard.text(QAccessible.Text.Name), widget


def _group() -> str:
    return LIBRARY.framework.groups[0].name


# From anywhere


@pytest.mark.parametrize(
    ("command", "kind", "act"),
    [
        ("assess", Kind.ASSESSMENT, "new"),
        ("add-view", Kind.ASSESSMENT, "view"),
        ("competencies", Kind.COMPETENCY, ""),
    ],
)
def test_the_palette_leads_there(desk: Desk, command: str, kind: Kind, act: str) -> None:
    room = SimpleNamespace(go=desk.page.arrive)
    found = next(each for each in _competencies(cast("Room", room)) if each.id == command)
    found.act()
    assert desk.page.where() == Destination("plan", kind=kind, act=act)


@pytest.mark.parametrize("kind", [Kind.COMPETENCY, Kind.ASSESSMENT])
def test_a_hit_of_search_is_opened(desk: Desk, kind: Kind) -> None:
    found = own(desk).id if kind is Kind.COMPETENCY else rate(desk, FIRST.id, 3).id
    hit = Hit(kind, found, None, Marked(""), Marked(""), shared=False)
    desk.page.arrive(destination_of(hit, "x"))
    assert desk.page.where() == Destination("plan", found, kind)
