"""The pack that is made of findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.model.finding import Citation, Findings, Speaker
from briefing.model.pack import Origin, Pack, Reference
from briefing.model.problem import Problem
from briefing.model.span import paragraph_spans
from briefing.settings import Settings
from tests.editing.making import JUMANI, article, findings

DAY = date(2026, 11, 25)
RULE = "ASN dilarang ikut kampanye pasangan calon di media sosial mana pun"
DUTY = "Setiap kepala desa wajib menjaga netralitas selama tahapan pemilihan"
LAW = "Undang-Undang Nomor 5 Tahun 2014"
SIDIK = Speaker(id="s2", name="Sidik", name_with_titles="Sidik, S.H.", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati")


def one(**changes: object) -> Findings:
    of = article(
        "Pemerintah Kabupaten Pati menggelar apel kesiapan pengawasan pemilihan kepala daerah.",
        f"“{RULE},” ujar Jumani.",
        f"Sidik menegaskan, {DUTY}, menurut {LAW}.",
        published="2024-06-25",
        place="Kabupaten Pati",
    )
    sentence = of.paragraphs[2].of(of.text)
    return findings(
        replace(of, **changes),  # type: ignore[arg-type]  # fields of Article
        quotes=(("direct", RULE, "s1"), ("indirect", sentence, "s2")),
        rules=((("prohibition",), RULE, "s1"), (("duty",), sentence, "s2")),
        laws=((LAW, "uu-5-2014"),),
        speakers=(JUMANI, SIDIK),
    )


def build(*found: Findings) -> Pack:
    draft, _ = propose(found, [each.article.source.name for each in found], Settings())
    return make_pack(draft, version="0", law_as_of=DAY)


def assert_sound(pack: Pack) -> None:
    """Every passage stands in the paragraph that its reference names."""
    for item in pack.articles:
        paragraphs = [span.of(item.text) for span in paragraph_spans(item.text)]
        passages = [(quote.text.id, quote.reference.paragraph) for quote in item.quotes] + [(text.id, number) for text, number in item.summary]
        for words, number in passages:
            assert words in item.text
            assert paragraphs[number - 1].find(words.partition("\n\n")[0]) >= 0
    for rule in pack.rules:
        place = rule.references[0]
        assert (
            rule.text.id
            in [span.of(pack.articles[place.article - 1].text) for span in paragraph_spans(pack.articles[place.article - 1].text)][
                place.paragraph - 1
            ]
        )
    people = {person.id for person in pack.people} | {None}
    assert all(place.person in people for rule in pack.rules for place in rule.references)


def test_the_pack_refers_to_the_paragraphs_that_hold_its_words() -> None:
    pack = build(one())
    assert_sound(pack)
    (item,) = pack.articles
    assert [(quote.text.id, quote.reference) for quote in item.quotes] == [(RULE, Reference(article=1, paragraph=2, person="jumani"))]
    assert item.rules == (("L1", 2), ("K1", 3))
    assert [(rule.code, rule.disc) for rule in pack.rules] == [("L1", "L"), ("K1", "K")]


def test_people_carry_the_places_of_their_words() -> None:
    people = build(one()).people
    assert [(person.name, person.direct_quotes, [place.paragraph for place in person.references]) for person in people] == [
        ("Jumani", 1, [2]),
        ("Sidik", 0, [3]),
    ]
    assert people[1].name_with_titles == "Sidik, S.H."


def test_the_figures_count_the_sources() -> None:
    assert build(one(), one()).figures == (("articles", 2), ("speakers", 2), ("direct_quotes", 2), ("instruments", 1))


def test_the_regulation_check_knows_what_replaced_a_law_and_who_says_so() -> None:
    (row,) = build(one()).law
    assert (row.printed, row.status_then, row.status_now, row.article_date) == (LAW, "repealed", "repealed", date(2024, 6, 25))
    assert row.replaced_by
    assert row.replaced_by.id == "UU 20/2023 tentang Aparatur Sipil Negara"
    assert row.replaced_by.en
    assert row.replaced_by.en.text == "Law 20/2023 on the State Civil Apparatus"
    assert row.references == (Reference(article=1, paragraph=3, person="sidik"),)
    assert row.source


def test_a_law_whose_status_changed_between_the_articles_has_two_rows() -> None:
    rows = build(one(published="2022-01-10"), one()).law
    assert [(row.status_then, [place.article for place in row.references]) for row in rows] == [("in_force", [1]), ("repealed", [2])]


def test_a_title_without_a_year_has_it_behind_it() -> None:
    found = one()
    joint = replace(found.citations[0], instrument="skb-netralitas-asn-2022")
    titles = [row.title for row in build(replace(found, citations=(joint,)), found).law]
    assert [title.id.endswith("(2022)") for title in titles if title] == [True, False]
    assert [title.en.text.endswith("(2022)") for title in titles if title and title.en] == [True, False]


def test_a_law_without_a_date_or_a_number_claims_nothing() -> None:
    (row,) = build(one(published=None)).law
    assert (row.article_date, row.status_then, row.status_now) == (None, None, "repealed")
    found = one()
    vague = Citation(span=found.citations[0].span, kind="UU", number=None, year=None, instrument=None, articles=(), resolved_by="none")
    assert build(replace(found, citations=(vague,))).law == ()
    (row,) = build(replace(found, citations=(replace(vague, number="99", year=2031),))).law
    assert (row.title, row.status_then, row.status_now, row.replaced_by) == (None, None, None, None)


def test_a_term_names_every_article_in_whose_text_it_stands() -> None:
    silent = Findings(article=article("Hujan turun di Pati.", "Warga menonton kampanye."))
    terms = {term.term.id: term.articles for term in build(one(), silent).glossary}
    assert terms["kampanye"] == (1, 2)


def test_the_glossary_holds_the_terms_that_are_printed() -> None:
    glossary = build(one(), Findings(article=article("Hujan turun di Pati."))).glossary
    printed = [term.term.id for term in glossary]
    assert printed == sorted(printed, key=str.casefold)
    assert {term.articles for term in glossary if "kampanye" in term.term.id} == {(1,)}
    assert all(term.term.origin == Origin.CATALOGUE and term.explanation for term in glossary)


def test_an_article_without_a_title_says_so() -> None:
    title = build(one(title=None)).articles[0].title
    assert title.id == "Tanpa judul"
    assert title.en
    assert title.en.text == "Untitled"


def test_points_are_short_and_the_most_widely_stated_come_first() -> None:
    long = f"{RULE} dan tetap menjaga jarak {'sepanjang tahapan yang berlangsung ' * 8}".strip()
    of = article(f"{long}.", f"{DUTY}.")
    first = findings(of, rules=((("prohibition",), long, "s1"), (("duty",), DUTY, "s1")))
    other = "Camat wajib melaporkan setiap pelanggaran kepada inspektorat"
    before = findings(article(f"{other}."), rules=((("duty",), other, "s1"),))
    points = build(before, first, first).points
    assert [(point.text.id, len(point.references)) for point in points] == [(DUTY, 2), (other, 1)]


def test_an_empty_article_makes_an_empty_spread() -> None:
    pack = build(Findings(article=article("")))
    assert pack.articles[0].quotes == ()
    assert pack.points == ()
    assert pack.people == ()


def test_nothing_makes_a_pack_without_articles() -> None:
    assert build().articles == ()


def test_the_same_findings_make_the_same_pack() -> None:
    assert build(one(), one()) == build(one(), one())


def test_rules_of_an_article_off_the_topic_are_offered_and_not_printed() -> None:
    of = article("Lomba film itu terbuka untuk siapa saja.", "Peserta wajib mengirim karya.")
    found = findings(of, rules=((("right",), of.paragraphs[0].of(of.text), None), (("duty",), of.paragraphs[1].of(of.text), None)))
    draft, _ = propose([replace(found, problems=(Problem(code="off-topic"),))], ["a.txt"], Settings())

    assert [passage.keep for passage in draft.articles[0].passages if passage.kind == "rule"] == [False, False]
    assert make_pack(draft, version="0", law_as_of=DAY).rules == ()
    assert len(build(found).rules) == 2
