"""The two columns of the components sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check, Switch
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.ring import Ringed
from ui.widgets.text import Label

_STATES = ("Rest", "Hover", "Focus", "Pressed", "Disabled")
_BUTTONS: tuple[tuple[Kind, str], ...] = (
    ("primary", "Start writing"),
    ("plain", "Prepare"),
    ("share", "Save PDF"),
    ("danger", "Delete for good"),
    ("ghost", "Not now"),
)


def left_column() -> QWidget:
    """Return buttons and fields, rail items, rows and a dialog."""
    column, layout = _column()
    layout.addWidget(Label("Buttons", "section"))
    for kind, text in _BUTTONS:
        layout.addLayout(_button_row(kind, text))
    layout.addSpacing(24)
    layout.addWidget(Label("Fields", "section"))
    layout.addLayout(_field_rows())
    layout.addStretch()
    return column


def right_column() -> QWidget:
    """Return chips, ratings, toggles, notices, progress and an empty state."""
    column, layout = _column()
    layout.addWidget(Label("Ratings and strength", "section"))
    layout.addLayout(_ratings())
    layout.addWidget(Label("Segmented, switch, check", "section"))
    layout.addLayout(_toggles())
    layout.addStretch()
    return column


def put(widget: QWidget, state: str) -> QWidget:
    """Put a control into the state the sheet shows it in."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "Hover")
    widget.setEnabled(state != "Disabled")
    if isinstance(widget, Button):
        widget.setDown(state == "Pressed")
    if state == "Focus" and isinstance(widget, Ringed):
        widget.setProperty("gallery_focus", True)
    return widget


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return column, layout


def _captioned(widget: QWidget, caption: str) -> QVBoxLayout:
    cell = QVBoxLayout()
    cell.setSpacing(2)
    cell.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    cell.addWidget(Label(caption, "caption", "text-3"))
    return cell


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    return row


def _button_row(kind: Kind, text: str) -> QHBoxLayout:
    row = _row()
    for state in _STATES:
        row.addLayout(_captioned(put(Button(text, kind), state), state))
    row.addStretch()
    return row


def _field_rows() -> QVBoxLayout:
    rows, first, second = QVBoxLayout(), _row(), _row()
    for state in ("Rest", "Hover", "Focus"):
        edit = LineEdit("Name this goal")
        edit.setFixedWidth(172)
        first.addLayout(_captioned(put(edit, state), state))
    wrong = Field("Due", LineEdit())
    wrong.set_error("That date does not exist.")
    second.addWidget(wrong)
    off = LineEdit("Set by your cycle")
    second.addLayout(_captioned(put(off, "Disabled"), "Disabled"))
    second.addLayout(_captioned(Choice([("10 minutes", 10)]), "Choice"))
    rows.addLayout(first)
    rows.addLayout(second)
    return rows


def _ratings() -> QHBoxLayout:
    row = _row()
    for value, size, read_only, words in (
        (4, "small", True, "4 of 5"),
        (0, "small", True, "Not rated"),
        (3, "large", False, "3 of 5, focus"),
        (2, "list", True, "List size"),
    ):
        bulbs = Bulbs("Confidence", size=size, read_only=read_only)  # type: ignore[arg-type]
        bulbs.setValue(value)
        row.addLayout(_captioned(put(bulbs, "Rest" if read_only else "Focus"), words))
    row.addStretch()
    return row


def _toggles() -> QHBoxLayout:
    row = _row()
    for toggle, checked in (
        (Switch(name="On"), True),
        (Switch(name="Off"), False),
        (Check(name="Off"), False),
        (Check(name="On"), True),
        (Check(kind="share", name="On"), True),
        (Check(name="Focus"), False),
    ):
        toggle.setChecked(checked)
        row.addWidget(toggle)
    row.addStretch()
    return row
