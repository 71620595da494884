"""Mails: the message, what was forwarded in it, and what is attached to it."""

from __future__ import annotations

import contextlib
import textwrap
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.problem import BriefingError
from briefing.reading.layout import Text
from briefing.reading.read import opened, read
from tests.reading.documents import docx, mail, pdf
from tests.reading.pages import ARTICLE, TITLE, paragraphs

if TYPE_CHECKING:
    from briefing.model.article import Article

NEWS = "\n\n".join((TITLE, *ARTICLE))
NOTE = "Yth. redaksi,\n\nTerlampir rilis hari ini. Terima kasih.\n"


def names(data: bytes) -> list[str]:
    return [found.source.name if isinstance(found, Text) else f"{found.code} {found.arguments['file']}" for found in opened(data, "surel.eml")]


def message(data: bytes) -> Article:
    found = opened(data, "surel.eml")[0]
    assert isinstance(found, Text)
    return read(found)


def evidence(article: Article) -> dict[str, tuple[str, str]]:
    return {found.field: (found.how, found.span.of(article.source_text)) for found in article.evidence}


def test_a_mail_is_an_article() -> None:
    article = message(mail(NEWS, Subject="Fwd: Rilis", Date="Tue, 15 Oct 2024 08:00:00 +0700"))

    assert article.title == TITLE
    assert article.text.endswith(ARTICLE[-1])
    assert (article.source.name, article.source.media_type) == ("surel.eml", "message/rfc822")


def test_the_header_counts_where_the_text_says_nothing() -> None:
    article = message(
        mail("\n\n".join(ARTICLE), Subject="Fwd: Re: Apel Pagi di Jambi", Date="Tue, 15 Oct 2024 08:00:00 +0700", From="A <a@antaranews.com>")
    )

    assert (article.title, article.published, article.outlet) == ("Apel Pagi di Jambi", "2024-10-15T08:00+07:00", "ANTARA")
    assert [(problem.code, problem.arguments) for problem in article.problems] == [("date-of-mail", {"printed": "2024-10-15"})]
    assert evidence(article)["title"] == ("mail", "Apel Pagi di Jambi")
    dated = message(mail(f"{TITLE}\n\nSenin, 14 Oktober 2024 | 10:15 WIB\n\n" + "\n\n".join(ARTICLE), Date="Tue, 15 Oct 2024 08:00:00 +0700"))
    assert (dated.published, dated.problems) == ("2024-10-14T10:15+07:00", ())


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\nDari: ANTARA <berita@antaranews.com>\nDate: Sen, 14 Okt 2024 pukul 10.15\nSubject: {}\nTo: <a@contoh.test>\n",
        "________________________________\nDari: ANTARA <berita@antaranews.com>\nDikirim: Senin, 14 Oktober 2024 10:15\nKepada: Humas\nSubjek: Fwd: {}\n",
        "-----Pesan Asli-----\n*From:* ANTARA\n*Sent:* 14 October 2024 10:15\n*To:* Humas\n*Subject:* {}\n",
    ],
    ids=["gmail", "outlook", "bold"],
)
@pytest.mark.parametrize("mark", ["", "> "])
def test_a_forwarded_message_is_read_with_its_header(header: str, mark: str) -> None:
    forwarded = "".join(f"{mark}{line}\n" for line in (header.format(TITLE) + "\n" + "\n\n".join(ARTICLE)).split("\n"))
    article = message(
        mail(f"Mohon dimuat dalam paket, terima kasih banyak.\n\n{forwarded}", Subject="Fwd: lain", Date="Thu, 17 Oct 2024 08:00:00 +0700")
    )

    assert article.text.startswith("Sekretaris Daerah meminta")
    assert "Mohon dimuat" not in article.text
    assert (article.title, (article.published or "")[:10]) == (TITLE, "2024-10-14")


def test_what_was_answered_and_the_signature_are_no_article() -> None:
    article = message(
        mail(NEWS + "\n\nPada Sen, 14 Okt 2024, Humas menulis:\n> Kalimat lama yang dikutip dari surel sebelumnya.\n", Subject="Re: Rilis")
    )
    assert "Kalimat lama" not in article.text
    article = message(mail(NEWS + "\n-- \nKalimat penutup dari kantor humas yang selalu sama.\n"))
    assert "penutup" not in article.text
    assert article.dropped[-1].reason == "signature"


def test_lines_broken_by_the_mail_program_are_joined() -> None:
    broken = "\n".join(line for paragraph in NEWS.split("\n\n") for line in [*textwrap.wrap(paragraph, 72), ""])
    assert message(mail(broken)).text == message(mail(NEWS)).text


def test_a_mail_that_is_a_web_page_alone_is_read() -> None:
    page = EmailMessage(policy=SMTP)
    page["From"] = "a@contoh.test"
    page.set_content(f"<html><body><h1>{TITLE}</h1>{paragraphs()}</body></html>", subtype="html")
    article = message(page.as_bytes())
    assert (article.title, article.text.count("Siti Aminah")) == (TITLE, 1)


def test_attached_files_are_articles_of_their_own() -> None:
    data = mail(
        NEWS * 2, [("rilis.docx", docx([TITLE, *ARTICLE])), ("rilis.pdf", pdf("\n\n".join([TITLE, *ARTICLE]).split("\n"))), ("foto.jpg", b"\xff\xd8")]
    )
    found = opened(data, "surel.eml")

    assert names(data) == ["surel.eml#1", "surel.eml#2 rilis.docx", "surel.eml#3 rilis.pdf"]
    assert [text.part for text in found if isinstance(text, Text)] == [1, 2, 3]
    assert {read(text).text for text in found[1:] if isinstance(text, Text)} == {message(mail(NEWS)).text}


def test_a_note_above_an_attached_file_is_no_article() -> None:
    assert names(mail(NOTE, [("rilis.docx", docx([TITLE, *ARTICLE]))])) == ["surel.eml#2 rilis.docx"]
    assert names(mail(NOTE, [("foto.jpg", b"\xff\xd8")])) == ["surel.eml#1"]
    assert names(mail(NOTE)) == ["surel.eml"]


def test_two_files_of_one_name_are_told_apart() -> None:
    data = mail(NOTE, [("rilis.docx", docx([TITLE, *ARTICLE])), ("rilis.docx", docx(["Lain", *ARTICLE]))])
    assert names(data) == ["surel.eml#2 rilis.docx", "surel.eml#3 rilis.docx"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/rilis.txt", "rilis.txt"), ("C:\\Users\\a\\rilis.txt", "rilis.txt"), ("..txt", "lampiran"), ("a\x1b[31m.txt", "a<U+001B>[31m.txt")],
)
def test_the_name_of_an_attached_file_leads_nowhere(given: str, kept: str) -> None:
    raw = (
        b'From: a@contoh.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        + NEWS.encode()
        + b'\r\n--b\r\nContent-Type: text/plain; charset="utf-8"\r\nContent-Disposition: attachment; filename="'
        + given.replace("\\", "\\\\").encode()
        + b'"\r\n\r\n'
        + NEWS.encode()
        + b"\r\n--b--\r\n"
    )
    assert any(name == f"surel.eml#2 {kept}" for name in names(raw)) or kept == "lampiran"
    assert all("/" not in name and "\\" not in name and "\n" not in name for name in names(raw))


def test_a_line_end_in_a_name_is_printed_as_its_number() -> None:
    encoded = "=?utf-8?Q?rilis=0AError=3A_palsu=2Etxt?="
    raw = mail(NEWS * 2, [("x.txt", NEWS.encode())]).replace(b'filename="x.txt"', f'filename="{encoded}"'.encode())
    assert all("\n" not in name for name in names(raw))


def test_what_keeps_one_file_out_costs_no_other() -> None:
    data = mail(NOTE, [("a.docx", b"rusak"), ("b.doc", b"\xd0\xcf"), ("c.docx", docx([TITLE, *ARTICLE])), ("d.txt", b"")])
    assert names(data) == [
        "docx-broken surel.eml#2 a.docx",
        "word-old surel.eml#3 b.doc",
        "surel.eml#4 c.docx",
        "empty-file surel.eml#5 d.txt",
    ]


def test_a_mail_attached_to_a_mail_is_read_with_its_files() -> None:
    inner = EmailMessage(policy=SMTP)
    inner["Subject"], inner["From"] = "Dalam", "a@contoh.test"
    inner.set_content(NEWS)
    inner.add_attachment(docx([TITLE, *ARTICLE]), maintype="application", subtype="octet-stream", filename="rilis.docx")
    outer = EmailMessage(policy=SMTP)
    outer["Subject"], outer["From"] = "Luar", "b@contoh.test"
    outer.set_content(NOTE)
    outer.add_attachment(inner)
    assert names(outer.as_bytes()) == ["surel.eml#2", "surel.eml#3 rilis.docx"]


def refused(data: bytes) -> str:
    with pytest.raises(BriefingError) as caught:
        opened(data, "surel.eml")
    return caught.value.code


def test_what_is_no_mail_is_told() -> None:
    assert refused(b"") == "empty-file"
    assert refused(b"\x00\x01\x02") == "mail-empty"
    assert refused(mail("")) == "mail-empty"
    assert refused(bytes(20_000_001)) == "too-large"


def test_a_mail_cut_off_gives_what_is_there() -> None:
    data = mail(NEWS * 3)
    assert message(data[: len(data) // 2]).text.startswith("Sekretaris Daerah")


def test_messages_within_messages_are_bounded() -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{depth}"\r\n\r\n--b{depth}\r\n' for depth in range(3_000))
    with pytest.raises(BriefingError) as caught:
        opened(f"From: a@contoh.test\r\nMIME-Version: 1.0\r\n{parts}\r\nIsi.".encode(), "surel.eml")
    assert caught.value.code in {"mail-broken", "mail-empty"}
    many = mail(NEWS, [(f"{number}.txt", NEWS.encode()) for number in range(150)])
    assert len(opened(many, "surel.eml")) == 100


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(BriefingError):
        assert opened(b"From: a@contoh.test\r\n" + data, "surel.eml")
