from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock, Moment
from app.content.library import Library
from app.domain.competencies import Assessment
from app.domain.cycles import Cycle, Person
from app.domain.entries import Entry, Evidence
from app.domain.experiences import Experience
from app.domain.feedback import Feedback, Request
from app.domain.goals import Attempt, CheckIn, Goal, GoalState, Milestone, Stretch
from app.domain.ids import NO_ID, Kind
from app.domain.packs import Pack, PackType, Passage, more
from app.domain.sessions import Session, SessionState
from app.domain.support import Support
from app.operations import sample
from app.operations.story_ids import record_id
from app.queries.packs import source
from app.security.recovery import RecoveryKey
from app.storage.errors import DiskFullError
from app.unlocking import FolderTakenError
from app.vault import Vault
from tests.vaults import NOON, PASSPHRASE, cheap, reopened


def test_the_story_ends_now_and_hangs_together(vault: Vault) -> None:
    library = Library()
    sample.fill(vault, library)
    read = vault.read
    entries = {entry.id: entry for entry in read.all(Entry)}
    assert len(entries) == len(library.story.entries)
    newest = max(entry.day for entry in entries.values())
    assert NOON.day - timedelta(days=7) <= newest <= NOON.day
    aims = {aim.id for cls in (Goal, Stretch) for aim in read.all(cls)}
    assert {step.goal for step in read.all(Milestone)} <= aims
    assert {note.goal for note in read.all(CheckIn)} <= aims
    assert {attempt.goal for attempt in read.all(Attempt)} <= aims
    assert {support.goal for support in read.all(Support)} <= aims
    experiences = {experience.id for experience in read.all(Experience)}
    for link in read.all(Evidence):
        assert link.entry in entries
        assert link.target in aims | experiences
    people = {person.id for person in read.all(Person)}
    assert {assessment.person for assessment in read.all(Assessment)} <= {NO_ID, *people}
    for cycle in read.all(Cycle):
        assert {cycle.start_entry, cycle.middle_entry, cycle.exit_entry} <= {NO_ID, *entries}
    assert any(goal.state is GoalState.ACTIVE for goal in read.all(Goal))


def test_every_entry_and_goal_on_an_agenda_and_every_request_of_feedback_is_there(
    vault: Vault,
) -> None:
    sample.fill(vault, Library())
    read = vault.read
    known = {record.id for cls in (Entry, Goal, Stretch) for record in read.all(cls)}
    pulled = {item.record for s in read.all(Session) for item in s.agenda if item.kind}
    assert pulled
    assert pulled <= known
    requests = {request.id for request in read.all(Request)}
    assert {said.request for said in read.all(Feedback)} <= {NO_ID, *requests}
    held = {
        item.record
        for session in read.all(Session, state=SessionState.HELD)
        for item in session.agenda
    }
    assert not any(entry.bring for entry in read.all(Entry) if entry.id in held)


def test_its_packs_hold_nothing_private(vault: Vault) -> None:
    library = Library()
    sample.fill(vault, library)
    private = {entry.title for entry in library.story.entries if entry.keep_private}
    titles = {entry.id: entry.title for entry in vault.read.all(Entry)}
    packs = vault.read.all(Pack)
    assert packs
    for pack in packs:
        for item in pack.items:
            assert not set(item.fields) & set(more(pack.type, item.kind))
            if item.kind is Kind.ENTRY:
                assert titles[item.id] not in private


def test_its_packs_withhold_the_passages_that_the_story_took_out(vault: Vault) -> None:
    library = Library()
    sample.fill(vault, library)
    for told in library.story.share_packs:
        pack = vault.read.get(Pack, record_id(told.id))
        of_pack = source(vault, pack, library)
        withheld = {each.id: each.passages for each in of_pack.chosen if each.passages}
        assert withheld == {
            record_id(item.id): tuple(map(Passage, item.withheld))
            for item in told.included
            if item.withheld
        }
        assert of_pack.passages
        assert pack.type == PackType(told.type)


def test_a_vault_tells_of_what_is_summed_up_less_than_of_what_is_whole(vault: Vault) -> None:
    sample.fill(vault, Library())
    (pack,) = vault.read.among(Pack, "id", [record_id("pack-sponsor-brief")])
    fields = {item.id: item.fields for item in pack.items}
    assert fields[record_id("experience-warnings-project")] == ("did", "outcome")
    assert fields[record_id("experience-rotation")] == ("outcome",)
    assert fields[record_id("goal-anyone-can-stop")] == ("measure",)


def test_a_sample_vault_is_closed_and_opens_by_its_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "Sample.greenroom"
    sample.create(folder, PASSPHRASE, FixedClock(NOON), Library(), cheap())
    vault = reopened(folder)
    assert vault.read.count(Kind.ENTRY) > 0
    vault.close()


def test_a_sample_that_fails_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(sample, "fill", fail)
    with pytest.raises(DiskFullError):
        sample.create(tmp_path / "x", PASSPHRASE, FixedClock(NOON), Library(), cheap())
    assert list(tmp_path.iterdir()) == []


def test_what_its_packs_chose_is_current(vault: Vault) -> None:
    """Nothing in them counts as edited since it was chosen, however slow the clock runs."""
    vault.clock = _RunningClock(NOON)
    sample.fill(vault, Library())
    for pack in vault.read.all(Pack):
        assert len(source(vault, pack, Library()).chosen) == len(pack.items) > 0


class _RunningClock(FixedClock):
    def now(self) -> Moment:
        self.advance(1)
        return super().now()


def test_the_recovery_key_of_a_sample_that_was_not_made_is_wiped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = RecoveryKey.generate()
    monkeypatch.setattr(RecoveryKey, "generate", lambda: recovery)
    with pytest.raises(FolderTakenError):
        sample.create(tmp_path, PASSPHRASE, FixedClock(NOON), Library(), cheap())
    assert not any(recovery.secret)
