"""How far a speaker can be trusted, and the doubt where that is not far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.finding.report import findings_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.finding import Findings

SEKDA = "Sekda Kudus Rina Astuti membuka acara itu."
CASES = [
    ("named", "high", "“ASN wajib netral,” kata Camat Wedung Sri Hartati."),
    ("office-without-name", "high", "“ASN wajib netral,” kata Camat Wedung."),
    ("office", "medium", f"{SEKDA}\n\n“Jaga sikap di media sosial,” pesan Sekda."),
    ("clitic-to-last-speaker", "medium", f"{SEKDA}\n\n“Jaga sikap di media sosial,” pesannya."),
    (
        "clitic-to-last-speaker",
        "medium",
        f"{SEKDA}\n\nAcara berlangsung di aula.\n\nPeserta datang sejak pagi.\n\n“Jaga sikap di media sosial,” pesannya.",
    ),
    (
        "clitic-to-last-speaker",
        "low",
        f"{SEKDA}\n\nIa menegaskan hal itu kepada Camat Wedung Sri Hartati.\n\n“Jaga sikap di media sosial,” pesannya.",
    ),
    ("pronoun-to-last-speaker", "medium", f"{SEKDA}\n\n“Jaga sikap di media sosial,” pesan dia."),
    ("carried-from-last-speaker", "low", f"{SEKDA}\n\n“Jaga sikap kita semua di media sosial sampai hari pemungutan suara.”"),
    ("nobody-before", "low", "“Jaga sikap kita semua di media sosial sampai hari pemungutan suara.”"),
]


@pytest.mark.parametrize(("reason", "confidence", "text"), CASES)
def test_the_confidence_follows_from_the_evidence(reason: str, confidence: str, text: str, find_in: Callable[..., Findings]) -> None:
    quote = next(quote for quote in find_in(text).quotes if quote.kind == "direct")

    assert (quote.reason, quote.confidence) == (reason, confidence)


@pytest.mark.parametrize(("reason", "confidence", "text"), CASES)
def test_there_is_a_doubt_exactly_where_the_confidence_is_low(reason: str, confidence: str, text: str, find_in: Callable[..., Findings]) -> None:
    findings = find_in(text)
    quote = next(quote for quote in findings.quotes if quote.kind == "direct")
    code = "speaker-uncertain" if quote.speaker else "speaker-unknown"

    doubts = [(problem.code, problem.span) for problem in findings.problems if problem.span]
    assert doubts == ([(code, quote.span)] if confidence == "low" else [])


def test_a_statement_is_doubted_where_there_is_no_direct_quote(find_in: Callable[..., Findings]) -> None:
    text = f"{SEKDA} Ia menyapa Camat Wedung Sri Hartati.\n\nIa menegaskan ASN wajib netral."

    assert [problem.code for problem in find_in(text).problems if problem.span] == ["speaker-uncertain"]


def test_the_findings_file_tells_it(find_in: Callable[..., Findings]) -> None:
    (article,) = findings_json([find_in(CASES[0][2])])["articles"]

    assert article["quotes"][0]["confidence"] == "high"


def test_a_quote_without_marks_is_doubted(find_in: Callable[..., Findings]) -> None:
    findings = find_in("Kami sudah mengingatkan semua pegawai, kata Camat Wedung Sri Hartati.\n\n“Kami netral,” ujarnya.")

    assert [(problem.code, problem.span) for problem in findings.problems] == [("quote-unmarked", findings.quotes[0].span)]
