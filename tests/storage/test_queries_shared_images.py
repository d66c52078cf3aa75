"""The images of an entry in a share pack: they leave where they are ticked, and nowhere else."""

from __future__ import annotations

import gc
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image as Pixels

from app.changes import Op
from app.content.library import Library
from app.domain.goals import Goal
from app.domain.ids import Kind
from app.domain.images import Image
from app.domain.packs import Pack, PackItem
from app.operations import goals, images, journal, packs
from app.operations.journal import EntryDraft
from app.prose import reference
from app.queries import packs as pack_queries
from app.queries import shared_images
from app.queries.left_out import left_out
from app.sharing.compose import ENGLISH
from app.sharing.source import PackSource
from app.sharing.withholding import secrets
from app.vault import Vault
from tests.documents import words
from tests.vaults import NOON

LIBRARY = Library()


def photo(colour: str) -> bytes:
    target = BytesIO()
    Pixels.new("RGB", (40, 30), colour).save(target, "JPEG")
    return target.getvalue()


@pytest.fixture
def wall(vault: Vault) -> Image:
    return images.add(vault, photo("red"))


def written(vault: Vault, body: str, *fields: str) -> PackItem:
    """A new entry, chosen with these fields."""
    entry = journal.add(vault, EntryDraft(title="Planning day", body=body), NOON)
    found = pack_queries.candidates(vault, LIBRARY)
    (candidate,) = (each for each in found if each.id == entry.id)
    return candidate.choice(fields)


def packed(vault: Vault, *items: PackItem) -> PackSource:
    return pack_queries.source(vault, packs.add(vault, Pack(title="P", items=items)), LIBRARY)


def embedded(source: PackSource) -> int:
    """How many images are in the file of a pack."""
    data = packs.build(source, None).data
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return sum(1 for each in found if each.get("/Subtype") == "/Image")


def test_an_image_that_is_ticked_leaves_with_its_text(vault: Vault, wall: Image) -> None:
    body = f"We drew it.\n\n{reference(wall.id, 'The red wall')}\n\nIt stayed."
    source = packed(vault, written(vault, body, "body", "images"))
    (item,) = source.chosen
    assert item.images == item.shown == (wall,)
    assert {name: each.sha256 for name, each in source.figures.items()} == {wall.id: wall.sha256}
    assert embedded(source) == 1
    assert "The red wall" not in words(packs.build(source, None).data)


def test_an_image_that_is_not_ticked_is_its_words_and_its_bytes_are_nowhere(
    vault: Vault, wall: Image
) -> None:
    body = f"We drew it.\n\n{reference(wall.id, 'The red wall')}\n\nIt stayed."
    source = packed(vault, written(vault, body, "body"))
    assert source.figures == {}
    assert [each.fields for each in left_out(vault, source)] == [("images",)]
    assert embedded(source) == 0
    assert "We drew it. [The red wall] It stayed." in words(packs.build(source, None).data)


def test_without_the_text_there_is_no_place_for_an_image(vault: Vault, wall: Image) -> None:
    source = packed(vault, written(vault, reference(wall.id), "images"))
    assert source.figures == {}
    assert embedded(source) == 0


def test_each_entry_and_each_text_goes_by_its_own_ticks(vault: Vault, wall: Image) -> None:
    """An image that leaves with one entry does not leave with another, or with a goal."""
    shown = f"Shown {reference(wall.id, 'One')}"
    kept = written(vault, f"Kept {reference(wall.id, 'Two')}", "body")
    goal = goals.add_goal(vault, Goal(title="G", why=f"Why {reference(wall.id, 'Three')}"))
    aim = PackItem(Kind.GOAL, goal.id, ("why",), seen=goal.modified)
    pack = Pack(
        title="P",
        note=f"Note {reference(wall.id, 'Four')}",
        items=(written(vault, shown, "body", "images"), kept, aim),
    )
    source = pack_queries.source(vault, packs.add(vault, pack), LIBRARY)
    assert len(source.chosen) == 3
    text = words(packs.build(source, None).data)
    for expected in ("Shown", "Kept [Two]", "Why [Three]", "Note [Four]"):
        assert expected in text
    assert "[One]" not in text


def test_of_an_image_whose_bytes_are_gone_the_words_stand(vault: Vault, wall: Image) -> None:
    item = written(vault, f"See {reference(wall.id, 'The wall')}", "body", "images")
    with vault.transact(Op.IMPORT) as write:
        write.execute("DELETE FROM image_data", ())
    gc.collect()
    source = packed(vault, item)
    assert source.figures == {}
    assert "See [The wall]" in words(packs.build(source, None).data)


def test_an_image_is_read_once_while_a_pack_holds_it(vault: Vault, wall: Image) -> None:
    item = written(vault, reference(wall.id), "body", "images")
    one, two = packed(vault, item), packed(vault, item)
    assert one.figures[wall.id] is two.figures[wall.id]
    assert one.figures == two.figures


def test_images_are_known_in_the_order_of_the_text(vault: Vault, wall: Image) -> None:
    door = images.add(vault, photo("blue"))
    body = f"{reference(door.id)} {reference(wall.id)} {reference(door.id)} ![](image:none)"
    entry = journal.add(vault, EntryDraft(body=body), NOON)
    known = {each.id: each for each in shared_images.of_entries(vault.read, [entry])}
    assert known == {wall.id: wall, door.id: door}
    assert shared_images.of_entry(entry, known) == (door, wall)
    assert shared_images.of_entry(entry, {}) == ()
    assert shared_images.of_entries(vault.read, [replace(entry, body="")]) == []


def test_what_an_image_is_called_inside_is_looked_for_in_the_file(
    vault: Vault, wall: Image
) -> None:
    shown = packed(vault, written(vault, reference(wall.id), "body", "images"))
    kept = packed(vault, written(vault, reference(wall.id), "body"))
    assert wall.id in {each.text for each in secrets(shown, ENGLISH)}
    assert {wall.id, wall.sha256} <= {each.text for each in secrets(kept, ENGLISH)}
