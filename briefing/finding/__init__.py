"""Finding who said what and which rules, as spans of the cleaned text."""
