"""How well the base model's own sentence vectors do, to set beside the distilled ones.

python -m training.similarity --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from benchmarks.language_events import Floats, similarity
from training.language import BASE
from training.model import Encoder


def main() -> None:
    """Print the base model's figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    args = parser.parse_args()
    base = Encoder()
    base.load_base(BASE)
    base.eval()
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.enable_truncation(256)
    tokenizer.no_padding()

    def embed(sentences: Sequence[str]) -> Floats:
        rows = []
        with torch.inference_mode():
            for text in sentences:
                pieces = torch.tensor([tokenizer.encode(text).ids])
                hidden = base(pieces, torch.zeros_like(pieces), torch.zeros(1))
                rows.append(torch.nn.functional.normalize(hidden.mean(1), dim=-1)[0].numpy())
        return np.stack(rows)

    print(json.dumps(similarity(embed, args.data, args.split), indent=1))


if __name__ == "__main__":
    main()
