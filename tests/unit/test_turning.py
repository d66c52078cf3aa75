"""Lines that were read from left to right, in the order in which they are read aloud."""

from __future__ import annotations

from app.domain.bidi import direction, levels, order
from app.sharing.turning import has_leftward, turned
from tests.scripts import TEXTS


def test_a_line_as_seen_is_turned_back() -> None:
    for name in ("Arabic", "Persian", "Urdu", "Hebrew", "mixed", "Greek"):
        text = TEXTS[name]
        base = direction(text)
        seen = "".join(text[place] for place in order(levels(text, base)))
        assert turned(seen)[base] == text, name


def test_each_line_is_turned_alone_and_one_without_cause_is_not() -> None:
    assert turned("ab (c)\nבא\nd") == ("ab (c)\nאב\nd", "ab (c)\nאב\nd")


def test_what_is_written_from_right_to_left() -> None:
    written = [has_leftward(text) for text in ("", "abc", "äß", "名", "אb", "م", "\ufefb")]
    assert written == [False, False, False, False, True, True, True]
