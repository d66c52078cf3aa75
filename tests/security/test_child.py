"""The process for one file: it answers and ends, started as Python or as a packed Greenroom."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.replies import child, elsewhere, walls
from app.replies.contents import Field, unpacked
from tests.reply_forms import ANSWERS, contents, with_fields
from tests.security.children import ROOT


def _answer(command: list[str], data: bytes) -> bytes:
    done = subprocess.run(
        command, input=data, capture_output=True, timeout=60, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.mark.parametrize("module", ["app", "ui"])
def test_the_hidden_word_makes_greenroom_that_process(module: str) -> None:
    data = with_fields(ANSWERS)
    answer = _answer([sys.executable, "-m", module, elsewhere.READ_REPLY], data)
    assert unpacked(answer) == contents(data)


def test_its_walls_are_up_before_it_takes_in_the_first_byte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    class Input:
        """An input that says when it is read."""

        def read(self, _: int) -> bytes:
            done.append("read")
            raise EOFError

    monkeypatch.setattr(child, "prepare", lambda: done.append("prepare"))
    monkeypatch.setattr(walls, "close", lambda: done.append("walls"))
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Input()}))
    with pytest.raises(EOFError):
        child.main()
    assert done == ["prepare", "walls", "read"]


def test_non_latin_answers_come_over_whole() -> None:
    text = "日本語 עברית العربية हिन्दी 👩\u200d👧"
    data = with_fields(ANSWERS | {"worked": text})
    found = unpacked(_answer(elsewhere.command(), data))
    assert not isinstance(found, str)
    assert Field("worked", "Something I did that worked", (text,)) in found.fields
