"""The built-in drawings: discs, origins of English, status of an instrument, signs and article squares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefing.rendering.pdf.style import INDIGO, INK, SOGAN

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DISCS = {"L": SOGAN, "K": INDIGO, "H": INDIGO, "S": SOGAN}
SIGNS = {"may": INDIGO, "do": INDIGO, "dont": SOGAN}
# Heights in points in running cells; in section heads discs and signs are larger.
SIZES = {**dict.fromkeys(DISCS, 11.4), **dict.fromkeys(SIGNS, 8.6)}
SIZES |= dict.fromkeys(("catalogue", "reviewed", "project", "machine", "composed", "gist", "none"), 6.2)
SIZES |= dict.fromkeys(("not_yet", "in_force", "amended", "partly", "repealed", "unknown"), 9.0)
SQUARE = 10.4
HEAD_SIZES = {**dict.fromkeys(DISCS, 15.0), **dict.fromkeys(SIGNS, 13.0)}

Shape = Callable[["Canvas", float], None]


def size_of(name: str, scale: float, *, head: bool = False) -> float:
    """Return the height of a drawing in points, `scale` times the usual one; `head`: in a section head."""
    return scale * ((HEAD_SIZES.get(name) if head else None) or SIZES.get(name, SQUARE))


def draw(canvas: Canvas, name: str, size: float, colours: Mapping[str, str]) -> None:
    """Draw `name` into the square of `size` whose lower left corner is the origin; colours and line widths stay as it needs them."""
    colour = colours[DISCS.get(name) or SIGNS.get(name) or INK]
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    if name in DISCS:
        _disc(canvas, name, size, paper=colours["paper"])
    elif "-" in name:
        state, number = name.split("-")
        _square(canvas, number, size, paper=colours["paper"] if state == "made" else "")
    else:
        SHAPES[name](canvas, size)


def _disc(canvas: Canvas, letter: str, size: float, paper: str) -> None:
    half = size / 2
    if letter in "LK":
        canvas.circle(half, half, half, stroke=0, fill=1)
        canvas.setFillColor(paper)
    else:
        canvas.setLineWidth(0.09 * size)
        canvas.circle(half, half, half - 0.045 * size, stroke=1, fill=0)
    _letter(canvas, letter, half, size, 0.62)


def _letter(canvas: Canvas, letter: str, middle: float, size: float, share: float) -> None:
    """Write a letter in the middle; 0.66 em is the height of capitals and figures in the font."""
    canvas.setFont("Sans-Bold", share * size)
    canvas.drawCentredString(middle, middle - 0.33 * share * size, letter)


def _square(canvas: Canvas, number: str, size: float, paper: str) -> None:
    """Draw the square of an article: full, with its number in the colour of the paper, or empty."""
    canvas.setLineWidth(0.7)
    canvas.rect(0.35, 0.35, size - 0.7, size - 0.7, stroke=1, fill=int(bool(paper)))
    if paper:
        canvas.setFillColor(paper)
    _letter(canvas, number, size / 2, size, 0.73)


def _box(canvas: Canvas, size: float) -> None:
    canvas.setLineWidth(0.7)
    canvas.rect(0.35, 0.35, size - 0.7, size - 0.7, stroke=1, fill=0)


def _polygon(canvas: Canvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _disc_full(canvas: Canvas, size: float) -> None:
    canvas.circle(size / 2, size / 2, size / 2, stroke=0, fill=1)


def _full(canvas: Canvas, size: float) -> None:
    canvas.rect(0, 0, size, size, stroke=0, fill=1)


def _left(canvas: Canvas, size: float) -> None:
    _box(canvas, size)
    canvas.rect(0, 0, size / 2, size, stroke=0, fill=1)


def _triangle(canvas: Canvas, size: float) -> None:
    _box(canvas, size)
    _polygon(canvas, (0, 0), (0, size), (size, size))


def _lower(canvas: Canvas, size: float) -> None:
    _box(canvas, size)
    canvas.rect(0, 0, size, size / 2, stroke=0, fill=1)


def _dotted(canvas: Canvas, size: float) -> None:
    _box(canvas, size)
    canvas.circle(size / 2, size / 2, size * 0.18, stroke=0, fill=1)


def _ring(canvas: Canvas, size: float) -> None:
    canvas.setLineWidth(0.11 * size)
    canvas.circle(size / 2, size / 2, size * 0.44, stroke=1, fill=0)


def _half(canvas: Canvas, size: float) -> None:
    _ring(canvas, size)
    canvas.wedge(0, 0, size, size, 90, 180, stroke=0, fill=1)


def _crossed(canvas: Canvas, size: float) -> None:
    _ring(canvas, size)
    near, far = 0.19 * size, 0.81 * size
    canvas.lines([(near, near, far, far), (near, far, far, near)])


def _asked(canvas: Canvas, size: float) -> None:
    _ring(canvas, size)
    _letter(canvas, "?", size / 2, size, 0.7)


def _ring_dot(canvas: Canvas, size: float) -> None:
    _ring(canvas, size)
    canvas.circle(size / 2, size / 2, size * 0.17, stroke=0, fill=1)


def _tick(canvas: Canvas, size: float) -> None:
    _stroke(canvas, size, [(0.08, 0.45, 0.36, 0.14), (0.36, 0.14, 0.92, 0.86)])


def _cross(canvas: Canvas, size: float) -> None:
    _stroke(canvas, size, [(0.12, 0.12, 0.88, 0.88), (0.12, 0.88, 0.88, 0.12)])


def _stroke(canvas: Canvas, size: float, lines: list[tuple[float, float, float, float]]) -> None:
    canvas.setLineWidth(0.18 * size)
    canvas.setLineCap(1)
    canvas.lines([(a * size, b * size, c * size, d * size) for a, b, c, d in lines])


SHAPES: dict[str, Shape] = {
    "catalogue": _disc_full,
    "reviewed": _full,
    "project": _left,
    "machine": _triangle,
    "composed": _lower,
    "gist": _dotted,
    "none": _box,
    "in_force": _disc_full,
    "amended": _half,
    "partly": _half,
    "repealed": _crossed,
    "not_yet": _ring,
    "unknown": _asked,
    "may": _ring_dot,
    "do": _tick,
    "dont": _cross,
}
