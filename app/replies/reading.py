"""Reads what came back for the forms that went out: a PDF, or the text of a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from app.replies import fielded, limits, printed, written
from app.replies.answering import ignored
from app.replies.codes import with_codes
from app.replies.elsewhere import contents_of
from app.replies.errors import NoFormError, ReplyTooLargeError
from app.replies.message import ENGLISH, MessageWords
from app.replies.reply import Reply, Way

if TYPE_CHECKING:
    from app.domain.forms import Asked
    from app.replies.contents import Contents


def read_file(data: bytes, asked: Sequence[Asked], chosen: Asked | None = None) -> Reply:
    """What a PDF answers. It takes about half a second, in a process of its own.

    `asked` are the forms that went out. `chosen` is the one that somebody said it belongs to.

    Raises:
        ReplyError: It is no PDF that can be read, or has nothing of a form.
    """
    return reply_in(contents_of(data), sha256(data).hexdigest(), asked, chosen)


def read_text(
    text: str,
    asked: Sequence[Asked],
    chosen: Asked | None = None,
    words: MessageWords = ENGLISH,
) -> Reply:
    """What a message answers; `words` are those of the messages that went out.

    Raises:
        ReplyError: It is too long for an answer.
    """
    if len(text) > limits.MESSAGE_SIGNS:
        raise ReplyTooLargeError
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return written.read(text, digest, asked if chosen is None else [chosen], words)


def reply_in(
    contents: Contents, digest: str, asked: Sequence[Asked], chosen: Asked | None = None
) -> Reply:
    """The reply that a file holds, once it was taken apart; raises NoFormError."""
    hidden = fielded.codes_in(contents)
    fitting = [] if hidden else fielded.fitting(contents, asked)
    fields = bool(fitting or fielded.has_form(contents))
    codes = hidden or printed.codes_on(contents)
    if not (fields or codes):
        raise NoFormError
    named = with_codes(codes, asked)
    fitting = named if codes else fitting
    form = chosen or (fitting[0] if len(fitting) == 1 else None)
    said = codes[0] if codes else ""
    if form is None:
        return _unknown(contents, digest, said, fitting, fields=fields)
    read = fielded.read if fields else printed.read
    return read(contents, digest, form, said)


def _unknown(
    contents: Contents, digest: str, code: str, fitting: Sequence[Asked], *, fields: bool
) -> Reply:
    """A reply to a form that nobody knows, or to one of several."""
    if fields:
        alone = fielded.read_alone(contents, digest, code)
    else:
        alone = Reply(Way.FLATTENED, digest, code, ignored=ignored(contents.found))
    return replace(alone, candidates=tuple(fitting))
