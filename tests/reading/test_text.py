"""Decoding: the encodings that Notepad and old sites write, and what is refused."""

from __future__ import annotations

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.text import SIZE_LIMIT, decode

WORDS = "Sekda berkata, “Netral!” — kata dia… 5½"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_reads_encoding(encoding: str) -> None:
    text = WORDS.replace("½", "") if encoding == "cp1252" else WORDS
    assert decode(text.encode(encoding), "a.txt") == text


def test_keeps_the_text_as_it_is() -> None:
    assert decode(b"satu\r\n\tdua \r", "a.txt") == "satu\r\n\tdua \r"


def test_one_bad_byte_does_not_garble_the_rest() -> None:
    assert decode("“Netral”".encode() + b"\xff" + "“Adil”".encode(), "a.txt") == "“Netral”\ufffd“Adil”"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\t", "empty-file"),
        ("\ufeff".encode(), "empty-file"),
        (b"PK\x03\x04\x00\x00\x00\x08", "not-text"),
        (b"\x81\x8d\x8f", "unreadable-encoding"),
        (b"\x01\x02\x03 kata kata", "not-text"),
        (b"\xff\xfea", "unreadable-encoding"),
        (b"a" * (SIZE_LIMIT + 1), "too-large"),
    ],
)
def test_refuses(data: bytes, code: str) -> None:
    with pytest.raises(BriefingError) as caught:
        decode(data, "rusak.txt")
    assert (caught.value.code, caught.value.exit_code) == (code, ExitCode.INPUT_UNREADABLE)
    assert caught.value.arguments["file"] == "rusak.txt"
