"""Checking an office's own templates: every fault that filling them would meet, and what in them has no effect."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, meta

from briefing.model.office import Office
from briefing.model.problem import BriefingError, FaultsError, Problem
from briefing.rendering.fill import START, environment, fault_of, make_document
from briefing.rendering.profiles import LANGUAGES, folders, labels, read, sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from briefing.model.pack import Pack

SAMPLE_OFFICE = Office(name="Nama instansi", lines=("Alamat",), city="Pati", signatory="Jabatan", contacts=("Telepon",))


def check(folder: Path, pack: Pack) -> tuple[Problem, ...]:
    """Return what has no effect in an office's own folder of templates: files that no section uses, labels that no template names.

    `pack` is the sample that they are filled with, each section by itself, then all together.

    Raises:
        FaultsError: every fault, in the order of the files and then of the sections.
    """
    found = folders(str(folder.absolute()))  # a folder with the name of a profile is meant as a folder
    faults = list(_distinct([*_syntax(found), *_tables(found)])) or list(_distinct(_pages(found, pack)))
    if faults:
        raise FaultsError(faults)
    return (*_unused_files(found), *_unused_labels(found))


def _syntax(folders: Sequence[Path]) -> Iterator[BriefingError]:
    """Yield the fault of each file of the first folder that is no template."""
    parser = environment(folders)
    for file in _own(folders):
        try:
            parser.parse(_source(parser, file.name), filename=str(file))
        except TemplateSyntaxError as error:
            yield fault_of(error, folders)


def _tables(folders: Sequence[Path]) -> Iterator[BriefingError]:
    """Yield the faults of the profile and of the labels."""
    yield from _faults_of(lambda: sections(folders))
    for lang in LANGUAGES:
        if (folders[0] / "labels" / f"{lang}.toml").exists():
            yield from _faults_of(lambda lang=lang: read(folders[0], f"labels/{lang}.toml"))  # type: ignore[misc]


def _pages(folders: Sequence[Path], pack: Pack) -> Iterator[BriefingError]:
    """Yield the fault of each section by itself, with an office, and those of all together, without one."""
    for name in sections(folders):
        yield from _faults_of(lambda name=name: make_document(replace(pack, sections=(name,)), folders, SAMPLE_OFFICE))  # type: ignore[misc]
    yield from _faults_of(lambda: make_document(replace(pack, sections=()), folders))


def _faults_of(work: Callable[[], object]) -> Iterator[BriefingError]:
    try:
        work()
    except BriefingError as error:
        yield from error.errors


def _distinct(faults: Iterable[BriefingError]) -> Iterator[BriefingError]:
    """Yield each fault once: one in a macro is met by every section that calls it."""
    met: list[tuple[object, ...]] = []
    for fault in faults:
        place = (fault.code, fault.arguments.get("template"), fault.arguments.get("line"), fault.arguments.get("element"))
        if place not in met:
            met.append(place)
            yield fault


def _unused_files(folders: Sequence[Path]) -> Iterator[Problem]:
    """Yield a note for each template of the first folder that neither is a section, nor is included by one, nor stands as it was copied."""
    parser = environment(folders)
    used: set[str] = set()
    waiting = [START, *(f"{name}.xhtml" for name in sections(folders))]
    while waiting:
        name = waiting.pop()
        used.add(name)
        waiting += {found for found in meta.find_referenced_templates(parser.parse(_source(parser, name))) if found} - used
    for file in _own(folders):
        if file.name not in used and not _is_copy(file, folders[-1] / "pack" / file.name):
            yield Problem(code="template-unused", arguments={"file": f"pack/{file.name}", "section": file.stem})


def _unused_labels(folders: Sequence[Path]) -> Iterator[Problem]:
    """Yield a note for each label of the first folder that the plain folder does not have, and that no template names."""
    plain = labels(folders[1:])
    words = set(
        re.findall(r"\w+", " ".join(file.read_text(encoding="utf-8-sig") for folder in folders for file in (folder / "pack").glob("*.xhtml")))
    )
    for lang in LANGUAGES:
        known = list(_paths(plain[lang]))
        own = read(folders[0], f"labels/{lang}.toml") if (folders[0] / "labels" / f"{lang}.toml").exists() else {}
        for path in _paths(own):
            if path not in known and path.rpartition(".")[2] not in words:
                nearest = difflib.get_close_matches(path, known, n=1, cutoff=0)[0]
                yield Problem(code="label-unused", arguments={"file": f"labels/{lang}.toml", "label": path, "nearest": nearest})


def _paths(table: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _paths(value, f"{before}{key}.")
        else:
            yield f"{before}{key}"


def _is_copy(file: Path, shipped: Path) -> bool:
    return shipped.exists() and file.read_bytes() == shipped.read_bytes()


def _own(folders: Sequence[Path]) -> list[Path]:
    return sorted((folders[0] / "pack").glob("*.xhtml"))


def _source(parser: Environment, name: str) -> str:
    assert parser.loader  # noqa: S101 - environment() sets one; mypy cannot know
    return parser.loader.get_source(parser, name)[0]
