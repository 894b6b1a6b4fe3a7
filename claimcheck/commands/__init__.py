"""Commands of their own room: each is called by `claimcheck.cli` with what was parsed."""
