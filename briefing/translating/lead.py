"""The lead of an article, composed in both languages: who said what, at which event, where and when, and whom else the article quotes.

It rests on the quotes that are printed and on nothing that is doubtful: a clause whose facts are not sure is left out.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.lexicon import phrases
from briefing.lexicon.events import event_in
from briefing.lexicon.office_bodies import NUMERAL
from briefing.lexicon.phrases import Phrase, listed, phrase
from briefing.lexicon.reported import MOODS, NEUTRAL, firmness, parted, reported, second
from briefing.lexicon.speech import verb_of
from briefing.model.span import paragraph_spans
from briefing.translating.compose import known_office, who, with_article
from briefing.translating.gist import around, distinct, is_on_neutrality, reports
from briefing.translating.told import QUOTED, composed, topics_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.pack import Bilingual, KeyQuote, PackArticle, Person
    from briefing.translating.gist import Report

MOST_STATEMENTS: Final = 3
MOST_TOPICS: Final = 3
MOST_PEOPLE: Final = 3
_SHORTEST: Final = 4  # letters of a part of a name by which somebody is known
_KIND: Final = re.compile(r"^(?:Kota|Kabupaten|Provinsi|Kecamatan|Desa|Kelurahan) ")


class _Voice(NamedTuple):
    """Somebody whom the article quotes, the quotes that are surely his, and the statements that they make, each with its frame."""

    person: Person
    quotes: tuple[KeyQuote, ...]
    statements: tuple[Report, ...]


def lead(article: PackArticle, people: Sequence[Person], made: Mapping[str, Sequence[str]]) -> tuple[Bilingual, ...]:
    """Return one or two sentences on an article; none where it quotes nobody for sure. `made` are the statements that words of the pack make."""
    voices = sorted(_voices(article, people, made), key=lambda voice: (not voice.statements, -len(voice.quotes)))
    if not voices:
        return ()
    heard = _quoted(voices, article, people)
    chief = _chief(heard, article)
    first = next((voice for voice in voices if voice.person in chief), None)
    is_whole = set(article.quoted) <= {person.id for person in heard}
    what = _what(first, article, made) if first else None
    if not first or not what:
        return (composed(_heard(heard, article, "quotes", "reports", is_whole=is_whole)),)
    others = [person for person in heard if person != first.person]
    sentences = [_opening(first, what, article, alone=not others)]
    if others:
        sentences.append(_heard(others, article, "also", "also_reports", is_whole=is_whole))
    return tuple(map(composed, sentences))


def _quoted(voices: Sequence[_Voice], article: PackArticle, people: Sequence[Person]) -> list[Person]:
    """Return all those whom an article quotes, printed or not, in its order, as far as something is known of them."""
    known = {person.id: person for person in people if _who(person, article)}
    heard = (*article.quoted, *(quote.reference.person for quote in article.quotes), *(voice.person.id for voice in voices))
    return [known[name] for name in dict.fromkeys(heard) if name in known]


def _heard(people: Sequence[Person], article: PackArticle, quotes: str, reports: str, *, is_whole: bool) -> Phrase:
    """Return whom an article quotes, or whose words it only reports; "among others" where these are not all."""
    named = _main(people, article)
    kind = quotes if any(quote.kind == "direct" for quote in article.quotes) else reports
    return phrase("lead", kind if is_whole and len(named) == len(people) else f"{kind}_some").format(whom=_whom(named, article))


def _chief(people: Sequence[Person], article: PackArticle) -> list[Person]:
    """Return those of whom a lead may tell what they said: whom the title names, whom the article quotes first, and whom it quotes most."""
    most = max(people, key=lambda person: article.quoted.count(person.id), default=None)
    return [person for person in people if person in (people[0], most) or (person.name and person.name in article.title.id)]


def _main(people: Sequence[Person], article: PackArticle) -> list[Person]:
    """Return the first three of those whom the title names, whom the article quotes first and whom it quotes most, in its order."""

    def rank(person: Person) -> tuple[bool, bool, int]:
        return (not (person.name and person.name in article.title.id), person != people[0], -article.quoted.count(person.id))

    chosen = sorted(people, key=rank)[:MOST_PEOPLE]
    return [person for person in people if person in chosen]


def _voices(article: PackArticle, people: Sequence[Person], made: Mapping[str, Sequence[str]]) -> Iterator[_Voice]:
    """Yield those whom the article quotes, in order; statements on neutrality only where it speaks of that, and only of quotes with words that report them."""
    spoken_of = is_on_neutrality(article)
    known = {person.id: person for person in people}
    for name in dict.fromkeys(quote.reference.person for quote in article.quotes):
        person, own = known.get(name or ""), tuple(quote for quote in article.quotes if quote.cue and quote.reference.person == name)
        if person and _who(person, article):
            told = [report for quote in own if spoken_of for report in _reports(quote, article, made)]
            yield _Voice(person, own, _firmest(told))


def _reports(quote: KeyQuote, article: PackArticle, made: Mapping[str, Sequence[str]]) -> tuple[Report, ...]:
    return reports(quote.text.id, quote.cue, made.get(quote.text.id, ()), around(quote.text.id, [article]))


def _firmest(told: Sequence[Report]) -> tuple[Report, ...]:
    """Return the statements of somebody, each once, in the firmest of its frames: what is stressed in one quote is not only hoped, as in another."""
    names = distinct([report.point for report in told])
    clauses = dict.fromkeys(report.clause for report in told if report.point in names)
    return tuple(max((report for report in told if report.clause == clause), key=lambda report: firmness(report.form)) for clause in clauses)


def _what(voice: _Voice, article: PackArticle, made: Mapping[str, Sequence[str]]) -> Phrase | None:
    """Return what somebody said: the statements of the quotes, where they have none what the article reports of him, else the topics; None where none is known.

    A demand that says of nobody that he is bound is not told beside others: alone in a lead it reads as one on everybody.
    """
    topics = topics_of(voice.quotes, article, MOST_TOPICS, in_lead=True)
    statements = voice.statements or (tuple(_told_of(voice.person, article, made)) if topics.id else ())
    of_nobody = re.compile(phrases.phrases()["lead"]["of_nobody"])
    of_somebody = [report for report in statements if not of_nobody.search(report.clause.en)]
    if statements:
        return _in_turn([reported(form, clauses) for form, clauses in _by_frame(of_somebody or statements)])
    return phrase("lead", "topics").format(topics=topics) if topics.id else None


def _told_of(person: Person, article: PackArticle, made: Mapping[str, Sequence[str]]) -> Iterator[Report]:
    """Yield the statements that sentences of the article report of somebody: his name stands in front of a verb of speech there."""
    names = {part for part in (person.name or "").split() if len(part) >= _SHORTEST}
    for block, _ in article.summary:
        words = block.id.replace(",", " ").split()
        at = next((place for place, word in enumerate(words) if verb_of(word) and not word.startswith("di")), 0)
        if names.intersection(words[:at]):
            yield from reports(block.id, words[at], made.get(block.id, ()), around(block.id, [article]))


def _by_frame(statements: Sequence[Report]) -> Iterable[tuple[str, list[Phrase]]]:
    """Return the first statements as clauses under their frames, so that no verb is read with the clauses of another: what is hoped or asked for, and the plain "said" last."""
    forms = [report.form for report in statements]
    found: dict[str, list[Phrase]] = {}
    for report in sorted(statements, key=lambda of: (of.form == NEUTRAL, of.form in MOODS, forms.index(of.form)))[:MOST_STATEMENTS]:
        found.setdefault(report.form, []).append(report.clause)
    return found.items()


def _opening(voice: _Voice, what: Phrase, article: PackArticle, *, alone: bool) -> Phrase:
    """Return who said it, at which event, where and when, as far as the paragraphs of the quotes tell of it."""
    beside = _beside(voice, article, alone=alone)
    who = _who(voice.person, article, "subject") or Phrase("", "")
    setting = [words for words in (_event(beside), _place(article, voice.person, beside), _day(article, beside)) if words]
    if not setting:
        return _capital(phrase("lead", "said").format(who=who, what=what))
    where = Phrase(" ".join(words.id for words in setting), " ".join(words.en for words in setting))
    return _capital(phrase("lead", "set").format(setting=where, who=who, what=what))


def _event(beside: str) -> Phrase | None:
    event, is_over = event_in(beside) or (None, False)
    return phrase("lead", "after" if is_over else "at").format(event=event) if event else None


def _beside(voice: _Voice, article: PackArticle, *, alone: bool) -> str:
    """Return the paragraphs of somebody's quotes, and those that name a speaker who is `alone` in the article, without what is quoted in them."""
    at = {quote.reference.paragraph for quote in voice.quotes}
    paragraphs = ((number, span.of(article.text)) for number, span in enumerate(paragraph_spans(article.text), 1))
    name = voice.person.name if alone else None
    return " ".join(QUOTED.sub(" ", text) for number, text in paragraphs if number in at or (name and name in text))


def _day(article: PackArticle, beside: str) -> Phrase | None:
    """Return the day of the event where it is printed beside the words of the quotes, and its weekday and year agree."""
    if not article.event_date or not article.event_printed or article.event_printed not in beside:
        return None
    day = phrases.day(date.fromisoformat(article.event_date[:10]), weekday=True)
    printed = article.event_printed.split()[0].strip(",").casefold()
    weekdays = [name.casefold() for name, _ in phrases.phrases()["weekdays"]]
    agrees = printed not in weekdays or printed == day.id.split(",")[0].casefold()
    years = re.findall(r"\d{3,}", article.event_printed)
    agrees = agrees and all(year == article.event_date[:4] for year in years) and (bool(years) or _is_of_its_time(article))
    return phrase("lead", "on").format(day=day) if agrees else None


def _is_of_its_time(article: PackArticle) -> bool:
    """Return whether a year that no printed day gives can be right: a text without a day of its own that speaks of "Pemilu 2024" is none of 2019."""
    year = int((article.event_date or "0")[:4])
    return article.published is not None or all(int(named) <= year + 1 for named in re.findall(r"\b20\d\d\b", article.text))


def _place(article: PackArticle, person: Person, beside: str) -> Phrase | None:
    """Return the place where the words of the quotes are said to be spoken there, not only received, and the office does not name it anyhow."""
    if not article.place or not article.place.en or "," in article.place.id:
        return None
    name = _KIND.sub("", article.place.id)
    elsewhere = "|".join(phrases.phrases()["lead"]["received"])
    there = re.search(rf"\b(?P<received>(?:{elsewhere}) )?di (?:{_KIND.pattern[1:]})?{re.escape(name)}\b", beside) if name in beside else None
    if not there or there["received"] or name in (person.office.id if person.office else ""):
        return None
    return phrase("lead", "in").format(place=Phrase(article.place.id, article.place.en.text))


def _whom(people: Sequence[Person], article: PackArticle) -> Phrase:
    """Return people with their offices as a list, an office that they share once; a bare name is last, else it had the office behind it."""
    by_office: dict[str, list[Person]] = {}
    for person in people:
        shared = _shared(person, article)
        by_office.setdefault(shared.en if shared else person.id, []).append(person)
    named = [_together(group, article) if len(group) > 1 else _who(group[0], article) for group in by_office.values()]
    return _joined(sorted(filter(None, named), key=lambda words: "," not in words.id))


def _together(people: Sequence[Person], article: PackArticle) -> Phrase | None:
    """Return people of one office: "A, B and C, Legal Counsel for the Respondent"."""
    office = _shared(people[0], article)
    names = listed([Phrase(person.name or "", person.name or "") for person in people])
    return phrase("lead", "appositive").format(name=names, office=office) if office else None


def _shared(person: Person, article: PackArticle) -> Phrase | None:
    """Return the office behind a name as it stands behind several; None where it has no such form."""
    words = who(person, article.text)
    office = Phrase(*(text.removeprefix(f"{person.name}, ") for text in words))
    many = phrases.phrases()["lead"]["shared"]
    start = next((start for start in many if re.match(rf"{start}\b", office.en)), None) if person.name and office != words else None
    return Phrase(office.id, office.en.replace(start, many[start], 1)) if start else None


def _who(person: Person, article: PackArticle, form: str = "appositive") -> Phrase | None:
    """Return name and office, the office in Indonesian where it has no English; None for such an office without a name."""
    if not person.name:
        office = known_office(person)
        numbered = office.id.split()[-1:] and NUMERAL.fullmatch(office.id.split()[-1])
        plain = with_article(office)
        is_title = plain.en == office.en and not numbered
        return (phrase("lead", "office").format(office=office) if is_title else plain) if person.office and person.office.en else None
    words = who(person, article.text)
    return phrase("lead", "name").format(name=words) if form == "subject" and "," in words.id else words


def _in_turn(items: Sequence[Phrase]) -> Phrase:
    """Return what somebody did as a list: "stressed that A and that B, and said that C"."""
    if len(items) != 2 or any(";" in item.id for item in items):
        return listed(items) if len(items) < 2 else parted(items)
    return second(items)


def _joined(items: Sequence[Phrase]) -> Phrase:
    """Return people as a list: "A and B", "A, Mayor of X, and B", with semicolons where more than two of them have offices."""
    commas = [item.id.count(",") for item in items]
    if not any(commas[:-1]) and len(items) < 3:
        return listed(items)
    if not any(commas):
        return listed(items)
    if len(items) == 2:
        return second(items, "second" if max(commas) < 2 else "besides")
    return listed(items) if len(items) < 2 else parted(items)


def _capital(words: Phrase) -> Phrase:
    return Phrase(words.id[:1].upper() + words.id[1:], words.en[:1].upper() + words.en[1:])
