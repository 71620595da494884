"""Mentions of laws: where a text names one, and what it says of it: kind, number, year, a name, an issuer or place, a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from briefing.finding.bare_laws import by_name, by_number, by_signatures, further, without_kind
from briefing.finding.law_mentions import NUMBERED, SHARED_YEAR, WORD_FOR_NUMBER, LawMention, number_of, year_of
from briefing.lexicon import law
from briefing.lexicon.kinds import Kind, folded, kind_heads, kind_named, kind_pattern, kind_with_id
from briefing.lexicon.load import cached
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# "SKB tahun 2022", "SKB tertanggal 22 September 2022"
_YEAR_ALONE = re.compile(
    r"\s*,?\s*(?:tahun|thn\.?|(?<=decree)\sof|(?:per|ter)?tanggal\s+\d{1,2}\s+[a-z]{3,9})\s*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_NUMBER_ALONE = re.compile(rf"\s+{WORD_FOR_NUMBER}(?P<number>\d{{1,3}})(?![\d./])", re.IGNORECASE)  # "UU Tahun 2017 Nomor 7"
_LISTED = re.compile(rf"\s*{WORD_FOR_NUMBER}(?=\d{{1,3}}\s*(?:,|dan\b|serta\b))", re.IGNORECASE)
_BILLS = ("rancangan", "draf", "rencana")  # before what is no law yet
_STATE = re.compile(r"\s+(?:RI\b|R\.I\b\.?|Republik Indonesia\b|(?:of the )?Republic of Indonesia\b)", re.IGNORECASE)
# "PP sebelumnya No. 53 Tahun 2010", "undang-undang yang tertuang dalam nomor 10 tahun 2016"
_ASIDE = re.compile(r"\s+(?:sebelumnya|terdahulu|yang\s+\w+\s+(?:pada|dalam|di|dengan))(?=\s+(?:nomor|nomer|no)\b)", re.IGNORECASE)
_POINTED_AT = re.compile(r"\s+(?:tersebut|itu|ini|dimaksud|termaksud|yang\s+sama|a\s?quo)\b(?!-)", re.IGNORECASE)
# What stands between a law and its title, and as much of the title as may be one: "(PP) yang mengatur tentang Disiplin …".
_TITLE = re.compile(
    r"(?:\s+tahun\s+\S{2,6})?(?:\s*\([^()]{2,40}\))?\s*,?\s*(?:yang\s+(?:mengatur|berisi|membahas)\s+)?\b(?:tentang|mengenai|perihal|concerning|on)\s+(?P<title>[^.;:\n“”\"()]{3,220})",
    re.IGNORECASE,
)
# Before a law that is a part of the title of another: "… tentang Perubahan Kedua atas", "… on the Second Amendment to".
_INSIDE_TITLE = re.compile(
    r"(?:\b|(?<=\d))tentang\s+(?:penetapan|perubahan(?:\s+\w+){0,2}|pencabutan|(?:petunjuk\s+(?:\w+\s+)?|peraturan\s+)?pelaksanaan)\s+(?:atas\s+|dari\s+)?\Z"
    r"|\b(?:on|concerning|regarding)\s+the\s+(?:(?:\w+\s+)?amendments?\s+(?:to|of)|stipulations?\s+of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_CAPITALISED = r"(?!(?i:nomor|nomer|number|no|nmr|bernomor|tahun|tentang|pasal|undang)\b)[A-Z](?:(?!(?:NOMOR|Nomor)\b)[\w’'-])*"  # "LUMAJANGNOMOR" ends before the word
_ISSUER = re.compile(rf"\s+(?:dari\s+)?(?P<issuer>(?:(?i:kab|prov)\.\s*)?{_CAPITALISED}(?:\s+(?:dan\s+)?{_CAPITALISED}){{0,7}})")
_NAME = re.compile(rf"\s+{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}}")
_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+")  # a law may be glued to a preposition: "dalamUU"
_WORDS = re.compile(r"(?:\s+|-(?=[A-Z]))\(?[\w/-]+")
_HALF_NAMED = re.compile(r"\b(?:pasal|articles?)\s[^.;\n]{1,40}\Z", re.IGNORECASE)
_OF_TITLE = re.compile(
    r"\s+(?:tentang|on|concerning)\s+(?:the\s+)?(?P<title>[A-Z][\w-]*(?:,?\s+(?:dan\s+|serta\s+|atas\s+)?(?!Nomor|No\b|Number)[A-Z][\w-]*)*|[\w-]+)"
)
# How many made a joint decree: "SKB lima menteri", "SKB 5 K/L".
_COUNTED = r"(?:\s+(?P<count>\d|dua|tiga|empat|lima|enam|tujuh)\s+(?:menteri|lembaga|instansi|pimpinan|kementerian|k/?l)\b)"
# What may follow a kind: its short form in brackets or behind "atau", and how many made it.
_BEHIND_KIND = re.compile(
    rf"(?:\s*\(\s*(?-i:[A-Z][A-Za-z -]{{1,30}}|uu|pp|skb)\s*\))?(?:\s+atau\s+(?-i:[A-Z][A-Za-z-]{{1,15}})(?=\s+No))?{_COUNTED}?", re.IGNORECASE
)
_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_BEGINNING = 6  # letters of a kind that are looked up before its pattern is tried
_LONGEST_NAME = 7  # words of a name such as "UU Keterbukaan Informasi Publik"
_LOOK_BACK = 60  # code points before a kind in which a title would have begun to name it


class _Head(NamedTuple):
    """A kind of law where a mention may begin, with its short form in brackets, and how many are said to have made it."""

    span: Span
    kind: Kind
    signatories: int | None


def find_laws(text: str) -> tuple[LawMention, ...]:
    """Return the mentions of laws of a text in order; what stands inside the title of another is none."""
    mentions = [*by_signatures(text)]
    for finder in (by_name, _by_kind, by_number):
        _add(mentions, finder(text))
    for follower in (further, without_kind):
        _add(mentions, [*follower(text, mentions)])
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def _add(mentions: list[LawMention], found: Iterable[LawMention]) -> None:
    """Add what lies over none of the mentions that are there."""
    taken = sorted((mention.span for mention in mentions), key=lambda span: span.start)
    mentions += [mention for mention in found if not _overlaps(mention.span, taken)]


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span lies over one of those taken, which are in order and apart."""
    at = bisect_left(taken, span.end, key=lambda other: other.start)
    return at > 0 and taken[at - 1].end > span.start


def _by_kind(text: str) -> Iterator[LawMention]:
    end = 0
    for head in _heads_in(text):
        before = text[max(0, head.span.start - _LOOK_BACK) : head.span.start]
        if head.span.start < end or before.rstrip().lower().endswith(_BILLS) or _INSIDE_TITLE.search(before):
            continue
        mention = _read(text, head)
        if mention:
            end = mention.span.end
            yield mention


def _heads_in(text: str) -> Iterator[_Head]:
    """Yield the kinds of law where one may begin: tried only at words that begin as one does, as all their forms together are many."""
    known, end = kind_heads(), 0
    for word in _WORD.finditer(text):
        letters = word.group()[:3].lower()
        letters = letters if letters in known else letters[:2]
        if letters not in known or word.start() < end or not text[word.start() : word.start() + _BEGINNING].lower().startswith(known[letters]):
            continue
        match = _kinds(letters).match(text, word.start())
        if not match:
            continue
        behind = _BEHIND_KIND.match(text, match.end())
        end, count = (behind.end(), (behind["count"] or "").lower()) if behind else (match.end(), "")
        if kind := kind_named(match.group()):
            yield _Head(Span(match.start(), end), kind, _COUNTS.get(count) or int(count or 0) or None)


def _read(text: str, head: _Head) -> LawMention | None:
    """Return what follows the kind, read step by step; None where nothing tells which instrument is meant."""
    at = head.span.end
    if state := _STATE.match(text, at):
        at = state.end()
    if pointed := _POINTED_AT.match(text, at):
        return LawMention(span=Span(head.span.start, pointed.end()), kind=head.kind, points_back=True)
    if aside := _ASIDE.match(text, at):
        at = aside.end()
    kind, issuer, at = _issuer_at(text, at, head.kind)
    name, behind = _name_at(text, at, kind)
    number, year, end = _number_at(text, behind)
    if number and kind.id == "uud":  # the constitution has none: a slip for "UU"
        kind = kind_with_id("uu") or kind
    if not (number or name or year or kind.id == "skb" or (issuer and kind.id.startswith("se"))):
        return _titled(text, head, kind, at) or _unknown(text, head, kind, at) or _half_named(text, head, kind)
    return LawMention(
        span=Span(head.span.start, end),
        kind=kind,
        number=number,
        year=year,
        name=name,
        issuer=issuer,
        title=_title_at(text, end),
        signatories=head.signatories,
    )


def _issuer_at(text: str, at: int, kind: Kind) -> tuple[Kind, str, int]:
    """Return the kind, the issuer or place behind it, and where that ends; an issuer with a kind of its own makes that the kind: "SE KASN"."""
    named = _ISSUER.match(text, at) if kind.known_by else None
    if not named:
        return kind, "", at
    special = kind_named(f"{kind.short_id} {named['issuer'].removesuffix(' RI')}")
    return (special, "", named.end()) if special else (kind, named["issuer"], named.end())


def _number_at(text: str, at: int) -> tuple[str | None, int | None, int]:
    """Return the number and the year that stand here, or the year alone, and where they end."""
    listed = _LISTED.match(text, at)
    if listed and (shared := SHARED_YEAR.match(text, listed.end())):
        return shared["number"], int(shared["year"]), shared.end()
    numbered = NUMBERED.match(text, at)
    if numbered and _tells(numbered, text):
        return number_of(numbered), year_of(numbered), numbered.end()
    dated = _YEAR_ALONE.match(text, at)
    if dated and (numbered := _NUMBER_ALONE.match(text, dated.end())):
        return numbered["number"], int(dated["year"]), numbered.end()
    return (None, int(dated["year"]), dated.end()) if dated else (None, None, at)


def _tells(numbered: re.Match[str], text: str) -> bool:
    """Return whether what is read as a number is one: by its form, by the word or the year beside it, or by a title behind: "PP 94 tentang Disiplin PNS"."""
    return any(numbered[part] for part in ("word", "year", "swapped", "court", "assembly", "letter")) or bool(_title_at(text, numbered.end()))


def _name_at(text: str, at: int, kind: Kind) -> tuple[str, int]:
    """Return the longest name of a law that begins here, and where it ends: "Pemilu" in "UU Pemilu No. 7 Tahun 2017"."""
    words: list[str] = []
    end = at
    best, best_end = "", at
    for _ in range(_LONGEST_NAME):
        word = _WORDS.match(text, end)
        if not word or not (words or _in_a_name(word.group())):
            break
        words.append(word.group().strip(" \t\n()-"))
        end = word.end()
        if law.meanings(f"{kind.short_id} {' '.join(words)}"):
            best, best_end = " ".join(words), end
    return best, best_end


def _in_a_name(word: str) -> bool:
    """Return whether a word stands in the name of a law, so that a name may begin with it."""
    return folded(word.strip(" \t\n()-")).partition(" ")[0] in _words_of_names()


def _title_at(text: str, at: int) -> str:
    found = _TITLE.match(text, at)
    return found["title"] if found else ""


def _titled(text: str, head: _Head, kind: Kind, at: int) -> LawMention | None:
    """Return a law named by its title before its number, or by that alone: "Undang-Undang tentang Aparatur Sipil Negara"."""
    title, named = _title_at(text, at), _OF_TITLE.match(text, at)
    if not (title and named):
        return None
    numbered = NUMBERED.match(text, named.end())
    if not (numbered and numbered["word"] and year_of(numbered)):
        return LawMention(span=Span(head.span.start, named.end()), kind=kind, title=title)
    return LawMention(span=Span(head.span.start, numbered.end()), kind=kind, number=number_of(numbered), year=year_of(numbered), title=named["title"])


def _half_named(text: str, head: _Head, kind: Kind) -> LawMention | None:
    """Return the law that a bare kind behind an article points back to: "Pasal 71 undang-undang", "Article 71 of the Law"."""
    article = kind.has_articles and _HALF_NAMED.search(text, max(0, head.span.start - _LOOK_BACK), head.span.start)
    return LawMention(span=head.span, kind=kind, points_back=True) if article else None


def _unknown(text: str, head: _Head, kind: Kind, at: int) -> LawMention | None:
    """Return a law of which only a capitalised name is said that the catalogue does not know: "UU Kesehatan"."""
    name = _NAME.match(text, at)
    if not name or kind.known_by:
        return None
    return LawMention(span=Span(head.span.start, name.end()), kind=kind, name=" ".join(name.group().split()))


@cached
def _kinds(letters: str) -> re.Pattern[str]:
    """Return the pattern of a kind where a law may begin, of those that begin with these letters.

    It may be glued to a preposition ("dalamUU"); no small letter follows but those of "nomor": "PPK" and "SE-nya" are none.
    """
    return re.compile(
        rf"(?:(?<![\w/.-])|(?:(?<=\bdalam)|(?<=\bdari)|(?<=\bpada))(?=(?-i:[A-Z])))(?:{kind_pattern(letters)})(?!(?!(?:nomor|number|no)\b)[a-z]|-(?-i:[a-z]))",
        re.IGNORECASE,
    )


@cached
def _words_of_names() -> frozenset[str]:
    return frozenset(word for form in law.alias_forms() for word in folded(form).split(" "))
