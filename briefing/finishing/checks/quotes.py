"""The quotes of the pages: word for word in their attached text, in the paragraph and under the speaker that they are printed with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.finishing.opened import ENGLISH
from briefing.finishing.sources import ELISION
from briefing.finishing.words import apart, folded, most_alike, nearest, short
from briefing.model.problem import Problem
from briefing.rendering.wording import english, joint, name_of, verb_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finishing.opened import Opened
    from briefing.finishing.sources import Source
    from briefing.finishing.tree import Block
    from briefing.model.pack import KeyQuote, Pack

ARTICLE: Final = re.compile(r"article-(\d+)")
WHO: Final = re.compile(r"(.*?)\s*¶ (\d+)")
MARKS: Final = "“”"


class Printed(NamedTuple):
    """A quote as a page has it: its words without marks, who says them, the paragraph (0: none is printed), the origin of its English."""

    block: Block
    words: str
    who: str
    paragraph: int
    origin: str

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.block.page


def printed(opened: Opened) -> Iterator[tuple[int, tuple[Printed, ...]]]:
    """Yield the quotes of each article's pages under its number, in both languages, as they are printed; 0 for those of other sections."""
    for title, section in opened.sections.items():
        found = ARTICLE.fullmatch(title)
        yield int(found[1]) if found else 0, tuple(_printed(block) for block in section.block.walk() if block.tag == "BlockQuote")


def check(opened: Opened) -> Iterator[Problem]:
    """Check each quote against the attached text, and against what pack.json says of it."""
    pack = opened.content.pack if opened.content else None
    for number, quotes in printed(opened):
        indonesian = [quote for quote in quotes if quote.block.lang != ENGLISH]
        for quote in indonesian:
            yield from _in_source(quote, opened.sources.get(number), opened)
        article = next((article for article in pack.articles if article.number == number), None) if pack else None
        if pack and number and not article:
            yield from (Problem(code="quote-unknown", arguments={"page": quote.page, "text": short(quote.words)}) for quote in quotes)
        if pack and article:
            for lang, group in (("id", indonesian), ("en", [quote for quote in quotes if quote.block.lang == ENGLISH])):
                expected = [quote for quote in article.quotes if lang == "id" or quote.english.en]
                yield from _as_attributed(group, expected if lang in pack.languages else [], pack, lang)


def _printed(block: Block) -> Printed:
    words = next((folded(part.text) for part in block.blocks if part.tag == "P" and not part.title), "")
    who = WHO.fullmatch(next((folded(part.text) for part in block.blocks if part.title == "who"), ""))
    origin = next((part.title for part in block.blocks if part.title not in {"", "who"}), "")
    return Printed(block, words.strip(MARKS), who[1] if who else "", int(who[2]) if who else 0, origin)


def _in_source(quote: Printed, source: Source | None, opened: Opened) -> Iterator[Problem]:
    sources = [source] if source else list(opened.sources.values())
    places = [place for text in sources for place in text.places(quote.words)]
    if not places:
        file = source.file if source else "artikel-….txt"
        part, there = next(_not_there(quote.words, sources), (quote.words, ""))
        found, expected = apart(part, there) if there else (short(part), "–")
        yield Problem(code="quote-not-in-source", arguments={"page": quote.page, "text": found, "name": file, "expected": expected})
    elif quote.paragraph not in places:
        arguments: dict[str, str | int] = {"page": quote.page, "text": short(quote.words), "found": _number(quote.paragraph), "expected": places[0]}
        yield Problem(code="quote-paragraph", arguments=arguments)


def _not_there(words: str, sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Yield each part of a quote that no text has, with what stands in its place there."""
    for part in ELISION.split(words):
        if not any(source.places(part) for source in sources):
            yield part, most_alike(part, (nearest(part, source.text) for source in sources))


def _as_attributed(quotes: Sequence[Printed], expected: Sequence[KeyQuote], pack: Pack, lang: str) -> Iterator[Problem]:
    """Check the quotes of one article in one language against those of pack.json."""
    left: dict[str, list[KeyQuote]] = {}
    for item in expected:
        left.setdefault(folded(_words(item, lang)).strip(MARKS), []).append(item)
    for quote in sorted(quotes, key=lambda quote: quote.words not in left):  # those that are word for word first
        words = quote.words if left.get(quote.words) else most_alike(quote.words, [words for words in left if left[words]])
        alike = left.get(words or "")
        if not words or not alike:
            yield Problem(code="quote-unknown", arguments={"page": quote.page, "text": short(quote.words)})
            continue
        known = min(alike, key=lambda item: item.reference.paragraph != quote.paragraph)  # two may say the same in English
        alike.remove(known)
        if words != quote.words:
            found, wanted = apart(quote.words, words)
            yield Problem(code="pages-differ", arguments={"page": quote.page, "found": found, "expected": wanted})
        yield from _attributed(quote, known, pack, lang)
    for words in (words for words, several in left.items() for _ in several):
        yield Problem(code="quote-missing", arguments={"text": short(words), "article": expected[0].reference.article})


def _attributed(quote: Printed, known: KeyQuote, pack: Pack, lang: str) -> Iterator[Problem]:
    page, text, expected = quote.page, short(quote.words), _who(known, pack, lang)
    if quote.who != expected:
        yield Problem(code="quote-speaker", arguments={"page": page, "text": text, "found": quote.who or "–", "expected": expected or "–"})
    if quote.paragraph != known.reference.paragraph:
        places = _number(quote.paragraph), _number(known.reference.paragraph)
        yield Problem(code="quote-paragraph", arguments={"page": page, "text": text, "found": places[0], "expected": places[1]})
    origin = known.english.origin.value if lang == "en" else ""
    if lang == "en" and origin not in {"catalogue", quote.origin}:
        yield Problem(code="tag-differs", arguments={"page": quote.page, "found": quote.origin or "–", "expected": origin})


def _number(paragraph: int) -> str:
    return str(paragraph or "–")


def _words(quote: KeyQuote, lang: str) -> str:
    return quote.text.id if lang == "id" or not quote.english.en else quote.english.en.text


def _who(quote: KeyQuote, pack: Pack, lang: str) -> str:
    """Return who says a quote in the words of the pages: the verb, name with degrees, and office; "" for nobody."""
    person = pack.person(quote.reference.person)
    if person is None:
        return ""
    name = "".join(name_of(person, lang))
    office = (english(person.office) if lang == "en" else person.office.id) if person.name and person.office else ""
    joined = joint(person, lang)
    who, verb = f"{name}{joined}{office}" if office else name, verb_of(quote, person, lang)
    if not verb:
        return folded(who)
    return folded(f"{verb} {who}" if lang == "id" else f"{who}{',' if office and ',' in joined else ''} {verb}")
