"""What may be wrong: doubts, which go to the officer and never to the page, and errors, which stop the work on one input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from briefing.model.span import Span


class ExitCode(IntEnum):
    """What the command line tells the shell; the table in docs/panduan.md explains each."""

    OK = 0
    INTERNAL = 1
    USAGE = 2
    INPUT_UNREADABLE = 3
    BUILT_IN_PART = 4
    NOTHING_FOUND = 5
    TEMPLATE_FAULT = 6
    CANNOT_WRITE = 7
    NOT_READY = 8
    NETWORK = 9
    SENT_IN_PART = 10
    INCONSISTENT = 11
    INTERRUPTED = 130
    READER_GONE = 141


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A doubt: `code` and `arguments` make its sentence in either language; `span` lies in the article's cleaned text."""

    code: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    span: Span | None = None


class BriefingError(Exception):
    """A fault that stops the work: `code` and `arguments` make its sentence in either language, as a Problem's do."""

    def __init__(self, code: str, exit_code: ExitCode, **arguments: str | int) -> None:
        super().__init__(f"{code} {arguments}")
        self.code = code
        self.exit_code = exit_code
        self.arguments = arguments

    @property
    def errors(self) -> tuple[BriefingError, ...]:
        """Every fault that this error tells of: itself."""
        return (self,)


class FaultsError(BriefingError):
    """All faults of one file at once: as an error it is the first of them."""

    def __init__(self, errors: Sequence[BriefingError]) -> None:
        first = errors[0]
        super().__init__(first.code, first.exit_code, **first.arguments)
        self._errors = tuple(errors)

    @property
    def errors(self) -> tuple[BriefingError, ...]:
        """Every fault, in the order of the file."""
        return self._errors
