"""Actions: what the mentee owes others, and others the mentee."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.cycles import Person
from app.domain.ids import Id
from app.domain.sessions import Action, ActionState
from app.operations.people import known_or_new
from app.storage.writing import Write
from app.vault import Vault


def add_action(vault: Vault, action: Action, newcomer: Person | None = None) -> Action:
    """A new action, with somebody new where there is a newcomer."""
    with vault.transact(Op.ADD_ACTION) as write:
        return write.put(_with(write, action, newcomer))


def revise_action(vault: Vault, action: Action, newcomer: Person | None = None) -> Action:
    """The action as it reads now."""
    with vault.transact(Op.REVISE_ACTION) as write:
        write.get(Action, action.id)
        return write.put(_with(write, action, newcomer))


def settle_action(vault: Vault, action_id: Id, state: ActionState) -> Action:
    """The action done, dropped, or open again, as of today."""
    with vault.transact(Op.SETTLE_ACTION) as write:
        action = write.get(Action, action_id)
        if action.state is state:
            return action
        day = None if state is ActionState.OPEN else write.now.day
        return write.put(replace(action, state=state, state_day=day))


def delete_action(vault: Vault, action_id: Id) -> None:
    """The action to the trash."""
    with vault.transact(Op.DELETE_ACTION) as write:
        write.delete(write.get(Action, action_id))


def _with(write: Write, action: Action, newcomer: Person | None) -> Action:
    if newcomer is None:
        return action
    return replace(action, person=known_or_new(write, newcomer).id)
