"""Language, offices, places and law as data, and the code that loads and matches it."""
