"""What a quote without English speaks of, in words of our own: the topics that it names and the laws that it cites."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.editing.statements import named
from briefing.lexicon import law
from briefing.lexicon.phrases import Phrase, listed, phrase
from briefing.lexicon.reported import frame
from briefing.lexicon.topics import closest, topics_in
from briefing.model.pack import Bilingual, Origin, Translation
from briefing.model.span import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.finding import Citation
    from briefing.model.pack import KeyQuote, PackArticle

MOST_TOPICS: Final = 4
_SURE: Final = "explicit"
QUOTED: Final = re.compile(r'“[^”]*”|"[^"]*"')
_BEHIND: Final = (re.compile(r" (?:of|for|to|on|in) "), re.compile(r" (?:that|who|whose|which) "))  # the second catches the most of what follows
_CITING: Final = re.compile(r"\b(?:(?:Pasal|Nomor|No\.?) ?\d|Undang-Undang|UU|Perppu|PKPU|Perda|Permen\w*|Perpres)\b", re.IGNORECASE)


def told(quote: KeyQuote, article: PackArticle) -> Bilingual | None:
    """Return what the words of a quote speak of, in both languages; None where they say too little, or the officer wants nothing beside them."""
    topics = topics_of([quote], article, MOST_TOPICS)
    laws = listed(_laws(quote, article))
    if quote.refused or not (topics.id or laws.id):
        return None
    form = "both" if topics.id and laws.id else "topics" if topics.id else "laws"
    return composed(phrase("told", form).format(topics=topics, laws=laws))


def composed(words: Phrase) -> Bilingual:
    """Return words of our own as a block that says so."""
    return Bilingual(id=words.id, en=Translation(text=words.en, origin=Origin.COMPOSED))


def topics_of(quotes: Iterable[KeyQuote], article: PackArticle, limit: int, *, in_lead: bool = False) -> Phrase:
    """Return what quotes of an article speak of as a list, at most `limit` topics; empty for nothing. A lead tells what is central or in the title alone.

    Those with a preposition stand behind the others, and those with a clause last of all, so that none that follows is read as part of them.
    """
    said = [quote for quote in quotes if not quote.cue or frame(quote.cue)]  # whoever denies what he names speaks of it as others do
    found = closest(topic for quote in said for topic in topics_in(quote.text.id, _near(quote, article)))
    fit = (topic for topic in found if not in_lead or topic.central or (not topic.deed and topic.pattern.search(article.title.id)))
    names = [topic.name for topic in islice(fit, limit)]
    return listed(sorted(names, key=lambda name: [pattern.search(name.en) is not None for pattern in reversed(_BEHIND)]))


def _near(quote: KeyQuote, article: PackArticle) -> str:
    """Return the title, the first paragraph, and that of a quote with the one before it, without what anybody is quoted with there."""
    paragraphs = [span.of(article.text) for span in paragraph_spans(article.text)]
    place = quote.reference.paragraph
    text = "\n".join([article.title.id, *paragraphs[:1], *paragraphs[max(0, place - 2) : place]])
    for quoted in article.quotes:
        text = text.replace(quoted.text.id, " ")
    return QUOTED.sub(" ", text)


def _laws(quote: KeyQuote, article: PackArticle) -> list[Phrase]:
    """Return the laws that stand in a quote, each with the articles that are cited of it; none where one is not known without doubt."""
    cited = [citation for citation in article.citations if citation.span.of(article.text) in quote.text.id]
    rest = quote.text.id
    for printed in sorted((citation.span.of(article.text) for citation in cited), key=len, reverse=True):
        rest = rest.replace(printed, " ")
    if _CITING.search(rest) or not all(citation.instrument and _is_sure(citation) for citation in cited):
        return []
    return list(dict.fromkeys(_law(citation.instrument or "", citation.articles) for citation in cited))


def _is_sure(citation: Citation) -> bool:
    return citation.resolved_by == _SURE and law.instrument(citation.instrument or "") is not None


def _law(instrument: str, articles: Sequence[str]) -> Phrase:
    known = law.instrument(instrument)
    if known and not articles:
        return Phrase(known.short_id, known.short_en)
    block = named(instrument, [(article, None) for article in articles])
    return Phrase(block.id, block.en.text if block.en else block.id)
