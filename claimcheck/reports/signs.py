"""A sign for each verdict, so that colour is never the only thing that tells it."""

from __future__ import annotations

from claimcheck.domain import Label

SIGNS = {
    Label.SUPPORTED: "✓",
    Label.REFUTED: "✗",
    Label.NOT_ENOUGH_EVIDENCE: "?",
    Label.CONFLICTING: "±",
    Label.UNCHECKED: "–",
}
