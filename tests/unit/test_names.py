from __future__ import annotations

import pytest

from app.sharing.names import names_of, names_read
from tests.sharing_sources import source


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Priya Nair", ("Priya Nair", "Priya", "Nair")),
        ("Dr. Ana Paula Dias", ("Ana Paula Dias", "Ana", "Dias")),
        ("Dev", ("Dev",)),
        ("李 明", ("李 明",)),
        ("  ", ()),
    ],
)
def test_somebody_is_called_by_the_whole_name_and_its_ends(
    name: str, found: tuple[str, ...]
) -> None:
    assert names_of(name) == found


def test_a_word_of_the_readers_own_name_calls_nobody_else() -> None:
    read = names_read(source())
    assert read == ("Ines Duarte", "Ruth Adeyemi", "Ines", "Duarte", "Ruth", "Adeyemi")
    assert names_of("ruth Nair", read) == ("ruth Nair", "Nair")
