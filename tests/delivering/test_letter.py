"""The message: its headers, its attachment byte for byte, and the same bytes for the same letter."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivering import addresses, letter
from briefing.delivering.addresses import Address
from briefing.delivering.letter import Envelope
from briefing.delivering.words import Words
from briefing.model.problem import BriefingError

if TYPE_CHECKING:
    from email.message import EmailMessage

WHEN = datetime(2024, 11, 2, 8, tzinfo=UTC)
PDF = bytes(range(256)) * 40
SENDER = addresses.read("Humas – Kabupaten Contoh <humas@contoh.go.id>")
WORDS = Words(subject="[DRAF] Netralitas – ASN dan Kepala Désa", plain="Yth. Rína\n.\n..\nFrom here\n", html="<p>Yth. Rína</p>\n")


def written(words: Words = WORDS, to: Address | None = None, name: str = "paket.pdf", language: str = "", sender: Address | None = SENDER) -> bytes:
    envelope = Envelope(sender=sender, reply_to=addresses.read("jawab@contoh.go.id"), when=WHEN)
    found = letter.message(words, to or addresses.read("rina@contoh.id", "Rina, S.H."), envelope, "a" * 32, language)
    return letter.with_attachment(found, letter.attachment(PDF, name))


def parsed(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def test_the_headers_of_a_letter() -> None:
    found = parsed(written())
    expected = {
        "From": "Humas – Kabupaten Contoh <humas@contoh.go.id>",
        "To": '"Rina, S.H." <rina@contoh.id>',
        "Reply-To": "jawab@contoh.go.id",
        "Subject": WORDS.subject,
        "Date": "Sat, 02 Nov 2024 08:00:00 +0000",
        "Message-ID": f"<{'a' * 32}@contoh.go.id>",
        "Auto-Submitted": "auto-generated",
        "X-Mailer": "briefing",
        "Content-Language": "id, en",
        "MIME-Version": "1.0",
    }
    assert {name: str(found[name]) for name in expected} == expected
    assert all(len(found.get_all(name, [])) == 1 for name in expected)
    assert parsed(written(language="en"))["Content-Language"] == "en, id"


def test_text_html_and_the_pack_byte_for_byte() -> None:
    found = parsed(written())
    alternative, pdf = found.iter_parts()
    plain, html = alternative.iter_parts()
    assert [part.get_content_type() for part in (found, alternative, plain, html, pdf)] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    assert plain.get_content() == WORDS.plain.replace("\n", "\r\n")
    assert html.get_content() == WORDS.html.replace("\n", "\r\n")
    assert pdf.get_content() == PDF
    assert (pdf.get_filename(), pdf.get_content_disposition()) == ("paket.pdf", "attachment")


def test_a_letter_is_of_seven_bits_in_lines_that_every_server_takes() -> None:
    data = written()
    assert data.isascii()
    assert data.endswith(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_same_letter_has_the_same_bytes() -> None:
    assert written() == written()


def test_an_address_of_another_script_makes_a_letter_of_eight_bits() -> None:
    data = written(to=addresses.read("ανδρέας@contoh.id"))
    assert "To: ανδρέας@contoh.id\r\n".encode() in data


def test_a_letter_without_a_sender_opens_for_sending() -> None:
    found = parsed(written(sender=None))
    assert (found["From"], found["X-Unsent"]) == (None, "1")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("paket.pdf", "paket.pdf"),
        ("Apel Senin, 23 Okt.PDF", "Apel Senin, 23 Okt.pdf"),
        ("Pakét “Désa”.pdf", "Pakét “Désa”.pdf"),
        ('a"b:c|d?.pdf', "a-b-c-d.pdf"),
        ("-..pdf", "paket.pdf"),
        ("p" * 90 + ".pdf", "p" * 55 + ".pdf"),
        ("désa" * 30 + ".pdf", "désa" * 6 + "d.pdf"),
    ],
)
def test_a_name_that_every_system_can_keep_and_every_client_reads(file: str, name: str) -> None:
    found = letter.attachment_name(Path(file))
    assert found == name
    data = written(name=found)
    assert b"filename*0" not in data
    assert next(iter(parsed(data).iter_attachments())).get_filename() == name


@pytest.mark.parametrize("file", ["pa\nket.pdf", "pa\x7fket.pdf", "fdp.\u202etekap.pdf"])
def test_a_name_with_a_control_character_is_refused(file: str) -> None:
    with pytest.raises(BriefingError) as caught:
        letter.attachment_name(Path(file))
    assert caught.value.code == "attachment-name"
    assert str(caught.value.arguments["file"]).isprintable()


WORDLIKE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), min_size=1, max_size=120).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=40, deadline=None)
@given(WORDLIKE, WORDLIKE)
def test_any_words_arrive_as_they_are_and_add_no_header(subject: str, name: str) -> None:
    found = parsed(written(Words(subject=subject, plain=name, html=subject), Address(local="rina", domain="contoh.id", name=name)))
    assert [address.addr_spec for address in found["To"].addresses] == ["rina@contoh.id"]
    assert sorted(found.keys()) == sorted(parsed(written()).keys())
    assert "".join(found["Subject"].split()) == "".join(subject.split())
