"""The corpus is always the same, and search counts in it what is counted without an index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.ids import Kind
from app.domain.query import parse
from app.queries import search
from app.vault import Vault
from tests.bench.corpus import QUESTIONS, RARE_COUNT, Sample, samples
from tests.bench.search_bench import fill
from tests.vaults import new_vault

COUNT = 400


@pytest.fixture(scope="module")
def made() -> list[Sample]:
    return list(samples(COUNT))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory, made: list[Sample]) -> Vault:
    vault = new_vault(tmp_path_factory.mktemp("corpus") / "a.greenroom")
    fill(vault, made)
    return vault


def test_it_is_the_same_every_time(made: list[Sample]) -> None:
    assert list(samples(COUNT)) == made
    assert sum(QUESTIONS["rare"].holds(each) for each in made) == RARE_COUNT


@pytest.mark.parametrize("name", QUESTIONS)
def test_search_counts_what_is_there(vault: Vault, made: list[Sample], name: str) -> None:
    question = QUESTIONS[name]
    tallied = search.tally(vault, parse(question.typed))
    assert tallied is not None
    assert tallied.total == sum(question.holds(each) for each in made)


@pytest.mark.parametrize("part", ["fee", "dback", "e", "th", "ing", "na", "tion", "goal"])
def test_parts_of_words_are_all_found(vault: Vault, made: list[Sample], part: str) -> None:
    tallied = search.tally(vault, parse(part))
    assert tallied is not None
    begins = len(part) <= 2
    words = [[word.strip("*.#>-[]") for word in each.text.split()] for each in made]
    held = sum(any(w.startswith(part) if begins else part in w for w in each) for each in words)
    assert tallied.by_kind.get(Kind.ENTRY, 0) == held


def test_another_corpus_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {"created": "2026-05-20T10:00:00", "title": "t", "body": "b", "tags": []}
    line = json.dumps({**fields, "starred": True})
    (tmp_path / "c.jsonl").write_text(f"{line}\n{line}\n")
    monkeypatch.setenv("CORPUS", str(tmp_path / "c.jsonl"))
    assert [each.title for each in samples(9)] == ["t", "t"]
