"""A person's own words are words: no HTML in tooltips, no keys in buttons, the whole said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.elided_button import ElidedButton
from ui.widgets.plain import tooltip
from ui.widgets.rail import Place, Rail
from ui.widgets.text import Elided
from ui.widgets.timeline import Milestone, Timeline

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("look")]
PICTURE = 'Read <img src="file:///etc/passwd"> & go'


def test_a_tooltip_shows_tags_and_loads_nothing(qtbot: QtBot) -> None:
    label = Elided(PICTURE)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert label.toolTip() == tooltip(PICTURE)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_a_tooltip_of_plain_words_stays_as_it_is() -> None:
    assert tooltip("Ruth & me\n1 > 0") == "Ruth & me\n1 > 0"
    assert tooltip("<b>\nx") == "<span>&lt;b&gt;<br>x</span>"


@pytest.mark.parametrize("kind", [Button, Chip])
def test_an_ampersand_is_shown_and_said_and_makes_no_key(
    qtbot: QtBot, kind: type[Button | Chip]
) -> None:
    button = kind("R&D")
    qtbot.addWidget(button)
    assert button.text() == "R&D"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "R&D"


def test_a_button_that_does_not_fit_says_all_its_words(qtbot: QtBot) -> None:
    button = ElidedButton("Hand over the releases so that they run without me", "quiet")
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint())
    button.show()
    assert button.text().endswith("…")
    assert button.toolTip() == button.accessibleName() == button._whole
    button.resize(button.sizeHint())
    assert button.text() == button._whole
    assert button.toolTip() == ""


def test_the_rail_says_the_keys_of_its_places(qtbot: QtBot) -> None:
    rail = Rail([Place("today", "sun", "Today", shortcut="Ctrl+1")], [])
    qtbot.addWidget(rail)
    today = rail.item("today")
    assert (today.toolTip(), today.accessibleDescription()) == ("", "Ctrl+1")
    rail.set_collapsed(collapsed=True)
    assert (today.toolTip(), today.accessibleDescription()) == ("Today (Ctrl+1)", "Ctrl+1")


def test_milestones_stand_at_the_right_sides_in_right_to_left_languages(
    qtbot: QtBot,
) -> None:

    timeline = Timeline("Cycle")
    qtbot.addWidget(timeline)
    timeline.show_milestones([Milestone("MMMMMM", "1", "ahead")])
    timeline.resize(300, 30)
    sides = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        timeline.setLayoutDirection(direction)
        picture = timeline.grab().toImage()
        dark = [
            x
            for x in range(30, 270)
            if any(picture.pixelColor(x, y).lightness() < 120 for y in range(2, 20))
        ]
        sides.append(sum(dark) / len(dark) < 150)
    assert sides == [True, False]
