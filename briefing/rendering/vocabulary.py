"""The closed vocabulary of the templates as data: what may stand in what, with which attributes and classes. docs/templates.md explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

TEXT = frozenset({"p", "h1", "h2", "h3"})
INLINE = frozenset({"a", "b", "i", "span", "br", "img"})
BLOCKS = TEXT | {"blockquote", "ul", "ol", "table", "pair", "section", "pagebreak"}
LANGUAGES = ("id", "en")

TYPE = (
    "kicker",
    "label",
    "deck",
    "text",
    "cell",
    "meta",
    "who",
    "note",
    "tag",
    "point",
    "sheet",
    "figure",
    "field",
    "oath",
    "head",
    "subhead",
    "draft",
)

CONTENT = {
    "document": frozenset({"section"}),
    "section": BLOCKS,
    "pair": BLOCKS - {"pair", "pagebreak"},
    "blockquote": frozenset({"p"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "li": INLINE | {"p"},
    "th": INLINE | {"p"},
    "td": INLINE | {"p"},
    "p": INLINE,
    "h1": INLINE,
    "h2": INLINE,
    "h3": INLINE,
    "a": INLINE - {"a"},
    "b": INLINE - {"b"},
    "i": INLINE - {"i"},
    "span": INLINE,
    "br": frozenset[str](),
    "img": frozenset[str](),
    "pagebreak": frozenset[str](),
}

ATTRIBUTES = {
    "document": (
        "title",
        "title-en",
        "label",
        "label-en",
        "note",
        "note-en",
        "machine",
        "machine-en",
        "untagged",
        "untagged-en",
        "draft",
        "draft-en",
    ),
    "section": ("id", "bookmark", "continued", "continued-en", "start"),
    "table": ("cols",),
    "td": ("align",),
    "th": ("align",),
    "li": ("href",),
    "a": ("href",),
    "img": ("src", "alt"),
}

REQUIRED = {"document": ("title",), "table": ("cols",), "img": ("src", "alt"), "a": ("href",)}

PICTURES = frozenset(
    {f"mark:{name}" for name in ("L", "K", "H", "S", "catalogue", "reviewed", "project", "machine", "composed", "gist", "none")}
    | {f"mark:{name}" for name in ("not_yet", "in_force", "amended", "partly", "repealed", "unknown", "may", "do", "dont")}
    | {"mark:made-1", "mark:unmade-1"},
)
"""Drawings; those that end in 1 bear any number."""

LOGO = "logo"
"""The office's logo, alone in its paragraph; one that the office has not set is left out."""

VALUES: dict[str, Collection[str]] = {
    "src": PICTURES | {LOGO},
    "start": ("new", "run", "own"),
    "align": ("left", "center", "right"),
    "lang": LANGUAGES,
}

CLASSES = {
    "section": ("cover", "page", "article", "letterhead", "draft", "foot", "keep", "box", "aside"),
    "pair": ("wide", "shared"),
    "blockquote": ("direct", "indirect", "gist"),
    "ul": ("contents", "may", "do", "dont"),
    "ol": ("points", "notes"),
    "table": ("facts", "rules", "short", "changes", "people", "law", "terms", "sources", "origins", "figures", "fields", "form", "legend"),
    "tr": ("more",),
    "p": TYPE,
    "li": TYPE,
    "th": TYPE,
    "td": (*TYPE, "line"),
    "h1": ("cover",),
    "h2": ("sheet",),
    "a": ("page", "pages"),
    "b": ("ref", "L", "K", "H", "S"),
    "i": ("note",),
}

TOP_LEVEL = frozenset({"cover", "page", "article"})
