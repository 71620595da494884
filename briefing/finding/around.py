"""Whom and what the words around a sentence speak of: those on whom one goes on that names nobody, and what its paragraph and title are about."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.finding.paragraphs import Paragraph
from briefing.finding.phrases import by_name, read_phrases, told
from briefing.lexicon.modality import lexicon
from briefing.lexicon.phrasebook import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.finding.modality import Reading
    from briefing.lexicon.phrasebook import Found

SUBJECT = 4  # words between those whom a sentence binds and what binds them, at most
BOUND = frozenset({"asn", "village", "tni", "polri", "regional-head", "official", "soe", "honorary"})  # whom statements bind
_DEMANDS = frozenset(name for name, operator in lexicon().operators.items() if operator.syntax in {"subject", "imperative"})
_PREDICATES = frozenset(name for name, operator in lexicon().operators.items() if operator.syntax == "subject")
SPEAKERS = frozenset({"group:regional-head", "group:official"})  # who mostly speak, and are not spoken to
STRANGERS = frozenset({"group:other", "group:organiser"})  # who are bound to other rules, where they are spoken to
_ADDRESSED = frozenset(
    {"para", "seluruh", "semua", "mengingatkan", "meminta", "mengimbau", "melarang", "melantik", "berharap", "mengajak", "agar", "supaya"}
)
_ADDRESSING = frozenset({"kepada", "bagi", "para", "seluruh", "semua", "setiap", "mengingatkan", "meminta", "mengimbau", "dan", "petahana"})
_GATHERED = frozenset({"para", "seluruh", "segenap", "semua"})  # between a verb and those spoken to ("mengumpulkan para kepala desa")
_STOPS = frozenset(".?!")
_LISTED = frozenset({"dan", "serta", "maupun"})  # between those of whom something is demanded together ("ASN dan non-ASN wajib …")
_HANDED = frozenset({"diserahkan", "dilaporkan", "diteruskan", "dikirim"})  # before "kepada" and those who only receive something
_OPENING = _STOPS | {'"', "“", "”"}  # before the first word of a sentence
_AS_FOR = frozenset({"untuk", "bagi", "adapun", "soal", "kalau"})  # before those of whom a sentence begins to speak ("Untuk ketua RT, …")
_OTHER = "group:other"
_HEADMAN_GROUPS = frozenset({"group:asn", "group:official", "group:superior"})
_IF = frozenset({"kalau", "jika", "bila", "apabila"})  # before an office whose holder supposes something of himself ("kalau Pj tidak netral, …")
_TOLD_OF = frozenset({"mencalonkan", "nyalon", "maju", "dilantik", "dikukuhkan", "diundang"})  # behind those of whom a paragraph tells
SPEAKING = ("ber", "me")  # of a verb with which somebody asks for something ("Bupati berharap …")
BREAK = "\n\n"  # between the paragraphs of an article


class Earlier:
    """The paragraph before a place of a text, on whose people and subject one that names none goes on; read only where that decides."""

    def __init__(self, text: str, title: str, before: Earlier | None = None) -> None:
        self._text, self._title, self._before = text, title, before

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the lists with phrases in it."""
        return self._read.names

    @cached_property
    def groups(self) -> frozenset[str]:
        """The people of whom it speaks last, or else those to whom other rules apply; where it names nobody, those of the one before it, if the title names any of them."""
        own = _last(self._read, self._read.people) or groups_in(hit for hit in self._read.people if hit.name in STRANGERS)
        farther = self._before.groups if self._before and not own else own
        return own if farther.isdisjoint(self._read.titled) else farther

    @property
    def _read(self) -> Paragraph:
        return read_paragraph(self._text, self._title)


class Around(NamedTuple):
    """What the paragraph speaks of: groups of people, and the names of all lists of phrases in it; `article` is its article, by title and text, `earlier` the paragraph before, `titled` the groups in the title.

    `bound`: for whom alone a sentence is read, whomever it addresses.
    """

    groups: frozenset[str]
    names: frozenset[str]
    article: tuple[str, str] | None = None
    earlier: Earlier | None = None
    titled: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()

    def speaks_of(self, name: str) -> bool:
        """Return whether the paragraph has a phrase of a list, or the one before it has."""
        return name in self.names or (self.earlier is not None and name in self.earlier.names)


@lru_cache(maxsize=64)
def read_paragraph(text: str, title: str = "") -> Paragraph:
    """Return a paragraph read under its title: once for all that is matched in it."""
    read = read_phrases(text)
    above = read_paragraph(title) if title else Paragraph(read, frozenset(), (), frozenset(), frozenset(), {})
    if "headman-place" in above.names or any(name == "headman-place" for name, _, _ in read.found):
        read = read._replace(found=tuple(_headmen(read.found)))
    found = by_name(read.found)
    telling = told(read.tokens, found, 0, len(read.tokens))
    bound = {start for name in _PREDICATES for _, start, _ in found.get(name, ())} - telling
    before_colon = ((start, range(end, end + SUBJECT)) for _, start, end in found.get("chief", ()) if ":" in read.tokens[end : end + SUBJECT])
    apart = (start for start, behind in before_colon if bound.isdisjoint(behind))
    speaking = {start for start in apart if read.tokens[start - 1] not in _ADDRESSING}  # "Plh Sekda Minut: …", not "mengimbau para petahana: …"
    named = (Hit(*hit) for name, hits in found.items() if name.startswith("group:") for hit in hits if hit[1] not in speaking)
    people = (hit for hit in named if hit.start not in telling and not _speaks(read.tokens, bound, hit))
    demands = frozenset(start for name in _DEMANDS for _, start, _ in found.get(name, ()))
    return Paragraph(read, above.names.union(found), tuple(people), demands, groups_in(above.people), {})


def _headmen(found: Sequence[Found]) -> Iterator[Found]:
    """Yield phrases with the names as those of village heads that are civil servants elsewhere ("lurah" in Yogyakarta, "penghulu" in Riau)."""
    heads = {start for name, start, _ in found if name == "headman"}
    for name, start, end in found:
        if name == "headman":
            yield "group:village", start, end
        elif start not in heads or name not in _HEADMAN_GROUPS:
            yield name, start, end


@lru_cache(maxsize=1)
def named_in(title: str, text: str) -> frozenset[str]:
    """Return the groups of people that an article names anywhere."""
    return groups_in(read_phrases(f"{title}{BREAK}{text}").found)


def around_of(paragraph: Paragraph, start: int, earlier: Earlier | None = None) -> Around:
    """Return what a paragraph speaks of; its groups are those before the words at `start`, or else those of the whole, or of the paragraph before."""
    places = paragraph.phrases.places
    before = [hit for hit in paragraph.people if places[hit.end - 1][1] <= start]
    supposed = (hit for hit in paragraph.people if hit.name in SPEAKERS and hit.start and paragraph.phrases.tokens[hit.start - 1] in _IF)
    groups = _newcomers(paragraph, before) or _last(paragraph, before) or groups_in({*paragraph.people}.difference(supposed)) & BOUND
    groups = groups or (earlier.groups if earlier else groups) or paragraph.titled & BOUND
    return Around(
        groups or groups_in(hit for hit in before if hit.name in STRANGERS), paragraph.names, earlier=earlier, titled=paragraph.titled & BOUND
    )


def spoken_of(reading: Reading) -> frozenset[str]:
    """Return those of whom the sentence behind another may go on to speak: of whom this one demands something ("Camat jangan …"), or else whom it names."""
    starts = {governor.start for governor in reading.governors} if reading.groups else ()
    bidden = frozenset(name for name, hit in reading.groups if hit.end in starts)
    named = frozenset(name for name, _ in reading.groups)
    others = (name for name, hit in reading.groups if name in bidden or (hit.start < 2 and _comes_in(reading.tokens, hit)))
    return bidden & BOUND or named & BOUND or frozenset(name for name in others if f"group:{name}" in STRANGERS)


def _newcomers(paragraph: Paragraph, people: Sequence[Hit]) -> frozenset[str]:
    """Return those to whom other rules apply where the last sentence that names anybody speaks of them alone ("Pendamping PKH hadir. Mereka diingatkan …")."""
    words, newest = paragraph.phrases.tokens, max(people, key=lambda hit: hit.start, default=None)
    if newest is None or newest.name != _OTHER:
        return frozenset()
    stop = next((at for at in range(newest.start, -1, -1) if words[at] in _STOPS), -1)
    named = groups_in(hit for hit in people if hit.start > stop)
    return named if named.isdisjoint(BOUND) else frozenset()


def _last(paragraph: Paragraph, people: Sequence[Hit]) -> frozenset[str]:
    """Return those whom statements bind in the last sentence that has any: of whom it demands something, or else whom it names."""
    bound = (hit.start for hit in people if hit.name.removeprefix("group:") in BOUND)
    words = paragraph.phrases.tokens
    stop = next((at for at in range(max(bound, default=0) - 1, -1, -1) if words[at] in _STOPS), None)
    last = [hit for hit in people if stop is None or hit.start >= stop]
    gathered = (hit for hit in last if hit.start > 1 and words[hit.start - 1] in _GATHERED and words[hit.start - 2].startswith("me"))
    bidden = {hit.end for hit in last if hit.end in paragraph.demands}
    bidden |= {hit.start - 1 for hit in last if hit.end in bidden and words[hit.start - 1] in _LISTED}
    return groups_in(hit for hit in last if hit.end in bidden) & BOUND or groups_in(gathered) & BOUND or groups_in(last) & BOUND


def _speaks(read: Sequence[str], bound: AbstractSet[int], group: Hit) -> bool:
    """Return whether somebody named in a paragraph speaks there ("Bupati Bone mengingatkan …") or is only told of, not spoken to (`bound`: to what)."""
    before = read[group.start - 1] if group.start else ""
    if group.name in STRANGERS:
        return not (_comes_in(read, group) or before in _ADDRESSED or before.isdigit() or group.end in bound)
    handed = group.start > 1 and before == "kepada" and read[group.start - 2] in _HANDED
    if group.name not in SPEAKERS or (before in _ADDRESSING and not handed) or not _TOLD_OF.isdisjoint(read[group.end : group.end + SUBJECT]):
        return False
    return bound.isdisjoint(range(group.end, group.end + SUBJECT))


def _comes_in(words: Sequence[str], group: Hit) -> bool:
    """Return whether a sentence opens with people to whom other rules apply, who do not speak there ("Pendamping PKH sudah kami kumpulkan")."""
    start = group.start - (group.start > 0 and words[group.start - 1] in _AS_FOR)
    opens = not start or words[start - 1] in _OPENING
    return group.name == _OTHER and opens and not "".join(words[group.end : group.end + 1]).startswith(SPEAKING)


def groups_in(found: Iterable[Found]) -> frozenset[str]:
    """Return the groups of people among some phrases."""
    return frozenset(name.removeprefix("group:") for name, _, _ in found if name.startswith("group:"))
