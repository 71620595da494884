"""The draft as the officer corrected it: every edit in its place, or kept aside where it no longer fits its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from briefing.editing.draft import Cover, Draft
from briefing.editing.review.articles import correct
from briefing.editing.review.fields import ITEMS, PASSAGES, day_of
from briefing.editing.review.file import place_of
from briefing.editing.review.order import in_file_order
from briefing.editing.review.people import continued, corrected_people
from briefing.editing.review.sheet import ADDED, Lost, Row, Sheet
from briefing.model.pack import Bilingual, Origin, Translation
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from briefing.editing.draft import DraftArticle
    from briefing.editing.review.fields import Value
    from briefing.model.problem import BriefingError
    from briefing.tomlfile import TomlFile

_ALIKE: Final = ("event", "event_en", "languages", "profile", "sections", "paper", "greyscale", "large_print", "quotes", "approved_by")
"""The keys of [pack] that are called as the fields of a Cover are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The corrected draft; `rows` are the entries that were placed, by the key that they now have, `lost` the edits that could not be."""

    draft: Draft
    rows: Mapping[str, Row]
    lost: tuple[Lost, ...]
    problems: tuple[Problem, ...]


def apply(draft: Draft, sheet: Sheet, file: TomlFile) -> Applied:
    """Return the draft with the edits of a correction file.

    Raises:
        FaultsError: all faults that only show beside the articles.
    """
    pairs = tuple(_matched(draft.articles, sheet))
    problems = [
        Problem(code="source-changed", arguments={"file": article.file})
        for article, row in pairs
        if row and row.text("sha256") != article.findings.article.source.sha256
    ]
    draft = continued(replace(draft, articles=tuple(_named(pairs, sheet))), sheet)
    rows: dict[str, Row] = {row.key: row for row in sheet.of("pack")}
    english: list[tuple[Row, str, Translation | None]] = []
    claimed = {article.id for article, (_, row) in zip(draft.articles, pairs, strict=True) if row}
    homes = [(each, _home(each, draft.articles, claimed)) for each in sheet.lost if each.kind != "speaker"]
    noted: dict[str, set[str]] = defaultdict(set)
    for key in sheet.program.base:
        noted[key.partition("/")[0]].add(key.partition("/")[2])
    lost = [each for each, home in homes if not home]
    lost += [each for row in sheet.of("article") if row not in [entry for _, entry in pairs] for each in _set_aside(row, sheet)]
    faults = []
    articles = {}
    for article, (_, written) in zip(draft.articles, pairs, strict=True):
        back = [each for each, home in homes if home == article.id]
        entry = _entry(article, written, back)
        inner = [row for row in sheet.rows if row.article == entry.id and row.kind in ITEMS]
        done = correct(article, entry, [*inner, *(_revived(each, article) for each in back if each.kind in ITEMS)], file, noted[entry.id])
        articles[article.id] = done.article
        rows |= done.rows
        english += done.english
        lost += done.lost
        faults += done.faults
    file.refuse([*faults, *_contradictions(english, file)])
    english.sort(key=lambda each: each[2] is not None)  # what is emptied at one place may be filled in at another
    order = in_file_order(list(articles), [row.id for row in sheet.of("article")])
    draft = replace(
        draft,
        articles=tuple(articles[name] for name in order),
        english=tuple((words, own) for _, words, own in english),
        cover=_cover(draft.cover, sheet),
    )
    people, entries, strangers = corrected_people(draft, sheet)
    rows |= {row.key: row for row in entries}
    lost += strangers
    if lost:
        problems.append(Problem(code="corrections-unplaced", arguments={"number": len(lost)}))
    return Applied(draft=replace(draft, people=people), rows=rows, lost=tuple(lost), problems=tuple(problems))


def _contradictions(english: Sequence[tuple[Row, str, Translation | None]], file: TomlFile) -> Iterator[BriefingError]:
    """Yield a fault for each English that stands beside words which have another English further up: only one can be printed."""
    first: dict[str, tuple[Row, str]] = {}
    for row, words, own in english:
        if own:
            other, text = first.setdefault(" ".join(words.split()), (row, own.text))
            if text != own.text:
                yield file.fault("correction-two-english", *place_of(row), "english", other=file.line_of((*place_of(other), "english")))


def returned(sheet: Sheet, rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield a note for each entry that was deleted by hand and that the program offers again."""
    written = {row.key for row in sheet.rows}
    for row in rows:
        base = sheet.program.base.get(row.key)
        told = row.article and f"article/{row.article}" not in written  # with its article
        if base is not None and ADDED not in base and row.key not in written and not told:
            yield Problem(code="entry-returned", arguments={"id": row.id, "text": (row.text("text") or row.text("name") or row.text("file"))[:60]})


def merged(offered: Sequence[Row], rows: Mapping[str, Row], *, lapsed: bool = False) -> tuple[Row, ...]:
    """Return the entries to write: the program's values, and the officer's where they touched them, with their comments.

    An approval that has `lapsed` is taken out: to approve again, it is filled in again.
    """
    both = (_merged(row, rows[row.key]) if row.key in rows else row for row in offered)
    return tuple(_unapproved(row) if lapsed and row.kind == "pack" else row for row in both)


def _unapproved(row: Row) -> Row:
    return replace(row, values={**row.values, "approved_by": "", "approved_on": ""}, touched=row.touched - {"approved_by", "approved_on"})


def _merged(offered: Row, own: Row) -> Row:
    return replace(offered, values={**offered.values, **own.edits}, touched=frozenset(own.edits), added=own.added, remarks=own.remarks)


def _matched(articles: Sequence[DraftArticle], sheet: Sheet) -> Iterator[tuple[DraftArticle, Row | None]]:
    """Yield each article with its entry: the one with its digest, among equals that with its file, else the one with its file."""
    free = list(sheet.of("article"))
    entries: dict[int, Row] = {}
    for same in (_same_both, _same_digest, _same_file):
        for position, article in enumerate(articles):
            row = next((row for row in free if position not in entries and same(article, row)), None)
            if row:
                entries[position] = row
                free.remove(row)
    for position, article in enumerate(articles):
        yield article, entries.get(position)


def _named(pairs: Sequence[tuple[DraftArticle, Row | None]], sheet: Sheet) -> Iterator[DraftArticle]:
    """Yield each article under the id of its entry; a new one under an id that no entry has, also where a text once had that entry which now is new."""
    taken = {row.id for row in sheet.of("article")}
    for article, row in pairs:
        own = (article.id, *(f"{article.id}-{number}" for number in range(2, len(pairs) + len(taken) + 2)))
        name = row.id if row else next(name for name in own if name not in taken)
        taken.add(name)
        yield replace(article, id=name)


def _same_both(article: DraftArticle, row: Row) -> bool:
    return _same_digest(article, row) and _same_file(article, row)


def _same_digest(article: DraftArticle, row: Row) -> bool:
    return row.text("sha256") == article.findings.article.source.sha256


def _same_file(article: DraftArticle, row: Row) -> bool:
    return row.text("file") == article.file


def _home(lost: Lost, articles: Sequence[DraftArticle], claimed: Container[str]) -> str | None:
    """Return the id of the article that an edit kept aside belongs to: the one with its digest, else the one with its file.

    An edit of an article that was away goes to none of the `claimed`, which have entries of their own.
    """
    free = [article for article in articles if not (lost.sha256 and article.id in claimed)]
    same = (article for article in free if article.findings.article.source.sha256 == lost.sha256)
    named = (article for article in free if article.file == lost.file)
    return next((article.id for article in (*same, *named)), None)


def _entry(article: DraftArticle, written: Row | None, back: Sequence[Lost]) -> Row:
    """Return the entry of an article, with the edits of it that were kept aside before."""
    row = written or Row(kind="article", id=article.id, values={})
    edits = {name: value for each in back if each.kind == "article" for name, value in each.edits.items() if name not in row.touched}
    return replace(row, values={**row.values, **edits}, touched=row.touched | set(edits))


def _revived(lost: Lost, article: DraftArticle) -> Row:
    """Return an edit that was kept aside before, as an entry of its article."""
    values = {"text": lost.text, **lost.edits}
    return Row(kind=lost.kind, id="", values=values, article=article.id, index=-1, touched=frozenset(lost.edits), added=lost.added)


def _set_aside(entry: Row, sheet: Sheet) -> Iterator[Lost]:
    """Yield the edits of an article, and within it, whose source is not among those of the run."""
    for row in (entry, *(row for row in sheet.rows if row.article == entry.id and row.kind in ITEMS)):
        if row.edits or (row.added and row.kind in PASSAGES):
            file, digest = entry.text("file"), entry.text("sha256")
            yield Lost(kind=row.kind, file=file, text=row.text("text"), edits=row.edits, sha256=digest, added=row.added and row.kind in PASSAGES)


def _cover(cover: Cover, sheet: Sheet) -> Cover:
    edits = {name: value for row in sheet.of("pack") for name, value in row.edits.items()}
    changes: dict[str, Any] = {name: edits[name] for name in _ALIKE if name in edits}
    if "place" in edits:
        changes["venue"] = edits["place"]
    for name, key in (("day", "date"), ("approved_on", "approved_on")):
        if key in edits:
            changes[name] = day_of(edits[key])
    return replace(cover, title=_block(cover.title, edits, "title"), audience=_block(cover.audience, edits, "audience"), **changes)


def _block(block: Bilingual, edits: Mapping[str, Value], name: str) -> Bilingual:
    """Return a block of the cover as corrected; English that stood beside other words is not kept."""
    words, english = str(edits.get(name, block.id)), edits.get(f"{name}_en")
    if english:
        return Bilingual(id=words, en=Translation(text=str(english), origin=Origin.CATALOGUE))
    return Bilingual(id=words, en=None if name in edits or english == "" else block.en)
