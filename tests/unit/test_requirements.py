"""requirements.txt, which pip reads, says the same as uv.lock."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = "greenroom-journal"


def _required() -> dict[str, tuple[str, frozenset[str]]]:
    """Name to version and hashes, as pip will install them."""
    text = (ROOT / "requirements.txt").read_text("utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        pin = re.match(r"(?P<name>[\w.-]+)==(?P<version>\S+)", line)
        assert pin is not None, f"not pinned: {line}"
        hashes = frozenset(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
        found[pin["name"]] = (pin["version"], hashes)
    return found


def _locked() -> dict[str, tuple[str, frozenset[str]]]:
    """Name to version and hashes, as uv has locked them."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    found = {}
    for package in lock["package"]:
        files = [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        hashes = frozenset(file["hash"] for file in files)
        found[package["name"]] = (package["version"], hashes)
    del found[PROJECT]
    return found


def test_requirements_and_lock_agree() -> None:
    assert _required() == _locked()


def test_every_requirement_is_checked_by_a_hash() -> None:
    assert [name for name, (_, hashes) in _required().items() if not hashes] == []


def test_the_lock_is_of_the_declared_dependencies() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~ \[;]", wish, maxsplit=1)[0].lower() for wish in wanted}
    assert names - set(_required()) == set()
