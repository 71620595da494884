"""English for the blocks of a pack, each with its origin."""
