from __future__ import annotations

import pytest

from app.security.wiping import wipe, wiped


def test_wiping_overwrites_in_place() -> None:
    secret = bytearray(b"secret")
    view = memoryview(secret)
    wipe(secret)
    assert bytes(view) == bytes(6)


def test_a_lent_secret_is_overwritten_whatever_happens() -> None:
    secret = bytearray(b"secret")
    with pytest.raises(RuntimeError), wiped(secret) as lent:
        assert lent is secret
        raise RuntimeError
    assert secret == bytes(6)
