"""The English sentence of every code that a stage raises or records; the Indonesian is in `id/LC_MESSAGES/briefing.po`.

A sentence says what is wrong and what to do next; its fields are the arguments of the BriefingError or Problem.
WORDS are the codes of findings that `briefing show` prints: where a value was found, why a line was dropped, whom a rule addresses …
"""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # the command line
    "no-sources": "no articles were named. To try the program: {command}",
    "demo-and-sources": "--demo takes the sample articles; leave it out to build from your own.",
    "internal": "this is a fault of the program ({fault}). Please report it with the file {log}, which holds the details.",
    # reading
    "missing-file": "{file}: there is no such file or folder. Check the name, and the folder that you are in.",
    "no-articles": "{folder}: holds no article that can be read (files ending in {accepted}). Save the article as text and try again.",
    "unreadable-file": "{file}: cannot be read ({fault}). See that you may open it and that no other program holds it.",
    "unknown-format": "{file}: files of this kind are not read (only {accepted}). Save the article as text and try again.",
    "unreadable-encoding": "{file}: is not readable text. Open it in a text editor and save it again with the encoding UTF-8.",
    "empty-file": "{file}: is empty. Paste the article into it and save it again.",
    "too-large": "{file}: is larger than {limit} MB, too large for an article. Save the article alone and try again.",
    # doubts of reading and finding; the file and the paragraph stand before the sentence
    "title-missing": "no title was found. Write it as the first line, or as “Judul: …”.",
    "date-missing": "no date was found, so no law can be checked against it. Write it on top as “Tanggal: …”.",
    "weekday-mismatch": "“{printed}”: there is no such date, or it is another day of the week. See in the article what is right.",
    "year-unknown": "“{printed}” has no year, and the article does not tell it. Write the date on top as “Tanggal: …”.",
    "date-unreadable": "“{printed}” cannot be read as a date. Write it as 23 Oktober 2024 or 23/10/2024.",
    "weekday-only": "“{printed}” names a weekday without a date. Write the date on top as “Tanggal: …”.",
    "characters-lost": "{count} characters could not be read and are shown as �. Save the article again with the encoding UTF-8.",
    "not-an-article": "holds no article text. See with `briefing show` what was dropped.",
    "no-article-inside": "{file}: holds no article text and was left out. See with `briefing show` what was dropped.",
    "no-quote": "holds no direct quote. See with `briefing show` whether the whole article was pasted.",
    "speaker-unknown": "nobody is named for this quote. Look in the article who says it.",
    "speaker-uncertain": "who says this is not certain ({reason}). Look in the article.",
    "personal-number": "{file}: holds an identity or telephone number, masked in the attached text. See that none is printed on a page.",
    # editing and pages
    "characters-unprinted": "the fonts lack these characters, which are printed as a question mark: {characters}. Replace them in the article.",
    "same-name-other-office": "{name} is “{office}” and “{other_office}” (articles {articles}) and is kept as two people. See that this is right.",
    # an article that cannot be used
    "text-too-long": "{file}: holds {length} characters, far more than an article. Save each article in a file of its own.",
    "word-too-long": "{file}: holds a word of {length} characters (“{begins}…”), perhaps a picture pasted as text. Delete it and save again.",
    "article-fault": "{file}: the program failed at this article ({fault}) and left it out. Please report it; --verbose shows the details.",
    # templates
    "template-fault": "templates/{template}, line {line}: {fault}. Mend the template, or take back the one that was shipped.",
    "template-not-wellformed": "{template}, line {line}: an element is not closed or not nested properly near “{near}”. Mend the template there.",
    "template-element": "{template}, line {line}: {element} is not possible here. Known here: {known}.",
    # writing
    "folder-missing": "{file}: the folder {folder} does not exist. Create it, or name another place with -o.",
    "target-is-folder": "{file}: is a folder. Name a file with -o, for example {example}.",
    "target-not-ours": "{file}: exists and is no file that this program writes. Name another file with -o.",
    "target-denied": "{file}: may not be written. Choose another folder with -o, or have the permission changed.",
    "target-open": "{file}: is in use by another program. Close it there, a PDF viewer perhaps; the new file was kept as {kept}.",
    "disk-full": "{file}: the disk is full. Make room and run the command again; the earlier file is unchanged.",
    "target-failed": "{file}: cannot be written ({fault}). Try another folder with -o; the earlier file is unchanged.",
}

WORDS: Final[dict[str, str]] = {
    "header": "header",
    "first-line": "first line",
    "front-matter": "front matter",
    "byline": "byline",
    "dateline": "dateline",
    "body": "text",
    "url": "address",
    "advertisement": "advertisement",
    "caption": "picture caption",
    "credit": "credit",
    "insert": "link to other news",
    "navigation": "navigation",
    "separator": "separator",
    "share": "share button",
    "weather": "weather",
    "markup": "markup",
    "named": "named beside the words",
    "carried-from-last-speaker": "from the speaker before",
    "nobody-before": "nobody named before",
    "clitic-to-last-speaker": "-nya, the speaker before",
    "pronoun-to-last-speaker": "pronoun, the speaker before",
    "unknown-name": "name not introduced",
    "generic-office": "an office of anybody",
    "office-without-name": "office without a name",
    "prohibition": "prohibition",
    "duty": "duty",
    "right": "right",
    "permission": "permission",
    "sanction": "sanction",
    "definition": "definition",
    "agreement": "agreement",
    "village-head": "village head",
    "village-official": "village official",
    "village-council": "village council",
    "regional-head": "regional head",
    "state-official": "state official",
    "candidate": "candidate",
    "organiser": "election organiser",
    "public": "public",
    "all": "all",
    "not_yet": "not yet in force",
    "in_force": "in force",
    "amended": "amended",
    "partly": "partly in force",
    "repealed": "repealed",
    "unknown": "status unknown",
    "explicit": "number printed",
    "alias": "known name",
    "anaphora": "named before",
    "context": "from the context",
    "none": "not resolved",
}
