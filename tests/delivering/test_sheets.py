"""The tables that a mailing writes: lists again, and nothing that a spreadsheet would run."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest

from briefing.delivering.ledger import Delivery
from briefing.delivering.recipients import read_list
from briefing.delivering.sheets import begins, passwords, undelivered
from briefing.messages import use

if TYPE_CHECKING:
    from pathlib import Path

LIST = b"surel;nama;instansi;bahasa;telepon\nrina@x.id;Rina;@desa;en;+62 812\nbudi@x.id;Budi;;;\ntono@x.id;Tono;;id;-\n"
RECIPIENTS = read_list(LIST, "a.csv").recipients


def test_those_who_did_not_get_it_are_a_list_again() -> None:
    states = ("refused", "sent", "queued")
    deliveries = [Delivery(mailing="a", recipient=each, state=state, reply="550 =no") for each, state in zip(RECIPIENTS, states, strict=True)]  # type: ignore[arg-type]
    data = undelivered(deliveries)
    assert data.startswith(b"\xef\xbb\xbfemail;name;office;language;telepon;state;reply\r\n")
    assert b";'@desa;" in data
    found = read_list(data, "belum.csv").recipients
    assert [(each.address, each.name, each.language) for each in found] == [
        (each.address, each.name, each.language) for each in (RECIPIENTS[0], RECIPIENTS[2])
    ]
    assert found[0].fields == {"telepon": "+62 812", "state": "refused", "reply": "550 =no"}


def test_the_headings_are_in_the_language_in_use_and_read_in_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "id")  # taken back at the end
    deliveries = [Delivery(mailing="a", recipient=RECIPIENTS[0], state="refused", reply="550")]
    use("id")
    indonesian = undelivered(deliveries)
    use("en")
    again = read_list(indonesian, "belum.csv").recipients
    assert indonesian.startswith(b"\xef\xbb\xbfsurel;nama;instansi;bahasa;telepon;status_kirim;jawaban_server\r\n")
    assert [each.address for each in again] == [RECIPIENTS[0].address]
    assert indonesian.startswith(begins()[-1])

    english = undelivered([Delivery(mailing="b", recipient=again[0], state="deferred", reply="451")])
    assert english.splitlines()[0].endswith(b";telepon;state;reply")


def test_passwords_are_kept_and_new_ones_added(tmp_path: Path) -> None:
    path, numbers = tmp_path / "sandi.csv", count()
    first = passwords(path, RECIPIENTS[:2], lambda: f"p{next(numbers)}")
    assert first == {"rina@x.id": "p0", "budi@x.id": "p1"}
    assert passwords(path, RECIPIENTS, lambda: f"p{next(numbers)}") == {**first, "tono@x.id": "p2"}
    assert passwords(path, RECIPIENTS[:1], lambda: "never")["tono@x.id"] == "p2"
    assert path.read_text(encoding="utf-8-sig").splitlines()[0] == "email;name;office;password"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the files of others apart by their folders")
def test_the_passwords_are_their_owners_alone_to_read(tmp_path: Path) -> None:
    path = tmp_path / "sandi.csv"
    passwords(path, RECIPIENTS[:1], lambda: "x")
    passwords(path, RECIPIENTS, lambda: "x")
    assert path.stat().st_mode & 0o777 == 0o600
