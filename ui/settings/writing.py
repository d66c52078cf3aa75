"""Settings: the width and size of text, and what its spelling is checked with."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings import TEXT_SIZES, TEXT_WIDTHS
from ui.context import Context
from ui.desk import Desk
from ui.settings.own_words import OwnWords
from ui.settings.section import Section
from ui.settings.writing_sample import WritingSample
from ui.theme import current_theme
from ui.widgets.check import Check, Switch
from ui.widgets.choice import Choice
from ui.widgets.prose_spelling_menu import language_name
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_CONTEXT = "WritingSection"


class WritingSection(Section):
    """How writing looks on this computer, its languages, and the words of this vault."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(_CONTEXT, "Writing")
        super().__init__(title, "", parent)
        self._context = context
        self._desk = desk
        narrow, comfortable, wide = map(str, TEXT_WIDTHS)
        self._width = Segmented(
            [
                (narrow, self.tr("Narrow")),
                (comfortable, self.tr("Comfortable")),
                (wide, self.tr("Wide")),
            ],
            name=self.tr("Text width"),
        )
        self._size = Choice(
            [(self.tr("{size} pixels").format(size=size), size) for size in TEXT_SIZES],
            name=self.tr("Size of the writing"),
        )
        self._switch = Switch(name=self.tr("Check spelling"))
        self._languages = Languages(context)
        self._words = OwnWords(context)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now, the languages that were found, and the words of the vault."""
        self._show_choices()
        self._words.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for dictionaries the first time that somebody wants to see them."""
        super().showEvent(event)
        self._context.spelling.find()

    # Private

    def _show_choices(self) -> None:
        """Show what belongs to this computer, also while the vault is being locked."""
        settings = self._desk.settings
        self._width.set_view(str(settings.text_width))
        self._size.set_value(settings.text_size)
        self._switch.blockSignals(True)
        self._switch.setChecked(settings.spelling)
        self._switch.blockSignals(False)
        self._languages.refresh()

    def _lay_out(self) -> None:
        text = self.add_group(self.tr("Text"))
        width = self.tr("How long the lines of an entry may be.")
        text.add_row(self.tr("Text width"), width, self._width)
        size = self.tr("What you write and read. The text size in Appearance changes everything.")
        text.add_row(self.tr("Size of the writing"), size, self._size)
        text.add_part(self._sample())
        spelling = self.add_group(self.tr("Spelling"))
        words = self.tr("Nothing leaves this computer. F7 goes to the next misspelt word.")
        spelling.add_row(self.tr("Check spelling"), words, self._switch)
        spelling.add_part(self._languages)
        self.column.addWidget(self._words)
        self.column.addStretch(1)

    def _sample(self) -> QWidget:
        words = self.tr(
            "Ten minutes before the session I wrote down what I was afraid of. Read aloud, it was "
            "**two sentences**, and one of them was a question I could ask."
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 12)
        column.addWidget(WritingSample(words))
        return holder

    def _connect(self) -> None:
        spelling = self._context.spelling
        self._width.chosen.connect(self._choose_width)
        self._size.picked.connect(self._choose_size)
        self._switch.toggled.connect(lambda on: spelling.switch(on=on))
        self._desk.settings_changed.connect(self._show_choices)
        spelling.changed.connect(self._show_choices)

    def _choose_width(self, width: str) -> None:
        self._desk.choose(replace(self._desk.settings, text_width=int(width)))

    def _choose_size(self, size: object) -> None:
        self._desk.choose(replace(self._desk.settings, text_size=cast("int", size)))


class Languages(QWidget):
    """The languages there are dictionaries for, each with a check; or how to get some."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._spelling = context.spelling
        self._shown: tuple[str, ...] | None = None
        self._checks: dict[str, Check] = {}
        self._words = Label("", "caption", "text-2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(current_theme().space(1))
        self._column.addWidget(Label(self.tr("Languages"), "label"))
        self._column.addWidget(self._words)

    @property
    def checks(self) -> dict[str, Check]:
        """The checks, by the tag of their language."""
        return self._checks

    def refresh(self) -> None:
        """Show what was found and what is chosen."""
        spelling = self._spelling
        self._words.setText(self._sentence())
        if self._shown != spelling.found:
            self._shown = spelling.found
            self._fill()
        chosen = spelling.chosen()
        for tag, check in self._checks.items():
            check.blockSignals(True)
            check.setChecked(tag in chosen)
            check.blockSignals(False)
            check.setEnabled(spelling.on)

    def _fill(self) -> None:
        for check in self._checks.values():
            check.deleteLater()
        self._checks = {}
        for tag in sorted(self._spelling.found, key=language_name):
            check = Check(language_name(tag))
            check.toggled.connect(partial(self._choose, tag))
            self._column.addWidget(check)
            self._checks[tag] = check

    def _choose(self, tag: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._spelling.choose(tag, on=on)

    def _sentence(self) -> str:
        if self._spelling.found:
            return self.tr("Several may be on: a word is right if one of them knows it.")
        if not self._spelling.looked:
            return self.tr("Looking for dictionaries...")
        none = self.tr("No spelling dictionaries were found on this computer.")
        return f"{none} {self._way()}"

    def _way(self) -> str:
        """How to get dictionaries on this system."""
        if sys.platform == "win32":
            return self.tr(
                "Put the two files of a Hunspell dictionary into the folder enchant\\hunspell of "
                "your local app data, then start Greenroom again."
            )
        if sys.platform == "darwin":
            return self.tr(
                "Install Enchant, with Homebrew for instance: brew install enchant. Then start "
                "Greenroom again."
            )
        return self.tr(
            "On Debian, install libenchant-2-2 and the dictionary of your language, such as "
            "hunspell-en-gb. Then start Greenroom again."
        )
