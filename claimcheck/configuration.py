"""`claimcheck.toml` → settings. Keys are never in it: it names the environment variables that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

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


_WORDS = {
    "extra_forbidden": "there is no such setting",
    "missing": "this has to be set",
    "tuple_type": 'takes a list, such as ["notes/", "wikipedia"]',
    "string_type": "takes a text in quotes",
    "bool_parsing": "takes true or false",
    "bool_type": "takes true or false",
    "model_type": "takes a table",
    "mapping_type": "takes a table",
    "dict_type": "takes a table",
    "int_parsing": "takes a whole number",
    "int_type": "takes a whole number",
    "int_from_float": "takes a whole number",
    "float_parsing": "takes a number",
    "float_type": "takes a number",
    "date_from_datetime_parsing": "takes a day such as 2024-02-08",
    "date_from_datetime_inexact": "takes a day such as 2024-02-08",
    "date_type": "takes a day such as 2024-02-08",
}  # pydantic's types of errors


def _told(error: ErrorDetails) -> tuple[str, str]:
    """Where in the file the first mistake is, and what it is, in words of a settings file."""
    where = [str(part) for part in error["loc"]]
    if where[:2] in (["evidence", "sources"], ["evidence", "trust"]):  # tables of their own in the file
        del where[0]
    own = error["msg"].removeprefix("Value error, ").replace("Input should be", "has to be")
    return ".".join(where), _WORDS.get(error["type"], own)


def _validated(path: Path, held: dict[str, Any]) -> Configuration:
    given = held.pop("evidence", {})
    if not isinstance(given, dict):
        raise UsageError(f"{path}: evidence: is a table, [evidence]")
    evidence = dict(given)
    evidence |= {key: held.pop(key) for key in ("sources", "trust") if key in held}
    try:
        read = Configuration.model_validate({**held, "evidence": evidence})
    except ValidationError as error:
        place, what = _told(error.errors()[0])
        raise UsageError(f"{path}: {place}: {what}") from error
    wrong = [site for site, trust in read.evidence.trust.items() if not 0 <= trust <= 1]
    if wrong:
        raise UsageError(f"{path}: trust.{wrong[0]}: a trust is a number from 0 to 1")
    return read
