"""Feedback: asked for, arrived, and what the mentee makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.changes import Op
from app.domain.cycles import Person
from app.domain.feedback import Feedback, FeedbackState, Linked, Request, Way
from app.domain.forms import Consent
from app.domain.ids import NO_ID, Id
from app.errors import RuleBrokenError
from app.operations.people import known_or_new
from app.storage.writing import Write
from app.vault import Vault

_ALLOWS: Final = list(Consent)
"""What a giver allows, from the least to the most."""


class AlreadyArrivedError(RuleBrokenError):
    """The very same reply is in the vault."""

    message = "This reply is already here. Nothing was added."


class ConsentWidenedError(RuleBrokenError):
    """More would be allowed than the giver allowed."""

    message = (
        "Only the person who gave this can allow more. Ask them for a new reply; this one stays "
        "as they sent it."
    )


class QuarantinedError(RuleBrokenError):
    """Feedback would be used before it was read and kept."""

    message = "Read this first. Once you keep it, you can say what it is evidence for."


def ask(vault: Vault, request: Request, newcomer: Person | None = None) -> Request:
    """A form that goes out to somebody."""
    with vault.transact(Op.ASK_FEEDBACK) as write:
        if newcomer is not None:
            request = replace(request, person=known_or_new(write, newcomer).id)
        return write.put(request)


def revise_request(vault: Vault, request: Request) -> Request:
    """The request as it stands now, such as another day to reply by."""
    with vault.transact(Op.REVISE_REQUEST) as write:
        write.get(Request, request.id)
        return write.put(request)


def close_request(vault: Vault, request_id: Id) -> Request:
    """The mentee no longer waits for a reply; one that comes still finds its request."""
    with vault.transact(Op.CLOSE_REQUEST) as write:
        return write.put(replace(write.get(Request, request_id), closed=write.now.day))


def reopen_request(vault: Vault, request_id: Id) -> Request:
    """The mentee waits for a reply again."""
    with vault.transact(Op.REOPEN_REQUEST) as write:
        return write.put(replace(write.get(Request, request_id), closed=None))


def delete_request(vault: Vault, request_id: Id) -> None:
    """The request to the trash; what was answered stays."""
    with vault.transact(Op.DELETE_REQUEST) as write:
        write.delete(write.get(Request, request_id))


def receive(vault: Vault, feedback: Feedback) -> Feedback:
    """What somebody answered, into quarantine.

    Raises AlreadyArrivedError where the same reply is there, and not in the trash.
    """
    with vault.transact(Op.RECEIVE_FEEDBACK) as write:
        if feedback.sha256 and write.all(Feedback, sha256=feedback.sha256):
            raise AlreadyArrivedError
        arrived = replace(feedback, state=FeedbackState.ARRIVED, links=())
        return write.put(_placed(write, arrived))


def add_by_hand(vault: Vault, feedback: Feedback, newcomer: Person | None = None) -> Feedback:
    """What somebody said and the mentee typed in; it is kept at once."""
    with vault.transact(Op.ADD_FEEDBACK) as write:
        if newcomer is not None:
            feedback = replace(feedback, person=known_or_new(write, newcomer).id)
        return write.put(replace(feedback, state=FeedbackState.KEPT, way=Way.HAND))


def revise_by_hand(vault: Vault, feedback: Feedback, newcomer: Person | None = None) -> Feedback:
    """What was typed in by hand put right; of what came otherwise, whom it is from and on what."""
    with vault.transact(Op.REVISE_FEEDBACK) as write:
        before = write.get(Feedback, feedback.id)
        if newcomer is not None:
            feedback = replace(feedback, person=known_or_new(write, newcomer).id)
        if before.way is not Way.HAND:
            feedback = replace(before, about=feedback.about, person=feedback.person)
        return write.put(feedback)


def keep(vault: Vault, feedback_id: Id) -> Feedback:
    """The feedback out of quarantine, or no longer set aside."""
    with vault.transact(Op.KEEP_FEEDBACK) as write:
        feedback = write.get(Feedback, feedback_id)
        return write.put(replace(feedback, state=FeedbackState.KEPT))


def set_aside(vault: Vault, feedback_id: Id) -> Feedback:
    """The feedback read and not used for now; it is evidence for nothing and in no pack."""
    with vault.transact(Op.SET_FEEDBACK_ASIDE) as write:
        feedback = write.get(Feedback, feedback_id)
        return write.put(replace(feedback, state=FeedbackState.SET_ASIDE))


def note(vault: Vault, feedback_id: Id, text: str) -> Feedback:
    """The mentee's own note; a run of these is one step of undo until `vault.seal()`."""
    with vault.transact(Op.NOTE_FEEDBACK) as write:
        return write.put(replace(write.get(Feedback, feedback_id), note=text))


def link(vault: Vault, feedback_id: Id, target: Linked) -> Feedback:
    """The feedback as evidence for something; raises QuarantinedError before it is kept."""
    with vault.transact(Op.LINK_FEEDBACK) as write:
        feedback = write.get(Feedback, feedback_id)
        if feedback.state is not FeedbackState.KEPT:
            raise QuarantinedError
        if target in feedback.links:
            return feedback
        return write.put(replace(feedback, links=(*feedback.links, target)))


def unlink(vault: Vault, feedback_id: Id, target: Linked) -> Feedback:
    """The feedback no longer as evidence for something."""
    with vault.transact(Op.LINK_FEEDBACK) as write:
        feedback = write.get(Feedback, feedback_id)
        links = tuple(each for each in feedback.links if each != target)
        return write.put(replace(feedback, links=links))


def narrow_consent(vault: Vault, feedback_id: Id, consent: Consent) -> Feedback:
    """What the giver allows since they said so: only ever less than before.

    Raises ConsentWidenedError for more.
    """
    with vault.transact(Op.NARROW_CONSENT) as write:
        feedback = write.get(Feedback, feedback_id)
        if _ALLOWS.index(consent) > _ALLOWS.index(feedback.consent):
            raise ConsentWidenedError
        return write.put(replace(feedback, consent=consent))


def thank(vault: Vault, feedback_id: Id, day: date | None) -> Feedback:
    """When the giver was thanked; None for not yet."""
    with vault.transact(Op.THANK_GIVER) as write:
        return write.put(replace(write.get(Feedback, feedback_id), thanked=day))


def delete_feedback(vault: Vault, feedback_id: Id) -> None:
    """The feedback to the trash."""
    with vault.transact(Op.DELETE_FEEDBACK) as write:
        write.delete(write.get(Feedback, feedback_id))


def _placed(write: Write, feedback: Feedback) -> Feedback:
    """The feedback with whom it is from and what it is about, by the request it answers."""
    request = write.find(Request, feedback.request)
    if request is None:
        return replace(feedback, request=NO_ID)
    return replace(
        feedback,
        person=feedback.person or request.person,
        form=request.form,
        name=request.name,
        about=request.about,
    )
