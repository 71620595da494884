"""Words people read, in Indonesian or English: gettext with English msgids, the words of click included.

`id/LC_MESSAGES/briefing.po` holds the Indonesian; CONTRIBUTING.md tells how the `.mo` beside it is made.
"""

from __future__ import annotations

import gettext
import os
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.messages.comments import COMMENTS
from briefing.messages.sentences import SENTENCES
from briefing.messages.words import NOTES, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOMAIN: Final = "briefing"
LANGUAGES: Final = ("id", "en")


def use(language: str) -> None:
    """Make `language` ("id" or "en") that of every word from now on.

    click asks the standard library's gettext for its words, and that takes the language from the environment only.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(Path(__file__).parent))
    gettext.textdomain(DOMAIN)


def language_in_use() -> str:
    """Return the language of every word: "id" or "en"."""
    return os.environ.get("LANGUAGE", LANGUAGES[0])


def language_of(arguments: Sequence[str], otherwise: str = "") -> str:
    """Return the language that a command line asks for with --lang, else the environment with BRIEFING_LANG, `otherwise`, or Indonesian.

    It is looked up before the command line is parsed, so that complaints about it are in that language too.
    """
    asked = language_named(_option(arguments) or os.environ.get("BRIEFING_LANG", "").strip() or otherwise)
    return asked if asked in LANGUAGES else LANGUAGES[0]


def language_named(name: str) -> str:
    """Return the code of a language that is named in either case, or as a locale (en_US.UTF-8)."""
    return re.split(r"[-_.@]", name.strip())[0].lower()


def unknown_language(arguments: Sequence[str]) -> str:
    """Return the language that BRIEFING_LANG asks for in vain; empty where there is it, none is asked for, or --lang decides."""
    asked = os.environ.get("BRIEFING_LANG", "").strip()
    return "" if _option(arguments) or not asked or language_named(asked) in LANGUAGES else asked


def stopped(arguments: Sequence[str]) -> str:
    """Return what is said after Ctrl-C, which may come before a language was settled."""
    use(language_of(arguments))
    return gettext.gettext("Stopped; no file is half written.")


def _option(arguments: Sequence[str]) -> str:
    """Return the value of the last --lang; " " where it has none."""
    asked = ""
    for position, argument in enumerate(arguments, 1):
        if argument == "--lang":
            asked = "".join(arguments[position : position + 1]) or " "
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=") or " "
    return asked


def sentence(code: str, arguments: Mapping[str, str | int]) -> str:
    """Return the sentence of a problem or an error: what is wrong and what to do next."""
    readers = {"reason": word, "file": file_name}
    words = {name: readers[name](str(value)) if name in readers else value for name, value in arguments.items()}
    return gettext.gettext(SENTENCES.get(code, code)).format_map(words)


def file_name(name: str) -> str:
    """Return the name of a source as people read it: "-" is standard input."""
    return gettext.gettext("standard input") if name == "-" else name


def word(code: str) -> str:
    """Return what a code of a finding means, such as why a line was dropped; the code itself where it says enough."""
    return gettext.gettext(WORDS[code]) if code in WORDS else code


def note(code: str, words: Mapping[str, str]) -> str:
    """Return what stands beside a citation; where an argument is empty, the sentence that does without. A code that is not known says itself."""
    fields = [field for _, field, _, _ in string.Formatter().parse(NOTES.get(code, "")) if field]
    bare = f"{code}-bare" if any(not words.get(field) for field in fields) else code
    return gettext.gettext(NOTES.get(bare) or NOTES.get(code, code)).format_map(words)


def comment(part: str) -> str:
    """Return the comment that stands above a part of the correction file, in lines."""
    return gettext.gettext(COMMENTS[part])
