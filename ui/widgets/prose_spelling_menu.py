"""The editor's menu: what a misspelt word could be, then what can be done with any text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from ui.widgets.spelling_source import NEXT_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.widgets.prose_spelling import ProseSpelling
    from ui.widgets.spelling_source import Source

_CONTEXT = "SpellingMenu"


def language_name(tag: str) -> str:
    """A language as people call it, with its country or variant where the tag names one."""
    language, *rest = tag.replace("-", "_").split("_")
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = QLocale.languageToString(locale.language())
    if not rest:
        return name
    if locale.name() == f"{language}_{rest[0]}":
        rest[0] = QLocale.territoryToString(locale.territory())
    words = QCoreApplication.translate(_CONTEXT, "{language} ({country})")
    return words.format(language=name, country=", ".join(rest))


def open_menu(
    editor: QPlainTextEdit, spelling: ProseSpelling, menu: QMenu, event: QContextMenuEvent
) -> None:
    """Open a menu for the word under the mouse, or under the caret if a key asked for it."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    if by_key:
        open_suggestions(editor, spelling, menu)
    else:
        place = editor.cursorForPosition(event.pos()).position()
        add_spelling(menu, spelling, spelling.word_at(place))
        menu.popup(event.globalPos())
    event.accept()


def open_suggestions(editor: QPlainTextEdit, spelling: ProseSpelling, menu: QMenu) -> None:
    """Open a menu for the word under the caret."""
    place = editor.textCursor().selectionStart()
    add_spelling(menu, spelling, spelling.word_at(place))
    menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))
    # So that Enter takes the first suggestion.
    menu.setActiveAction(menu.actions()[0])


def add_spelling(menu: QMenu, spelling: ProseSpelling, word: QTextCursor | None) -> None:
    """Put suggestions for a selected word that is misspelt on top, and the languages last."""
    if word is not None:
        menu.insertActions(menu.actions()[0], _about_word(menu, spelling, word))
    if spelling.source is not None:
        menu.addMenu(_languages(menu, spelling, spelling.source))


def _about_word(menu: QMenu, spelling: ProseSpelling, word: QTextCursor) -> list[QAction]:
    speller, source, text = spelling.speller, spelling.source, word.selectedText()
    suggested = speller.suggest(text) if speller else ()
    actions = [_action(menu, one, partial(word.insertText, one)) for one in suggested]
    if not suggested:
        actions.append(_action(menu, _tr("No suggestions"), None))
    actions.append(_separator(menu))
    if source is not None:
        actions.append(_action(menu, _tr("Add to dictionary"), lambda: source.add_word(text)))
    actions.append(_action(menu, _tr("Ignore in this entry"), lambda: spelling.ignore(text)))
    actions.append(_separator(menu))
    return actions


def _languages(menu: QMenu, spelling: ProseSpelling, source: Source) -> QMenu:
    """Whether spelling is checked, in which languages, and the way to the next word."""
    languages = QMenu(_tr("Spelling"), menu)
    following = languages.addAction(f"{_tr('Next misspelt word')}\t{NEXT_KEYS}")
    following.setEnabled(spelling.speller is not None)
    following.triggered.connect(lambda _=False: spelling.go_to_next())
    check = languages.addAction(_tr("Check spelling"))
    check.setCheckable(True)
    check.setChecked(source.on)
    check.toggled.connect(lambda on: source.switch(on=on))
    if source.found:
        languages.addSeparator()
    chosen = source.chosen()
    for tag in sorted(source.found, key=language_name):
        language = languages.addAction(language_name(tag))
        language.setCheckable(True)
        language.setChecked(tag in chosen)
        language.setEnabled(source.on)
        language.toggled.connect(lambda on, tag=tag: source.choose(tag, on=on))
    return languages


def _action(menu: QMenu, words: str, act: Callable[[], None] | None) -> QAction:
    # An ampersand would be taken for the mark of a key.
    action = QAction(words.replace("&", "&&"), menu)
    action.setEnabled(act is not None)
    if act is not None:
        action.triggered.connect(lambda _=False: act())
    return action


def _separator(menu: QMenu) -> QAction:
    separator = QAction(menu)
    separator.setSeparator(True)
    return separator


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
