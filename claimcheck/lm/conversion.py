"""A sentence encoder as its publisher has it → a GGUF that the embedded engine loads.

What llama.cpp's `convert_hf_to_gguf.py` does for BERT (Devlin et al. 2019), for one known encoder: nothing of it
is read from a file but the weights and the vocabulary.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gguf

LAYERS, HEADS, WIDTH, INNER, LONGEST = 6, 12, 384, 1536, 512  # of all-MiniLM-L6-v2; LONGEST in tokens
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_BEGINS_WORD = "\u2581"  # how the engine's vocabulary marks what WordPiece leaves bare


def encoder_to_gguf(weights: Path, vocabulary: Path, path: Path) -> None:
    """Writes `path` from the weights (safetensors) and the vocabulary (a WordPiece a line).

    Matrices are rounded to 8 bits (Q8_0): a fourth of the size, and no measured loss.
    """
    import gguf

    writer = gguf.GGUFWriter(path, "bert")
    _add_shape(writer)
    _add_vocabulary(writer, vocabulary.read_text(encoding="utf-8").split("\n"))
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.BERT, LAYERS)
    with gguf.SafetensorsLocal(weights) as tensors:
        for given, tensor in tensors.items():
            name = names.get_name(given, try_suffixes=(".weight", ".bias"))
            if name is not None:  # the pooler is not used, the places of words are counted
                _add_tensor(writer, name, tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: gguf.GGUFWriter) -> None:
    import gguf

    writer.add_context_length(LONGEST)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_layer_norm_eps(1e-12)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_token_type_count(2)


def _add_vocabulary(writer: gguf.GGUFWriter, lines: list[str]) -> None:
    import gguf

    pieces = lines[:-1] if not lines[-1] else lines
    special, plain = gguf.TokenType.CONTROL, gguf.TokenType.NORMAL
    writer.add_tokenizer_model("bert")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([_piece(piece) for piece in pieces])
    writer.add_token_types([special if piece in _SPECIAL else plain for piece in pieces])
    pad, unknown, begin, end, mask = map(pieces.index, _SPECIAL)
    writer.add_pad_token_id(pad)
    writer.add_unk_token_id(unknown)
    writer.add_bos_token_id(begin)
    writer.add_eos_token_id(end)
    writer.add_sep_token_id(end)
    writer.add_mask_token_id(mask)


def _piece(text: str) -> str:
    """A WordPiece in the engine's spelling: the beginning of a word is marked, and not its continuation."""
    if text in _SPECIAL:
        return text
    return text[2:] if text.startswith("##") else _BEGINS_WORD + text


def _add_tensor(writer: gguf.GGUFWriter, name: str, tensor: gguf.LocalTensor) -> None:
    import gguf
    import numpy as np

    values = np.frombuffer(tensor.mmap_bytes().tobytes(), np.float32).reshape(tensor.shape)
    small = values.ndim < 2 or name.startswith(("position", "token_types"))
    kind = gguf.GGMLQuantizationType.F32 if small else gguf.GGMLQuantizationType.Q8_0
    writer.add_tensor(name, gguf.quantize(values, kind), raw_dtype=kind)
