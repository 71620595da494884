"""The checks of `briefing verify`, one subject a file: each yields a Problem for every inconsistency that it finds."""
