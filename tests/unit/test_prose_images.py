from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.prose import Run
from app.prose import parse
from app.prose.images import Mention, mentioned, mentions, pictured, reference, worded

ID = "019e4a00-1111-7222-8333-444455556666"
OTHER = "019e4a00-1111-7222-8333-444455557777"


def test_only_our_own_addresses_name_an_image() -> None:
    assert pictured(f"image:{ID}") == ID


@pytest.mark.parametrize(
    "address",
    [
        "",
        ID,
        "image:",
        "image:1",
        f"image:{ID}?x",
        f"image:{ID.upper()}",
        f"IMAGE:{ID}",
        f"image://{ID}",
        f"image:{ID}\n",
        "image:../../etc/passwd",
        "file:///etc/passwd",
        "https://example.org/a.png",
    ],
)
def test_every_other_address_names_none(address: str) -> None:
    assert pictured(address) == ""


def test_images_are_found_in_the_order_of_the_text() -> None:
    text = f"é🔒 ![Lag](image:{ID})\n\n![ ](image:{OTHER}) ![x](image:y)"

    first, second = mentions(text)

    assert first == Mention(ID, "Lag", 3, 3 + len(reference(ID, "Lag")))
    assert (second.id, second.alt) == (OTHER, "")


def test_an_image_that_is_mentioned_in_any_way_is_found() -> None:
    assert mentioned(f"[a]: image:{ID}\n`image:{OTHER}`") == {ID, OTHER}


@given(st.text(max_size=60))
def test_whatever_is_said_of_an_image_it_stays_one(alt: str) -> None:
    text = reference(ID, alt)

    assert [(found.id, found.start, found.end) for found in mentions(text)] == [(ID, 0, len(text))]
    (paragraph,) = parse(f"a {text} b")
    assert [run.picture for run in paragraph.line] == ["", ID, ""]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (
            Run("Lag during\nthe hold", bold=True, picture=ID),
            Run("[Lag during the hold]", bold=True),
        ),
        (Run(" ", picture=ID), Run("")),
        (Run("No image"), Run("No image")),
    ],
)
def test_who_cannot_show_an_image_has_its_words(run: Run, expected: Run) -> None:
    assert worded(run) == expected
