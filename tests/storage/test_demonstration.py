from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from app import __main__ as command_line
from app.content.library import Library
from app.sharing.readback import read_back

OF_LAST_TIME = "Halfway where I am.pdf"


def test_the_packs_of_the_story_become_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "harden", lambda: None)
    folder = tmp_path / "build" / "demo"
    folder.mkdir(parents=True)
    (folder / OF_LAST_TIME).write_text("old")
    assert command_line.demonstrate(folder) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert sorted(map(Path, told.out.splitlines())) == sorted(folder.iterdir())
    papers = sorted(folder.glob("*.pdf"))
    assert len(papers) == len(Library().story.share_packs)
    for paper in papers:
        pages = read_back(paper.read_bytes(), None, ()).pages
        pictures = sorted(folder.glob(f"{paper.stem}, page *.png"))
        assert len(pictures) == len(pages) > 1
        assert all("SAMPLE" in page for page in pages)
        assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_the_sample_vault_is_thrown_away_also_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "harden", lambda: None)
    monkeypatch.setattr("app.export.saving.save", _refuse)
    assert command_line.demonstrate(tmp_path / "demo") == 1
    assert capsys.readouterr().err == "This computer did not allow that: No space left.\n"
    assert list(Path(tempfile.gettempdir()).glob("greenroom-sample-*")) == []


def _refuse(*_: object, **__: object) -> None:
    raise OSError(28, "No space left")
