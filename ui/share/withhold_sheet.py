"""Withholding passages of an item by selecting them in its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.packs import Passage
from app.sharing.texts import TITLE, FieldText, is_common, is_empty, is_same, says, texts
from ui import labels
from ui.context import Context
from ui.share.passage_text import PassageText, Selected
from ui.share.withheld_card import WithheldCard
from ui.share.withholding import ItemPassages
from ui.share.words import field_words, withholding_words
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.one_of import Answers
from ui.widgets.text import Label

_PAUSE_MS = 120
_MOST_OF_WINDOW = 0.42
_MARK, _NO_TRACE = "mark", "none"


class WithholdSheet(Dialog):
    """The texts of an item as they read; what is selected in them is withheld at once.

    All that is done before it closes is one step of undo.
    """

    def __init__(self, context: Context, item: ItemPassages, reader: str, parent: QWidget) -> None:
        super().__init__(self.tr("Withhold a passage"), parent, kind="sheet")
        self._context = context
        self._item = item
        self.text = PassageText(self.tr("What leaves of “{title}”").format(title=item.title))
        self.grow = Button(self.tr("Select more"), "link", icon="text-cursor-input", hint="Ctrl+.")
        self.trace = Answers(
            self.tr("In its place"),
            [
                (_MARK, self.tr("Leave a mark where it stood")),
                (_NO_TRACE, self.tr("Without a trace")),
            ],
        )
        self.hint = Label("", "caption", "text-2", wrap=True)
        self.cards: list[WithheldCard] = []
        self._cards = QVBoxLayout()
        self._pause = QTimer(self)
        about = self.tr("From “{title}”. What you select stays out of the whole pack.")
        self.set_subtitle(about.format(title=item.title))
        remembered = self.tr("Remembered for {name}, in this pack and in later ones.")
        self.set_note(remembered.format(name=reader))
        self._lay_out(parent.window())
        self._connect()
        context.vault.seal()
        self._at_first = item.passages
        self._show()
        self._show_hint()

    # Methods

    def submit(self) -> None:
        """Withhold what is selected, or say why it cannot be."""
        selected = self.text.selected()
        if words := self._refusal(selected):
            self._say(words)
            return
        marked = self.trace.value() == _MARK
        added = tuple(Passage(each.words, marked=marked) for each in selected)
        if self._keep((*_others(self._item.passages, added), *added)):
            self.text.drop_selection()
            self._say(self.tr("Withheld. Select more, or close."))

    def done(self, result: int) -> None:
        """Say what was changed, and offer to take it back."""
        self._context.vault.seal()
        words = withholding_words(self._at_first, self._item.passages)
        super().done(result)
        if words:
            self._context.messages.say(words, undo=True)

    # Building

    def _lay_out(self, window: QWidget) -> None:
        self.trace.set_value(_MARK)
        self.grow.setToolTip(self.tr("Word, sentence, paragraph, all of it (Ctrl+.)"))
        below = QVBoxLayout()
        below.setSpacing(4)
        leading = Qt.AlignmentFlag.AlignLeading
        below.addWidget(self.grow, 0, leading)
        below.addWidget(self.hint)
        below.addSpacing(8)
        below.addWidget(self.trace, 0, leading)
        self._cards.setSpacing(8)
        self.body.setSpacing(10)
        self.body.addWidget(self.text, 1)
        self.body.addLayout(below)
        self.body.addLayout(self._cards)
        done = self.add_action(Button(self.tr("Done"), "plain"))
        done.clicked.connect(self.accept)
        self.withhold = self.add_action(Button(self.tr("Withhold"), "primary"))
        self.withhold.setToolTip(self.tr("Withhold what is selected (Ctrl+Enter)"))
        self.withhold.clicked.connect(self.submit)
        self.focus_first(self.text)
        # What is said of the selection stays in sight below it, in large letters, too.
        self.text.setMaximumHeight(round(window.height() * _MOST_OF_WINDOW))

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_hint)
        self.text.selectionChanged.connect(self._pause.start)
        self.grow.clicked.connect(self._grow)
        self.trace.picked.connect(self._pick)
        for keys, act in (
            ("Ctrl+Return", self.submit),
            ("Ctrl+Enter", self.submit),
            ("Ctrl+.", self.text.grow),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def _show(self) -> None:
        """Show the item as it reads now, and what of it is withheld."""
        found = texts(self._item.whole)
        self.text.show_texts(found, [self._heading(each) for each in found])
        self._show_withheld()

    def _show_withheld(self) -> None:
        whole, passages = self._item.whole, self._item.passages
        self.text.mark(passages)
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [WithheldCard(each, changed=not says(whole, each.text)) for each in passages]
        for card, passage in zip(self.cards, passages, strict=True):
            card.turned.connect(self._acting(self._turn, passage))
            card.shown.connect(self._acting(self._show_again, passage))
            self._cards.addWidget(card)

    def _heading(self, text: FieldText) -> str:
        if text.day is not None:
            day = labels.short_day(text.day, self._context.today())
            return self.tr("Check-in of {day}").format(day=day)
        return text.label or field_words(text.field)

    def _show_hint(self) -> None:
        selected = self.text.selected()
        words = self._refusal(selected)
        if not words:
            words = " ".join(filter(None, map(self._about, selected)))
        self.hint.setText(words)

    def _refusal(self, selected: Iterable[Selected]) -> str:
        """Why what is selected cannot be withheld; empty where it can."""
        passages = [each.words for each in selected]
        if not passages:
            return self.tr("Select words with the mouse, or with Shift and the arrow keys.")
        if any(map(is_empty, passages)):
            return self.tr("There is no word in it. Select a little more.")
        if any(map(is_common, passages)):
            return self.tr("That is found in many words. Select a little more.")
        marked = self.trace.value() == _MARK
        if all(self._is_withheld(words, marked=marked) for words in passages):
            return self.tr("These words are withheld already.")
        return ""

    def _is_withheld(self, words: str, *, marked: bool) -> bool:
        return any(
            is_same(each.text, words) and each.marked == marked for each in self._item.passages
        )

    def _about(self, selected: Selected) -> str:
        """What to know of it first: that it is a whole field, and where it also stands."""
        parts = []
        if selected.whole and selected.text.field != TITLE:
            words = self.tr("That is all of “{field}”. You can untick it in the list instead.")
            parts.append(words.format(field=self._heading(selected.text)))
        if names := self._item.also_in(selected.words):
            words = self.tr("Also stands in: {places}. It stays there too.")
            parts.append(words.format(places=labels.listed(names)))
        return " ".join(parts)

    def _say(self, words: str) -> None:
        """Show a sentence below the text, have it read out, and go on in the text."""
        self.hint.setText(words)
        self._pause.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, words))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting

    def _grow(self) -> None:
        self.text.grow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, value: str | None) -> None:
        """One of the two holds always."""
        if value is None:
            self.trace.set_value(_MARK)
        self._show_hint()

    def _keep(self, passages: Iterable[Passage]) -> bool:
        kept = self._item.keep(tuple(passages))
        if kept:
            self._show_withheld()
        return kept

    def _turn(self, passage: Passage) -> None:
        other = replace(passage, marked=not passage.marked)
        if self._keep(other if each == passage else each for each in self._item.passages):
            trace = self.tr("A mark stands in its place."), self.tr("It leaves no trace.")
            self._say(trace[0] if other.marked else trace[1])

    def _show_again(self, passage: Passage) -> None:
        if self._keep(each for each in self._item.passages if each != passage):
            self._say(self.tr("It is shown again."))

    def _acting(self, act: Callable[[Passage], None], passage: Passage) -> Callable[[], None]:
        return lambda: act(passage)


def _others(passages: Iterable[Passage], added: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages that none of those to be added takes the place of."""
    new = [each.text for each in added]
    return tuple(each for each in passages if not any(is_same(each.text, one) for one in new))
