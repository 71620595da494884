"""Links among the sources of a command: https://…, and @FILE for a list of them."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, nullcontext
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli.common import FileName
from briefing.cli.terminal import progress, say
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import click

    from briefing.cli.terminal import Speech


class SourceName(FileName):
    """The name of a file or folder, a link, or the name of a list of links behind an @."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return a link or a list as it was given, everything else as a Path."""
        return str(value) if _is_link(str(value)) else super().convert(value, param, ctx)


@contextmanager
def fetched(source: Sequence[Path | str], speech: Speech, folder: Path | None = None) -> Iterator[list[Path | Outcome]]:
    """Give the sources with a file in the place of each link: kept in `folder`, or as long as the command runs; one that fails costs no other.

    A page that is in `folder` already is not fetched again.
    """
    paths: list[Path | Outcome] = [each for each in source if isinstance(each, Path)]
    if len(paths) == len(source):
        yield paths
        return
    with nullcontext(folder) if folder else tempfile.TemporaryDirectory(prefix="briefing-") as place:
        yield _fetch(source, Path(place), speech, told=folder is not None)


def _is_link(words: str) -> bool:
    from briefing.reading.links import LIST, is_link

    return words.startswith(LIST) or is_link(words)


def _fetch(source: Sequence[Path | str], folder: Path, speech: Speech, *, told: bool) -> list[Path | Outcome]:
    from briefing.reading.links import LIST, keep, kept, listed
    from briefing.reading.web import fetch

    wanted: list[Path | str | Outcome] = []
    for each in source:
        wanted += listed(Path(each.removeprefix(LIST))) if isinstance(each, str) and each.startswith(LIST) else [each]
    known = {each: file for each in wanted if isinstance(each, str) and (file := kept(each, folder))}
    fresh = list(dict.fromkeys(each for each in wanted if isinstance(each, str) and each not in known))
    today = datetime.now().astimezone().date()
    pages: dict[str, Path | Outcome] = dict(known)
    with progress(fresh, speech, _("Fetching pages")) as links:
        for link in links:
            try:
                pages[link] = keep(link, folder, today, fetch)
            except BriefingError as error:
                pages[link] = Outcome(name=link, error=error)
    if told and not (speech.quiet or speech.machine):
        number = sum(isinstance(pages[link], Path) for link in fresh)
        say(_("Pages fetched: {number}, kept in {folder}; kept there before: {known}").format(number=number, folder=folder, known=len(known)))
    return [pages[each] if isinstance(each, str) else each for each in wanted]
