"""What is said in many ways is told once: statements merged over articles, and those of the one-page summary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.settings import Settings
from tests.editing.making import JUMANI, article, findings

if TYPE_CHECKING:
    from briefing.editing.draft import Draft
    from briefing.model.finding import Findings, RuleType
    from briefing.model.pack import Pack, RuleItem

OTHER = replace(JUMANI, name="Sidik", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati")
AS_OF = date(2026, 11, 25)


def states(*stated: tuple[str, tuple[str, ...]], speaker: str | None = "s1", kind: RuleType = "duty", published: str = "2024-10-01") -> Findings:
    """Return the findings of an article whose rules are these sentences, with the statements that each makes."""
    of = article(*(sentence for sentence, _ in stated), published=published)
    found = findings(of, rules=tuple(((kind,), sentence, speaker) for sentence, _ in stated))
    return replace(found, rules=tuple(replace(rule, points=made) for rule, (_, made) in zip(found.rules, stated, strict=True)))


def draft_of(*found: Findings) -> Draft:
    return propose(found, ["a.txt" for _ in found], Settings())[0]


def pack_of(*found: Findings) -> Pack:
    return make_pack(draft_of(*found), version="0", law_as_of=AS_OF)


def by_point(pack: Pack) -> dict[str, RuleItem]:
    return {rule.statement.id: rule for rule in pack.rules if rule.statement}


def test_what_several_say_in_their_own_words_is_one_statement_with_all_places() -> None:
    one = states(("Pegawai harus bersikap netral dalam pilkada tahun ini.", ("stay-neutral",)))
    two = replace(states(("ASN wajib menjaga netralitasnya di mana pun bertugas.", ("stay-neutral",))), speakers=(OTHER,))
    pack = pack_of(one, two)
    (rule,) = pack.rules
    assert (rule.code, rule.type, rule.text.id) == ("K1", "duty", "Pegawai ASN wajib menjaga netralitas dalam setiap pemilihan.")
    assert rule.text.en
    assert [(place.article, place.person) for place in rule.references] == [(1, "jumani"), (2, "sidik")]
    assert [article.rules for article in pack.articles] == [(("K1", 1),), (("K1", 1),)]


def test_a_sentence_that_makes_two_statements_stands_under_both_types() -> None:
    pack = pack_of(states(("ASN boleh memilih tetapi tidak boleh berpihak.", ("right-to-vote", "take-no-side"))))
    assert [(rule.code, rule.statement.id if rule.statement else "") for rule in pack.rules] == [("L1", "take-no-side"), ("H1", "right-to-vote")]


def test_a_statement_has_the_shortest_sentence_that_stands_alone_as_its_example() -> None:
    long = "Kami meminta agar seluruh pegawai di lingkungan pemerintah kabupaten ini senantiasa bersikap netral."
    pack = pack_of(states((long, ("stay-neutral",)), ("Pegawai wajib netral.", ("stay-neutral",)), ("Dia wajib netral.", ("stay-neutral",))))
    example = by_point(pack)["stay-neutral"].example
    assert example
    assert (example.text.id, example.reference.paragraph) == ("Pegawai wajib netral.", 2)


def test_a_sentence_is_the_example_of_one_statement_only() -> None:
    pack = pack_of(states(("ASN boleh memilih tetapi tidak boleh berpihak.", ("right-to-vote", "take-no-side"))))
    assert [bool(rule.example) for rule in pack.rules] == [True, False]


def test_a_sentence_too_long_for_small_type_is_no_example() -> None:
    long = " ".join(["Pegawai wajib bersikap netral sejak sekarang"] * 6) + "."
    assert by_point(pack_of(states((long, ("stay-neutral",)))))["stay-neutral"].example is None


def test_what_makes_no_statement_stays_verbatim_after_the_statements_of_its_type() -> None:
    sentence = "Seluruh perangkat daerah wajib memasang papan pengumuman di halaman kantor."
    pack = pack_of(states((sentence, ()), ("Pegawai wajib netral.", ("stay-neutral",))))
    assert [(rule.code, bool(rule.statement), rule.view) for rule in pack.rules] == [("K1", True, False), ("K2", False, False)]
    assert pack.rules[1].text.id == sentence


def test_what_may_only_be_quoted_is_quoted_as_a_view() -> None:
    sentence = "ASN boleh mendengarkan visi misi pasangan calon."
    (rule,) = pack_of(states((sentence, ("hear-vision-mission",)), kind="permission")).rules
    assert (rule.statement, rule.text.id, rule.view) == (None, sentence, True)


def test_a_statement_without_a_provision_in_force_is_a_view_wherever_it_stands() -> None:
    made = by_point(pack_of(states(("ASN boleh memilih.", ("right-to-vote",)), ("ASN wajib netral.", ("stay-neutral",)))))
    assert {name: rule.view for name, rule in made.items()} == {"right-to-vote": True, "stay-neutral": False}


def test_the_basis_is_that_of_today_and_of_the_day_of_the_article() -> None:
    sentence = ("ASN wajib netral.", ("stay-neutral",))
    (of_now,) = by_point(pack_of(states(sentence)))["stay-neutral"].statement.grounds  # type: ignore[union-attr]
    assert (of_now.text.id, of_now.source, of_now.until) == (
        "UU 20/2023 Pasal 24 ayat (1) huruf d",
        "radarkepahiang.disway.id; mediabanten.com",
        None,
    )
    _, of_then = by_point(pack_of(states(sentence, published="2020-10-01")))["stay-neutral"].statement.grounds  # type: ignore[union-attr]
    assert (of_then.text.id, of_then.until) == ("UU 5/2014 Pasal 2 huruf f", date(2023, 10, 31))


def test_a_basis_of_which_nobody_knows_whether_it_is_in_force_says_so() -> None:
    made = by_point(pack_of(states(("ASN wajib menghindari konflik kepentingan.", ("conflict-of-interest",)))))["conflict-of-interest"].statement
    assert made
    assert all(ground.doubted for ground in made.grounds)


def test_a_selected_quote_makes_its_statement_too() -> None:
    words = "Kalau mau memilih silakan, tetapi netralitas itu harga mati bagi kita semua"
    of = article(f"“{words},” ujar Jumani.")
    found = findings(of, quotes=(("direct", words, "s1"),))
    found = replace(found, quotes=tuple(replace(quote, points=("stay-neutral",)) for quote in found.quotes))
    (rule,) = pack_of(found).rules
    assert rule.statement
    assert rule.references[0].person == "jumani"


STATED = (
    ("Pegawai wajib netral.", ("stay-neutral",)),
    ("Pegawai harus profesional.", ("professional-integrity",)),
    ("Pegawai dilarang berpihak.", ("take-no-side",)),
    ("Pelanggar dikenai sanksi.", ("sanction-exists",)),
    ("ASN tetap boleh memilih.", ("right-to-vote",)),
    ("Pegawai harus menghindari konflik kepentingan.", ("conflict-of-interest",)),
    ("Pegawai harus bijak bermedia sosial.", ("social-media-wise",)),
    ("Netralitas adalah kunci pemilihan yang jujur.", ("neutrality-pillar",)),
)


def test_the_summary_tells_six_statements_those_of_most_articles_first_and_types_in_turn() -> None:
    pack = pack_of(states(*STATED), states(STATED[1], STATED[6]))
    assert [(point.code, len({place.article for place in point.references})) for point in pack.points] == [
        ("K1", 2),
        ("K2", 2),
        ("K3", 1),
        ("L1", 1),
        ("S1", 1),
        ("H1", 1),
    ]
    assert pack.points[0].text.id == "Bekerjalah profesional dan jaga integritas"
    assert pack.points[0].view


def test_where_statements_are_few_key_sentences_fill_the_summary() -> None:
    sentence = "Bawaslu Kabupaten Pati wajib membuka posko pengaduan di setiap kecamatan mulai hari ini sesuai UU Nomor 7 Tahun 2017."
    pack = pack_of(states(STATED[0], (sentence, ())))
    assert [(point.code, point.text.id) for point in pack.points] == [("K1", "Wajib menjaga netralitas dalam pemilihan"), ("", sentence)]


def test_sentences_taken_from_the_summary_take_their_statement_with_them() -> None:
    draft = draft_of(states(*STATED[:3]))
    (first,) = draft.articles
    without = tuple(replace(passage, front=passage.front and "netral" not in passage.words(first.text)) for passage in first.passages)
    pack = make_pack(replace(draft, articles=(replace(first, passages=without),)), version="0", law_as_of=AS_OF)
    whole = make_pack(draft, version="0", law_as_of=AS_OF)
    assert len(whole.points) == 3
    assert [point.code for point in pack.points] == [
        point.code for point in whole.points if point.text.id != "Wajib menjaga netralitas dalam pemilihan"
    ]
