"""The same article under two names."""

from __future__ import annotations

from briefing.finding.duplicates import duplicates
from briefing.finding.find import find
from briefing.finding.report import findings_json
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.read import read, texts

BODY = "Sekda meminta semua pegawai bersikap netral."
EMPTY = "Masuk\nKata sandi"


def outcome(name: str, source: str) -> Outcome:
    return Outcome(name=name, findings=find(read(*texts(source.encode(), name))))


def marks(*outcomes: Outcome) -> list[str | int | None]:
    found = [[problem.arguments["other"] for problem in marked.problems if problem.code == "duplicate-article"] for marked in duplicates(outcomes)]
    return [others[0] if others else None for others in found]


def test_the_later_one_names_the_first() -> None:
    same_text = f"Judul: Lain\n\n{BODY}\n\nEditor: Budi"

    assert marks(outcome("a.txt", BODY), outcome("b.txt", BODY), outcome("c.txt", same_text)) == [None, "a.txt", "a.txt"]


def test_other_articles_and_failed_ones_are_left_alone() -> None:
    failed = Outcome(name="b.txt", error=BriefingError("empty-file", ExitCode.INPUT_UNREADABLE, file="b.txt"))
    outcomes = (outcome("a.txt", BODY), failed, outcome("c.txt", BODY + " Itu saja."), outcome("d.txt", EMPTY), outcome("e.txt", EMPTY + "\nDaftar"))

    assert duplicates(outcomes) == outcomes


def test_the_findings_file_names_the_first() -> None:
    found = [marked.findings for marked in duplicates([outcome("a.txt", BODY), outcome("b.txt", BODY)]) if marked.findings]

    assert [article["duplicate_of"] for article in findings_json(found)["articles"]] == [None, "a.txt"]
