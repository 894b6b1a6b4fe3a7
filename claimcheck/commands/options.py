"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

References = Annotated[
    list[str] | None,
    typer.Option("-r", "--references", help="A folder of references, or a named source; may be repeated."),
]
Model = Annotated[str | None, typer.Option(help="A model's name. Default: the embedded model.")]
BaseUrl = Annotated[str | None, typer.Option(help="An OpenAI-compatible address. Default: OPENAI_BASE_URL.")]
Passages = Annotated[int, typer.Option(min=1, max=20, help="Passages kept for each claim.")]
AsOf = Annotated[
    str | None, typer.Option(help="Keep out evidence published after this day, e.g. 2024-02-08.")
]
Config = Annotated[
    Path | None, typer.Option(help="Settings of sources. Default: claimcheck.toml in this folder.")
]
Meaning = Annotated[
    bool | None,
    typer.Option(
        "--meaning/--no-meaning",
        help="Rank passages by meaning too, with a small embedded encoder. Default: as claimcheck.toml says, "
        "or where the encoder is here.",
    ),
]
FORMATS = (
    "terminal, text, json, jsonl (a line an event, as it happens), html, markdown, csv, sarif, github "
    "(annotations), lines, junit, claimreview."
)
Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", help="Write the report here; its suffix tells the form; may be repeated."),
]
