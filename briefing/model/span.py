"""Places in text, and the map from cleaned text back to its source. Offsets count Unicode code points, half-open."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of code points [start, end) of some text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One run of the cleaned text: copied from `source`, or put in its place (`replacement`: a joined line end, a paragraph break)."""

    clean: Span
    source: Span
    replacement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """The pieces that tile a cleaned text, in order; source spans ascend and never overlap."""

    pieces: tuple[Piece, ...]

    def to_source(self, span: Span) -> Span:
        """Return the span of the source that `span` of the cleaned text came from.

        A position inside a replacement maps to the whole run that it replaced.

        Raises:
            ValueError: `span` is empty or leaves the cleaned text.
        """
        if not self.pieces or not self.pieces[0].clean.start <= span.start < span.end <= self.pieces[-1].clean.end:
            message = f"{span} is empty or outside the cleaned text"
            raise ValueError(message)
        first, last = self._piece_at(span.start), self._piece_at(span.end - 1)
        start = first.source.start if first.replacement is not None else first.source.start + span.start - first.clean.start
        end = last.source.end if last.replacement is not None else last.source.start + span.end - last.clean.start
        return Span(start, end)

    def _piece_at(self, position: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, position, key=lambda piece: piece.clean.start) - 1]


def opens_paragraph(text: str, at: int) -> bool:
    """Return whether a paragraph of a cleaned text begins at this place."""
    return at == 0 or text.endswith("\n\n", 0, at)


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a cleaned text, which a blank line (two newlines) separates; their order is their ¶ number."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return tuple(spans)
