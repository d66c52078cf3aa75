"""What leaves once more, who is named in it and how, and what locks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.cycles import Person, Relation
from app.domain.entries import Entry
from app.domain.feedback import Feedback, FeedbackState
from app.domain.forms import Consent
from app.domain.goals import Goal
from app.domain.packs import Passage
from app.operations import packs
from tests.ui.share_desk import GOAL, ShareDesk
from tests.vaults import NOON
from ui import messages
from ui.share.actions import CONSENT, ITEMS, RECIPIENT, SAVED
from ui.share.people_card import NAME, ROLE
from ui.widgets.text import Elided, Label

pytestmark = pytest.mark.qt
PRIYA = Person(name="Priya Nair", relation=Relation.PEER)
SANA = Person(name="Sana Iqbal", relation=Relation.MANAGER)
ENTRY = Entry(
    title="Planning day", body="Sana asked me why. I said nothing at all to her.",
    at=NOON.at, offset=NOON.offset, day=NOON.day,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[ShareDesk]:
    """A pack of a goal that names Priya, and an entry that names Sana, at its consent."""
    made = ShareDesk(tmp_path, PRIYA, SANA, ENTRY)
    qtbot.addWidget(made.page)
    made.begin()
    made.press("Delegate")
    made.press("Planning day")
    made.flow.actions_below.review.click()
    assert made.flow.step == CONSENT
    yield made
    made.close()


def called(desk: ShareDesk) -> dict[str, str]:
    rows = desk.flow.consent.people.rows
    names = {PRIYA.id: "Priya", SANA.id: "Sana"}
    return {names[person]: choice.view() for person, choice in rows.items()}


def told(desk: ShareDesk) -> list[str]:
    layout = desk.flow.consent._rows
    found = (layout.itemAt(at) for at in range(layout.count()))
    rows = [item.widget() for item in found if item]
    return [label.text() for row in rows if row for label in row.findChildren(Label)]


def test_everybody_who_is_named_is_by_name_at_first(desk: ShareDesk) -> None:
    assert called(desk) == {"Priya": NAME, "Sana": NAME}
    choice = desk.flow.consent.people.rows[PRIYA.id]
    assert choice.accessibleName() == "How to call Priya Nair"
    assert [choice.tabText(at) for at in range(2)] == ["Name", "Say “a colleague”"]


def test_a_role_takes_the_place_of_a_name_and_can_be_taken_back(desk: ShareDesk) -> None:
    desk.flow.consent.consent.check.click()
    choice = desk.flow.consent.people.rows[PRIYA.id]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert desk.pack().unnamed == (PRIYA.id,)
    assert called(desk) == {"Priya": ROLE, "Sana": NAME}
    assert choice.hasFocus() or desk.flow.consent.people.rows[PRIYA.id] is choice
    assert not desk.flow.consent.consent.check.isChecked()
    assert "1 name" in told(desk)
    desk.vault.undo()
    assert called(desk) == {"Priya": NAME, "Sana": NAME}


def test_one_press_calls_everybody_by_their_role(desk: ShareDesk) -> None:
    desk.flow.consent.people.roles.click()
    assert called(desk) == {"Priya": ROLE, "Sana": ROLE}
    assert set(desk.pack().unnamed) == {PRIYA.id, SANA.id}
    assert not desk.flow.consent.people.roles.isVisible()
    desk.flow.consent.people.rows[SANA.id].setCurrentIndex(0)
    assert desk.pack().unnamed == (PRIYA.id,)


def test_each_mention_leads_to_its_item(desk: ShareDesk) -> None:
    card = desk.flow.consent.people
    assert not any(row.isVisible() for row in card.mentions)
    card.check.click()
    names = [row.accessibleName() for row in card.mentions]
    assert names == [
        "Priya Nair, Delegate, Why: So that Priya can",
        "Sana Iqbal, Planning day, Text: Sana asked me why. I said nothing at all to her.",
    ]
    assert card.mentions[0].hasFocus()
    QTest.keyClick(card.mentions[1], Qt.Key.Key_Return)
    assert desk.flow.step == ITEMS
    assert desk.flow.items.list.currentIndex() == desk.index("Planning day")
    assert desk.row("Planning day").opened


def test_a_mention_on_the_first_page_leads_to_its_field(desk: ShareDesk) -> None:
    desk.flow.go(RECIPIENT)
    desk.flow.recipient.note.setPlainText("Ask Priya, please.")
    desk.flow.actions_below.choose.click()
    desk.flow.actions_below.review.click()
    card = desk.flow.consent.people
    card.check.click()
    assert card.mentions[0].accessibleName().startswith("Priya Nair, First page, Note")
    card.mentions[0].click()
    assert desk.flow.step == RECIPIENT
    assert desk.flow.recipient.note.hasFocus()


def test_what_is_withheld_of_an_item_stands_on_its_row(desk: ShareDesk) -> None:
    passages = (Passage("I said nothing at all to her."),)
    pack = desk.pack()
    item = pack.items[1]
    desk.vault.seal()
    packs.withhold(desk.vault, pack, item, passages)
    now = desk.titled("Planning day").choice(item.fields)
    packs.revise(desk.vault, desk.pack().with_item(now))
    assert "1 passage" in told(desk)
    assert desk.flow.consent._left_out.text() == (
        "Support to ask for, 1 passage and your other 1 item."
    )


def test_the_strength_of_a_passphrase_is_told_and_a_weak_one_is_refused(
    desk: ShareDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.pdf"
    monkeypatch.setattr(messages, "choose_new_file", lambda *given, **_: given[3](place))
    card = desk.flow.consent.passphrase
    desk.flow.consent.consent.check.click()
    card.switch.click()
    first = card.passphrase
    qtbot.waitUntil(lambda: "trong" in card.strength.words, timeout=5_000)
    card.another.click()
    assert card.passphrase not in {None, first}
    card.field.passphrase.setText("ruth1234")
    desk.flow.actions_below.save.click()
    assert desk.flow.step == CONSENT
    assert card.field.error == "This passphrase is too easy to guess. Add a word or two."
    card.suggest()
    desk.flow.actions_below.save.click()
    qtbot.waitUntil(lambda: desk.flow.step == SAVED, timeout=20_000)


def test_a_passphrase_is_lent_to_the_clipboard(desk: ShareDesk) -> None:
    card = desk.flow.consent.passphrase
    card.switch.click()
    card.copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == card.passphrase
    assert "x-kde-passwordManagerHint" in clipboard.mimeData().formats()
    card._clipboard.take_back()
    assert clipboard.text() == ""


def test_what_was_looked_for_is_listed_in_words(
    desk: ShareDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "b.pdf"
    monkeypatch.setattr(messages, "choose_new_file", lambda *given, **_: given[3](place))
    item = desk.pack().items[1]
    packs.withhold(desk.vault, desk.pack(), item, (Passage("I said nothing at all to her."),))
    now = desk.titled("Planning day").choice(item.fields)
    packs.revise(desk.vault, desk.pack().with_item(now))
    desk.flow.consent.people.rows[PRIYA.id].setCurrentIndex(1)
    desk.flow.consent.consent.check.click()
    desk.flow.actions_below.save.click()
    qtbot.waitUntil(lambda: desk.flow.step == SAVED, timeout=20_000)
    found = [label.text() for label in desk.flow.saved.findChildren(Elided)]
    assert "1 passage in Planning day" in found
    assert "The name of one person" in found
    assert "Support to ask for, in Delegate" in found
    assert GOAL.support not in " ".join(found)


def test_tab_goes_as_one_reads(desk: ShareDesk) -> None:
    consent = desk.flow.consent
    card = consent.people
    card.check.click()
    reading = [
        *card.rows.values(), card.check, card.roles, *card.mentions, consent.passphrase.switch
    ]  # fmt: skip
    consent.consent.check.setFocus()
    for widget in reading:
        QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Tab)
        assert desk.page.focusWidget() is widget


def test_the_whole_sentence_is_seen_when_the_step_opens(desk: ShareDesk, qtbot: QtBot) -> None:
    desk.page.resize(960, 420)
    desk.flow.go(ITEMS)
    desk.put(*(Goal(title=f"Goal {number}") for number in range(20)))
    desk.page.refresh()
    desk.flow.items.suggest.click()
    desk.flow.go(CONSENT)
    desk.stage.settle()
    consent, card = desk.flow.consent, desk.flow.consent.consent

    def is_seen() -> bool:
        top = card.mapTo(consent.viewport(), card.rect().topLeft()).y()
        return top >= 0 and top + card.height() <= consent.viewport().height()

    qtbot.waitUntil(is_seen)
    desk.flow.consent.show_pack(3)
    desk.stage.settle()
    qtbot.waitUntil(is_seen)


def test_who_gave_feedback_without_their_name_has_no_choice_and_is_told_why(
    desk: ShareDesk,
) -> None:
    given = Feedback(
        person=SANA.id, name="Feedforward", about="Planning",
        state=FeedbackState.KEPT, consent=Consent.UNNAMED,
    )  # fmt: skip
    desk.put(given)
    desk.flow.go(ITEMS)
    desk.press("Feedforward")
    desk.flow.go(CONSENT)
    people = desk.flow.consent.people
    assert called(desk) == {"Priya": NAME}
    told = [label.text() for label in people.findChildren(Label)]
    assert (
        "Called “somebody I asked” in all of this PDF: feedback of theirs may leave only without "
        "their name."
    ) in told
    people.roles.click()
    assert desk.pack().unnamed == (PRIYA.id,)
