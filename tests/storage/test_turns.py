from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from app.security.secrets import raw_key
from app.storage.connection import Connection, create_database
from app.storage.turns import InterruptedLookupError

ENDLESS = (
    "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
    "SELECT count(*) FROM n WHERE x < 0"
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    opened = create_database(tmp_path / "a.db", raw_key(bytearray(32), bytes(16)))
    opened.execute("CREATE TABLE t (x)")
    yield opened
    opened.close()


@pytest.fixture
def elsewhere() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def _look_up(connection: Connection, began: threading.Event, sql: str = ENDLESS) -> object:
    with connection.turns.look_up():
        began.set()
        return connection.number(sql)


def _started(pool: ThreadPoolExecutor, work: Callable[[threading.Event], object]) -> Future[object]:
    began = threading.Event()
    future = pool.submit(work, began)
    assert began.wait(10)
    return future


def test_another_thread_looks_up(connection: Connection, elsewhere: ThreadPoolExecutor) -> None:
    connection.execute("INSERT INTO t VALUES (7)")
    assert elsewhere.submit(connection.number, "SELECT x FROM t").result(10) == 7


def test_a_save_ends_a_slow_look_up(connection: Connection, elsewhere: ThreadPoolExecutor) -> None:
    slow = _started(elsewhere, lambda began: _look_up(connection, began))
    with connection.transaction():
        connection.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(InterruptedLookupError):
        slow.result(10)
    assert connection.number("SELECT count(*) FROM t") == 1


def test_hush_ends_a_slow_look_up(connection: Connection, elsewhere: ThreadPoolExecutor) -> None:
    slow = _started(elsewhere, lambda began: _look_up(connection, began))
    while not slow.done():
        connection.turns.hush()
    with pytest.raises(InterruptedLookupError):
        slow.result(10)


def test_a_read_of_the_owner_lets_a_look_up_go_on(
    connection: Connection, elsewhere: ThreadPoolExecutor
) -> None:
    long = ENDLESS.replace("FROM n)", "FROM n LIMIT 300000)")
    slow = _started(elsewhere, lambda began: _look_up(connection, began, long))
    for _ in range(5):
        assert connection.number("SELECT count(*) FROM t") == 0
    assert slow.result(30) == 0


def test_closing_ends_a_slow_look_up(tmp_path: Path, elsewhere: ThreadPoolExecutor) -> None:
    opened = create_database(tmp_path / "b.db", raw_key(bytearray(32), bytes(16)))
    slow = _started(elsewhere, lambda began: _look_up(opened, began))
    opened.close()
    with pytest.raises(InterruptedLookupError):
        slow.result(10)
    with pytest.raises(InterruptedLookupError):
        elsewhere.submit(opened.number, "SELECT 1").result(10)


def test_what_changes_no_answer_lets_a_look_up_go_on(connection: Connection) -> None:
    with connection.turns.look_up():
        with connection.transaction(answers_change=False):
            connection.execute("INSERT INTO t VALUES (1)")
        assert connection.number("SELECT count(*) FROM t") == 1
        with connection.transaction():
            pass
        with pytest.raises(InterruptedLookupError):
            connection.number("SELECT 1")


def test_an_index_transaction_elsewhere_gives_way_whole(
    connection: Connection, elsewhere: ThreadPoolExecutor
) -> None:
    def index(began: threading.Event) -> None:
        with connection.transaction(answers_change=False):
            connection.execute("INSERT INTO t VALUES (1)")
            began.set()
            connection.number(ENDLESS)

    slow = _started(elsewhere, index)
    assert connection.number("SELECT count(*) FROM t") == 0
    with pytest.raises(InterruptedLookupError):
        slow.result(10)


def test_saves_and_look_ups_take_turns(
    connection: Connection, elsewhere: ThreadPoolExecutor
) -> None:
    """Every save holds, whatever is looked up meanwhile, and look-ups answer or say nothing."""
    done = threading.Event()

    def look_up_for_ever() -> int:
        answers = 0
        while not done.is_set():
            try:
                with connection.turns.look_up():
                    first = connection.number("SELECT count(*) FROM t")
                    assert connection.number("SELECT count(*) FROM t") == first
                    answers += 1
            except InterruptedLookupError:
                pass
        return answers

    lookers = [elsewhere.submit(look_up_for_ever) for _ in range(3)]
    for number in range(300):
        with connection.transaction():
            connection.execute("INSERT INTO t VALUES (?)", (number,))
        assert connection.number("SELECT count(*) FROM t") == number + 1
    done.set()
    assert sum(looker.result(30) for looker in lookers) > 0
