"""Delivery reports: which letter they are about, and what they mark in the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivering.ledger import Ledger, Mailing
from briefing.delivering.recipients import read_addresses
from briefing.delivering.reports import read, settle

REPORT = """From: Mail Delivery System <Mailer-Daemon@contoh.go.id>
To: humas@contoh.go.id
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain

Could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.contoh.go.id

Final-Recipient: rfc822; rina@contoh.id
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <rina@contoh.id>: Recipient
 address rejected

--b
{returned}
--b--
"""
WHOLE = "Content-Type: message/rfc822\n\nMessage-ID: <abc@contoh.go.id>\nSubject: Paket\n\nIsi"
HEADERS = "Content-Type: text/rfc822-headers\n\nMessage-ID: <abc@contoh.go.id>\nSubject: Paket\n"


@pytest.mark.parametrize("returned", [WHOLE, HEADERS])
@pytest.mark.parametrize(
    ("action", "state", "count"), [("failed", "refused", 1), ("Failed", "refused", 1), ("delivered", "sent", 1), ("delayed", "uncertain", 0)]
)
def test_a_report_marks_the_letter_that_it_is_about(tmp_path: Path, returned: str, action: str, state: str, count: int) -> None:
    with Ledger(tmp_path / "l.sqlite") as ledger:
        ledger.keep(
            Mailing(name="a", pack=Path("p"), sha256="", list="", created=""), read_addresses(["rina@contoh.id", "budi@contoh.id"]).recipients
        )
        ledger.mark(ledger.deliveries("a")[0], "uncertain", "", message_id="<abc@contoh.go.id>")
        assert settle(ledger, read(REPORT.format(action=action, returned=returned).encode()), "2024-11-02T08:00:00+00:00") == count
        found = ledger.deliveries("a")
    assert [each.state for each in found] == [state, "queued"]
    if count:
        assert found[0].reply == "550 5.1.1 <rina@contoh.id>: Recipient address rejected"


@pytest.mark.parametrize(
    "data",
    [b"", b"Subject: Halo\n\nMessage-ID: <abc@contoh.go.id>", REPORT.format(action="failed", returned="Content-Type: text/plain\n\nx").encode()],
)
def test_a_message_that_reports_nothing(data: bytes) -> None:
    assert read(data) == ()


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_any_message_is_read(data: bytes) -> None:
    read(data)
    read(REPORT.format(action="failed", returned=WHOLE).encode()[:500] + data)
