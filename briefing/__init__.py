"""Briefing packs from news articles: who said what, by which rules, in Indonesian and English, on pages to print."""

__version__ = "0.1.0"
