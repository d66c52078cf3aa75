"""Enchant's dictionaries are found and read, and nothing of a person's is left in its files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import dictionaries
from app.dictionaries import Dictionary, installed, load, preferred
from app.spelling import Speller
from tests.spelling_books import write_books

SECRET = "Ruthlessgrove"


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "enchant"
    write_books(folder, monkeypatch, en_ZZ="writing/S hello don't", de_ZZ="schreiben Größe")
    return folder


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    with pytest.MonkeyPatch.context() as patch:
        write_books(tmp_path_factory.mktemp("enchant"), patch, en_ZZ="writing hello don't")
        return load(["en_ZZ"])[0]


@pytest.fixture
def no_enchant(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "enchant", None)
    dictionaries._library.cache_clear()
    yield
    dictionaries._library.cache_clear()


def test_what_lies_where_enchant_looks_is_found(books: Path) -> None:
    assert books.is_dir()
    assert {"de_ZZ", "en_ZZ"} <= set(installed())


def test_a_dictionary_knows_its_words_and_forms_of_them(books: Path) -> None:
    assert books.is_dir()
    english, german = load(["en_ZZ", "de_ZZ"])
    assert english.tag == "en_ZZ"
    assert [english.check(word) for word in ("writing", "Writings", "writng")] == [1, 1, 0]
    assert english.suggest("writng") == ("writing",)
    assert german.check("Größe")


def test_two_languages_together(books: Path) -> None:
    assert books.is_dir()
    speller = Speller(load(["en_ZZ", "de_ZZ"]))
    text = "Hello, writing heißt schreiben"
    assert [text[start:end] for start, end in speller.wrong(text)] == ["heißt"]


def test_a_language_that_is_not_there_is_left_out(books: Path) -> None:
    assert books.is_dir()
    assert [book.tag for book in load(["xx_ZZ", "en_ZZ", "no such tag", ""])] == ["en_ZZ"]


def test_enchant_writes_nothing_of_what_it_is_asked(books: Path, home: Path) -> None:
    speller = Speller(load(["en_ZZ", "de_ZZ"]), [SECRET])
    list(speller.wrong(f"{SECRET} {SECRET}x"))
    speller.suggest(f"{SECRET}x")
    del speller
    dictionary_files = set((books / "hunspell").iterdir())
    # Enchant makes the lists of its own as soon as it reads a dictionary: they stay empty.
    files = [p for top in (books, home) for p in top.rglob("*") if p.is_file()]
    written = [path for path in files if path not in dictionary_files]
    assert [path for path in written if path.stat().st_size] == []


@given(word=st.text())
def test_no_word_raises(word: str, english: Dictionary) -> None:
    english.check(word)
    english.suggest(word)


@pytest.mark.usefixtures("no_enchant")
def test_without_the_library_there_are_no_languages() -> None:
    assert installed() == ()
    assert load(["en_GB"]) == ()


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        (["de_DE", "en_GB", "en_US"], ["en_US"], ("en_US",)),
        (["de_DE", "en_GB"], ["de_AT"], ("de_DE",)),
        (["de_DE", "en_GB"], ["de"], ("de_DE",)),
        (["de_DE", "en_AU"], ["fr_FR", "C"], ("en_AU",)),
        (["de_DE", "en_US", "en_GB"], [], ("en_GB",)),
        (["de_DE"], ["fr_FR"], ()),
        ([], ["en_GB"], ()),
    ],
)
def test_one_begins_with_the_language_of_the_computer_else_english(
    found: list[str], wanted: list[str], expected: tuple[str, ...]
) -> None:
    assert preferred(found, wanted) == expected
