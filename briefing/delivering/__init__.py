"""A pack on its way: a letter to each recipient of a list, sent over one connection, and a ledger that tells who has it."""
