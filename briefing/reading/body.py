"""The body of an article: its title and paragraphs told from all that stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.model.article import Dropped, Evidence
from briefing.model.span import Span
from briefing.reading.dateline import dateline, pulled_quote_end
from briefing.reading.furniture import insert_end, is_caption, line_rule, opens_list, tail_start
from briefing.reading.lines import Line, join_wrapped
from briefing.reading.prose import byline, is_date_line, is_headline, is_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SHORTEST_REPEAT = 40
_LIKE_ARTICLE = 0.75
"""A line with this share of its longer words in the article may be its headline."""

_HEAD = 6
"""So many paragraphs from the top may be captions, or open with the dateline."""

_COMPARED = 20_000
"""So many code points of the article are compared with what may be its headline."""

_LONG_WORD = re.compile(r"\w{4,}")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What was kept and dropped of a source, all in spans of it, and the metadata that furniture and datelines hold."""

    title: Span | None
    paragraphs: tuple[Span, ...]
    dropped: tuple[Dropped, ...]
    fields: tuple[Evidence, ...]


def read_body(view: str, lines: Sequence[Line], title: Span | None, outlets: Collection[str] = ()) -> Body:
    """Return the body among `lines` of `view`; `title` is where the source says what it is called, `outlets` are its names for its outlet, folded."""
    page = _Page(lines)
    page.drop_furniture()
    page.lines = list(join_wrapped(view, page.lines))
    page.drop_lists()
    heading = page.repeated(title.of(view)) if title else page.heading()
    page.drop_head(heading)
    if heading and title:
        page.dropped.append(Dropped(span=heading.span, reason="repeated"))
    title = title or (heading.span if heading else None)
    page.cut_datelines(outlets)
    page.drop_repeats(title.of(view) if title else "")
    page.cut_tail()
    if not page.is_article():
        page.drop_all("not-an-article")
    return Body(
        title=title,
        paragraphs=tuple(line.span for line in page.lines),
        dropped=tuple(sorted(page.dropped, key=lambda dropped: dropped.span)),
        fields=tuple(page.fields),
    )


class _Page:
    """The lines of a source that are still thought to be article; each step takes away what is not."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = list(lines)
        self.dropped: list[Dropped] = []
        self.fields: list[Evidence] = []

    def drop_furniture(self) -> None:
        """Drop the lines that are furniture as a whole, and inserts with the article glued behind them."""
        kept: list[Line] = []
        is_after_dropped = False
        for line in self.lines:
            rest = self._without_furniture(line)
            if rest:
                kept.append(replace(rest, after_blank=rest.after_blank or is_after_dropped))
            is_after_dropped = rest is not line
        self.lines = kept

    def drop_lists(self) -> None:
        """Drop lists of links: those under a heading such as "Berita Terkait", and those that stand before the article."""
        first, in_list, has_items = self._first_prose(), False, False
        reasons: dict[int, str] = {}
        for index, line in enumerate(self.lines):
            if opens_list(line.text):
                in_list, has_items = True, index + 1 < len(self.lines) and self.lines[index + 1].is_item
            elif in_list:
                in_list = line.is_item if has_items else index > first and not is_prose(line)
            is_link = line.is_item and index < first and not line.ends_sentence and not is_date_line(line.text)
            if in_list or is_link:
                reasons[index] = "navigation"
        self._drop(reasons)

    def heading(self) -> Line | None:
        """Return the headline: before the first prose, the first line whose words are mostly the article's, else the one that shares most with it.

        A caption repeats words of the article in a row; it is no headline while there is another line.
        """
        first = self._first_prose()
        article = _letters("\n".join(line.text[:_COMPARED] for line in self.lines[first : first + 100])[:_COMPARED])
        candidates = [line for line in self.lines[:first] if is_headline(line)]
        candidates = [line for line in candidates if _letters(line.text) not in article] or candidates
        words = _long_words(article)
        shares = [len(_long_words(line.text) & words) / (len(_long_words(line.text)) or 1) for line in candidates]
        best = max(shares, default=0.0)
        return next((line for line, share in zip(candidates, shares, strict=True) if share >= min(best, _LIKE_ARTICLE)), None)

    def repeated(self, title: str) -> Line | None:
        """Return the line before the first prose that has the title again, the last of several."""
        words = _letters(title)
        return next((line for line in reversed(self.lines[: self._first_prose()]) if _letters(line.text) == words), None)

    def drop_head(self, heading: Line | None) -> None:
        """Take the headline out, and drop what stands above it, and what below it says who published the article and when."""
        place = self.lines.index(heading) if heading else -1
        self._drop({index: _reason_above(line) for index, line in enumerate(self.lines[:place])} if heading else {})
        if heading:
            self.lines.remove(heading)
        reasons = {index: self._reason_below(line) for index, line in enumerate(self.lines[: self._first_prose()])}
        self._drop({index: reason for index, reason in reasons.items() if reason})

    def cut_datelines(self, outlets: Collection[str]) -> None:
        """Cut the dateline off the paragraph that opens with it, with a pull quote glued before it, and off each copy of that paragraph."""
        for index, line in enumerate(self.lines[:_HEAD]):
            pulled = pulled_quote_end(line.text)
            found = dateline(line.text[pulled:], outlets)
            if not found:
                continue
            self._cut_start(index, pulled, "pull-quote")
            start = self.lines[index].span.start
            for field, span in (("place", found.place), ("outlet", found.outlet)):
                if span:
                    self.fields.append(Evidence(field=field, span=Span(start + span.start, start + span.end), how="dateline"))
            label = found.span.of(self.lines[index].text)
            for copy, other in enumerate(self.lines):
                if other.text.startswith(label):
                    self._cut_start(copy, len(label), "dateline")
            return

    def drop_repeats(self, title: str) -> None:
        """Drop paragraphs that stand there twice: later copies, the title, and captions at the top whose words a longer paragraph holds."""
        letters = [_letters(line.text) for line in self.lines]
        seen, reasons = {_letters(title)}, {}
        for index, words in enumerate(letters):
            if words in seen and (len(words) >= _SHORTEST_REPEAT or words == _letters(title)):
                reasons[index] = "repeated"
            elif (
                index < _HEAD and len(words) >= _SHORTEST_REPEAT and any(words in other for other in letters[index + 1 :] if len(other) > len(words))
            ):
                reasons[index] = "caption"
            seen.add(words)
        self._drop(reasons)

    def cut_tail(self) -> None:
        """Cut initials and the like from behind the last sentence."""
        if not self.lines:
            return
        last = self.lines[-1]
        length = tail_start(last.text)
        if length < len(last.text):
            self.dropped.append(Dropped(span=_part(last, length, len(last.text)).span, reason="credit"))
            self.lines[-1] = _part(last, 0, length)

    def is_article(self) -> bool:
        """Return whether at least a quarter of what is left is prose."""
        prose = sum(len(line.text) for line in self.lines if is_prose(line))
        return prose > 0 and 4 * prose >= sum(len(line.text) for line in self.lines)

    def drop_all(self, reason: str) -> None:
        """Drop whatever is left."""
        self._drop(dict.fromkeys(range(len(self.lines)), reason))

    def _without_furniture(self, line: Line) -> Line | None:
        insert = insert_end(line.text)
        if insert:
            self.dropped.append(Dropped(span=Span(line.span.start, line.span.start + insert), reason="insert"))
            return _part(line, insert, len(line.text))
        found = line_rule(line.text)
        if not found:
            return line
        rule, match = found
        self.dropped.append(Dropped(span=line.span, reason=rule.reason))
        if rule.field and match[1]:
            value = Span(line.span.start + match.start(1), line.span.start + match.end(1))
            self.fields.append(Evidence(field=rule.field, span=value, how=rule.reason))
        return None

    def _reason_below(self, line: Line) -> str | None:
        """Return why a line between headline and article is neither, and note what it says."""
        if is_date_line(line.text):
            self.fields.append(Evidence(field="published", span=line.span, how="byline"))
            return "byline"
        if found := byline(line.text):
            for field, words in zip(("author", "outlet"), found, strict=True):
                if words:
                    start = line.span.start + line.text.index(words)
                    self.fields.append(Evidence(field=field, span=Span(start, start + len(words)), how="byline"))
            return "byline"
        if is_caption(line.text):
            return "caption"
        return "navigation" if len(line.text.split()) < 4 and not line.ends_sentence else None

    def _first_prose(self) -> int:
        return next((index for index, line in enumerate(self.lines) if is_prose(line)), len(self.lines))

    def _cut_start(self, index: int, length: int, reason: str) -> None:
        if length:
            line = self.lines[index]
            self.dropped.append(Dropped(span=Span(line.span.start, line.span.start + len(line.text[:length].rstrip())), reason=reason))
            self.lines[index] = _part(line, length, len(line.text))

    def _drop(self, reasons: dict[int, str]) -> None:
        self.dropped += [Dropped(span=self.lines[index].span, reason=reason) for index, reason in reasons.items()]
        self.lines = [line for index, line in enumerate(self.lines) if index not in reasons]


def _reason_above(line: Line) -> str:
    return "page-date" if is_date_line(line.text) else "navigation"


def _part(line: Line, start: int, end: int) -> Line:
    """Return the part of a line, without the blanks around it."""
    words = line.text[start:end]
    start += len(words) - len(words.lstrip())
    return replace(line, span=Span(line.span.start + start, line.span.start + start + len(words.strip())), text=words.strip())


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.lower()))


def _letters(text: str) -> str:
    """Return a text without anything that two copies of it may differ in: case, marks and spaces."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()
