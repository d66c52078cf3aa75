"""Images on paper: at their size, upright, whole, and never a reason to fail."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from app.domain.document import Figure, Prose
from app.domain.prose import Grid, Heading, Listing, ListItem, Paragraph, Quotation, Run
from app.export.figures import DOT, FINEST, MOST_HEIGHT, Figures
from app.export.pdf import Pdf, build
from app.export.sheets import Sheet
from app.imaging import cleaned
from tests import pictures
from tests.accessibility import faults
from tests.documents import holding, page_texts, words

if TYPE_CHECKING:
    from app.domain.prose import Block

WIDTH = 468.0
NAME = "the-image"
RED, BLUE, WHITE = (200, 0, 0), (0, 0, 200), (255, 255, 255)


def figure(data: bytes) -> Figure:
    return Figure(hashlib.sha256(data).hexdigest(), data)


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def flat(size: tuple[int, int], mode: str = "RGB", colour: object = RED) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type] # any colour of the mode


def noisy(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 80).convert("RGB")


def printed(data: bytes, *blocks: Block) -> Pdf:
    shown = blocks or (Paragraph((Run("A red wall", picture=NAME),)),)
    return build(replace(holding(Prose(shown)), figures={NAME: figure(data)}))


def embedded(pdf: Pdf) -> list[tuple[str, int, int, bytes]]:
    """Each image of a file: how it is coded, its pixels across and down, and its bytes."""
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        return [
            (_coding(each), int(each.Width), int(each.Height), each.read_raw_bytes())
            for each in opened.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]


def _coding(image: pikepdf.Stream) -> str:
    kinds = image.Filter
    return str(kinds[0]) if isinstance(kinds, pikepdf.Array) else str(kinds)


def boxes(pdf: Pdf) -> list[tuple[int, float, float, float, float]]:
    """The page of each image, and its edges in points."""
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    with pypdfium2.PdfDocument(pdf.data) as document:
        return [
            (number, *thing.get_bounds())
            for number, page in enumerate(document)
            for thing in page.get_objects([kind], max_depth=3)
        ]


def test_an_image_is_as_large_as_on_a_screen() -> None:
    found = Figures({NAME: figure(encoded(flat((300, 200)), "PNG"))}).find(NAME, WIDTH)
    assert found is not None
    assert (found.width, found.height) == (300 * DOT, 200 * DOT)


def test_a_wide_one_is_as_wide_as_the_measure_and_a_high_one_keeps_its_shape() -> None:
    wide = Figures({NAME: figure(encoded(flat((4000, 1000)), "PNG"))}).find(NAME, WIDTH)
    high = Figures({NAME: figure(encoded(flat((600, 4000)), "PNG"))}).find(NAME, WIDTH)
    assert wide is not None
    assert high is not None
    assert (wide.width, wide.height) == pytest.approx((WIDTH, WIDTH / 4))
    assert (high.width, high.height) == pytest.approx((MOST_HEIGHT * 600 / 4000, MOST_HEIGHT))


def test_a_jpeg_leaves_as_the_bytes_it_has() -> None:
    data = encoded(noisy((400, 300)), "JPEG", quality=80)
    assert embedded(printed(data)) == [("/DCTDecode", 400, 300, cleaned(data).data)]


def test_a_photo_is_no_finer_than_print_needs() -> None:
    data = encoded(noisy((4000, 3000)), "JPEG", quality=95)
    pdf = printed(data)
    ((kind, width, height, _),) = embedded(pdf)
    assert kind == "/DCTDecode"
    assert width == pytest.approx(Sheet(595.276, 841.89).measure * FINEST, abs=1)
    assert width / height == pytest.approx(4 / 3, abs=0.01)
    assert len(pdf.data) < len(data) / 3


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_without_loss_the_shorter_way_is_taken_and_either_gives_the_pixels(mode: str) -> None:
    smooth = Image.radial_gradient("L").resize((120, 120)).convert(mode)
    lined = flat((120, 120)).convert(mode)
    for image in (smooth, lined):
        pdf = printed(encoded(image, "PNG"))
        with pikepdf.open(BytesIO(pdf.data)) as opened:
            (found,) = [each for page in opened.pages for each in page.get_images().values()]
            assert isinstance(found, pikepdf.Stream)
            assert ("/DecodeParms" in found) is (image is smooth)
            assert pikepdf.PdfImage(found).as_pil_image().tobytes() == image.tobytes()


def test_the_same_image_is_in_the_file_once() -> None:
    run = Run("Twice", picture=NAME)
    pdf = printed(encoded(flat((30, 30)), "PNG"), Paragraph((run,)), Paragraph((run,)))
    assert len(embedded(pdf)) == 1
    assert len(boxes(pdf)) == 2


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(40, 24), (2400, 1440)])
def test_a_photo_stands_upright(orientation: int, size: tuple[int, int]) -> None:
    """Its quarters have four colours; as it is or made smaller, each is where it belongs."""
    image = flat(size, colour=WHITE)
    half = size[0] // 2, size[1] // 2
    for at, colour in (((0, 0), RED), ((half[0], 0), BLUE), ((0, half[1]), (0, 160, 0))):
        image.paste(colour, (*at, at[0] + half[0], at[1] + half[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(image, "JPEG", exif=exif, quality=95, subsampling=0)
    with Image.open(BytesIO(data)) as opened:
        upright = ImageOps.exif_transpose(opened)
    pdf = printed(data)
    ((_, left, bottom, right, top),) = boxes(pdf)
    assert (right - left) / (top - bottom) == pytest.approx(
        upright.width / upright.height, abs=0.01
    )
    with pypdfium2.PdfDocument(pdf.data) as document:
        page = document[0]
        seen = page.render(scale=4).to_pil().convert("RGB")
        high = page.get_height()
    for across, down in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
        wanted = upright.getpixel((int(across * upright.width), int(down * upright.height)))
        x, y = left + across * (right - left), high - top + down * (top - bottom)
        got = seen.getpixel((round(x * 4), round(y * 4)))
        assert got == pytest.approx(wanted, abs=30)


def cmyk() -> bytes:
    return encoded(flat((40, 40), "CMYK", (0, 200, 200, 30)), "JPEG", quality=95)


def animated() -> bytes:
    frames = [flat((40, 40), colour=BLUE)]
    return encoded(flat((40, 40)), "GIF", save_all=True, append_images=frames, duration=100)


def clear_palette() -> bytes:
    image = flat((40, 40), "P", 1)
    image.putpalette((9, 9, 9, *RED))
    image.paste(0, (0, 0, 40, 20))
    return encoded(image, "PNG", transparency=0)


@pytest.mark.parametrize(
    "data",
    [
        encoded(flat((40, 40)), "PNG"),
        encoded(flat((40, 40), "RGBA", (*RED, 255)), "PNG"),
        encoded(flat((40, 40)), "WEBP", lossless=True),
        encoded(flat((40, 40)), "WEBP", quality=95),
        encoded(flat((40, 40)), "GIF"),
        encoded(flat((40, 40)), "JPEG", quality=95),
        encoded(flat((40, 40)), "JPEG", quality=95, progressive=True),
        cmyk(),
        animated(),
        clear_palette(),
    ],
    ids=["png", "rgba", "webp", "lossy", "gif", "jpeg", "progressive", "cmyk", "frames", "clear"],
)
def test_every_format_is_red(data: bytes) -> None:
    red, green, blue = lower_middle(data)
    assert red > 150
    assert max(green, blue) < 70


def lower_middle(data: bytes) -> tuple[int, int, int]:
    """The colour in the lower half of an image on paper."""
    pdf = printed(data)
    ((_, left, bottom, right, top),) = boxes(pdf)
    with pypdfium2.PdfDocument(pdf.data) as document:
        page = document[0]
        seen = page.render(scale=4).to_pil().convert("RGB")
        y = page.get_height() - (bottom + (top - bottom) / 4)
        found = seen.getpixel((round((left + right) / 2 * 4), round(y * 4)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def test_grey_of_sixteen_bits_keeps_its_lightness() -> None:
    grey = Image.new("I;16", (40, 40), 0x8000)
    assert lower_middle(encoded(grey, "PNG")) == pytest.approx((128, 128, 128), abs=2)


def test_what_shines_through_is_paper() -> None:
    half = encoded(flat((40, 40), "RGBA", (*RED, 0)), "PNG")
    assert lower_middle(half) == WHITE


BROKEN = {
    "empty": b"",
    "text": b"no image at all",
    "cut": encoded(noisy((200, 200)), "JPEG")[:900],
    "coded nonsense": pictures.jpeg()[:-30] + bytes(28) + b"\xff\xd9",
    "cut png": encoded(noisy((200, 200)), "PNG")[:-200],
    "bomb": pictures.png(size=struct.pack(">II", 60000, 60000)),
    "frame beyond": pictures.gif(frame_size=(65535, 65535)),
    "wrong body": pictures.png(8, 4, size=struct.pack(">II", 800, 400)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_of_a_damaged_image_the_words_stand(data: bytes) -> None:
    pdf = printed(data)
    assert embedded(pdf) == []
    assert "[A red wall]" in words(pdf.data)


def test_of_an_image_that_may_not_leave_the_words_stand() -> None:
    run = Run("A red wall", picture="another")
    pdf = printed(encoded(flat((9, 9)), "PNG"), Paragraph((Run("See "), run, Run(" there."))))
    assert embedded(pdf) == []
    assert "See [A red wall] there." in words(pdf.data)


@given(data=st.binary(max_size=60), cut=st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_hostile_bytes_never_raise(data: bytes, cut: int) -> None:
    for whole in (pictures.jpeg(), pictures.png(), pictures.gif(), pictures.webp()):
        changed = whole[:cut] + data + whole[cut + len(data) :]
        Figures({NAME: figure(changed)}).find(NAME, WIDTH)


def test_words_around_an_image_keep_their_order() -> None:
    run = Run("Shown", picture=NAME)
    line = (Run("Before it\n"), run, Run(" and then "), run, run, Run("."))
    pdf = printed(encoded(flat((60, 30)), "PNG"), Paragraph(line))
    with pypdfium2.PdfDocument(pdf.data) as document:
        things = {
            (round(thing.get_bounds()[1]), thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)
            for thing in document[0].get_objects(max_depth=3)
            if thing.type in {pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_TEXT}
        }
    order = [is_image for _, is_image in sorted(things, reverse=True)]
    assert order[-6:-1] == [False, True, False, True, True]
    assert "Before it and then." in words(pdf.data)


def test_images_stand_in_headings_lists_quotations_and_below_tables() -> None:
    run = Run("Shown", picture=NAME)
    line = (Run("Words"), run)
    blocks = (
        Heading(2, line),
        Quotation((Paragraph(line),)),
        Listing((ListItem((Paragraph((run,)),)), ListItem((Paragraph(line),)))),
        Grid(((Run("Head"),),), ((line,),)),
    )
    pdf = printed(encoded(flat((60, 30)), "PNG"), *blocks)
    tops = [top for _, _, _, _, top in boxes(pdf)]
    assert len(tops) == 5
    assert tops == sorted(tops, reverse=True)
    assert "WordsShown" in words(pdf.data)


def test_an_image_that_links_is_a_place_to_click() -> None:
    links = "https://example.org/wall", "file:///etc/passwd"
    runs = (Run("Wall", picture=NAME, link=link) for link in links)
    pdf = printed(encoded(flat((60, 30)), "PNG"), *(Paragraph((run,)) for run in runs))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        (place,) = opened.pages[0].get("/Annots", [])
        assert str(place.A.URI) == links[0]
        left, bottom, right, top = (float(edge) for edge in place.Rect)
    assert (right - left, top - bottom) == pytest.approx((60 * DOT, 30 * DOT))


def test_images_have_their_places_in_the_tree_of_a_file() -> None:
    run = Run("A red wall", picture=NAME)
    items = tuple(ListItem((Paragraph((run,)),), checked) for checked in (None, False))
    pdf = printed(
        encoded(flat((60, 30)), "PNG"),
        Heading(1, (Run("Head"), run)),
        Listing(items),
        Quotation((Paragraph((replace(run, text=""),)),)),
        Grid(((run,),), (((run,),),)),
        Paragraph((replace(run, link="https://example.org"), Run("after"))),
    )
    assert faults(pdf.data) == []


def test_an_image_is_never_cut_and_stays_with_its_heading() -> None:
    filler = tuple(Paragraph((Run("A line of its own."),)) for _ in range(20))
    heading = Heading(2, (Run("The wall"),))
    shown = Paragraph((Run("A red wall", picture=NAME),))
    pdf = printed(encoded(flat((500, 700)), "PNG"), *filler, heading, shown)
    ((page, _, bottom, _, top),) = boxes(pdf)
    assert page == 1
    assert top - bottom == pytest.approx(700 * DOT)
    assert ["The wall" in text for text in page_texts(pdf.data)] == [False, True]


def test_the_words_of_an_image_are_its_alternative() -> None:
    pdf = printed(encoded(flat((60, 30)), "PNG"))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        alts = [
            str(each.Alt)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
    assert alts == ["A red wall"]
    assert NAME.encode() not in pdf.data


def test_the_same_images_give_the_same_bytes() -> None:
    data = encoded(noisy((900, 700)), "JPEG")
    assert printed(data).data == printed(bytes(bytearray(data))).data


def test_figures_are_told_apart_by_their_digest_alone() -> None:
    assert Figure("a", b"1") == Figure("a", b"2")
    assert Figure("a", b"1") != Figure("b", b"1")
