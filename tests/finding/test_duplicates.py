"""The same article under two names, and the same story in two papers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.finding.duplicates import duplicates
from briefing.finding.find import find
from briefing.finding.report import findings_json
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.read import read, texts

BODY = "Sekda meminta semua pegawai bersikap netral."
EMPTY = "Masuk\nKata sandi"
STORY = (
    "Sekretaris Daerah Kota Contoh meminta semua pegawai bersikap netral selama masa kampanye pemilihan wali kota berlangsung tahun ini.",
    "Ia menyampaikan hal itu dalam apel pagi di halaman balai kota yang dihadiri para camat dan lurah dari sebelas kecamatan.",
    "Menurut dia, pengawasan dilakukan bersama dengan membuka posko pengaduan di setiap kantor camat sampai akhir bulan depan.",
    "Pegawai yang melanggar akan diperiksa oleh majelis kode etik sebelum dijatuhi hukuman disiplin sesuai dengan peraturan.",
)


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


def copies(*sources: str) -> dict[str, str | None]:
    """Return what each source, a.txt and so on, is found to be a copy of."""
    marked = duplicates([outcome(f"{name}.txt", source) for name, source in zip("abcdef", sources, strict=False)])
    return {each.name: each.findings.copy_of for each in marked if each.findings}


def test_the_fullest_speaks_for_all() -> None:
    short, whole = "\n\n".join(STORY[:3]), "\n\n".join(STORY)

    assert copies(short, whole, short.replace("Menurut dia", "Dikatakannya")) == {"a.txt": "b.txt", "b.txt": None, "c.txt": "b.txt"}


def test_small_changes_make_no_other_story() -> None:
    whole = "\n\n".join(STORY)
    changed = whole.replace("Ia menyampaikan", "Dia mengatakan").replace("Menurut dia", "Katanya").replace("akhir bulan depan", "bulan depan")

    assert copies(whole, changed)["b.txt"] == "a.txt"


def test_a_shared_statement_in_two_reports_makes_them_no_copies() -> None:
    other = "Posko pengaduan dibuka di pasar baru untuk warga yang melihat pegawai ikut berkampanye pada hari kerja maupun hari libur."

    assert copies("\n\n".join(STORY), f"{STORY[0]}\n\n{other}\n\n{other.replace('pasar', 'terminal').replace('warga', 'penumpang')}")["b.txt"] is None


def test_a_chain_of_small_changes_does_not_make_two_stories_one() -> None:
    new = (
        "Hujan deras membuat panitia memindahkan rapat ke gedung olahraga milik provinsi yang baru selesai dibangun bulan lalu.",
        "Peserta dari luar kota diinapkan di asrama haji dan kembali ke daerah masing-masing pada hari berikutnya.",
    )
    first, middle, last = STORY, (*STORY[1:], new[0]), (*STORY[2:], *new)

    assert copies(*("\n\n".join(story) for story in (first, middle, last)))["c.txt"] is None


def test_short_articles_are_one_only_when_they_are_the_same() -> None:
    assert copies(BODY, f"{BODY} Itu saja.") == {"a.txt": None, "b.txt": None}


@given(st.permutations(range(3)))
def test_the_order_of_the_files_changes_nothing(order: list[int]) -> None:
    told = ("\n\n".join(STORY), "\n\n".join(STORY[:3]), "\n\n".join(STORY[1:]))
    found = copies(*(told[number] for number in order))

    assert [name for name, other in found.items() if other is None] == ["abc"[order.index(0)] + ".txt"]
    assert set(found.values()) - {None} == {"abc"[order.index(0)] + ".txt"}
