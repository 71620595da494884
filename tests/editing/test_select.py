"""Which quotes and sentences are chosen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.editing.select import key_quotes, rank, rank_quotes, summarized, summary_sentences
from briefing.lexicon.load import table
from briefing.model.finding import Findings, Speaker
from tests.editing.making import JUMANI, article, findings, span

RULE = "ASN dilarang ikut kampanye pasangan calon di media sosial mana pun selama tahapan berlangsung"
DUTY = "Setiap pegawai harus menjaga jarak dari kontestasi dan melayani masyarakat tanpa membedakan pilihan"
THANKS = "Terima kasih kepada seluruh panitia dan tamu undangan yang hadir pada acara pagi hari ini"
PLAIN = "Acara seperti tadi akan kembali diadakan pada minggu mendatang di gedung yang lain"
SIDIK = Speaker(id="s2", name="Sidik", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati")


def chosen(found: Findings, limit: int = 5) -> list[str]:
    return [quote.span.of(found.article.text) for quote in key_quotes(found, limit)]


def spoken(*quotes: tuple[str, str | None], rules: tuple[str, ...] = (), speakers: tuple[Speaker, ...] = (JUMANI, SIDIK)) -> Findings:
    of = article(*(f"“{words},” ujarnya." for words, _ in quotes))
    return findings(
        of,
        quotes=tuple(("direct", words, speaker) for words, speaker in quotes),
        rules=tuple((("prohibition",), words, "s1") for words in rules),
        speakers=speakers,
    )


def test_a_rule_goes_before_a_plain_statement() -> None:
    assert chosen(spoken((PLAIN, "s1"), (RULE, "s1"), rules=(RULE,)), limit=1) == [RULE]


def test_a_greeting_is_left_out_even_where_there_is_room() -> None:
    assert chosen(spoken((THANKS, "s1"), (RULE, "s1"), rules=(RULE,))) == [RULE]


def test_the_only_quote_of_an_article_stays_whatever_it_says() -> None:
    assert chosen(spoken((THANKS, "s1"))) == [THANKS]


def test_quotes_stand_in_the_order_of_the_article() -> None:
    assert chosen(spoken((DUTY, "s1"), (RULE, "s1"), rules=(RULE,))) == [DUTY, RULE]


def test_no_point_is_made_twice() -> None:
    again = "Di media sosial mana pun ASN dilarang ikut kampanye pasangan calon"
    assert chosen(spoken((again, "s1"), (RULE, "s1"), rules=(RULE, again))) == [again]


def test_speakers_take_turns() -> None:
    other = "Bawaslu membuka posko bagi warga di semua wilayah sampai malam hari"
    same = spoken((RULE, "s1"), (PLAIN, "s1"), (other, "s1"), rules=(RULE,))
    turns = spoken((RULE, "s1"), (PLAIN, "s1"), (other, "s2"), rules=(RULE,))
    assert chosen(same, limit=2) == [RULE, PLAIN]
    assert chosen(turns, limit=2) == [RULE, other]


def test_a_known_speaker_goes_before_an_unknown_one() -> None:
    assert rank_quotes(spoken((DUTY, "s1")))[0].score > rank_quotes(spoken((DUTY, None)))[0].score


def test_indirect_statements_stand_in_only_where_nobody_is_quoted() -> None:
    said = "Jumani mengatakan, ASN wajib netral dalam pemilihan kepala daerah."
    of = article(said, f"“{DUTY},” ujarnya.")
    assert chosen(findings(of, quotes=(("indirect", said, "s1"), ("direct", DUTY, "s1")))) == [DUTY]
    assert chosen(findings(of, quotes=(("indirect", said, "s1"),))) == [said]


def test_an_article_without_any_statement_has_no_quotes() -> None:
    assert key_quotes(findings(article("Hujan turun di Pati."))) == ()


def test_the_summary_opens_with_the_lead_and_leaves_out_what_is_quoted() -> None:
    lead = "Pemerintah Kabupaten Pati menggelar apel kesiapan pengamanan pemilihan."
    repeated = "Jumani menegaskan, ASN dilarang ikut kampanye pasangan calon di media sosial mana pun."
    fresh = "Ia juga meminta camat wajib melaporkan setiap pelanggaran kepada inspektorat."
    of = article(lead, f"“{RULE},” ujarnya.", repeated, fresh)
    found = findings(
        of,
        quotes=(("direct", RULE, "s1"), ("indirect", repeated, "s1"), ("indirect", fresh, "s1")),
        rules=((("prohibition",), RULE, "s1"), (("duty",), fresh, "s1")),
    )
    assert [sentence.text for sentence in summary_sentences(found, key_quotes(found))] == [lead, fresh]


def test_the_findings_of_an_article_carry_its_summary() -> None:
    lead = "Pemerintah Kabupaten Pati menggelar apel kesiapan pengamanan pemilihan."
    found = findings(article(lead))
    assert [sentence.of(found.article.text) for sentence in summarized(found).summary] == [lead]


@pytest.mark.parametrize(("words", "count"), [(5, 4), (25, 3)], ids=["short", "long"])
def test_a_fourth_summary_sentence_needs_room(words: int, count: int) -> None:
    sentences = [f"Setiap orang wajib {' '.join(f'{letter}{number:07}' for number in range(words))}." for letter in "abcd"]
    found = findings(article(*sentences), rules=tuple((("duty",), sentence, None) for sentence in sentences))
    assert len(summary_sentences(found, ())) == count


def test_a_permission_is_never_summed_up_without_its_condition() -> None:
    allowed = "Jumani mengatakan, ASN boleh menghadiri kampanye untuk mendengarkan visi dan misi calon."
    condition = "Sepanjang tidak memakai atribut partai dan fasilitas negara."
    found = findings(article(f"{allowed} {condition}"), quotes=(("indirect", allowed, "s1"),), rules=((("permission",), allowed, "s1"),))
    assert [sentence.text for sentence in summary_sentences(found, ())] == [f"{allowed} {condition}"]


def test_a_score_is_the_sum_of_its_features() -> None:
    of = article(f"{DUTY}.")
    ranked = rank(findings(of), span(of, DUTY), "s1")
    weights = {entry["name"]: entry["weight"] for entry in table("id/selection.toml")["feature"]}
    assert ranked.score == sum(weights[name] for name in ranked.features)
    assert "speaker" in ranked.features


@pytest.mark.parametrize("entry", table("id/selection.toml")["feature"], ids=lambda entry: entry["name"])
def test_every_feature_is_explained_and_finds_its_examples(entry: dict[str, object]) -> None:
    assert entry["about"]
    assert entry["weight"]
    of = article("Kalimat pertama.", *entry.get("examples", ()), *entry.get("not_examples", ()))  # type: ignore[misc]  # TOML arrays
    for example in entry.get("examples", ()):  # type: ignore[attr-defined]
        assert entry["name"] in rank(findings(of), span(of, example), None).features
    for example in entry.get("not_examples", ()):  # type: ignore[attr-defined]
        assert entry["name"] not in rank(findings(of), span(of, example), None).features


texts = st.lists(st.text(alphabet="abcdeASN hargaitu,.?“” ", min_size=1, max_size=80).filter(lambda text: text.strip() != ""), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(min_value=0, max_value=6))
def test_every_choice_is_a_run_of_its_article_and_within_the_limit(paragraphs: list[str], limit: int) -> None:
    of = article(*paragraphs)
    found = findings(of, quotes=tuple(("direct", paragraph, "s1") for paragraph in paragraphs))
    quotes = key_quotes(found, limit)
    assert len({quote.span for quote in quotes}) <= limit
    for sentence in summary_sentences(found, quotes):
        assert sentence.text == sentence.span.of(of.text)
        assert not any(sentence.span.overlaps(quote.span) for quote in quotes)
