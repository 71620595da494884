"""The ledger: what it holds is on the disk, one run has it at a time, and what was on its way when a run died is in doubt."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.delivering import ledger as ledgers
from briefing.delivering.ledger import Ledger, Mailing
from briefing.delivering.recipients import Recipient, read_addresses
from briefing.model.problem import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAILING = Mailing(name="apel", pack=Path("paket.pdf"), sha256="a" * 64, list="desa.csv", created="2024-11-02T08:00:00+00:00")
RECIPIENTS = read_addresses([f"warga{number}@contoh.id" for number in range(3)]).recipients


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ledgers.FILE


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path) as opened:
        opened.keep(MAILING, RECIPIENTS)
        yield opened


def states(opened: Ledger) -> list[str]:
    return [each.state for each in opened.deliveries("apel")]


def test_a_mailing_and_its_recipients_in_their_order(ledger: Ledger) -> None:
    assert ledger.mailing("apel") == MAILING
    assert ledger.mailing("lain") is None
    assert [each.recipient.address.spec for each in ledger.deliveries("apel")] == [each.address.spec for each in RECIPIENTS]
    assert states(ledger) == ["queued"] * 3
    assert [found.name for found in ledger.mailings(pack=Path("lain.pdf"), sha256="a" * 64)] == ["apel"]
    assert ledger.mailings(pack=Path("lain.pdf"), sha256="b" * 64) == ()


def test_what_is_marked_is_there_for_the_next_run(path: Path) -> None:
    with Ledger(path) as opened:
        opened.keep(MAILING, RECIPIENTS)
        opened.mark(opened.deliveries("apel")[1], "sent", "2024-11-02T08:01:00+00:00", reply="250 OK", message_id="<a@b>", sha256="c")
    with Ledger(path) as opened:
        found = opened.deliveries("apel")[1]
        assert (found.state, found.reply, found.message_id, found.sha256) == ("sent", "250 OK", "<a@b>", "c")
        assert opened.of_message("<a@b>") == (found,)
        assert opened.of_message("") == ()


def test_a_second_list_adds_and_renews_and_takes_nothing_back(ledger: Ledger) -> None:
    ledger.mark(ledger.deliveries("apel")[0], "sent", "2024-11-02T08:01:00+00:00")
    renewed = [Recipient(address=each.address, name="Baru") for each in RECIPIENTS[:2]]
    ledger.keep(MAILING, [*renewed, *read_addresses(["baru@contoh.id"]).recipients])
    found = {each.recipient.address.local: (each.state, each.recipient.name) for each in ledger.deliveries("apel")}
    assert found == {"warga0": ("sent", ""), "warga1": ("queued", "Baru"), "warga2": ("queued", ""), "baru": ("queued", "")}


def test_a_new_attempt_leaves_the_old_one_as_it_was(ledger: Ledger) -> None:
    first = ledger.mark(ledger.deliveries("apel")[0], "sent", "2024-11-02T08:01:00+00:00", message_id="<1@b>")
    second = ledger.again(first)
    assert (second.attempt, second.state, second.message_id) == (2, "queued", "")
    assert ledger.deliveries("apel")[0] == second
    assert ledger.of_message("<1@b>")[0].state == "sent"
    assert len(ledger.deliveries("apel")) == 3


def test_what_was_on_its_way_is_in_doubt_for_the_next_run(path: Path) -> None:
    with Ledger(path) as opened:
        opened.keep(MAILING, RECIPIENTS)
        opened.mark(opened.deliveries("apel")[1], "sending", "2024-11-02T08:01:00+00:00")
    with Ledger(path) as opened:
        assert states(opened) == ["queued", "uncertain", "queued"]


def test_one_run_has_it_at_a_time(path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "PATIENCE", 0.05)
    with pytest.raises(BriefingError) as caught:
        Ledger(path)
    assert caught.value.code == "ledger-busy"
    assert states(ledger) == ["queued"] * 3


def test_a_full_disk_is_told_and_leaves_the_old_state(path: Path, ledger: Ledger) -> None:
    ledger._run("PRAGMA max_page_count = 1")
    with pytest.raises(BriefingError) as caught:
        ledger.keep(MAILING, read_addresses([f"lain{number}@contoh.id" for number in range(2000)]).recipients)
    assert (caught.value.code, caught.value.arguments["file"]) == ("disk-full", str(path))
    assert states(ledger) == ["queued"] * 3


@pytest.mark.parametrize(("content", "code"), [(b"no ledger" * 500, "ledger-broken"), (None, "ledger-newer")])
def test_a_file_that_is_no_ledger_of_this_version(path: Path, content: bytes | None, code: str) -> None:
    if content:
        path.write_bytes(content)
    else:
        with sqlite3.connect(path) as base:
            base.execute("PRAGMA user_version = 99")
        base.close()
    with pytest.raises(BriefingError) as caught:
        Ledger(path)
    assert caught.value.code == code


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        Ledger(tmp_path / "tiada" / ledgers.FILE)
    assert caught.value.code == "folder-missing"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the files of others apart by their folders")
def test_the_addresses_of_people_are_nobody_elses_to_read(path: Path, ledger: Ledger) -> None:
    assert {file.stat().st_mode & 0o077 for file in path.parent.glob(f"{path.name}*")} == {0}


def test_every_change_is_written_through(ledger: Ledger) -> None:
    assert [ledger._run(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "locking_mode")] == ["wal", 2, "exclusive"]
