"""Templates as files: what others wrote is read word by word, and nothing in it ever acts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.templates import BODY_LIMIT, OwnTemplate
from app.errors import AppError
from app.export import failures, saving
from app.importing.drafts import NotTextError, UnreachableJournalError
from app.importing.template_files import (
    FILE_BYTES,
    NoTemplateError,
    TemplateDiskFullError,
    TemplateFolderReadOnlyError,
    TemplateHeadError,
    TemplateNotSavedError,
    TemplateTooLargeError,
    compose,
    parse,
    read,
    save,
)

FRIDAY = OwnTemplate(
    name='Friday: a "look" back',
    when="At four, with tea.",
    minutes=10,
    tags=("week", "review"),
    body="## What moved\n_One thing._\n",
)
FILE = """---
name: "Friday: a \\"look\\" back"
when: "At four, with tea."
minutes: 10
tags: ["week", "review"]
---

## What moved
_One thing._

"""


def said(template: OwnTemplate) -> tuple[str, str, int, tuple[str, ...], str]:
    return template.name, template.when, template.minutes, template.tags, template.body


def test_a_template_is_a_file_for_any_editor() -> None:
    assert compose(FRIDAY) == FILE
    assert said(parse(FILE.encode())) == said(FRIDAY)


def test_what_says_nothing_is_left_out() -> None:
    assert compose(OwnTemplate(name="Blank")) == '---\nname: "Blank"\n---\n\n\n'


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Friday\n---\n## One\n",
        "\ufeff---\r\nname: Friday\r\n---\r\n\r\n## One\r\n",
        "---\n# a comment\n'name': >-\n  Friday\n---\n\n## One",
        "---\n{name: Friday, author: Ana, version: [1, 2]}\n---\n## One",
    ],
)
def test_a_file_written_by_hand_is_understood(text: str) -> None:
    assert said(parse(text.encode())) == ("Friday", "", 0, (), "## One")


def test_a_head_alone_is_a_template() -> None:
    assert said(parse(b"---\nname: Friday\n---")) == ("Friday", "", 0, (), "")


@pytest.mark.parametrize("word", ["yes", "null", "2026-05-20", "1e3", "0x10", "~", ".inf"])
def test_words_stay_words(word: str) -> None:
    assert parse(f"---\nname: {word}\ntags: [{word}]\n---\n".encode()).name == word


@pytest.mark.parametrize(
    ("minutes", "read_as"), [("5", 5), ("1440", 1440), ("1441", 0), ("-3", 0), ("soon", 0), ("", 0)]
)
def test_minutes_that_are_none_say_nothing(minutes: str, read_as: int) -> None:
    assert parse(f"---\nname: x\nminutes: {minutes}\n---\n".encode()).minutes == read_as


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("name: x\nwhen: !!python/object/apply:os.system ['true']", 3),
        ("name: !!binary aGk=", 2),
        ("a: &a [x, x]\nb: [*a, *a]\nname: x", 2),
        ("name: *name", 2),
        ("name: {first: Friday}", 2),
        ("name: x\ntags: [[x]]", 3),
        ("? [name]\n: x", 2),
        ("name: x\nname: y", 3),
        ("name: x\nwhen: [", 3),
        ("name: x\n<<: {when: y}", 3),
        ('name: "\\ud83d\x01"', 1),
        ("name: x\n...\n%YAML 1.1", 3),
    ],
)
def test_a_head_that_wants_more_than_words_is_refused(head: str, line: int) -> None:
    with pytest.raises(TemplateHeadError) as error:
        parse(f"---\n{head}\n---\nbody\n".encode())
    assert error.value.details["line"] == line
    assert "Nothing was imported." in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## Only a text\n",
        "---\n---\n",
        "---\n\n---\n",
        "---\nwhen: never\n---\n",
        "---\nname: ' '\n---\n",
        "---\n- name\n---\n",
        "---\njust words\n---\n",
        "---\nname: x\n",
        "----\nname: x\n----\n",
    ],
)
def test_a_file_that_is_no_template_is_told(text: str) -> None:
    with pytest.raises(NoTemplateError):
        parse(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "x" * (FILE_BYTES + 1),
        "---\nname: x\nwhen: " + "y" * 40_000 + "\n---\n",
        "---\nname: " + "x" * 301 + "\n---\n",
        "---\nname: x\n---\n" + "y" * (BODY_LIMIT + 1),
    ],
)
def test_a_file_that_holds_too_much_is_refused(text: str) -> None:
    with pytest.raises(TemplateTooLargeError):
        parse(text.encode())


def test_brackets_without_end_are_refused_in_no_time() -> None:
    with pytest.raises(TemplateHeadError):
        parse(b"---\nname: x\nwhen: " + b"[" * 30_000 + b"\n---\n")


@pytest.mark.parametrize("data", [b"---\nname: caf\xe9\n---\n", "---\nname: x".encode("utf-16")])
def test_another_encoding_is_told(data: bytes) -> None:
    with pytest.raises(NotTextError):
        parse(data)


def test_no_character_that_a_vault_cannot_hold_comes_in() -> None:
    template = parse(b'---\nname: "a\\u0000b"\ntags: ["c\\0d"]\n---\ne\0f\n')
    assert said(template) == ("ab", "", 0, ("cd",), "ef")


def test_only_a_plain_file_is_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "none.md", Path("/dev/zero")):
        with pytest.raises(UnreachableJournalError):
            read(path)


def test_a_file_is_saved_for_its_owner_alone_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "friday.md"
    save(FRIDAY, path, replace=False)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["friday.md"]
    assert said(read(path)) == said(FRIDAY)


def test_a_file_that_is_there_is_replaced_only_where_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / "friday.md"
    path.write_text("mine")
    with pytest.raises(TemplateNotSavedError):
        save(FRIDAY, path, replace=False)
    assert path.read_text() == "mine"
    save(FRIDAY, path, replace=True)
    assert path.read_text() == FILE


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (failures.FolderReadOnlyError, TemplateFolderReadOnlyError),
        (failures.DiskFullError, TemplateDiskFullError),
        (failures.FolderMissingError, TemplateNotSavedError),
    ],
)
def test_what_went_wrong_is_told_in_words_about_a_template(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    failure: type[AppError],
    told: type[TemplateNotSavedError],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(saving, "save", fail)
    with pytest.raises(told) as error:
        save(FRIDAY, tmp_path / "friday.md", replace=False)
    assert "PDF" not in str(error.value)
    assert "still in Greenroom" in str(error.value)
