"""Serves `/v1/embeddings` on loopback from a sentence encoder's weights: `python embeddings_server.py FOLDER [PORT]`.

For measuring the ranking by meaning where no other server is at hand. FOLDER holds `model.safetensors`,
`config.json` and `tokenizer.json` of a BERT encoder whose embedding is the mean of its last states, such as
all-MiniLM-L6-v2 (--cls before FOLDER: the first state, as bge has it). Needs numpy, safetensors and tokenizers;
the weights are read as data, and nothing of a model's own code is run.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LONGEST = 256  # tokens of a text that are read


class Encoder:
    """A BERT (Devlin et al. 2019) in numpy, a text at a time."""

    def __init__(self, folder: Path, first: bool) -> None:
        self.weights = {
            k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()
        }
        config = json.loads((folder / "config.json").read_text())
        self.layers, self.heads = config["num_hidden_layers"], config["num_attention_heads"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.first = first

    @lru_cache(maxsize=100_000)  # noqa: B019 (one encoder, as long as the program runs)
    def embedding(self, text: str) -> tuple[float, ...]:
        ids = self.tokenizer.encode(text).ids
        table = "embeddings.{}_embeddings.weight".format
        x = self.weights[table("word")][ids] + self.weights[table("position")][: len(ids)]
        x = self._norm(x + self.weights[table("token_type")][0], "embeddings.LayerNorm")
        for number in range(self.layers):
            x = self._layer(x, f"encoder.layer.{number}.")
        pooled = x[0] if self.first else x.mean(axis=0)
        return tuple(float(value) for value in pooled / np.linalg.norm(pooled))

    def _layer(self, x: np.ndarray, at: str) -> np.ndarray:
        parts = [
            self._split(self._linear(x, f"{at}attention.self.{name}")) for name in ("query", "key", "value")
        ]
        query, key, value = parts
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1])
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (weights / weights.sum(axis=-1, keepdims=True) @ value).transpose(1, 0, 2).reshape(x.shape)
        x = self._norm(
            x + self._linear(mixed, f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm"
        )
        inner = self._linear(_gelu(self._linear(x, f"{at}intermediate.dense")), f"{at}output.dense")
        return self._norm(x + inner, f"{at}output.LayerNorm")

    def _split(self, x: np.ndarray) -> np.ndarray:
        return x.reshape(len(x), self.heads, -1).transpose(1, 0, 2)

    def _linear(self, x: np.ndarray, at: str) -> np.ndarray:
        return x @ self.weights[f"{at}.weight"].T + self.weights[f"{at}.bias"]

    def _norm(self, x: np.ndarray, at: str) -> np.ndarray:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
        return centred / spread * self.weights[f"{at}.weight"] + self.weights[f"{at}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """By the tanh approximation (Hendrycks and Gimpel 2016)."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def handler(encoder: Encoder) -> type[BaseHTTPRequestHandler]:
    """Answers POST requests as the OpenAI protocol has it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            texts = json.loads(self.rfile.read(int(self.headers["content-length"])))["input"]
            data = [{"index": i, "embedding": encoder.embedding(text)} for i, text in enumerate(texts)]
            body = json.dumps({"object": "list", "data": data}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing of single requests."""

    return Handler


def main(arguments: list[str]) -> None:
    """Serves until it is interrupted."""
    first = arguments[:1] == ["--cls"]
    folder, *port = arguments[1:] if first else arguments
    server = ThreadingHTTPServer(
        ("127.0.0.1", int(port[0]) if port else 8700), handler(Encoder(Path(folder), first))
    )
    print(f"http://127.0.0.1:{server.server_port}/v1", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
