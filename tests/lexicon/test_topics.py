"""What words speak of."""

from __future__ import annotations

import re

import pytest

from briefing.lexicon.events import event_in
from briefing.lexicon.glossary import terms
from briefing.lexicon.load import table
from briefing.lexicon.topics import Topic, _words, closest, topics, topics_in

ENTRIES = table("topics.toml")["topic"]


def names(text: str) -> list[str]:
    return [topic.id for topic in topics_in(text, text)]


@pytest.mark.parametrize(
    ("entry", "topic"), tuple(zip(ENTRIES, topics(), strict=True)), ids=lambda value: value.id if isinstance(value, Topic) else ""
)
def test_a_topic_is_found_in_its_examples_alone(entry: dict[str, list[str]], topic: Topic) -> None:
    assert all(topic.pattern.search(words) for words in entry["examples"])
    assert not any(topic.pattern.search(words) for words in entry.get("not_examples", ()))


def test_topics_have_names_of_their_own_that_can_stand_in_a_list() -> None:
    assert len({topic.id for topic in topics()}) == len({topic.name for topic in topics()}) == len(topics())
    assert not [topic.name for topic in topics() if re.search(r"\b(?:and|dan|or|atau)\b|,", " ".join(topic.name))]
    assert all(topic.covers <= {other.id for other in topics()} - {topic.id} for topic in topics())


def test_what_is_spoken_of_stands_in_the_order_of_the_words() -> None:
    assert names("Fasilitas negara dan media sosial diawasi") == ["state-facilities", "social-media"]


@pytest.mark.parametrize("text", table("topics.toml")["courtesy"]["examples"])
def test_thanks_and_greetings_speak_of_nothing(text: str) -> None:
    assert names(text) == []
    assert names(f"{text}. Netralitas ASN harus dijaga.") == ["neutrality-asn"]


@pytest.mark.parametrize("name", ["courtesy", "asked", "contested", "but", "aside", "condition"])
def test_words_that_turn_what_is_said_are_found_in_their_examples_alone(name: str) -> None:
    entry = table("topics.toml")[name]
    assert all(_words(name).search(text) for text in entry["examples"])
    assert not any(_words(name).search(text) for text in entry["not_examples"])


@pytest.mark.parametrize(
    "words",
    [
        "kami semua tanpa atribut, tanpa APK",
        "Betul (belum dapat sanksi), tetapi sudah diperbaiki",
        "Apakah itu politik uang?",
        "Nanti dikaji apakah ada unsur keberpihakan atau tidak",
        "Ini bukan politik uang",
        "Kami tidak mendukung pasangan calon mana pun",
        "Saya tidak memakai mobil dinas",
        "Politik uang yang dituduhkan itu tidak benar",
        "Sebaiknya hak pilih dicabut",
        "Tidak ada politik uang di sini",
    ],
)
def test_what_is_asked_or_denied_is_not_spoken_of(words: str) -> None:
    assert names(words) == []


def test_a_ban_denies_nothing() -> None:
    assert names("Jangan menerima politik uang") == ["money-politics"]
    assert names("Politik uang tidak boleh diterima") == ["money-politics"]
    assert names("ASN tidak boleh memakai mobil dinas") == ["state-facilities"]


@pytest.mark.parametrize(
    "words",
    [
        "Isinya satu halaman saja. Datang ke TPS dan pilih sesuai hati nurani",
        "Saya minta ini beres. Kalau anggarannya kurang, sampaikan",
        "Jangan kumpulkan guru-guru kami waktu reses, mereka sibuk mengajar. Nanti dibilang tidak netral",  # one of many words
        "Boleh punya pilihan, itu hak pilih Bapak Ibu, tapi jangan ikut bermain",  # half of it
    ],
)
def test_what_is_named_in_passing_is_not_spoken_of(words: str) -> None:
    assert names(words) == []


def test_what_is_told_on_both_sides_of_a_but_is_spoken_of() -> None:
    assert names("Boleh mengadakan bazar, tetapi tidak boleh ada politik uang") == ["bazaars", "money-politics"]


def test_a_closer_topic_stands_for_a_wider_one() -> None:
    assert names("netralitas ASN harus dijaga") == ["neutrality-asn"]
    assert names("cuti selama masa kampanye") == ["leave"]


@pytest.mark.parametrize(
    "words",
    [
        "ASN dalam tahapan pilkada",  # whom and which election: no topic
        "masih dalam penelusuran",
        "ada tiga fraksi yang menyatakan",
        "perbuatan yang melanggar tata cara",
        "segera kita limpahkan ke pengadilan",
        "masa kerja KPPS 30 hari",
        "kami tunggu, lewat itu pidana urusannya",
        "PPK harus menguasai materi kampanye",
    ],
)
def test_what_says_too_little_alone_is_no_topic(words: str) -> None:
    assert names(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Semua sepakat karena ada laporan warga",
        "Seorang berdalih akun facebook-nya dipakai anaknya",
        "Kami datang dengan mobil dinas",
        "Orang yang memasang APK",
        "Kabarnya dari Facebook",
    ],
)
def test_what_stands_in_no_main_clause_is_not_spoken_of(words: str) -> None:
    assert topics_in(words, f"Bawaslu bicara soal {words}") == ()


def test_what_the_words_around_do_not_name_is_not_spoken_of() -> None:
    assert topics_in("Sanksinya jelas", "Bawaslu memanggil lurah") == ()
    assert len(topics_in("Sanksinya jelas", "Bawaslu bicara soal sanksi")) == 1
    assert len(topics_in("Selama cuti, gaji pokok dibayar", "ASN cuti di luar tanggungan negara")) == 1


def test_a_condition_is_not_spoken_of_but_what_follows_from_it_is() -> None:
    assert topics_in("Biarkan, asal balihonya jangan diganggu", "Perusak baliho ditangkap") == ()
    assert names("Kalau ada laporan, sanksinya jelas") == ["sanctions"]
    assert names("Kalau ada guru yang mendukung calon, kepala sekolahnya dipanggil") == []


def test_what_the_articles_are_read_for_is_spoken_of_wherever_it_is_named() -> None:
    assert names("Kalau saya yang tidak netral, saya yang pertama dicopot") == ["neutrality"]


def test_a_topic_inside_a_longer_one_is_a_part_of_it() -> None:
    assert names("kampanye untuk keuntungan paslon tertentu") == ["benefit-of-candidate"]
    assert names("yang bersangkutan melanggar kode etik") == ["ethics-breach"]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("menghindari potensi pelanggaran", ["prevention"]),
        ("terdapat dugaan pelanggaran", ["alleged-violations"]),
        ("pengembangan kompetensi ASN", ["competence"]),
        ("sekadar absen, menunggu 30 hari untuk mengambil gaji", []),
        ("membuka formasi tenaga kesehatan", ["posts"]),
        ("kalau mau mencalonkan diri, saya harus mundur dulu", ["resignation-duty"]),
        ("nonton debat ya silakan, saya tidak melarang punya pilihan", ["voting"]),
        ("sanksinya ancaman penjara", ["sanctions"]),
        ("berfoto boleh, medsos tidak", ["photos", "social-media"]),
        ("dia harus mengubah undang-undangnya", ["amendments"]),
        ("sekolah swasta hampir tutup, kekurangan guru", ["private-schools", "teacher-shortage"]),
    ],
)
def test_a_topic_is_what_the_words_are_on(words: str, topics: list[str]) -> None:
    assert names(words) == topics


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("ujarnya saat memimpin apel pagi di Pati", (("apel", "a staff assembly"), False)),
        ("kata Herman usai memimpin apel gabungan", (("apel", "a staff assembly"), True)),
        ("Jumani menghadiri kegiatan sosialisasi netralitas", (("sosialisasi", "an outreach session"), False)),
        ("katanya dalam acara pembukaan bimtek", (("bimbingan teknis", "a technical guidance session"), False)),
        ("sosialisasi akan digelar, lalu apel", None),
        ("dalam sosialisasi itu, dan pada apel besok", None),
        ("dalam pemilihan", None),
    ],
)
def test_an_event_is_told_where_the_words_say_that_somebody_speaks_there(words: str, event: tuple[tuple[str, str], bool] | None) -> None:
    assert event_in(words) == event


@pytest.mark.parametrize("entry", table("id/events.toml")["event"], ids=lambda entry: entry["name"][0])
def test_an_event_is_found_in_its_examples(entry: dict[str, list[str]]) -> None:
    assert all(event_in(words) == (tuple(entry["name"]), False) for words in entry["examples"])
    assert entry["name"][1].split()[0] == ("an" if entry["name"][1].split()[1][0] in "aeiou" else "a")


def test_an_event_has_the_english_of_the_glossary() -> None:
    names = [entry["name"] for entry in table("id/events.toml")["event"]]
    known = {term.id: term.en for term in terms()}
    assert [name[1] for name in names if name[0] == "apel"] == [f"a {known['apel'].removesuffix(' (apel)')}"]
    assert [name[1] for name in names if name[0] == "sosialisasi"] == [f"an {known['sosialisasi']}"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Pelanggaran yang sering terjadi yakni dukungan terhadap salah satu paslon", "violations in the form of support for candidate pairs"),
        ("Mendukung calon itu pelanggaran", "violations in the form of support for candidate pairs"),
        ("Jangan berpolitik praktis", "the ban on partisan politics"),
        ("Politik praktis itu dilarang", "the ban on partisan politics"),
        ("Politik praktis menggoda pegawai", "partisan politics"),
        ("Fasilitas negara dilarang dipakai", "state facilities"),
    ],
)
def test_what_is_called_a_violation_or_forbidden_is_told_as_that(words: str, named: str) -> None:
    assert [topic.name.en for topic in topics_in(words, words)] == [named]


def test_a_ban_on_something_is_told_instead_of_it() -> None:
    assert [topic.id for topic in closest([*topics_in("Politik praktis menggoda"), *topics_in("Jangan berpolitik praktis")])] == [
        "partisan-politics-ban"
    ]
