"""Step 1 of making a vault: what it is called and where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.storage import places
from app.storage.places import Concern, Worry
from app.unlocking import SUFFIX, FolderTakenError
from ui.messages import choose_folder, sentence
from ui.promises import limits_dialog
from ui.theme import current_theme
from ui.unlock.step import Step
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.icons import Picture
from ui.widgets.line_edit import LineEdit
from ui.widgets.plain import tooltip
from ui.widgets.styling import Card
from ui.widgets.text import Label

_CONTEXT = "PlaceStep"
_FLUSH: Final = Qt.AlignmentFlag.AlignLeft


class PlaceStep(Step):
    """A name and a folder; warns about folders that are synchronised or may be taken out."""

    existing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Make your room")
        lede = QCoreApplication.translate(
            _CONTEXT,
            "A vault is a folder on this computer that only you can open. Name it, and choose "
            "where it lies.",
        )
        super().__init__(title, lede, parent)
        self._place = _documents()
        self._name = LineEdit(large=True)
        self._name.setText(self.tr("My journal"))
        self._name_field = Field(self.tr("Name"), self._name)
        self._shown_place = LineEdit(large=True)
        self._shown_place.setReadOnly(True)
        self._choose = Button(self.tr("Choose folder"), icon="folder-open", large=True)
        self._place_field = Field(self.tr("Place"), self._place_row())
        self._warning = Card("lamp")
        self._warning_words = Label("", "body", wrap=True)
        self._lay_out()
        self._name.textChanged.connect(self._fit)
        self._name.returnPressed.connect(self.submitted)
        self._choose.clicked.connect(self._ask_for_place)
        self._fit()

    # Properties

    @property
    def name(self) -> str:
        """What the vault is called."""
        return self._name.text().strip()

    @property
    def folder(self) -> Path:
        """The folder that will be made."""
        return self._place / f"{self.name}{SUFFIX}"

    @property
    def warning(self) -> str:
        """What is said about the place, or nothing."""
        return self._warning_words.text()

    def obstacle(self) -> str:
        """Why one cannot go on: no name, or no folder to put it in."""
        if not self.name:
            return self.tr("The vault needs a name.")
        if not places.is_name(self.name):
            return self.tr("This name cannot be the name of a folder. Use letters, digits, spaces.")
        concern = places.concern(self._place)
        return _concern_words(concern) if concern is not None and concern.forbids else ""

    def first_field(self) -> QWidget:
        """The name."""
        return self._name

    # Methods

    def is_free(self) -> bool:
        """Whether nothing is at this place yet; says so below the name where something is."""
        if self.folder.exists():
            self.refuse(FolderTakenError())
            return False
        return True

    def refuse(self, error: AppError) -> None:
        """Say below the name why the vault could not be made there."""
        self._name_field.set_error(sentence(error))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_place(self, place: Path) -> None:
        """Put the vault into this folder."""
        self._place = place
        self._name_field.clear_error()
        self._fit()

    # Private

    def _place_row(self) -> QWidget:
        row = QWidget()
        row.setFocusProxy(self._shown_place)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().space(2))
        line.addWidget(self._shown_place, 1)
        line.addWidget(self._choose)
        return row

    def _lay_out(self) -> None:
        space = current_theme().space
        self._shown_place.setAccessibleName(self.tr("Place"))
        self._choose.setAccessibleName(self.tr("Choose the folder to put the vault in"))
        words = QHBoxLayout(self._warning)
        words.setContentsMargins(15, 13, 15, 13)
        words.setSpacing(space(3))
        words.addWidget(Picture("info", "lamp-text", 16), 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._warning_words, 1)
        limits = Button(self.tr("What Greenroom cannot protect you from"), "link", icon="shield")
        limits.clicked.connect(lambda: limits_dialog(self).open())
        existing = Button(self.tr("Open a vault you already have"), "link", icon="folder-open")
        existing.clicked.connect(self.existing_asked)
        self.column.addWidget(self._name_field)
        self.column.addSpacing(space(5))
        self.column.addWidget(self._place_field)
        self.column.addSpacing(space(5))
        self.column.addWidget(self._warning)
        self.column.addSpacing(space(3))
        self.column.addWidget(limits, 0, _FLUSH)
        self.column.addSpacing(space(1))
        self.column.addWidget(existing, 0, _FLUSH)
        self.column.addStretch()

    def _fit(self) -> None:
        self._shown_place.setText(str(self.folder if self.name else self._place))
        self._shown_place.setToolTip(tooltip(self._shown_place.text()))
        self._shown_place.setCursorPosition(0)
        refused = self.name and not places.is_name(self.name)
        self._name_field.set_error(self.obstacle() if refused else "")
        concern = places.concern(self._place)
        self._warning_words.setText(_concern_words(concern) if concern else "")
        self._warning.setVisible(concern is not None)
        self.changed.emit()

    def _ask_for_place(self) -> None:
        title = self.tr("Choose the folder to put the vault in")
        choose_folder(self, title, self._place, self.set_place)


def _concern_words(concern: Concern) -> str:
    words = {
        Worry.MISSING: QCoreApplication.translate(
            _CONTEXT, "This folder is not there. Choose another one, or connect its drive."
        ),
        Worry.READ_ONLY: QCoreApplication.translate(
            _CONTEXT, "Nothing can be saved in this folder. Choose another one."
        ),
        Worry.SYNCHRONISED: QCoreApplication.translate(
            _CONTEXT,
            "{service} synchronises this folder. Works, but open the vault on one computer at a "
            "time.",
        ),
        Worry.REMOVABLE: QCoreApplication.translate(
            _CONTEXT,
            "This folder is on a drive that can be taken out. Works, but open the vault on one "
            "computer at a time, and lock it before you take the drive out.",
        ),
    }
    return words[concern.worry].format(service=concern.service)


def _documents() -> Path:
    from platformdirs import user_documents_path  # noqa: PLC0415 - not needed to show the arch

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
