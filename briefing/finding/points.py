"""Which statements of the closed set a sentence or a quote makes.

A statement is made where its act stands under the right force (forbidden, demanded, allowed, threatened), beside the concepts that it needs, for the
people whom it binds. What a sentence asks, imagines, denies, reports or says of others makes none: better none than a wrong one.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.finding.acts import UNGOVERNED, Rule, beside_act, deciding_words, has_force, rule_of
from briefing.finding.addressees import PERSON, SPEAKER, UNKNOWN
from briefing.finding.paragraphs import Paragraph, is_numbered, leans_on_block, read_item, runs
from briefing.finding.phrases import by_name, read_phrases, told
from briefing.lexicon.modality import lexicon
from briefing.lexicon.phrasebook import Hit
from briefing.lexicon.pointwords import Pattern, order, patterns_of
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.finding.modality import Reading
    from briefing.lexicon.phrasebook import Found
    from briefing.model.article import Article

_BREAK = "\n\n"  # between the paragraphs of an article
_BLOCK = 1_500  # code points: words stand in a paragraph with the block before theirs and the one behind, at most
_SUBJECT = 4  # words between those whom a sentence binds and what binds them, at most
_NAME = 14  # words of a name with its place between an office and the verb with which its holder speaks, at most
_BOUND = frozenset({"asn", "village", "tni", "polri", "regional-head", "official", "soe", "honorary"})  # whom statements bind
_HEADS = frozenset({"regional-head", "official"})  # who punish, and so are named beside those punished
_OTHERS = frozenset({"public", "other", "honorary"})
_DEMANDS = frozenset(name for name, operator in lexicon().operators.items() if operator.syntax in {"subject", "imperative"})
_PREDICATES = frozenset(name for name, operator in lexicon().operators.items() if operator.syntax == "subject")
_SPEAKERS = frozenset({"group:regional-head", "group:official"})  # who mostly speak, and are not spoken to
_STRANGERS = frozenset({"group:other", "group:organiser"})  # who are bound to other rules, where they are spoken to
_STRANGE = frozenset({"soe", *(name.removeprefix("group:") for name in _STRANGERS)})
_ADDRESSED = frozenset(
    {"para", "seluruh", "semua", "mengingatkan", "meminta", "mengimbau", "melarang", "melantik", "berharap", "mengajak", "agar", "supaya"}
)
_ADDRESSING = frozenset({"kepada", "bagi", "para", "seluruh", "semua", "setiap", "mengingatkan", "meminta", "mengimbau", "dan", "petahana"})
_GATHERED = frozenset({"para", "seluruh", "segenap", "semua"})  # between a verb and those spoken to ("mengumpulkan para kepala desa")
_STOPS = frozenset(".?!")
_LISTED = frozenset({"dan", "serta", "maupun"})  # between those of whom something is demanded together ("ASN dan non-ASN wajib …")
_HANDED = frozenset({"diserahkan", "dilaporkan", "diteruskan", "dikirim"})  # before "kepada" and those who only receive something
_OPENING = _STOPS | {'"', "“", "”"}  # before the first word of a sentence
_OTHER = "group:other"
_IF = frozenset({"kalau", "jika", "bila", "apabila"})  # before an office whose holder supposes something of himself ("kalau Pj tidak netral, …")
_TOLD_OF = frozenset({"mencalonkan", "nyalon", "maju", "dilantik", "dikukuhkan", "diundang"})  # behind those of whom a paragraph tells
_SPEAKING = ("ber", "me")  # of a verb with which somebody asks for something ("Bupati berharap …")


class PointMatch(NamedTuple):
    """A statement that is made, and the words that decided so, in their order."""

    point: str
    words: tuple[str, ...]


class _Earlier:
    """The paragraph before a place of a text, on whose people and subject one that names none goes on; read only where that decides."""

    def __init__(self, text: str, title: str) -> None:
        self._text, self._title = text, title

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the lists with phrases in it."""
        return self._read.names

    @cached_property
    def groups(self) -> frozenset[str]:
        """The people of whom it speaks last, or else those to whom other rules apply."""
        return _last(self._read, self._read.people) or _groups(hit for hit in self._read.people if hit.name in _STRANGERS)

    @property
    def _read(self) -> Paragraph:
        return _paragraph(self._text, self._title)


class _Around(NamedTuple):
    """What the paragraph speaks of: groups of people, and the names of all lists of phrases in it; `article` is its article, by title and text, `earlier` the paragraph before, `titled` the groups in the title."""

    groups: frozenset[str]
    names: frozenset[str]
    article: tuple[str, str] | None = None
    earlier: _Earlier | None = None
    titled: frozenset[str] = frozenset()

    def speaks_of(self, name: str) -> bool:
        """Return whether the paragraph has a phrase of a list, or the one before it has."""
        return name in self.names or (self.earlier is not None and name in self.earlier.names)


def match_points(words: str, context: str = "") -> tuple[PointMatch, ...]:
    """Return the statements that a sentence or quote makes, in the order of the data file; `context` is its paragraph.

    Words without their article are taken to be of the election: it is the title that says so of most articles.
    """
    whole = Span(0, len(words))
    if not context:
        return _made(_paragraph(words), whole, _Around(frozenset(), frozenset({"topic"})))
    start = context.find(words)
    if start < 0:
        around = _around(_paragraph(context), 0)
        return _made(_paragraph(words), whole, around._replace(names=around.names | {"topic"}))
    paragraph = _paragraph(context)
    around = _around(paragraph, start)
    return _made(paragraph, Span(start, start + len(words)), around._replace(names=around.names | {"topic"}))


def points_at(article: Article, span: Span) -> tuple[PointMatch, ...]:
    """Return the statements that a run of an article makes, read in its paragraph under the title of the article."""
    title, text = article.title or "", article.text
    first, last = max(0, span.start // _BLOCK * _BLOCK - _BLOCK), min(len(text), (span.end // _BLOCK + 2) * _BLOCK)
    end = text.find(_BREAK, span.end, last)
    end = end if end >= 0 else last
    begin = _with_heading(text, _block_start(text, span.start, first), end, first)
    paragraph = _paragraph(text[begin:end], title)
    if begin > first and leans_on_block(paragraph, Span(span.start - begin, span.end - begin)):
        begin = _block_start(text, first + len(text[first:begin].rstrip()), first)
        paragraph = _paragraph(text[begin:end], title)
    words = Span(span.start - begin, span.end - begin)
    around = _around(paragraph, words.start, _before(text, title, begin, first))
    names = around.names | _subject_of(title, text)
    return _made(paragraph, words, around._replace(names=names, article=(title, text)))


def _before(text: str, title: str, begin: int, first: int) -> _Earlier | None:
    """Return the paragraph before a place."""
    end = first + len(text[first:begin].rstrip())
    return _Earlier(text[_block_start(text, end, first) : end], title) if end > first else None


def _subject_of(title: str, text: str) -> frozenset[str]:
    """Return the election as what all of an article is about whose title or first paragraph speaks of it."""
    end = text.find(_BREAK, 0, _BLOCK)
    return _paragraph(text[: end if end >= 0 else _BLOCK], title).names & {"topic"}


def _block_start(text: str, at: int, first: int) -> int:
    """Return where the paragraph begins in which a place stands, or `first`."""
    start = text.rfind(_BREAK, first, at)
    return start + len(_BREAK) if start >= 0 else first


def _with_heading(text: str, begin: int, end: int, first: int) -> int:
    """Return where the paragraph begins that stands between two places, an item of a list with the items before it and their heading."""
    while begin > first:
        before = text[first:begin].rstrip()
        if not (before.endswith(":") or is_numbered(text, Span(begin, end))):
            break
        begin, end = _block_start(text, first + len(before), first), first + len(before)
        if before.endswith(":"):
            break
    return begin


@lru_cache(maxsize=64)
def _paragraph(text: str, title: str = "") -> Paragraph:
    """Return a paragraph read under its title: once for all that is matched in it."""
    read = read_phrases(text)
    found = by_name(read.found)
    telling = told(read.tokens, found, 0, len(read.tokens))
    bound = {start for name in _PREDICATES for _, start, _ in found.get(name, ())} - telling
    before_colon = ((start, range(end, end + _SUBJECT)) for _, start, end in found.get("chief", ()) if ":" in read.tokens[end : end + _SUBJECT])
    apart = (start for start, behind in before_colon if bound.isdisjoint(behind))
    speaking = {start for start in apart if read.tokens[start - 1] not in _ADDRESSING}  # "Plh Sekda Minut: …", not "mengimbau para petahana: …"
    named = (Hit(*hit) for name, hits in found.items() if name.startswith("group:") for hit in hits if hit[1] not in speaking)
    people = (hit for hit in named if hit.start not in telling and not _speaks(read.tokens, bound, hit))
    demands = frozenset(start for name in _DEMANDS for _, start, _ in found.get(name, ()))
    above = _paragraph(title) if title else Paragraph(read, frozenset(), (), frozenset(), frozenset(), {})
    return Paragraph(read, above.names.union(found), tuple(people), demands, _groups(above.people), {})


@lru_cache(maxsize=1)
def _named_in(title: str, text: str) -> frozenset[str]:
    """Return the groups of people that an article names anywhere."""
    return _groups(read_phrases(f"{title}{_BREAK}{text}").found)


def _made(paragraph: Paragraph, words: Span, around: _Around) -> tuple[PointMatch, ...]:
    """Return the statements that the words at a place of a paragraph make."""
    found: dict[str, PointMatch] = {}
    for span, since in runs(paragraph, words):
        reading = read_item(paragraph, span, since)
        around = around._replace(names=around.names.union(reading.hits))
        for match in _matches(reading, around, leans=since > 0):
            found.setdefault(match.point, match)
        around = around._replace(groups=_spoken_of(reading) or around.groups)
    return tuple(sorted(found.values(), key=lambda match: order()[match.point]))


def _spoken_of(reading: Reading) -> frozenset[str]:
    """Return those of whom the sentence behind another may go on to speak: of whom this one demands something ("Camat jangan …"), or else whom it names."""
    starts = {governor.start for governor in reading.governors} if reading.groups else ()
    bidden = frozenset(name for name, hit in reading.groups if hit.end in starts)
    named = frozenset(name for name, _ in reading.groups)
    others = (name for name, hit in reading.groups if name in bidden or (hit.start == 0 and _comes_in(reading.tokens, hit)))
    return bidden & _BOUND or named & _BOUND or frozenset(name for name in others if f"group:{name}" in _STRANGERS)


def _around(paragraph: Paragraph, start: int, earlier: _Earlier | None = None) -> _Around:
    """Return what a paragraph speaks of; its groups are those before the words at `start`, or else those of the whole, or of the paragraph before."""
    places = paragraph.phrases.places
    before = [hit for hit in paragraph.people if places[hit.end - 1][1] <= start]
    supposed = (hit for hit in paragraph.people if hit.name in _SPEAKERS and hit.start and paragraph.phrases.tokens[hit.start - 1] in _IF)
    groups = _newcomers(paragraph, before) or _last(paragraph, before) or _groups({*paragraph.people}.difference(supposed)) & _BOUND
    groups = groups or (earlier.groups if earlier else groups) or paragraph.titled & _BOUND
    return _Around(
        groups or _groups(hit for hit in before if hit.name in _STRANGERS), paragraph.names, earlier=earlier, titled=paragraph.titled & _BOUND
    )


def _newcomers(paragraph: Paragraph, people: Sequence[Hit]) -> frozenset[str]:
    """Return those to whom other rules apply where the last sentence that names anybody speaks of them alone ("Pendamping PKH hadir. Mereka diingatkan …")."""
    words = paragraph.phrases.tokens
    if not people or people[-1].name != _OTHER:
        return frozenset()
    stop = next((at for at in range(people[-1].start, -1, -1) if words[at] in _STOPS), -1)
    named = _groups(hit for hit in people if hit.start > stop)
    return named if named.isdisjoint(_BOUND) else frozenset()


def _last(paragraph: Paragraph, people: Sequence[Hit]) -> frozenset[str]:
    """Return those whom statements bind in the last sentence that has any: of whom it demands something, or else whom it names."""
    bound = (hit.start for hit in people if hit.name.removeprefix("group:") in _BOUND)
    words = paragraph.phrases.tokens
    stop = next((at for at in range(max(bound, default=0) - 1, -1, -1) if words[at] in _STOPS), None)
    last = [hit for hit in people if stop is None or hit.start >= stop]
    gathered = (hit for hit in last if hit.start > 1 and words[hit.start - 1] in _GATHERED and words[hit.start - 2].startswith("me"))
    bidden = {hit.end for hit in last if hit.end in paragraph.demands}
    bidden |= {hit.start - 1 for hit in last if hit.end in bidden and words[hit.start - 1] in _LISTED}
    return _groups(hit for hit in last if hit.end in bidden) & _BOUND or _groups(gathered) & _BOUND or _groups(last) & _BOUND


def _speaks(read: Sequence[str], bound: AbstractSet[int], group: Hit) -> bool:
    """Return whether somebody named in a paragraph speaks there ("Bupati Bone mengingatkan …") or is only told of, not spoken to (`bound`: to what)."""
    before = read[group.start - 1] if group.start else ""
    if group.name in _STRANGERS:
        return not (_comes_in(read, group) or before in _ADDRESSED or before.isdigit() or group.end in bound)
    handed = group.start > 1 and before == "kepada" and read[group.start - 2] in _HANDED
    if group.name not in _SPEAKERS or (before in _ADDRESSING and not handed) or not _TOLD_OF.isdisjoint(read[group.end : group.end + _SUBJECT]):
        return False
    return bound.isdisjoint(range(group.end, group.end + _SUBJECT))


def _comes_in(words: Sequence[str], group: Hit) -> bool:
    """Return whether a sentence opens with people to whom other rules apply, who do not speak there ("Pendamping PKH sudah kami kumpulkan")."""
    opens = not group.start or words[group.start - 1] in _OPENING
    return group.name == _OTHER and opens and not "".join(words[group.end : group.end + 1]).startswith(_SPEAKING)


def _groups(found: Iterable[Found]) -> frozenset[str]:
    """Return the groups of people among some phrases."""
    return frozenset(name.removeprefix("group:") for name, _, _ in found if name.startswith("group:"))


def _matches(reading: Reading, around: _Around, *, leans: bool) -> Iterator[PointMatch]:
    """Yield the statements that a sentence makes; `leans`: together with the one before it."""
    made: set[str] = set()
    rules: dict[Hit, Rule | None] = {}  # one act may be that of many patterns
    spared = [lexicon().voids[name] for name in reading.voids]
    for pattern in patterns_of(reading.hits) if not spared or frozenset.intersection(*spared) else ():
        if pattern.point in made or not _fits(reading, pattern, around) or any(pattern.point not in points for points in spared):
            continue
        if leans and pattern.mode in UNGOVERNED:
            continue
        for act in reading.named(*pattern.act):
            if pattern.mode not in UNGOVERNED and act not in rules:
                rules[act] = rule_of(reading, act)
            if pattern.mode not in UNGOVERNED and not has_force(rules[act], pattern):
                continue
            beside = beside_act(reading, act, pattern)
            if beside is not None and _stands(reading, act, rules.get(act), pattern, around) and _is_about(pattern, around):
                made.add(pattern.point)
                yield PointMatch(pattern.point, deciding_words(reading, [act, *beside], pattern))
                break


def _fits(reading: Reading, pattern: Pattern, around: _Around) -> bool:
    """Return whether the sentence has what must stand beside the act, and its paragraph not what the pattern is apart from."""
    for names in pattern.beside:
        if reading.hits.keys().isdisjoint(names):
            return False
    return pattern.apart not in around.names


def _is_about(pattern: Pattern, around: _Around) -> bool:
    """Return whether the paragraph, or the one before it, speaks of what the pattern is about, and not of what it is apart from."""
    if pattern.about is not None and not around.speaks_of(pattern.about):
        return False
    return pattern.here or pattern.apart is None or not around.speaks_of(pattern.apart)


def _stands(reading: Reading, act: Hit, rule: Rule | None, pattern: Pattern, around: _Around) -> bool:
    """Return whether an act has its force near what governs it, and for the people of the pattern."""
    if pattern.mode == "threaten" and reading.tells_of_one:
        return False
    if pattern.mode in UNGOVERNED:
        return not reading.reports and not reading.is_refused(act) and _speaks_of(reading, pattern, around)
    if rule is None:
        return False
    if pattern.close is not None and not -pattern.close <= act.start - rule.governor.end <= pattern.close:
        return False
    return _binds(rule.people, pattern, around)


def _binds(found: frozenset[str], pattern: Pattern, around: _Around) -> bool:
    """Return whether those addressed are among those whom the statement binds; where nobody is named, the paragraph decides."""
    if not pattern.who:
        people = (found - UNKNOWN) or around.groups
        spared = bool(people & pattern.spares) and not people & (_BOUND - pattern.spares)
        return not spared and bool("topic" in around.names or (found | around.groups) & _BOUND)
    if found == {"official"} and around.groups == {"asn"}:
        found |= around.groups  # "para pejabat" of whom the paragraph speaks as civil servants
    if found & (SPEAKER | PERSON) and "group:regional-head" in around.names and "group:organiser" not in around.names:
        found |= {"regional-head"}
    found -= PERSON
    if found - UNKNOWN:
        return bool(found & pattern.who)
    return _holds(pattern, around, unknown=bool(found))


def _holds(pattern: Pattern, around: _Around, *, unknown: bool = False) -> bool:
    """Return whether a paragraph speaks of those whom the statement binds, or of nobody where the sentence names nobody: what is asked of all names none."""
    if around.groups & pattern.who:
        return True
    if unknown or pattern.named or around.groups or "topic" not in around.names:
        return False
    return around.article is None or "public" in pattern.who or bool(_named_in(*around.article) & pattern.who)


def _speaks_of(reading: Reading, pattern: Pattern, around: _Around) -> bool:
    """Return whether a sentence, or else its paragraph, speaks of those whom the statement binds."""
    found = _spoken_to(reading)
    if not pattern.who or found & pattern.who:
        return True
    if found & (_BOUND - (_HEADS if pattern.mode == "threaten" else frozenset()) | _OTHERS):
        return False
    titled = frozenset() if around.groups and around.groups <= _STRANGE else around.titled
    return _holds(pattern, around._replace(groups=around.groups | titled), unknown="member" in reading.hits)


def _spoken_to(reading: Reading) -> frozenset[str]:
    """Return the groups that a sentence names, without who speaks in it ("Camat menegaskan, kades …")."""
    telling = {hit.start for hit in reading.named("told")} | {at for at, word in enumerate(reading.tokens) if word == ":"}
    telling |= {
        governor.start
        for governor in reading.governors
        if governor.operator.syntax == "object" and reading.tokens[governor.start].startswith(_SPEAKING)
    }
    speaker = _speaker(reading, telling)
    return frozenset(name for name, hit in reading.groups if hit.start >= speaker and telling.isdisjoint(range(hit.end, hit.end + _SUBJECT)))


def _speaker(reading: Reading, telling: set[int]) -> int:
    """Return where a sentence says that the holder of the office with which it opens speaks, 0 where it does not ("Pjs Bupati Kotabaru, Kalimantan Selatan, Budi R. mengingatkan …")."""
    first = min((hit for _, hit in reading.groups), key=lambda hit: hit.start, default=None)
    if first is None or first.name not in _SPEAKERS:
        return 0
    named = min((at for at in telling if at >= first.end), default=0)
    governed = min((governor.start for governor in reading.governors), default=named)
    return named if named <= min(first.end + _NAME, governed) else 0
