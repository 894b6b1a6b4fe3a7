"""`claimcheck.toml` → settings. Keys are never in it: it names the environment variables that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from claimcheck.domain import Frozen
from claimcheck.errors import UsageError
from claimcheck.evidence.options import EvidenceOptions
from claimcheck.lm.options import ModelOptions
from claimcheck.lm.prices import ModelPrice

FILE = "claimcheck.toml"


class Configuration(Frozen):
    """What the file says: the references where none is named with -r, how a model is asked, what it costs, and evidence."""

    references: tuple[str, ...] = ()
    model: ModelOptions = ModelOptions()
    prices: Mapping[str, ModelPrice] = Field(default_factory=dict)  # by the model's name
    evidence: EvidenceOptions = EvidenceOptions()


def read_configuration(path: Path | None = None) -> Configuration:
    """The settings of `path`, or of claimcheck.toml in the working folder where it is there.

    Raises `UsageError` where the file is missing, is no TOML, or holds what is no setting.
    """
    import tomllib

    if path is None and not Path(FILE).is_file():
        return Configuration()
    path = path or Path(FILE)
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path} is not TOML: {' '.join(str(error).split())}") from error
    return _validated(path, held)


def _validated(path: Path, held: dict[str, Any]) -> Configuration:
    given = held.pop("evidence", {})
    if not isinstance(given, dict):
        raise UsageError(f"{path}: evidence: is a table, [evidence]")
    evidence = dict(given)
    evidence |= {key: held.pop(key) for key in ("sources", "trust") if key in held}
    try:
        read = Configuration.model_validate({**held, "evidence": evidence})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]).removeprefix("evidence.")
        raise UsageError(f"{path}: {place}: {first['msg']}") from error
    wrong = [site for site, trust in read.evidence.trust.items() if not 0 <= trust <= 1]
    if wrong:
        raise UsageError(f"{path}: trust.{wrong[0]}: a trust is a number from 0 to 1")
    return read
