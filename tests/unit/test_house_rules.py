"""The rules of the house that no other tool keeps, and the proof that each one bites."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Modules whose mirror test has another name or place, each with the reason.
MIRROR_EXCEPTIONS: dict[str, str] = {
    "app/domain/document.py": "holds values and no behaviour; test_compose and test_typeset use it",
    "app/domain/images.py": "holds values and no behaviour; test_operations_images uses it",
    "app/domain/prose.py": "holds values and no behaviour; test_prose_parsing makes it",
    "app/imaging/errors.py": "holds sentences; test_errors reads every one of them",
    "app/replies/errors.py": "holds sentences; test_errors reads every one of them",
    "app/replies/limits.py": "holds numbers; test_elsewhere and test_replies_contents reach them",
    "app/replies/reply.py": "holds values; test_replies_reading makes them",
    "app/security/errors.py": "holds sentences; test_errors reads every one of them",
    "app/sharing/errors.py": "holds sentences; test_errors reads every one of them",
    "app/storage/errors.py": "holds sentences; test_errors reads every one of them",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that code does nowhere, except in the files named.

    Attributes:
        name: The rule as a sentence.
        pattern: Matches the dotted name of what is read, called or imported.
        at: Files where it is allowed, relative to the project.
        breaks: A line of code that breaks the rule.
    """

    name: str
    pattern: str
    breaks: str
    at: tuple[str, ...] = ()


RULES = (
    Rule(
        "only the clock knows what time it is",
        r"(.*\.)?(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|monotonic|perf_counter"
        r"|localtime|gmtime|strftime|clock_gettime)|QDate(Time)?\.currentDate(Time(Utc)?)?"
        r"|QTime\.currentTime)",
        "when = datetime.datetime.now()",
        at=("app/clock.py",),
    ),
    Rule(
        "no event loop inside an event loop",
        r".*\.exec_?",
        "dialog.exec()",
        at=("ui/application.py",),
    ),
    Rule("no event loop by hand", r".*\.processEvents", "QApplication.processEvents()"),
    Rule("no script beside transactions", r".*\.executescript", "connection.executescript(text)"),
    Rule("no statement is traced", r".*\.set_trace_callback", "connection.set_trace_callback(p)"),
    Rule("slow work goes through Jobs", r"(.*\.)?(QThread|QThreadPool|QRunnable)", "QThread(self)"),
    Rule("every database is encrypted", r"(.*\.)?sqlite3(\..*)?", "import sqlite3"),
    Rule(
        "one door for messages and files",
        r"(.*\.)?(QMessageBox|QFileDialog)(\..*)?",
        "from PySide6.QtWidgets import QMessageBox",
        at=("ui/messages.py",),
    ),
    Rule(
        "one stylesheet",
        r".*\.setStyleSheet",
        "label.setStyleSheet('color: red')",
        at=("ui/theme.py",),
    ),
    Rule(
        "nothing connects to anything",
        r"(socket|ssl|ftplib|smtplib|poplib|imaplib|telnetlib|socketserver|xmlrpc|requests|httpx"
        r"|aiohttp|asyncio|urllib\.request|urllib3|http)(\..*)?"
        r"|(.*\.)?(QNetworkAccessManager|QTcpSocket|QTcpServer|QUdpSocket|QSslSocket|QWebSocket"
        r"|QHostInfo|QDnsLookup)",
        "from urllib import request",
    ),
)


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A dotted name that a module uses, and where."""

    file: str
    line: int
    name: str


def _dotted(node: ast.expr) -> str:
    """`a.b.c` for what is read from; a call or a subscript on the way counts as empty."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    prefix = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    return [prefix + alias.name for alias in node.names]


def _uses(file: str, source: str) -> list[Use]:
    """Every name that is read or imported, with imported short names spelled out as well."""
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    aliases = {
        alias.asname: full
        for node in imports
        for alias, full in zip(node.names, _imported(node), strict=True)
        if alias.asname
    }
    found = [Use(file, node.lineno, name) for node in imports for name in _imported(node)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            head, dot, rest = _dotted(node).partition(".")
            found.append(Use(file, node.lineno, aliases.get(head, head) + dot + rest))
    return found


def _broken(rule: Rule, uses: list[Use]) -> list[str]:
    pattern = re.compile(rule.pattern)
    return [
        f"{use.file}:{use.line}: {use.name}"
        for use in sorted(set(uses))
        if use.file not in rule.at and pattern.fullmatch(use.name)
    ]


def _opens_links(file: str, source: str) -> list[str]:
    """Where a widget is told to open links by itself, instead of asking first."""
    return [
        f"{file}:{node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and _dotted(node.func).endswith(("setOpenExternalLinks", "setOpenLinks"))
        and not (isinstance(node.args[0], ast.Constant) and node.args[0].value is False)
    ]


def _sources() -> dict[str, str]:
    paths = sorted(path for top in ("app", "ui") for path in (ROOT / top).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def _mirrors(module: str) -> set[str]:
    """The names that the test file of a module may have."""
    path = Path(module)
    name = path.stem.strip("_")
    return {f"test_{name}.py", f"test_{path.parent.name}_{name}.py"}


def _without_mirror(modules: list[str], tests: dict[str, str]) -> list[str]:
    """Modules without a test file of their name that imports from the floor they are on."""
    imports = [
        (Path(file).name, use.name)
        for file, source in tests.items()
        for use in _uses(file, source)
        if use.name.startswith("app.")
    ]
    return [
        module
        for module in modules
        if module not in MIRROR_EXCEPTIONS
        and not any(
            name in _mirrors(module) and used.startswith(_floor(module)) for name, used in imports
        )
    ]


def _floor(module: str) -> str:
    return Path(module).parent.as_posix().replace("/", ".") + "."


def _tests() -> dict[str, str]:
    paths = (ROOT / "tests").rglob("test_*.py")
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture(scope="module")
def uses() -> list[Use]:
    return [use for file, source in _sources().items() for use in _uses(file, source)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_is_kept(rule: Rule, uses: list[Use]) -> None:
    assert _broken(rule, uses) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_catches_what_breaks_it(rule: Rule) -> None:
    assert len(_broken(rule, _uses("ui/page.py", rule.breaks))) >= 1


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.at], ids=lambda rule: rule.name)
def test_the_place_where_it_is_allowed_exists_and_may_do_it(rule: Rule) -> None:
    for file in rule.at:
        assert (ROOT / file).is_file()
        assert _broken(rule, _uses(file, rule.breaks)) == []


@pytest.mark.parametrize(
    ("rule_at", "source"),
    [
        (0, "import datetime as dt\nwhen = dt.datetime.now()"),
        (0, "from time import time as seconds\nseconds()"),
        (0, "when = date.today()"),
        (1, "Dialog(self).exec_()"),
        (5, "import PySide6.QtCore as core\nclass Work(core.QThread): ..."),
        (6, "from sqlite3 import connect"),
        (7, "path = QtWidgets.QFileDialog.getOpenFileName()"),
        (8, "self.label().setStyleSheet(text)"),
        (9, "import http.client"),
        (9, "from PySide6.QtNetwork import QTcpSocket"),
    ],
)
def test_another_spelling_is_caught_as_well(rule_at: int, source: str) -> None:
    assert _broken(RULES[rule_at], _uses("ui/page.py", source)) != []


@pytest.mark.parametrize(
    "source",
    [
        "when = clock.now()",
        "from app.clock import Moment",
        "connection.execute(text)",
        "word = 'datetime.now sqlite3 .exec('  # QThread",
        "from PySide6.QtNetwork import QLocalServer",
        "from urllib.parse import quote",
    ],
)
def test_what_is_fine_passes(source: str) -> None:
    assert [_broken(rule, _uses("app/page.py", source)) for rule in RULES] == [[]] * len(RULES)


def test_links_open_only_after_a_question() -> None:
    assert [found for file, text in _sources().items() for found in _opens_links(file, text)] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("label.setOpenExternalLinks(True)", ["ui/page.py:1"]),
        ("view.setOpenLinks(wanted)", ["ui/page.py:1"]),
        ("label.setOpenExternalLinks(False)", []),
    ],
)
def test_a_link_that_opens_by_itself_is_caught(source: str, expected: list[str]) -> None:
    assert _opens_links("ui/page.py", source) == expected


def test_every_module_of_the_app_has_its_mirror_test() -> None:
    modules = [file for file in _sources() if file.startswith("app/") and "__init__" not in file]
    missing = _without_mirror(modules, _tests())
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ({"tests/unit/test_goals.py": "from app.storage import goals"}, []),
        ({"tests/storage/test_storage_goals.py": "from app.storage.goals import put"}, []),
        (
            {"tests/unit/test_goals.py": "from app.domain.goals import Goal"},
            ["app/storage/goals.py"],
        ),
        ({"tests/unit/test_goals.py": "from app.storage.vault import open"}, []),
        ({"tests/unit/test_notes.py": "import app.storage.goals"}, ["app/storage/goals.py"]),
        ({}, ["app/storage/goals.py"]),
    ],
)
def test_a_mirror_has_the_name_and_the_floor_of_its_module(
    tests: dict[str, str], expected: list[str]
) -> None:
    assert _without_mirror(["app/storage/goals.py"], tests) == expected


def test_the_command_line_has_a_mirror_without_underscores() -> None:
    tests = {"tests/unit/test_main.py": "from app.__main__ import main"}
    assert _without_mirror(["app/__main__.py"], tests) == []


def test_every_mirror_exception_is_still_a_module() -> None:
    assert [module for module in MIRROR_EXCEPTIONS if not (ROOT / module).is_file()] == []


def test_packaging_is_no_package() -> None:
    """With an `__init__.py` it would hide the library of that name, which pytest needs."""
    assert list((ROOT / "packaging").rglob("__init__.py")) == []
