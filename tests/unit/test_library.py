"""Content files are read once, strictly and safely."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from importlib import resources
from pathlib import Path

import pytest
import yaml

from app.content.decoder import ContentError
from app.content.library import Library

SHIPPED = resources.files("resources") / "content"
FILES = sorted(file.name for file in SHIPPED.iterdir() if file.name.endswith(".yaml"))
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
THEMES = "themes:\n  - {id: a, name: A}\n"
PROMPTS = "prompts:\n  - {id: p, text: Why?, theme: a, competencies: [x]}\n"


def library(folder: Path, prompts: str) -> Library:
    (folder / "prompts.yaml").write_text(prompts, encoding="utf-8")
    return Library(folder)


def test_a_file_is_read_once(tmp_path: Path) -> None:
    content = library(tmp_path, "version: 1\n" + THEMES + PROMPTS)
    first = content.prompts
    (tmp_path / "prompts.yaml").unlink()

    assert content.prompts is first
    assert first.prompts[0].text == "Why?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (THEMES + PROMPTS, "prompts.yaml, version: should be 1"),
        ("version: 2\n" + THEMES + PROMPTS, "prompts.yaml, version: should be 1"),
        ("version: 1\n" + THEMES, "prompts.yaml, top: lacks ['prompts']"),
        ("- 1", "prompts.yaml, top: should be a mapping"),
        ("version: [1", "prompts.yaml, top: while parsing"),
        ("!!python/object/apply:os.getcwd []", "prompts.yaml, top: could not determine"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        _ = library(tmp_path, text).prompts

    assert message in str(raised.value)


def test_a_framework_without_a_head_is_refused(tmp_path: Path) -> None:
    (tmp_path / "competencies.yaml").write_text("version: 1\ngroups: []\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"yaml, framework: should be a mapping"):
        _ = Library(tmp_path).framework


class NoRepeats(yaml.SafeLoader):
    """A loader that refuses a key given twice, of which YAML takes the last."""

    def construct_mapping(self, node: yaml.MappingNode, *deep: bool) -> dict[Hashable, object]:
        """A mapping whose keys all differ."""
        mapping = super().construct_mapping(node, *deep)
        assert len(mapping) == len(node.value), f"a key twice near line {node.start_mark.line + 1}"
        return mapping


def id_lists(value: object) -> Iterator[list[str]]:
    """The ids in every list of records, at any depth."""
    if isinstance(value, list):
        yield [item["id"] for item in value if isinstance(item, dict) and "id" in item]
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from id_lists(part)


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_plain(name: str) -> None:
    text = (SHIPPED / name).read_text("utf-8")

    assert "\t" not in text
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", FILES)
def test_keys_and_ids_of_a_shipped_file_are_unique(name: str) -> None:
    values = NoRepeats((SHIPPED / name).read_text("utf-8")).get_single_data()
    # These are words of a text, written {{like_this}} in it.
    values.pop("placeholders", None)
    lists = list(id_lists(values))

    # Three ways to ask are all there are.
    assert sum(map(len, lists)) > (2 if name == "ask_templates.yaml" else 10)
    for ids in lists:
        assert [i for i, times in Counter(ids).items() if times > 1] == []
        assert [i for i in ids if not KEBAB.fullmatch(i)] == []
