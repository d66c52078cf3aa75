"""What pages are made of: frames, lists, layouts, measures, timelines, arch and icons."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.arch import Arch, ArchPanel
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import icon
from ui.widgets.list_pane import ListPane
from ui.widgets.mark import Mark
from ui.widgets.page_frame import PageFrame
from ui.widgets.progress import Measure, MeasureBar, Progress, measure_share
from ui.widgets.rows import Index, RowDelegate, RowRole, draw_fact
from ui.widgets.timeline import Milestone, Timeline, WeekDots

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
KEY = Qt.Key


class OneFact(RowDelegate):
    """Rows of one fact."""

    def paint_row(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint the fact."""
        draw_fact(painter, box, "lock", str(index.data()))


def colours_of(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the opaque colours an icon is drawn in."""
    picture = shown.pixmap(QSize(16, 16), 2.0, mode).toImage()
    pixels = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_is_drawn_in_its_colour_and_follows_the_theme(look: ThemeSource) -> None:
    lock = icon("lock", "accent")
    assert colours_of(lock) == {look.theme.colours.accent.name()}
    look.choose_scheme("dark")
    assert colours_of(lock) == {look.theme.colours.accent.name()}
    assert colours_of(lock, QIcon.Mode.Disabled) == {look.theme.colours.text_disabled.name()}


def test_an_icon_outlives_the_name_it_was_made_by() -> None:
    copies = [QIcon(icon("lock", "text")) for _copy in range(50)]
    gc.collect()
    assert all(colours_of(copy) for copy in copies)


def test_icons_are_kept_until_the_theme_changes(look: ThemeSource) -> None:
    draw = look.pictures.pixmap
    colour = look.theme.colours.text
    assert draw("lock", colour, 16, 1.0) is draw("lock", colour, 16, 1.0)
    assert draw("lock", colour, 16, 1.5).width() == 24


@pytest.mark.parametrize(
    ("width", "scale", "stacked"), [(1280, 1.0, False), (919, 1.0, True), (1280, 2.0, True)]
)
def test_the_side_column_stands_below_in_narrow_windows(
    qtbot: QtBot, look: ThemeSource, width: int, scale: float, *, stacked: bool
) -> None:
    look.choose_scale(scale)
    page = PageFrame("Today", "Week 12 of 26", side=True)
    qtbot.addWidget(page)
    page.side.addWidget(Button("Open"))
    page.resize(width, 700)
    page.show()
    assert page.is_stacked() is stacked
    assert page.horizontalScrollBar().maximum() == 0


def pane(qtbot: QtBot) -> ListPane:
    """Return a list with a section and two rows."""
    widget = ListPane("Journal", "Journal, 2 entries", OneFact(), views=[("a", "All")])
    qtbot.addWidget(widget)
    model = QStandardItemModel(widget)
    for words in ("This week", "One", "Two"):
        item = QStandardItem(words)
        item.setEditable(False)
        model.appendRow(item)
    section = model.item(0)
    section.setData(True, RowRole.SECTION)
    section.setFlags(Qt.ItemFlag.NoItemFlags)
    model.item(1).setData("One, Wed 20, private", Qt.ItemDataRole.AccessibleTextRole)
    widget.rows.setModel(model)
    widget.show()
    return widget


def test_a_row_is_opened_by_enter_and_removed_by_delete(qtbot: QtBot) -> None:
    journal = pane(qtbot)
    rows = journal.rows
    rows.setCurrentIndex(rows.model().index(1, 0))
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.keyClick(rows, KEY.Key_Return)
    assert opened.args[0].row() == 1
    QTest.keyClick(rows, KEY.Key_Down)
    with qtbot.waitSignal(rows.deleted) as deleted:
        QTest.keyClick(rows, KEY.Key_Delete)
    assert deleted.args[0].row() == 2


def test_arrows_skip_sections(qtbot: QtBot) -> None:
    journal = pane(qtbot)
    rows = journal.rows
    rows.setCurrentIndex(rows.model().index(1, 0))
    QTest.keyClick(rows, KEY.Key_Up)
    assert rows.currentIndex().row() == 1


def test_a_row_is_spoken_as_a_sentence(qtbot: QtBot) -> None:
    journal = pane(qtbot)
    seen = QAccessible.queryAccessibleInterface(journal.rows)
    assert seen.text(QAccessible.Text.Name) == "Journal, 2 entries"
    assert seen.child(1).text(QAccessible.Text.Name) == "One, Wed 20, private"


def test_a_selected_row_has_its_bar(qtbot: QtBot, look: ThemeSource) -> None:
    journal = pane(qtbot)
    rows = journal.rows
    rows.setCurrentIndex(rows.model().index(1, 0))
    box = rows.visualRect(rows.model().index(1, 0))
    picture = rows.viewport().grab().toImage()
    assert picture.pixelColor(1, box.center().y()) == look.theme.colours.accent
    assert picture.pixelColor(8, box.center().y()) == look.theme.colours.selected


def test_an_empty_state_takes_the_place_of_the_rows(qtbot: QtBot) -> None:
    journal = pane(qtbot)
    journal.show_instead(Button("Start writing"))
    assert not journal.rows.isVisible()
    journal.show_instead(None)
    assert journal.rows.isVisible()


def test_a_flow_breaks_where_the_width_ends(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8)
    buttons = [Button("Prepare") for _button in range(4)]
    for button in buttons:
        flow.addWidget(button)
    one = buttons[0].sizeHint()
    assert flow.heightForWidth(4 * one.width() + 24) == one.height()
    assert flow.heightForWidth(4 * one.width() + 23) == 2 * one.height() + 8
    buttons[3].hide()
    assert flow.heightForWidth(4 * one.width() + 23) == one.height()


@pytest.mark.parametrize(
    ("start", "target", "now", "share"),
    [(4, 0, 1, 0.75), (1, 5, 3, 0.5), (0, 2, 5, 1.0), (0, 2, -1, 0.0), (3, 3, 3, 1.0)],
)
def test_a_measure_counts_from_its_start_in_either_direction(
    start: float, target: float, now: float, share: float
) -> None:
    assert measure_share(start, target, now) == share


def test_a_measure_is_a_progress_bar_with_words(qtbot: QtBot) -> None:
    measure = Measure("Releases I run per month")
    qtbot.addWidget(measure)
    measure.set_measure(4, 0, 1)
    bar = measure.findChild(MeasureBar)
    assert isinstance(bar, MeasureBar)
    seen = QAccessible.queryAccessibleInterface(bar)
    assert seen.role() == QAccessible.Role.ProgressBar
    assert seen.text(QAccessible.Text.Description) == "Now 1, from 4 to 0"
    assert bar.value() == 750


def test_progress_without_an_end_says_no_share(qtbot: QtBot) -> None:
    progress = Progress("Opening")
    qtbot.addWidget(progress)
    assert progress.bar.maximum() == 0
    progress.set_value(3, 5, "3 of 5 files")
    assert progress.bar.accessibleName() == "3 of 5 files"
    assert progress._share.text() == "60%"


def test_timelines_say_what_they_show(qtbot: QtBot) -> None:
    cycle, week = Timeline("Cycle"), WeekDots("This week")
    for widget in (cycle, week):
        qtbot.addWidget(widget)
    cycle.show_milestones(
        [Milestone("Start", "2 Mar", "done"), Milestone("End", "28 Aug", "ahead")]
    )
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    week.show_week("MTWTFSS", [0], 3, "You wrote on 1 day", days)
    assert cycle.accessibleDescription() == "Start, 2 Mar; End, 28 Aug"
    assert week.accessibleDescription() == "You wrote on 1 day"


def test_the_arch_stands_on_the_floor_and_lights_as_many_bulbs_as_asked(
    qtbot: QtBot, look: ThemeSource
) -> None:
    arch, panel = Arch(), ArchPanel(8)
    for widget in (arch, panel):
        qtbot.addWidget(widget)
    arch.resize(1280, 800)
    door = arch.doorway()
    assert (door.left(), door.right(), door.top(), door.bottom()) == (425, 855, 104, 724)
    picture = arch.grab().toImage()
    assert picture.pixelColor(640, 400) == look.theme.colours.surface
    assert picture.pixelColor(10, 790) == look.theme.colours.room_floor
    panel.resize(400, 420)
    assert panel.bulbs == 13
    bright = panel.grab().toImage()
    assert bright.pixelColor(240, 138).lightness() > 180
    panel.set_lit(7)
    assert panel.grab().toImage().pixelColor(240, 138).lightness() < 120


def test_the_mark_has_its_tile_and_doorway(qtbot: QtBot, look: ThemeSource) -> None:
    mark = Mark("app", 64)
    qtbot.addWidget(mark)
    mark.resize(64, 64)
    picture = mark.grab().toImage()
    assert picture.pixelColor(32, 46) == look.theme.colours.surface
    assert picture.pixelColor(32, 6) == look.theme.colours.accent
