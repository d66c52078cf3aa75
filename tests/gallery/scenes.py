"""The scenes of the gallery: how to get to each page and dialog."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.entries import Entry
from app.domain.goals import Goal, GoalState, Stretch, StretchState
from app.domain.packs import Pack
from app.unlocking import approach
from app.vault import Vault
from ui.application import Greenroom
from ui.context import Destination
from ui.workspace import Workspace

_PATIENCE_SECONDS = 5.0


@dataclass
class Set:
    """The window on the sample vault, and the ways a scene moves in it."""

    greenroom: Greenroom
    folder: Path
    passphrase: str

    @property
    def workspace(self) -> Workspace:
        """The open vault's window, unlocked if it was not."""
        window = self.greenroom.window
        if window.workspace is None:
            window.enter(approach(self.folder).unlock(self.passphrase))
        assert window.workspace is not None
        return window.workspace

    @property
    def vault(self) -> Vault:
        """The open vault."""
        assert self.workspace
        vault = self.greenroom.window.vault
        assert vault is not None
        return vault

    def go(
        self, place: str, record: Entry | Goal | Stretch | Pack | None = None, act: str = ""
    ) -> None:
        """Go to a place, and to a record or act there."""
        workspace = self.workspace
        target = (
            Destination(place, id=record.id, act=act) if record else Destination(place, act=act)
        )
        workspace.go(target)

    def settle(self) -> None:
        """Let slow work arrive and layouts come to rest."""
        until = time.monotonic() + _PATIENCE_SECONDS
        turns = 0
        while time.monotonic() < until and (self.greenroom.desk.jobs.busy or turns < 6):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
            time.sleep(0.005)
            turns += 1

    def strike(self) -> None:
        """Close what lies over the window."""
        for widget in QApplication.topLevelWidgets():
            if shiboken6.isValid(widget) and isinstance(widget, QDialog):
                widget.close()
        self.settle()

    def active_goal(self) -> Goal:
        """A goal under way."""
        return next(g for g in self.vault.read.all(Goal) if g.state is GoalState.ACTIVE)

    def active_stretch(self) -> Stretch:
        """A stretch goal under way."""
        return next(s for s in self.vault.read.all(Stretch) if s.state is StretchState.ACTIVE)


@dataclass(frozen=True)
class Scene:
    """A picture of the gallery."""

    name: str
    prepare: Callable[[Set], None]


def _unlock(stage: Set) -> None:
    stage.greenroom.window.lock()
    stage.greenroom.window.show_unlock(stage.folder)


def _create(stage: Set) -> None:
    stage.greenroom.window.lock()
    stage.greenroom.window.show_create()


def _newest_entry(stage: Set) -> None:
    stage.go("journal", max(stage.vault.read.all(Entry), key=lambda entry: entry.at))


SCENES: tuple[Scene, ...] = (
    Scene("unlock", _unlock),
    Scene("create-vault", _create),
    Scene("today", lambda stage: stage.go("today")),
    Scene("journal", _newest_entry),
    Scene("plan", lambda stage: stage.go("plan")),
    Scene("goal-detail", lambda stage: stage.go("plan", stage.active_goal())),
    Scene("stretch", lambda stage: stage.go("stretch", stage.active_stretch())),
    Scene("check-in", lambda stage: stage.go("stretch", stage.active_stretch(), "check-in")),
    Scene("share-home", lambda stage: stage.go("share")),
    Scene("share-items", lambda stage: stage.go("share", stage.vault.read.all(Pack)[0])),
    Scene("settings", lambda stage: stage.go("settings")),
)
