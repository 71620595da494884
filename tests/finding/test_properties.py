"""What holds for the findings of any article: exact words, independence of paragraphs, ids, and time."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.editing.propose import propose
from briefing.editing.select import summarized
from briefing.finding.find import find
from briefing.finding.marks import find_quoted
from briefing.finding.report import findings_json
from briefing.reading.read import read, texts
from briefing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model.finding import Findings
    from briefing.model.span import Span

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
PARAGRAPHS = st.sampled_from([paragraph for case in CASES for paragraph in case["text"].split("\n\n")])
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=8)
# It names nobody and nothing, says nothing, and holds no mark: no paragraph can depend on it.
PLAIN = "Acara itu berlangsung lancar sejak pagi dan dihadiri ratusan peserta."


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_every_finding_is_the_exact_words_of_its_place_in_the_text_and_in_the_source(paragraphs: list[str]) -> None:
    source = "Judul: Netralitas\n\n" + "\n\n".join(paragraphs)
    found = find(read(*texts(source.encode(), "a.txt")))
    (article,) = findings_json([found])["articles"]

    for item in (item for kind in ("quotes", "rules", "citations") for item in article[kind]):
        start, end = item["span"]
        assert item["text"] == article["text"][start:end] != ""
    for quote in article["quotes"]:
        start, end = quote["source_span"]
        assert source[start:end].split() == quote["text"].split()


@given(ARTICLES, st.integers(0, 8))
@settings(max_examples=40, deadline=None)
def test_a_paragraph_on_which_no_other_depends_changes_no_finding_of_the_others(
    find_in: Callable[..., Findings], paragraphs: list[str], place: int
) -> None:
    """A quote may run over from the paragraph before it, or be said by whom the next one names, so there the plain paragraph is not put between them."""
    bare = find_in("\n\n".join(paragraphs))
    assume(all(run.closed for run in find_quoted(bare.article.text)))
    assume("continued-quote" not in {quote.reason for quote in bare.quotes})
    more = find_in("\n\n".join((*paragraphs[:place], PLAIN, *paragraphs[place:])))

    assert told(more) == told(bare)


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_a_plain_paragraph_at_the_end_changes_nothing_at_all(find_in: Callable[..., Findings], paragraphs: list[str]) -> None:
    bare = find_in("\n\n".join(paragraphs))
    assume(all(run.closed for run in find_quoted(bare.article.text)))
    more = find_in("\n\n".join((*paragraphs, PLAIN)))

    assert (more.speakers, more.quotes, more.rules, more.citations) == (bare.speakers, bare.quotes, bare.rules, bare.citations)
    assert [problem for problem in more.problems if problem.span] == [problem for problem in bare.problems if problem.span]


def told(found: Findings) -> list[list[Any]]:
    """Return the findings by their words instead of their places."""
    text = found.article.text

    def words(span: Span) -> str:
        return span.of(text)

    return [
        [(speaker.id, speaker.name, speaker.office) for speaker in found.speakers],
        [(quote.kind, words(quote.span), quote.speaker, quote.cue, quote.reason, quote.confidence) for quote in found.quotes],
        [(words(rule.span), rule.type, rule.addressee, rule.speaker) for rule in found.rules],
        [(words(citation.span), citation.instrument, citation.articles, citation.resolved_by) for citation in found.citations],
    ]


@given(ARTICLES)
@settings(max_examples=30, deadline=None)
def test_the_same_article_gives_the_same_ids_also_beside_another(paragraphs: list[str]) -> None:
    first, again = (find(read(*texts("\n\n".join(("Judul: Netralitas", *paragraphs)).encode(), "a.txt"))) for _ in range(2))
    other = find(read(*texts(b"Judul: Lain\n\n\xe2\x80\x9cSaya netral,\xe2\x80\x9d kata Camat Wedung Sri Hartati.", "b.txt")))

    assert first == again
    assert ids([first]) == ids([again])
    assert ids([first, other])[0] == ids([first])[0]


def ids(found: Sequence[Findings]) -> list[list[str]]:
    draft, _ = propose([summarized(one) for one in found], [one.article.source.name for one in found], Settings())
    return [[article.id, *(passage.id for passage in article.passages), *(cited.id for cited in article.citations)] for article in draft.articles]


@pytest.mark.parametrize(
    "piece",
    ["a ", "Aa ", "AA ", "1 ", ". ", "“ ", "“a” ", "\" ", "( ", "- ", ", ", "a, ", "H. ", "kata ", "kata Budi ", "calon ", "calon bupati ", "Pj. (Pj.) ",
     "mantan ", "Kepala Dinas ", "Ketua Bawaslu ", "Pasal 1 ayat (1) ", "UU Nomor 1 ", "Senin 2024 ", "0812 ", "a@a. ", "Aa-Bb ", "dan Aa ", "ini ", "tidak ", "Bupati Budi meminta warga diam serta ", "warga harus diam dan berkata serta mereka selalu "],
)  # fmt: skip
def test_no_kind_of_text_costs_more_than_its_length(find_in: Callable[..., Findings], piece: str) -> None:
    """Eight times the text takes well under 64 times the time, which a pattern that tries every end from every start would need."""
    seconds = {}
    for size in (1_500, 12_000):
        text = f"“Netral,” kata Camat Wedung Sri Hartati.\n\n{piece * (size // len(piece))}"
        start = time.process_time()
        find_in(text)
        seconds[size] = time.process_time() - start

    assert seconds[12_000] < max(0.5, 20 * seconds[1_500])


@pytest.mark.slow
def test_a_long_text_takes_no_more_than_its_length(find_in: Callable[..., Findings]) -> None:
    unit = "\n\n".join(paragraph for case in CASES for paragraph in case["text"].split("\n\n")) + "\n\n"
    seconds = {}
    for size in (60_000, 480_000):
        start = time.process_time()
        find_in((unit * (size // len(unit))).strip())
        seconds[size] = time.process_time() - start

    assert seconds[480_000] < 16 * seconds[60_000]
