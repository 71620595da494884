from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.editing.select import summarized

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.finding import Findings

_CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
_PARAGRAPHS = st.sampled_from([paragraph for case in _CASES for paragraph in case["text"].split("\n\n")])


def _said(findings: Findings, kind: str) -> dict[str, str]:
    name = {speaker.id: speaker.name or "" for speaker in findings.speakers}
    return {quote.span.of(findings.article.text): name.get(quote.speaker or "", "") for quote in findings.quotes if quote.kind == kind}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["shows"])
def test_case(case: dict[str, Any], find_in: Callable[..., Findings]) -> None:
    findings = find_in(case["text"])

    assert _said(findings, "direct") == case["direct"]
    if "indirect" in case:
        assert list(_said(findings, "indirect")) == case["indirect"]
    assert case.get("offices", {}).items() <= {speaker.name: speaker.office or "" for speaker in findings.speakers}.items()


@given(st.lists(_PARAGRAPHS | st.text(alphabet="aB .,“”\"'kata()\u00a0", max_size=60).map(lambda text: " ".join(text.split())), max_size=8))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_order_inside_the_text(find_in: Callable[..., Findings], paragraphs: list[str]) -> None:
    text = "\n\n".join(filter(None, paragraphs))
    findings = find_in(text)
    ids = {speaker.id for speaker in findings.speakers}

    for found in (findings.quotes, findings.rules, findings.citations):
        assert [item.span for item in found] == sorted(item.span for item in found)
        assert all(0 <= item.span.start < item.span.end <= len(findings.article.text) for item in found)
        assert all(item.span.of(findings.article.text) == item.span.of(findings.article.text).strip() for item in found)
    assert all(quote.speaker in ids for quote in findings.quotes if quote.attribution != "none")
    assert all(quote.speaker is None for quote in findings.quotes if quote.attribution == "none")
    assert find_in(text) == findings


def test_a_nameless_article_gets_a_problem(find_in: Callable[..., Findings]) -> None:
    assert [problem.code for problem in find_in("Rapat netralitas itu berlangsung di aula.").problems] == ["no-quote"]


@pytest.mark.parametrize(
    "text", ["“" * 3000, "Kepala " * 4000, "Pasal 1, " * 3000, "kata " * 5000, "A" * 200_000, "H. " * 4000, "Ketua Bawaslu, " * 2000, "(" * 5000]
)
def test_no_input_takes_long(text: str, find_in: Callable[..., Findings]) -> None:
    find_in(text)


@pytest.mark.parametrize(
    "piece", ["Edy ", "“a” ", "“a ", "“kata dia ASN netral ", "kata Budi, “a ", "kata Budi, ", "“Saya netral,” kata Budi. ", "*a "]
)
def test_time_is_linear_in_the_length(find_in: Callable[..., Findings], piece: str) -> None:
    """Four times the text takes well under 16 times the time; the better of two runs, since others use the machine too."""

    def spent(size: int, run: int) -> float:
        text = piece * (size // len(piece) + run)  # another text in each run: what is kept of the first does not help
        start = time.process_time()
        summarized(find_in(text))
        return time.process_time() - start

    seconds = {size: min(spent(size, run) for run in range(2)) for size in (10_000, 40_000)}
    assert seconds[40_000] < max(0.5, 9 * seconds[10_000])


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Staf Khusus Mendagri Bidang Politik, Rina Astuti, mengatakan, ASN netral.", "Staf Khusus Mendagri Bidang Politik"),
        ("Istri Bupati Tuban, Rina Astuti, mengatakan, ASN netral.", "Istri Bupati Tuban"),
        (
            "Komisioner dan Koordinator Divisi Hukum Bawaslu Kabupaten Pati, Rina Astuti mengatakan, ASN netral.",
            "Komisioner dan Koordinator Divisi Hukum Bawaslu Kabupaten Pati",
        ),
        (
            "Kepala BKD, Rina Astuti, hadir. Kepala BKD Provinsi NTT, Rina Astuti, mengatakan, ASN netral.",
            "Kepala Badan Kepegawaian Daerah Provinsi NTT",
        ),
        ("Wakil Ketua DPRD Banyumas dari Fraksi PKB, Rina Astuti, mengatakan, ASN netral.", "Wakil Ketua DPRD Banyumas dari Fraksi PKB"),
        ("Wakil Gubernur Jambi nonaktif Rina Astuti mengatakan, ASN netral.", "Wakil Gubernur Jambi"),
    ],
)
def test_the_office_of_a_speaker(text: str, office: str, find_in: Callable[..., Findings]) -> None:
    speaker = find_in(text).speakers[0]
    assert (speaker.name, speaker.office) == ("Rina Astuti", office)


def test_two_offices_before_two_names_are_one_each(find_in: Callable[..., Findings]) -> None:
    found = find_in("Bupati dan Wakil Bupati Demak, Toriq Husin dan Irwan Bakri, memimpin apel. “Kita netral,” ucap Husin. “Saya juga,” kata Irwan.")
    assert [(speaker.name, speaker.office) for speaker in found.speakers] == [("Toriq Husin", "Bupati Demak"), ("Irwan Bakri", "Wakil Bupati Demak")]


def test_a_rank_is_no_part_of_the_office_before_it(find_in: Callable[..., Findings]) -> None:
    speaker = find_in("“Tidak ada tawar-menawar,” kata Kapolri Jenderal Idham Azhari.").speakers[0]
    assert (speaker.name_with_titles, speaker.office_as_printed) == ("Jenderal Idham Azhari", "Kapolri")


def test_a_title_of_the_civil_service_is_no_office(find_in: Callable[..., Findings]) -> None:
    found = find_in(
        "Sekretaris Daerah Kabupaten Alor, Drs. Soni Wardana membuka rapat.\n\nProses tidak diintervensi Pejabat Pembina Kepegawaian.\n\n"
        "Drs. Soni Wardana berharap agar ASN netral."
    )
    assert [(speaker.name, speaker.office) for speaker in found.speakers] == [("Soni Wardana", "Sekretaris Daerah Kabupaten Alor")]


def test_titles_stand_with_the_fullest_name_only(find_in: Callable[..., Findings]) -> None:
    found = find_in("Rapat diwakili oleh Gusti Ayu Putu Lili Santi, Analis Kebijakan.\n\n“Jaga sikap,” kata Ibu Lili Santi.")
    assert [(speaker.name, speaker.name_with_titles) for speaker in found.speakers] == [("Gusti Ayu Putu Lili Santi", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lomba film itu terbuka untuk siapa saja. Peserta wajib mengirim karyanya.", True),
        ("“Warga dilarang membuang sampah,” kata Bupati Andi Saputra.", True),
        ("Lomba film Pilkada itu terbuka untuk siapa saja.", False),
        ("Warga dilarang membuang sampah menurut UU Nomor 18 Tahun 2008.", False),
        ("", False),
    ],
)
def test_an_article_off_the_topic_is_told(text: str, told: bool, find_in: Callable[..., Findings]) -> None:
    assert ("off-topic" in [problem.code for problem in find_in(text).problems]) is told
