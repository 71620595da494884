"""What a sentence forbids, demands or allows: which word governs which, how far it reaches, and what turns it round.

One walk over the words settles, for each of them, the operator that governs it ("dilarang", "harus", "boleh") and whether it is negated.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.finding.behind import governed_behind, summed_up
from briefing.finding.operators import NO_PASSIVE, OBJECTS, Force, Governor, governors, inserted
from briefing.finding.phrases import MARKS
from briefing.finding.pledges import opens_item, pledged_from
from briefing.finding.reports import reports
from briefing.finding.walk import Standing, Walk
from briefing.finding.words import Words
from briefing.lexicon.modality import Operator, lexicon
from briefing.lexicon.pointwords import acts

if TYPE_CHECKING:
    from briefing.finding.phrases import Phrases
    from briefing.lexicon.phrasebook import Hit

# What a word of negation makes of what an operator governs ("harus tidak memihak"); of all others, "free".
_NEGATED_ACT: dict[str, Force] = {"forbid": "require", "require": "forbid"}

_LISTED = 12  # words of a list between its first thing and the word of negation behind it, at most
_VERB = 6  # letters of a word that begins as a verb does, for it to be one
_REFUSAL_REACH = 4  # words between "tidak" and what it denies, at most
_SUBJECT_REACH = 4  # words of a subject between "dan" and what is demanded of it, at most
_ITEMS = frozenset({",", "dan", "serta", "atau", "maupun"})
_FOR = frozenset({"gara-gara", "karena", "lantaran"})
_SHUNNED = 5  # words from "menghindari" to the colon behind which stands what to keep off, at most
_BUT = frozenset({"tetapi", "tapi", "namun"})
_FINITE = frozenset({"mulai", "akan", "sudah", "telah", "sedang", "masih", "juga", "kini"})  # behind a subject that is told of anew
_TURNS = frozenset({",", ";", "bahwa", "maka", "ya"})
_MAIN = frozenset({",", "maka", "ya"})  # between a condition and its main clause ("kalau mau maju ya wajib mundur")
_IS = frozenset({"itu", "adalah", "ialah", "ya"})  # between a prohibition and the "kalau" that opens what it forbids
_JOINING = frozenset({"ikut", "turut", "bersama", "bersama-sama"})
_AIMS = frozenset({"agar", "supaya", "untuk"})  # before what would take a sentence its force they demand it ("agar tidak melanggar …")
_ASKED = frozenset({"agar", "supaya"})
_CONTINUED = frozenset({"tetap", "selalu", "senantiasa", "tidak"})
_OF_ALL = frozenset({"ada", "ringan", "terdiri", "terbagi", "bertingkat", "berjenjang"})  # behind "pegawai itu", of whom no one is meant
# After a comma they open what is demanded beside what is forbidden ("jangan memihak, bersikap netral").
_DUTIES = frozenset({"tetap", "selalu", "senantiasa", "bersikap", "netral", "menjaga", "menjunjung", "jaga"})


_HEADING = Operator(mode="require", syntax="imperative", after=False, verdict=False, before_negation=False, condition=False, initial=False)


class Reading(Words):
    """One sentence, read: the methods tell how a hit stands."""

    def __init__(self, phrases: Phrases, start: int, end: int, listed: Force | None = None, since: int = 0) -> None:
        """Read the sentence between two places of a text: an item of a list under the force `listed`, where it has no operator of its own.

        Only token `since` or a later one governs or takes the sentence its force: before it stands the sentence on which this one leans.
        """
        super().__init__(phrases, start, end)
        self._since = since
        self._heading = Governor(force=listed, operator=_HEADING, start=0, end=0) if listed else None

    @cached_property
    def governors(self) -> tuple[Governor, ...]:
        """The operators in their order."""
        return tuple(governor for governor in governors(self) if governor.start >= self._since)

    @cached_property
    def pledge(self) -> Governor | None:
        """What governs the acts of a pledge of which the sentence tells."""
        first = pledged_from(self, self.governors)
        return None if first is None else Governor(force="pledge", operator=_HEADING, start=first, end=first)

    def _is_pledged(self, hit: Hit, under: Governor | None) -> bool:
        """Return whether a hit is part of what is pledged, or names the pledge itself."""
        if self.pledge is None or hit.name == "oath":
            return self.pledge is not None
        standing = self.standing[hit.start]
        return (
            hit.start >= self.pledge.start
            and not standing.conditional
            and (under is None or under.force == "require" or under.start <= self.pledge.start)
        )

    @cached_property
    def voids(self) -> frozenset[str]:
        """The lists of words found that take the sentence its force."""
        found = {
            name
            for name in lexicon().voids.keys() & self.hits.keys()
            if any(hit.start >= self._since and (hit.start == 0 or self.tokens[hit.start - 1] not in _AIMS) for hit in self.named(name))
        }
        if self.text.rstrip(" \"”'").endswith("?"):
            found.add("void:questions")
        return frozenset(found)

    @cached_property
    def goes_on(self) -> bool:
        """Whether nothing in the sentence, or before its first "tidak …", says what is forbidden or demanded."""
        if self.tokens[:2] == ("tidak", "ada"):
            return False
        return not self.governors or (0 in self.denials and self.governors[0].start > _REFUSAL_REACH - 2)

    @cached_property
    def is_item(self) -> bool:
        """Whether the sentence goes on with a list that began before it."""
        opens = bool(self.tokens) and (self.tokens[0].isdigit() or any(hit.start == 0 for hit in self.named("item")))
        return opens and self.goes_on

    @cached_property
    def opens_with_denial(self) -> bool:
        """Whether the sentence begins with a word of negation, be it behind a number or letter ("3. Tidak …", "c. tidak …")."""
        first = next((at for at, word in enumerate(self.tokens) if word.isalpha() and len(word) > 1), 0)
        return min(self.denials, default=len(self.tokens)) <= first

    @cached_property
    def is_pledge(self) -> bool:
        """Whether the sentence is such an item that lists by itself what is promised ("menghindari …, tidak … serta tidak memihak")."""
        return self.is_item and any(self._opens_item(at) for at in self.denials)

    @cached_property
    def is_refusal(self) -> bool:
        """Whether the sentence is such an item with an ordinal that keeps off something ("Keempat, menolak …")."""
        after = {hit.end for hit in self.named("ordinal") if hit.start == 0}
        return self.is_item and not after.isdisjoint({*self.denials, *(hit.start for hit in self.named("keep-off"))})

    @cached_property
    def last_force(self) -> Force | None:
        """The force under which what follows the sentence stands, if it is a list."""
        forces: dict[int, Force] = {hit.start: "require" for hit in self.named("heading")}
        forces |= {governor.start: governor.force for governor in self.governors}
        last = forces[max(forces)] if forces else None
        shunned = (":" in self.tokens[hit.end : hit.end + _SHUNNED] for hit in self.named("keep-off") if hit.start > max(forces, default=0))
        return "forbid" if last == "require" and any(shunned) else last  # "diminta menghindari perbuatan berikut:"

    def is_report(self, *places: int) -> bool:
        """Return whether what stands at one of these tokens is told of one case or of a number of people, between the same commas."""
        clauses = {self.clause(at) for at in places}
        return any(self.clause(at) in clauses for at in self.reports)

    def governor(self, hit: Hit) -> Governor | None:
        """Return the operator that governs a hit: itself, or the last one before it that reaches it, or else the first behind it that may stand there."""
        if self._is_subject(hit):
            return None
        own = next((governor for governor in self.governors if governor.start == hit.start and governor.operator.syntax == "imperative"), None)
        under = own or self.standing[hit.start].governor
        if self._is_pledged(hit, under):
            return self.pledge
        return under or summed_up(self, hit) or (None if self.is_operator(hit) else governed_behind(self, hit))

    def _is_subject(self, hit: Hit) -> bool:
        """Return whether a hit only tells which people something else is demanded of ("agar para pegawai yang cuti harus …")."""
        before = self.relative_before(hit.start)
        if before is None:
            return False
        after = next((governor for governor in self.governors if governor.start >= hit.end), None)
        earlier = self.standing[hit.start].governor
        if after is None or earlier is None or earlier.end > before or after.operator.syntax != "subject" or after.operator.verdict:
            return False
        people = {hit.end for hit in (*self.named("pronoun"), *(hit for _, hit in self.groups))}
        return before in people and self.clause(after.start) - self.clause(hit.start) <= 1

    def force(self, hit: Hit, governor: Governor) -> Force:
        """Return the force that a hit stands under, which `governor` governs."""
        denial = self.standing[hit.start].denied_at
        if governor.force == "pledge":
            return "pledge"
        if denial is not None and governor.start >= hit.end and self.clause(denial) != self.clause(hit.start):
            denial = None  # "Banyak yang belum tahu, bergabung di grup itu pelanggaran"
        negated = denial is not None and governor.start != hit.start and not (governor.force == "forbid" and self._opens_item(denial))
        if governor.start >= hit.end:
            negated ^= self._kept_off_behind(governor)
        else:
            negated ^= self._denied_behind(hit)
        return _NEGATED_ACT.get(governor.force, "free") if negated else governor.force

    def _denied_behind(self, hit: Hit) -> bool:
        """Return whether a passive verb behind a hit is negated, whose subject it is ("agar mobil dinas, balai desa dan sekolah tidak dipakai")."""
        at = self._list_end(hit.end)
        verb = "".join(self.tokens[at + 1 : at + 2])
        if self.tokens[at : at + 1] == ("tanpa",):
            return False  # "harus disalurkan tanpa dikaitkan …"
        passive = verb.startswith("di") and verb not in NO_PASSIVE
        return at in self.denials and passive and all(other.start != at + 1 for other in self.named("keep-off"))

    def _list_end(self, start: int) -> int:
        """Return the word of negation at which a list of things ends that goes on at a token, else the token itself."""
        end = next((at for at in range(start, start + _LISTED) if at in self.denials), start)
        listed = self.tokens[start:end]
        verbs = any(word.startswith(("me", "ber", "di")) and len(word) >= _VERB for word in listed)
        return end if listed and listed[0] in _ITEMS and not verbs and not MARKS - {","} & {*listed} else start

    def _opens_item(self, at: int) -> bool:
        """Return whether a word of negation opens an item of a list, which says again what "jangan" said ("jangan memihak, tidak mengarahkan …")."""
        return at > 0 and self.tokens[at - 1] in _ITEMS

    def is_parted(self, act: Hit, hit: Hit) -> bool:
        """Return whether an act and a hit stand under two operators, with a comma or "dan" before the later ("…, dan jangan …")."""
        first, second = sorted((act, hit), key=lambda one: one.start)
        if self.pledge and first.start >= self.pledge.start:
            return self.in_other_item(act, hit)
        later = (governor.start for governor in self.governors if first.end < governor.start < second.start)
        under = self.standing[first.start].governor
        if under is not None and under.start < first.start and any(governor.start == second.end for governor in self.governors):
            return "," in self.tokens[first.end : second.start]  # "Paslon dilarang melibatkan, pegawainya dilarang ikut"
        return under is not None and any(_ITEMS & {*self.tokens[max(first.end, at - _SUBJECT_REACH) : at]} for at in later)

    def in_other_item(self, act: Hit, hit: Hit) -> bool:
        """Return whether two hits stand in two items of a list, each with its own verb ("ikut kampanye serta menggunakan …")."""
        first, second = sorted((act, hit), key=lambda one: one.start)
        return any(opens_item(self, at, actively=self.pledge is None) for at in range(first.end, second.start))

    def tells_of_thing(self, hit: Hit) -> bool:
        """Return whether a hit stands in a clause with "yang" that tells of a thing, no part of what is pledged behind it ("surat yang memuat janji tidak …")."""
        pledged = self.pledge is not None and (self.relative_before(hit.start) or 0) < self.pledge.start
        return not pledged and super().tells_of_thing(hit)

    def is_operator(self, hit: Hit) -> bool:
        """Return whether a hit is the word itself that forbids or demands ("*mengajak* pegawai tidak …")."""
        return any(governor.start == hit.start for governor in self.governors)

    def denial_of(self, hit: Hit) -> int | None:
        """Return the token that negates a hit under the operator before it ("diminta *tidak* memihak")."""
        return self.standing[hit.start].denied_at

    def is_refused(self, hit: Hit) -> bool:
        """Return whether a threat or a statement is denied ("tidak dikenai sanksi", "… bukan hukuman"), a breach with "tidak" apart ("yang tidak netral")."""
        for at in range(hit.start - 1, max(-1, hit.start - _REFUSAL_REACH - 1), -1):
            if self.tokens[at] in MARKS | _ITEMS or self.tokens[at] == "melainkan":
                break
            people = self.tokens[at - 1] == "yang" and at + 2 == hit.start and self.tokens[hit.start].startswith("di")  # "yang tidak mundur dipecat"
            if at in self.denials and at not in self._within and self.tokens[at] != "tanpa" and not people:
                return True
        return self.denial_before(hit.start) is not None or (hit.end < len(self.tokens) and self.tokens[hit.end] in {"bukan", "bukanlah"})

    @cached_property
    def _within(self) -> frozenset[int]:
        """The tokens of phrases of several words."""
        wide = (hit for name, found in self.hits.items() if name != "negation" for hit in found if hit.end - hit.start > 1)
        return frozenset(at for hit in wide for at in range(hit.start, hit.end))

    def segment(self, hit: Hit) -> int:
        """Return the number of the part of the sentence, as contrasts part it, in which a hit stands."""
        return self.standing[hit.start].segment

    @cached_property
    def reports(self) -> tuple[int, ...]:
        """The tokens that make a report: words of single cases, and numbers of people ("empat PNS dijatuhi …")."""
        return reports(self, self.governors)

    @cached_property
    def tells_of_one(self) -> bool:
        """Whether the sentence tells what comes to somebody whom the text has named ("pegawai itu terancam …"), under no condition."""
        ends = {hit.end for name in lexicon().groups - OBJECTS for hit in self.named(f"group:{name}")}
        one = any(self.tokens[end : end + 1] in {("itu",), ("tersebut",)} and not _OF_ALL & {*self.tokens[end + 1 : end + 2]} for end in ends)
        return one and not self.hits.get("condition")

    @cached_property
    def standing(self) -> list[Standing]:
        """How each token stands."""
        walk = Walk(governor=self._heading)
        starts = {governor.start: governor for governor in self.governors if not governor.operator.verdict}
        inside = {at for governor in self.governors for at in range(governor.start + 1, governor.end)}
        marks = {name: {hit.start for hit in self.named(name)} - inside for name in ("contrast", "because", "purpose", "condition", "keep-off")}
        marks["contrast"] -= {0, *inserted(self, {governor.start for governor in self.governors})}
        marks["contrast"] |= self._told_anew()
        denials = self.denials - inside
        turning = {*starts, *denials}.union(*marks.values())
        for at, word in enumerate(self.tokens):
            if walk.seen and turning.isdisjoint((at - 1, at)) and word not in _TURNS and self.tokens[at - 1] not in _ITEMS:
                walk.seen.append(walk.seen[-1])
                continue
            if at in marks["contrast"] or word == ";":
                walk.turn(self._over(walk.governor, at))
                walk.segment, walk.conditional = walk.segment + 1, False
            elif at in marks["condition"] and not (walk.governor and walk.governor.end in {at, at - (self.tokens[at - 1] in _IS)}):
                walk.enter()
            elif walk.conditional and word in _MAIN and at - 1 not in marks["condition"]:
                walk.leave()
            elif (at in marks["because"] and not self._follows_ban(walk, at)) or (
                (word == "bahwa" or at in marks["purpose"]) and not self._opens(at, walk.governor)
            ):
                walk.turn()
            elif self._is_fresh(at, marks["keep-off"], walk.denied_at):
                walk.denied_at = None
            if word in _DUTIES and at and self.tokens[at - 1] in _ITEMS:
                walk.demand()
            walk.note()
            self._take_up(walk, at, starts.get(at), denies=at in denials, keeps_off=at in marks["keep-off"])
        return walk.seen

    def _over(self, governor: Governor | None, at: int) -> Governor | None:
        """Return what governs the words behind a contrast or a semicolon, None where they stand for themselves.

        "harus netral, tetapi tidak …" goes on, "boleh hadir, tetapi …" demands; "antara lain: menjaga …; menghindari …" goes on with a list.
        """
        if self.tokens[at] == ";" and governor is not None and governor is self._heading:
            return governor
        if governor is None or governor.force not in {"require", "permit"}:
            return None
        after = "".join(self.tokens[at + 1 : at + 2])
        but = self.tokens[at] in _BUT or self.tokens[at : at + 2] == ("akan", "tetapi")
        if but and governor.force == "permit":
            last = governor.operator.after and all(other.start < at for other in self.governors)
            return replace(governor, force="require") if last else None
        if self.tokens[at] in _BUT and at + 1 in self.denials:
            return governor
        opens = after in _ITEMS or after in lexicon().fresh or after.startswith("me")
        own = any(other.start > at and ";" not in self.tokens[at + 1 : other.start] for other in self.governors)
        return governor if self.tokens[at] == ";" and governor.force == "require" and opens and not own else None

    def _told_anew(self) -> set[int]:
        """Return where "dan" opens what others do, of whom nothing is demanded ("…, dan calon mulai …")."""
        others = (hit for name, hit in self.groups if name in OBJECTS and hit.start and self.tokens[hit.start - 1] in _ITEMS)
        return {hit.start for hit in others if _FINITE & {*self.tokens[hit.end : hit.end + 2]}}

    def _follows_ban(self, walk: Walk, at: int) -> bool:
        """Return whether a "gara-gara" or "guna" names what must not be done ("jangan sampai dipecat gara-gara memihak", "dilarang memakai jabatan guna menekan")."""
        under = walk.governor
        if under is None or under.force != "forbid":
            return False
        return self.names_use(at) or (under.operator.syntax == "imperative" and self.tokens[at] in _FOR)

    def _take_up(self, walk: Walk, at: int, governor: Governor | None, *, denies: bool, keeps_off: bool) -> None:
        """Let what stands at a token govern or negate the words behind it."""
        if governor:
            walk.conditional = walk.conditional and self._has_main_clause(at)
            walk.turn(governor)
        elif denies:
            walk.denied_at = at
        elif keeps_off:
            walk.denied_at = at if walk.denied_at is None else None

    def _has_main_clause(self, at: int) -> bool:
        """Return whether a comma or "maka" follows: without it "kalau" only names whom the sentence is about ("kalau PNS tidak boleh …")."""
        return any(word in {",", "maka"} for word in self.tokens[at:])

    def _opens(self, at: int, governor: Governor | None) -> bool:
        """Return whether "agar" opens what is asked for ("mengingatkan para camat agar …"), not a purpose."""
        if governor is not None and governor.force == "require" and governor.operator.syntax != "imperative" and self._goes_on_after(at):
            return True
        if (
            governor is not None
            and governor.operator.after
            and self.tokens[governor.end : governor.end + 1]
            and self.tokens[governor.end].startswith("di")
        ):
            return False  # its act stands before it: "netralitas wajib dijaga agar …"
        return governor is not None and not any(
            governor.end <= hit.start < at and self.relative_before(hit.start) is None for hit in self.named(*acts())
        )

    def _goes_on_after(self, at: int) -> bool:
        """Return whether an "agar" goes on with what the same people are to do ("menjaga sikap agar tetap netral"), not with what comes of it."""
        after = [*self.tokens[at + 1 : at + 3], "", ""]
        return after[0] in _CONTINUED and not after[1].startswith(("di", "ter"))

    def _is_fresh(self, at: int, keeps_off: set[int], denied_at: int | None) -> bool:
        """Return whether a new item begins after a comma or "dan" that what was negated before it does not reach ("…, dan ikut menjaga")."""
        if self.tokens[at] in _ASKED and denied_at is not None:
            return self.relative_before(denied_at) is not None  # "mengajak pegawai yang melihat orang melanggar agar melapor"
        word = self.tokens[at + (self.tokens[at] in _JOINING and at + 1 < len(self.tokens))]
        if not at or self.tokens[at - 1] not in _ITEMS:
            return False
        listed = denied_at in keeps_off or (denied_at is not None and self.tokens[denied_at] == "tanpa")
        again = word in lexicon().fresh or at in keeps_off or any(hit.start == at for hit in self.named("example"))
        return again or (listed and word.startswith("me"))

    def _kept_off_behind(self, governor: Governor) -> bool:
        """Return whether a verb that keeps off, or a negated one, follows an operator ("konflik kepentingan harus dihindari", "isu SARA hendaknya tidak dipakai")."""
        near = (hit for hit in self.named("keep-off") if governor.end <= hit.start <= governor.end + 2)
        denied = governor.end in self.denials and "".join(self.tokens[governor.end + 1 : governor.end + 2]).startswith("di")
        return denied != any(not _ITEMS & {*self.tokens[governor.end : hit.start]} for hit in near)
