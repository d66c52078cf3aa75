"""The theme: tokens become colours, fonts, palette and one stylesheet, and follow the user."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.appearance import read_tokens
from ui.colours import Colours
from ui.theme import Theme, current_theme
from ui.widgets.styling import Card
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.theme import ThemeSource

pytestmark = pytest.mark.qt
TOKENS = read_tokens()


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_token_is_a_colour_and_every_colour_a_token(scheme: str) -> None:
    names = {name.replace("-", "_") for name in TOKENS["color"][scheme]}
    assert names == {field.name for field in fields(Colours)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_what_the_table_promises(scheme: str) -> None:
    colours = Colours.from_tokens(TOKENS["color"][scheme])
    for pair in TOKENS["contrast"]:
        measured = contrast(colours.named(pair["fg"]), colours.named(pair["bg"]))
        assert measured >= pair["min"], pair
        assert measured == pytest.approx(pair[scheme], abs=0.02), pair


def test_scrim_keeps_its_opacity() -> None:
    assert Colours.from_tokens(TOKENS["color"]["light"]).scrim.alpha() == 0x8C


@pytest.mark.parametrize("role", list(TOKENS["type"]))
def test_every_role_gets_its_own_face_weight_and_size(look: ThemeSource, role: str) -> None:
    kind = TOKENS["type"][role]
    font = look.theme.font(role)
    assert QFontInfo(font).family() == kind["family"]
    assert font.weight() == kind["weight"]
    assert font.pixelSize() == kind["size"]
    assert font.italic() == kind.get("italic", False)


@pytest.mark.parametrize("family", ["Inter", "Literata"])
def test_all_ten_faces_are_loaded(look: ThemeSource, family: str) -> None:
    assert look.theme.scale == 1.0
    styles = set(QFontDatabase.styles(family))
    assert styles >= {"Regular", "Italic", "Medium", "SemiBold", "Bold"}


def test_choosing_a_scheme_changes_palette_stylesheet_and_painters(
    qapp: QApplication, qtbot: QtBot, look: ThemeSource
) -> None:
    label = Label("Private", colour="text-2")
    qtbot.addWidget(label)
    bright = qapp.styleSheet()
    with qtbot.waitSignal(look.changed):
        look.choose_scheme("dark")
    dark = Colours.from_tokens(TOKENS["color"]["dark"])
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark.surface
    assert qapp.styleSheet() != bright
    assert current_theme().colours == dark
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.text_2


def test_choosing_a_scale_resizes_text_and_controls_but_not_spaces(
    qtbot: QtBot, look: ThemeSource
) -> None:
    label = Label("Private", "title")
    qtbot.addWidget(label)
    look.choose_scale(2.0)
    assert label.font().pixelSize() == 44
    assert look.theme.size("control") == 64
    assert look.theme.space(4) == 16


def test_another_scale_needs_no_other_stylesheet(qapp: QApplication, look: ThemeSource) -> None:
    sheet = qapp.styleSheet()
    look.choose_scale(1.5)
    assert qapp.styleSheet() == sheet


def test_what_has_no_font_of_its_own_gets_the_new_one_even_where_it_is_hidden(
    qtbot: QtBot, look: ThemeSource
) -> None:
    page, shown = QWidget(), QWidget()
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(shown)
    stack.addWidget(page)
    inside = QWidget(page)
    stack.show()
    stack.setCurrentWidget(page)
    stack.setCurrentWidget(shown)
    look.choose_scale(2.0)
    assert inside.font().pixelSize() == 26


def test_widgets_are_measured_after_all_of_them_have_their_fonts(
    qtbot: QtBot, look: ThemeSource
) -> None:
    seen: list[int] = []

    class Line(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange:
                seen.append(label.font().pixelSize())
            return super().event(event)

    line = Line()
    qtbot.addWidget(line)
    label = Label("Evidence for", parent=line)
    line.show()
    look.choose_scale(2.0)
    assert seen[-1] == 26
    # What is hidden waits until it is shown.
    line.hide()
    del seen[:]
    look.choose_scale(1.0)
    assert seen == []
    line.show()
    assert seen == [13]
    line.hide()
    line.show()
    assert seen == [13]


def test_writing_has_a_size_and_a_width_of_its_own(look: ThemeSource) -> None:
    assert (look.theme.line("writing"), look.theme.size("reading-max")) == (29, 680)
    body = look.theme.font("body").pixelSize()
    look.choose_writing(22, 560)
    assert look.theme.font("writing").pixelSize() == 22
    assert (look.theme.line("writing"), look.theme.size("reading-max")) == (38, 560)
    assert look.theme.font("body").pixelSize() == body
    look.choose_scale(2.0)
    assert look.theme.font("writing").pixelSize() == 44


@pytest.mark.parametrize(("asked", "got"), [(0.4, 1.0), (1.26, 1.3), (3.0, 2.0)])
def test_scale_is_kept_between_one_and_two_in_tenths(
    look: ThemeSource, asked: float, got: float
) -> None:
    look.choose_scale(asked)
    assert look.theme.scale == got


def test_the_same_choice_twice_changes_nothing(qtbot: QtBot, look: ThemeSource) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.choose_scheme("light")


def test_reduced_motion_stops_everything_but_the_toast(look: ThemeSource) -> None:
    look.choose_motion(reduced=True)
    assert [look.theme.motion(name) for name in ("fast", "normal", "toast")] == [0, 0, 8000]


def test_high_contrast_strengthens_borders_and_outlines_notices(
    qtbot: QtBot, look: ThemeSource
) -> None:
    card = Card("lamp")
    qtbot.addWidget(card)
    look.choose_contrast(high=True)
    colours = look.theme.colours
    assert colours.border == colours.border_control
    assert colours.text_3 == colours.text
    assert colours.lamp_soft == colours.surface
    assert card.property("contrast") == "true"


def test_breakpoints_count_the_width_without_the_text_size() -> None:
    colours = Colours.from_tokens(TOKENS["color"]["light"])
    theme = Theme("light", 2.0, colours, TOKENS)
    assert theme.effective_width(1280) == 640
