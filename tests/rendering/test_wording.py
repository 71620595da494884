from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from briefing.model.pack import Bilingual, LawNote, LawRow, Origin, Person, Reference, Translation
from briefing.rendering.wording import Wording, day, fingerprint, joint, name_of, office_of, ranges
from tests.factories import ROOT, seeds_pack

PACK = seeds_pack()
LABELS = {lang: tomllib.loads((ROOT / "templates" / "labels" / f"{lang}.toml").read_text(encoding="utf-8")) for lang in ("id", "en")}


def wording() -> Wording:
    return Wording(PACK, LABELS)


def block(origin: Origin, **details: object) -> Bilingual:
    if origin is Origin.NONE:
        return Bilingual(id="teks")
    return Bilingual(id="teks", en=Translation(text="text", origin=origin, **details))  # type: ignore[arg-type]  # the details of one origin


def place(article: int, paragraph: int, person: str | None) -> Reference:
    return Reference(article=article, paragraph=paragraph, person=person)


def test_references_are_merged_by_person_in_order_of_appearance() -> None:
    places = [place(4, 2, "pransang"), place(1, 8, "jumani"), place(4, 1, "pransang"), place(2, 3, "jumani"), place(1, 8, "jumani")]

    cited = [(who, "; ".join(where)) for who, where in wording().cited(places, "id")]

    assert cited == [("Pransang", "4\u00a0¶\u00a01,\u00a02"), ("Jumani", "1\u00a0¶\u00a08; 2\u00a0¶\u00a03")]


def test_a_name_in_a_reference_stays_on_one_line_and_has_no_degrees() -> None:
    assert wording().cited([place(5, 6, "mokhamad-sugiarto")], "en")[0].who == "Mokhamad\u00a0Sugiarto"


def test_words_of_no_speaker_are_those_of_the_article_and_come_first() -> None:
    cited = wording().cited([place(1, 8, "jumani"), place(1, 1, None)], "id")

    assert [tuple(each) for each in cited] == [("", ("1\u00a0¶\u00a01",)), ("Jumani", ("1\u00a0¶\u00a08",))]


def test_a_person_known_by_office_alone_is_cited_by_it() -> None:
    person = replace(PACK.people[0], name=None)
    words = Wording(replace(PACK, people=(person,)), LABELS)

    assert words.cited([place(1, 1, person.id)], "en")[0].who == "Regional Secretary of Pati Regency"
    assert name_of(person, "id").name == "Sekretaris Daerah Kabupaten Pati"


@pytest.mark.parametrize(
    ("titles", "parts"),
    [
        (None, ("", "Siti Aminah", "")),
        ("Siti Aminah, S.H., M.H.", ("", "Siti Aminah", ", S.H., M.H.")),
        ("Prof. Dr. Hj. Siti Aminah, S.H., S.Sos., M.H., M.Si.", ("Prof. Dr. Hj. ", "Siti Aminah", ", S.H., S.Sos., M.H., M.Si.")),
        ("Drs. Siti Aminah S.IP., M.Si.", ("Drs. ", "Siti Aminah", ", S.IP., M.Si.")),
        ("Siti Aminah SH, MM", ("", "Siti Aminah", ", SH, MM")),
        ("Dra. Siti Aminah S., M.Pd.", ("Dra. ", "Siti Aminah", " S., M.Pd.")),
        ("Hj. Siti A., M.Pd.", ("", "Hj. Siti A., M.Pd.", "")),
    ],
)
def test_degrees_stand_apart_from_the_name(titles: str | None, parts: tuple[str, str, str]) -> None:
    person = Person(id="p", name="Siti Aminah", name_with_titles=titles, office=None, organisation=None, direct_quotes=0, references=())

    assert tuple(name_of(person, "id")) == parts


def test_the_english_of_a_name_has_its_degrees_and_no_plain_courtesy() -> None:
    person = Person(
        id="p", name="Siti Aminah", name_with_titles="Ibu Dr. Siti Aminah, M.H.", office=None, organisation=None, direct_quotes=0, references=()
    )

    assert tuple(name_of(person, "id")) == ("Ibu Dr. ", "Siti Aminah", ", M.H.")
    assert tuple(name_of(person, "en")) == ("Dr. ", "Siti Aminah", ", M.H.")


@pytest.mark.parametrize(
    ("before", "english"),
    [
        ("Letkol Czi ", "Lt. Col. "),
        ("AKBP ", "Adj. Sr. Comr. "),
        ("Brigjen Pol. Drs. ", "Brig. Gen. Drs. "),
        ("Dr. ", "Dr. "),
        ("Mayor Inf ", "Maj. "),
        ("Bapak H. ", "H. "),
    ],
)
def test_a_rank_stands_in_english_before_a_name(before: str, english: str) -> None:
    person = Person(id="p", name="Adi", name_with_titles=f"{before}Adi", office=None, organisation=None, direct_quotes=0, references=())

    assert (name_of(person, "id")[0], name_of(person, "en")[0]) == (before, english)


def test_an_office_without_english_is_set_apart_in_ours() -> None:
    known, unknown = PACK.people[0], replace(PACK.people[1], office=Bilingual(id="Pengulu Nagari"))
    words = Wording(replace(PACK, people=(known, unknown)), LABELS)

    assert words.kept_offices("Siti, Pengulu Nagari, spoke.") == [("Siti, ", False), ("Pengulu Nagari", True), (", spoke.", False)]
    assert words.kept_offices("Pengulu Nagari") == [("Pengulu Nagari", True)]
    assert words.kept_offices("Siti, Mayor of Pati, spoke.") == [("Siti, Mayor of Pati, spoke.", False)]
    assert (joint(unknown, "en"), joint(replace(unknown, office=Bilingual(id="Majelis Pemeriksa")), "en")) == (", ", " of the ")
    politician = replace(unknown, office=Bilingual(id="Politikus PSI", en=Translation(text="Politician of the PSI", origin=Origin.CATALOGUE)))
    assert (office_of(politician, "id"), office_of(politician, "en")) == ("politikus PSI", "a politician of the PSI")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (block(Origin.REVIEWED, reviewer="Ani", date=date(2026, 2, 1)), ("Ditinjau: Ani, 1 Februari 2026", "Reviewed: Ani, 1 February 2026")),
        (block(Origin.PROJECT), ("Terjemahan proyek, belum ditinjau", "Project translation, not reviewed")),
        (block(Origin.MACHINE, engine="Bergamot 1.0"), ("Mesin: Bergamot 1.0, belum ditinjau", "Machine: Bergamot 1.0, not reviewed")),
        (block(Origin.COMPOSED), ("Disusun dari fakta artikel", "Composed from extracted facts")),
        (block(Origin.GIST), ("Intisari, bukan terjemahan", "Gist, not a translation")),
        (block(Origin.NONE), ("Belum diterjemahkan", "Not yet translated")),
        (block(Origin.CATALOGUE), None),
    ],
)
def test_the_origin_of_english_is_said_in_both_languages_and_counted(shown: Bilingual, words: tuple[str, str] | None) -> None:
    said = wording()

    assert said.tag_words(shown) == words
    assert [name for name, number in said.origins() if number] == [shown.origin.value]


def test_one_tag_stands_for_blocks_of_one_origin_and_says_nothing_of_those_without_english() -> None:
    words = wording()
    first = block(Origin.REVIEWED, reviewer="Ani", date=date(2026, 2, 1))
    second = block(Origin.REVIEWED, reviewer="Budi", date=date(2026, 2, 1))

    assert words.shared([first, block(Origin.NONE), first]) == first
    assert words.shared([first, second]) is None
    assert words.shared([block(Origin.NONE)]) is None


@pytest.mark.parametrize(("number", "heading"), [(1, "One key point"), (6, "Six key points"), (13, "13 key points")])
def test_a_counted_label_takes_the_form_of_its_number(number: int, heading: str) -> None:
    assert wording().counted("summary.points", number, "en") == heading


def test_terms_are_those_of_the_quote_in_its_order_with_any_of_their_forms() -> None:
    found = wording().terms_in("Paslon dan Korpri tidak memakai kampanyenya; sekretaris daerah tahu, konflik kepentingan tidak boleh.")

    assert [term for term, _ in found] == ["paslon", "Korpri", "sekretaris daerah", "konflik kepentingan"]


def test_no_more_than_six_terms_are_given() -> None:
    assert len(wording().terms_in(" ".join(term.term.id for term in PACK.glossary))) == 6


def law_row(**values: object) -> LawRow:
    row = LawRow(
        printed="UU Nomor 1 Tahun 2015",
        instrument="uu-1-2015",
        title=Bilingual(id="Undang-Undang Nomor 1 Tahun 2015", en=Translation(text="Law No. 1 of 2015", origin=Origin.CATALOGUE)),
        references=(place(2, 4, "jumani"),),
        article_date=date(2024, 8, 11),
        status_then="in_force",
        status_now="in_force",
    )
    return replace(row, **values)  # type: ignore[arg-type]  # the fields that a case is about


NEW = Bilingual(id="UU 2/2025", en=Translation(text="Law 2/2025", origin=Origin.CATALOGUE))
OLD = {"replaced_by": NEW, "replaced_on": date(2024, 1, 2), "status_then": "repealed", "status_now": "repealed"}


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        (law_row(), []),
        (law_row(status_now="unknown"), []),
        (law_row(status_then=None, status_now="amended"), []),
        (law_row(title=None, status_then="in_force", status_now="repealed"), []),
        (law_row(**OLD), [("2 January 2024", "Law 2/2025 replaced Law No. 1 of 2015, which article 2 (11 August 2024) still cites.")]),
        (
            law_row(**{**OLD, "replaced_on": date(2025, 1, 2), "status_then": "in_force"}),
            [("2 January 2025", "Law 2/2025 replaced Law No. 1 of 2015, which article 2 (11 August 2024) cites.")],
        ),
        (law_row(status_now="amended"), [("Now", "Law No. 1 of 2015, which article 2 (11 August 2024) cites, is now: in force as amended.")]),
        (
            law_row(**{**OLD, "article_date": None, "status_then": None}),
            [("2 January 2024", "Law 2/2025 replaced Law No. 1 of 2015, which article 2 (date not stated) cites.")],
        ),
    ],
)
def test_what_has_changed_in_law_is_what_moved_after_or_before_the_article(row: LawRow, lines: list[tuple[str, str]]) -> None:
    changes = Wording(replace(PACK, law=(row,)), LABELS).changes_in_law()

    assert [(change.when.en, change.what.en) for change in changes] == lines


def named(**words: tuple[str, str]) -> tuple[tuple[str, Bilingual], ...]:
    blocks = {name: Bilingual(id=first, en=Translation(text=second, origin=Origin.CATALOGUE)) for name, (first, second) in words.items()}
    return tuple(blocks.items())


LACKS = {"law": ("UU 10/2016", "Law 10/2016"), "article": ("Pasal 188", "Article 188")}


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (LawNote(text=NEW), ("UU 2/2025", "Law 2/2025")),
        (
            LawNote(code="article-not-in-law", arguments=named(**LACKS, home=("UU 1/2015", "Law 1/2015"))),
            (
                "Pasal 188 tidak ada dalam UU 10/2016; bunyi terakhirnya ada dalam UU 1/2015.",
                "Article 188 is not in Law 10/2016; its latest text is in Law 1/2015.",
            ),
        ),
        (
            LawNote(code="article-not-in-law", arguments=named(**LACKS)),
            ("Pasal 188 tidak ada dalam UU 10/2016.", "Article 188 is not in Law 10/2016."),
        ),
    ],
)
def test_a_note_is_in_the_words_of_the_catalogue_or_of_its_label(note: LawNote, words: tuple[str, str]) -> None:
    assert wording().note_words(note) == words


def test_notes_are_numbered_once_in_the_order_of_the_rows() -> None:
    notes = [LawNote(code=code) for code in "abcd"]
    first, second = law_row(notes=(notes[0], notes[1])), law_row(notes=(notes[1], notes[2], notes[3]))
    words = Wording(replace(PACK, law=(first, second)), LABELS)

    assert words.law_notes() == notes
    assert [words.numbers_of(row) for row in (first, second, law_row())] == ["1, 2", "2–4", ""]


def test_dates_are_read_from_times_too() -> None:
    assert [day("2024-10-23T20:31+07:00", "id"), day(date(2024, 8, 11), "en"), day(None, "en")] == ["23 Oktober 2024", "11 August 2024", ""]


def test_a_hash_is_set_in_groups_that_keep_all_its_digits() -> None:
    digest = PACK.articles[0].sha256
    lines = fingerprint(digest)

    assert "".join(lines).replace(" ", "") == digest
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("numbers", "words"), [((), ""), ((4,), "4"), ((2, 1), "1, 2"), ((1, 2, 3, 5, 7, 8), "1–3, 5, 7, 8"), (range(1, 41), "1–40")]
)
def test_numbers_that_follow_one_another_are_a_range(numbers: tuple[int, ...], words: str) -> None:
    assert ranges(numbers) == words
