from __future__ import annotations

from app.domain.sessions import Session, SessionState
from app.operations import sessions
from app.storage import session_rows
from app.vault import Vault
from tests.vaults import NOON


def test_without_a_person_no_session_is_before_another(vault: Vault) -> None:
    sessions.plan_session(vault, Session(state=SessionState.HELD).dated(NOON))
    later = sessions.plan_session(vault, Session().dated(NOON))
    assert session_rows.before(vault.read, later.id) is None


def test_nothing_is_flagged_or_packed_in_an_empty_vault(vault: Vault) -> None:
    assert session_rows.flagged(vault.read) == 0
    assert session_rows.in_packs(vault.read) == frozenset()
    assert session_rows.listed(vault.read) == []
