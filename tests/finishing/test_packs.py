"""Every kind of pack that is built agrees with itself."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import pytest

from briefing import intake, pipeline
from briefing.editing.review import store
from briefing.files import shipped
from briefing.finishing.verify import verify
from briefing.settings import Settings

Chosen: TypeAlias = str | bool | tuple[str, ...]

SEEDS = shipped("seeds")
FIRST = min(SEEDS.glob("*.txt"))

HOSTILE = (
    "Sekda Ingatkan <b>Netralitas</b> & {{ 7*7 }} (Aparatur)\n\n"
    "JAMBI – “Aparatur harus netral; ¶ 4 bukan nomor [KPU] \\(a\\) %d dan 漢字 🙏🏽 hal\u2011hal 𝐍𝐞𝐭𝐫𝐚𝐥 tetap tercetak,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid, "
    "Senin (21/10/2024).\n\nIa menegaskan aparatur dilarang berkampanye sesuai Undang-Undang Nomor 10 Tahun 2016, hubungi 081234567890.\n\n"
    "“Netral,” tegasnya.\n"
)


def built(*paths: Path, **chosen: Chosen) -> bytes:
    outcomes = [outcome for outcome in intake.find_all(intake.sources(list(paths))) if outcome.findings]
    correction = store.chosen(store.open_correction(Path("none.koreksi.toml")), chosen)
    return pipeline.build(outcomes, correction, Settings()).pdf


@pytest.mark.parametrize(
    "chosen",
    [
        {"paper": "F4", "greyscale": True, "profile": "pemkab"},
        {"languages": ("id",)},
    ],
    ids=lambda chosen: "-".join(chosen) or "usual",
)
def test_a_pack_of_the_seeds_agrees_with_itself(chosen: dict[str, Chosen]) -> None:
    assert verify(built(SEEDS, **chosen), "paket.pdf").problems == ()


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["bawaslu", "pemkab"])
@pytest.mark.parametrize("languages", [("id",), ("id", "en")])
@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_pack_of_any_form_agrees_with_itself(paper: str, large_print: bool, languages: tuple[str, ...], profile: str) -> None:
    pdf = built(SEEDS, paper=paper, large_print=large_print, languages=languages, profile=profile)

    assert verify(pdf, "paket.pdf").problems == ()


def test_a_pack_of_an_article_without_a_quote_agrees_with_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    words = "Sosialisasi membahas tahapan pemilihan kepala daerah dan ketentuan yang berlaku bagi pegawai. " * 3
    file.write_text(
        f"Pemkab Pati Gelar Sosialisasi Netralitas ASN\n\nPemerintah Kabupaten Pati menggelar sosialisasi pada Senin (21/10/2024). {words}\n", "utf-8"
    )

    assert verify(built(file), "paket.pdf").problems == ()


def test_a_pack_of_one_article_agrees_with_itself() -> None:
    assert verify(built(FIRST), "paket.pdf").problems == ()


def test_a_pack_of_hostile_words_agrees_with_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Hujan di Jambi\n\nHujan turun sepanjang hari di Kota Jambi dan sekitarnya tanpa henti.\n", encoding="utf-8")

    assert verify(built(tmp_path), "paket.pdf").problems == ()


def test_a_pack_of_real_articles_agrees_with_itself() -> None:
    articles = Path(__file__).parents[3] / "shared" / "corpus" / "articles"
    if not articles.is_dir():
        pytest.skip("the articles are not part of the repository")

    assert verify(built(*sorted(articles.glob("*.txt"))[:8]), "paket.pdf").problems == ()
