"""A logo of any kind becomes a picture that pages can hold, or is refused with its file."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from briefing.model.office import Office
from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.picture import HEIGHT, WIDTH, normalized, pictures

RED = (200, 30, 30)


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(normalized(data, "logo.png").data))


def fault(data: bytes) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        normalized(data, "kop/logo.png")
    assert caught.value.exit_code is ExitCode.INPUT_UNREADABLE
    assert caught.value.arguments == {"file": "kop/logo.png"}
    return caught.value


def header(width: int, height: int) -> bytes:
    """Return a PNG file that says how large it is and holds next to nothing."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    written = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_mode_is_rgb_or_grey(mode: str) -> None:
    image = opened(saved(Image.new("L", (80, 40), 90).convert(mode) if mode != "I;16" else Image.new(mode, (80, 40), 90 * 257)))

    assert (image.format, image.mode) == ("PNG", "L" if mode in {"1", "L", "LA", "I;16"} else "RGB")
    assert image.convert("L").getpixel((40, 20)) in ({0, 255} if mode == "1" else {90})


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_mode_stays_a_small_jpeg_without_cmyk(mode: str) -> None:
    image = opened(saved(Image.new("RGB", (80, 40), RED).convert(mode), "JPEG"))

    assert (image.format, image.mode) == ("JPEG", "L" if mode == "L" else "RGB")
    if mode != "L":
        assert all(abs(found - wanted) < 12 for found, wanted in zip(image.getpixel((40, 20)), RED, strict=True))  # type: ignore[arg-type]


def test_what_is_transparent_is_white() -> None:
    for mode, clear in (("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))):
        assert opened(saved(Image.new(mode, (50, 50), clear))).convert("RGB").getpixel((10, 10)) == (255, 255, 255)
    palette = Image.new("P", (50, 50), 0)
    assert opened(saved(palette, transparency=0)).getpixel((10, 10)) == (255, 255, 255)


def test_a_picture_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = normalized(saved(Image.new("RGB", (80, 40), RED), "JPEG", exif=exif), "logo.jpg")

    assert picture.width < picture.height
    assert picture.height == pytest.approx(HEIGHT)


def test_colours_follow_the_profile_of_the_picture() -> None:
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    fitting = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (linear, fitting, b"no profile"):
        assert opened(saved(Image.new("RGB", (20, 20), RED), icc_profile=profile)).getpixel((5, 5)) == RED
        assert "icc_profile" not in opened(saved(Image.new("RGB", (20, 20), RED), icc_profile=profile)).info


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3000), st.integers(1, 3000))
def test_it_fits_the_letterhead_in_its_own_proportions_and_is_no_sharper_than_print(width: int, height: int) -> None:
    picture = normalized(saved(Image.new("1", (width, height))), "logo.png")

    assert picture.width <= WIDTH + 0.01
    assert picture.height <= HEIGHT + 0.01
    assert picture.width / picture.height == pytest.approx(width / height)
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.width <= max(picture.width / 72 * 600 + 1, 1)
        assert image.height <= max(picture.height / 72 * 600 + 1, 1)


def test_the_same_file_gives_the_same_bytes() -> None:
    for kind in ("PNG", "JPEG"):
        data = saved(Image.radial_gradient("L"), kind)
        assert normalized(data, "a") == normalized(data, "a")


def test_the_first_picture_of_several_is_taken() -> None:
    first, second = Image.new("RGB", (40, 40), RED), Image.new("RGB", (40, 40), "blue")
    assert opened(saved(first, save_all=True, append_images=[second])).getpixel((5, 5)) == RED


def test_what_is_no_picture_is_refused() -> None:
    whole = saved(Image.effect_noise((200, 200), 60))

    assert fault(b"").code == "logo-empty"
    assert fault(b"%PDF-1.7\n1 0 obj").code == "logo-unknown-format"
    assert fault(b"GIF89a" + bytes(50)).code == "logo-unknown-format"
    assert fault(b"<svg xmlns='http://www.w3.org/2000/svg'/>").code == "logo-unknown-format"
    assert fault(whole[: len(whole) // 2]).code == "logo-broken"
    assert fault(whole[:20]).code == "logo-broken"
    assert fault(b"\xff\xd8\xff\xe0" + bytes(100)).code == "logo-broken"


def test_what_is_huge_is_refused_before_it_is_unpacked() -> None:
    assert fault(header(50_000, 50_000)).code == "logo-too-large"
    assert fault(header(8_000, 7_000)).code == "logo-too-large"
    assert fault(b"\x89PNG\r\n\x1a\n" + bytes(20_000_001)).code == "logo-too-large"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_a_picture_or_a_message(place: int, damage: bytes) -> None:
    data = bytearray(saved(Image.radial_gradient("L").resize((24, 24))))
    start = place % len(data)
    data[start : start + len(damage)] = damage
    with contextlib.suppress(BriefingError):
        normalized(bytes(data), "logo.png")


def test_an_office_without_a_logo_has_no_pictures() -> None:
    assert pictures(Office()) == {}
    assert pictures(Office(logo=saved(Image.new("L", (10, 10))), logo_name="a.png")).keys() == {"logo"}
