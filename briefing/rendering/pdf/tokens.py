"""The tokens of the house style: type, spaces and tables, in the usual size and in large print. All lengths are in points."""

from __future__ import annotations

from briefing.rendering.pdf.style import BOLD, INDIGO, SEMIBOLD, SERIF, SOGAN, Face, TableStyle

TITLE = Face(size=20, leading=22.5, weight=SEMIBOLD, colour=INDIGO, balance=True)

FACES = {
    "cover": Face(size=27, leading=30, weight=SEMIBOLD, colour=INDIGO, balance=True),
    "title": TITLE,
    "h2": Face(size=11.2, leading=13.5, weight=SEMIBOLD, colour=INDIGO),
    "h3": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "sheet-head": Face(size=14, leading=17, weight=BOLD, colour=INDIGO),
    "point": Face(size=11.2, leading=13.5, weight=SEMIBOLD),
    "figure": Face(size=26, leading=26, weight=SEMIBOLD, colour=INDIGO),
    "kicker": Face(size=8.6, leading=11, weight=SEMIBOLD, colour=SOGAN),
    "label": Face(size=8.6, leading=11, weight=SEMIBOLD, colour=INDIGO),
    "direct": Face(size=12.6, leading=16.4, family=SERIF, italic=True),
    "direct-long": Face(size=10.6, leading=14.2, family=SERIF, italic=True),
    "gist": Face(size=11.2, leading=15, family=SERIF),
    "gist-long": Face(size=10.6, leading=14.2, family=SERIF),
    "indirect": Face(size=10.6, leading=14.2, family=SERIF),
    "text": Face(size=9.6, leading=13, family=SERIF, hyphenate=True),
    "deck": Face(size=11.2, leading=15, family=SERIF),
    "oath": Face(size=11.6, leading=16, family=SERIF, balance=True),
    "sheet": Face(size=10.4, leading=13),
    "cell": Face(size=8.8, leading=11.3),
    "key": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "number": Face(size=8.8, leading=11.3, weight=SEMIBOLD, colour=INDIGO),
    "field": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "th": Face(size=8, leading=10, weight=SEMIBOLD, colour=INDIGO),
    "who": Face(size=8.6, leading=11),
    "meta": Face(size=8.2, leading=10.8),
    "note": Face(size=7.6, leading=9.8),
    "tag": Face(size=7.6, leading=9.8),
    "head": Face(size=15, leading=18, weight=BOLD, balance=True),
    "head-long": Face(size=12.6, leading=15, weight=BOLD, balance=True),
    "subhead": Face(size=11.2, leading=14, weight=SEMIBOLD),
    "form-head": Face(size=11.5, leading=13.5, weight=BOLD, balance=True),
    "form-head-long": Face(size=10.2, leading=12.2, weight=BOLD, balance=True),
    "form-subhead": Face(size=9.6, leading=11.6, weight=SEMIBOLD),
    "form-cell": Face(size=7.6, leading=9.8),
    "draft": Face(size=21, leading=25, weight=BOLD, colour=SOGAN, tracking=2),
    "draft-line": Face(size=8.2, leading=10.8),
    "mark": Face(size=8, leading=10, weight=BOLD, colour=SOGAN, tracking=0.5),
    "folio": Face(size=10.5, leading=12, weight=BOLD, colour=INDIGO),
}

TABLES = {
    "facts": TableStyle(lines="between", first=0, bottom=3.6),
    "rules": TableStyle(lines="between", first=0),
    "short": TableStyle(lines="between", first=0, top=3.2, bottom=3.2),
    "changes": TableStyle(lines="between", top=3, first=1.6, bottom=3.2),
    "people": TableStyle(lines="below", top=3.4, bottom=3),
    "law": TableStyle(lines="below", top=3.4, bottom=3.4, key="number"),
    "terms": TableStyle(lines="below"),
    "sources": TableStyle(lines="below"),
    "origins": TableStyle(top=1.4, bottom=1.4),
    "": TableStyle(top=1.5, bottom=1.5, gap=3),
    "legend": TableStyle(top=1.5, bottom=1.5, gap=3),
    "figures": TableStyle(top=9.75, bottom=9.75, opening=True),
    "fields": TableStyle(lines="below", top=5.6, bottom=4.8, opening=True),
    "form": TableStyle(gap=0),
    "points": TableStyle(lines="between", top=6.5, first=3.25, bottom=5.2),
    "contents": TableStyle(lines="between", top=3.2, bottom=3.8, opening=True),
    "notes": TableStyle(face="note", top=0, bottom=3),
    "sheet": TableStyle(face="sheet", top=3, bottom=3),
    "list": TableStyle(top=0, bottom=3),
}

BEFORE = {
    "kicker": 0,
    "title": 2,
    "cover": 8,
    "deck": 19.5,
    "h2": 13,
    "h3": 9.75,
    "quote": 13,
    "text": 6.5,
    "table": 3.25,
    "list": 3.25,
    "note": 3.25,
    "tag": 3.25,
    "who": 3,
    "meta": 6.5,
    "field": 9.75,
    "form": 6.5,
    "section": 6.5,
    "letterhead": 6.5,
    "label": 6.5,
    "fields": 6.5,
}

# On the cover, where blocks stand further apart.
COVER_BEFORE = {**BEFORE, "section": 24, "form": 24, "note": 19.5, "fields": 26, "field": 26}

# Where the block before decides: below a title, and between the parts of a line to write on.
AFTER = {
    ("title", "note"): 2.0,
    ("title", "tag"): 2.0,
    ("title", "h2"): 6.5,
    ("title", "table"): 6.5,
    ("title", "list"): 6.5,
    ("letterhead", "title"): 13.0,
    ("cell", "table"): 6.5,
    ("field", "form"): 0.0,
    ("form", "note"): 2.0,
}

# The sizes of a title, of which the first that takes at most five lines is used.
STEPS = (
    TITLE,
    Face(size=16, leading=19, weight=SEMIBOLD, colour=INDIGO, balance=True),
    Face(size=13.5, leading=16.4, weight=SEMIBOLD, colour=INDIGO, balance=True),
)

# Large print: size and leading of each face. All that is read is 18 pt or more; notes, tags of origin and the foot of the page are 16.
LARGE = {
    "cover": (34, 38),
    "title": (30, 34),
    "h2": (22, 26),
    "h3": (19, 24),
    "sheet-head": (26, 31),
    "point": (20, 25),
    "figure": (36, 38),
    "kicker": (18, 22),
    "label": (18, 22),
    "direct": (21, 28),
    "direct-long": (19, 25),
    "gist": (20, 27),
    "gist-long": (19, 25),
    "indirect": (19, 25),
    "text": (18, 24),
    "deck": (20, 26),
    "oath": (20, 26),
    "sheet": (19, 24),
    "cell": (18, 23),
    "key": (18, 23),
    "number": (18, 23),
    "field": (18, 23),
    "th": (18, 22),
    "who": (18, 23),
    "meta": (18, 23),
    "note": (16, 20),
    "tag": (16, 20),
    "head": (20, 24),
    "head-long": (19, 23),
    "subhead": (18, 22),
    "form-head": (20, 24),
    "form-head-long": (19, 23),
    "form-subhead": (18, 22),
    "form-cell": (18, 22),
    "draft": (28, 33),
    "draft-line": (18, 22),
    "mark": (16, 19),
    "folio": (18, 20),
}
LARGE_TABLES = {"figures": TableStyle(top=3, bottom=3, opening=True)}
LARGE_STEPS = ((30, 34), (26, 30), (22, 26))
