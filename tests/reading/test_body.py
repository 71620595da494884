"""What is kept of a page and what is dropped, and why."""

from __future__ import annotations

import pytest

from briefing.reading.body import read_body
from briefing.reading.clean import clean, veil
from briefing.reading.lines import split, without_markup

ONE = "Sekda meminta semua pegawai bersikap netral dalam pemilihan."
TWO = '"Kita semua wajib menjaga nama baik pemerintah," kata dia.'
THREE = "Rapat itu dihadiri pula oleh para camat dan kepala desa."


def read(source: str) -> tuple[str | None, list[str], dict[str, list[str]]]:
    """Return the title, the paragraphs, and what was dropped by reason."""
    view, _ = without_markup(veil(source))
    body = read_body(view, split(view, 0), None)
    text, _ = clean(source, view, body.paragraphs)
    dropped: dict[str, list[str]] = {}
    for run in body.dropped:
        dropped.setdefault(run.reason, []).append(run.span.of(source))
    return body.title.of(view) if body.title else None, text.split("\n\n") if text else [], dropped


def test_plain_article() -> None:
    assert read(f"Sekda Minta Pegawai Netral\n\n{ONE}\n\n{TWO}\n") == ("Sekda Minta Pegawai Netral", [ONE, TWO], {})


def test_one_paragraph_a_line() -> None:
    assert read(f"Sekda Minta Pegawai Netral\n{ONE}\n{TWO}\n{THREE}")[1] == [ONE, TWO, THREE]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = "Sekda meminta semua pegawai bersikap netral dalam\npemilihan. Hal itu disampaikannya saat memimpin\napel pagi di halaman kantor itu."
    assert read(f"Sekda Minta Pegawai Netral\n\n{wrapped}\n\n{TWO}")[1] == [wrapped.replace("\n", " "), TWO]


def test_short_lines_are_not_joined() -> None:
    names = "Hadir dalam rapat itu antara lain:\nSiti Aminah\nBudi Santoso\nTono Wijaya"
    assert read(f"Sekda Minta Pegawai Netral\n\n{ONE}\n\n{names}\n\n{TWO}")[1] == [ONE, *names.split("\n"), TWO]


def test_lists_of_links_before_the_article_and_its_headline_between_them() -> None:
    source = f"- Bupati Resmikan Pasar Baru\n- Sekda Buka Lomba Lari\nSekda Minta Pegawai Netral\nBerita Terkait\n- Camat Tanam Pohon0\n- Jalan Desa Rusak0\n{ONE}\n{TWO}"
    title, paragraphs, dropped = read(source)
    assert (title, paragraphs) == ("Sekda Minta Pegawai Netral", [ONE, TWO])
    assert len(dropped["navigation"]) == 5


def test_lists_of_the_article_stay() -> None:
    rules = ["Larangan bagi pegawai antara lain:", "- memasang spanduk calon", "- menghadiri deklarasi", "- memberi dukungan"]
    assert read("\n".join(["Sekda Minta Pegawai Netral", ONE, *rules, TWO]))[1] == [ONE, *rules, TWO]


def test_headlines_under_a_heading_behind_the_article() -> None:
    source = f"Sekda Minta Pegawai Netral\n\n{ONE}\n\n{TWO}\n\nBerita Lainnya\n\nBupati Resmikan Pasar Baru\n\nCamat Tanam Pohon\n\nTerpopuler"
    assert read(source)[1] == [ONE, TWO]


def test_headline_among_other_short_lines() -> None:
    source = f"Beranda Berita Daerah Olahraga\nTim Kota Menang Telak di Kandang\nSekda Minta Pegawai Bersikap Netral\nTim Redaksi\n{ONE}\n{TWO}"
    title, paragraphs, dropped = read(source)
    assert (title, paragraphs) == ("Sekda Minta Pegawai Bersikap Netral", [ONE, TWO])
    assert dropped["navigation"] == ["Beranda Berita Daerah Olahraga", "Tim Kota Menang Telak di Kandang", "Tim Redaksi"]


def test_a_subheading_stays() -> None:
    assert read(f"Sekda Minta Pegawai Netral\n\n{ONE}\n\nSanksi bagi Pelanggar\n\n{TWO}")[1] == [ONE, "Sanksi bagi Pelanggar", TWO]


def test_inserts_between_and_behind_paragraphs() -> None:
    source = f"Sekda Minta Pegawai Netral\n\n{ONE}\n\nBACA JUGA:Bupati Resmikan Pasar\n\n{TWO}Baca juga: Camat Tanam Pohon\n{THREE}"
    _title, paragraphs, dropped = read(source)
    assert paragraphs == [ONE, TWO, THREE]
    assert dropped == {"insert": ["BACA JUGA:Bupati Resmikan Pasar", "Baca juga: Camat Tanam Pohon"]}


def test_weather_page_date_and_byline() -> None:
    source = f"31.5 C\nSurabaya\nMonday, November 25, 2024\n\nSekda Minta Pegawai Netral\n|\nKamis, 8 Agustus 2024 | 10:15 WIB\n\n{ONE}\n{TWO}"
    title, paragraphs, dropped = read(source)
    assert (title, paragraphs) == ("Sekda Minta Pegawai Netral", [ONE, TWO])
    assert dropped["page-date"] == ["Monday, November 25, 2024"]
    assert dropped["byline"] == ["Kamis, 8 Agustus 2024 | 10:15 WIB"]


def test_repeated_body_goes_and_with_it_the_repeated_dateline() -> None:
    body = f"KUDUS, KABARDESA.ID – {ONE}\n\n{TWO}\n\n{THREE}(eri/art)"
    _title, paragraphs, dropped = read(f"Sekda Minta Pegawai Netral\n\n{body}\n\n{body}\n\nTerpopuler")
    assert paragraphs == [ONE, TWO, THREE]
    assert dropped["dateline"] == ["KUDUS, KABARDESA.ID –"] * 2
    assert dropped["repeated"] == [ONE, TWO, THREE + "(eri/art)"]
    assert dropped["credit"] == ["(eri/art)"]


def test_caption_that_a_paragraph_repeats_in_full() -> None:
    caption = "Pegawai tidak boleh menghadiri kampanye calon mana pun"
    longer = f"Sekda berkata, {caption[0].lower()}{caption[1:]} tanpa cuti."
    title, paragraphs, dropped = read(f"Sekda Minta Pegawai Netral\n|\n{caption}\n{ONE}\n{longer}")
    assert (title, paragraphs, dropped["caption"]) == ("Sekda Minta Pegawai Netral", [ONE, longer], [caption])


def test_credits_and_agency_dateline() -> None:
    source = f"\n\t\tkita wajib netralKudus (ANTARA) - {ONE}\r\n\r\n{TWO}Pewarta: SitiEditor: Budi\t\tCOPYRIGHT © ANTARA 2024"
    title, paragraphs, dropped = read(source)
    assert (title, paragraphs) == (None, [ONE, TWO])
    assert dropped == {
        "pull-quote": ["kita wajib netral"],
        "dateline": ["Kudus (ANTARA) -"],
        "credit": ["Pewarta: Siti", "Editor: Budi", "COPYRIGHT © ANTARA 2024"],
    }


def test_marks_of_markdown_and_chat() -> None:
    source = f"# Sekda Minta Pegawai Netral\n\n**KUDUS** – Sekda berkata *tegas* soal _money politic_ di [laman](https://contoh.id) itu.\n\n![foto](a.jpg) {TWO}"
    assert read(source)[:2] == ("Sekda Minta Pegawai Netral", ["Sekda berkata tegas soal money politic di laman itu.", TWO])


@pytest.mark.parametrize(
    "source", ["Masuk\nKata sandi\nLupa kata sandi?", "Berita Terkini\n- Satu Dua Tiga\n- Empat Lima Enam", "Judul Saja Tanpa Isi", "***"]
)
def test_no_article(source: str) -> None:
    assert read(source)[1] == []


@pytest.mark.parametrize(
    "line",
    [
        "<b>Netral</b> itu wajib bagi semua pegawai.",
        "{{ 7*7 }} itu bukan rumus bagi siapa pun.",
        "[<KPU>] &amp; </para> tetap tercetak apa adanya di sini.",
    ],
)
def test_markup_of_other_languages_is_text(line: str) -> None:
    assert read(f"Sekda Minta Pegawai Netral\n\n{line}\n\n{TWO}")[1] == [line, TWO]


def test_a_quote_behind_a_bare_heading_of_links_is_kept() -> None:
    quote = '"Kita semua wajib menjaga nama baik pemerintah di kantor dan di media sosial, juga sesudah jam kerja," kata Camat Wedung Sri Hartati, Rabu (19/2)'
    _, paragraphs, dropped = read(f"Sekda Minta Pegawai Netral\n\n{ONE}\n\nBaca Juga\n\n{quote}\n\n{THREE}")
    assert paragraphs == [ONE, quote, THREE]
    assert dropped["navigation"] == ["Baca Juga"]
