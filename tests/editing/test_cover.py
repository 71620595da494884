"""Title, deck and audience of a pack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing import cover
from tests.editing.making import article, findings

if TYPE_CHECKING:
    from briefing.model.finding import Findings


def about(title: str, text: str = "Kalimat.", addressee: tuple[str, ...] = (), published: str | None = None) -> Findings:
    of = article(text, title=title, published=published)
    return findings(of, rules=((("duty",), text, None),) if addressee else (), addressee=addressee)


def test_the_title_names_those_whom_enough_articles_are_about() -> None:
    found = [
        about("Jaga Netralitas ASN dan Kades dalam Pilkada"),
        about("Netralitas ASN Kunci Pilkada"),
        about("Sosialisasi Pilkada", "Kepala desa wajib netral.", ("village-head",)),
        about("Netralitas", "Anggota TNI wajib netral.", ("tni", "asn")),
        about("Netralitas ASN di Pilkada", "Netralitas."),
    ]
    title = cover.title(found)
    assert title.id == "Netralitas ASN dan Kepala Desa dalam Pilkada"
    assert title.en
    assert title.en.text == "Neutrality of Civil Servants and Village Heads in Regional Head Elections"
    assert cover.audience(found).id == "Aparatur sipil negara (ASN) dan kepala desa"


def test_a_rule_that_mentions_somebody_by_the_way_makes_no_title() -> None:
    found = [about("Kades di Kampanye", "Sebagian wajib diserahkan kepada polisi demi netralitas.", ("polri",))]
    assert cover.title(found).id == "Netralitas Kepala Desa dalam Pemilihan"
    assert cover.audience(found).id == "Kepala desa"


def test_the_elections_of_the_title_and_those_that_the_text_names_most_often_are_on_the_cover() -> None:
    assert cover.title([about("ASN Netral di Pilkada", "Pemilu, Pemilu, Pemilu.")]).id == "Netralitas ASN dalam Pilkada dan Pemilu"
    assert cover.title([about("ASN Netral di Pilkada", "Pilkada, pilkada, cabup, pemilu.")]).id == "Netralitas ASN dalam Pilkada"
    assert cover.title([about("ASN Netral", "Pemilu dan pilkada, pemilu, pemilu.")]).id == "Netralitas ASN dalam Pemilu"


def test_two_elections_share_the_title() -> None:
    found = [about("ASN Netral di Pilkada"), about("ASN Netral di Pemilu")]
    assert cover.title(found).id == "Netralitas ASN dalam Pilkada dan Pemilu"


def test_an_election_named_less_than_half_as_often_is_no_subject() -> None:
    assert cover.title([about("ASN Netral", "Pilkada, pilkada, cabup; dahulu pemilu.")]).id == "Netralitas ASN dalam Pilkada"
    assert (
        cover.title([about("ASN Netral", "Pemilu, pilkada. Pilkada. Ketua Badan Pengawas Pemilu.")]).id == "Netralitas ASN dalam Pilkada dan Pemilu"
    )


def test_articles_about_something_else_get_a_neutral_title() -> None:
    found = [about("Harga Beras Naik")]
    assert cover.title(found).id == "Kutipan dan Aturan dalam Berita"
    assert cover.audience(found).id == "Peserta sosialisasi"


def test_neutrality_without_addressee_or_election() -> None:
    assert cover.title([about("Jaga Netralitas")]).id == "Netralitas dalam Pemilihan"


def test_the_deck_counts_articles_and_days() -> None:
    found = [about("A", published="2024-10-23T20:31+07:00"), about("B", published="2024-08-02"), about("C", published="2024-06-25")]
    deck = cover.deck(found, holds=["speakers", "cited", "changed"])
    assert deck.id.startswith("Tiga artikel berita, 25 Juni sampai 23 Oktober 2024: siapa berkata apa")
    assert deck.en
    assert deck.en.text.startswith("Three news articles, 25 June to 23 October 2024: who said what")


def test_the_deck_tells_no_span_where_an_article_has_no_day() -> None:
    assert cover.deck([about("A", published="2024-10-23"), about("B")], holds=["speakers"]).id.startswith("Dua artikel berita: siapa")


def test_the_deck_takes_the_day_of_what_went_before_for_none_of_the_article() -> None:
    told = replace(article("“Yang jelas kemarin, Minggu (3/12), susu dibagikan,” katanya."), event_date="2023-12-03", event_printed="Minggu (3/12)")
    assert cover.deck([findings(told)], holds=["speakers"]).id.startswith("Satu artikel berita: siapa")


def test_the_deck_promises_no_more_than_the_pack_holds() -> None:
    deck = cover.deck([about("A")], holds=["speakers", "stated"])
    assert deck.id == "Satu artikel berita: siapa berkata apa dan aturan apa yang disampaikan."
    assert deck.en
    assert deck.en.text == "One news article: who said what and which rules were stated."
    assert cover.deck([about("A", published="2024-10-23")], holds=[]).id == "Satu artikel berita, 23 Oktober 2024."
