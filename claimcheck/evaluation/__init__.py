"""How right claimcheck is, measured on public data: data sets, scores, and a run that can be resumed."""

from claimcheck.evaluation.running import evaluate

__all__ = ["evaluate"]
