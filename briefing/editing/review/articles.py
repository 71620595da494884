"""Corrected articles: their metadata, quotes, rules, sentences and citations, each edit found again by the words that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from briefing.editing.draft import DraftArticle, Passage
from briefing.editing.propose import passage_id
from briefing.editing.review.fields import PASSAGES, day_of
from briefing.editing.review.file import place_of
from briefing.editing.review.order import in_file_order
from briefing.editing.review.sheet import Lost, Row, joined
from briefing.editing.review.shorten import find_words, pieces
from briefing.finding.marks import find_quoted
from briefing.finding.points import match_points
from briefing.lexicon.points import points
from briefing.model.pack import Origin, Translation
from briefing.model.problem import BriefingError
from briefing.model.span import Span, paragraph_spans
from briefing.tomlfile import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.editing.draft import Cited, PassageKind
    from briefing.model.finding import RuleType
    from briefing.tomlfile import TomlFile

_MARKS = " \"“”„‟«»'‘’"
_METADATA = ("title", "outlet", "author", "url", "published", "event_date", "place")


@dataclass(slots=True)
class Corrected:
    """An article as corrected: the entries that were placed, by their keys, the officer's English, and what could not be placed."""

    article: DraftArticle
    rows: dict[str, Row] = field(default_factory=dict)
    english: list[tuple[Row, str, Translation | None]] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    faults: list[BriefingError] = field(default_factory=list)


def correct(article: DraftArticle, entry: Row, rows: Sequence[Row], file: TomlFile, noted: AbstractSet[str] = frozenset()) -> Corrected:
    """Return an article with the edits of its entry and of the entries within it; `noted` are the ids of those that the program wrote before.

    An edit belongs to words: where the program found the same words again it goes there, else where they stand in the article. Words that are
    nowhere in it are kept aside, or are a fault when the officer has only just written them.
    """
    done = Corrected(article=_described(article, entry))
    done.rows[entry.key] = entry
    _note_english(done, entry, done.article.findings.article.title or "")
    written = noted | {row.id for row in rows}
    for row in rows:
        if row.kind in PASSAGES:
            _correct_passage(done, row, file, written)
        else:
            _correct_citation(done, row, file)
    passages = {passage.id: passage for passage in _with_speakers(done)}
    order = in_file_order(list(passages), [row.id for row in done.rows.values() if row.article and row.index >= 0])
    done.article = replace(done.article, passages=tuple(passages[name] for name in order))
    return done


def _described(article: DraftArticle, entry: Row) -> DraftArticle:
    changes: dict[str, Any] = {name: entry.text(name) or None for name in _METADATA if name in entry.edits}
    findings = replace(article.findings, article=replace(article.findings.article, **changes))
    return replace(article, findings=findings, keep=bool(entry.edits.get("keep", article.keep)))


def _correct_passage(done: Corrected, row: Row, file: TomlFile, written: AbstractSet[str]) -> None:
    found = next((passage for passage in done.article.passages if passage.id == row.id), None) or _placed(done, row, written)
    if found is None:
        if row.added and not row.known:
            done.faults.append(file.fault("correction-not-in-article", *place_of(row), "text", text=shown(row.text("text")), name=done.article.file))
        elif row.edits or row.added:
            done.lost.append(Lost(kind=row.kind, file=done.article.file, text=row.text("text"), edits=row.edits, added=row.added))
        return
    row = _joined(done, replace(row, id=found.id, article=done.article.id), file)
    try:
        passage = _edited(found, row, done.article.text)
    except ValueError as error:
        done.faults.append(file.fault("correction-shorten", *place_of(row), "shorten", value=shown(str(error))))
        return
    others = [other for other in done.article.passages if other.id != passage.id]
    done.article = replace(done.article, passages=tuple(sorted((*others, passage), key=lambda other: (PASSAGES.index(other.kind), other.span))))
    done.rows[row.key] = row
    _note_english(done, row, passage.words(done.article.text))


def _joined(done: Corrected, row: Row, file: TomlFile) -> Row:
    """Return an entry that was placed; with the edits of the one that was placed on the same words before, which go first.

    An entry that the officer wrote for words that have one is a fault: which of the two counts would be a guess.
    """
    twin = done.rows.get(row.key)
    if not twin:
        return row
    new = next((each for each in (row, twin) if not each.known and each.index >= 0), None)
    if new:
        other = twin if new is row else row
        line = file.line_of(place_of(other))
        done.faults.append(file.fault("correction-same-words", *place_of(new), "text", text=shown(row.text("text")), other=line))
    return joined(twin, row)


def _placed(done: Corrected, row: Row, written: AbstractSet[str]) -> Passage | None:
    """Return the passage for the words of an entry that the program did not find by itself, None where they are not in the article.

    What the program now finds in their place, and the file does not know, gives way; but to words that the officer added, and that come back
    from where they were kept aside, it never did.
    """
    if not (row.edits or row.added):
        return None
    text = done.article.text
    span = find_words(text, row.text("text").strip(_MARKS))
    if span is None:
        return None
    kind = cast("PassageKind", row.kind)
    name = passage_id(kind, span.of(text))
    same = next((passage for passage in done.article.passages if passage.id == name), None)
    if same:
        return _matched(replace(same, listed=True, keep=same.keep or row.added), text)
    others = () if row.added and row.index < 0 else done.article.passages
    giving_way = [other for other in others if other.kind == kind and other.id not in written and other.span.overlaps(span)]
    done.article = replace(done.article, passages=tuple(passage for passage in done.article.passages if passage not in giving_way))
    spoken = any(run.inner.contains(span) for run in find_quoted(text))
    known = giving_way[0] if giving_way else Passage(id=name, kind=kind, span=span, speaker=None, keep=True, spoken=spoken)
    return replace(known, id=name, span=span, spoken=spoken, keep=True, listed=True, pieces=(), points=_points_in([span], text))


def _edited(passage: Passage, row: Row, text: str) -> Passage:
    """Return a passage with the edits of its entry.

    Raises:
        ValueError: a piece to keep is no run of the passage.
    """
    edits = row.edits
    changes: dict[str, Any] = {}
    if "keep" in edits:
        changes |= {"keep": edits["keep"], "refused": not edits["keep"], "listed": True}
        passage = _matched(replace(passage, keep=bool(edits["keep"])), text)
    if "speaker" in edits:
        changes["speaker"] = edits["speaker"] or None
    if "shorten" in edits:
        start = passage.span.start
        runs = pieces(passage.span.of(text), cast("tuple[str, ...]", edits["shorten"]))
        kept = tuple(Span(start + run.start, start + run.end) for run in runs)
        changes |= {"pieces": kept, "points": tuple(name for name in passage.points if not kept or name in _points_in(kept, text))}
    if "type" in edits:
        changes["type"] = cast("RuleType", edits["type"])
    if "point" in edits:
        known = {point.id for point in points()}  # what was kept aside by an older version may name others
        changes["points"] = tuple(name for name in cast("tuple[str, ...]", edits["point"]) if name in known)
    if "summary_page" in edits:
        changes["front"] = edits["summary_page"]
    if "note" in edits:
        changes["note"] = edits["note"]
    return replace(passage, **changes)


def _matched(passage: Passage, text: str) -> Passage:
    """Return a passage with the statements that it makes where it is kept and was not matched to any: an indirect statement beside direct quotes."""
    unmatched = passage.keep and passage.kind == "quote" and not passage.spoken and not passage.points
    return replace(passage, points=_points_in([passage.span], text)) if unmatched else passage


def _points_in(runs: Sequence[Span], text: str) -> tuple[str, ...]:
    """Return the statements that runs of an article make, each by itself, so that what was left out between them turns none round."""
    around = paragraph_spans(text)
    contexts = (next((paragraph.of(text) for paragraph in around if paragraph.contains(run)), "") for run in runs)
    return tuple(dict.fromkeys(match.point for run, context in zip(runs, contexts, strict=True) for match in match_points(run.of(text), context)))


def _with_speakers(done: Corrected) -> Iterator[Passage]:
    """Yield the passages; where the speaker of a quote was corrected, the rules and sentences in its words are theirs too."""
    corrected = {passage.id for passage in done.article.passages if "speaker" in _edits_of(done, passage)}
    quotes = [passage for passage in done.article.passages if passage.kind == "quote" and passage.id in corrected]
    for passage in done.article.passages:
        quote = next((quote for quote in quotes if quote.span.overlaps(passage.span)), None)
        yield replace(passage, speaker=quote.speaker) if quote and passage.kind != "quote" and passage.id not in corrected else passage


def _edits_of(done: Corrected, passage: Passage) -> dict[str, Any]:
    row = done.rows.get(f"{done.article.id}/{passage.id}")
    return row.edits if row else {}


def _correct_citation(done: Corrected, row: Row, file: TomlFile) -> None:
    known = next((cited for cited in done.article.citations if cited.id == row.id), None) or _same_words(done.article, row)
    if known is None:
        if not row.known and row.index >= 0:
            done.faults.append(file.fault("correction-no-citation", *place_of(row), "text", text=shown(row.text("text"))))
        elif row.edits:
            done.lost.append(Lost(kind=row.kind, file=done.article.file, text=row.text("text"), edits=row.edits))
        return
    changes: dict[str, Any] = dict(row.edits)
    cited = replace(known, **changes)
    done.article = replace(done.article, citations=tuple(cited if other.id == cited.id else other for other in done.article.citations))
    placed = replace(row, id=cited.id, article=done.article.id)
    done.rows[placed.key] = placed


def _same_words(article: DraftArticle, row: Row) -> Cited | None:
    if not row.edits:
        return None
    return next((cited for cited in article.citations if cited.citation.span.of(article.text) == row.text("text")), None)


def _note_english(done: Corrected, row: Row, words: str) -> None:
    """Keep the English that the officer wrote or reviewed; where they emptied it, that none is to be printed."""
    edits = row.edits
    day = day_of(row.text("english_on"))
    if {"english", "english_by", "english_on"} & set(edits) and row.text("english") and row.text("english_by") and day:
        own = Translation(text=row.text("english"), origin=Origin.REVIEWED, reviewer=row.text("english_by"), date=day)
        done.english.append((row, words, own))
    elif "english" in edits and not edits["english"]:
        done.english.append((row, words, None))
