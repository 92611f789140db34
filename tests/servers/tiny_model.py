"""Writes a language model of random weights, small enough to be made by the test that needs it.

    256 byte tokens + one token for each Chinese character of a text, two layers of 64 → about 1 MB

It has learnt nothing. One channel of the residual stream is kept constant, so that a column of the
output matrix acts as a bias on each token: it makes quotes and closing brackets likely and bytes
that would break the UTF-8 unlikely, and a reply under a schema ends soon.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import gguf
import numpy as np

WIDTH, LAYERS, HEADS, FEED = 64, 2, 4, 192
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n"
)
LIKELY = {
    '"': 8.0,
    "}": 5.0,
    "]": 5.0,
    "{": 1.0,
    "[": 4.7,
    " ": -3.0,
    "e": -6.0,
    "E": -6.0,
    "\\": -12.0,
}
NEVER = -30.0


def write_model(path: Path, text: str) -> None:
    """Write a GGUF file whose vocabulary can spell the Chinese characters of a text."""
    tokens, merges = _vocabulary(text)
    writer = gguf.GGUFWriter(path, "llama")
    _describe(writer, tokens, merges)
    _fill(writer, tokens)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _spelling() -> list[str]:
    """Return the printable stand-in that byte-level vocabularies use for each byte."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    stand_ins = iter(range(256, 512))
    return [chr(byte) if byte in printable else chr(next(stand_ins)) for byte in range(256)]


def _vocabulary(text: str) -> tuple[list[str], list[str]]:
    """Return the tokens, bytes first, and the merges that lead to each character's token."""
    spelling = _spelling()
    tokens, merges = list(spelling), []
    for character in sorted({c for c in text if "\u4e00" <= c <= "\u9fff"}):
        first, second, third = (spelling[byte] for byte in character.encode())
        if first + second not in tokens:
            tokens.append(first + second)
            merges.append(f"{first} {second}")
        tokens.append(first + second + third)
        merges.append(f"{first + second} {third}")
    return tokens, merges


def _describe(writer: gguf.GGUFWriter, tokens: Sequence[str], merges: Sequence[str]) -> None:
    end = len(tokens)
    plain, control = gguf.TokenType.NORMAL, gguf.TokenType.CONTROL
    writer.add_context_length(16384)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(end + len(SPECIAL))
    writer.add_file_type(0)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([*tokens, *SPECIAL])
    writer.add_token_types([plain] * end + [control] * len(SPECIAL))
    writer.add_token_merges(merges)
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(end + 2)
    writer.add_pad_token_id(end)
    writer.add_add_bos_token(False)  # noqa: FBT003 - gguf's own signature
    writer.add_chat_template(TEMPLATE)


def _fill(writer: gguf.GGUFWriter, tokens: Sequence[str]) -> None:
    random = np.random.default_rng(7)
    size = len(tokens) + len(SPECIAL)

    def weights(*shape: int, scale: float = 0.15) -> np.ndarray:
        return (random.standard_normal(shape) * scale).astype(np.float32)

    def silent(matrix: np.ndarray) -> np.ndarray:
        matrix[0, :] = 0  # nothing is added to the constant channel
        return matrix

    embedding, output = weights(size, WIDTH), weights(size, WIDTH, scale=0.1)
    embedding[:, 0] = 2
    output[:, 0] = [bias / 2.5 for bias in chain(map(_bias, tokens), [NEVER] * len(SPECIAL))]
    ones = np.ones(WIDTH, np.float32)
    writer.add_tensor("token_embd.weight", embedding)
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{block}{name}.weight", ones)
        for name in ("attn_q", "attn_k", "attn_v"):
            writer.add_tensor(f"{block}{name}.weight", weights(WIDTH, WIDTH))
        writer.add_tensor(f"{block}attn_output.weight", silent(weights(WIDTH, WIDTH)))
        for name in ("ffn_gate", "ffn_up"):
            writer.add_tensor(f"{block}{name}.weight", weights(FEED, WIDTH))
        writer.add_tensor(f"{block}ffn_down.weight", silent(weights(WIDTH, FEED)))
    writer.add_tensor("output_norm.weight", ones)
    writer.add_tensor("output.weight", output)


def _bias(token: str) -> float:
    """Favour what ends a reply; forbid single bytes of longer characters."""
    whole = len(token) == 1 and " " < token < "\x7f"
    return LIKELY.get(token, 0.0) if whole or len(token) == 3 else NEVER
