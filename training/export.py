"""Turn a training run into the model that ships: one int8 ONNX graph and a few small weights.

python -m training.export --run training/runs/joint --out histor/annotate/model
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.examples import entity_tags
from training.language import BASE
from training.model import Reader, Sizes

NAMES = (
    "tags",
    "arc_dependent",
    "arc_head",
    "relation_dependent",
    "relation_head",
    "link_cue",
    "link_word",
    "vectors",
)


class OneWindow(nn.Module):
    """The reader for a single window, without padding and therefore without a mask."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the heads' outputs in the order of ``NAMES``."""
        bias = torch.zeros(1)
        hidden = self.model.encoder(pieces, shapes, bias)
        index = first[:, :, None].expand(-1, -1, hidden.shape[-1])
        out = self.model.heads(hidden.gather(1, index))
        return tuple(getattr(out, name) for name in NAMES)


def main() -> None:
    """Export, quantise, and copy what reading needs."""
    parser = argparse.ArgumentParser(description=__doc__)
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
    torch.onnx.export(
        OneWindow(model),
        example,
        str(whole),
        input_names=["pieces", "shapes", "first"],
        output_names=list(NAMES),
        dynamic_axes={"pieces": {1: "P"}, "shapes": {1: "P"}, "first": {1: "W"}}
        | {name: {1: "W"} for name in NAMES},
        opset_version=17,
        dynamo=False,
    )
    graph = args.out / "histor.onnx"
    if args.float:
        shutil.copy(whole, graph)
    else:
        quantize_dynamic(whole, graph, weight_type=QuantType.QInt8, per_channel=True)
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
            }.items()
        },
    )
    labels = dict(state["labels"]) | {"entity": entity_tags()}
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    shutil.copy(BASE / "tokenizer.json", args.out / "tokenizer.json")
    print(f"step {state['step']}: {graph.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
