"""Competencies of one's own, and assessments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.changes import Op
from app.domain.competencies import Assessment, OwnCompetency
from app.domain.ids import Id
from app.vault import Vault


def add_competency(vault: Vault, competency: OwnCompetency) -> OwnCompetency:
    """A new competency of one's own."""
    with vault.transact(Op.ADD_COMPETENCY) as write:
        return write.put(competency)


def add_competencies(vault: Vault, competencies: Sequence[OwnCompetency]) -> None:
    """Several new ones at once, all or none."""
    with vault.transact(Op.ADD_COMPETENCIES) as write:
        for competency in competencies:
            write.put(competency)


def revise_competency(vault: Vault, competency: OwnCompetency) -> OwnCompetency:
    """The competency as it reads from now on; a shipped one gets its words of one's own.

    Assessments keep what they said when they were made.
    """
    with vault.transact(Op.REVISE_COMPETENCY) as write:
        kept = write.find(OwnCompetency, competency.id)
        return write.put(replace(competency, created=kept.created if kept else 0))


def archive_competency(vault: Vault, competency: OwnCompetency) -> OwnCompetency:
    """The competency offered nowhere from now on; what was said of it stays."""
    with vault.transact(Op.ARCHIVE_COMPETENCY) as write:
        return write.put(replace(competency, archived=True, deleted=None))


def bring_back(vault: Vault, competency_id: Id) -> OwnCompetency:
    """An archived competency offered again."""
    with vault.transact(Op.BRING_COMPETENCY_BACK) as write:
        return write.put(replace(write.get(OwnCompetency, competency_id), archived=False))


def delete_competency(vault: Vault, competency_id: Id) -> None:
    """One's own competency to the trash; a shipped one reads as it shipped again."""
    with vault.transact(Op.DELETE_COMPETENCY) as write:
        write.delete(write.get(OwnCompetency, competency_id))


def assess(vault: Vault, assessment: Assessment) -> Assessment:
    """A finished assessment, kept as it is for good."""
    with vault.transact(Op.ASSESS) as write:
        return write.put(assessment)


def delete_assessment(vault: Vault, assessment_id: Id) -> None:
    """A whole assessment to the trash, as it was."""
    with vault.transact(Op.DELETE_ASSESSMENT) as write:
        write.delete(write.get(Assessment, assessment_id))
