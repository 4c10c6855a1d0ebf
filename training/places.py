"""Train the choice among the places that a name may mean.

    python -m training.places --data ../shared/data --out histor/extract/data/places.npz

A network of one hidden layer scores each candidate by `toponym_features`; the scores of one name's
candidates make shares (softmax). Three readings: by what a name says itself, then twice by its
company, weighed by the shares of the reading before. Trained on the articles of LGL, TR-News,
GeoWebNews and GeoVirus whose names the benchmark knows; ``--folds`` tells what articles unseen in
training get.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.language import records
from benchmarks.places import SETS, gold_places
from histor.extract.gazetteer import Candidate, gazetteer, normal_name
from histor.extract.toponym_features import Company, Page, own_evidence, page_of
from histor.extract.toponym_names import Name, page_names
from histor.extract.toponyms import within

Floats = NDArray[np.float64]
_NEAR = 161.0


@dataclass
class Article:
    """One article: its names, their evidence, and which candidates are right."""

    source: str
    page: Page
    own: Floats
    right: Floats
    close: Floats
    #: mentions of each name that stand in the table, and of names without a candidate
    mentions: Floats
    lost: int
    wanted: NDArray[np.bool_]


def articles(data: Path, split: str) -> list[Article]:
    found = []
    for source in SETS:
        for record in records(data / source / f"{split}.jsonl"):
            gold = list(gold_places(record))
            names, at = page_names(record["text"], [(a, b) for a, b, *_ in gold])
            index = {id(n): k for k, n in enumerate(n for n in names if n.candidates)}
            if not index:
                if found and found[-1].source == source:
                    found[-1].lost += len(gold)
                continue
            page = page_of(names)
            right = np.zeros(len(page.candidates))
            close = np.zeros(len(page.candidates))
            mentions = np.zeros(len(page.names))
            lost = 0
            for (_, _, lat, lon, number), k in zip(gold, at, strict=True):
                name = index.get(id(names[k]))
                if name is None:
                    lost += 1
                    continue
                mentions[name] += 1
                rows = np.flatnonzero(page.owner == name)
                near = np.array([within(page.candidates[r], lat, lon) <= _NEAR for r in rows])
                same = np.array([str(page.candidates[r].id) == number for r in rows])
                close[rows] += near
                right[rows] += same if same.any() else near
            wanted = np.add.reduceat(right, page.starts) > 0
            found.append(
                Article(source, page, own_evidence(page), right, close, mentions, lost, wanted)
            )
    return found


class Net:
    """A hidden layer of tanh beside a straight sum, trained by Adam on softmax shares."""

    def __init__(self, inputs: int, hidden: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.w = {
            "v": np.zeros(inputs),
            "a": rng.normal(0, 0.3 / np.sqrt(inputs), (inputs, hidden)) * 2,
            "b": np.zeros(hidden),
            "o": np.zeros(hidden) + rng.normal(0, 0.1, hidden),
        }
        self.mean, self.scale = np.zeros(inputs), np.ones(inputs)

    def score(self, x: Floats) -> Floats:
        z = (x - self.mean) / self.scale
        return z @ self.w["v"] + np.tanh(z @ self.w["a"] + self.w["b"]) @ self.w["o"]

    def fit(self, x, owner, starts, target, weight, steps=400, rate=0.02, decay=1e-3) -> None:
        self.mean, self.scale = x.mean(axis=0), x.std(axis=0) + 1e-6
        z = ((x - self.mean) / self.scale).astype(np.float32)
        self.w = {k: v.astype(np.float32) for k, v in self.w.items()}
        weight = weight.astype(np.float32)
        m = {k: np.zeros_like(v) for k, v in self.w.items()}
        s = {k: np.zeros_like(v) for k, v in self.w.items()}
        total = weight.sum()
        for step in range(1, steps + 1):
            h = np.tanh(z @ self.w["a"] + self.w["b"])
            f = z @ self.w["v"] + h @ self.w["o"]
            e = np.exp(f - np.maximum.reduceat(f, starts)[owner])
            p = e / np.add.reduceat(e, starts)[owner]
            q = p * target
            q = q / np.maximum(1e-12, np.add.reduceat(q, starts)[owner])
            g = ((p - q) * weight[owner] / total).astype(np.float32)
            gh = g[:, None] * self.w["o"] * (1 - h * h)
            grad = {"v": z.T @ g, "a": z.T @ gh, "b": gh.sum(axis=0), "o": h.T @ g}
            lr = rate * 0.5 * (1 + np.cos(np.pi * step / steps))
            for k, w in self.w.items():
                d = grad[k] + (decay * w if k != "b" else 0)
                m[k] = 0.9 * m[k] + 0.1 * d
                s[k] = 0.999 * s[k] + 0.001 * d * d
                w -= lr * (m[k] / (1 - 0.9**step)) / (np.sqrt(s[k] / (1 - 0.999**step)) + 1e-8)


def stack(arts: list[Article], xs: list[Floats], balance: bool):
    """Put the names with a right candidate of all articles under one another."""
    x, owner, target, weight = [], [], [], []
    k = 0
    per = {s: sum(a.mentions[a.wanted].sum() for a in arts if a.source == s) for s in SHARE}
    for a, rows in zip(arts, xs, strict=True):
        if a.source == "geo_lgl" and len(a.page.names) == 1:
            continue  # a local paper's page that names its town alone teaches nothing for others
        keep = a.wanted[a.page.owner]
        if not keep.any():
            continue
        numbers = np.cumsum(a.wanted) - 1
        x.append(rows[keep])
        owner.append(numbers[a.page.owner[keep]] + k)
        target.append((a.right[keep] > 0).astype(float))
        w = np.sqrt(a.mentions[a.wanted])
        weight.append(w * (SHARE[a.source] / max(1, per[a.source])) if balance else w)
        k += int(a.wanted.sum())
    owner = np.concatenate(owner)
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    return np.concatenate(x), owner, starts, np.concatenate(target), np.concatenate(weight)


#: what each source weighs in training; ``made`` are pages of `made_pages`
SHARE = {"geo_lgl": 0.3, "geo_trnews": 0.2, "geo_gwn": 0.2, "geo_geovirus": 0.05, "made": 0.25}


def made_pages(count: int, seed: int) -> list[Article]:
    """Make pages of world news from the gazetteer: places of one country, known by their size.

    Local papers write of small towns named like capitals. These pages keep the choice from taking
    that for the rule.
    """
    rng = np.random.default_rng(seed)
    by_country: dict[str, list[Candidate]] = defaultdict(list)
    for place in gazetteer().largest(100_000):
        by_country[place.country].append(place)
    listed = gazetteer().listed()
    by_country.pop("", None)
    codes = sorted(by_country)
    size = np.array([sum(c.population for c in by_country[k]) ** 0.4 for k in codes])
    found = []
    for _ in range(count):
        code = str(rng.choice(codes, p=size / size.sum()))
        meant = [_drawn(by_country[code], rng) for _ in range(rng.integers(1, 6))]
        if len(meant) > 1 and rng.random() < 0.5:
            near = [c for c in listed if c.country in {code, ""} and c.feature != "PPL"]
            meant.append(near[int(rng.integers(len(near)))])
        others = rng.integers(0, 3) if len(meant) > 1 else 0
        for other in rng.choice(codes, others, p=size / size.sum()):
            meant.append(_drawn(by_country[str(other)], rng))
        names, right = [], {}
        for place in {c.id or c.name: c for c in meant}.values():
            key = normal_name(place.name)
            candidates = gazetteer().named(place.name)
            # a town that its province is named after is what is meant
            towns = [c for c in candidates if c.country == place.country and c.feature[:3] == "PPL"]
            rivals = [c for c in candidates if c.country == place.country and c not in towns]
            chief = max(towns, key=lambda c: c.population, default=None)
            if (
                chief is None
                or place.feature == "PCLI"
                or (chief.feature != "PPLC" and place.population > 10 * chief.population)
            ):
                chief = max([*rivals, *towns], key=lambda c: c.population, default=None)
            if place in listed:
                chief = place
            if place.feature == "ADM1" and chief in towns:
                place = chief
            if any(n.key == key for n in names) or chief != place:
                continue
            names.append(Name(key, candidates, []))
            right[len(names) - 1] = place
        if names:
            page = page_of(names)
            true = np.array([
                float(c == right[n]) for c, n in zip(page.candidates, page.owner, strict=True)
            ])
            ones = np.ones(len(names))
            found.append(
                Article("made", page, own_evidence(page), true, true, ones, 0, np.add.reduceat(true, page.starts) > 0)
            )
    return found


def _drawn(places: list[Candidate], rng: np.random.Generator) -> Candidate:
    weight = np.array([c.population for c in places]) ** 0.5
    return places[int(rng.choice(len(places), p=weight / weight.sum()))]


def readings(nets: list[list[Net]], a: Article) -> list[Floats]:
    """Return the inputs of each reading."""
    found = [a.own]
    here = Company(a.page)
    for group in nets[:2]:
        scores = np.mean([n.score(found[-1]) for n in group], axis=0)
        found.append(np.hstack((a.own, here.evidence(a.page.shares(scores)))))
    return found


def train(arts: list[Article], args, seeds=(0,)) -> list[list[Net]]:
    nets: list[list[Net]] = []
    for stage in range(3):
        xs = [readings(nets, a)[stage] for a in arts]
        x, owner, starts, target, weight = stack(arts, xs, True)
        group = []
        for seed in seeds:
            net = Net(x.shape[1], args.hidden, seed)
            net.fit(x, owner, starts, target, weight, args.steps, args.rate, args.decay)
            group.append(net)
        nets.append(group)
    return nets


def count(nets, arts):
    right, total, ceiling = {}, {}, {}
    for a in arts:
        x = readings(nets, a)[2]
        f = np.mean([n.score(x) for n in nets[2]], axis=0)
        best = [s + int(np.argmax(f[s:e])) for s, e in zip(a.page.starts, [*a.page.starts[1:], len(f)])]
        right[a.source] = right.get(a.source, 0) + a.close[best].sum()
        total[a.source] = total.get(a.source, 0) + a.mentions.sum() + a.lost
        top = np.maximum.reduceat(a.close, a.page.starts).sum()
        ceiling[a.source] = ceiling.get(a.source, 0) + top
    return right, total, ceiling


def write(nets: list[list[Net]], out: Path) -> None:
    """Write the weights, scales folded in and the nets of one reading laid side by side."""
    arrays = {}
    for n, group in enumerate(nets):
        share = 1 / len(group)
        arrays[f"straight{n}"] = sum(share * net.w["v"] / net.scale for net in group)
        hidden = [net.w["a"] / net.scale[:, None] for net in group]
        arrays[f"hidden{n}"] = np.hstack(hidden)
        bias = [net.w["b"] - net.mean @ h for net, h in zip(group, hidden, strict=True)]
        arrays[f"bias{n}"] = np.concatenate(bias)
        arrays[f"out{n}"] = np.concatenate([share * net.w["o"] for net in group])
    np.savez_compressed(out, **{k: np.asarray(v, np.float32) for k, v in arrays.items()})


def folds(arts: list[Article], count: int) -> list[int]:
    """Return a fold for each article: neighbours, often of one paper, fall into one fold."""
    size = Counter(a.source for a in arts)
    seen: Counter[str] = Counter()
    found = []
    for article in arts:
        found.append(seen[article.source] * count // size[article.source])
        seen[article.source] += 1
    return found


def main() -> None:
    """Train on all articles and write the weights, or tell what unseen articles get."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--hidden", type=int, default=8)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--rate", type=float, default=0.03)
    parser.add_argument("--decay", type=float, default=1e-3)
    parser.add_argument("--seeds", type=int, default=3)
    args = parser.parse_args()
    read = articles(args.data, "dev")
    made = made_pages(3000, 1)
    seeds = tuple(range(args.seeds))
    if args.folds:
        fold = folds(read, args.folds)
        sums = [Counter[str]() for _ in range(3)]
        for k in range(args.folds):
            nets = train([a for a, f in zip(read, fold, strict=True) if f != k] + made, args, seeds)
            told = count(nets, [a for a, f in zip(read, fold, strict=True) if f == k])
            for total, part in zip(sums, told, strict=True):
                total.update(part)
        for source in SETS:
            right, all_of, best = (total[source] for total in sums)
            print(
                f"{source}: {100 * right / all_of:.2f} of {all_of:.0f} within 161 km; "
                f"{100 * best / all_of:.2f} could be"
            )
    if args.out:
        write(train(read + made, args, seeds), args.out)


if __name__ == "__main__":
    main()
