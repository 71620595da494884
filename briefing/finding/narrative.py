"""The narrative of an article cut into words: where an office begins, and how far a name reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.finding.tokens import cut
from briefing.lexicon import places
from briefing.lexicon.names import (
    LONGEST_TITLE,
    also_names,
    common_words,
    companions,
    given_names,
    inner_words,
    is_degree,
    is_initials,
    is_not_name,
    is_organisation_word,
    is_title,
    names_cut_short,
    names_inside_sentences,
    roles,
    small_titles,
    title_size,
    titles_within,
)
from briefing.lexicon.office_words import directions, landscapes, take_name, thing_kinds
from briefing.lexicon.offices import first_words, generic_pattern, head_pattern, is_acting
from briefing.lexicon.speech import ADVERBS, is_root
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLE_GAP = re.compile(r" |\. ?| \(|\.?\) ?|\.\(")
_ENDS = re.compile(r"\s+[A-Z\"“]|\s*\Z")  # the stop of a sentence behind a degree: "…, S.Kom., MMSI. Ia"
_MOST_TITLES = 8  # words
_MOST_WORDS = 8  # of a name, and of the degrees behind it
_SURELY_NAMED = 2  # words: a name of more may have caught the place behind it
_LONGEST_ORGANISATION = 10  # words
_LEAD_TO_PLACE = frozenset({"di", "pemkab", "pemkot", "polres"})
_ONE_OF = frozenset({"seorang", "salah"})  # "Menurut seorang guru kelas dua, Yeni Marlina, …"

_GLUED = {" ": " ", ",": ", "}  # "Dinas PUPR Lingga,Encik Fahmi"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the narrative, with and without its titles and degrees; `next` is the index of the first word behind them."""

    titled: Span
    name: Span
    next: int


@lru_cache(maxsize=8192)  # the same words are looked at again and again
def _has_letters_of_name(word: str) -> bool:
    return word[:1].isupper() and all(part.isalpha() and part[1:] == part[1:].lower() for part in re.split("['’]", word))


class Narrative:
    """The narrative cut into words, with what the scanning functions ask of it.

    `evidence` holds the words of names that stand bare beside a cue (kata Akhi; Akhi mengatakan), `called` those behind one, `things` words that name a
    river, a firm, a programme, all in lower case; what is in both is a name. `place_sizes` and `local_places` are for tails.py to note how long
    the place at a word is, and which places the article itself names.
    """

    def __init__(self, text: str, cues: Sequence[re.Match[str]]) -> None:
        self.text = text
        self.words = cut(text)
        self._forms = [text[word.start : word.end] for word in self.words]
        between = [text[before.end : word.start] for before, word in pairwise(self.words)]
        self._gaps = ["\n", *(_GLUED.get(gap) or gap.replace("( ", "(").replace(" )", ")") for gap in between)]  # "( HPP )" is "(HPP)"
        self.index = {word.start: index for index, word in enumerate(self.words)}
        self.heads = dict(self._find_heads())
        self.within_heads = {word for match in self.heads.values() for word in range(match.start(), match.end())}
        self.small = {form for form in self._forms if form.islower()}
        self._capitals = [at for at, form in enumerate(self._forms) if form[0].isupper()]
        self.things: frozenset[str] = frozenset()
        self._named: frozenset[str] = frozenset()
        self._paired: frozenset[str] | None = None
        self.place_sizes: dict[int, int] = {}
        self.local_places: dict[str, int] | None = None
        known = also_names()
        doubtful = [at for at in self._capitals if (word := self._forms[at]) in known or (word.lower() in self.small and not self.opens_sentence(at))]
        for _ in range(2):  # one of them may stand beside another: Anak Agung Gede
            self._named = frozenset(self._forms[at] for at in doubtful if self._has_name_beside(at))
        self.evidence: frozenset[str] = frozenset()
        bare = [(self.index[cue.start()], cue) for cue in cues if cue.start() in self.index and not cue["clitic"]]
        self.behind_roots = frozenset(at + 1 + (self.word(at + 1) == "oleh") for at, cue in bare if cue["root"] or cue["passive"])
        self.evidence = frozenset(word for at, cue in bare if not cue["active"] for word in self._named_behind(at))
        self.called = self.evidence
        self.things = frozenset(self._find_things()) - self.evidence
        self.evidence |= frozenset(word for at, cue in bare if cue["active"] for word in self._named_before(at))

    def starts(self) -> list[int]:
        """Return the words at which a mention may start: with a capital letter, a title, an office, or behind a root of speech."""
        offices = {self.index[start] for start in self.heads}
        titles = small_titles()
        small = (at for at, form in enumerate(self._forms) if form in titles)
        return sorted({*self._capitals, *offices, *small, *(at for at in self.behind_roots if at < len(self.words)), *self.where(_ONE_OF)})

    def where(self, forms: frozenset[str]) -> list[int]:
        """Return the indices of the words printed as one of `forms`."""
        return [at for at, form in enumerate(self._forms) if form in forms]

    def word(self, index: int) -> str:
        """Return the word at `index`, an empty string outside the narrative."""
        return self._forms[index] if 0 <= index < len(self._forms) else ""

    def gap(self, index: int) -> str:
        """Return what stands between the word before `index` and the word there."""
        return self._gaps[index] if 0 < index < len(self._gaps) else "\n"

    def phrase(self, start: int, end: int) -> str:
        """Return the words [start, end) with one space between them."""
        return " ".join(self._forms[start:end])

    def adjacent(self, index: int) -> bool:
        """Return whether only a space, or the full stop of an initial or title, parts the word at `index` from the one before it."""
        gap = self.gap(index)
        before = self.word(index - 1)
        return gap == " " or (gap == ". " and (len(before) == 1 or is_title(before) or before in names_cut_short()))

    def is_named_elsewhere(self, word: str) -> bool:
        """Return whether `word` stands beside another word of a name anywhere in the narrative."""
        if self._paired is None:
            own = [self._looks_like_name(at) and not is_not_name(form) for at, form in enumerate(self._forms)]
            pairs = [at for at in range(1, len(own)) if own[at - 1] and own[at] and self.gap(at) == " "]
            self._paired = frozenset(self._forms[at] for pair in pairs for at in (pair - 1, pair))
        return word in self._paired

    def opens_sentence(self, index: int) -> bool:
        """Return whether a sentence may begin at the word `index`."""
        return self.gap(index).strip(" (") != "" or "\n" in self.gap(index)

    def name_at(self, index: int) -> Name | None:
        """Return the name that starts at the word `index`, with the titles before and the degrees behind it."""
        first = self.behind_titles(index)
        end = first
        while (
            end - first < _MOST_WORDS and (end == first or self.adjacent(end)) and (self._is_name_word(end) or self._are_initials(end, first - index))
        ):
            end += 1
        if end > first and self._closes_in_initials(end):
            end += 1
        if end - first > _SURELY_NAMED and self._is_place_behind(end - 1):
            end -= 1
        if first == index and end - first > 1 and (self.word(end - 1).lower() in directions() or self.word(first).lower() in thing_kinds()):
            return None  # a place that no list holds: "Tojo Barat", "Sektor Kuala Kencana"
        if not any(len(self.word(at)) > 2 for at in range(first, end)) or self._is_place(first, end):
            return None
        if end == first + 1 and self._is_small_too(first) and not self._follows_root(first):
            return None  # a word that the article also writes small: "Pembatasan", "Kini"
        if end == first + 1 and self.word(first) in roles() and not self.is_named_elsewhere(self.word(first)):
            return None  # "tanya Hakim"
        last = end
        while last - end < _MOST_WORDS and last < len(self.words) and re.fullmatch(r"\.?,?\s*", self.gap(last)) and is_degree(self.word(last)):
            last += 1
        stop = self.words[last - 1].end
        dotted = last > end and self.text[stop : stop + 1] == "." and not (self.word(last - 1).isupper() and _ENDS.match(self.text, stop + 1))
        titled = Span(self.words[index].start, stop + 1 if dotted else stop)
        return Name(titled=titled, name=Span(self.words[first].start, self.words[end - 1].end), next=last)

    def behind_titles(self, index: int) -> int:
        """Return the index of the first word behind the titles that start at `index`: "Brigadir Jenderal (Pol) Dr" has four words."""
        end = index
        while end - index < _MOST_TITLES:
            following = self.words[end].start if end < len(self.words) else 0
            size = title_size(self._forms[end : end + LONGEST_TITLE], after_title=end > index)
            if not size or end + size >= len(self.words) or following in self.heads or not _TITLE_GAP.fullmatch(self.gap(end + size)):
                break
            end += size
        return end

    def opens_with_title(self, index: int, first: int) -> bool:
        """Return whether a title stands at `index` that opens a name: not one within a name that begins at `first` or behind it (Rustam Dg. Mapata)."""
        within = index > first and self.gap(index) == " " and self.word(index) in titles_within()
        return not within and self.behind_titles(index) > index

    def is_initials(self, index: int) -> bool:
        """Return whether the two capitals at `index` stand inside a name: Arnold AP Ritiauw."""
        return self._are_initials(index, 0) and self.adjacent(index) and self._is_name_word(index - 1)

    def _closes_in_initials(self, index: int) -> bool:
        """Return whether the two capitals at `index` end the name before them, as those of a father or a clan: Herman HN."""
        word = self.word(index)
        if not (len(word) == 2 and word.isupper() and word.isalpha() and self.gap(index) == " ") or is_degree(word) or is_title(word):
            return False
        goes_on = self.gap(index + 1) == " " and self.word(index + 1)[:1].isupper()
        return not (goes_on or (is_not_name(word) and word not in also_names()) or places.is_place(word))

    def _are_initials(self, index: int, titles: int) -> bool:
        word = self.word(index)
        if not (len(word) in {2, 3} and word.isupper() and word.isalpha()) or not self.adjacent(index + 1) or not self._is_name_word(index + 1):
            return False
        inside = len(word) == 2 and self.adjacent(index) and self._is_name_word(index - 1)
        return is_initials(word) or titles > 0 or inside or (len(word) == 2 and self._follows_root(index) and not is_not_name(word))

    def _is_place(self, first: int, end: int) -> bool:
        """Return whether the words [first, end) are a place, and not the name of somebody who speaks: "kata Bima"."""
        phrase = self.phrase(first, end)
        return places.is_place(phrase) and phrase.lower() not in self.evidence and not self._follows_root(first)

    def _is_place_behind(self, index: int) -> bool:
        """Return whether the last word of a run is the place where something was said: "kata Budi Santoso Hadi Jakarta, Senin"."""
        word = self.word(index)
        return word.lower() not in self.evidence and bool(places.kinds(word) or places.province(word))

    def _is_name_word(self, index: int) -> bool:
        word = self.word(index)
        if word in inner_words():
            return self.word(index + 1)[:1].isupper() and self.adjacent(index + 1)
        unnamed = (
            (is_degree(word) and word not in names_cut_short()) or is_acting(word) or (is_acting(self.word(index - 1)) and self.gap(index) == " ")
        )
        return self._looks_like_name(index) and not self._is_other(index) and not unnamed

    def _looks_like_name(self, index: int) -> bool:
        """Return whether the letters at `index` are those of a name: "Asy'Ari" and the initial "M", not "KPU", "KemenPAN", "Ganjar-Mahfud", "H2O"."""
        return _has_letters_of_name(self.word(index)) and self.words[index].start not in self.within_heads

    def _is_other(self, index: int) -> bool:
        """Return whether the word is known to be no name; a few ("Lalu") are none only where a sentence may begin."""
        word = self.word(index)
        if word in also_names():
            return not (self._has_name_beside(index) or (word in self._named and not self._has_other_sense(index)) or self._follows_root(index))
        if self._is_title_of_birth(index):
            return False
        if word.lower() in self.things or (self.opens_sentence(index) and self._is_small_too(index) and not is_title(self.word(index - 1))):
            return True
        inside = self.gap(index) in {" ", ", "} or is_title(self.word(index - 1))
        return is_not_name(word) and not (inside and (word in names_inside_sentences() or self._begins_name(index) or self._fills_person(index)))

    def _fills_person(self, index: int) -> bool:
        """Return whether one of titles_within stands between two words that can only be names: Maria Goreti Dua Lering."""
        beside = (index - 1, index + 1)
        apart = self.word(index) not in titles_within() or self.gap(index) != " " or self.gap(index + 1) != " "
        return not apart and all(self._looks_like_name(at) and not is_not_name(self.word(at)) for at in beside)

    def _is_title_of_birth(self, index: int) -> bool:
        """Return whether an adverb with a capital behind a comma opens a name: "Ketua Panwaslu Lotim, Lalu Samsul Bahri", whatever stands small elsewhere."""
        if self.word(index) not in names_inside_sentences():
            return False
        inside = self.gap(index) in {" ", ", "} and self.gap(index + 1) == " "
        return inside and self._looks_like_name(index + 1) and not is_not_name(self.word(index + 1))

    def _is_small_too(self, index: int) -> bool:
        """Return whether the article also writes the word small, and nowhere within a name or beside a cue."""
        word = self.word(index)
        return word.lower() in self.small and word.lower() not in self.evidence and word not in self._named

    def is_organisation(self, index: int) -> bool:
        """Return whether the word at `index` begins or fills the name of an organisation."""
        word = self.word(index)
        return self._has_other_sense(index) if word in also_names() else is_organisation_word(word)

    def is_ordinary(self, index: int) -> bool:
        """Return whether the word at `index` is known to be no name."""
        return self.word(index) not in also_names() and is_not_name(self.word(index)) and not self._begins_name(index)

    def _begins_name(self, index: int) -> bool:
        """Return whether one of common_words stands before a word that can only be a name: Lulus Maryono, not "Bantuan Pangan" or "Situasi Demak"."""
        following = self.word(index + 1)
        named = self.word(index) in common_words() and self.gap(index + 1) == " " and self._looks_like_name(index + 1)
        return named and not (is_not_name(following) or places.is_place(following))

    def is_dated(self, index: int) -> bool:
        """Return whether a date in brackets follows the word at `index`: Senin (3/4)."""
        return self.gap(index + 1) == " (" and self.word(index + 1)[:1].isdigit()

    def _has_other_sense(self, index: int) -> bool:
        """Return whether what stands beside one of also_names makes it an ordinary word: "3 April", "Mahkamah Agung"."""
        before, after = self.word(index - 1), self.word(index + 1)
        return before.lower() in companions(self.word(index)) or before.isdigit() or (after.isdigit() and self.gap(index + 1) == " ")

    def _has_name_beside(self, index: int) -> bool:
        """Return whether a word that can only be a name stands beside one of also_names."""
        return not self._has_other_sense(index) and any(
            beside == " " and self._looks_like_name(at) and (not is_not_name(self.word(at)) or self.word(at) in self._named)
            for at, beside in ((index - 1, self.gap(index)), (index + 1, self.gap(index + 1)))
        )

    def _follows_root(self, index: int) -> bool:
        return self.gap(index) == " " and is_root(self.word(index - 1)) and not self._has_other_sense(index)

    def _find_heads(self) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the offices' first words by where they start, none inside another; the words of a rank ("Inspektur Jenderal") begin none."""
        behind = 0
        for at, span in enumerate(self.words):
            if span.start < behind or self._forms[at].lower() not in first_words():
                continue
            match = head_pattern().match(self.text, span.start)
            if match and not generic_pattern().match(self.text, match.start("head")) and not self._begins_rank(at) and not self._fills_name(at):
                behind = match.end()
                yield match.start(), match

    def _fills_name(self, index: int) -> bool:
        """Return whether the word at `index` is of the name of an organisation or a building: "Paguyuban Kades Bersatu", "Kantor Bupati"."""
        before = self.word(index - 1)
        return self.gap(index) == " " and before[:1].isupper() and before.lower() in take_name()

    def _begins_rank(self, index: int) -> bool:
        """Return whether the words at `index` are a rank before a name: "Inspektur Jenderal Budi", not "Inspektur Jenderal Kemendagri"."""
        size = title_size(self._forms[index : index + LONGEST_TITLE])
        return size > 1 and not self.is_organisation(index + size) and not self.is_ordinary(index + size)

    def _find_things(self) -> Iterator[str]:
        """Yield what stands behind the kind of a thing (Sungai Citarum, PT Pertamina), behind "di", or behind an organisation that it shortens."""
        for at in self._capitals:
            word = self._forms[at]
            if at == 0:
                continue
            before = self._forms[at - 1].lower()
            kind = before in _LEAD_TO_PLACE or (before in thing_kinds() and self.words[at - 1].start not in self.within_heads)
            kind = kind and self.gap(at) == " " and word not in given_names()
            if kind and any(places.kinds(self.phrase(max(0, at - size), at)) for size in (2, 3)):
                continue  # "Lima Puluh Kota | Budi"
            if kind or ((before == "atau" or self.gap(at) == " (") and self._is_short_form(at)):
                yield word.lower()

    def _is_short_form(self, index: int) -> bool:
        """Return whether the word shortens the organisation before it: "Badan Nasional Pencarian dan Pertolongan atau Basarnas"."""
        at = last = index - 1 - (self.word(index - 1) == "atau")
        while last - at < _LONGEST_ORGANISATION and (self.word(at)[:1].isupper() or self.word(at) in {"dan", "untuk"}):
            if self.is_organisation(at) and self.word(at)[0] == self.word(index)[0]:
                return True
            if self.gap(at) != " ":
                break
            at -= 1
        return False

    def _named_behind(self, at: int) -> list[str]:
        """Return the words of the bare name behind the cue at `at`: kata Akhi."""
        after = at + (2 if self.word(at + 1) in {"oleh", "Pak", "Bu", "lagi", "pula"} else 1)
        if after >= len(self.words) or self.gap(after) != " " or self.words[after].start in self.heads:
            return []
        name = self.name_at(after)
        return name.name.of(self.text).lower().split() if name else []

    def _named_before(self, at: int) -> list[str]:
        """Return the words of the bare name before the verb at `at`: Akhi juga menuturkan; none when an office or organisation stands before it."""
        last = at - 1
        while self.word(last).lower() in ADVERBS and self.gap(last + 1).isspace():
            last -= 1
        first = last + 1
        while first > 0 and self.gap(first) == " " and self._is_name_word(first - 1):
            first -= 1
        before = self.word(first - 1) if self.gap(first) in {" ", ") "} else ""
        in_office = (
            before[:1].isupper() and (self.is_organisation(first - 1) or before.isupper() or self.word(first - 2).lower() in thing_kinds())
        ) or (bool(before) and self.words[first - 1].start in self.within_heads)
        if (before[:1].isupper() or before.isdigit()) and first < last and places.is_place(self.word(first)):
            first += 1  # Kasi Intel Kejari Lahat | Yusril Amri
        whole = places.is_place(self.phrase(first, last + 1)) or self._ends_place(last)
        return [] if in_office or whole else [self.word(index).lower() for index in range(first, last + 1) if not self._ends_place(index)]

    def _ends_place(self, index: int) -> bool:
        """Return whether the word at `index` is the second one of a place: Lampung | Pesisir, Selayar | Raya."""
        word = self.word(index).lower()
        if self.gap(index) != " " or not self.word(index - 1)[:1].isupper():
            return False
        return word in directions() or (word in landscapes() and places.is_place(self.word(index - 1)))
