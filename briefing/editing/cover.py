"""What the cover says of the whole pack: title, deck and audience, composed in both languages from lexicon/phrases.toml."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from briefing.editing.words import threshold
from briefing.lexicon.elections import mentions_of
from briefing.lexicon.events import is_earlier
from briefing.lexicon.phrases import Phrase, days, listed, number, phrase, phrases
from briefing.model.pack import Bilingual, Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article
    from briefing.model.finding import Findings

_NEUTRALITY = re.compile(r"(?<!\w)(?:ke)?(?:tidak)?netral", re.IGNORECASE)


def title(findings: Sequence[Findings]) -> Bilingual:
    """Return the title: "Netralitas ASN dan Kepala Desa dalam Pilkada" where the articles are about that, a neutral one where not."""
    neutral = [found for found in findings if _NEUTRALITY.search(f"{found.article.title} {found.article.text}")]
    if not _shared(len(neutral), findings, "subject_share"):
        return _block(phrase("title", "other"))
    elections = [Phrase(*entry["title"]) for entry in _elections(findings)]
    election = listed(elections) if elections else phrase("title", "any_election")
    whom = [Phrase(*entry["title"]) for entry in _addressees(findings)]
    pattern = phrase("title", "of_addressees") if whom else phrase("title", "of_nobody")
    return _block(pattern.format(whom=listed(whom), election=election))


def audience(findings: Sequence[Findings]) -> Bilingual:
    """Return for whom the pack is: those whom the articles are about."""
    whom = [Phrase(*entry["audience"]) for entry in _addressees(findings)]
    words = listed(whom) if whom else phrase("audience", "general")
    return _block(Phrase(words.id[:1].upper() + words.id[1:], words.en[:1].upper() + words.en[1:]))


def deck(findings: Sequence[Findings], *, holds: Sequence[str]) -> Bilingual:
    """Return the line below the title: how many articles, from which days where all have one, and what the pack `holds` ("speakers", "cited", …)."""
    articles = phrase("deck", "one" if len(findings) == 1 else "many").format(number=number(len(findings)))
    dates = sorted(day for found in findings if (day := found.article.law_date) and not _tells_of_earlier(found.article))
    if dates and len(dates) == len(findings):
        articles = phrase("deck", "dated").format(articles=articles, days=days(dates[0], dates[-1]))
    if not holds:
        return _block(phrase("deck", "bare").format(articles=articles))
    return _block(phrase("deck", "holding").format(articles=articles, contents=listed([phrase("deck", part) for part in holds])))


def _tells_of_earlier(article: Article) -> bool:
    """Return whether the only day that an article states is one before it: then it has none of its own."""
    return not article.published and is_earlier(article.event_printed, article.text)


def _addressees(findings: Sequence[Findings]) -> list[dict[str, Any]]:
    """Return the entries of those whom enough articles are about; one rule alone, which may mention them by the way, is not enough."""
    return [
        entry for entry in phrases()["addressee"] if _shared(sum(_is_about(found, entry) for found in findings), findings) and _named(findings, entry)
    ]


def _is_about(found: Findings, entry: dict[str, Any]) -> bool:
    """Return whether the title names them, or at least half of the rules that address anybody address them."""
    addressing = [rule.addressee for rule in found.rules if rule.addressee]
    return bool(_matches(entry, found.article.title or "")) or 0 < len(addressing) <= 2 * _addressed(found, entry)


def _named(findings: Sequence[Findings], entry: dict[str, Any]) -> bool:
    return any(_matches(entry, found.article.title or "") for found in findings) or sum(_addressed(found, entry) for found in findings) > 1


def _addressed(found: Findings, entry: dict[str, Any]) -> int:
    return sum(not set(rule.addressee).isdisjoint(entry["codes"]) for rule in found.rules)


def _elections(findings: Sequence[Findings]) -> list[dict[str, Any]]:
    """Return the entries of the elections that enough articles are about."""
    counts = Counter(election for found in findings for election in _elections_of(found.article))
    return [entry for entry in phrases()["election"] if _shared(counts[entry["election"]], findings)]


def _elections_of(article: Article) -> set[str]:
    """Return the elections of the title, the one that the text names most often, and any that it names half as often at least."""
    counts = mentions_of(article.text)
    return {*mentions_of(article.title or ""), *(election for election, count in counts.items() if 2 * count >= max(counts.values()))}


def _matches(entry: dict[str, Any], words: str) -> int:
    return len(re.findall(rf"(?<!\w)(?:{entry['pattern']})(?!\w)", words, re.IGNORECASE))


def _shared(count: int, findings: Sequence[Findings], share: str = "title_share") -> bool:
    return count > 0 and count >= threshold(share) * len(findings)


def _block(words: Phrase) -> Bilingual:
    return Bilingual(id=words.id, en=Translation(text=words.en, origin=Origin.CATALOGUE))
