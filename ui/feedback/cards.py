"""The cards beside the answers: what they belong to, what the giver allows, what was left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.feedback import Request, Way
from app.domain.forms import CONSENT, Consent
from app.queries.feedback import FeedbackView
from ui.feedback.arrival import Arrival, ignored_words
from ui.feedback.words import allowed_words, means_words, who_words
from ui.labels import listed, short_day
from ui.widgets.button import Button
from ui.widgets.given_words import GivenWords
from ui.widgets.icons import Picture
from ui.widgets.styling import Card
from ui.widgets.text import Label

_LABELS = 60


class HeadedCard(Card):
    """A card with an icon before its heading; `column` takes more."""

    def __init__(self, kind: str = "card") -> None:
        super().__init__(kind)
        self.picture = QHBoxLayout()
        self.heading = Label("", "section", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(self.picture)
        head.addWidget(self.heading, 1)
        self.column.addLayout(head)
        self._icon = ("", "")

    def head(self, icon: str, words: str, colour: str = "text") -> None:
        """Show an icon and a heading in a colour."""
        self.heading.setText(words)
        self.heading.set_colour(colour)
        self.setAccessibleName(words)
        if (icon, colour) == self._icon:
            return
        self._icon = (icon, colour)
        while item := self.picture.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.picture.addWidget(Picture(icon, colour, 16), 0, Qt.AlignmentFlag.AlignVCenter)


class Facts(QWidget):
    """Pairs of a label and what it says, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show those that say something."""
        told = tuple((label, words) for label, words in facts if words)
        if told == self._shown:
            return
        self._shown = told
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, words) in enumerate(told):
            name = Label(label, "caption", "text-2")
            name.setMinimumWidth(_LABELS)
            name.setContentsMargins(0, 2, 0, 0)
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(GivenWords(words, "body"), row, 1, top)


class MatchCard(HeadedCard):
    """The request that it answers, or that none is known; `asked` is for the way to either."""

    request_asked = Signal()
    giver_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self._note = Label("", "caption", "text-2", wrap=True)
        self.show_request = Button(self.tr("Show the request"), "link")
        self.choose_giver = Button(self.tr("Say who it is from"), "link")
        self.column.addWidget(self.facts)
        self.column.addWidget(self._note)
        for button in (self.show_request, self.choose_giver):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for button, signal in (
            (self.show_request, self.request_asked),
            (self.choose_giver, self.giver_asked),
        ):
            button.clicked.connect(signal)

    def show_view(self, view: FeedbackView, today: date) -> None:
        """Show what it belongs to."""
        request, given = view.request, view.feedback
        self.show_request.setVisible(request is not None)
        self.choose_giver.setVisible(view.who is None)
        if request is not None:
            self.head("circle-check", self.tr("Matches your request"), "accent-text")
        elif given.way is Way.HAND:
            self.head("pencil", self.tr("You typed it in"))
        else:
            self.head("circle-question-mark", self.tr("No request of yours matches"))
        self.facts.show_facts([*self._asked(request, today), *self._given(view, today)])
        note = "" if request or given.way is Way.HAND else self._alone()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _asked(self, request: Request | None, today: date) -> list[tuple[str, str]]:
        if request is None:
            return []
        by = short_day(request.reply_by, today) if request.reply_by else ""
        asked = short_day(request.asked, today)
        return [(self.tr("Asked"), asked), (self.tr("Reply by"), by)]

    def _given(self, view: FeedbackView, today: date) -> list[tuple[str, str]]:
        given = view.feedback
        signed = given.giver if given.giver != view.name else ""
        thanked = short_day(given.thanked, today) if given.thanked else ""
        return [
            (self.tr("About"), given.about),
            (self.tr("Signed"), signed),
            (self.tr("Thanked"), thanked),
        ]

    def _alone(self) -> str:
        return self.tr("Its answers are shown under the names that the file gives them.")


class AllowsCard(QWidget):
    """What the giver allows, which cannot be widened here."""

    def __init__(self) -> None:
        super().__init__()
        self.card = HeadedCard()
        self.allowed = Label("", "section", wrap=True)
        self.means = Label("", "caption", "text-2", wrap=True)
        self.note = Label("", "caption", "text-2", wrap=True)
        self.card.column.setSpacing(6)
        self.card.column.addWidget(self.allowed)
        self.card.column.addWidget(self.means)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.note)

    def show_view(self, view: FeedbackView) -> None:
        """Show what is allowed, and whether that was said."""
        given = view.feedback
        self.card.head("user", self.tr("{name} allows").format(name=who_words(view.short)))
        self.allowed.setText(allowed_words(given.consent))
        fixed = self.tr("You cannot change that here.")
        self.means.setText(f"{means_words(given.consent)} {fixed}")
        self.note.setText(self._note(view))
        self.note.setVisible(bool(self.note.text()))

    def _note(self, view: FeedbackView) -> str:
        given = view.feedback
        if given.way is Way.HAND:
            return self.tr("As you typed it in.")
        if given.consent is not Consent.PRIVATE:
            return self.tr("Had they left this blank, their words would stay private.")
        chosen = [each.chosen for each in given.answers if each.question == CONSENT]
        if any(chosen):
            return ""
        return self.tr("They left this blank, so their words stay private.")


class ArrivalCard(HeadedCard):
    """What was left alone in what arrived, and what of it could not be read."""

    def __init__(self) -> None:
        super().__init__("quiet-card")
        self._words = Label("", "caption", "text-2", wrap=True)
        self.column.addWidget(self._words)
        self.head("shield-check", self.tr("What was not read"))

    def show_arrival(self, arrival: Arrival, view: FeedbackView) -> None:
        """Show it; the card vanishes where there is nothing to say."""
        labels = {each.question: each.label for each in view.feedback.answers}
        lines = [ignored_words(arrival)]
        if arrival.unread:
            names = listed([labels.get(each, each) for each in arrival.unread])
            words = self.tr("Could not be made out: {questions}. Look at what they sent.")
            lines.append(words.format(questions=names))
        if arrival.cut:
            names = listed([labels.get(each, each) for each in arrival.cut])
            words = self.tr("Longer than is kept: {questions}.")
            lines.append(words.format(questions=names))
        said = "\n".join(line for line in lines if line)
        self._words.setText(said)
        self.setVisible(bool(said))
