"""briefing send and sent: everybody once, nobody by mistake, and a ledger that tells the truth."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from briefing.delivering import outbox
from briefing.delivering.ledger import Ledger
from briefing.model.problem import BriefingError, ExitCode
from tests.delivering.conftest import LIST, PASSWORD, USER, login, server_context

if TYPE_CHECKING:
    from tests.delivering.conftest import Office, Start

ALL = ["rina@contoh.desa.id", "dinas@contoh.go.id", "tono@contoh.desa.id"]


def test_without_send_the_letters_are_written_and_nothing_leaves(office: Office) -> None:
    result = office.send()
    assert result.exit_code == ExitCode.OK, result.output
    assert "Nothing was sent" in result.stdout
    files = sorted(file.name for file in (office.folder / "paket-desa-outbox").iterdir())
    assert files == [f"{number:03d}-{address}.eml" for number, address in enumerate(ALL, 1)]
    assert [address in result.stdout for address in ALL] == [True] * 3
    assert office.box.letters == []
    assert not (office.folder / "mailings.sqlite").exists()


def test_the_outbox_holds_the_letters_of_the_last_run_alone(office: Office) -> None:
    office.send("--outbox", "surat")
    (office.folder / "surat" / "catatan.txt").write_text("milik saya", encoding="utf-8")
    office.run("send", "paket.pdf", "--to", "budi@contoh.id", "--outbox", "surat")
    assert sorted(file.name for file in (office.folder / "surat").iterdir()) == ["001-budi@contoh.id.eml", "catatan.txt"]


def test_of_a_list_of_ten_thousand_the_first_letters_are_written_and_all_are_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "MOST", 3)
    monkeypatch.setattr("briefing.cli.posting.see_words", lambda *_: None)  # that each letter can be filled is shown elsewhere
    monkeypatch.setattr("briefing.cli.send.see_words", lambda *_: None)
    rows = "".join(f"Warga {number};;warga{number}@contoh.id\n" for number in range(10_000))
    (office.folder / "desa.csv").write_text("nama;instansi;surel\n" + rows, encoding="utf-8")
    result = office.send()
    assert result.exit_code == ExitCode.OK
    assert len(list((office.folder / "paket-desa-outbox").iterdir())) == 3
    assert "The other 9997 letters are not written down" in result.stdout
    assert "and 9940 more" in result.stdout


def test_everybody_gets_the_pack_once_and_alone(office: Office, pdf: bytes) -> None:
    result = office.send("--send", input="y\n")
    assert result.exit_code == ExitCode.OK, result.output
    assert "Send paket.pdf to 3 recipients, from Humas Contoh <humas@contoh.go.id>?" in result.stderr
    assert office.box.recipients == ALL
    for number, address in enumerate(ALL):
        message = office.box.message(number)
        assert [to.addr_spec for to in message["To"].addresses] == [address]
        assert next(iter(message.iter_attachments())).get_content() == pdf
        assert not any(other in office.box.letters[number][1].decode() for other in ALL if other != address)
    assert office.states() == dict.fromkeys(ALL, "sent")
    assert "paket-desa: sent to 3 of 3" in result.stdout


def test_a_second_run_sends_to_nobody_and_a_longer_list_to_the_new_one(office: Office) -> None:
    office.send("--send", "--yes")
    assert office.send("--send").exit_code == ExitCode.OK
    (office.folder / "desa.csv").write_text(LIST + ";;baru@contoh.id\n", encoding="utf-8")
    office.send("--send", "--yes")
    assert office.box.recipients == [*ALL, "baru@contoh.id"]


def test_no_is_no(office: Office) -> None:
    refused = office.send("--send", input="n\n")
    assert (refused.exit_code, "Nothing was sent." in refused.stderr, "Stopped" in refused.stderr) == (ExitCode.INTERRUPTED, True, False)
    assert office.box.letters == []
    assert office.states() == {}


def test_a_draft_is_asked_about_again(office: Office, draft: bytes) -> None:
    (office.folder / "paket.pdf").write_bytes(draft)
    assert office.send("--send", input="y\nn\n").exit_code == ExitCode.INTERRUPTED
    assert office.box.letters == []
    result = office.send("--send", "--yes")
    assert "paket.pdf is a DRAFT" in result.stderr
    assert str(office.box.message()["Subject"]).startswith("[DRAF] ")


def test_one_letter_to_oneself(office: Office) -> None:
    result = office.send("--test", "humas@contoh.go.id")
    assert result.exit_code == ExitCode.OK, result.output
    assert office.box.recipients == ["humas@contoh.go.id"]
    assert str(office.box.message()["Subject"]).startswith("[UJI] ")
    assert "Desa Contoh" in office.box.message().get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert not (office.folder / "mailings.sqlite").exists()
    office.box.answers["x@y.id"] = ["550 no"]
    assert "was refused (550 no)" in office.send("--test", "x@y.id").stderr


def test_a_refused_one_and_one_put_off(office: Office) -> None:
    office.box.answers = {ALL[0]: ["550 no such user"], ALL[1]: ["451 later"] * 9, ALL[2]: ["451 later"]}
    result = office.send("--send", "--yes")
    assert result.exit_code == ExitCode.SENT_IN_PART
    assert "sent 1, refused 1, put off 1, in doubt 0" in result.stderr
    assert office.states() == dict(zip(ALL, ("refused", "deferred", "sent"), strict=True))
    office.box.answers = {}
    office.send("--send", "--yes")
    assert office.states() == dict(zip(ALL, ("refused", "sent", "sent"), strict=True))
    assert sorted(office.box.recipients) == sorted(ALL[1:])


def test_a_server_that_closes_and_opens_again(office: Office) -> None:
    office.box.answers = {"MAIL": ["421 closing", "421 closing"], "DATA": ["421 closing"]}
    assert office.send("--send", "--yes").exit_code == ExitCode.OK
    assert sorted(office.box.recipients) == sorted(ALL)
    assert office.box.connections > 2


def test_a_server_that_takes_nothing_from_this_account(office: Office) -> None:
    office.box.answers = {"MAIL": ["550 not yours"]}
    result = office.send("--send", "--yes")
    assert (result.exit_code, "takes nothing from humas@contoh.go.id" in result.stderr) == (ExitCode.NETWORK, True)
    assert set(office.states().values()) == {"queued"}


def test_a_server_that_is_gone_leaves_all_in_the_queue(office: Office) -> None:
    office.settings(port=1)
    result = office.send("--send", "--yes")
    assert result.exit_code == ExitCode.NETWORK
    assert set(office.states().values()) == {"queued"}
    office.settings()
    assert office.run("sent", "paket-desa", "--resume", "--yes").exit_code == ExitCode.OK
    assert office.box.recipients == ALL


def test_a_letter_that_the_server_would_not_take_is_not_sent_to_anybody(office: Office, start: Start) -> None:
    box, port = start(data_size_limit=10_000)
    office.settings(port=port)
    result = office.send("--send", "--yes")
    assert (result.exit_code, "takes 0.0 MB" in result.stderr) == (ExitCode.NETWORK, True)
    assert box.letters == []


def doubt(office: Office, monkeypatch: pytest.MonkeyPatch, number: int = 0) -> None:
    """Send, and let the run die when the server has one letter and its answer is not yet written down."""
    mark = Ledger.mark

    def dying(self: Ledger, delivery: Any, state: Any, at: str, **known: str) -> Any:
        if state == "sent" and delivery.recipient.address.spec == ALL[number]:
            raise KeyboardInterrupt
        return mark(self, delivery, state, at, **known)

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "mark", dying)
        office.send("--send", "--yes")


def test_a_letter_in_doubt_is_not_sent_again_without_a_word(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(office, monkeypatch)
    assert office.states()[ALL[0]] == "uncertain"
    result = office.send("--send", "--yes")
    assert (result.exit_code, "in doubt 1" in result.stderr) == (ExitCode.SENT_IN_PART, True)
    asked = office.send("--send", input="n\n")
    assert f"{ALL[0]} may have got it already" in asked.stderr
    assert office.box.recipients == ALL


def test_a_letter_in_doubt_goes_out_again_under_its_old_name(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(office, monkeypatch)
    office.send("--send", "--yes")
    assert office.run("sent", "paket-desa", "--resume", input="y\n").exit_code == ExitCode.OK
    assert office.box.recipients == [*ALL, ALL[0]]
    assert office.box.message(0)["Message-ID"] == office.box.message(3)["Message-ID"]


def test_a_letter_that_arrived_is_in_doubt_no_more(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(office, monkeypatch)
    office.send("--send", "--yes")
    assert office.run("sent", "paket-desa", "--arrived", ALL[0]).exit_code == ExitCode.OK
    assert set(office.states().values()) == {"sent"}


def test_once_more_to_one_is_a_new_letter(office: Office) -> None:
    office.send("--send", "--yes")
    assert office.run("sent", "paket.pdf", "--again", f"Rina <{ALL[0]}>", input="y\n").exit_code == ExitCode.OK
    assert office.box.recipients == [*ALL, ALL[0]]
    assert office.box.message(0)["Message-ID"] != office.box.message(3)["Message-ID"]


def test_once_more_after_no_changes_nothing(office: Office) -> None:
    office.send("--send", "--yes")
    office.run("sent", "paket.pdf", "--again", ALL[0], input="n\n")
    assert (office.states()[ALL[0]], len(office.box.letters)) == ("sent", 3)


@pytest.mark.parametrize(("answer", "again"), [("rest\ny\n", []), ("all\ny\n", ALL)])
def test_a_new_version_of_the_pack_asks_what_to_do(office: Office, pdf: bytes, answer: str, again: list[str]) -> None:
    office.send("--send", "--yes")
    (office.folder / "paket.pdf").write_bytes(pdf + b"\n% new\n")
    (office.folder / "desa.csv").write_text(LIST + ";;baru@contoh.id\n", encoding="utf-8")
    assert office.send("--send", "--yes").exit_code == ExitCode.USAGE
    assert office.send("--send", input="stop\n").exit_code == ExitCode.INTERRUPTED
    assert len(office.box.letters) == 3
    assert office.send("--send", input=answer).exit_code == ExitCode.OK
    assert sorted(office.box.recipients) == sorted([*ALL, *again, "baru@contoh.id"])


def test_another_mailing_of_the_same_pack(office: Office) -> None:
    office.send("--send", "--yes")
    office.send("--send", "--yes", "--mailing", "kedua")
    assert office.box.recipients == ALL * 2
    assert "kedua: sent to 3 of 3" in office.run("sent").stdout
    assert office.run("sent", "paket.pdf").exit_code == ExitCode.USAGE


def test_a_pack_that_was_replaced_is_not_sent_in_its_name(office: Office, pdf: bytes) -> None:
    office.box.answers = {ALL[0]: ["451 later"] * 9}
    office.send("--send", "--yes")
    (office.folder / "paket.pdf").write_bytes(pdf + b"\n")
    result = office.run("sent", "paket-desa", "--resume", "--yes")
    assert (result.exit_code, "is not the pack of" in result.stderr) == (ExitCode.USAGE, True)


def test_who_did_not_get_it_as_a_list(office: Office) -> None:
    office.box.answers = {ALL[0]: ["550 no such user"]}
    office.send("--send", "--yes")
    assert office.run("sent", "paket-desa", "--undelivered", "belum.csv").exit_code == ExitCode.SENT_IN_PART
    office.run("send", "paket.pdf", "--to", "belum.csv", "--send", "--yes")
    assert office.box.recipients == [*ALL[1:], ALL[0]]


def test_a_delivery_report_marks_the_ledger(office: Office) -> None:
    office.send("--send", "--yes")
    identity = office.box.message(0)["Message-ID"]
    report = (
        (Path(__file__).parent / "test_reports.py")
        .read_text(encoding="utf-8")
        .split('"""')[3]
        .format(action="failed", returned=f"Content-Type: text/rfc822-headers\n\nMessage-ID: {identity}\n")
    )
    (office.folder / "laporan").mkdir()
    (office.folder / "laporan" / "a.eml").write_text(report, encoding="utf-8")
    (office.folder / "laporan" / "b.eml").write_text("Subject: x\n\n", encoding="utf-8")
    result = office.run("sent", "paket-desa", "--report", "laporan")
    assert "a.eml: noted" in result.stdout
    assert office.states()[ALL[0]] == "refused"


def test_protected_copies_open_with_their_own_password_alone(office: Office) -> None:
    office.box.answers = {ALL[1]: ["451 later"] * 9}
    office.send("--send", "--yes", "--protect")
    office.box.answers = {}
    office.send("--send", "--yes")
    rows = [line.split(";") for line in (office.folder / "paket-desa-sandi.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    passwords = {row[0]: row[3] for row in rows}
    assert len({*passwords.values()}) == 3
    for number, address in enumerate(office.box.recipients):
        reader = pypdf.PdfReader(io.BytesIO(next(iter(office.box.message(number).iter_attachments())).get_content()))
        assert [reader.decrypt(password) != 0 for password in passwords.values()] == [to == address for to in passwords]
        assert not any(password.encode() in office.box.letters[number][1] for password in passwords.values())


def test_the_report_for_machines(office: Office) -> None:
    assert json.loads(office.send("--send", "--json").stdout)["error"]["code"] == "send-needs-yes"
    report = json.loads(office.send("--send", "--yes", "--json").stdout)
    assert [row["state"] for row in report["mailing"]["recipients"]] == ["sent"] * 3
    assert datetime.fromisoformat(report["mailing"]["recipients"][0]["at"]).tzinfo
    assert json.loads(office.run("sent", "paket-desa", "--json").stdout)["mailing"]["name"] == "paket-desa"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--to", "tiada.csv"), "missing-file"),
        (("--to", "rina@"), "recipient-address"),
        (("--to", "rina@contoh.id", "--mailing", "a/b"), "mailing-name"),
        (("--to", "rina@contoh.id", "--mailing", "a\nb"), "mailing-name"),
        (("--to", "rina@contoh.id", "--mailing", ".."), "mailing-name"),
        (("--to", "paket.pdf"), "list-encoding"),
    ],
)
def test_what_cannot_be_sent(office: Office, arguments: tuple[str, ...], code: str) -> None:
    assert json.loads(office.run("send", "paket.pdf", *arguments, "--json").stdout)["error"]["code"] == code


def test_no_account_no_ledger_no_mailing(office: Office) -> None:
    assert "there is no ledger yet" in office.run("sent").stderr
    office.send("--send", "--yes")
    assert "there is no mailing “lain” (known: paket-desa)" in office.run("sent", "lain").stderr
    assert "is no recipient of" in office.run("sent", "paket-desa", "--again", "x@y.id", "--yes").stderr
    (office.folder / "briefing.toml").unlink()
    assert "no mail account is set up" in office.send("--send", "--yes").stderr
    assert office.send().exit_code == ExitCode.OK
    draft = message_from_bytes(next((office.folder / "paket-desa-outbox").iterdir()).read_bytes(), policy=policy.default)
    assert draft["X-Unsent"] == "1"


def test_a_faulty_list_sends_nothing(office: Office) -> None:
    (office.folder / "desa.csv").write_text(LIST + 'X;;"x@y.id\nBcc: semua@contoh.id"\n', encoding="utf-8")
    assert office.send("--send", "--yes").exit_code == ExitCode.USAGE
    assert office.box.letters == []


def test_a_letter_of_ones_own_that_asks_for_what_the_list_lacks(office: Office) -> None:
    (office.folder / "kami" / "letter").mkdir(parents=True)
    (office.folder / "kami" / "letter" / "letter.txt").write_text("{{ recipient.camat }}", encoding="utf-8")
    settings = office.folder / "briefing.toml"
    settings.write_text('profile = "kami"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    result = office.send("--send", "--yes")
    assert result.exit_code == ExitCode.USAGE
    assert [f"line {line} of the list" in result.stderr for line in (2, 3, 4)] == [True] * 3
    assert office.box.letters == []


def test_a_full_disk_stops_the_mailing_before_the_letter_and_the_ledger_is_right(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    run, letters = Ledger._run, office.box.letters

    def full(self: Ledger, statement: str, values: tuple[Any, ...] = ()) -> Any:
        if statement.startswith("UPDATE delivery SET state = ?") and len(letters) == 1:
            raise BriefingError("disk-full", ExitCode.CANNOT_WRITE, file="mailings.sqlite")
        return run(self, statement, values)

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "_run", full)
        assert office.send("--send", "--yes").exit_code == ExitCode.CANNOT_WRITE
    assert office.box.recipients == ALL[:1]
    assert office.states() == dict(zip(ALL, ("uncertain", "queued", "queued"), strict=True))


@pytest.mark.skipif(not Path("/dev/full").exists() or os.name == "nt", reason="limits the size of files as Unix does")
def test_an_outbox_that_does_not_fit(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = office.send()
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert list((office.folder / "paket-desa-outbox").iterdir()) == []


def test_the_account_is_tried_without_sending(office: Office, start: Start, trusted: Path) -> None:
    assert f"Mail account: ready (localhost:{office.port}, " in office.run("doctor", "--mail").stdout
    box, port = start(tls_context=server_context(trusted), auth_required=True, authenticator=login)
    office.settings(port=port, security="starttls", user=USER)
    found = office.run("doctor", "--mail").stdout
    assert ("TLSv1." in found, box.letters, office.box.letters) == (True, [], [])
    assert "NOT READY" in office.run("doctor", "--mail", env={"BRIEFING_MAIL_PASSWORD": "salah"}).stdout
    assert "Mail account" not in office.run("doctor").stdout


def test_the_password_comes_from_a_command_the_environment_the_keyring_or_is_typed(
    office: Office, start: Start, trusted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _box, port = start(tls_context=server_context(trusted), auth_required=True, authenticator=login)
    office.settings(port=port, security="starttls", user=USER)
    script = office.folder / "sandi.py"
    script.write_text(f"import sys; sys.stdout.reconfigure(encoding='utf-8'); print({PASSWORD!r})", encoding="utf-8")
    wrong = {"BRIEFING_MAIL_PASSWORD": "salah"}
    assert office.send("--test", USER, "--password-command", f'"{sys.executable}" sandi.py', env=wrong).exit_code == ExitCode.OK
    monkeypatch.delenv("BRIEFING_MAIL_PASSWORD")
    monkeypatch.setattr("briefing.cli.mail._kept", lambda _account: "")
    typed = office.send("--test", USER, input=PASSWORD + "\n")
    assert (typed.exit_code, PASSWORD in typed.output) == (ExitCode.OK, False)
    kept = {("briefing", f"{USER}@localhost"): PASSWORD}
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda service, user: kept.get((service, user))))
    monkeypatch.chdir(office.folder)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    assert office.send("--test", USER).exit_code == ExitCode.OK
    assert not [file for file in office.folder.rglob("*") if file.is_file() and file != script and PASSWORD.encode() in file.read_bytes()]


def test_a_mailing_keeps_to_the_pace_of_the_account(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    office.settings(per_minute=30)
    office.send("--send", "--yes")
    assert waited == [2.0, 2.0]
