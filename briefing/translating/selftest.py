"""The self-test of an engine: fixed sentences with numbers, negations and names, which the gates must let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.lexicon.load import table
from briefing.model.problem import BriefingError, ExitCode
from briefing.translating.gates import faults

if TYPE_CHECKING:
    from briefing.translating.engines import Engine

LEAST: Final = 0.75  # of the sentences; an engine that says fewer well is no help


class Tried(NamedTuple):
    """A sentence, what the engine said, and the codes of what is wrong with it."""

    sentence: str
    said: str
    faults: tuple[str, ...]


def selftest(engine: Engine) -> tuple[Tried, ...]:
    """Return what an engine says of the sentences.

    Raises:
        BriefingError: the engine fails.
    """
    sentences = tuple(table("en/engines.toml")["selftest"]["sentences"])
    return tuple(Tried(sentence, said, faults(sentence, said)) for sentence, said in zip(sentences, engine.answers(sentences), strict=True))


def see(tried: tuple[Tried, ...]) -> int:
    """Return how many sentences an engine says well.

    Raises:
        BriefingError: engine-selftest; they are too few.
    """
    well = sum(not each.faults for each in tried)
    if well < LEAST * len(tried):
        raise BriefingError("engine-selftest", ExitCode.NOT_READY, number=well, total=len(tried))
    return well
