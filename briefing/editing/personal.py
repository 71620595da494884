"""Numbers that belong to a private person: identity numbers and telephone numbers, masked before a text is handed on."""

from __future__ import annotations

import re
from typing import Final

# The population register numbers people (NIK) and families with 16 digits; Indonesian mobile numbers begin with 08 or +62 8, 10 to 13 digits.
IDENTITY: Final = r"\d{16}"
MOBILE: Final = r"(?:\+?62[\s.-]?|0)8\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{3,5}"
_PERSONAL = re.compile(rf"(?<![\w+])(?:{IDENTITY}|{MOBILE})(?!\w)")


def mask(text: str) -> str:
    """Return `text`, as long as before, with an x for each digit of an identity or mobile telephone number.

    >>> mask("Hubungi 0812-3456-7890.")
    'Hubungi xxxx-xxxx-xxxx.'
    """
    return _PERSONAL.sub(lambda number: re.sub(r"\d", "x", number[0]), text)
