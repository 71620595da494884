"""Turning files into articles: decode, clean with a way back to the source, read what the source says of itself."""
