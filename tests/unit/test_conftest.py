"""The net under every test holds."""

from __future__ import annotations

import logging
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

pytest_plugins = ["pytester"]


def test_home_is_empty_and_temporary(home: Path) -> None:
    assert Path.home() == home
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert Path(tempfile.gettempdir()) == home / "tmp"


def test_user_directories_are_inside_the_home(home: Path) -> None:
    for place in (platformdirs.user_data_path, platformdirs.user_config_path):
        assert place("greenroom").is_relative_to(home)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
@pytest.mark.parametrize(
    "use",
    [
        lambda one: one.connect(("127.0.0.1", 9)),
        lambda one: one.connect_ex(("127.0.0.1", 9)),
        lambda one: one.sendto(b"", ("127.0.0.1", 9)),
    ],
)
def test_the_network_is_out_of_reach(
    family: socket.AddressFamily, use: Callable[[socket.socket], object]
) -> None:
    with socket.socket(family) as one, pytest.raises(AssertionError, match="never uses the"):
        use(one)


def test_no_name_is_looked_up() -> None:
    with pytest.raises(AssertionError, match="look-up"):
        socket.create_connection(("localhost", 9))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_a_socket_of_this_computer_connects(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The path of such a socket is at most 108 bytes; a name relative to here always fits.
    monkeypatch.chdir(home)
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("one")
        server.listen()
        client.connect("one")
        assert client.getpeername() == "one"


@given(st.integers())
def test_properties_run_with_the_fixtures_of_every_test(number: int) -> None:
    assert number == int(str(number))


def test_an_expected_warning_is_checked_and_cleared(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("greenroom").warning("expected")
    assert caplog.messages == ["expected"]
    caplog.clear()


def test_an_unexpected_warning_fails(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(Path(__file__).parents[1].joinpath("conftest.py").read_text("utf-8"))
    pytester.makepyfile(
        """
        import logging

        def test_it():
            logging.getLogger("greenroom").warning("surprise")
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:pytest-qt")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*surprise*"])
