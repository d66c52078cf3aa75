"""Identity: what kinds of record there are, and random ids that sort by their birth."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NewType

Id = NewType("Id", str)
"""A UUIDv7 in its canonical form; a preference's id is its name."""

NO_ID = Id("")

_MADE: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Kind(StrEnum):
    """The kinds of record that a vault keeps, and what of the content library a link can name."""

    ENTRY = "entry"
    EVIDENCE = "evidence"
    GOAL = "goal"
    MILESTONE = "milestone"
    STRETCH = "stretch"
    CHECK_IN = "check_in"
    CYCLE = "cycle"
    PERSON = "person"
    PACK = "pack"
    SHARED = "shared"
    SHARED_MARK = "shared_mark"
    WITHHOLDING = "withholding"
    PREFERENCE = "preference"
    IMAGE = "image"
    TEMPLATE = "template"
    SEARCH = "search"
    COMPETENCY = "competency"
    """One of the vault's own, or of the framework that ships: then its id is the framework's."""
    ASSESSMENT = "assessment"
    EXPERIENCE = "experience"
    ATTEMPT = "attempt"
    SUPPORT = "support"
    SESSION = "session"
    ACTION = "action"
    DEBRIEF = "debrief"
    REQUEST = "request"
    FEEDBACK = "feedback"
    CHART = "chart"
    """Not a record: a picture of others, which a share pack can choose."""


def is_made_here(record_id: str) -> bool:
    """Whether an id was made with a record; what ships has words for ids."""
    return _MADE.fullmatch(record_id) is not None


def new_id() -> Id:
    """A new random UUIDv7 (RFC 9562)."""
    from uuid_utils import uuid7  # noqa: PLC0415 - a binary module; pages that only read skip it

    return Id(str(uuid7()))
