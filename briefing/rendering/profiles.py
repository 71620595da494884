"""Folders of templates: the plain one, the profiles that change some of it, an office's own; and the sections that they print."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefing.files import shipped
from briefing.lexicon import kept
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence

PROFILE: Final = "profile.toml"
LANGUAGES: Final = ("id", "en")
PARTS: Final = frozenset({"pack", "macros", "forms", "letterhead", "article"})
"""The templates of pack/ that are no sections: other templates include them."""


def folders(profile: str) -> tuple[Path, ...]:
    """Return the folders to look templates up in, first one first: those of a profile ("" for none) or of the office's own copy, then the plain.

    Raises:
        BriefingError: unknown-profile, with the known ones, when it is neither the name of a profile nor a folder of templates.
    """
    plain = shipped("templates")
    if not profile:
        return (plain,)
    known = names()
    own = plain / profile if profile in known else Path(profile)
    if not any((own / name).exists() for name in ("pack", "labels", "letter", PROFILE)):
        raise BriefingError("unknown-profile", ExitCode.USAGE, profile=profile, known=", ".join(known))
    return (own, plain)


def names() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program."""
    return tuple(sorted(file.parent.name for file in shipped("templates").glob(f"*/{PROFILE}")))


def sections(folders: Sequence[Path], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the sections to print in their order: those `chosen`, or all that the first folder with a profile.toml names.

    Raises:
        BriefingError: unknown-section, with the nearest and all known ones; template-fault when a profile.toml is wrong.
    """
    file = next((folder / PROFILE for folder in folders if (folder / PROFILE).exists()), None)
    found = tuple(chosen) or (_listed(file) if file else ())
    known = available(folders)
    for name in found:
        if name not in known:
            nearest = "".join(difflib.get_close_matches(name, known, n=1, cutoff=0))
            raise BriefingError("unknown-section", ExitCode.USAGE, section=name, nearest=nearest, known=", ".join(known))
    return found


def available(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all sections for which there is a template."""
    return tuple(sorted({file.stem for folder in folders for file in (folder / "pack").glob("*.xhtml")} - PARTS))


def labels(folders: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Return the labels by language; a label of an earlier folder stands in place of that of a later one, key by key.

    Raises:
        BriefingError: template-fault when a file of labels is wrong, or the last folder has none.
    """
    found: dict[str, dict[str, Any]] = {}
    for lang in LANGUAGES:
        name = f"labels/{lang}.toml"
        found[lang] = read(folders[-1], name)
        for folder in reversed(folders[:-1]):
            if (folder / name).exists():
                found[lang] = _merged(found[lang], read(folder, name))
    return found


def read(folder: Path, name: str) -> dict[str, Any]:
    """Return what a TOML file of a folder of templates holds; a byte order mark before it does not matter.

    Raises:
        BriefingError: template-fault, with the line.
    """
    try:
        return kept.parsed(f"{folder.resolve().name}/{name}", (folder / name).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = map(int, place.groups()) if place else (0, 0)
        raise template_fault(f"{folder.resolve().name}/{name}", line, str(error), column) from error


def copy_of(profile: str) -> dict[str, str]:
    """Return the files of a profile by their names, for an office to change: complete and in one folder, labels merged, comments kept.

    Raises:
        BriefingError: unknown-profile.
    """
    files: dict[str, str] = {}
    for folder in reversed(folders(profile)):
        for file in sorted([*folder.glob("pack/*.xhtml"), *folder.glob("labels/*.toml"), *folder.glob("letter/*"), *folder.glob(PROFILE)]):
            name, text = file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8-sig")
            files[name] = _overlaid(files[name], text) if name in files and name.startswith("labels/") else text
    return files


def template_fault(template: str, line: int, fault: str, column: int = 0) -> BriefingError:
    """Return the error of a template; `line` and `column` count from 1, 0 where they are not known."""
    place = f"{line}:{column}" if column else str(line or "?")
    return BriefingError("template-fault", ExitCode.TEMPLATE_FAULT, template=template, line=line, column=column, place=place, fault=fault)


def _listed(file: Path) -> tuple[str, ...]:
    found = read(file.parent, file.name).get("sections")
    if not isinstance(found, list) or not found or not all(isinstance(name, str) for name in found):
        raise template_fault(f"{file.parent.resolve().name}/{file.name}", 0, 'no list of names such as sections = ["cover", "articles"]')
    return tuple(found)


def _overlaid(base: str, over: str) -> str:
    """Return a file of labels with those of another in their places."""
    import tomlkit  # noqa: PLC0415 - half a second, which only a copy needs

    document = tomlkit.parse(base)
    _overlay(document, tomlkit.parse(over))
    return tomlkit.dumps(document)


def _overlay(base: MutableMapping[str, Any], over: Mapping[str, Any]) -> None:
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            _overlay(base[key], value)
        else:
            base[key] = value


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    changed = {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value for key, value in over.items()
    }
    return {**base, **changed}
