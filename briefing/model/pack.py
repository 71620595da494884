"""The pack: what will be printed, chosen and merged over all articles, each English block with its origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from briefing.model.finding import Citation, QuoteKind, RuleType, Status

Disc = Literal["L", "K", "H", "S"]
PointStatus = Literal["law", "press", "listed", "historical", "speaker", "quote-only"]
Election = Literal["both", "pilkada", "pemilu"]
Sheet = Literal["may", "do", "dont"]
Verdict = Literal["may", "may-not", "must", "should", "sanction"]


class Origin(StrEnum):
    """Where English comes from, best first; the page says it in words beside every block that is not the catalogue's."""

    CATALOGUE = "catalogue"
    REVIEWED = "reviewed"
    PROJECT = "project"
    COMPOSED = "composed"
    MACHINE = "machine"
    GIST = "gist"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """English that says where it came from; `reviewer` and `date` are set exactly when the origin is REVIEWED.

    `engine` names a machine with its version, `fingerprint` tells its files from all others.
    """

    text: str
    origin: Origin
    engine: str | None = None
    reviewer: str | None = None
    date: date | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A block of the pack: Indonesian, and its English or None (not yet translated)."""

    id: str
    en: Translation | None = None

    @property
    def origin(self) -> Origin:
        """Where the English comes from; NONE when there is none."""
        return self.en.origin if self.en else Origin.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Who says it where: article number and ¶ number, both from 1, and the id of a Person (None: not named)."""

    article: int
    paragraph: int
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker merged over articles; `references` are the places of the words that the pack gives to them.

    `name` is None where the articles give only the office.
    """

    id: str
    name: str | None
    name_with_titles: str | None
    office: Bilingual | None
    organisation: str | None
    direct_quotes: int
    references: tuple[Reference, ...]
    organisation_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyQuote:
    """A selected quote: `text.id` is verbatim, with [...] where words are left out.

    `cue` is the word that reports it, "" where the speaker is doubtful. `told` says in words of our own what it speaks of, which stands in the place of
    English where `text` has none; `refused` says that the officer wants neither.
    """

    kind: QuoteKind
    text: Bilingual
    reference: Reference
    cue: str = ""
    told: Bilingual | None = None
    refused: bool = False

    @property
    def english(self) -> Bilingual:
        """The block whose English stands beside the quote: its own, else what is told of it."""
        return self.told if self.told and not self.text.en else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Provisions that a statement rests on, in short ("UU 10/2016 Pasal 71 ayat (1)"), for which elections, and whom they bind.

    `source` names the press when the text is known from there only; `until` is the first day on which they no longer bear the statement; `doubted` says
    that it is not known whether the instrument is in force today.
    """

    text: Bilingual
    election: Election
    binds: tuple[str, ...]
    source: str | None = None
    until: date | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the catalogue says of a statement of its closed set that the articles make: what it rests on, and the note that stands with it always.

    `short` is its form on the `sheet` of dos and don'ts (None: it stands on none).
    """

    id: str
    status: PointStatus
    short: Bilingual
    note: Bilingual | None = None
    grounds: tuple[Ground, ...] = ()
    sheet: Sheet | None = None

    @property
    def is_view(self) -> bool:
        """True where no provision that is known to be in force says it: it then stands as said by speakers, wherever it stands."""
        return self.status in {"listed", "historical", "speaker", "quote-only"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleItem:
    """A rule of the pack: `code` is disc letter and number ("L1"), or "" for a definition or an agreement, which carry no disc.

    With a `statement`, `text` is that of the catalogue, in words of its own, and an `example` is a sentence that makes it. Else `text` is a verbatim
    sentence or clause, direct speech when `spoken`. It is the speakers' `view` where no provision in force is known that says so. `references` says
    who states it where; `note` is the office's own.
    """

    code: str
    type: RuleType
    text: Bilingual
    references: tuple[Reference, ...]
    instrument: str | None = None
    spoken: bool = False
    note: str = ""
    view: bool = False
    statement: Statement | None = None
    example: KeyQuote | None = None

    @property
    def disc(self) -> str:
        """The letter of the disc: L larangan, K kewajiban, H hak, S sanksi; "" for none."""
        return self.code[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of an article's facts: which (`key`: who, when, where, event), and its value composed in both languages."""

    key: str
    value: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNote:
    """What must be said beside an instrument: words of the catalogue (`text`, `source` names the press), or those of the label for `code`.

    `arguments` fill the label in, `references` are the places of the citations that the note is about.
    """

    text: Bilingual | None = None
    source: str | None = None
    code: str = ""
    arguments: tuple[tuple[str, Bilingual], ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionStep:
    """One step of the ladder of sanctions: what threatens whom, and for which act where the text does not say it.

    `addressees` are those of the catalogue, `who` their words where it has some; `grounds` are the provisions in short, `source` names the press
    where it alone tells of them.
    """

    regime: str
    addressees: tuple[str, ...]
    who: Bilingual | None
    act: Bilingual | None
    text: Bilingual
    grounds: Bilingual
    source: str | None = None
    notes: tuple[LawNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question for discussion: a made-up situation, what is asked, and the codes of the rules that answer it, each with this `verdict`."""

    situation: Bilingual
    question: Bilingual
    verdict: Verdict
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that cite an instrument, and every place where the same provisions of it are cited, or none as here."""

    printed: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """One instrument cited: as printed and where, its full title when it is in the catalogue, status on the article's date and now.

    `others` are the mentions of other provisions of it than those in `printed`. `replaced_by` is the short title of the successor, `source`
    names the press when a fact rests on it. `note` is the office's own, and `overruled` its reason for not printing what the catalogue says:
    the row then has no status and no `notes`.
    """

    printed: str
    instrument: str | None
    title: Bilingual | None
    references: tuple[Reference, ...]
    article_date: date | None
    status_then: Status | None
    status_now: Status | None
    replaced_by: Bilingual | None = None
    replaced_on: date | None = None
    source: str | None = None
    note: str = ""
    overruled: str = ""
    notes: tuple[LawNote, ...] = ()
    others: tuple[Mention, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of it, the one in `printed` first."""
        return Mention(printed=self.printed, references=self.references), *self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary term that occurs in the pack."""

    term: Bilingual
    explanation: Bilingual | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """Another paper that carries an article in nearly the same words; `published` is ISO 8601."""

    outlet: str
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackArticle:
    """One article of the pack, ready for its spread. `text` is the cleaned text that is attached.

    `published` and `event_date` are ISO 8601, `event_printed` is the date of the event as the article prints it. `quotes_at` are the numbers of the
    articles that print quotes of this one too, which it then does not. `lead` tells who said what, in one or two sentences. `quoted` are
    the ids of those whose direct speech the article holds, printed or not, one for each quote in turn; None for nobody known.
    """

    number: int
    source_name: str
    sha256: str
    text: str
    title: Bilingual
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    event_date: str | None
    place: Bilingual | None
    facts: tuple[Fact, ...]
    quotes: tuple[KeyQuote, ...]
    rules: tuple[tuple[str, int], ...]
    summary: tuple[tuple[Bilingual, int], ...]
    citations: tuple[Citation, ...]
    event_printed: str | None = None
    reprints: tuple[Reprint, ...] = ()
    quotes_at: tuple[int, ...] = ()
    lead: tuple[Bilingual, ...] = ()
    quoted: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line of the one-page summary, and who says it where: a statement in short, which the digest has under `code`, or a sentence of an article.

    A sentence is direct speech when `spoken`.
    """

    text: Bilingual
    references: tuple[Reference, ...]
    spoken: bool = False
    code: str = ""
    view: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything that the templates print. `bodies` tells of institutions that are named and gone. `figures` counts articles, speakers, direct quotes and instruments of the sources.

    `made` are verbatim words of the pack with the ids of the statements that they make. `languages` are ("id", "en") or ("id",); `sections` are the parts to print in their order, empty for those of the profile.
    """

    title: Bilingual
    deck: Bilingual
    audience: Bilingual
    articles: tuple[PackArticle, ...]
    people: tuple[Person, ...]
    points: tuple[Point, ...]
    rules: tuple[RuleItem, ...]
    law: tuple[LawRow, ...]
    glossary: tuple[Term, ...]
    figures: tuple[tuple[str, int], ...]
    law_as_of: date
    version: str
    event: str = ""
    event_en: str = ""
    venue: str = ""
    day: str = ""
    approved_by: str | None = None
    approved_on: date | None = None
    languages: tuple[str, ...] = ("id", "en")
    sections: tuple[str, ...] = ()
    bodies: tuple[LawNote, ...] = ()
    made: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sanctions: tuple[SanctionStep, ...] = ()
    cases: tuple[Case, ...] = ()

    @property
    def is_draft(self) -> bool:
        """True until a named person has approved the pack on a stated day."""
        return not (self.approved_by and self.approved_on)

    def person(self, identifier: str | None) -> Person | None:
        """Return the person with this id, None for None."""
        return next((person for person in self.people if person.id == identifier), None)
