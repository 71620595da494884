"""Whether a text itself calls a law that it cites one of before, so that the law being repealed is no slip of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.span import Span

_LONGEST = 60  # code points before a law in which it may be called so
# "sebelumnya diatur dalam UU 5/2014", "yang menggantikan UU 5/2014", "the law replaces Law 5/2014"
_BEFORE = re.compile(
    r"\b(?:(?:sebelumnya|semula|dahulu|dulu|formerly|previously)\s+(?:\w+\s+){0,3}"
    r"|(?:menggantikan|mengganti|mencabut|pengganti|replac(?:es|ed|ing)|repeal(?:s|ed|ing))\s+(?:(?:dari|the)\s+)?)\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:sebelumnya|terdahulu|lama)\b", re.IGNORECASE)  # "PP sebelumnya No. 53 Tahun 2010"
# "UU 5/2014 tentang Aparatur Sipil Negara yang telah dicabut", "UU 5/2014 (UU ASN) diganti"
_BEHIND = re.compile(
    r"\)?(?:\s+tentang(?:\s+(?:(?-i:[A-Z])[\w-]*|dan|dengan)){1,8})?(?:\s*\([^()\n]{2,20}\))?,?\s+"
    r"(?:(?:yang\s+)?(?:(?:telah|sudah|kini)\s+)?(?:dicabut|diganti(?:kan)?|tidak\s+berlaku\s+lagi|tidak\s+lagi\s+berlaku|(?<=ah\s)tidak\s+berlaku)\b"
    r"|yang\s+lama\b|(?:has|have|had)\s+been\s+(?:repealed|replaced)\b)",
    re.IGNORECASE,
)


def is_called_former(text: str, cited: Span) -> bool:
    """Return whether the words around the citation of a law, or inside it, say that another took its place."""
    before = _BEFORE.search(text, max(0, cited.start - _LONGEST), cited.start)
    return bool(before or _WITHIN.search(text, cited.start, cited.end) or _BEHIND.match(text, cited.end))
