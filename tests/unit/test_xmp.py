"""The packet of metadata."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from app.export.xmp import packet, writable

DC = "{http://purl.org/dc/elements/1.1/}"
PART = "{http://www.aiim.org/pdfua/ns/id/}part"


def parsed(title: str, language: str = "en") -> ET.Element:
    return ET.fromstring(packet(title, language))  # noqa: S314 - our own


@pytest.mark.parametrize("title", ["Zo\u00eb & <b>{title}</b> \"'", "\N{GRINNING FACE}]]>", "{}"])
def test_a_title_comes_back_whatever_is_in_it(title: str) -> None:
    found = parsed(title).find(f".//{DC}title")
    assert found is not None
    assert "".join(found.itertext()) == title


def test_a_character_no_packet_can_hold_becomes_a_square() -> None:
    assert writable("a\ufffeb\uffff") == "a□b□"
    assert parsed(writable("a\ufffeb")) is not None


def test_language_and_part_are_named() -> None:
    root = parsed("Title", "he")
    assert "".join(root.find(f".//{DC}language").itertext()) == "he"  # type: ignore[union-attr] # fails the test
    assert root.findtext(f".//{PART}") == "1"


@pytest.mark.parametrize(("title", "language"), [("", "en"), ("Title", "")])
def test_a_file_without_a_title_or_a_language_claims_nothing(title: str, language: str) -> None:
    assert parsed(title, language).find(f".//{PART}") is None


def test_nothing_else_is_said() -> None:
    names = {each.tag.partition("}")[2] for each in parsed("Title").iter()}
    assert names == {"xmpmeta", "RDF", "Description", "title", "Alt", "li", "language", "Bag"} | {
        "part"
    }
