"""Choosing and merging findings into a pack."""
