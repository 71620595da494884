"""Sentences: where the narrative stops, with a quote and its cue in one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon.load import table
from briefing.lexicon.office_words import lettered
from briefing.lexicon.speech import cue_pattern
from briefing.model.span import Span, paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.marks import Quoted

# A stop, closing marks and brackets, then white space — or none, where scraping glued two sentences ("netral.Aksi").
_STOP = re.compile(r"[.!?…]+[\"”“’')\]]*(?:\s+|(?=[A-Z“\"”]))")
_WORD_BEFORE = re.compile(r"[\w.'’-]*\Z")
_LETTER = re.compile(r"\b(?P<kind>[A-Za-z]+)\s[A-Z]\Z")  # "si B", "Komisi A": no initial

_NEAR = 20  # code points before a stop


def find_sentences(text: str, quoted: Sequence[Quoted]) -> tuple[Span, ...]:
    """Return the sentences of a cleaned text in order, without the white space around them; none breaks inside a quoted run.

    A quote that ends with a stop goes on with its cue: “… profesional.” Ungkapnya dalam sambutan.
    """
    outer = [run.outer for run in quoted]
    return tuple(sentence for paragraph in paragraph_spans(text) for sentence in _split(text, paragraph, outer))


def sentences_within(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences inside one quoted run or paragraph."""
    return tuple(_split(text, span, []))


def _split(text: str, paragraph: Span, outer: Sequence[Span]) -> Iterator[Span]:
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        following = bisect_right(outer, match.start(), key=lambda run: run.start)
        inside = outer[following - 1] if following and match.start() < outer[following - 1].end else None
        # In "Brebes.“Hasil …" the mark behind the stop opens the next sentence.
        end = outer[following].start if following < len(outer) and outer[following].start < match.end() else match.end()
        if _is_boundary(text, Span(match.start(), end), paragraph, inside):
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end].rstrip()
    if words:
        yield Span(start + len(words) - len(words.lstrip()), start + len(words))


def _is_boundary(text: str, stop: Span, paragraph: Span, inside: Span | None) -> bool:
    """Return whether a sentence ends at `stop`; `inside` is the quoted run that holds the stop."""
    if inside and stop.end < inside.end:
        return False
    rest = text[stop.end : min(paragraph.end, stop.end + 40)]
    if inside:
        return not _continues_as_cue(rest)
    word = _WORD_BEFORE.search(text, max(paragraph.start, stop.start - 20), stop.start)
    before = word.group() if word else ""
    if _is_letter_of_kind(text[max(paragraph.start, stop.start - _NEAR) : stop.start]):
        return rest[:1].isupper()
    if text[stop.start] == "." and _is_abbreviation(before):
        return before in _words("closing") and _opens_sentence(rest)
    if not text[stop.end - 1].isspace():  # glued
        return text[stop.start - 1] == ")" or (len(before) > 1 and before[-2:].islower() and "." not in before)
    return not rest[:1].islower()


def _is_letter_of_kind(before: str) -> bool:
    """Return whether a text ends with a capital alone that tells one of a kind from another."""
    letter = _LETTER.search(before)
    return letter is not None and (letter["kind"].lower() in lettered() or letter["kind"] in _words("before_letters"))


def _continues_as_cue(rest: str) -> bool:
    cue = cue_pattern().match(rest)
    return cue is not None and bool(cue["clitic"] or cue["root"])


def _opens_sentence(rest: str) -> bool:
    word = re.match(r"[A-Z]\w*", rest)
    return word is not None and (word.group() in _words("opening") or cue_pattern().match(rest) is not None)


def _is_abbreviation(word: str) -> bool:
    bare = word.strip("'’").rstrip(".")
    return bare in _abbreviations() or (len(bare) == 1 and bare.isupper()) or bool(re.fullmatch(r"(?:[A-Z][a-z]{0,2}\.)+[A-Z][A-Za-z]{0,4}", bare))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("id/abbreviations.toml")[key])


@cache
def _abbreviations() -> frozenset[str]:
    honorifics = table("id/honorifics.toml")
    return _words("abbreviations") | {form.rstrip(".") for form in (*honorifics["before"], *honorifics["after"], *honorifics["cut_short"])} - {
        "Gus",
        "Jaksa",
        "Ibu",
        "Bapak",
        "Saudara",
    }
