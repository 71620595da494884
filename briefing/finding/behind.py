"""What an operator behind an act makes of it: its predicate, the ban that sums up a list, the verdict on a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.finding.operators import AFTER_REACH, OBJECTS, takes_up

if TYPE_CHECKING:
    from briefing.finding.modality import Reading
    from briefing.finding.operators import Governor
    from briefing.lexicon.phrasebook import Hit

_PLURALS = frozenset({",", ".", "bahwa", "para", "setiap", "seluruh", "semua", "bagi"})


def governed_behind(reading: Reading, hit: Hit) -> Governor | None:
    """Return the operator behind a hit that governs it, or the verdict before the condition in which it stands."""
    return _predicate(reading, hit) or _judged(reading, hit)


def _predicate(reading: Reading, hit: Hit) -> Governor | None:
    """Return the operator behind a hit that governs it as its predicate ("menekan tombol suka tidak boleh")."""
    standing = reading.standing[hit.start]
    governor = next((governor for governor in reading.governors if governor.start >= hit.end), None)
    if not governor or not governor.operator.after or governor.start - hit.end > AFTER_REACH or _has_subject(reading, hit, governor):
        return None
    if standing.conditional:
        return governor if governor.force == "forbid" and takes_up(reading, governor, passive=False) else None
    same = reading.standing[governor.start].segment == standing.segment
    parted = governor.force in {"require", "permit"} or governor.operator.syntax == "imperative"
    apart = parted and not takes_up(reading, governor) and _is_apart(reading, hit.end, governor.start)
    related = reading.relative_before(hit.start) is not None and not (governor.force == "forbid" and reading.tells_of_thing(hit))
    allowed = governor.operator.verdict or takes_up(reading, governor) or not (apart or related)
    return governor if same and allowed else None


def summed_up(reading: Reading, hit: Hit) -> Governor | None:
    """Return the prohibition that sums up the list in which a hit stands ("hadir di kampanye, mengajak orang memilih calon, itu tidak boleh")."""
    after = [governor for governor in reading.governors if governor.start >= hit.end]
    ban = next((governor for governor in after if reading.tokens[governor.start - 2 : governor.start] == (",", "itu")), None)
    if ban is None or ban.force != "forbid" or not takes_up(reading, ban):
        return None
    same = reading.standing[ban.start].segment == reading.standing[hit.start].segment
    own = any(governor.operator.syntax == "subject" for governor in after[: after.index(ban)])
    return ban if same and not own else None


def _has_subject(reading: Reading, hit: Hit, governor: Governor) -> bool:
    """Return whether an operator behind a hit has its own subject: the hit itself ("*kader partai* dilarang …") or people named anew ("…, dan peserta dilarang …")."""
    subjects = [(name, group.start) for name, group in reading.groups if group.end == governor.start]
    if hit.end == governor.start:
        before = {*reading.tokens[max(0, hit.start - 1) : hit.start]}
        return any(name in OBJECTS for name, _ in subjects) and (not before or bool(before & _PLURALS))
    named = (*(start for _, start in subjects), *(other.start for other in reading.named("pronoun") if other.end == governor.start))
    return any(start > hit.end and reading.tokens[start - 1] in {"dan", "serta"} for start in named)


def _judged(reading: Reading, hit: Hit) -> Governor | None:
    """Return the verdict before the condition in which a hit stands ("melanggar aturan jika memihak")."""
    earlier = [governor for governor in reading.governors if governor.end <= hit.start]
    if not reading.standing[hit.start].conditional or not earlier or not earlier[-1].operator.verdict:
        return None
    return None if any(token in {",", "maka"} for token in reading.tokens[earlier[-1].end : hit.start]) else earlier[-1]


def _is_apart(reading: Reading, start: int, end: int) -> bool:
    """Return whether a comma stands between two tokens that no list and no inserted "kata Sekda" explains."""
    commas = [at for at in range(start, end) if reading.tokens[at] == "," and not reading.told & {at - 1, at + 1}]
    return bool(commas) and reading.tokens[commas[-1] + 1] not in {"atau", "maupun"}
