"""What holds for every test: an empty home, no network, no unexpected warning in the log."""

from __future__ import annotations

import importlib.util
import itertools
import logging
import os
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

HAS_QT = importlib.util.find_spec("PySide6") is not None
HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}

# Without Qt, what draws is not even imported.
QT_PLACES = [Path(__file__).parent / name for name in ("ui", "e2e", "gallery")]
collect_ignore = [] if HAS_QT else list(QT_PLACES)

# Qt reads these once, when it starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

# A deadline measures the load of the computer; speed has its own measurements in tests/bench.
settings.register_profile("greenroom", deadline=None)
settings.load_profile("greenroom")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt also where it is not installed."""
    if importlib.util.find_spec("pytestqt") is None:
        parser.addini("qt_api", "Unused without Qt.")
        parser.addini("qt_log_level_fail", "Unused without Qt.")
        parser.addini("qt_log_ignore", "Unused without Qt.", type="linelist")


def pytest_report_header() -> str:
    """Say whether this run can draw."""
    return f"PySide6: {'installed' if HAS_QT else 'not installed'}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Qt by its place; leave real windows to a run with a real window system."""
    in_memory = os.environ["QT_QPA_PLATFORM"] == "offscreen"
    for item in items:
        if any(item.path.is_relative_to(place) for place in QT_PLACES):
            item.add_marker("qt")
        if in_memory and item.get_closest_marker("window"):
            item.add_marker(pytest.mark.skip(reason="needs a window system: make test"))


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new place for a home at each step."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory, where every known setting points to."""
    path = next(homes)
    for variable, below in HOME_VARIABLES.items():
        (path / below).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path / below))
    (path / "run").chmod(0o700)
    monkeypatch.setattr(tempfile, "tempdir", None)
    return path


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing connects anywhere and no name is looked up; sockets of this computer still work."""
    real = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto")}

    def guarded(name: str) -> object:
        def call(self: socket.socket, *arguments: object) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                raise AssertionError(f"Greenroom never uses the network: {name}{arguments}")
            return real[name](self, *arguments)

        return call

    def look_up(*arguments: object, **_: object) -> NoReturn:
        raise AssertionError(f"Greenroom never uses the network: look-up of {arguments}")

    for name in real:
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning in the log; a test that expects one checks it, then `caplog.clear()`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record for record in records if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in unexpected] == []
