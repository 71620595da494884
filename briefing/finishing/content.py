"""What is drawn on a page: the words of each marked stretch, decoded by the fonts' own maps from the content stream itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

TOKEN: Final = re.compile(
    rb"(?:[\x00\t\n\f\r ]|%[^\r\n]*)*+(<<|>>|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|/[^\x00\t\n\f\r ()<>\[\]{}/%]*"
    rb"|[\[\]]|[^\x00\t\n\f\r ()<>\[\]{}/%]+|\Z)",
    re.DOTALL,
)
ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
NAMED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
SHOW: Final = frozenset({b"TJ", b"Tj", b"'", b'"'})
OPERATORS: Final = frozenset({b"BMC", b"BDC", b"EMC", b"Tf", b"q", b"Q", *SHOW})
UNKNOWN: Final = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The words of one page: those of each marked stretch by its number, with its tag, and `loose` ones that belong to nothing."""

    words: Mapping[int, str]
    tags: Mapping[int, str]
    loose: str
    stream: bytes


@dataclass(slots=True)
class _State:
    """What has been read of a page so far; `open` are the stretches that are open: a number, -1 for an artifact."""

    fonts: Mapping[str, Mapping[int, str]]
    words: dict[int, list[str]] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    font: str = ""
    saved: list[str] = field(default_factory=list)


def drawn(page: PageObject) -> Drawn:
    """Return what is drawn on a page.

    Raises:
        ValueError: its content is no sequence of operators.
    """
    stream = page["/Contents"].get_object().get_data()  # type: ignore[union-attr]  # whatever else it is, the caller tells
    fonts = {name: characters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}  # type: ignore[attr-defined]
    state = _State(fonts)
    for operator, operands in _operations(stream):
        _obey(state, operator, operands)
    words = {number: "".join(found) for number, found in state.words.items()}
    return Drawn(words=words, tags=state.tags, loose="".join(state.loose), stream=stream)


def characters(font: Mapping[str, Any]) -> dict[int, str]:
    """Return the character of each one-byte code of a font, as its map to Unicode says."""
    if "/ToUnicode" not in font:
        return {}
    return _characters(font["/ToUnicode"].get_data())


@lru_cache(maxsize=32)  # pages share their fonts
def _characters(data: bytes) -> dict[int, str]:
    text = data.decode("latin-1")
    found: dict[int, str] = {}
    for body in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        found |= {int(code, 16): _utf16(value) for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", body)}
    for body in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", body):
            start, count = int(first, 16), min(int(last, 16) - int(first, 16), 255)
            found |= {start + step: chr(int(value, 16) + step) for step in range(count + 1)}
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", errors="replace")


def _operations(stream: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Yield the operators that matter here, each with the tokens before it."""
    operands: list[bytes] = []
    place, end = 0, len(stream)
    while place < end:
        match = TOKEN.match(stream, place)
        if not match or match.end() == place:
            message = f"no content at byte {place}"
            raise ValueError(message)
        token, place = match[1], match.end()
        if token in OPERATORS:
            yield token, operands
            operands = []
        elif token[:1].isalpha():  # another operator
            operands = []
        else:
            operands.append(token)


def _obey(state: _State, operator: bytes, operands: list[bytes]) -> None:
    if operator in SHOW:
        _show(state, operands)
    elif operator == b"Tf":
        state.font = next((token.decode("latin-1") for token in operands if token[:1] == b"/"), "")
    elif operator in {b"BMC", b"BDC"}:
        number = int(operands[operands.index(b"/MCID") + 1]) if b"/MCID" in operands else -1
        if number >= 0:
            state.words.setdefault(number, [])
            state.tags[number] = operands[0].decode("latin-1")[1:]
        state.open.append(number)
    elif operator == b"EMC" and state.open:
        state.open.pop()
    elif operator == b"q":
        state.saved.append(state.font)
    elif operator == b"Q" and state.saved:
        state.font = state.saved.pop()


def _show(state: _State, operands: list[bytes]) -> None:
    letters = state.fonts.get(state.font, {})
    codes = b"".join(_codes(token) for token in operands if token[:1] in b"<(" and token != b"<<")
    text = "".join([letters.get(code, UNKNOWN) for code in codes])
    marked = next((number for number in reversed(state.open) if number >= 0), None)
    if marked is not None:
        state.words[marked].append(text)
    elif not state.open:
        state.loose.append(text)


def _codes(token: bytes) -> bytes:
    """Return the bytes of a string token, hexadecimal or in parentheses."""
    if token[:1] == b"<":
        digits = b"".join(token[1:-1].split()).decode("ascii")
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return ESCAPE.sub(lambda found: NAMED.get(found[1]) or _octal(found[1]), token[1:-1])


def _octal(sign: bytes) -> bytes:
    return bytes([int(sign, 8) & 255]) if sign.isdigit() and int(sign[:1]) < 8 else sign if sign not in NAMED else b""
