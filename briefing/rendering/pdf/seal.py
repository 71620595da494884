"""The seal of a page: short digests of what was drawn on it, by which `briefing verify` tells which words were changed afterwards."""

from __future__ import annotations

from hashlib import blake2s
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTENT_DIGITS: Final = 16
WORDS_DIGITS: Final = 6  # one changed stretch in sixteen million goes unseen by it, and the content of the page tells of that one too


def seal(content: bytes, words: Iterable[str]) -> str:
    """Return the seal of a page: the digest of its decoded `content` stream, then that of the words of each marked stretch, by their numbers."""
    return _digest(content, CONTENT_DIGITS) + "".join(words_seal(stretch) for stretch in words)


def words_seal(words: str) -> str:
    """Return the digest of the words of one marked stretch; a no-break space is a space, as fonts show it."""
    return _digest(words.replace("\u00a0", " ").encode(), WORDS_DIGITS)


def _digest(data: bytes, digits: int) -> str:
    return blake2s(data, digest_size=digits // 2).hexdigest()
