"""Writes docs/law.md, what the catalogue of the law covers: python -m tests.lawdoc."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon import law, provisions
from briefing.lexicon.bodies import bodies
from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.lexicon.law import Basis, Instrument

PAGE: Final = Path(__file__).parents[1] / "docs" / "law.md"
_LEVELS: Final = {
    "primary_text": "read in the text of the law: printed as bare fact",
    "official_copy": "read in a copy or index of an office: printed as bare fact",
    "press": "reported by the press or another second hand: printed with its source named",
    "unverified": "never verified: not printed",
}
_HEAD: Final = """# What the law catalogue covers

Written by `python -m tests.lawdoc` from [`briefing/lexicon/law/`](../briefing/lexicon/law); a test tells when it is out of date.

The catalogue was last read whole on **{day}**: "now" on every page means that day. It holds {instruments} instruments, {provisions} provisions
({versions} versions: what changed is held as it read before and after), {steps} steps of sanctions, {bodies} institution that is gone, and for {articles}
articles of the regional head election law the statute that holds the latest text. Provisions are told in words of our own; no text of a law is copied.
An office lays its own `law/instruments.toml`, `law/provisions.toml` and `law/sanctions.toml` over all this.

## How a fact is known

| level | what it means | instruments | provisions |
|---|---|---|---|
{levels}

`data-peraturan` is github.com/mblonyox/data-peraturan, the texts of laws and government regulations; `flat-peraturan` is github.com/mblonyox/flat-peraturan,
the index of peraturan.go.id; `akuntuntas` is github.com/ArielOsaze/akuntuntas, the text of Law 1/2026. The short hash is the commit.

## What it does not know

* **Words after an amendment.** A provision reads as in the source that its entry names. Where its instrument was amended since, later words were looked at only
  where a second version or a note says so.
* **Fines after 2 January 2026** for articles 187, 188 and 190 of Law 1/2015 and 189 of Law 8/2015: Law 1/2026 took the minimum away and does not list these
  articles. The original text stands with a note, and no new figure.
* **Original figures** of articles 493, 494, 523 and 547 of Law 7/2017: known from the press alone and left out. The figures since 2 January 2026 are held.
* **A level of penalty** for Government Regulation 94/2021, article 5(n)(1): the regulation names none of its own.
* **Articles 120, 122A and 201A** of the regional head election law: where their latest text stands was not read.
* **Status not known on {day}:** {unknown}.
* **First day in force not known:** {undated}.
* **Title not verified, so not printed:** {untitled}.
* Whatever is not in the table below: a citation of it is printed as it was written, with "not in the catalogue".

## What changed within a law

| provision | reads so | until the day before | how known |
|---|---|---|---|
{changed}

## Instruments

Provisions are named by article, paragraph in brackets and letter; a list, schedule or content has no article. "Repealed" is also said of a government regulation
in lieu of law that a law has since enacted: that law is cited. "Partly" is said of what a repeal left standing, "unknown" where no source settles it.

| instrument | in force from | status on {day} | provisions held | how known |
|---|---|---|---|---|
{rows}
"""


def written() -> str:
    """Return the page as it must read for the catalogue of this checkout."""
    known = law.instruments()
    held = [provision for instrument in known for provision in provisions.provisions(instrument.id)]
    keys = {(provision.instrument, provision.key) for provision in held}
    return _HEAD.format(
        day=law.as_of().isoformat(),
        instruments=len(known),
        provisions=len(keys),
        versions=len(held),
        steps=len(table("law/sanctions.toml")["sanction"]),
        bodies=len(bodies()),
        articles=sum(map(_count, table("law/homes.toml")["statute"])),
        levels="\n".join(_levels((instrument.basis for instrument in known), (provision.basis for provision in held))),
        unknown=_named(instrument for instrument in known if law.status(instrument.id, law.as_of()) == "unknown"),
        undated=_named(instrument for instrument in known if not instrument.starts),
        untitled=_named(instrument for instrument in known if not instrument.title_en),
        changed="\n".join(_changed(held)),
        rows="\n".join(map(_row, known)),
    )


def _count(statute: dict[str, Any]) -> int:
    """Return how many articles a statute holds in its latest text, or deleted: "22-26" are five."""
    ranges = (name.split("-") for name in (*statute.get("articles", ()), *statute.get("deleted", ())))
    return sum(int(ends[-1]) - int(ends[0]) + 1 if len(ends) > 1 else 1 for ends in ranges)


def _levels(instruments: Iterable[Basis], held: Iterable[Basis]) -> Iterator[str]:
    counts = [Counter(str(basis.level) for basis in found) for found in (instruments, held)]
    for level, meaning in _LEVELS.items():
        yield f"| {level} | {meaning} | {counts[0][level]} | {counts[1][level]} |"


def _changed(held: list[provisions.Provision]) -> Iterator[str]:
    counts = Counter((provision.instrument, provision.key) for provision in held)
    for provision in held:
        if counts[provision.instrument, provision.key] > 1:
            known = law.instrument(provision.instrument)
            name = f"{known.short_en if known else provision.instrument}, {provision.ref_en}"
            yield f"| {name} | {provision.text_en} | {provision.until or '–'} | {_basis(provision.basis)} |"


def _row(known: Instrument) -> str:
    named = dict.fromkeys(provision.ref_en.replace("Article ", "") for provision in provisions.provisions(known.id))
    status = law.status(known.id, law.as_of()).replace("_", " ")
    name = known.short_en + (f": {known.subject_en}" if known.subject_en else "")
    return f"| {name} | {known.starts or 'not known'} | {status} | {'; '.join(named) or '–'} | {_basis(known.basis)} |"


def _basis(basis: Basis) -> str:
    return f"{basis.level}: {basis.source}" if basis.source else basis.level


def _named(found: Iterable[Instrument]) -> str:
    return ", ".join(known.short_en for known in found)


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8", newline="\n")
