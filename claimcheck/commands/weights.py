"""The embedded models' files, fetched on first use with a bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.evidence.options import EvidenceOptions
    from claimcheck.reports.progress import Progress


def weights_for(model: str | None, progress: Progress) -> Path | None:
    """The embedded model's file, fetched on first use; None where another model was asked for."""
    from claimcheck.lm import DEFAULT_MODEL, is_embedded, path_of, pull

    if not is_embedded(model):
        return None
    name = model or DEFAULT_MODEL
    there = path_of(name)
    return there if there else pull(name, progress=download_bar(progress))


def fetch_encoder(evidence: EvidenceOptions, progress: Progress) -> None:
    """Fetches the encoder where it is to rank by meaning and is not here. Raises `ServiceError`."""
    from claimcheck.lm import ENCODER, path_of, pull

    if evidence.embeddings is not None and evidence.embeddings.embedded and path_of(ENCODER) is None:
        pull(ENCODER, progress=download_bar(progress))


def fetch_encoder_or_say(evidence: EvidenceOptions, progress: Progress, say: Callable[[str], None]) -> None:
    """The same for a run, which goes on without it."""
    from claimcheck.errors import ServiceError

    try:
        fetch_encoder(evidence, progress)
    except ServiceError as error:
        say(f"passages are ranked by words alone: {error}")


def download_bar(progress: Progress) -> Callable[[int, int], None]:
    """Shows a download in megabytes."""
    state = {"done": 0, "begun": False}

    def show(done: int, total: int) -> None:
        if not state["begun"]:
            progress.stage("fetching the embedded model (MB)", total // 1_000_000)
            state["begun"] = True
        step = done // 1_000_000 - state["done"]
        state["done"] += step
        progress.advance(step)

    return show
