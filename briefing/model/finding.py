"""What was found in one article. A finding stores where, never a copied string: its words are `span.of(article.text)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.article import Article
from briefing.model.problem import Problem
from briefing.model.span import Span

QuoteKind = Literal["direct", "indirect"]
Attribution = Literal["name", "office", "clitic", "pronoun", "carried", "none"]
Confidence = Literal["high", "medium", "low"]
RuleType = Literal["prohibition", "duty", "right", "permission", "sanction", "definition", "agreement"]
Status = Literal["not_yet", "in_force", "amended", "partly", "repealed", "unknown"]
ResolvedBy = Literal["explicit", "alias", "anaphora", "context", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person of the article under the fullest name that it gives (None: it gives only the office).

    `office` is spelt out, `office_as_printed` is not.

    `mentions` are the places that name the person, in order.
    """

    id: str
    name: str | None
    name_with_titles: str | None = None
    office: str | None = None
    office_as_printed: str | None = None
    office_en: str | None = None
    organisation: str | None = None
    organisation_en: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that somebody said: `direct`, without its marks, or `indirect`, a whole sentence that reports them.

    `speaker` is the id of a Speaker; None when `attribution` is "none". `reason` is the code of why this speaker was chosen, and `confidence`
    how far that can be trusted. `points` are the statements of the closed set that the words make.
    """

    kind: QuoteKind
    span: Span
    speaker: str | None
    cue: str | None
    attribution: Attribution
    reason: str
    confidence: Confidence = "high"
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention of a law: as printed (kind, number, year), as resolved (`instrument`, a catalogue id, and article keys such as "71(1)").

    `notes` are the faults of the source and what else must be said beside the citation, each a code with its arguments.
    """

    span: Span
    kind: str
    number: str | None
    year: int | None
    instrument: str | None
    articles: tuple[str, ...]
    resolved_by: ResolvedBy
    status_then: Status | None = None
    status_now: Status | None = None
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A sentence or clause that states a rule: its types, whom it addresses, who says it, the instrument that it names."""

    span: Span
    type: tuple[RuleType, ...]
    addressee: tuple[str, ...]
    speaker: str | None
    cue: str
    points: tuple[str, ...] = ()
    instrument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article, each kind in text order; `summary` holds whole sentences.

    `copy_of` names the source of the same run whose article tells the same story, and no less of it; None where it stands for itself.
    """

    article: Article
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    citations: tuple[Citation, ...] = ()
    rules: tuple[Rule, ...] = ()
    summary: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    copy_of: str | None = None

    def speaker(self, identifier: str | None) -> Speaker | None:
        """Return the speaker with this id, None for None."""
        return next((speaker for speaker in self.speakers if speaker.id == identifier), None)
