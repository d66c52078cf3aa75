"""The scenes of feedback: what arrived, what is kept, a request, and the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.queries.feedback import Shelf, listed
from ui.context import Destination
from ui.feedback.ask_sheet import AskSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gallery.scenes import Set


def shelf(wanted: Shelf) -> Callable[[Set], None]:
    """The first row of a shelf."""

    def show(stage: Set) -> None:
        row = next(row for row in listed(stage.vault.read) if row.shelf is wanted)
        stage.workspace.go(Destination("feedback", row.id, row.kind))

    return show


def act(name: str) -> Callable[[Set], None]:
    """A sheet over the page."""
    return lambda stage: stage.workspace.go(Destination("feedback", act=name))


def send(stage: Set) -> None:
    """What leaves with a form, before it does."""
    act("ask")(stage)
    sheet = stage.workspace.window().findChildren(AskSheet)[-1]
    sheet.put("about", "My part in the board talk, and the pause before the numbers")
    sheet.form.set_value("feedforward-form")
    sheet.put("reply_by", "28 May")
    sheet.submit()


def empty(stage: Set) -> None:
    """The page before anybody was asked."""
    window = stage.greenroom.window
    if window.workspace is not None:
        window.workspace.go(Destination("feedback"))
    stage.settle()
