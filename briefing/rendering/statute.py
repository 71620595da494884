"""What the catalogue says of an instrument, in lines for the terminal, in the language in use; nothing that was never verified."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, NamedTuple

from briefing.editing.regulations import press_named, status_on
from briefing.lexicon import law, phrases
from briefing.lexicon.notes import named, provisions_cited, references
from briefing.lexicon.provisions import provisions, ref, sanctions
from briefing.messages import language_in_use, word
from briefing.rendering.explain import joined, notes, one_line, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from briefing.lexicon.law import Basis, DatedNote, Instrument, Relation
    from briefing.lexicon.provisions import Provision
    from briefing.model.finding import Citation, Findings


class Section(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: tuple[str, ...]


def card(known: Instrument, on: date | None) -> Iterator[Section]:
    """Yield all that may be said of an instrument; its provisions as they read on the day asked for, else on that of the catalogue."""
    when = on or law.as_of()
    held = [provision for provision in provisions(known.id) if provision.holds_on(when)]
    yield Section(_head(known), (*_names(known), *_facts(known), *_statuses(known, on)))
    yield Section(_("Relations"), tuple(_relations(known)))
    yield Section(_("Notes"), tuple(_dated(known.notes, when)))
    yield Section(
        _("Provisions, in our own words, on {day}").format(day=day(when)), tuple(line for each in held for line in _provision(each, known, when))
    )


def short_card(known: Instrument, keys: Sequence[str], on: date | None) -> Iterator[Section]:
    """Yield what may be said of a citation: titles, status and notes of the instrument, and the provisions with their notes and sanctions."""
    when = on or law.as_of()
    yield Section(_head(known), (*_names(known), *_how(known), *_statuses(known, on), *_dated(known.notes, when)))
    lines = [line for held in provisions_cited(known.id, keys, when) for line in (*_provision(held, known, when), *_sanctions(held, when))]
    yield Section(_("Provisions, in our own words, on {day}").format(day=day(when)), tuple(lines))


def answer(words: str, citations: Sequence[Citation], on: date | None) -> Iterator[Section]:
    """Yield each citation in `words` with its notes, then what may be said of each instrument: of the provisions cited where some are, else all."""
    yield Section("", tuple(line for citation in citations for line in (resolved(words, citation, on), *remarks(citation))))
    for identifier in dict.fromkeys(citation.instrument for citation in citations if citation.instrument):
        if known := law.instrument(identifier):
            keys = [key for citation in citations if citation.instrument == identifier for key in citation.articles]
            yield from short_card(known, keys, on) if keys else card(known, on)


def check(findings: Findings) -> Section:
    """Return every citation of an article, each with its notes, under the name of the article and the day on which the law is looked at."""
    article = findings.article
    when = day(article.law_date) if article.law_date else _("no date")
    lines = []
    for citation in findings.citations:
        number = next(number for number, paragraph in enumerate(article.paragraphs, 1) if paragraph.overlaps(citation.span))
        lines += [f"¶{number} {resolved(article.text, citation, article.law_date)}", *remarks(citation)]
    return Section(f"{article.source.name} ({when})", tuple(lines))


def resolved(text: str, citation: Citation, on: date | None) -> str:
    """Return a citation in `text` as printed, and the instrument, the articles and the statuses, on `on` and now, that it leads to."""
    where = (getattr(ref, language_in_use()) for ref in references(citation))
    which = joined(_own(*named(citation)), *where) if citation.instrument or citation.number else _("which law is not said")
    told = "; ".join(filter(None, (which, statuses(citation))))
    press = _press(citation.instrument, on, law.as_of())
    return f"“{one_line(citation.span.of(text))}” → {told}{press and f' {press}'}"


def remarks(citation: Citation) -> tuple[str, ...]:
    """Return the notes on a citation."""
    return tuple(f"  ! {note}" for note in notes(citation))


def holding(words: str) -> tuple[Instrument, ...]:
    """Return the instruments whose identifier, name, title or subject holds the words; those alone whose number was verified."""
    sought = words.casefold().split()
    found = []
    for known in law.instruments():
        texts = (known.id, known.short_id, known.short_en, known.title_id, known.title_en, known.subject_id, known.subject_en)
        held = " ".join(filter(None, texts)).casefold()
        if known.basis.is_printable and all(each in held for each in sought):
            found.append(known)
    return tuple(found)


def entry(known: Instrument) -> str:
    """Return an instrument on one line: identifier, short title, status on the day of the catalogue."""
    title = " ".join(filter(None, (short(known), _subject(known), _press(known.id, law.as_of()))))
    return f"{known.id:<24} {word(status_on(known.id, law.as_of()) or 'unknown'):<24} {title}"


def short(known: Instrument) -> str:
    """Return the short name of an instrument, as "UU 5/2014"."""
    return _own(known.short_id, known.short_en)


def day(when: date) -> str:
    """Return a day in words."""
    return _own(*phrases.day(when))


def how_known(basis: Basis) -> str:
    """Return how a fact is known, and from which source."""
    return joined(word(basis.level), basis.source)


def _press(identifier: str | None, *days: date | None) -> str:
    """Return the press that must be named beside what is said of an instrument on some days, "" for none."""
    named = press_named(identifier, [day for day in days if day])
    return f"[{word('press')}: {'; '.join(named)}]" if named else ""


def _own(indonesian: str, english: str) -> str:
    return english if language_in_use() == "en" else indonesian


def _head(known: Instrument) -> str:
    return f"{short(known)}  ({known.id})"


def _subject(known: Instrument) -> str:
    """Return the title behind the number: "tentang Aparatur Sipil Negara"."""
    title, word_before = _own(known.title_id or "", known.title_en or ""), _own(" tentang ", " on ")
    return word_before.lstrip() + title.partition(word_before)[2] if word_before in title else ""


def _names(known: Instrument) -> Iterator[str]:
    yield from (title for title in (known.title_id, known.title_en) if title)


def _facts(known: Instrument) -> Iterator[str]:
    if subject := _own(known.subject_id or "", known.subject_en or ""):
        yield _("Subject: {subject}").format(subject=subject)
    if not known.basis.is_printable:
        return
    if known.enacted:
        yield _("Enacted: {day}").format(day=day(known.enacted))
    if known.starts:
        yield _("In force: since {day}").format(day=day(known.starts))
    yield from _how(known)


def _how(known: Instrument) -> Iterator[str]:
    for basis in dict.fromkeys((known.basis, known.title_basis)):
        if basis.is_printable:
            yield _("How we know: {source}").format(source=how_known(basis))


def _statuses(known: Instrument, on: date | None) -> Iterator[str]:
    for when in dict.fromkeys(filter(None, (on, law.as_of()))):
        basis = law.standing(known.id, when).basis
        label = _("Status on {day}, the day of the catalogue") if when == law.as_of() else _("Status on {day}")
        status = word(status_on(known.id, when) or "unknown")
        yield f"{label.format(day=day(when))}: {status}" + (f" [{how_known(basis)}]" if basis.is_printable else "")


def _relations(known: Instrument) -> Iterator[str]:
    """Yield what the instrument did to others and what was done to it."""
    for relation in law.relations():
        if relation.actor == known.id and relation.basis.is_printable:
            yield _relation(relation.kind, relation.target, relation)
    for relation in law.relations_to(known.id):
        if relation.basis.is_printable:
            yield _relation(f"{relation.kind}-passive", relation.actor, relation)


def _relation(verb: str, other: str, relation: Relation) -> str:
    known = law.instrument(other)
    exception = _("except {part}").format(part=relation.exception) if relation.exception else ""
    since = day(relation.on) if relation.on else _("day not known")
    return f"{joined(f'{word(verb)} {short(known) if known else other}', exception, since)} [{how_known(relation.basis)}]"


def _provision(held: Provision, asked: Instrument, when: date) -> Iterator[str]:
    """Yield a provision and its notes; one that another statute holds is said to be of that."""
    statute = law.instrument(held.instrument)
    other = f"{short(statute)}, " if statute and statute != asked else ""
    yield f"{other}{_own(held.ref_id, held.ref_en)}: {_own(held.text_id, held.text_en)} [{how_known(held.basis)}]"
    yield from (f"  {line}" for line in _dated(held.notes, when))


def _dated(dated: Iterable[DatedNote], when: date) -> Iterator[str]:
    for note in dated:
        if note.holds_on(when):
            since = f"{day(note.starts)}: " if note.starts else ""
            yield f"! {since}{_own(note.text_id, note.text_en)} [{how_known(note.basis)}]"


def _sanctions(held: Provision, when: date) -> Iterator[str]:
    for step in sanctions(when):
        if (held.instrument, held.key) in step.punishes:
            grounds = "; ".join(_place(*ground) for ground in step.grounds)
            text = f"{_own(step.text_id, step.text_en)} [{how_known(step.basis)}]"
            yield "  " + _("Sanction ({grounds}): {text}").format(grounds=grounds, text=text)
            yield from (f"  {line}" for line in _dated(step.notes, when))


def _place(identifier: str, key: str) -> str:
    """Return a provision as it is cited: "UU 1/2015 Pasal 188"."""
    known = law.instrument(identifier)
    return f"{short(known) if known else identifier} {_own(ref(key, 'id'), ref(key, 'en'))}"
