"""The office's logo as pages can hold it: checked, turned upright, without transparency, and no larger than print needs."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps

from briefing.model.document import Picture
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.office import Office

POINTS_PER_MM = 72 / 25.4
HEIGHT = 25 * POINTS_PER_MM
WIDTH = 58 * POINTS_PER_MM  # a third of the measure of 174 mm
SHARPEST = 600  # dots an inch: what office printers resolve
LARGEST_FILE = 20_000_000
MOST_PIXELS = 50_000_000
FORMATS = ("PNG", "JPEG")
GREYS = {"1", "L", "LA", "La"}


def pictures(office: Office) -> Mapping[str, Picture]:
    """Return the pictures that templates may name: the office's "logo", where it has one.

    Raises:
        BriefingError: logo-empty, logo-too-large, logo-unknown-format or logo-broken, each with the file.
    """
    return {} if office.logo is None else {"logo": normalized(office.logo, office.logo_name)}


def normalized(data: bytes, name: str) -> Picture:
    """Return a PNG or JPEG file of any mode as a picture in RGB or grey on white; `name` is the file to name in errors.

    The same bytes give the same bytes. It is printed at most 25 mm high and 58 mm wide.

    Raises:
        BriefingError: logo-empty, logo-too-large, logo-unknown-format or logo-broken.
    """
    if not data:
        raise _fault("logo-empty", name)
    if len(data) > LARGEST_FILE:
        raise _fault("logo-too-large", name)
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise _fault("logo-unknown-format", name)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _fault("logo-too-large", name)  # noqa: TRY301 - known only once the file is open
            return _printed(image)
    except (BriefingError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise _fault("logo-too-large", name) from error
    except Exception as error:  # the loaders raise errors of many kinds for broken files
        raise _fault("logo-broken", name) from error


def _printed(image: Image.Image) -> Picture:
    """Return the picture at its printed size; what was a JPEG stays one, since photographs are a tenth as large that way."""
    kind = image.format
    flat = _flat(ImageOps.exif_transpose(image))
    scale = min(HEIGHT / flat.height, WIDTH / flat.width)
    width, height = flat.width * scale, flat.height * scale
    flat.thumbnail((max(round(width / 72 * SHARPEST), 1), max(round(height / 72 * SHARPEST), 1)), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    if kind == "JPEG":
        flat.save(stream, "JPEG", quality=92, subsampling=0, icc_profile=None)
    else:
        flat.save(stream, "PNG", optimize=True, icc_profile=None)
    return Picture(data=stream.getvalue(), width=width, height=height)


def _flat(image: Image.Image) -> Image.Image:
    """Return a picture of any mode in RGB or grey, in the sRGB colour space, on white where it was transparent."""
    if image.mode.startswith("I"):
        image = _eight_bits(image)
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    mode = "L" if image.mode in GREYS else "RGB"
    flat = _in_srgb(image, mode)
    if alpha:
        flat = Image.composite(flat, Image.new(mode, flat.size, "white"), alpha)
    return flat


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of 16 bits with the upper eight of each."""
    return image.convert("I").point(lambda level: level / 257).convert("L")


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    """Return the colours by the picture's own profile; as they are where it has none, or one that does not fit it."""
    source = image if image.mode in {"RGB", "CMYK"} else image.convert(mode)
    profile = image.info.get("icc_profile")
    if profile and source.mode != "L":
        try:
            return ImageCms.profileToProfile(source, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB") or source
        except (ImageCms.PyCMSError, OSError):
            pass
    return source.convert(mode)


def _fault(code: str, name: str) -> BriefingError:
    return BriefingError(code, ExitCode.INPUT_UNREADABLE, file=name)
