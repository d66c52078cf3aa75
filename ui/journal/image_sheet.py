"""An image of an entry, as large as the window allows, and what it shows in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.prose import Mention, mentions
from ui.entry.pictures import Pictures
from ui.journal.image_words import image_words
from ui.journal.keys import add_keys
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.picture_frame import PictureFrame

if TYPE_CHECKING:
    from ui.journal.editor import EntryEditor

_LIMIT = 300


class ImageSheet(Dialog):
    """The images of an entry one by one; what is typed about them is kept on every way out."""

    described = Signal(int, str)
    """The image, counted from 0, and the words for what it shows."""
    place_asked = Signal(int)
    """The image to go to in the text."""

    def __init__(
        self, pictures: Pictures, found: Sequence[Mention], place: int, parent: QWidget
    ) -> None:
        title = QCoreApplication.translate("ImageSheet", "Image")
        super().__init__(title, parent, kind="wide")
        self._found = found
        self._words = [mention.alt for mention in found]
        self._place = place
        self.frame = PictureFrame(pictures)
        self.field = LineEdit(self.tr("Read out to whoever cannot see the image"))
        self.field.setMaxLength(_LIMIT)
        back, forth = "arrow-left", "arrow-right"
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            back, forth = forth, back
        self.previous = Button("", "ghost", icon=back)
        self.next = Button("", "ghost", icon=forth)
        self.go = Button(self.tr("Go to its place"))
        self._finish = Button(self.tr("Done"), "primary")
        self._lay_out()
        pictures.ready.connect(self.frame.update)
        self._show()

    # Methods

    def turn(self, steps: int) -> None:
        """Show the image so many places further on."""
        self._keep()
        self._place = min(max(self._place + steps, 0), len(self._found) - 1)
        self._show()

    def done(self, result: int) -> None:
        """Keep the words, then close."""
        self._keep()
        super().done(result)

    # Private

    def _lay_out(self) -> None:
        self.previous.setToolTip(self.tr("Previous image (Page Up)"))
        self.next.setToolTip(self.tr("Next image (Page Down)"))
        self.body.addWidget(self.frame, 1)
        self.body.addWidget(Field(self.tr("What it shows"), self.field))
        for button in (self.previous, self.next, self.go):
            self.add_action(button)
        self.add_action(self._finish, focused=True)
        several = len(self._found) > 1
        self.previous.setVisible(several)
        self.next.setVisible(several)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.field.returnPressed.connect(self.accept)
        self._finish.clicked.connect(self.accept)
        self.go.clicked.connect(self._go)
        add_keys(self, ("PgUp", lambda: self.turn(-1)), ("PgDown", lambda: self.turn(1)))

    def _show(self) -> None:
        mention, words = self._found[self._place], self._words[self._place]
        self.frame.show_image(mention.id, image_words(self._place, words))
        self.field.setText(words)
        self.previous.setEnabled(self._place > 0)
        self.next.setEnabled(self._place < len(self._found) - 1)
        count = self.tr("{0} of {1}").format(self._place + 1, len(self._found))
        self.set_note(count if len(self._found) > 1 else "")

    def _keep(self) -> None:
        words = self.field.text().strip()
        if words != self._words[self._place]:
            self._words[self._place] = words
            self.described.emit(self._place, words)

    def _go(self) -> None:
        self.accept()
        self.place_asked.emit(self._place)


def show_image(editor: EntryEditor, place: int) -> None:
    """Show an image of the entry large, counted from 0 in the order of its text."""
    found = mentions(editor.sheet.prose.text())
    if place >= len(found):
        return
    sheet = ImageSheet(editor.pictures, found, place, editor)
    sheet.described.connect(editor.inserting.describe)
    sheet.place_asked.connect(lambda chosen: go_to_image(editor, chosen))
    sheet.open()


def show_image_of(editor: EntryEditor, image_id: str) -> None:
    """Show an image large that was chosen by its id, where it first stands."""
    found = mentions(editor.sheet.prose.text())
    places = [place for place, mention in enumerate(found) if mention.id == image_id]
    if places:
        show_image(editor, places[0])


def go_to_image(editor: EntryEditor, place: int) -> None:
    """Select an image in the text and go there."""
    prose = editor.sheet.prose
    found = mentions(prose.text())
    if place < len(found):
        if editor.sheet.reading:
            editor.toggle_reading()
        prose.setTextCursor(prose.find_span(found[place].start, found[place].end))
        prose.ensureCursorVisible()
        editor.focus_text()
