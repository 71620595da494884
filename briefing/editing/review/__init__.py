"""The correction file beside a pack: what the program proposes, what the officer changed, and both brought together."""
