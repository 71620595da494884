"""The English sentence of every code that a stage raises or records; the Indonesian is in `id/LC_MESSAGES/briefing.po`.

A sentence says what is wrong and what to do next; its fields are the arguments of the BriefingError or Problem.
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
    # finding; the place and the words that are meant stand before the sentence
    "no-quote": "holds no direct quote. See with `briefing show` whether the whole article was pasted.",
    "speaker-unknown": "nobody is named for this quote. Look in the article who says it.",
    "speaker-uncertain": "who says this is not certain ({reason}). Look in the article.",
    "personal-number": "{file}: holds an identity or telephone number, masked in the attached text. See that none is printed on a page.",
    # editing
    "same-name-other-office": "{name} is “{office}” and “{other_office}” (articles {articles}) and is kept as two people. See that this is right.",
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

REASONS: Final[dict[str, str]] = {}
