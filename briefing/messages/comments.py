"""The English comment above each part of the correction file; the Indonesian is in `id/LC_MESSAGES/briefing.po`."""

from __future__ import annotations

from typing import Final

COMMENTS: Final[dict[str, str]] = {
    "file": (
        "What this pack prints, for you to correct. Change what is wrong, save, and build again: briefing build THIS-FILE\n"
        'Change only what stands between the quotation marks "…", or true and false. Your changes stay at every build.\n'
        "To leave something out write keep = false; do not delete the lines. Lines that begin with ## are the program's, those with # are yours."
    ),
    "pack": (
        "The pack as a whole. Dates as 2024-10-23. An empty line on the cover is left blank, to be written by hand.\n"
        'languages = ["id"] prints Indonesian alone. sections = [] prints those of the profile; else name them in their order.\n'
        "quotes: at most so many key quotes of an article, 1 to 20. profile: bawaslu, pemkab, a folder of templates, or empty for the plain pack.\n"
        "greyscale = true prints without colour, large_print = true in large type (text 18 points, notes 16).\n"
        "The pack is a draft until approved_by and approved_on are both filled; when its content changes later it is a draft again."
    ),
    "speaker": (
        "The people who speak. What is corrected here holds in all articles. keep = false: nothing of theirs is printed.\n"
        "remember = true writes the person into people.toml, for later packs. A person who is missing: copy an entry, give it an id of its own."
    ),
    "article": (
        "The articles in the order of print: to move one, move everything from [[article]] to the next [[article]]. keep = false leaves it out.\n"
        "id, file and sha256 stay as they are. published decides which law was in force. Lines left empty are printed as not stated."
    ),
    "quote": (
        "Quotes. text is word for word from the article and cannot be changed. speaker is the id of a [[speaker]], empty for nobody.\n"
        "point names the statements that it makes; they are printed in its place among the rules, and are its gist in English. [] means none.\n"
        'To shorten: shorten = ["first words ... last words"], a piece or several; what is left out is printed as [...].\n'
        "english needs english_by and english_on: who checked it, and when. A quote that is missing: add [[article.quote]] with text and speaker."
    ),
    "rule": (
        "Rules. type is prohibition, duty, right, permission, sanction, definition or agreement. note is printed below the rule.\n"
        "point names the statements that it makes: they are printed in its place, under their own type. [] prints the sentence itself.\n"
        "summary_page = true puts it on the one-page summary."
    ),
    "sentence": "Sentences of the summary of the article, word for word.",
    "citation": (
        "Laws that the article cites. status is what the catalogue says of the law on the article's date and now.\n"
        "If that is wrong: accept = false, and the reason in reason, which is then printed in its place. note is printed beside it."
    ),
    "doubt": "What the program is not sure of. Look here first. These entries are written anew at every build.",
    "unplaced": "Changes of yours that no longer fit: the article is missing or says something else. They are kept, and used again when they fit.",
    "program": "For the program. Do not change these lines.",
}
