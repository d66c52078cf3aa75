"""The places of the rail, in order; each page is imported when a vault first shows it.

The arch needs none of them, and importing them would double the time until it is painted.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ui.context import Context
from ui.desk import Desk
from ui.page import Page

SETTINGS: Final = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """A place and how its page is made; `listed` ones stand on the rail and have a number.

    The others have `keys` of their own, or are `under` a listed one: as a `tab` of it, to which
    its keys return, or as a page that one only visits from there.
    """

    name: str
    icon: str
    make: Callable[[Context, Desk], Page]
    listed: bool = True
    keys: str = ""
    under: str = ""
    tab: bool = True


def _today(context: Context, _desk: Desk) -> Page:
    from ui.today.page import TodayPage

    return TodayPage(context)


def _journal(context: Context, _desk: Desk) -> Page:
    from ui.journal.page import JournalPage

    return JournalPage(context)


def _plan(context: Context, _desk: Desk) -> Page:
    from ui.plan.page import PlanPage

    return PlanPage(context)


def _stretch(context: Context, _desk: Desk) -> Page:
    from ui.stretch.page import StretchPage

    return StretchPage(context)


def _sessions(context: Context, _desk: Desk) -> Page:
    from ui.sessions.page import SessionsPage

    return SessionsPage(context)


def _feedback(context: Context, _desk: Desk) -> Page:
    from ui.feedback.page import FeedbackPage

    return FeedbackPage(context)


def _people(context: Context, _desk: Desk) -> Page:
    from ui.people.page import PeoplePage

    return PeoplePage(context)


def _actions(context: Context, _desk: Desk) -> Page:
    from ui.all_actions.page import AllActionsPage

    return AllActionsPage(context)


def _growth(context: Context, _desk: Desk) -> Page:
    from ui.growth.page import GrowthPage

    return GrowthPage(context)


def _share(context: Context, _desk: Desk) -> Page:
    from ui.share.page import SharePage

    return SharePage(context)


def _search(context: Context, _desk: Desk) -> Page:
    from ui.search.page import SearchPage

    return SearchPage(context)


def _settings(context: Context, desk: Desk) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(context, desk)


PLACES: tuple[Place, ...] = (
    Place("today", "sun", _today),
    Place("journal", "notebook-pen", _journal),
    Place("plan", "map", _plan),
    Place("stretch", "mountain", _stretch),
    Place("sessions", "messages-square", _sessions),
    Place("growth", "sprout", _growth),
    Place("share", "send", _share),
    Place("feedback", "message-square-quote", _feedback, listed=False, under="sessions"),
    Place("people", "users", _people, listed=False, under="sessions"),
    Place("actions", "list-checks", _actions, listed=False, under="sessions", tab=False),
    Place("search", "search", _search, listed=False, keys="Ctrl+Shift+F"),
    Place(SETTINGS, "settings-2", _settings, listed=False, keys="Ctrl+,"),
)
