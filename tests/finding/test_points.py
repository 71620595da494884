from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import intake
from briefing.finding.points import match_points, points_at
from briefing.lexicon.load import table
from briefing.model.span import Span
from briefing.reading import read as reading
from tests.bench.points import Tally

DATA = Path(__file__).parents[1] / "data" / "points"
SEEDS = Path(__file__).parents[2] / "seeds"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "articles"
ENTRIES = table("id/points.toml")["point"]
REVERSALS = json.loads((DATA / "reversals.json").read_text(encoding="utf-8"))


def made(words: str, context: str = "") -> set[str]:
    return {match.point for match in match_points(words, context)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_examples_make_their_statement(entry: dict[str, Any]) -> None:
    assert [example for example in entry["examples"] if entry["id"] not in made(example)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_counter_examples_and_reversals_do_not(entry: dict[str, Any]) -> None:
    others = [other["text"] for other in entry["counter_examples"]] + entry.get("reversals", [])
    assert [other for other in others if entry["id"] in made(other)] == []


@pytest.mark.parametrize("words", REVERSALS)
def test_what_is_reversed_asked_imagined_reported_or_said_of_others_makes_no_statement(words: str) -> None:
    assert match_points(words, words) == ()


def test_the_words_that_decided_are_told_in_their_order() -> None:
    (match,) = match_points("Camat meminta semua pegawai tidak memihak.")
    assert (match.point, match.words) == ("take-no-side", ("meminta", "tidak", "memihak"))
    (match,) = match_points("PNS tidak boleh memihak.")
    assert match.words == ("tidak boleh", "memihak")


def test_a_demand_addresses_all_of_a_list() -> None:
    everybody = {"stay-neutral", "tni-polri-neutral", "village-neutral"}
    assert made("ASN, anggota TNI/Polri, kepala desa, dan perangkat desa diimbau tetap netral.") == everybody


def test_the_paragraph_tells_whom_a_demand_without_subject_addresses() -> None:
    words = "Jangan memihak."
    assert made(words, f"Para kades hadir. {words}") == {"village-neutral"}
    assert made(words, f"ASN hadir bersama para kades. {words}") == {"take-no-side", "village-neutral"}
    assert made(words, f"Rapat dihadiri pegawai. {words}") == {"take-no-side"}


def test_general_demands_outside_any_election_make_no_statement() -> None:
    words = "Petugas harus bekerja profesional."
    assert made(words, words) == set()


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("Perangkat desa ikut kampanye? Jangan.", {"village-campaign"}),
        ("Perangkat desa ikut kampanye? Banyak.", set()),
        ("Kalau ada pegawai yang memihak, itu tidak boleh.", {"take-no-side"}),
        ("Kalau PNS tidak boleh ikut kampanye.", {"campaign-participation"}),
        ("Kalau PNS tidak boleh ikut kampanye, siapa yang boleh.", set()),
        ("ASN jangan memihak, tidak mengajak warga memilih calon.", {"take-no-side", "partial-activity"}),
        ("Para guru agar tidak memihak.", {"take-no-side"}),
        ("ASN dapat mendampingi istri yang menjadi calon, asal tidak ikut kampanye.", {"spouse-candidate"}),
        ("Setelah kasus itu ramai, ASN diminta tidak memihak.", {"take-no-side"}),
        ("Pegawai ora oleh memihak.", {"take-no-side"}),
        ("Pegawai kada bulih memihak.", {"take-no-side"}),
        ("Camat mengingatkan bahwa ASN memihak.", set()),
        ("ASN tetap menjaga netralitas.", {"stay-neutral"}),
        ("Sekda menegaskan aparatur sipil negara (ASN) tetap netral.", {"stay-neutral"}),
        ("Tim itu memantau akun pegawai untuk menghindari politik praktis.", set()),
        ("Pemkab membuat surat edaran untuk para pegawai agar tidak memihak.", {"take-no-side"}),
        ("Sosialisasi itu bertujuan agar pegawai tidak memihak.", set()),
        ("Bawaslu meminta kepala daerah menjaga netralitas ASN.", {"superiors-supervise"}),
        ("Pegawai dilarang berpose dengan jari yang condong mendukung calon.", {"hand-signs"}),
        ("Pegawai melanggar aturan jika memihak.", {"take-no-side"}),
        ("Prajurit TNI tidak boleh memakai fasilitas negara untuk kampanye.", set()),
        ("Kapolres melarang anggotanya berfoto bersama calon.", {"tni-polri-neutral"}),
        ("ASN dilarang memberikan dukungan kepada calon dengan cara ikut kampanye.", {"campaign-participation"}),
        ("Politik praktis bagi pegawai tidak dibenarkan dan melanggar aturan.", {"no-practical-politics"}),
        ("Kesadaran pegawai tentang pentingnya netralitas meningkat menjelang Pilkada.", set()),
        ("Kami tidak bisa mengizinkan calon berkampanye di sini.", set()),
        ("Menghindari konflik kepentingan, serta tidak memihak calon.", {"conflict-of-interest", "take-no-side"}),
        ("PNS perlu menjaga perilaku agar tetap netral dan tidak memihak.", {"stay-neutral", "take-no-side"}),
        ("Pegawai harus bekerja baik agar tidak dimaknai memihak.", set()),
        ("Camat mengimbau pegawai untuk tidak memihak dan netral.", {"stay-neutral", "take-no-side"}),
        ("Pegawai jangan memihak, bersikap netral.", {"stay-neutral", "take-no-side"}),
        ("ASN jangan terlibat kampanye-kampanye.", {"campaign-participation"}),
        ("ASN wajib menjaga netrakitas.", {"stay-neutral"}),
        ("Bupati sudah menegaskan, agar seluruh ASN, PPPK dan tenaga honorer menjaga netralitas.", {"stay-neutral", "non-asn-neutral"}),
        ("PNS memilih dalam Pemilihan Wali Kota dan Wakil Wali Kota Sukajaya serta Gubernur sehingga wajib netral.", {"stay-neutral"}),
        ("Kami pastikan mobil dinas tidak dipakai untuk kampanye.", {"state-resources"}),
        ("Dandim meminta istri anggota TNI menjaga netralitas.", set()),
        ("ASN dilarang berfoto bersama calon.", {"hand-signs"}),
        ("ASN yang menjadi tim sukses, mengajak orang memilih calon tertentu, itu tidak boleh.", {"campaign-team", "partial-activity"}),
        ("ASN diminta menjadi panutan, mengajak orang memilih calon tertentu, itu boleh.", set()),
        ("ASN harus profesional dan adil, tidak diskriminatif.", {"professional-integrity", "service-unaffected"}),
        ("Sekda meminta agar kantor pemerintah, balai desa dan sekolah tidak dipakai untuk kampanye.", {"state-resources"}),
        ("ASN dilarang mengunggah foto bersama calon.", {"photo-with-candidate"}),
        ("Netral bukan berarti golput, ASN tetap punya hak pilih.", {"right-to-vote"}),
        ("Aparat TNI dilarang berpolitik praktis.", {"tni-polri-neutral"}),
        ("ASN dilarang mengkritik calon, dan camat tidak boleh menyatakan dukungan.", set()),
        ("Kepala dinas wajib memastikan stafnya tidak berpolitik praktis.", {"superiors-supervise"}),
        ("Bila ada pegawai yang memihak, jangan diviralkan.", set()),
        ("Menyukai unggahan calon dapat dianggap melanggar.", {"social-media-reactions"}),
        ("Pegawai itu terancam sanksi karena tidak netral.", set()),
        ("Jika tidak netral, pegawai itu terancam sanksi.", {"sanction-exists"}),
        ("Bupati mengajak ASN untuk tidak ikut kampanye.", {"campaign-participation"}),
        ("ASN tidak boleh memberi fotokopi KTP sebagai dukungan bagi calon perseorangan.", {"id-card-support"}),
    ],
)
def test_what_stands_under_a_force_is_read_in_spoken_and_written_words(words: str, points: set[str]) -> None:
    assert made(words) == points


@pytest.mark.parametrize(
    ("before", "words", "points"),
    [
        ("Isi ikrar para pegawai.", "Kedua, menghindari konflik kepentingan.", {"conflict-of-interest"}),
        ("Isi ikrar para pegawai.", "Ketiga, memakai media sosial dengan bijak dan menolak politik uang.", {"social-media-wise", "vote-buying"}),
        ("ASN dilarang memihak calon.", "Selanjutnya mengarahkan bawahan untuk memilih calon.", {"mobilize-staff"}),
        ("Para pegawai berkumpul.", "Kedua, menghindari konflik kepentingan.", set()),
    ],
)
def test_items_of_a_list_stand_under_what_opened_it(before: str, words: str, points: set[str]) -> None:
    assert made(words, f"{before} {words}") == points


def test_who_speaks_in_a_paragraph_is_not_who_is_spoken_to() -> None:
    words = "Jangan memihak."
    assert made(words, f"Wali Kota memimpin apel pilkada. {words}") == {"take-no-side"}
    assert made(words, f"Gubernur mengumpulkan para bupati soal pilkada. {words}") == {"regional-head-neutral"}


def test_a_paragraph_that_speaks_to_others_asks_nothing_of_officials() -> None:
    words = "Jangan memihak."
    assert made(words, f"Ketua Bawaslu melantik 30 anggota PPS menjelang pilkada. {words}") == set()
    assert made(f"Wartawan harus adil dalam pilkada. {words}") == set()


def test_a_demand_goes_on_in_a_sentence_that_says_only_what_is_not_done() -> None:
    before = "Kami ingatkan, ASN harus fokus melayani masyarakat menjelang Pilkada."
    assert made("Bukan terlibat politik praktis.", f"{before} Bukan terlibat politik praktis.") == {"no-practical-politics"}


def test_words_far_away_in_a_long_paragraph_do_not_count() -> None:
    words = "Jangan memihak."
    far = f"{'Kota itu ramai. ' * 300}{words}"
    read = reading.read(*reading.texts(f"Para kades dan ASN hadir menjelang pilkada. {far}".encode(), "a.txt"))
    at = read.text.index(words)
    assert {match.point for match in points_at(read, Span(at, at + len(words)))} == {"take-no-side"}
    read = reading.read(*reading.texts(f"Para kades hadir menjelang pilkada. {far}".encode(), "a.txt"))  # nobody whom that statement binds
    at = read.text.index(words)
    assert points_at(read, Span(at, at + len(words))) == ()
    near = reading.read(*reading.texts(f"Para kades hadir menjelang pilkada. {words}".encode(), "a.txt"))
    at = near.text.index(words)
    assert {match.point for match in points_at(near, Span(at, at + len(words)))} == {"village-neutral"}


def test_a_quote_makes_the_statements_of_all_its_sentences() -> None:
    words = "ASN harus netral. Akan tetapi ASN tetap mempunyai hak pilih."
    assert made(words) == {"stay-neutral", "right-to-vote"}


@pytest.mark.parametrize("name", ["seeds", "press", "spoken"])
def test_annotated_sentences_make_what_two_readers_agreed_on(name: str) -> None:
    tally = Tally()
    for row in json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")):
        words, context = (row["text"], row["context"]) if "text" in row else _seed(row)
        tally.add(row, words, context)
    assert tally.precision >= 0.95
    assert tally.recall >= 0.85


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside this checkout")
def test_annotated_sentences_of_the_corpus_make_what_two_readers_agreed_on() -> None:
    files = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in sorted(CORPUS.iterdir())}
    tally = Tally()
    for row in json.loads((DATA / "corpus.json").read_text(encoding="utf-8")):
        tally.add(row, *_at(files[row["sha256"]], row["span"]))
    assert tally.precision >= 0.95
    assert tally.recall >= 0.85


def _seed(row: dict[str, Any]) -> tuple[str, str]:
    return _at(SEEDS / f"{row['article']}.txt", row["span"])


_texts: dict[Path, str] = {}


def _at(file: Path, span: list[int]) -> tuple[str, str]:
    """Return the words of a span of an article, and their paragraph."""
    if file not in _texts:
        findings = intake.find_all(intake.sources([file]))[0].findings
        assert findings
        _texts[file] = findings.article.text
    text, (start, end) = _texts[file], span
    after = text.find("\n\n", end)
    return text[start:end], text[text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0 : after if after >= 0 else len(text)]


@given(
    st.lists(
        st.sampled_from(
            [
                "ASN",
                "harus",
                "tidak",
                "netral",
                "dilarang",
                "jangan",
                "boleh",
                "memihak",
                "calon",
                ",",
                ".",
                "?",
                "jika",
                "agar",
                "dan",
                "yang",
                "kades",
                "kampanye",
                "sanksi",
            ]
        ),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_heap_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(word in text for match in match_points(text, text) for word in match.words)


PLEDGED = "menjaga netralitas, menghindari konflik kepentingan, bijak bermedia sosial, serta tidak berpolitik praktis"


@pytest.mark.parametrize(
    "heading",
    [
        "Ikrar memuat empat butir, yaitu {}.",
        "Empat poin ikrar itu adalah {}.",
        "Dalam ikrar tersebut pegawai menyatakan {}.",
        "Setiap pegawai menandatangani pakta integritas yang memuat kesediaan untuk {}.",
        "Isi ikrar: {}.",
    ],
)
def test_a_sentence_that_tells_of_a_pledge_makes_all_that_is_pledged(heading: str) -> None:
    assert made(heading.format(PLEDGED)) == {"pledge", "stay-neutral", "conflict-of-interest", "social-media-wise", "no-practical-politics"}


def test_what_is_asked_after_a_pledge_or_told_of_it_is_not_pledged() -> None:
    assert made("Setelah ikrar dibacakan, pegawai tidak boleh lagi memihak calon mana pun.") == {"take-no-side"}
    assert made("Sebanyak 350 ASN mengikuti apel ikrar netralitas di lapangan kantor bupati.") == set()


def test_each_item_of_a_list_has_its_own_object() -> None:
    ban = "Surat edaran itu berisi larangan bagi pegawai ikut kampanye serta menggunakan fasilitas negara untuk kampanye."
    assert made(ban) == {"campaign-participation", "state-resources"}


def test_the_time_is_linear_in_the_text_and_bounded_in_a_run_without_stops() -> None:
    def seconds(words: str) -> float:
        start = time.process_time()
        match_points(words, words)
        return time.process_time() - start

    seconds("ASN harus netral.")
    short = max(seconds("ASN tidak boleh memihak calon. " * 40), 0.005)
    assert seconds("ASN tidak boleh memihak calon. " * 400) < 40 * short
    assert seconds("ASN harus tidak memihak, " * 2000) < 20
