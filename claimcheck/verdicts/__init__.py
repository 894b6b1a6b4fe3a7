"""Claim + evidence → verdict: the judge, its rules, citations and confidence."""

from claimcheck.verdicts.earlier import with_fact_checks
from claimcheck.verdicts.judge import Judge, unchecked

__all__ = ["Judge", "unchecked", "with_fact_checks"]
