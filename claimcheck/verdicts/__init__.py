"""Claim + evidence → verdict: the judge, its rules, citations and confidence."""

from claimcheck.verdicts.earlier import with_fact_checks
from claimcheck.verdicts.group import GroupJudge
from claimcheck.verdicts.judge import Judge, Programs
from claimcheck.verdicts.weighed import unchecked

__all__ = ["GroupJudge", "Judge", "Programs", "unchecked", "with_fact_checks"]
