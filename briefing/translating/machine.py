"""The machine's English of a pack: whole sentences, each through the gates, kept beside the pack so that its pages stay the same."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from briefing.editing.personal import mask
from briefing.finding.sentences import sentences_within
from briefing.lexicon import glossary, places
from briefing.lexicon.candidates import candidates_in
from briefing.model.pack import Bilingual, Origin, Pack, Person, Translation
from briefing.model.problem import BriefingError, Problem
from briefing.model.span import Span
from briefing.tomlfile import shown
from briefing.translating.gates import faults
from briefing.translating.memory import fold, unmarked
from briefing.translating.translate import map_blocks
from briefing.translating.units import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.translating.engines import Engine

FORMAT: Final = "briefing.machine"
SUFFIX: Final = ".mesin.json"
LONGEST: Final = 60  # words of a sentence; the models were trained on 127 tokens, of which a word of Indonesian takes up to two
TOLD: Final = 20  # refused blocks that are told one by one
_ELISION: Final = re.compile(r"\s*\[\.\.\.\]\s*")
_PROVISIONS: Final = re.compile(r"(?<=;)\s+(?:dan\s+|atau\s+)?|\s+(?=\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_CLAUSES: Final = re.compile(r"(?<=[,;:])\s+")
_LEAST_CLAUSE: Final = 4  # words; of fewer a model makes up the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A pack with the machine's English, these `lines` by their folded words, doubts, and what to keep beside the pack (None: as it is)."""

    pack: Pack
    lines: Mapping[str, Translation] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    kept: bytes | None = None


class _Answers:
    """What the engine said of each sentence: in an earlier build, or now; `fault` is why it stopped."""

    def __init__(self, engine: Engine, kept: bytes) -> None:
        self.engine = engine
        self.known = dict(_read(kept, engine))
        self.used: dict[str, str] = {}
        self.fault: BriefingError | None = None

    def ask(self, sentences: Iterable[str]) -> None:
        """Ask for the sentences that are not known; an engine that failed once is asked nothing more."""
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence and sentence not in self.known]
        if not new or self.fault:
            return
        try:
            for sentence, answer in zip(new, self.engine.answers(new), strict=False):
                self.known[sentence] = answer
        except BriefingError as error:
            self.fault = error

    def of(self, sentence: str) -> str | None:
        """Return what is known of a sentence, None for nothing."""
        if sentence in self.known:
            self.used[sentence] = self.known[sentence]
        return self.known.get(sentence)

    def written(self) -> bytes:
        """Return what this build used, to be kept."""
        lines = [
            {"source": source, "target": target, "fingerprint": self.engine.fingerprint, "runtime": self.engine.runtime}
            for source, target in sorted(self.used.items())
        ]
        return json.dumps({"format": FORMAT, "version": 1, "lines": lines}, ensure_ascii=False, indent=1).encode()


def fill(pack: Pack, engine: Engine, kept: bytes = b"") -> Done:
    """Return the pack with the engine's English where no better layer had any; what no gate stopped is marked as the machine's, not reviewed.

    `kept` is what an earlier build kept: its lines are used again as long as the engine and its runtime are the same.
    """
    wanted = [unit.block.id for unit in units(pack) if unit.block.origin in {Origin.NONE, Origin.GIST}]
    names = [person.name for person in pack.people if person.name]
    names += sorted(name for article in pack.articles for name in candidates_in(article.text))
    answers = _Answers(engine, kept)
    texts = {words: _sentences(mask(words)) for words in wanted}
    answers.ask(sentence for parts in texts.values() for sentence, _ in parts)
    answers.ask(clause for parts in texts.values() for sentence, _ in parts if _refusal(answers, sentence, names) for clause in _clauses(sentence))
    lines: dict[str, Translation] = {}
    problems = []
    for words, parts in texts.items():
        english, reason = _joined(answers, parts, names)
        if english:
            lines[fold(words)] = Translation(text=english, origin=Origin.MACHINE, engine=engine.name, fingerprint=engine.fingerprint)
        elif reason:
            problems.append(Problem(code="machine-refused", arguments={"text": shown(words), "reason": reason}))
    stopped = [Problem(code=answers.fault.code, arguments=answers.fault.arguments)] if answers.fault else []
    return Done(pack=_with(pack, lines), lines=lines, problems=(*stopped, *_few(problems)), kept=answers.written())


def _with(pack: Pack, lines: Mapping[str, Translation]) -> Pack:
    def change(block: Bilingual, owner: type, _field: str) -> Bilingual:
        open_to = block.origin in {Origin.NONE, Origin.GIST} and owner is not Person
        english = lines.get(fold(block.id)) if open_to else None
        return replace(block, en=english) if english else block

    return map_blocks(pack, change)


def _sentences(words: str) -> list[tuple[str, str]]:
    """Return the sentences of a block, each as the engine is asked for it, and what stands between it and the next in the English."""
    found: list[tuple[str, str]] = []
    for part in _ELISION.split(words):
        whole = [span.of(part) for span in sentences_within(part, Span(0, len(part)))] if part else []
        pieces = [piece for sentence in whole for piece in _shorter(sentence)]
        found += [(_as_sentence(piece), " ") for piece in pieces]
        found.append(("", "[...] "))
    return found[:-1]


def _shorter(sentence: str) -> list[str]:
    """Return a sentence, a long provision in the parts that it lists."""
    if len(sentence.split()) <= LONGEST:
        return [sentence]
    return [part for part in _PROVISIONS.split(sentence) if part.strip()]


def _as_sentence(words: str) -> str:
    """Return words without quotation marks, a headline in capitals as a sentence: models take capitals for names."""
    plain = unmarked(" ".join(words.split()))
    if not plain.isupper() or len(plain.split()) < 3:
        return plain
    known = (_in_sentence(word) for word in plain.split())
    lowered = " ".join(known)
    return lowered[:1].upper() + lowered[1:]


def _in_sentence(word: str) -> str:
    bare = word.strip(".,:;!?()")
    if any(bare in term.forms or bare in term.also for term in glossary.terms_in(bare)):
        return word
    return word.title() if places.is_place(bare.title()) else word.lower()


def _clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence, none where it has but one or one is too short to be translated by itself."""
    parts = [part.strip() for part in _CLAUSES.split(sentence) if part.strip()]
    return parts if len(parts) > 1 and all(len(part.split()) >= _LEAST_CLAUSE for part in parts) else []


def _refusal(answers: _Answers, sentence: str, names: Sequence[str]) -> str:
    """Return the code of why the answer to a sentence cannot be printed, "" where it can, or none was given."""
    answer = answers.of(sentence)
    if not sentence or answer is None:
        return ""
    return next(iter(faults(sentence, _plain(answer), _in(sentence, names))), "")


def _joined(answers: _Answers, parts: Sequence[tuple[str, str]], names: Sequence[str]) -> tuple[str, str]:
    """Return the English of a block, or "" and the code of why it has none ("" where the engine never answered)."""
    english = []
    for sentence, behind in parts:
        if not sentence:
            english.append(behind)
            continue
        if len(sentence.split()) > LONGEST:
            return "", "gate-long"
        said, reason = _said(answers, sentence, names)
        if not said:
            return "", reason
        english.append(said + behind)
    return "".join(english).strip(), ""


def _said(answers: _Answers, sentence: str, names: Sequence[str]) -> tuple[str, str]:
    """Return the answer to a sentence that no gate stops, whole or put together from its clauses; else "" and the reason."""
    answer = answers.of(sentence)
    if answer is None:
        return "", ""
    reason = _refusal(answers, sentence, names)
    if not reason:
        return _plain(answer), ""
    clauses = [answers.of(clause) for clause in _clauses(sentence)]
    if not clauses or None in clauses:
        return "", reason
    again = " ".join(_plain(clause or "").rstrip(".") + mark for clause, mark in zip_longest(clauses, _marks(sentence), fillvalue=""))
    return ("", reason) if faults(sentence, again, _in(sentence, names)) else (again, "")


def _marks(sentence: str) -> list[str]:
    """Return the mark at the end of each clause of a sentence."""
    return [part.strip()[-1] if part.strip()[-1] in ",;:.!?" else "" for part in _CLAUSES.split(sentence) if part.strip()]


def _plain(answer: str) -> str:
    return unmarked(" ".join(answer.split()))


def _in(sentence: str, names: Sequence[str]) -> list[str]:
    """Return the names, and the parts of names, that stand in a sentence."""
    return [part for name in names for part in (name, *name.split()) if part[:1].isupper() and len(part) > 2 and part in sentence]


def _few(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the first doubts, and how many more there are."""
    yield from problems[:TOLD]
    if len(problems) > TOLD:
        yield Problem(code="machine-more", arguments={"number": len(problems) - TOLD})


def _read(kept: bytes, engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield what an earlier build kept of this engine with this runtime; a file that cannot be read holds nothing."""
    try:
        lines = json.loads(kept)["lines"] if kept else []
        for line in lines:
            if (line["fingerprint"], line["runtime"]) == (engine.fingerprint, engine.runtime):
                yield str(line["source"]), str(line["target"])
    except (ValueError, LookupError, TypeError):
        return


def beside(target: Path) -> Path:
    """Return the file beside a pack that keeps what the engine said."""
    return target.with_name(f"{target.stem}{SUFFIX}")


def kept_beside(target: Path) -> bytes:
    """Return what an earlier build of the pack `target` kept, nothing where it cannot be read."""
    try:
        return beside(target).read_bytes()
    except OSError:
        return b""


def unreviewed(pack: Pack) -> tuple[tuple[str, int], ...]:
    """Return how many blocks have a machine's English, a gist or none, by origin, those that none has left out; none where no English is printed."""
    counts = Counter(unit.block.origin for unit in units(pack) if "en" in pack.languages)
    return tuple((origin.value, counts[origin]) for origin in (Origin.MACHINE, Origin.GIST, Origin.NONE) if counts[origin])
