"""What stands where on the components sheet, in pixels at 100 %."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QWidget

from tests.gallery.rows import SampleDelegate
from ui.widgets.bulbs import Bulbs
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check, Switch
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.list_pane import RowList
from ui.widgets.notices import Banner, EmptyState
from ui.widgets.progress import Progress
from ui.widgets.rail import Place, RailItem
from ui.widgets.ring import Ringed
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper
from ui.widgets.styling import Card
from ui.widgets.text import Label
from ui.widgets.toast import Toast

_STATES = ("Rest", "Hover", "Focus", "Pressed", "Disabled")
_BUTTONS: tuple[tuple[Kind, str, tuple[int, ...]], ...] = (
    ("primary", "Start writing", (40, 163, 287, 410, 534)),
    ("plain", "Prepare", (40, 135, 230, 326, 421)),
    ("share", "Save PDF", (40, 145, 251, 356, 462)),
    ("danger", "Delete for good", (40, 183, 326, 468, 611)),
    ("ghost", "Not now", (40, 130, 220, 309, 399)),
)


class Sheet(QWidget):
    """The components of the product in their states."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self._scale = scale
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self._ringed: list[Ringed] = []
        self._put(Label("Components and states", "title"), 40, 32)
        self._buttons()
        self._fields()
        self._rail_and_rows()
        self._dialog()
        self._chips_and_ratings()
        self._toggles()
        self._notices()
        self._progress()

    def show_rings(self) -> None:
        """Frame what the sheet shows as focused."""
        for control in self._ringed:
            control.show_ring()

    def _put(self, widget: QWidget, x: int, y: int, width: int = 0, height: int = 0) -> None:
        widget.setParent(self)
        widget.adjustSize()
        wide = width * self._scale or widget.sizeHint().width()
        tall = height * self._scale or widget.heightForWidth(wide)
        if tall < 0:
            tall = widget.sizeHint().height()
        widget.setGeometry(x * self._scale, y * self._scale, wide, tall)

    def _title(self, words: str, x: int, y: int) -> None:
        self._put(Label(words, "section"), x, y)

    def _caption(self, words: str, x: int, y: int) -> None:
        self._put(Label(words, "caption", "text-3"), x, y)

    def _in_state(self, widget: QWidget, state: str) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "Hover")
        widget.setEnabled(state != "Disabled")
        if isinstance(widget, Button):
            widget.setDown(state == "Pressed")
        if state == "Focus" and isinstance(widget, Ringed):
            self._ringed.append(widget)

    def _buttons(self) -> None:
        self._title("Buttons", 40, 82)
        for row, (kind, text, places) in enumerate(_BUTTONS):
            y = 112 + 66 * row
            for state, x in zip(_STATES, places, strict=True):
                button = Button(text, kind)
                self._put(button, x, y)
                self._in_state(button, state)
                self._caption(state, x, y + 38)

    def _fields(self) -> None:
        self._title("Fields", 40, 468)
        for state, x in (("Rest", 40), ("Hover", 228), ("Focus", 416)):
            edit = LineEdit("Name this goal")
            if state == "Focus":
                edit.setText("Delegate the rel")
            self._put(edit, x, 498, 172)
            self._in_state(edit, state)
            self._caption(state, x, 536)
        wrong = Field("", LineEdit())
        wrong.label.hide()
        if isinstance(wrong.editor, LineEdit):
            wrong.editor.setText("31 Feb")
        wrong.set_error("That date does not exist.")
        self._put(wrong, 40, 562, 172)
        self._caption("Error", 40, 625)
        off = LineEdit("Set by your cycle")
        off.setEnabled(False)
        self._put(off, 228, 566, 172)
        self._caption("Disabled", 228, 604)
        self._put(Choice([("10 minutes", 10)], name="Lock"), 416, 566, 172)
        self._caption("Choice", 416, 604)

    def _rail_and_rows(self) -> None:
        self._title("Rail item", 40, 667)
        ground = QWidget()
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setProperty("ground", "rail")
        self._put(ground, 40, 697, 208, 216)
        for row, state in enumerate(("Rest", "Hover", "Focus", "Selected", "Disabled")):
            item = RailItem(Place("journal", "notebook-pen", "Journal", state))
            item.setChecked(state == "Selected")
            self._put(item, 50, 707 + 40 * row, 188)
            self._in_state(item, state)
        self._title("List row", 288, 667)
        rows = RowList("Entries")
        model = QStandardItemModel(rows)
        for words in ("Rest", "Hover", "Selected", "Selected, focus"):
            model.appendRow(QStandardItem(words))
        rows.setModel(model)
        rows.setItemDelegate(SampleDelegate(rows))
        rows.setProperty("ground", "pane")
        self._put(rows, 288, 697, 286, 236)

    def _dialog(self) -> None:
        self._title("Dialog", 40, 961)
        self.resize(1280 * self._scale, 1190 * self._scale)
        dialog = Dialog("Delete this share pack?", self)
        dialog.add_text(
            "The draft goes. Items in it stay in your vault, and your ledger keeps its record"
            " of past shares."
        )
        keep = dialog.add_action(Button("Keep pack"))
        dialog.add_action(Button("Delete pack", "danger"))
        dialog.resize(420 * self._scale, 164 * self._scale)
        dialog.open()
        keep.show_ring()
        picture = QLabel()
        picture.setPixmap(dialog.grab())
        dialog.close()
        self._put(picture, 40, 991)

    def _chips_and_ratings(self) -> None:
        self._title("Chips", 760, 82)
        for chip, x, y in (
            (Chip("Private"), 760, 109),
            (Chip("In a share pack", "shared"), 847, 109),
            (Chip("In 2 share packs", "shared"), 981, 109),
            (Chip("Bring to session", "bring"), 760, 141),
            (Chip("Delegate the release train", "evidence"), 899, 141),
            (Chip("Private"), 1093, 141),
        ):
            self._put(chip, x, y)
            self._in_state(chip, "Focus" if x == 1093 else "Rest")
        self._title("Ratings and strength", 760, 190)
        for value, large, x, words in ((4, 0, 760, "4 of 5"), (0, 0, 858, "Not rated")):
            bulbs = Bulbs("Confidence", read_only=True, size="large" if large else "small")
            bulbs.setValue(value)
            self._put(bulbs, x, 223)
            self._caption(words, x, 240)
        focused = Bulbs("Confidence", size="large")
        focused.setValue(3)
        self._put(focused, 952, 214)
        self._in_state(focused, "Focus")
        self._caption("3 of 5, focus", 956, 243)
        listed = Bulbs("Confidence", size="list", read_only=True)
        listed.setValue(2)
        self._put(listed, 1100, 225)
        self._caption("List size", 1100, 239)

    def _toggles(self) -> None:
        self._title("Segmented, switch, check", 760, 284)
        views = [("prepare", "Prepare"), ("meet", "Meet"), ("debrief", "Debrief")]
        self._put(Segmented(views, name="Session"), 760, 314)
        for toggle, x, checked in (
            (Switch(name="On"), 987, True),
            (Switch(name="Off"), 1039, False),
            (Check(name="Off"), 1086, False),
            (Check(name="On"), 1120, True),
            (Check(kind="share", name="On"), 1154, True),
            (Check(name="Focus"), 1188, False),
        ):
            toggle.setChecked(checked)
            self._put(toggle, x, 316)
            self._in_state(toggle, "Focus" if x == 1188 else "Rest")

    def _notices(self) -> None:
        self._title("Toast with Undo", 760, 370)
        toast = Toast(self)
        toast.say("Entry moved to trash", icon="trash-2", undo=True)
        self._put(toast, 760, 400, 420, 44)
        self._title("Banners", 760, 468)
        words = "The folder is read-only. Choose another folder."
        wrong = Banner("danger", words, title="The PDF was not saved", action="Choose folder")
        self._put(wrong, 760, 498, 420)
        words = "Sample vault. Nothing here is kept when you leave."
        self._put(Banner("lamp", words, action="Create my vault"), 760, 590, 420)

    def _progress(self) -> None:
        self._title("Progress and steps", 760, 678)
        progress = Progress("3 of 5 milestones")
        progress.set_value(3, 5)
        self._put(progress, 760, 708, 420)
        steps = Stepper(["Done", "Current", "To come"], name="Steps")
        steps.set_step(1)
        self._put(steps, 760, 746, 420)
        self._title("Empty state", 760, 794)
        card = Card("quiet-card")
        self._put(card, 760, 824, 420, 200)
        sentence = "Flag an entry while you write and it will wait here for your next session."
        empty = EmptyState("Nothing to bring yet", sentence, [Button("Open journal")])
        self._put(empty, 760, 824, 420, 200)
