"""The draft of a pack: everything that could be printed, with what is chosen for print; the program proposes it, the officer corrects it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.model.finding import Citation, Findings, RuleType, Speaker
from briefing.model.pack import Bilingual, Translation
from briefing.model.span import Span

PassageKind = Literal["quote", "rule", "sentence"]

ELISION = "[...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article that may be printed, as a key quote, a rule or a summary sentence.

    `id` tells it from the others of its article, `speaker` is the id of a person of the draft; `spoken` says that it is direct speech.
    `pieces` are the runs that are printed of it, empty for all of it. `front` puts it on the one-page summary. `listed` is False for an indirect
    statement that is not offered for print. `refused` says that the officer took it out: it then counts for nobody. `points` are the statements of
    the closed set that it makes. `cue` is the word that reports a quote, "" where it is doubtful whose it is.
    """

    id: str
    kind: PassageKind
    span: Span
    speaker: str | None
    keep: bool
    spoken: bool = False
    type: RuleType | None = None
    instrument: str | None = None
    front: bool = False
    pieces: tuple[Span, ...] = ()
    note: str = ""
    listed: bool = True
    refused: bool = False
    points: tuple[str, ...] = ()
    cue: str = ""

    def words(self, text: str) -> str:
        """Return what is printed of it: verbatim, with [...] where words are left out."""
        if not self.pieces:
            return self.span.of(text)
        before = [ELISION] if self.pieces[0].start > self.span.start else []
        after = [ELISION] if self.pieces[-1].end < self.span.end else []
        return " ".join([*before, f" {ELISION} ".join(piece.of(text) for piece in self.pieces), *after])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation of a law in an article: whether its row is printed, and whether what the catalogue says of it is; if not, the `reason` is."""

    id: str
    citation: Citation
    keep: bool = True
    accept: bool = True
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftArticle:
    """One article of the draft: `file` is where it was read from, `findings` hold its metadata as corrected."""

    id: str
    file: str
    findings: Findings
    passages: tuple[Passage, ...]
    citations: tuple[Cited, ...]
    keep: bool = True

    @property
    def text(self) -> str:
        """The cleaned text of the article."""
        return self.findings.article.text


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPerson:
    """One person over all articles; their words are not printed where `keep` is False. `remember` asks for an entry in people.toml."""

    speaker: Speaker
    keep: bool = True
    remember: bool = False

    @property
    def id(self) -> str:
        """The id to which passages refer."""
        return self.speaker.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What concerns the pack as a whole. `day` and `approved_on` are days or None; `quotes` is how many key quotes an article has at most."""

    title: Bilingual
    audience: Bilingual
    event: str = ""
    event_en: str = ""
    venue: str = ""
    day: date | None = None
    languages: tuple[str, ...] = ("id", "en")
    sections: tuple[str, ...] = ()
    profile: str = ""
    paper: str = "A4"
    greyscale: bool = False
    large_print: bool = False
    quotes: int = 5
    approved_by: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The whole draft; `english` is the officer's own English by the Indonesian that it stands beside, None to print none."""

    cover: Cover
    articles: tuple[DraftArticle, ...]
    people: tuple[DraftPerson, ...]
    english: tuple[tuple[str, Translation | None], ...] = ()

    @property
    def printed(self) -> tuple[DraftArticle, ...]:
        """The articles that the pack holds, in order; the first is number 1."""
        return tuple(article for article in self.articles if article.keep)
