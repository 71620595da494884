"""Runs of articles as the press writes them: "Pasal 15 ayat (1), (2) dan (3)", "Pasal 280 sampai dengan 282", "Pasal 29 huruf b, g dan j"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefing.lexicon.kinds import kind_pattern
from briefing.lexicon.load import cached
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Level = Literal["article", "paragraph", "letter", "item"]
Doubt = Literal["", "likely", "certain"]

_ORDER: tuple[Level, ...] = ("article", "paragraph", "letter", "item")
# By its first letter, as Python's engine finds that fast: pasal, psl, article; ayat; lampiran.
_START = re.compile(
    r"[PpAaLl](?<!\w.)(?i:(?:(?<=p)a[sd]al|(?<=p)sl\b\.?|(?<=a)rticles?)\s*(?=\d|(?-i:[IVX]{1,4}\b))"
    r"|(?<=a)yat\s*(?P<paragraph>\(\d{1,2}\)|\d{1,2}\b|(?:satu|dua|tiga|empat|lima|enam)\b)|(?<=l)ampiran\s+(?P<annex>(?-i:[IVX]{1,4}))\b)"
)
_OWN = re.compile(r"\bdimaksud\s+(?:pada|dalam|di)\s+\Z", re.IGNORECASE)  # "sebagaimana dimaksud pada ayat (1)" is of the article that says so
_SAME_ARTICLE = re.compile(r"\s+pa[sd]al\s+(?:itu|tersebut|ini|yang\s+sama|dimaksud)\b", re.IGNORECASE)
_FAR = 400  # code points between an article and a later sentence that names a paragraph of it alone
_PART = re.compile(r"(?:penjelasan|lampiran(?:\s+[IVX]+)?|elucidation of)\s+\Z", re.IGNORECASE)  # of the law, before its article
_LONGEST_PART = 20  # code points
# of the article behind them: "ayat (1) Pasal 71", "huruf f ayat (2) Pasal 280", "paragraph 1 of Article 71"
_TURNED = re.compile(
    r"\b(?:huruf\s+\(?(?P<letter>[a-z])\)?\s+)?(?:(?:ayat|paragraphs?|sections?|verses?)|(?<=huruf [a-z] )(?P<item>angka))"
    r"\s*(?P<numbers>\(?\d{1,2}\)?(?:\s*(?:,|dan|and)\s*\(?\d{1,2}\)?){0,4})\s(?:of\s)?\Z",
    re.IGNORECASE,
)
_LONGEST_TURNED = 40  # code points
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<article>\b(?:penjelasan\s+)?(?:pa[sd]al\b|articles?\b|psl\b\.?))
    | (?P<paragraph>\b(?:ayat|paragraphs?|sections?|verses?|clauses?)\b)
    | (?P<letter>\b(?:huru[fhp]|letters?|points?|poin|butir)\b)
    | (?P<item>\b(?:angka|items?|(?<=letter\s[a-z]\s)number)\b)
    | (?P<joined>\b(?:jo|jis|juncto|junto)\b\.?)
    | (?P<range>\b(?:sampai\s+dengan|s/d|hingga|sam(?:pa|ap)i|to)\b|\bs\.?d\b\.?|[-–](?=\s?(?:\(?\d|[a-z]\b|pasal|ayat|huruf)))
    | (?P<also>,|\bdan/atau\b|\b(?:dan|serta|atau|maupun|and|or|as\s+well\s+as)\b|&)
    | (?P<bracketed>\(\s*(?:\d{1,3}[a-z]?|[a-z])\s*\))
    | (?P<number>\d{1,3}(?:[A-Z]|\s(?-i:[A-J])(?![.’'-]))?(?![\w]|[.,/]\d|\s*(?:tahun|hari|bulan|orang|persen|ASN|PNS)\b))
    | (?P<misread>(?<=ayat\s)(?-i:[Il])\b)
    | (?P<worded>(?<=ayat\s)(?:satu|dua|tiga|empat|lima|enam)\b)
    | (?P<roman>(?<=pasal\s)(?-i:[IVX]{1,4})\b)
    | (?P<single>\b[a-z]\b(?![’']|\.\w|-\w{2}))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_IN_WORDS = {"satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6"}
_LONGEST_RANGE = 50  # articles that a range is counted out to
_MOST_PARAGRAPHS = 20  # a bare number up to this behind "ayat 1 dan" is a paragraph, a higher one an article


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRun:
    """A run of articles: `keys` such as "71(1)", "5(n)(5)", ranges counted out.

    `angka_for_ayat`: a part right below an article is printed as a number; "certain" where brackets or a letter below it show that it is a paragraph.
    `goes_on`: a paragraph of the article before it, named in another sentence.
    """

    span: Span
    keys: tuple[str, ...]
    angka_for_ayat: Doubt = ""
    goes_on: bool = False


@dataclass(slots=True)
class _Reader:
    """The state of reading a run: the parts of the current key, the level of its last part, and the keys that are complete."""

    parts: dict[Level, str] = field(default_factory=dict)
    level: Level = "article"
    keys: list[str] = field(default_factory=list)
    angka_for_ayat: Doubt = ""

    def put(self, level: Level, value: str) -> None:
        """Begin the next key: the parts above `level` stay, those below go."""
        if level == "item" and "letter" not in self.parts and self.parts.get("article", "1") != "1":
            level, self.angka_for_ayat = "paragraph", self.angka_for_ayat or "likely"
        elif level == "letter" and self.angka_for_ayat:
            self.angka_for_ayat = "certain"
        self.parts = {part: known for part, known in self.parts.items() if _ORDER.index(part) < _ORDER.index(level)}
        self.parts[level] = value
        self.level = level

    def key(self) -> str:
        """Return the current key: "280(2)(f)"."""
        return self.parts["article"] + "".join(f"({self.parts[part].lower()})" for part in _ORDER[1:] if part in self.parts)

    def close(self) -> None:
        """Keep the current key."""
        if "article" in self.parts and self.key() not in self.keys:
            self.keys.append(self.key())

    def refine(self, level: Level) -> None:
        """Take back the key before a comma where the next value lies below it: "Pasal 71, ayat 1" is one part, not two."""
        if _ORDER.index(level) > _ORDER.index(self.level) and self.keys[-1] == self.key():
            self.keys.pop()

    def fill(self, last: str) -> None:
        """Keep the keys between the current one and `last`, the end of a range."""
        first = self.parts[self.level]
        if first.isdigit() and last.isdigit():
            between = [str(number) for number in range(int(first) + 1, min(int(last), int(first) + _LONGEST_RANGE))]
        elif first[:-1] == last[:-1] and first[-1:].isalpha() and last[-1:].isalpha():  # "a-d", "187A s.d. 187D"
            between = [first[:-1] + chr(code) for code in range(ord(first[-1]) + 1, ord(last[-1]))]
        else:
            between = []
        for value in between:
            self.parts[self.level] = value
            self.close()


def find_article_runs(text: str) -> tuple[ArticleRun, ...]:
    """Return the runs of articles of a text in order."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[ArticleRun]:
    last: ArticleRun | None = None
    for start in _START.finditer(text):
        free = last.span.end if last else 0
        if start.start() >= free:
            run = _annex(start) if start["annex"] else _paragraph(text, start, last) if start["paragraph"] else _read(text, start, free)
            if run:
                last = run
                yield run


def _annex(start: re.Match[str]) -> ArticleRun | None:
    """Return an annex of the law behind it: "Lampiran II UU 12/2011" is "L2"."""
    number = _ROMAN.get(start["annex"].upper())
    return ArticleRun(span=Span(*start.span()), keys=(f"L{number}",)) if number and _of_a_law().match(start.string, start.end()) else None


def _paragraph(text: str, start: re.Match[str], last: ArticleRun | None) -> ArticleRun | None:
    """Return a paragraph of the article that the same block of text named last: "Syaratnya dimuat ayat (3)"."""
    if not last or len(last.keys) != 1 or "\n" in text[last.span.end : start.start()] or start.start() - last.span.end > _FAR:
        return None
    if _OWN.search(text, last.span.end, start.start()):
        return None
    value = start["paragraph"].strip("()").lower()
    behind = _SAME_ARTICLE.match(text, start.end())
    key = f"{last.keys[0].partition('(')[0]}({_IN_WORDS.get(value, value)})"
    return ArticleRun(span=Span(start.start(), behind.end() if behind else start.end()), keys=(key,), goes_on=True)


def _read(text: str, start: re.Match[str], free: int) -> ArticleRun | None:
    """Return the run that begins with this "Pasal"; what belongs to it of the words before it stands behind `free`."""
    reader = _Reader()
    end = _read_on(reader, text, start.end())
    if not reader.keys:
        return None
    keys, begins = tuple(reader.keys), start.start()
    turned = len(keys) == 1 and keys[0] == reader.parts["article"] and _TURNED.search(text, max(free, begins - _LONGEST_TURNED), begins)
    if turned:
        letter = f"({turned['letter'].lower()})" if turned["letter"] else ""
        above, below = (letter, "") if turned["item"] else ("", letter)
        keys = tuple(f"{keys[0]}{above}({number}){below}" for number in re.findall(r"\d+", turned["numbers"]))
        begins = turned.start()
    elif part := _PART.search(text, max(free, begins - _LONGEST_PART), begins):
        begins = part.start()
    return ArticleRun(span=Span(begins, end), keys=keys, angka_for_ayat=reader.angka_for_ayat)


def _read_on(reader: _Reader, text: str, position: int) -> int:
    """Read what stands behind "Pasal" as far as its grammar goes; return the end of the last value."""
    expected, link, comma, end = "article", "", False, 0
    while token := _TOKEN.match(text, position):
        position = token.end()
        name = token.lastgroup or ""
        if name in {"joined", "range", "also"}:
            if link and not (link == "also" and name == "also"):
                break
            link, comma = name, token.group().strip() == ","
            reader.close()
        elif name in _ORDER:
            expected = name
        else:
            level = _level(reader, expected, token, link)
            if level is None:
                break
            if link == "range" and level == reader.level:
                reader.fill(_value(token))
            if comma:
                reader.refine(level)
            reader.put(level, _value(token))
            if name == "bracketed" and reader.angka_for_ayat:
                reader.angka_for_ayat = "certain"
            link, comma, expected, end = "", False, "", position
    reader.close()
    return end


def _value(token: re.Match[str]) -> str:
    """Return a value without spaces and brackets; a number in words, and the letter that a scan makes of a 1, in digits."""
    value = "".join(token.group().split()).strip("()")
    return "1" if token.lastgroup == "misread" else _IN_WORDS.get(value.lower(), value)


def _level(reader: _Reader, expected: str, token: re.Match[str], link: str) -> Level | None:
    """Return what a value is: what its word says ("ayat"), else what the value before it was; None where it is no part of the run."""
    value = _value(token)
    if expected:
        level = next(level for level in _ORDER if level == expected)
        fits = value.isalpha() == (level == "letter") or token.lastgroup == "roman"
        return level if fits and (level == "article" or reader.parts) else None
    if token.lastgroup == "bracketed" and not link:  # "Pasal 71 (1)", "Article 280(2)(f)"
        deeper = _ORDER[_ORDER.index(reader.level) + 1 :]
        return next((level for level in deeper if (level == "letter") == value.isalpha()), None)
    if not link or value.isalpha() != (reader.level == "letter"):
        return None
    if reader.level == "paragraph" and token.lastgroup == "number" and int(re.sub(r"\D", "", value)) > _MOST_PARAGRAPHS:
        return "article"
    if reader.level == "article" and int(re.sub(r"\D", "", value)) < int(re.sub(r"\D", "", reader.parts["article"])):
        return "article" if _of_a_law().match(token.string, token.end()) else None
    return reader.level


@cached
def _of_a_law() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:dalam|pada|dari|of|in)\s+(?:the\s+)?)?(?:{kind_pattern()})(?![\w-])", re.IGNORECASE)
