"""The records that the stages hand to one another: frozen dataclasses and errors, nothing else."""
