"""The plum bar of each step: what will happen, and the buttons that make it happen."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from ui import labels
from ui.share.draft import DraftPack
from ui.share.frame import FlowFoot
from ui.share.words import counted, items_words
from ui.widgets.button import Button

RECIPIENT, ITEMS, CONSENT, SAVED = range(4)


class FlowActions(QObject):
    """The buttons of all four steps, and the words beside them."""

    def __init__(self, draft: DraftPack, foot: FlowFoot) -> None:
        super().__init__(foot)
        self._draft = draft
        self._foot = foot
        self.keep = Button(self.tr("Keep as draft"), "share-plain")
        self.choose = Button(self.tr("Choose items"), "share", trailing="arrow-right")
        self.review = Button(self.tr("Review and consent"), "share", trailing="arrow-right")
        self.back = Button(self.tr("Back to items"), "share-plain")
        self.save = Button(self.tr("Save PDF"), "share", icon="download")
        self.another = Button(self.tr("Save another copy"), "share-plain", icon="download")
        self.done = Button(self.tr("Done"), "share")

    def primary(self, step: int) -> Button:
        """The button that goes on from a step."""
        return (self.choose, self.review, self.save, self.done)[step]

    def show_step(self, step: int, *, ticked: bool) -> None:
        """Show the words and buttons of a step; `ticked` is the sentence of the third."""
        if step == RECIPIENT:
            self._foot.say(
                self.tr("A share pack is prepared in this vault."),
                self.tr("Nothing is saved outside the vault yet."),
            )
            self._foot.show_actions(self.keep, self.choose)
        elif step == ITEMS:
            self._show_items()
        elif step == CONSENT:
            self._foot.say(
                self.tr("Greenroom saves a file. You send it yourself."),
                self.tr("It stays on this computer until you do."),
            )
            ready = ticked and bool(self._draft.chosen)
            self._enable(self.save, self.tr("Tick the sentence first"), enabled=ready)
            self._foot.show_actions(self.back, self.save)
        else:
            self._foot.say(
                self.tr("The PDF is on this computer. You send it yourself."),
                self.tr("Once sent, a copy cannot be taken back."),
            )
            self._foot.show_actions(self.another, self.done)

    def _show_items(self) -> None:
        chosen, every = len(self._draft.chosen), len(self._draft.candidates)
        words = self.tr("{n} of {items} will leave this room.")
        details = self._withheld()
        if details:
            words = self.tr("{n} of {items} will leave this room, {details}.")
        heading = words.format(n=labels.number(chosen), items=items_words(every), details=details)
        one = QT_TRANSLATE_NOOP("Share", "1 item stays private.")
        many = QT_TRANSLATE_NOOP("Share", "%n items stay private.")
        rest = counted(one, many, every - chosen)
        detail = self.tr("{rest} Nothing is saved outside the vault yet.").format(rest=rest)
        if stale := len(self._draft.stale):
            one = QT_TRANSLATE_NOOP("Share", "1 ticked item has changed since: look at it again.")
            many = QT_TRANSLATE_NOOP("Share", "%n ticked items have changed: look at them again.")
            detail = counted(one, many, stale)
        self._foot.say(heading, detail)
        self._enable(self.review, self.tr("Tick an item first"), enabled=chosen > 0)
        self._foot.show_actions(self.keep, self.review)

    def _withheld(self) -> str:
        source = self._draft.source
        count = source.withheld_evidence + len(source.passages) + len(source.unnamed)
        one = QT_TRANSLATE_NOOP("Share", "1 detail withheld")
        many = QT_TRANSLATE_NOOP("Share", "%n details withheld")
        return counted(one, many, count) if count else ""

    def _enable(self, button: Button, why: str, *, enabled: bool) -> None:
        button.setEnabled(enabled)
        button.setToolTip("" if enabled else why)
        button.setAccessibleDescription("" if enabled else why)
