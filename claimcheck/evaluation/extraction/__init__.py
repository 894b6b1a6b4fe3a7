"""Claim extraction measured against people's: detection, decomposition, decontextualisation."""

from claimcheck.evaluation.extraction.running import evaluate_extraction

__all__ = ["evaluate_extraction"]
