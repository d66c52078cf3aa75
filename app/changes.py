"""What happened: the operations there are, and the message that follows each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.domain.ids import Id, Kind


class Op(StrEnum):
    """Every operation that writes; its value names it in the change log."""

    ADD_ENTRY = "add_entry"
    WRITE_ENTRY = "write_entry"
    DELETE_ENTRY = "delete_entry"
    LINK_EVIDENCE = "link_evidence"
    UNLINK_EVIDENCE = "unlink_evidence"
    QUOTE_EVIDENCE = "quote_evidence"
    RESTORE_VERSION = "restore_version"
    RENAME_TAG = "rename_tag"
    ADD_IMAGE = "add_image"
    ADD_TEMPLATE = "add_template"
    REVISE_TEMPLATE = "revise_template"
    DELETE_TEMPLATE = "delete_template"
    SAVE_SEARCH = "save_search"
    DELETE_SEARCH = "delete_search"
    ADD_GOAL = "add_goal"
    REVISE_GOAL = "revise_goal"
    CLOSE_GOAL = "close_goal"
    REOPEN_GOAL = "reopen_goal"
    DELETE_GOAL = "delete_goal"
    MOVE_GOAL = "move_goal"
    REVIEW_GOAL = "review_goal"
    ADD_MILESTONE = "add_milestone"
    REVISE_MILESTONE = "revise_milestone"
    TICK_MILESTONE = "tick_milestone"
    DELETE_MILESTONE = "delete_milestone"
    ADD_STRETCH = "add_stretch"
    REVISE_STRETCH = "revise_stretch"
    CLOSE_STRETCH = "close_stretch"
    REOPEN_STRETCH = "reopen_stretch"
    DELETE_STRETCH = "delete_stretch"
    ADD_CHECK_IN = "add_check_in"
    REVISE_CHECK_IN = "revise_check_in"
    DELETE_CHECK_IN = "delete_check_in"
    REVIEW_WEEK = "review_week"
    USE_PLAN = "use_plan"
    ADD_CYCLE = "add_cycle"
    REVISE_CYCLE = "revise_cycle"
    END_CYCLE = "end_cycle"
    REOPEN_CYCLE = "reopen_cycle"
    DELETE_CYCLE = "delete_cycle"
    AGREE = "agree"
    WRITE_REFLECTION = "write_reflection"
    CHOOSE_REFLECTION = "choose_reflection"
    MOVE_TO_CYCLE = "move_to_cycle"
    ADD_PERSON = "add_person"
    REVISE_PERSON = "revise_person"
    DELETE_PERSON = "delete_person"
    ADD_COMPETENCY = "add_competency"
    REVISE_COMPETENCY = "revise_competency"
    ARCHIVE_COMPETENCY = "archive_competency"
    BRING_COMPETENCY_BACK = "bring_competency_back"
    DELETE_COMPETENCY = "delete_competency"
    ADD_COMPETENCIES = "add_competencies"
    ASSESS = "assess"
    DELETE_ASSESSMENT = "delete_assessment"
    ADD_EXPERIENCE = "add_experience"
    REVISE_EXPERIENCE = "revise_experience"
    DELETE_EXPERIENCE = "delete_experience"
    ADD_ATTEMPT = "add_attempt"
    REVISE_ATTEMPT = "revise_attempt"
    DELETE_ATTEMPT = "delete_attempt"
    WRITE_DEBRIEF = "write_debrief"
    ADD_SUPPORT = "add_support"
    REVISE_SUPPORT = "revise_support"
    DELETE_SUPPORT = "delete_support"
    PLAN_SESSION = "plan_session"
    WRITE_SESSION = "write_session"
    MOVE_SESSION = "move_session"
    CANCEL_SESSION = "cancel_session"
    PLAN_AGAIN = "plan_again"
    START_SESSION = "start_session"
    CHANGE_TOPIC = "change_topic"
    END_SESSION = "end_session"
    RESUME_SESSION = "resume_session"
    DELETE_SESSION = "delete_session"
    DEBRIEF_SESSION = "debrief_session"
    ADD_ACTION = "add_action"
    REVISE_ACTION = "revise_action"
    SETTLE_ACTION = "settle_action"
    DELETE_ACTION = "delete_action"
    ASK_FEEDBACK = "ask_feedback"
    REVISE_REQUEST = "revise_request"
    CLOSE_REQUEST = "close_request"
    REOPEN_REQUEST = "reopen_request"
    DELETE_REQUEST = "delete_request"
    RECEIVE_FEEDBACK = "receive_feedback"
    ADD_FEEDBACK = "add_feedback"
    KEEP_FEEDBACK = "keep_feedback"
    SET_FEEDBACK_ASIDE = "set_feedback_aside"
    REVISE_FEEDBACK = "revise_feedback"
    NOTE_FEEDBACK = "note_feedback"
    LINK_FEEDBACK = "link_feedback"
    NARROW_CONSENT = "narrow_consent"
    THANK_GIVER = "thank_giver"
    DELETE_FEEDBACK = "delete_feedback"
    ADD_PACK = "add_pack"
    REVISE_PACK = "revise_pack"
    DELETE_PACK = "delete_pack"
    WITHHOLD = "withhold"
    SHARE_PACK = "share_pack"
    MARK_SHARED = "mark_shared"
    RESTORE = "restore"
    PURGE = "purge"
    IMPORT = "import"
    PREFER = "prefer"
    UNDO = "undo"
    REDO = "redo"

    @property
    def undoable(self) -> bool:
        """Whether it can be taken back: what left or was deleted for good cannot.

        A preference is not worth it, and an image without a place in a text is not seen.
        """
        final = {Op.SHARE_PACK, Op.PURGE}
        return self not in final | {Op.PREFER, Op.ADD_IMAGE, Op.UNDO, Op.REDO}

    @property
    def merges(self) -> bool:
        """Whether a run of these on one record is one step of undo, as typing is."""
        typed = {Op.WRITE_SESSION, Op.DEBRIEF_SESSION, Op.NOTE_FEEDBACK}
        return self in typed | {Op.WRITE_ENTRY, Op.REVISE_PACK, Op.WITHHOLD}


@dataclass(frozen=True, slots=True)
class Changes:
    """What a committed operation touched; `cause` is what was undone or redone, if any."""

    op: Op
    touched: frozenset[tuple[Kind, Id]]
    cause: Op | None = None

    def touches(self, *kinds: Kind) -> bool:
        """Whether a record of one of these kinds changed."""
        return any(kind in kinds for kind, _ in self.touched)

    def touches_id(self, record_id: Id) -> bool:
        """Whether the record with this id changed."""
        return any(touched == record_id for _, touched in self.touched)


Listener: TypeAlias = Callable[[Changes], None]
