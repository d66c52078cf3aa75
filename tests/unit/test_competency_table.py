"""Competencies out of CSV files of every make."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.library import Library
from app.domain.competencies import OwnCompetency
from app.export.saving import save
from app.importing import competency_table as table
from app.importing.competency_table import Fate
from app.importing.drafts import ImportFailedError, UnreachableJournalError
from app.queries.competencies import CompetencyRow

ROWING = "name,group,definition,level 1,level 2,level 3,level 4,level 5,questions\n"


def read(text: str, encoding: str = "utf-8") -> list[OwnCompetency]:
    return [line.competency for line in table.parse(text.encode(encoding)).lines]


def fates(text: str, *known: tuple[str, str]) -> list[Fate]:
    return [each.fate for each in table.plan(table.parse(text.encode()), known)]


def test_every_column_finds_its_field() -> None:
    (found,) = read(ROWING + "Rowing,At sea,Keeps the pace.,a,b,c,d,e,Who leads?\n")
    assert (found.name, found.group, found.definition) == ("Rowing", "At sea", "Keeps the pace.")
    assert (found.anchors, found.questions) == (tuple("abcde"), ("Who leads?",))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_may_be_parted_by_comma_semicolon_or_tab(sign: str) -> None:
    (found,) = read(sign.join(("Description", "NAME", "Category")) + "\n" + sign.join("drn"))
    assert (found.name, found.group, found.definition) == ("r", "n", "d")


@pytest.mark.parametrize(
    ("header", "level"),
    [("Level 3", 3), ("level_4", 4), ("L1", 1), ("5", 5), ("Anchor 2", 2), ("Level 2: Trying", 2)],
)
def test_levels_are_known_by_many_names(header: str, level: int) -> None:
    (found,) = read(f"skill,{header}\nRowing,Keeps it up\n")
    assert found.anchors[level - 1] == "Keeps it up"
    assert sum(map(bool, found.anchors)) == 1


def test_a_competency_without_levels_has_no_anchors() -> None:
    (found,) = read(ROWING + "Rowing,,,,,,,,\n")
    assert (found.anchors, found.questions) == ((), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheets_are_understood(encoding: str) -> None:
    (found,) = read("name,group\nZuhören können,Gefühl “ja”\n", encoding)
    assert (found.name, found.group) == ("Zuhören können", "Gefühl “ja”")


def test_big_endian_text_with_a_mark_is_understood() -> None:
    data = b"\xfe\xff" + "name\nRowing\n".encode("utf-16-be")
    assert [line.competency.name for line in table.parse(data).lines] == ["Rowing"]


def test_quoted_cells_hold_separators_quotes_and_lines() -> None:
    (found,) = read('name,definition,questions\n"Row, row","so ""called""","Who?\nWhy?"\n')
    assert found.name == "Row, row"
    assert found.questions == ("Who?", "Why?")


@pytest.mark.parametrize("cell", ["Who?\nWhy?", "Who? | Why?", "Who?; Why?", "- Who?\n- Why?"])
def test_questions_may_stand_in_one_cell(cell: str) -> None:
    (found,) = read(f'name,questions\nRowing,"{cell}"\n')
    assert found.questions == ("Who?", "Why?")


def test_questions_may_stand_in_columns_of_their_own() -> None:
    (found,) = read("name,question 1,question 2\nRowing,Who?,Why?\n")
    assert found.questions == ("Who?", "Why?")


def test_the_line_that_names_the_separator_is_no_header() -> None:
    (found,) = read("sep=;\nname;group\nRowing;At, sea\n")
    assert (found.name, found.group) == ("Rowing", "At, sea")


def test_blank_lines_count_and_say_nothing() -> None:
    found = table.parse(b"\n\nname,group\n\nRowing,At sea\n,,\nResting\n")
    assert [(line.number, line.competency.name) for line in found.lines] == [
        (5, "Rowing"),
        (7, "Resting"),
    ]


def test_unknown_columns_are_named() -> None:
    found = table.parse(b"name,Owner,Cost\nRowing,me,5\n")
    assert found.unread == ("Owner", "Cost")


def test_lines_are_told_apart_by_name_and_group() -> None:
    text = "name,group\nRowing,At sea\nrowing ,at  SEA\nRowing,On land\n,At sea\nResting,Alone\n"
    assert fates(text, ("resting", "ALONE")) == [
        Fate.COMES_IN,
        Fate.REPEATED,
        Fate.COMES_IN,
        Fate.NO_NAME,
        Fate.ALREADY_THERE,
    ]


def test_very_long_cells_are_left_out() -> None:
    text = f"name,definition\n{'n' * 301},d\nRowing,{'d' * 20_001}\nResting,d\n"
    assert fates(text) == [Fate.TOO_LONG, Fate.TOO_LONG, Fate.COMES_IN]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"Rowing,At sea\nResting,Alone\n",
        b"x" * 100_000,
        b"name" + b"\0,group",
        bytes(range(256)),
        bytes(range(128, 192)) + b"\0\1\2",
        b"\xff\xfen",
        b'name,group\n"Rowing,At sea\n',
        b"name\n" + b"x\n" * 10_000,
        b"name\n" + b"x" * 200_000 + b"\n",
        b"," * (4 * 1024 * 1024 + 1),
    ],
)
def test_what_is_no_such_table_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ImportFailedError) as failure:
        table.parse(data)
    assert type(failure.value).message.format(**failure.value.details).endswith(".")


def test_a_missing_quotation_mark_is_said_with_its_line() -> None:
    with pytest.raises(table.BrokenTableError) as failure:
        table.parse(b'name\nRowing\n"Resting\n')
    assert failure.value.details == {"line": 3}


def test_a_folder_and_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.csv"):
        with pytest.raises(UnreachableJournalError):
            table.read(path)


def test_the_example_reads_as_what_it_was_made_of(tmp_path: Path) -> None:
    path = tmp_path / "example.csv"
    shipped = Library().framework.groups[0]
    rows = [
        CompetencyRow(c.id, c.name, shipped.name, c.definition, c.anchors, c.questions).own
        for c in shipped.competencies
    ]
    table.save_example(rows, path)
    found = [line.competency for line in table.read(path).lines]
    assert [(c.name, c.group, c.definition, c.anchors, c.questions) for c in found] == [
        (c.name, c.group, c.definition, c.anchors, c.questions) for c in rows[:4]
    ]


def test_an_example_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    save(b"", tmp_path / "file")
    with pytest.raises(table.ExampleNotSavedError):
        table.save_example([], tmp_path / "file" / "example.csv")


def test_millions_of_empty_lines_are_not_passed_over() -> None:
    with pytest.raises(table.TableTooLargeError):
        table.parse(b"name\n" + b"\n" * table.EMPTY_LIMIT)
    assert table.parse(b"name\n" + b"\n" * 5000 + b"Sailing\n").lines[0].number == 5002
