"""What the templates may call: references, names, dates and the origin of the English in words. Plain text goes out, never markup."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from briefing.lexicon import names, phrases, reported
from briefing.lexicon.phrases import Phrase
from briefing.model.pack import Bilingual, KeyQuote, LawNote, LawRow, Origin, Pack, PackArticle, Person, Point, Reference, RuleItem
from briefing.rendering import basis, notes, onepage, sheet
from briefing.translating import compose

NO_BREAK = "\u00a0"
MOST_TERMS = 6


class Name(NamedTuple):
    """How a person is named: what is set in semibold, and the degrees before and after it."""

    before: str
    name: str
    after: str


class Cited(NamedTuple):
    """One speaker of a list of references ("" for words of the article itself), and the places: ("Jumani", ("1 ¶ 8, 9", "2 ¶ 3"))."""

    who: str
    places: tuple[str, ...]


class Change(NamedTuple):
    """One line of what has changed in law: when, and what, in both languages."""

    when: Phrase
    what: Phrase


@dataclass(slots=True)
class Wording:
    """The functions that templates call on one pack; it counts each block of English under its origin at the moment its tag is asked for."""

    pack: Pack
    labels: Mapping[str, Mapping[str, Any]]
    printed: Counter[Origin] = field(default_factory=Counter)
    machines: dict[tuple[str, str], None] = field(default_factory=dict)

    def functions(self) -> dict[str, Any]:
        """Return the functions, and the numbers, under the names that the templates use."""
        return {
            "changes_in_law": self.changes_in_law,
            "changes_that_fit": self.changes_that_fit,
            "cited": self.cited,
            "common_notes": notes.common_notes,
            "counted": self.counted,
            "day": day,
            "engines": self.engines,
            "english": english,
            "fingerprint": fingerprint,
            "glue": glue,
            "ground_words": lambda ground, lang: basis.ground_words(ground, self.labels, lang),
            "law_notes": self.law_notes,
            "is_roomy": self.is_roomy,
            "joint": joint,
            "office_of": office_of,
            "kept_offices": self.kept_offices,
            "legend": self.legend,
            "most_places": onepage.MOST_PLACES,
            "name_of": name_of,
            "note_numbers": notes.note_numbers,
            "note_words": self.note_words,
            "numbers_of": self.numbers_of,
            "origins": self.origins,
            "own_note": notes.own_note,
            "paragraphs": paragraphs,
            "press_mark": basis.press_mark,
            "ranges": ranges,
            "rules_of": self.rules_of,
            "shared": self.shared,
            "sheet": self.sheet,
            "sheet_words": lambda rule, lang: basis.sheet_words(rule, self.labels, lang),
            "spread_over": lambda references, lang: basis.spread_over(references, len(self.pack.articles), self.labels, lang),
            "tag_words": self.tag_words,
            "terms_in": self.terms_in,
            "verb_of": verb_of,
        }

    def tag_words(self, block: Bilingual) -> Phrase | None:
        """Count the block, and return the words of its tag; None for the catalogue's English, which carries none."""
        self.printed[block.origin] += 1
        if block.en and block.en.fingerprint:
            self.machines[block.en.engine or "", block.en.fingerprint] = None
        return None if block.origin is Origin.CATALOGUE else self._words(block)

    def kept_offices(self, text: str) -> list[tuple[str, bool]]:
        """Return English in parts, those True that are an office which has no English."""
        kept = {person.office.id for person in self.pack.people if person.office and not person.office.en}
        offices = kept | {office[:1].lower() + office[1:] for office in kept}
        if not offices:
            return [(text, False)]
        pattern = "|".join(re.escape(office) for office in sorted(offices, key=len, reverse=True))
        parts = re.split(rf"(?:^|(?<=, )|(?<=of the ))({pattern})(?!\w)", text)
        return [(part, at % 2 == 1) for at, part in enumerate(parts) if part]

    def shared(self, blocks: Iterable[Bilingual]) -> Bilingual | None:
        """Return a block whose tag can stand once for all of these that have English, None when their tags differ."""
        translated = [block for block in blocks if block.en]
        tags = {self._words(block) for block in translated}
        return translated[0] if len(tags) == 1 else None

    def legend(self, origin: str) -> Phrase:
        """Return the words of a tag with NAME, DATE and NAME VERSION in place of its particulars."""
        return Phrase(*(self.labels[lang]["tag"][origin].format(**self.labels[lang]["tag"]) for lang in ("id", "en")))

    def origins(self) -> list[tuple[str, int]]:
        """Return each origin, best first, with the number of blocks printed under it so far."""
        return [(origin.value, self.printed[origin]) for origin in Origin]

    def engines(self) -> list[tuple[str, str]]:
        """Return the machines whose English is printed so far, by name and version, each with its fingerprint."""
        return list(self.machines)

    def counted(self, name: str, number: int, lang: str) -> str:
        """Return the label `name` ("figures.articles") in the form for `number`; {number} and {Number} become the word or the figures."""
        label = self._label(*name.split("."), "one" if number == 1 else "many")
        word = getattr(phrases.number(number), lang)
        return str(getattr(label, lang)).format(number=word[0].lower() + word[1:], Number=word)

    def cited(self, references: Iterable[Reference], lang: str) -> list[Cited]:
        """Return who says it and where, merged by person in order of first appearance, words that belong together held by no-break spaces.

        Words that nobody is said to have spoken come first: a place without a name would else be taken for the last name's.
        """
        people: dict[str | None, dict[int, set[int]]] = {}
        for place in references:
            people.setdefault(place.person, {}).setdefault(place.article, set()).add(place.paragraph)
        return [
            Cited(
                _who(self.pack.person(person), lang),
                tuple(f"{article}{NO_BREAK}¶{NO_BREAK}{_numbers(found)}" for article, found in sorted(places.items())),
            )
            for person, places in sorted(people.items(), key=lambda entry: entry[0] is not None)
        ]

    def changes_in_law(self) -> list[Change]:
        """Return what has changed in the instruments cited: those replaced, and those whose status is another now than on the article's date."""
        return [self._change(row) for row in self.pack.law if row.title and (row.replaced_on or _moved(row))]

    def changes_that_fit(self, changes: Sequence[Change]) -> Sequence[Change]:
        """Return those of the changes in law, from the first, that the one-page summary has room for beside its points."""
        points = sum(self._height(point) for point in self.pack.points)
        return changes[: onepage.fitting([change.what for change in changes], points)]

    def is_roomy(self) -> bool:
        """Return whether the one-page summary has room for larger type below its points."""
        points = sum(self._height(point, large=True) for point in self.pack.points)
        return onepage.is_roomy([change.what for change in self.changes_in_law()], points)

    def sheet(self) -> tuple[RuleItem, ...]:
        """Return the rules for the sheet of dos and don'ts, as many as one page holds."""
        rules = [rule for rule in self.pack.rules if rule.statement and rule.statement.sheet]
        small = [max((basis.sheet_words(rule, self.labels, lang) for lang in ("id", "en")), key=len) for rule in rules]
        return sheet.fitting(rules, small)

    def law_notes(self) -> list[LawNote]:
        """Return the notes on the instruments in the order of their rows, each once: the first is number 1."""
        return list(dict.fromkeys(note for row in self.pack.law for note in row.notes))

    def numbers_of(self, row: LawRow) -> str:
        """Return the numbers of the notes on an instrument: "1, 3–5"."""
        numbered = self.law_notes()
        return ranges(numbered.index(note) + 1 for note in row.notes)

    def note_words(self, note: LawNote) -> Phrase:
        """Return what a note says; where an argument is empty, the label that does without it."""
        if note.text:
            return Phrase(note.text.id, english(note.text))
        words = {name: Phrase(block.id, english(block)) for name, block in note.arguments}
        fields = [field for _, field, _, _ in string.Formatter().parse(self.labels["id"]["law"]["notes"][note.code]) if field]
        code = note.code if all(field in words for field in fields) else f"{note.code}-bare"
        return self._label("law", "notes", code).format(**words)

    def rules_of(self, article: PackArticle, letter: str) -> list[tuple[RuleItem, str]]:
        """Return the rules of one disc that the article states, each with its paragraphs ("8, 11")."""
        places: dict[str, set[int]] = {}
        for code, paragraph in article.rules:
            if code.startswith(letter):
                places.setdefault(code, set()).add(paragraph)
        rules = {rule.code: rule for rule in self.pack.rules}
        return [(rules[code], _numbers(found)) for code, found in places.items()]

    def terms_in(self, text: str) -> list[tuple[str, str]]:
        """Return the glossary terms that occur in `text`, in the order in which they do, each with its English; at most six."""
        found = []
        for term in self.pack.glossary:
            for form in (re.sub(r" \(.*\)", "", form) for form in term.term.id.split(", ")):
                place = re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE)
                if place and term.term.en:
                    found.append((place.start(), form, term.term.en.text))
                    break
        return [(form, translation) for _, form, translation in sorted(found)[:MOST_TERMS]]

    def _height(self, point: Point, *, large: bool = False) -> float:
        places = sum(len(" ".join((item.who, *item.places))) + 2 for item in self.cited(point.references[: onepage.MOST_PLACES], "en"))
        words = max(point.text.id, english(point.text), key=len)
        return onepage.height_of(words, places, short=bool(point.code), large=large)

    def _label(self, *path: str) -> Phrase:
        """Return one label in both languages: ("law", "status", "amended")."""
        found: list[Any] = [self.labels["id"], self.labels["en"]]
        for name in path:
            found = [labels[name] for labels in found]
        return Phrase(*found)

    def _change(self, row: LawRow) -> Change:
        cited: dict[str, Phrase | str] = {
            "old": Phrase(row.printed, english(row.title) if row.title else row.printed),
            "article": str(row.references[0].article),
            "date": phrases.day(row.article_date) if row.article_date else self._label("law", "no_date"),
        }
        if row.replaced_by and row.replaced_on:
            sentence = "replaced_then" if row.status_then == "repealed" else "replaced_since"
            new = Phrase(row.replaced_by.id, english(row.replaced_by))
            return Change(phrases.day(row.replaced_on), self._label("summary", sentence).format(new=new, **cited))
        status = self._label("law", "status", row.status_now or "unknown")
        return Change(self._label("law", "now"), self._label("summary", "changed").format(status=status, **cited))

    def _words(self, block: Bilingual) -> Phrase:
        reviewed = phrases.day(block.en.date) if block.en and block.en.date else Phrase("", "")
        engine, reviewer = (block.en.engine or "", block.en.reviewer or "") if block.en else ("", "")
        return self._label("tag", block.origin.value).format(engine=engine, reviewer=reviewer, date=reviewed)


def english(block: Bilingual) -> str:
    """Return the English of a name or a title, which stays Indonesian where there is none."""
    return block.en.text if block.en else block.id


def name_of(person: Person, lang: str) -> Name:
    """Return the name apart from the degrees around it, a comma before those behind it; without a name, the office in its place.

    The English leaves out Bapak and Ibu, and has ranks of its own.
    """
    if not person.name:
        return Name("", _office(person, lang), "")
    before, found, after = (person.name_with_titles or person.name).partition(person.name)
    if not found:
        return Name("", person.name_with_titles or person.name, "")
    if lang == "en":
        before = names.english_titles(before)
    bare = after.startswith(" ") and names.is_degree(after.split()[0].rstrip(","))
    return Name(before, found, f",{after}" if bare else after)


def office_of(person: Person, lang: str) -> str:
    """Return an office as it stands behind a name: "a politician of …", in small letters what is no title."""
    return str(getattr(compose.with_article(compose.known_office(person)), lang))


def joint(person: Person, lang: str) -> str:
    """Return what stands between a name and its office: a comma, or "of the" where the office is a body."""
    return str(getattr(phrases.phrase("lead", compose.joint(person)).format(name="", office=""), lang))


def verb_of(quote: KeyQuote, person: Person | None, lang: str) -> str:
    """Return the verb of an attribution, "tegas" or "stressed"; "" where there is none.

    Only the words of somebody with a name have one: a reported sentence has its own, and so has a gist and what is told of a quote.
    """
    verb = reported.closing(quote.cue) if quote.kind == "direct" and person and person.name else None
    is_ours = lang == "en" and quote.english.origin in {Origin.GIST, Origin.COMPOSED, Origin.NONE}
    return str(getattr(verb, lang)) if verb and not is_ours else ""


def _who(person: Person | None, lang: str) -> str:
    if person is None:
        return ""
    return glue(person.name) if person.name else _office(person, lang)


def _office(person: Person, lang: str) -> str:
    if person.office is None:
        return ""
    return english(person.office) if lang == "en" else person.office.id


def day(when: str | date | None, lang: str) -> str:
    """Return a date, or an ISO 8601 date or time, as "11 Agustus 2024" or "11 August 2024"; "" for none."""
    if not when:
        return ""
    return str(getattr(phrases.day(date.fromisoformat(when[:10]) if isinstance(when, str) else when), lang))


def glue(text: str) -> str:
    """Return `text` with no-break spaces, so that it stays on one line."""
    return text.replace(" ", NO_BREAK)


def paragraphs(places: Iterable[int]) -> str:
    """Return paragraph numbers as "¶ 8, 11", unbreakable."""
    return f"¶{NO_BREAK}{_numbers(places)}"


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers in order, three or more that follow one another as a range: "1–5, 7, 8"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def fingerprint(digest: str) -> list[str]:
    """Return a SHA-256 in groups of eight digits, four groups a line."""
    groups = [digest[start : start + 8] for start in range(0, len(digest), 8)]
    return [" ".join(groups[start : start + 4]) for start in range(0, len(groups), 4)]


def _moved(row: LawRow) -> bool:
    known = {row.status_then, row.status_now}.isdisjoint({None, "unknown"})
    return known and row.status_then != row.status_now


def _numbers(places: Iterable[int]) -> str:
    return f",{NO_BREAK}".join(str(place) for place in sorted(set(places)))
