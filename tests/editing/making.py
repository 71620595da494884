"""Findings made by hand: an article written as paragraphs, and what was found in it named by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.article import Article, Source
from briefing.model.finding import Citation, Findings, Quote, Rule, Speaker
from briefing.model.span import OffsetMap, Span

if TYPE_CHECKING:
    from briefing.model.finding import QuoteKind, RuleType

JUMANI = Speaker(id="s1", name="Jumani", office="Sekretaris Daerah Kabupaten Pati", organisation="Pemerintah Kabupaten Pati")


def article(*paragraphs: str, name: str = "a.txt", title: str | None = "Judul", published: str | None = None, place: str | None = None) -> Article:
    """Return an article of these paragraphs."""
    text = "\n\n".join(paragraphs)
    source = Source(name=name, sha256="0" * 64, media_type="text/plain")
    return Article(source=source, source_text=text, text=text, offsets=OffsetMap(pieces=()), title=title, published=published, place=place)


def findings(
    of: Article,
    *,
    quotes: tuple[tuple[QuoteKind, str, str | None], ...] = (),
    rules: tuple[tuple[tuple[RuleType, ...], str, str | None], ...] = (),
    laws: tuple[tuple[str, str | None], ...] = (),
    speakers: tuple[Speaker, ...] = (JUMANI,),
    addressee: tuple[str, ...] = ("asn",),
) -> Findings:
    """Return findings in an article: quotes as (kind, words, speaker), rules as (types, words, speaker), laws as (words, instrument)."""
    return Findings(
        article=of,
        speakers=speakers,
        quotes=tuple(
            Quote(kind=kind, span=span(of, words), speaker=speaker, cue="ujar", attribution="name" if speaker else "none", reason="test")
            for kind, words, speaker in quotes
        ),
        rules=tuple(Rule(span=span(of, words), type=types, addressee=addressee, speaker=speaker, cue="harus") for types, words, speaker in rules),
        citations=tuple(
            Citation(
                span=span(of, words),
                kind="UU",
                number="1" if instrument else None,
                year=None,
                instrument=instrument,
                articles=(),
                resolved_by="explicit" if instrument else "none",
            )
            for words, instrument in laws
        ),
    )


def span(of: Article, words: str) -> Span:
    """Return where these words first stand in the article."""
    start = of.text.index(words)
    return Span(start, start + len(words))
