"""What a publisher has of an encoder becomes a file that the embedded engine loads and computes the same with."""

import json
import struct
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimcheck.lm import conversion
from claimcheck.lm.embedded import serve_encoder

np = pytest.importorskip("numpy")

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "nine", "bridge", "##s", "old"]
WIDTH, INNER, LONGEST = 32, 64, 512


def tensors() -> dict[str, Any]:
    """A made-up BERT of one layer."""
    some = np.random.default_rng(7)
    shapes = {
        f"embeddings.{name}_embeddings.weight": (count, WIDTH)
        for name, count in (("word", len(PIECES)), ("position", LONGEST), ("token_type", 2))
    }
    at = "encoder.layer.0."
    linear = {f"{at}attention.self.{n}": (WIDTH, WIDTH) for n in ("query", "key", "value")}
    linear |= {f"{at}attention.output.dense": (WIDTH, WIDTH), f"{at}intermediate.dense": (INNER, WIDTH)}
    linear |= {f"{at}output.dense": (WIDTH, INNER), "pooler.dense": (WIDTH, WIDTH)}
    for name, (out, into) in linear.items():
        shapes |= {f"{name}.weight": (out, into), f"{name}.bias": (out,)}
    made = {name: some.normal(0, 0.5, shape).astype(np.float32) for name, shape in shapes.items()}
    for name in ("embeddings", f"{at}attention.output", f"{at}output"):
        made |= {f"{name}.LayerNorm.weight": np.ones(WIDTH, np.float32)}
        made |= {f"{name}.LayerNorm.bias": np.zeros(WIDTH, np.float32)}
    return made


def written(path: Path, held: dict[str, Any]) -> Path:
    """The tensors as safetensors."""
    head, at = {}, 0
    for name, values in held.items():
        head[name] = {"dtype": "F32", "shape": values.shape, "data_offsets": [at, at + values.nbytes]}
        at += values.nbytes
    text = json.dumps(head).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(v.tobytes() for v in held.values()))
    return path


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The converted file."""
    for name, value in (("LAYERS", 1), ("HEADS", 1), ("WIDTH", WIDTH), ("INNER", INNER)):
        monkeypatch.setattr(conversion, name, value)
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    made = tmp_path / "small.gguf"
    conversion.encoder_to_gguf(written(tmp_path / "small.safetensors", tensors()), vocabulary, made)
    return made


def expected(ids: list[int]) -> Any:
    """The encoder's embedding of these pieces, by its definition (Devlin et al. 2019) in numpy."""
    held = tensors()

    def norm(x: Any) -> Any:
        return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)

    def linear(x: Any, name: str) -> Any:
        return x @ held[f"encoder.layer.0.{name}.weight"].T + held[f"encoder.layer.0.{name}.bias"]

    x = held["embeddings.word_embeddings.weight"][ids]
    x = x + held["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + held["embeddings.token_type_embeddings.weight"][0])
    query, key, value = (linear(x, f"attention.self.{name}") for name in ("query", "key", "value"))
    scores = np.exp(query @ key.T / np.sqrt(WIDTH))
    x = norm(x + linear(scores / scores.sum(-1, keepdims=True) @ value, "attention.output.dense"))
    inner = linear(x, "intermediate.dense")
    gelu = 0.5 * inner * (1 + np.tanh(np.sqrt(2 / np.pi) * (inner + 0.044715 * inner**3)))
    pooled = norm(x + linear(gelu, "output.dense")).mean(axis=0)
    return pooled / np.linalg.norm(pooled)


@pytest.mark.parametrize(
    ("text", "ids"), [("Nine bridges.", [2, 5, 6, 7, 1, 3]), ("old OLD nine", [2, 8, 8, 5, 3])]
)
def test_the_engine_computes_what_the_publishers_weights_say(small: Path, text: str, ids: list[int]) -> None:
    with serve_encoder(small) as address:
        answer = httpx.post(f"{address}/embeddings", json={"model": "m", "input": [text]}, timeout=60).json()
    given = np.array(answer["data"][0]["embedding"])
    assert len(given) == WIDTH
    assert float(given @ expected(ids)) > 0.995  # 8 bits a weight, and a made-up one is far from round
