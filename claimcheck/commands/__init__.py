"""Commands that have a room of their own: parse arguments, call, print, exit code."""
