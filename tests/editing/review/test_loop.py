"""Correcting a pack: what was touched is the officer's for good, all else stays the program's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing import messages
from briefing.editing.review.approval import approve
from briefing.model.finding import Speaker
from briefing.model.pack import Bilingual, Origin
from briefing.model.problem import FaultsError
from briefing.model.span import Span
from tests.editing.making import JUMANI, article, findings
from tests.editing.review.loop import DAY, Loop

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.article import Article
    from briefing.model.finding import Findings

RULE = "ASN dilarang ikut kampanye pasangan calon di media sosial mana pun"
WISH = "Kami berharap seluruh aparatur menjaga netralitas selama tahapan pemilihan berlangsung di daerah ini"
LAW = "Undang-Undang Nomor 5 Tahun 2014"
SIDIK = Speaker(
    id="s2", name="Sidik", name_with_titles="Dr. Sidik, S.H.", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati"
)


@pytest.fixture
def loop(tmp_path: Path) -> Loop:
    return Loop(tmp_path)


def news(name: str = "a.txt", *, digest: str = "1", extra: str = "") -> Article:
    of = article(
        f"“{RULE},” ujar Jumani.",
        f"“{WISH},” kata Sidik.",
        f"Sidik merujuk {LAW} tentang ASN yang berlaku saat itu.{extra}",
        name=name,
        title=f"Berita {digest}",
        published="2024-06-25",
        place="Kabupaten Pati",
    )
    return replace(of, source=replace(of.source, sha256=digest * 64))


def found(of: Article | None = None) -> Findings:
    return findings(
        of or news(),
        quotes=(("direct", RULE, "s1"), ("direct", WISH, "s2")),
        rules=((("prohibition",), RULE, "s1"),),
        laws=((LAW, "uu-5-2014"),),
        speakers=(JUMANI, SIDIK),
    )


def codes(error: pytest.ExceptionInfo[FaultsError]) -> list[str]:
    return [each.code for each in error.value.errors]


def test_without_an_edit_nothing_changes(loop: Loop) -> None:
    first = loop.build([found()])
    second = loop.build([found()])
    assert (second.pack, second.text, second.problems) == (first.pack, first.text, ())


@pytest.mark.parametrize(("language", "status"), [("id", "2024-06-25: dicabut / "), ("en", "2024-06-25: repealed / ")])
def test_the_status_of_a_law_is_told_in_words(loop: Loop, monkeypatch: pytest.MonkeyPatch, language: str, status: str) -> None:
    monkeypatch.setenv("LANGUAGE", "")  # put back after the test
    messages.use(language)
    assert f'status = "{status}' in loop.build([found()]).text


def test_a_name_is_corrected_once_for_all_articles(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    loop.build(both)
    loop.edit(('name = "Sidik"', 'name = "Siddiq"'))
    pack = loop.build(both).pack
    assert [(person.name, person.name_with_titles) for person in pack.people] == [("Jumani", None), ("Siddiq", "Dr. Siddiq, S.H.")]
    assert {place.article for place in pack.people[1].references} == {1, 2}


def test_another_office_takes_its_own_english_or_none(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('office = "Ketua Bawaslu Kabupaten Pati"', 'office = "Anggota Bawaslu Kabupaten Pati"'))
    office = loop.build([found()]).pack.people[1].office
    assert office
    assert office.en
    assert (office.id, office.en.text.split()[0]) == ("Anggota Bawaslu Kabupaten Pati", "Member")


def test_a_dropped_quote_is_gone_and_its_speaker_with_it(loop: Loop) -> None:
    loop.build([found()])
    loop.edit((f'text = "{WISH}"\nkeep = true', f'text = "{WISH}"\nkeep = false'))
    pack = loop.build([found()]).pack
    assert [quote.text.id for quote in pack.articles[0].quotes] == [RULE]
    assert [person.name for person in pack.people] == ["Jumani"]
    assert dict(pack.figures)["direct_quotes"] == 1


def test_a_dropped_speaker_takes_the_quotes_along(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('id = "sidik"\nkeep = true', 'id = "sidik"\nkeep = false'))
    pack = loop.build([found()]).pack
    assert [person.name for person in pack.people] == ["Jumani"]
    assert [quote.text.id for quote in pack.articles[0].quotes] == [RULE]


def test_another_speaker_speaks_the_rule_in_the_quote_too(loop: Loop) -> None:
    loop.build([found()])
    loop.edit((f'text = "{RULE}"\nkeep = true\nspeaker = "jumani"', f'text = "{RULE}"\nkeep = true\nspeaker = "sidik"'))
    pack = loop.build([found()]).pack
    assert {place.person for rule in pack.rules for place in rule.references} == {"sidik"}
    assert [person.name for person in pack.people] == ["Sidik"]


def test_a_shortened_quote_shows_what_is_left_out(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(
        (
            f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"\nshorten = []',
            f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"\nshorten = ["seluruh ... netralitas"]',
        )
    )
    done = loop.build([found()])
    assert done.pack.articles[0].quotes[1].text.id == "[...] seluruh aparatur menjaga netralitas [...]"
    assert loop.build([found()]).text == done.text


def test_the_officer_sets_and_clears_the_statements_of_a_rule(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('type = "prohibition"\npoint = []', 'type = "prohibition"\npoint = ["campaign-participation"]'))
    done = loop.build([found()])
    (rule,) = done.pack.rules
    assert rule.statement
    assert (rule.statement.id, rule.code) == ("campaign-participation", "L1")
    assert loop.build([found()]).text == done.text
    loop.edit(('point = ["campaign-participation"]', "point = []"))
    (rule,) = loop.build([found()]).pack.rules
    assert (rule.statement, rule.text.id) == (None, RULE)


def test_a_shortened_quote_makes_only_what_is_left_of_it_says(loop: Loop) -> None:
    words = "ASN dilarang ikut berkampanye. ASN tetap mempunyai hak pilih"
    of = findings(article(f"“{words},” ujar Jumani."), quotes=(("direct", words, "s1"),))
    of = replace(of, quotes=tuple(replace(quote, points=("campaign-participation", "right-to-vote")) for quote in of.quotes))
    loop.build([of])
    loop.edit(("shorten = []", 'shorten = ["ASN tetap ... hak pilih"]'))
    assert [rule.statement.id for rule in loop.build([of]).pack.rules if rule.statement] == ["right-to-vote"]


def test_a_quote_can_be_put_on_the_summary_and_taken_from_it(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(("summary_page = false", "summary_page = true"))
    points = loop.build([found()]).pack.points
    assert RULE in [point.text.id for point in points if point.spoken]


def test_english_is_reviewed_by_a_name_on_a_day(loop: Loop) -> None:
    loop.build([found()])
    empty = 'summary_page = false\nenglish = ""\nenglish_by = ""\nenglish_on = ""'
    loop.edit((empty, empty.replace('english = ""', 'english = "No campaigning."')))
    with pytest.raises(FaultsError) as error:
        loop.build([found()])
    assert codes(error) == ["correction-english"]
    loop.edit(('english_by = ""\nenglish_on = ""\n\n[[article.quote]]', 'english_by = "Rina"\nenglish_on = 2026-11-20\n\n[[article.quote]]'))
    pack = loop.build([found()]).pack
    for block in (pack.articles[0].quotes[0].text, pack.rules[0].text):  # the same words have the same English wherever they stand
        assert block.en
        assert (block.en.text, block.en.origin, block.en.reviewer) == ("No campaigning.", Origin.REVIEWED, "Rina")


def test_a_quote_that_the_program_missed_is_added_by_its_words(loop: Loop) -> None:
    of = [findings(news(), quotes=(("direct", RULE, "s1"),), speakers=(JUMANI,))]
    loop.build(of)
    loop.edit(
        ("\n## Laws", f'\n[[article.quote]]\ntext = "{WISH}"\nspeaker = "sidik"\n\n## Laws')
        if "## Laws" in loop.path.read_text("utf-8")
        else (
            "\n## For the program",
            f'\n[[article.quote]]\ntext = "“{WISH}”"\nspeaker = "sidik"\n\n[[speaker]]\nid = "sidik"\nname = "Sidik"\n\n## For the program',
        )
    )
    done = loop.build(of)
    assert [(quote.text.id, quote.kind, quote.reference.person) for quote in done.pack.articles[0].quotes] == [
        (RULE, "direct", "jumani"),
        (WISH, "direct", "sidik"),
    ]
    assert loop.build(of).text == done.text
    assert loop.build([found()]).pack.articles[0].quotes[1].reference.person == "sidik"


def test_a_quote_that_is_not_in_the_article_is_refused(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(("\n## For the program", '\n[[article.quote]]\ntext = "Netralitas itu harga mati"\n\n## For the program'))
    with pytest.raises(FaultsError) as error:
        loop.build([found()])
    assert codes(error) == ["correction-not-in-article"]


def test_articles_move_and_go(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    text = loop.build(both).text
    head, first, second = text.partition("[[article]]")[0], *text.split("\n[[article]]")[1:]
    second, mark, tail = second.partition("\n## For the program")
    loop.path.write_text(f"{head}\n[[article]]{second}\n[[article]]{first}{mark}{tail}", encoding="utf-8")
    done = loop.build(both)
    assert [each.title.id for each in done.pack.articles] == ["Berita 2", "Berita 1"]
    loop.edit(
        ('file = "artikel/b.txt"\nsha256 = "' + "2" * 64 + '"\nkeep = true', 'file = "artikel/b.txt"\nsha256 = "' + "2" * 64 + '"\nkeep = false')
    )
    assert [each.title.id for each in loop.build(both).pack.articles] == ["Berita 1"]
    assert [each.title.id for each in loop.build([*both, found(news("c.txt", digest="3"))]).pack.articles] == ["Berita 3", "Berita 1"]


def test_the_date_of_an_article_decides_the_law(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('published = "2024-06-25"', 'published = "2022-01-10"'))
    assert loop.build([found()]).pack.law[0].status_then == "in_force"


def test_a_law_note_is_overruled_with_a_reason(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(("accept = true", "accept = false"))
    with pytest.raises(FaultsError) as error:
        loop.build([found()])
    assert codes(error) == ["correction-reason"]
    loop.edit(('reason = ""', 'reason = "Masih berlaku menurut Biro Hukum."'))
    (row,) = loop.build([found()]).pack.law
    assert (row.status_then, row.status_now, row.replaced_by, row.overruled) == (None, None, None, "Masih berlaku menurut Biro Hukum.")


def test_the_program_may_change_its_mind_but_not_the_officers(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('name = "Sidik"', 'name = "Siddiq"'), (f'text = "{WISH}"\nkeep = true', f'text = "{WISH}"\nkeep = false'))
    loop.build([found()])
    fuller = replace(SIDIK, name="Sidik Purnomo", name_with_titles=None, office="Ketua Bawaslu Kabupaten Pati Periode Ini")
    newer = replace(found(), speakers=(JUMANI, fuller))
    done = loop.build([newer])
    person = done.applied.draft.people[1]
    assert (person.id, person.speaker.name, person.speaker.office) == ("sidik", "Siddiq", fuller.office)
    assert [quote.text.id for quote in done.pack.articles[0].quotes] == [RULE]
    longer = replace(
        newer, quotes=(newer.quotes[0], replace(newer.quotes[1], span=replace(newer.quotes[1].span, start=newer.quotes[1].span.start + 5)))
    )
    again = loop.build([longer])
    assert [quote.text.id for quote in again.pack.articles[0].quotes] == [RULE]


def test_edits_that_no_longer_fit_are_kept_and_come_back(loop: Loop) -> None:
    loop.build([found()])
    loop.edit((f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"', f'text = "{WISH}"\nkeep = true\nspeaker = "jumani"'))
    loop.build([found()])
    short = findings(article(f"“{RULE},” ujar Jumani."), quotes=(("direct", RULE, "s1"),), speakers=(JUMANI,))
    changed = loop.build([short], ["artikel/a.txt"])
    assert [problem.code for problem in changed.problems] == ["source-changed", "corrections-unplaced"]
    assert [(lost.kind, lost.text, lost.edits) for lost in changed.applied.lost] == [("quote", WISH, {"speaker": "jumani"})]
    assert loop.build([short], ["artikel/a.txt"]).text == changed.text
    back = loop.build([found()])
    assert back.applied.lost == ()
    assert [quote.reference.person for quote in back.pack.articles[0].quotes] == ["jumani", "jumani"]


def test_edits_of_an_article_that_is_missing_wait_for_it(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    loop.build(both)
    loop.edit(('title = "Berita 2"', 'title = "Kabar 2"'))
    loop.build(both)
    assert [(lost.kind, lost.file) for lost in loop.build([found()]).applied.lost] == [("article", "artikel/b.txt")]
    assert loop.build(both).pack.articles[1].title.id == "Kabar 2"


def test_whose_words_are_given_to_another_and_whose_entry_is_deleted_is_gone(loop: Loop) -> None:
    loop.build([found()])
    text = loop.path.read_text("utf-8")
    start = text.index('[[speaker]]\nid = "sidik"')
    text = text[:start] + text[text.index("\n\n", start) + 2 :]
    loop.path.write_text(text.replace('speaker = "sidik"', 'speaker = "jumani"'), encoding="utf-8")
    done = loop.build([found()])
    assert (done.problems, 'id = "sidik"' in done.text) == ((), False)
    assert loop.build([found()]).text == done.text


def test_an_approval_holds_for_what_is_said_and_not_for_how_it_looks(loop: Loop) -> None:
    done = loop.build([found()])
    cover = replace(done.applied.draft.cover, approved_by="Rina", approved_on=DAY)
    _, noted, _ = approve(done.pack, cover, {})
    for look in (cover, replace(cover, paper="F4"), replace(cover, greyscale=True), replace(cover, large_print=True)):
        assert approve(done.pack, look, noted)[1:] == (noted, ())
    draft, none, (problem,) = approve(done.pack, replace(cover, profile="pemkab"), noted)
    assert (draft.approved_by, none, problem.arguments["reason"]) == (None, {}, "changed-sections")


def test_an_approval_that_lapsed_says_whether_an_article_or_a_correction_changed(loop: Loop) -> None:
    done = loop.build([found()])
    cover = replace(done.applied.draft.cover, approved_by="Rina", approved_on=DAY)
    _, noted, _ = approve(done.pack, cover, {})
    (made,) = done.pack.articles
    titled = replace(made, title=replace(made.title, id="Judul lain"))
    quote = made.quotes[0]
    told = replace(made, quotes=(replace(quote, told=Bilingual(id="Berbicara tentang netralitas.")), *made.quotes[1:]))
    changes = {
        "changed-articles": replace(titled, sha256="0" * 64),
        "changed-correction": titled,
        "changed-english": told,
    }
    for reason, changed in changes.items():
        (problem,) = approve(replace(done.pack, articles=(changed,)), cover, noted)[2]
        assert problem.arguments["reason"] == reason


def test_indonesian_alone_is_approved_with_its_english_and_not_the_other_way(loop: Loop) -> None:
    done = loop.build([found()])
    cover = replace(done.applied.draft.cover, approved_by="Rina", approved_on=DAY)
    alone = replace(done.pack, languages=("id",))
    _, both, _ = approve(done.pack, cover, {})
    assert approve(alone, cover, both)[1:] == (both, ())
    _, indonesian, _ = approve(alone, cover, {})
    _, none, (problem,) = approve(done.pack, cover, indonesian)
    assert (none, problem.arguments["reason"]) == ({}, "changed-english")
    other = replace(done.pack, event_en="Parade")
    assert approve(other, cover, both)[2][0].arguments["reason"] == "changed-english"


def test_space_around_a_value_is_no_value(loop: Loop) -> None:
    text = loop.build([found()]).text
    loop.edit(('name = "Sidik"', 'name = " Sidik "'), ('approved_by = ""', 'approved_by = "  "'))
    done = loop.build([found()])
    assert (done.text, done.applied.draft.cover.approved_by) == (text, "")


def test_pieces_that_touch_are_one(loop: Loop) -> None:
    loop.build([found()])
    whole = f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"\nshorten = '
    loop.edit((f"{whole}[]", f'{whole}["Kami ... seluruh", "aparatur menjaga netralitas"]'))
    assert loop.build([found()]).pack.articles[0].quotes[1].text.id == "Kami berharap seluruh aparatur menjaga netralitas [...]"


def test_edits_that_waited_give_way_to_those_of_an_entry_written_since(loop: Loop) -> None:
    loop.build([found()])
    loop.edit((f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"', f'text = "{WISH}"\nkeep = false\nspeaker = "jumani"'))
    loop.build([found()])
    waiting = f'\n[[unplaced]]\nkind = "quote"\nfile = "artikel/a.txt"\nwords = "{WISH}"\nkeep = true\nshorten = ["Kami ... aparatur"]\n'
    loop.path.write_text(loop.path.read_text("utf-8") + waiting, encoding="utf-8")
    done = loop.build([found()])
    assert f'text = "{WISH}"\nkeep = false\nspeaker = "jumani"\nshorten = ["Kami ... aparatur"]' in done.text


def test_english_emptied_at_one_place_may_be_filled_in_at_another(loop: Loop) -> None:
    loop.build([found()])
    own = 'english = "Stay neutral."\nenglish_by = "Rina"\nenglish_on = "2026-11-20"'
    loop.edit(('english = ""\nenglish_by = ""\nenglish_on = ""\n\n[[article.quote]]', f"{own}\n\n[[article.quote]]"))
    text = loop.build([found()]).text
    assert text.count(own) == 2  # the rule has the same words
    start = text.index("[[article.rule]]")
    loop.path.write_text(text[:start] + text[start:].replace(own, 'english = ""\nenglish_by = ""\nenglish_on = ""', 1), encoding="utf-8")
    rule = loop.build([found()]).pack.rules[0]
    assert rule.text.en
    assert rule.text.en.text == "Stay neutral."


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (f'[[article.quote]]\ntext = "“{WISH}”"\nkeep = false\n', "correction-same-words"),
        ('[[article.quote]]\ntext = "seluruh aparatur"\n\n[[article.quote]]\ntext = "seluruh  aparatur"\n', "correction-same-words"),
        ('[[article.citation]]\ntext = "Peraturan Nomor 9"\nnote = "Lihat."\n', "correction-no-citation"),
    ],
)
def test_an_added_entry_that_cannot_be_is_a_fault(loop: Loop, entry: str, code: str) -> None:
    loop.build([found()])
    for place in ("\n[[article.quote]]\n", "\n## For the program"):
        text = loop.path.read_text("utf-8")
        loop.edit((place, f"\n{entry}{place}"))
        with pytest.raises(FaultsError) as error:
            loop.build([found()])
        assert codes(error) == [code]
        loop.path.write_text(text, encoding="utf-8")


def test_one_text_has_one_english(loop: Loop) -> None:
    loop.build([found()])
    own = 'english = "{}"\nenglish_by = "Rina"\nenglish_on = "2026-11-20"'
    none = own.format("").replace("Rina", "").replace("2026-11-20", "")
    text = loop.path.read_text("utf-8")
    quote, rule = text.split("[[article.rule]]", 1)
    start = quote.index("[[article.quote]]")
    quote = quote[:start] + quote[start:].replace(none, own.format("Stay neutral."), 1)
    loop.path.write_text(f"{quote}[[article.rule]]{rule.replace(none, own.format('Be neutral.'), 1)}", encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        loop.build([found()])
    assert codes(error) == ["correction-two-english"]
    lines = loop.path.read_text("utf-8").split("\n")
    (fault,) = error.value.errors
    assert lines[int(fault.arguments["line"]) - 1] == 'english = "Be neutral."'
    assert lines[int(fault.arguments["other"]) - 1] == 'english = "Stay neutral."'


def test_what_waits_is_written_as_it_can_be_read_and_comes_back_as_it_was(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    added = '[[article.quote]]\ntext = "seluruh aparatur menjaga netralitas"\n\n[[article.rule]]\n'
    loop.build(both)
    loop.edit(
        ('title = "Berita 1"', 'title = "Kabar 1"'),
        ("[[article.rule]]\n", added),
        (f'text = "{RULE}"\nkeep = true', f'text = "{RULE}"\nkeep = false'),
    )
    before = loop.build(both)
    gone = [loop.build(both[1:]).text for _ in range(3)]
    assert gone[0] == gone[1] == gone[2]
    after = loop.build(both)
    assert (after.pack, after.text) == (before.pack, before.text)


def test_what_waits_finds_an_article_that_comes_back_under_another_name(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    loop.build(both)
    loop.edit(('title = "Berita 1"', 'title = "Kabar 1"'))
    loop.build(both)
    loop.build(both[1:])
    done = loop.build(both, ["baru/c.txt", "artikel/b.txt"])
    assert done.pack.articles[0].title.id == "Kabar 1"
    assert done.applied.lost == ()


def test_a_text_that_comes_again_beside_the_file_that_lost_it_is_an_article_of_its_own(loop: Loop) -> None:
    loop.build([found()])
    changed = found(news(digest="2"))
    loop.build([changed])  # another text in the same file: the entry stays
    both = [changed, found(news("b.txt", digest="1"))]
    done = loop.build(both)
    assert [item.title.id for item in done.pack.articles] == ["Berita 2", "Berita 1"]
    assert loop.build(both).text == done.text


def test_one_text_in_two_files_keeps_the_order_of_the_entries(loop: Loop) -> None:
    twins = [found(news("a.txt")), found(news("b.txt"))]
    text = loop.build(twins).text
    start, second, end = (text.index(words) for words in ('[[article]]\nid = "a-111111"\n', '[[article]]\nid = "a-111111-2"', "## For the program"))
    loop.path.write_text(text[:start] + text[second:end] + text[start:second] + text[end:], encoding="utf-8")
    done = loop.build(twins)
    assert [item.source_name for item in done.pack.articles] == ["b.txt", "a.txt"]
    assert loop.build(twins).text == done.text


def test_what_waited_for_a_person_stays_when_they_are_there_again(loop: Loop) -> None:
    silent = replace(found(), quotes=found().quotes[:1])
    loop.build([found()])
    loop.edit(('name = "Sidik"', 'name = "Siddiq"'))
    loop.build([found()])
    assert [lost.kind for lost in loop.build([silent]).applied.lost] == ["speaker"]
    for _ in range(3):
        assert [person.name for person in loop.build([found()]).pack.people] == ["Jumani", "Siddiq"]


def test_what_waits_for_one_article_goes_to_no_other_under_its_file(loop: Loop) -> None:
    both = [found(), found(news("b.txt", digest="2"))]
    loop.build(both)
    loop.edit(('title = "Berita 2"', 'title = "Kabar 2"'))
    for _ in range(2):
        done = loop.build([found(news("b.txt"))])  # the text of a.txt, in the file of the other
        assert done.pack.articles[0].title.id == "Berita 1"
        assert [lost.edits for lost in done.applied.lost] == [{"title": "Kabar 2"}]


def test_an_indirect_statement_that_is_kept_beside_quotes_is_matched_to_the_statements_then(loop: Loop) -> None:
    said = "Sidik meminta semua ASN menjaga netralitas."
    of = found(news(extra=f" {said}"))
    start = of.article.text.index(said)
    of = replace(of, quotes=(*of.quotes, replace(of.quotes[1], kind="indirect", span=Span(start, start + len(said)))))
    text = loop.build([of]).text
    place = text.index("\n[[article.quote]]\n") + 1
    loop.path.write_text(f'{text[:place]}[[article.quote]]\ntext = "{said}"\n\n{text[place:]}', encoding="utf-8")
    passages = loop.build([of]).applied.draft.articles[0].passages
    assert [passage.points for passage in passages if passage.kind == "quote" and passage.span.start == start] == [("stay-neutral",)]


def test_words_of_the_officer_push_no_entry_out_that_was_deleted_by_hand(loop: Loop) -> None:
    text = loop.build([found()]).text
    start = text.rindex("[[article.quote]]", 0, text.index(WISH))
    added = '[[article.quote]]\ntext = "seluruh aparatur menjaga netralitas"\n\n'
    loop.path.write_text(text[:start] + added + text[text.index("\n\n", start) + 2 :], encoding="utf-8")
    done = loop.build([found()])
    assert [problem.code for problem in done.problems] == ["entry-returned"]
    assert [quote.text.id for quote in done.pack.articles[0].quotes] == [RULE, WISH, "seluruh aparatur menjaga netralitas"]


def test_an_entry_deleted_by_hand_comes_back_with_a_note(loop: Loop) -> None:
    text = loop.build([found()]).text
    start = text.index("[[article.citation]]")
    loop.path.write_text(text[:start] + text[text.index("\n## For the program") :], encoding="utf-8")
    done = loop.build([found()])
    assert done.text == text
    assert [problem.code for problem in done.problems] == ["entry-returned"]


def test_comments_of_the_officer_stay_where_they_stand(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(
        ('[[speaker]]\nid = "sidik"', '# tanya Humas\n[[speaker]] # penting\nid = "sidik"'),
        ('name = "Sidik"', '# ejaan dari KTP\nname = "Siddiq" # pasti'),
    )
    text = loop.path.read_text("utf-8")
    loop.path.write_text(text + "# sudah dibaca\n", encoding="utf-8")
    done = loop.build([found()]).text
    assert '# tanya Humas\n[[speaker]]  # penting\nid = "sidik"' in done
    assert '# ejaan dari KTP\nname = "Siddiq"  # pasti' in done
    assert done.endswith("\n# sudah dibaca\n")
    assert loop.build([found()]).text == done


def test_the_cover_is_the_offices(loop: Loop) -> None:
    loop.build([found()])
    loop.edit(('event = ""', 'event = "Sosialisasi"'), ('date = ""', "date = 2024-09-02"), ('languages = ["id", "en"]', 'languages = ["id"]'))
    text = loop.path.read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title = "))
    loop.edit((title, 'title = "Bahan Sosialisasi"'))
    pack = loop.build([found()]).pack
    assert (pack.title.id, pack.title.en, pack.event, pack.day, pack.languages) == ("Bahan Sosialisasi", None, "Sosialisasi", "2024-09-02", ("id",))


@pytest.mark.parametrize("key", ["name", "keep"])
def test_a_line_of_the_officers_that_is_deleted_is_missed(loop: Loop, key: str) -> None:
    loop.build([found()])
    loop.edit(('name = "Sidik"', 'name = "Siddiq"'))
    loop.build([found()])
    text = loop.path.read_text("utf-8")
    start = text.index(f"\n{key} = ", text.index('id = "sidik"'))
    loop.path.write_text(text[:start] + text[text.index("\n", start + 1) :], encoding="utf-8")
    with pytest.raises(FaultsError) as error:
        loop.build([found()])
    assert codes(error) == ["toml-missing-key"]
