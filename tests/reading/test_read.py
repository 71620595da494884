"""Reading sources to articles: the sample articles, files and folders, and long texts."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError
from briefing.reading.clean import veil
from briefing.reading.read import read, texts
from briefing.reading.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.article import Article

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus" / "articles").glob("*.txt"))

FACTS = {
    "000": (
        "Sekda Pati : Ketidaknetralan ASN Hanya Boleh Dilakukan Dalam Bilik Suara",
        None,
        None,
        None,
        "2024-08-11",
        "Minggu (11/8)",
        "Kabupaten Pati",
    ),
    "001": (
        "Wujudkan Pilkada Damai Serta Jaga Netralitas ASN dan Kades",
        None,
        "Jennifer Agustia",
        "2024-10-23T20:31+07:00",
        "2024-10-23",
        "Rabu (23/10)",
        "Kota Jambi",
    ),
    "002": (
        "Pj Bupati Jepara Ingatkan Netralitas ASN untuk Pilkada Bersih dan Transparan",
        "Infomuria.com",
        None,
        None,
        "2024-10-17",
        "Kamis (17/10/2024)",
        "Kabupaten Jepara",
    ),
    "003": (
        "Netralitas ASN Salah Satu Kunci Utama Mewujudkan Pilkada yang Adil, Jujur dan Demokratis",
        "Prokalteng",
        None,
        None,
        "2024-08-06",
        "Selasa (6/8)",
        "Kabupaten Katingan",
    ),
    "004": (
        "Menjaga Netralitas ASN Dalam Pemilihan Serentak Tahun 2024",
        "Bawaslu Kabupaten Pasuruan",
        None,
        None,
        "2024-06-25",
        "Selasa, (25/6/2024)",
        "Kecamatan Purwodadi",
    ),
}
FORBIDDEN = {
    "000": ("Sujarwanto Dwiatmoko", "Berita Terkait", "Berita Populer", "PT SEJIN FASHION", "(fn3 /FN /AP)"),
    "001": ("BACA JUGA", "KPU Bungo", "LeBron", "Kategori :", "Reporter"),
    "002": ("Infomuria.com-Seluruh", "Humas Pemkab"),
    "003": ("32.7 C", "November 22", "Baca Juga", "Wanto", "Terpopuler", "Artikel Terbaru", "(eri/art/kpg)"),
    "004": ("|", "pasuruan.bawaslu.go.id"),
}


def read_file(path: Path) -> Article:
    return read(*texts(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_sample_articles(path: Path) -> None:
    article = read_file(path)
    seed = path.stem[:3]
    facts = (article.title, article.outlet, article.author, article.published, article.event_date, article.event_printed, article.place)
    assert facts == FACTS[seed]
    assert [words for words in FORBIDDEN[seed] if words in article.text] == []
    assert article.problems == ()


@pytest.mark.parametrize("path", SEEDS + CORPUS, ids=lambda path: path.stem[:3])
def test_nothing_is_lost_without_a_reason(path: Path) -> None:
    """Each letter of the source is in the text, in what was dropped, or in the title."""
    article = read_file(path)
    kept = {position for piece in article.offsets.pieces if piece.replacement is None for position in range(piece.source.start, piece.source.end)}
    for span in (*(dropped.span for dropped in article.dropped), *(found.span for found in article.evidence if found.field == "title")):
        kept.update(range(span.start, span.end))
    view = veil(article.source_text)
    assert [view[max(0, at - 20) : at + 20] for at, character in enumerate(view) if character not in " \n" and at not in kept] == []


@pytest.mark.parametrize("path", SEEDS + CORPUS, ids=lambda path: path.stem[:3])
def test_a_clean_text_is_kept_whole_when_read_again(path: Path) -> None:
    text = read_file(path).text
    again = read(*texts(text.encode(), "again.txt"))
    assert re.sub(r"\s", "", again.text) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_evidence_stands_in_the_source(path: Path) -> None:
    article = read_file(path)
    evidence = {found.field: found.span.of(article.source_text) for found in article.evidence}
    assert evidence["title"] == article.title
    assert evidence["event_date"] == article.event_printed
    assert set(evidence) >= {field for field in ("outlet", "author", "published", "place") if getattr(article, field)}


def test_header_beats_what_is_guessed() -> None:
    source = (
        "Judul: Netralitas di Malang\nSumber: Kabar Desa\nURL: https://kabardesa.id/1\nTanggal: Jumat, 15 November 2024 07.05 WIB\n"
        "Tempat: Kota Malang\nPenulis: Siti Aminah\n\nKUDUS, LAIN.ID – Sekda meminta semua pegawai bersikap netral, Kamis (14/11).\n\nReporter: Budi"
    )
    article = read(*texts(source.encode(), STANDARD_INPUT))
    assert (article.title, article.outlet, article.url, article.author) == (
        "Netralitas di Malang",
        "Kabar Desa",
        "https://kabardesa.id/1",
        "Siti Aminah",
    )
    assert (article.published, article.event_date, article.place) == ("2024-11-15T07:05+07:00", "2024-11-14", "Kota Malang")
    assert article.text == "Sekda meminta semua pegawai bersikap netral, Kamis (14/11)."
    assert article.source.name == "-"


def test_unseen_characters_leave_no_trace_in_title_and_text() -> None:
    source = "Sek\u200bda\u00a0Minta \u202ePegawai Ne\u00adtral\n\nSek\u200bda meminta\u00a0semua pegawai bersikap ne\u00adtral."
    article = read(*texts(source.encode(), "a.txt"))
    assert (article.title, article.text) == ("Sekda Minta Pegawai Netral", "Sekda meminta semua pegawai bersikap netral.")


@pytest.mark.parametrize(
    ("tail", "outlet", "url"),
    [
        ("Sumber: kabardesa.id", "kabardesa.id", None),
        ("Sumber: Humas Pemkab", None, None),
        ("https://www.detik.com/jatim/berita/d-1", "detikcom", "https://www.detik.com/jatim/berita/d-1"),
        ("Sumber: https://kabardesa.id/1", "kabardesa.id", "https://kabardesa.id/1"),
        ("© 2024 Tema Koran", None, None),
    ],
)
def test_outlet_and_address_below_the_article(tail: str, outlet: str | None, url: str | None) -> None:
    source = f"Sekda Minta Pegawai Netral\n\nSekda meminta semua pegawai bersikap netral.\n\n{tail}"
    article = read(*texts(source.encode(), "a.txt"))
    assert (article.outlet, article.url) == (outlet, url)
    assert article.text == "Sekda meminta semua pegawai bersikap netral."


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("Sekda meminta semua pegawai bersikap netral.", ["title-missing", "date-missing"]),
        ("Masuk\nKata sandi", ["not-an-article"]),
        ("Judul: A B C\nTanggal: kemarin\n\nSekda meminta semua pegawai bersikap netral.", ["date-unreadable", "date-missing"]),
        ("Judul: A B C\nTanggal: Senin, 15 November 2024\n\nSekda meminta semua pegawai bersikap netral.", ["weekday-mismatch"]),
        ("Judul: A B C\n\nSekda meminta semua \ufffdegawai bersikap netral.", ["characters-lost", "date-missing"]),
    ],
)
def test_doubts(source: str, codes: list[str]) -> None:
    assert [problem.code for problem in read(*texts(source.encode(), "a.txt")).problems] == codes


def test_the_hash_is_that_of_the_bytes() -> None:
    sha256 = hashlib.sha256(SEEDS[0].read_bytes()).hexdigest()
    assert read_file(SEEDS[0]).source.sha256 == sha256


def test_terminal_sequences_go_as_a_whole() -> None:
    source = (
        "Sekda Minta Pegawai Netral\n\n\x1b]0;judul\x07Sekda \x1b[1;31mmeminta\x1b[0m semua pega\x1b[4mwai bersikap netral.\x1b(B\x1b[m\n\n"
        "Itu \x1bpenting bagi semua (Budi) \x1b] dan yang lain."
    )

    assert read(*texts(source.encode(), "a.txt")).text == (
        "Sekda meminta semua pegawai bersikap netral.\n\nItu penting bagi semua (Budi) ] dan yang lain."
    )


@pytest.mark.parametrize("size", [2_001, 20_000, 5_000_000])
@pytest.mark.parametrize(
    "place", ["{}", "Sekda meminta semua pegawai bersikap netral.\n\n{}", "Foto: {}\n\nSekda meminta semua pegawai bersikap netral."]
)
def test_a_word_too_long_is_named_wherever_it_stands(size: int, place: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read(*texts(place.format("x" * size).encode(), "a.txt"))
    assert (caught.value.code, caught.value.arguments["length"]) == ("word-too-long", size)


def test_a_long_word_of_lines_joined_is_named() -> None:
    with pytest.raises(BriefingError) as caught:
        read(
            *texts(("Sekda meminta pegawai untuk bersikap netral\n" + "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-\n" * 60).encode(), "a.txt")
        )
    assert caught.value.code == "word-too-long"


@pytest.mark.parametrize("name", ["foto.jpg", "artikel.xlsx", "artikel"])
def test_other_types_are_refused_by_name(name: str) -> None:
    with pytest.raises(BriefingError) as caught:
        texts(b"Isi.", name)
    assert (caught.value.code, caught.value.arguments) == ("unknown-format", {"file": name, "accepted": ".txt, .html, .htm, .pdf, .docx, .eml"})


SENTENCE = "Ketua {} menegaskan bahwa pegawai harus tetap netral, Senin (11/8), di Kota Jambi. Hal itu disampaikan dalam apel pagi.\n\n"
LONG: dict[str, Callable[[int], str]] = {
    "prose": lambda size: "".join(SENTENCE.format(number) for number in range(size // len(SENTENCE))),
    "one paragraph": lambda size: "".join(SENTENCE.format(number) for number in range(size // len(SENTENCE))).replace("\n", " "),
    "short lines": lambda size: "Judul Berita Pendek\n" * (size // 20),
    "dates": lambda size: "Senin (1/2) " * (size // 12),
    "blanks": lambda size: "Satu kata lagi di sini ya." + " " * size + "akhir",
    "inserts": lambda size: "Baca juga: " * (size // 11),
    "brackets": lambda size: "![ " * (size // 3),
    "stars": lambda size: "# Judul\n" + "*a " * (size // 3),
    "strokes": lambda size: "# Judul\n" + "_a " * (size // 3),
    "strong": lambda size: "**kata " * (size // 7),
    "rules": lambda size: "Judul\n====\n" * (size // 11),
    "escapes": lambda size: "\x1b] " * (size // 3),
    "spaced header": lambda size: "Judul:" + " " * size + "\x1b",
}


@pytest.mark.parametrize("kind", LONG)
def test_time_is_linear_in_the_length(kind: str) -> None:
    """Eight times the text takes well under 64 times the time, and no text of 160 kB takes seconds."""
    seconds = {}
    for size in (20_000, 160_000):
        data = LONG[kind](size).encode()
        start = time.process_time()
        for text in texts(data, "long.txt"):
            read(text)
        seconds[size] = time.process_time() - start
    assert seconds[160_000] < max(0.3, 24 * seconds[20_000])
    assert seconds[160_000] < 6
