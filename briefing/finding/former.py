"""Whether a text itself calls a law that it cites one of before, so that the law being repealed is no slip of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.span import Span

_LISTED = re.compile(r"\s*(?:,|dan|serta)?\s*(?:(?:berikut|beserta)\s+perubahannya)?\s*,?\s*(?:yaitu|yakni)?\s*", re.IGNORECASE)
_LONGEST = 80  # code points before a law in which it may be called so
# "sebelumnya diatur dalam UU 5/2014", "yang menggantikan UU 5/2014", "the law replaces Law 5/2014"
_BEFORE = re.compile(
    r"\b(?:(?:sebelumnya|semula|dahulu|dulu|formerly|previously)\s+(?:\w+\s+){0,3}"
    r"|\b(?:silam|(?:kala|saat|waktu|ketika)\s+itu|dulu|dahulu)\b[^.;\n]{0,40}\bmasih\s+(?:\w+\s+){0,2}"  # "Pemilu 2014 silam, aturannya masih UU 8/2012"
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


def called_former(text: str, cited: Sequence[Span]) -> frozenset[Span]:
    """Return those of the citations of laws, in order, of which the text says that another took their place, and what is listed with them."""
    former: list[Span] = []
    for span in cited:
        listed = former and _LISTED.fullmatch(text, former[-1].end, span.start)
        if listed or _is_called_former(text, span):
            former.append(span)
    return frozenset(former)


def _is_called_former(text: str, cited: Span) -> bool:
    """Return whether the words around the citation of a law, or inside it, say that another took its place."""
    before = _BEFORE.search(text, max(0, cited.start - _LONGEST), cited.start)
    return bool(before or _WITHIN.search(text, cited.start, cited.end) or _BEHIND.match(text, cited.end))
