"""Whatever a file holds, reading it ends in drafts or in an error with a message."""

import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError
from app.importing.jrnl import read

PRINTED = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="[*\u2028")
LINE = st.text(PRINTED, max_size=30).map(str.strip)
FORMATS = ("%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %I:%M %p", "%a %b %d %Y %H:%M")
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1)).map(  # noqa: DTZ001 - local
    lambda when: when.replace(second=0, microsecond=0)
)


@dataclass(frozen=True)
class Written:
    """An entry as somebody wrote it."""

    when: datetime
    title: str
    body: str
    starred: bool


ENTRIES = st.lists(
    st.builds(
        Written,
        MOMENTS,
        LINE.filter(bool),
        st.lists(LINE, max_size=4).map(lambda lines: "\n".join(lines).strip()),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda entry: (entry.when, entry.title, entry.body),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journals") / "journal"


def read_back(path: Path) -> list[Written]:
    return [
        Written(draft.written.local.replace(tzinfo=None), draft.title, draft.body, draft.starred)
        for draft in read(path, UTC).drafts
    ]


@given(entries=ENTRIES, shape=st.sampled_from(FORMATS))
def test_a_text_journal_comes_back_as_it_was_written(
    path: Path, entries: list[Written], shape: str
) -> None:
    entries = sorted(entries, key=lambda entry: entry.when)
    text = "\n".join(
        f"[{e.when.strftime(shape)}] {e.title}{' *' if e.starred else ''}\n{e.body}\n"
        for e in entries
    )
    path.write_bytes(text.encode())

    assert read_back(path) == entries


@given(entries=ENTRIES)
def test_a_json_export_comes_back_as_it_was_written(path: Path, entries: list[Written]) -> None:
    values = [
        {
            "title": e.title,
            "body": e.body,
            "date": e.when.strftime("%Y-%m-%d"),
            "time": e.when.strftime("%H:%M"),
            "tags": [],
            "starred": e.starred,
        }
        for e in entries
    ]
    path.write_text(json.dumps({"tags": {}, "entries": values}), encoding="utf-8")

    assert read_back(path) == entries


HEADERS = st.text(st.sampled_from("[]0129:-./ APMapm*@#T\n{}\"'"), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.just("2024-06-18"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["entries", "title", "body", "date", "time", "tags", "starred"]),
            inner,
            max_size=7,
        )
    ),
    max_leaves=12,
)
ANYTHING = (
    st.binary(max_size=200)
    | HEADERS.map(str.encode)
    | JSON.map(lambda value: json.dumps({"entries": [value]}).encode())
    | st.tuples(st.just(b"[2020-08-29] A\n"), st.binary(max_size=80)).map(b"".join)
)


@given(data=ANYTHING)
def test_no_file_raises_anything_but_an_error_with_a_message(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with contextlib.suppress(AppError):
        for draft in read(path, UTC).drafts:
            assert draft.source.startswith("jrnl:")
            assert (draft.title + draft.body).encode().strip()


@given(data=ANYTHING)
def test_no_file_of_a_day_raises_anything_but_an_error_with_a_message(
    path: Path, data: bytes
) -> None:
    day = path.with_name("days") / "2020" / "08" / "29.txt"
    day.parent.mkdir(parents=True, exist_ok=True)
    day.write_bytes(data)
    with contextlib.suppress(AppError):
        for draft in read(path.with_name("days"), UTC).drafts:
            assert draft.written.day.isoformat() == "2020-08-29"
