"""Header lines and front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.reading.header import read_header
from briefing.reading.read import read, texts

if TYPE_CHECKING:
    from briefing.model.article import Article


def fields(view: str) -> dict[str, str]:
    return {found.field: " ".join(found.span.of(view).split()) for found in read_header(view).fields}


def test_any_subset_in_any_order_in_two_languages() -> None:
    view = "\nSumber: Kabar Desa\nJUDUL : Netral: itu wajib\nDate: 2024-11-15\nPenulis:\nTempat: Kota Malang\n\nJudul: bukan\n"
    assert fields(view) == {"outlet": "Kabar Desa", "title": "Netral: itu wajib", "published": "2024-11-15", "place": "Kota Malang"}
    assert view[read_header(view).end :] == "\nJudul: bukan\n"


@pytest.mark.parametrize("view", ["Sekda: Netral itu wajib\n\nIsi.", "Isi berita.\nJudul: bukan\n", "", "http://kabardesa.id\n", "- Judul: satu\n"])
def test_no_header(view: str) -> None:
    assert read_header(view).end == 0


def test_front_matter_with_a_folded_title() -> None:
    view = '---\ntitle: "Rapat Netralitas: Semua Pegawai\n  Wajib Hadir"\ndate: 2024-11-15T00:00:00.000Z\ntags:\n  - satu\n---\n\nIsi.'
    assert fields(view) == {"title": "Rapat Netralitas: Semua Pegawai Wajib Hadir", "published": "2024-11-15T00:00:00.000Z"}
    assert view[read_header(view).end :] == "\n\nIsi."


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert read_header("---\nIsi berita.").end == 0


def article(source: bytes) -> Article:
    return read(*texts(source, "a.txt"))


BODY = "\n\nSekda meminta semua pegawai bersikap netral.\n"
HEADER = "judul: Netral Itu Wajib\nSUMBER :\u00a0Kabar Desa\nTanggal:\u00a0\t     23/10/2024\nurl: kabardesa.id/1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_header_is_read_as_any_editor_saves_it(encoding: str, line_end: str) -> None:
    found = article((HEADER + BODY).replace("\n", line_end).encode(encoding))

    assert (found.title, found.outlet, found.published, found.url) == ("Netral Itu Wajib", "Kabar Desa", "2024-10-23", "https://kabardesa.id/1")
    assert found.text == "Sekda meminta semua pegawai bersikap netral."
    assert found.problems == ()


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("23/10/2024", "2024-10-23"),
        ("23-10-2024", "2024-10-23"),
        ("23.10.2024", "2024-10-23"),
        ("23 Oktober 2024 20.31 WIB", "2024-10-23T20:31+07:00"),
        ("23 oktober 2024, 20:31", "2024-10-23T20:31"),
        ("2024-10-23", "2024-10-23"),
        ("Rabu, 23 Oktober 2024", "2024-10-23"),
        ("RABU 23 OKT 2024", "2024-10-23"),
    ],
)
def test_dates_of_a_header(printed: str, published: str) -> None:
    found = article(f"Judul: A B C\nTanggal: {printed}{BODY}".encode())

    assert (found.published, found.problems) == (published, ())


@pytest.mark.parametrize(
    ("line", "code"),
    [("Tanggal: 31/02/2024", "date-unreadable"), ("Tanggal kejadian: kemarin", "date-unreadable"), ("URL: tidak ada", "address-unreadable")],
)
def test_a_header_line_that_cannot_be_read_is_named(line: str, code: str) -> None:
    found = article(f"\nJudul: A B C\n{line}\nSumber: Kabar Desa{BODY}".encode())
    doubt = next(problem for problem in found.problems if problem.code == code)

    assert doubt.arguments == {"line": 3, "printed": line.split(": ")[1]}
    assert (found.published, found.event_date, found.url, found.outlet) == (None, None, None, "Kabar Desa")


def test_a_line_of_another_kind_ends_no_header_that_goes_on() -> None:
    found = article(f"Judul: A B C\nRubrik: Daerah\nTempat: Kabupaten Pati\nRapat: netral\n\n{BODY}".encode())

    assert (found.title, found.place) == ("A B C", "Kabupaten Pati")
    assert [dropped.span.of(found.source_text) for dropped in found.dropped if dropped.reason == "header"] == [
        "Judul: A B C\nRubrik: Daerah\nTempat: Kabupaten Pati\n"
    ]


@pytest.mark.parametrize(
    "lines", ["Sumber: https://kabardesa.id/1", "URL: <kabardesa.id/1>", "Sumber: https://lain.id/2\nURL: https://kabardesa.id/1"]
)
def test_an_address_is_found_where_it_stands(lines: str) -> None:
    assert article(f"Judul: A B C\n{lines}{BODY}".encode()).url == "https://kabardesa.id/1"


@pytest.mark.parametrize("printed", ["javascript:alert(1)", "file:///C:/rahasia.txt", "lihat kabardesa.id", "kabardesa"])
def test_what_is_no_address_of_the_web_is_none(printed: str) -> None:
    assert article(f"Judul: A B C\nURL: {printed}{BODY}".encode()).url is None


def test_a_header_without_a_text_is_no_article() -> None:
    found = article(b"Judul: A B C\nTanggal: 23/10/2024\n")

    assert (found.title, found.text) == ("A B C", "")
    assert [problem.code for problem in found.problems] == ["not-an-article"]
