"""The command line: one file a command, each options in, one call, echo, exit code."""
