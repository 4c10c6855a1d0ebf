"""Turn a training run into the model that ships: one int8 ONNX graph and a few small weights.

python -m training.export --data ../shared/data --run training/runs/second \\
    --out histor/annotate/model
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from histor.annotate.words import encode_words, shape_of
from training.examples import PLOVER, entity_tags
from training.language import BASE, load_sets
from training.model import ATTENTION_HEADS, WIDTH, Reader, Sizes
from training.quantise import Feeds, quantised

NAMES = (
    "tags",
    "arc_dependent",
    "arc_head",
    "relation_dependent",
    "relation_head",
    "link_cue",
    "link_word",
    "event",
    "look",
    "role_trigger",
    "role_word",
    "fact",
    "refer",
    "twin",
    "vectors",
)

#: windows on which constants and ranges are found
_SEEN = 400


class _Attention(torch.autograd.Function):
    """Scaled dot-product attention over packed heads, exported as ONNX Runtime's fused operator."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Attend; all are float (batch, pieces, 384)."""
        q, k, v = (x.unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2) for x in (q, k, v))
        mixed = nn.functional.scaled_dot_product_attention(q, k, v)
        return mixed.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """Name the operator for the exporter."""
        fused = g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=ATTENTION_HEADS)
        fused.setType(q.type())
        return fused


class _Gelu(torch.autograd.Function):
    """The Gaussian error linear unit in its tanh form, exported as ONNX Runtime's own operator."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        """Apply it to each number."""
        return nn.functional.gelu(x, approximate="tanh")

    @staticmethod
    def symbolic(g: Any, x: Any) -> Any:
        """Name the operator for the exporter."""
        fused = g.op("com.microsoft::FastGelu", x)
        fused.setType(x.type())
        return fused


class OneWindow(nn.Module):
    """The reader for a single window: no padding, no mask, and few large products.

    Query, key and value are one product, and so are all heads that read a word's vector; the last
    layer's work on pieces that begin no word is left out.

    What each layer makes of the first piece, [CLS], hardly depends on the window (by 0.2 to 3% of
    its length), but holds numbers three times as large as any other piece: in int8 they would
    coarsen all. It is taken as a constant, its mean over some windows, which others attend to.
    """

    def __init__(self, model: Reader, windows: Sequence[Feeds]) -> None:
        super().__init__()
        self.model = model
        self.joined = nn.ModuleList(
            _side_by_side([layer.query, layer.key, layer.value]) for layer in model.encoder.layers
        )
        heads = model.heads
        self.linear: dict[str, nn.Linear] = {
            "tags": heads.tags,
            "arc_dependent": heads.arc_dependent[0],
            "arc_head": heads.arc_head[0],
            "fact": heads.fact[0],
        } | {
            name: getattr(heads, name)
            for name in NAMES
            if isinstance(getattr(heads, name, None), nn.Linear) and name != "tags"
        }
        self.heads = _side_by_side(list(self.linear.values()))
        for n, first in enumerate(_first_pieces(model, windows)):
            _, key, value = self.joined[n](first).split(WIDTH, dim=-1)
            self.register_buffer(f"key{n}", key.detach())
            self.register_buffer(f"value{n}", value.detach())

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the heads' outputs in the order of ``NAMES``."""
        encoder = self.model.encoder
        where = torch.arange(pieces.shape[1])[1:]
        x = encoder.words(pieces[:, 1:]) + encoder.positions(where) + encoder.shapes(shapes[:, 1:])
        x = encoder.norm(x)
        last = len(encoder.layers) - 1
        for n, (layer, joined) in enumerate(zip(encoder.layers, self.joined, strict=True)):
            q, k, v = joined(x).split(WIDTH, dim=-1)
            k = torch.cat([getattr(self, f"key{n}"), k], dim=1)
            v = torch.cat([getattr(self, f"value{n}"), v], dim=1)
            if n == last:
                index = (first - 1)[:, :, None].expand(-1, -1, WIDTH)
                x, q = x.gather(1, index), q.gather(1, index)
            x = layer.norm1(x + layer.out(_Attention.apply(q, k, v)))
            x = layer.norm2(x + layer.down(_Gelu.apply(layer.up(x))))
        parts = self.heads(x).split([p.out_features for p in self.linear.values()], dim=-1)
        out = dict(zip(self.linear, parts, strict=True)) | {"vectors": x}
        heads = self.model.heads
        gelu = nn.functional.gelu
        out["arc_dependent"] = heads.arc_bilinear(gelu(out["arc_dependent"]))
        out["arc_head"] = gelu(out["arc_head"])
        out["fact"] = heads.fact[2](gelu(out["fact"]))
        return tuple(out[name] for name in NAMES)


def _first_pieces(model: Reader, windows: Sequence[Feeds]) -> list[Tensor]:
    """Return the mean input of each layer at [CLS], float (1, 1, 384)."""
    encoder = model.encoder
    found: list[list[Tensor]] = [[] for _ in encoder.layers]
    with torch.no_grad():
        for feeds in windows:
            pieces, shapes = (torch.from_numpy(feeds[x]) for x in ("pieces", "shapes"))
            where = torch.arange(pieces.shape[1])
            x = encoder.words(pieces) + encoder.positions(where) + encoder.shapes(shapes)
            x = encoder.norm(x)
            for n, layer in enumerate(encoder.layers):
                found[n].append(x[:, :1])
                x = layer(x, torch.zeros(1))
    return [torch.cat(each).mean(dim=0, keepdim=True) for each in found]


def _windows(data: Path, most: int) -> list[Feeds]:
    """Return windows drawn from the training sets, an equal part of each."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rng = random.Random(1)
    sets = load_sets(data, seed=1)
    each = -(-most // len(sets))
    found = []
    for windows in sets.values():
        for window in rng.sample(windows, min(each, len(windows))):
            shapes = [shape_of(w) for w in window.words]
            encoded = encode_words(tokenizer, window.words, shapes, window.breaks)
            found.append(
                {
                    name: np.array([getattr(encoded, name)], dtype=np.int64)
                    for name in ("pieces", "shapes", "first")
                }
            )
    return found


def _side_by_side(parts: list[nn.Linear]) -> nn.Linear:
    """Return one layer whose output is that of all parts, one after the other."""
    whole = nn.Linear(parts[0].in_features, sum(p.out_features for p in parts))
    whole.weight.data = torch.cat([p.weight.data for p in parts])
    whole.bias.data = torch.cat([p.bias.data for p in parts])
    return whole


def main() -> None:
    """Export, quantise, and copy what reading needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training sets")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the graph unquantised")
    args = parser.parse_args()
    state = torch.load(args.run / "last.pt")
    model = Reader(Sizes(**state["sizes"]))
    model.load_state_dict(state["model"])
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    whole = args.run / "float.onnx"
    example = (torch.ones(1, 9).long(), torch.zeros(1, 9).long(), torch.arange(1, 7)[None])
    seen = _windows(args.data, _SEEN)
    window = OneWindow(model, seen)
    window.eval()
    torch.onnx.export(
        window,
        example,
        str(whole),
        input_names=["pieces", "shapes", "first"],
        output_names=list(NAMES),
        dynamic_axes={"pieces": {1: "P"}, "shapes": {1: "P"}, "first": {1: "W"}}
        | {name: {1: "W"} for name in NAMES},
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    graph = args.out / "histor.onnx"
    if args.float:
        shutil.copy(whole, graph)
    else:
        onnx.save(quantised(whole, seen), graph)
    heads = model.heads
    np.savez(
        args.out / "heads.npz",
        **{
            name: weight.detach().numpy().astype(np.float16)
            for name, weight in {
                "relation_out": heads.relation_out.weight,
                "relation_bias": heads.relation_out.bias,
                "link_out": heads.link_out.weight,
                "link_bias": heads.link_out.bias,
                "link_distance": heads.link_distance.weight,
                "event_out": heads.event_out.weight,
                "event_bias": heads.event_out.bias,
                "look_out": heads.look_out.weight,
                "role_out": heads.role_out.weight,
                "role_bias": heads.role_out.bias,
                "role_distance": heads.role_distance.weight,
                "refer_distance": heads.refer_distance.weight,
                "twin_compare": heads.twin_compare.weight,
                "twin_compare_bias": heads.twin_compare.bias,
                "twin_hidden": heads.twin_hidden.weight,
                "twin_hidden_bias": heads.twin_hidden.bias,
                "twin_out": heads.twin_out.weight,
                "twin_bias": heads.twin_out.bias,
                "embed": heads.embed.weight,
                "embed_bias": heads.embed.bias,
            }.items()
        },
    )
    labels = dict(state["labels"]) | {"entity": entity_tags(), "event": list(PLOVER)}
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    shutil.copy(BASE / "tokenizer.json", args.out / "tokenizer.json")
    print(f"step {state['step']}: {graph.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
