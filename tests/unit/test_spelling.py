"""A word is wrong only if a dictionary can tell and no chosen language knows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spelling import MAX_LENGTH, SUGGESTIONS, Speller, words


class Book:
    """A language that knows a few words, and counts what it is asked."""

    def __init__(self, tag: str, known: str, suggests: Sequence[str] = ()) -> None:
        self.tag = tag
        self.known = set(known.split())
        self.suggests = suggests
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        """Whether it is one of them, also at the beginning of a sentence."""
        self.asked.append(word)
        return word in self.known or word.lower() in self.known

    def suggest(self, word: str) -> Sequence[str]:
        """The same for every word."""
        self.asked.append(word)
        return self.suggests


ENGLISH = "a at it don't well known café meeting with and the feedback went said in release etc."


def english() -> Book:
    return Book("en_GB", ENGLISH)


def wrong(text: str, *books: Book, personal: Sequence[str] = ()) -> list[str]:
    speller = Speller(books or (english(),), personal)
    return [text[start:end] for start, end in speller.wrong(text)]


def test_a_word_that_no_language_knows_is_wrong() -> None:
    assert wrong("The meetng went well") == ["meetng"]


def test_a_word_is_right_if_one_of_several_languages_knows_it() -> None:
    german = Book("de_DE", "das war gut")
    assert wrong("The meeting war gut, finde ich", english(), german) == ["finde", "ich"]


def test_without_a_language_nothing_is_wrong() -> None:
    assert list(Speller(()).wrong("Qwerty asdf")) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://exmaple.org/pfad?x=wrng www.exmaple.org",
        "ruht@exmaple.org and @ruht",
        "`cde wrng` and ``a wrng``",
        "![](image:0192wrng) [meeting](https://wrng.exmaple)",
        "<https://wrng.exmaple>",
        "10th v2 3rd x86 1234 ½x",
        "API OKRs NATO CEO's",
        "会議は良かった 회의 การประชุม Встреча",
        "#retrospektive ~/Dokumnte /usr/shre C:\\Dokumnte wrng.py",
        "snake_cse_nme i.e. e.g.",
        "a x 'n'",
    ],
)
def test_what_is_no_word_of_a_language_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_marks_of_markdown_do_not_belong_to_words() -> None:
    text = "**meeting** _meetng_ *__meetng__* ~~meeting~~ > the\t- [x] well"
    assert wrong(text) == ["meetng", "meetng"]


def test_letters_of_the_language_that_is_checked_are_judged() -> None:
    russian = Book("ru_RU", "встреча")
    assert wrong("Встреча всреча meeting", russian) == ["всреча"]


def test_words_of_two_scripts_are_left_alone() -> None:
    assert wrong("meetинщs") == []


def test_both_scripts_of_a_language_that_has_two_are_judged() -> None:
    assert wrong("добар dobar лош los", Book("sr_RS", "добар dobar")) == ["лош", "los"]


@pytest.mark.parametrize("text", ["don't", "don\u2019t", "Don't", "feedback's"])
def test_apostrophes_stand_inside_words(text: str) -> None:
    assert wrong(text) == []


def test_a_wrong_word_with_an_apostrophe_is_marked_as_a_whole() -> None:
    assert wrong("feedbck's do'nt") == ["feedbck's", "do'nt"]


def test_of_a_hyphenated_word_only_the_wrong_part_is_marked() -> None:
    assert wrong("well-known well-knwon well\u2010known") == ["knwon"]


def test_an_abbreviation_is_known_with_its_stop() -> None:
    assert wrong("feedback etc. and etc") == ["etc"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_the_same_however_they_were_typed(form: str) -> None:
    text = unicodedata.normalize(form, "café cafè")  # type: ignore[arg-type] # a literal's name
    assert wrong(text) == [unicodedata.normalize(form, "cafè")]  # type: ignore[arg-type] # as above


def test_a_soft_hyphen_is_not_part_of_the_word() -> None:
    assert wrong("meet\u00ading") == []


def test_a_personal_word_is_right_in_any_case() -> None:
    assert wrong("Okta okta Okta's OKTANE", personal=["Okta"]) == ["OKTANE"]


def test_personal_words_act_at_once() -> None:
    speller = Speller((english(),))
    assert not speller.knows("Okta")
    speller.set_personal(["okta"])
    assert speller.knows("Okta")
    speller.set_personal([])
    assert not speller.knows("Okta")


def test_a_word_is_looked_up_once() -> None:
    book = english()
    speller = Speller((book,))
    for _ in range(3):
        assert not speller.knows("meetng")
    assert book.asked == ["meetng"]


def test_suggestions_of_several_languages_take_turns() -> None:
    first = Book("en_GB", "", ["one", "two", "three"])
    second = Book("de_DE", "", ["eins", "one"])
    assert Speller((first, second)).suggest("onne") == ("one", "eins", "two", "three")


def test_a_word_of_ones_own_is_suggested_first() -> None:
    book = Book("en_GB", "", ["can ban"])
    assert Speller((book,), ["Kanban"]).suggest("kanbn") == ("Kanban", "can ban")


def test_suggestions_have_the_apostrophe_that_was_typed() -> None:
    assert Speller((Book("en_GB", "", ["don't"]),)).suggest("dno\u2019t") == ("don\u2019t",)


def test_there_are_few_suggestions_and_none_for_what_is_no_word() -> None:
    book = Book("en_GB", "", [f"word{number}" for number in range(30)])
    speller = Speller((book,))
    assert len(speller.suggest("wrd")) == SUGGESTIONS
    assert speller.suggest("") == ()
    assert speller.suggest("w" * 200) == ()


def test_no_further_language_is_asked_once_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 5.0, 10.0])
    monkeypatch.setattr("app.spelling.monotonic", lambda: next(seconds))
    slow, never = Book("en_GB", "", ["slow"]), Book("de_DE", "", ["never"])
    assert Speller((slow, never)).suggest("slwo") == ("slow",)
    assert never.asked == []


def test_of_an_endless_line_only_the_beginning_is_looked_through() -> None:
    assert all(end <= MAX_LENGTH for _, end in words("wrng " * MAX_LENGTH))


@given(st.text())
def test_no_text_raises_and_words_stand_one_after_the_other(text: str) -> None:
    place = 0
    for start, end in Speller((english(), Book("ru_RU", ""))).wrong(text):
        assert place <= start < end <= len(text)
        assert not text[start:end][0].isspace()
        place = end


@given(st.text(alphabet="aé\u0301'\u2019-_`[](<>)/.:@#~* \u200d\u00ad\u05d0中\U0001f600x1"))
def test_no_mixture_of_signs_raises(text: str) -> None:
    for start, end in Speller((english(),)).wrong(text):
        assert start < end <= len(text)


@given(st.text())
def test_nothing_that_is_looked_up_raises(text: str) -> None:
    speller = Speller((english(),), [text])
    assert speller.knows(text)
    speller.suggest(text)
