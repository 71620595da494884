"""The officer's loop in tests: a draft is offered as a correction file, the file is edited, and the draft is corrected by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import tomlfile
from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.editing.review.apply import Applied, apply, merged, returned
from briefing.editing.review.file import read
from briefing.editing.review.offer import offer
from briefing.editing.review.sheet import Program, Sheet
from briefing.editing.review.write import write
from briefing.model.pack import Pack
from briefing.model.problem import Problem
from briefing.settings import Settings
from briefing.translating.memory import fold, with_own
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.finding import Findings

DAY = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Round:
    """One build: the pack, the text of its correction file, and what is told."""

    pack: Pack
    text: str
    applied: Applied
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """Builds from findings and the correction file in `folder`."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "paket.koreksi.toml"

    def build(self, found: Sequence[Findings], files: Sequence[str] = ()) -> Round:
        """Build once and leave the correction file brought up to date."""
        names = files or [f"artikel/{each.article.source.name}" for each in found]
        draft, _ = propose(found, names, Settings())
        sheet, file = read(self.path) if self.path.exists() else (Sheet(), tomlfile.parse(self.path, ""))
        applied = apply(draft, sheet, file)
        english = with_own({}, applied.draft.english)
        pack = translate(make_pack(applied.draft, version="0", law_as_of=DAY), english)
        rows = merged(offer(applied.draft, lambda words: english.get(fold(words))), applied.rows)
        text = write(rows, (), applied.lost, Program(version="0"), sheet.tail)
        self.path.write_text(text, encoding="utf-8", newline="\n")
        return Round(pack, text, applied, (*applied.problems, *returned(sheet, rows)))

    def edit(self, *changes: tuple[str, str]) -> None:
        """Replace the first place of each text in the correction file, as a person does in an editor."""
        text = self.path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        self.path.write_text(text, encoding="utf-8", newline="\n")
