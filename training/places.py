"""Train the choice among the places that a name may mean.

    python -m training.places --data ../shared/data --folds 5 --out histor/extract/data/toponyms.npz

A network of one hidden layer scores each candidate by `toponym_features`; the scores of one name's
candidates make shares (softmax). Three readings: by what a name says itself, then twice by its
company, weighed by the shares of the reading before. Trained on the development articles of LGL,
TR-News, GeoWebNews and GeoVirus, and on made pages; ``--folds`` tells what articles get that were
left out of training.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.language import records
from benchmarks.places import SETS, gold_places
from histor.extract.places.gazetteer import Candidate, gazetteer, normal_name
from histor.extract.places.toponym_features import Company, Page, own_evidence, page_of
from histor.extract.places.toponym_names import Name, page_names
from histor.extract.places.toponyms import within

Floats = NDArray[np.floating]
#: kilometres within which a place counts as found
_NEAR = 161.0
_READINGS = 3
#: what each source weighs in training; ``made`` are pages of `made_pages`
_WEIGHTS = {"geo_lgl": 0.3, "geo_trnews": 0.2, "geo_gwn": 0.2, "geo_geovirus": 0.05, "made": 0.25}
#: a province has at most so many times the people of the town that its name means
_CHIEF = 10


@dataclass
class Article:
    """One article: its names, their evidence, and which candidates are right."""

    source: str
    page: Page
    own: Floats
    #: per candidate, the mentions it is right for: by its id where one has it, else by nearness
    right: Floats
    #: per candidate, the mentions it is near enough for
    close: Floats
    #: per name, its mentions
    mentions: Floats
    #: mentions of names without a candidate
    lost: int = 0

    @property
    def wanted(self) -> NDArray[np.bool_]:
        """Return for each name whether any of its candidates is right."""
        found: NDArray[np.bool_] = np.add.reduceat(self.right, self.page.starts) > 0
        return found


def articles(data: Path) -> list[Article]:
    """Return the development articles of all sets that name a place the gazetteer knows."""
    found: list[Article] = []
    for source in SETS:
        for record in records(data / source / "dev.jsonl"):
            gold = list(gold_places(record))
            names, at = page_names(record["text"], [(a, b) for a, b, *_ in gold])
            if any(n.candidates for n in names):
                found.append(_article(source, gold, names, at))
            elif found and found[-1].source == source:
                found[-1].lost += len(gold)
    return found


def _article(
    source: str,
    gold: Sequence[tuple[int, int, float, float, str]],
    names: Sequence[Name],
    at: Sequence[int],
) -> Article:
    rows_of = {}
    for n, name in enumerate(names):
        if name.candidates:
            rows_of[n] = len(rows_of)
    page = page_of(names)
    right, close = np.zeros(len(page.candidates)), np.zeros(len(page.candidates))
    mentions, lost = np.zeros(len(page.names)), 0
    for (_, _, latitude, longitude, number), n in zip(gold, at, strict=True):
        if n not in rows_of:
            lost += 1
            continue
        mentions[rows_of[n]] += 1
        rows = np.flatnonzero(page.owner == rows_of[n])
        near = np.array([within(page.candidates[r], latitude, longitude) <= _NEAR for r in rows])
        same = np.array([str(page.candidates[r].id) == number for r in rows])
        close[rows] += near
        right[rows] += same if same.any() else near
    return Article(source, page, own_evidence(page), right, close, mentions, lost)


def made_pages(count: int, seed: int) -> list[Article]:
    """Make pages of world news from the gazetteer: places of one country, known by their size.

    Local papers write of small towns named like capitals. These pages keep the choice from taking
    that for the rule.
    """
    rng = np.random.default_rng(seed)
    by_country: dict[str, list[Candidate]] = defaultdict(list)
    for place in gazetteer().largest(100_000):
        if place.country:
            by_country[place.country].append(place)
    listed = gazetteer().listed()
    codes = sorted(by_country)
    size = np.array([sum(c.population for c in by_country[k]) ** 0.4 for k in codes])
    share = size / size.sum()
    found = []
    for _ in range(count):
        code = str(rng.choice(codes, p=share))
        drawn = [_drawn(by_country[code], rng) for _ in range(rng.integers(1, 6))]
        alone = len(drawn) == 1
        if not alone and rng.random() < 0.5:
            near = [c for c in listed if c.country in {code, ""} and c.feature != "PPL"]
            drawn.append(near[int(rng.integers(len(near)))])
        for other in rng.choice(codes, 0 if alone else rng.integers(0, 3), p=share):
            drawn.append(_drawn(by_country[str(other)], rng))
        meant = {}
        for place in dict.fromkeys(drawn):
            known = place if place in listed else _known_by_size(place)
            if known is not None:
                meant.setdefault(normal_name(place.name), (place.name, known))
        if meant:
            found.append(_made(meant))
    return found


def _drawn(places: list[Candidate], rng: np.random.Generator) -> Candidate:
    weight = np.array([c.population for c in places]) ** 0.5
    return places[int(rng.choice(len(places), p=weight / weight.sum()))]


def _known_by_size(place: Candidate) -> Candidate | None:
    """Return what a place's name means in its country; none where it means another's like.

    A town that its province is named after is what is meant by the name.
    """
    here = [c for c in gazetteer().named(place.name) if c.country == place.country]
    towns = [c for c in here if c.feature in {"PPL", "PPLC"}]
    chief = max(towns, key=lambda c: c.population, default=None)
    if (
        chief is None
        or place.feature == "PCLI"
        or (chief.feature != "PPLC" and place.population > _CHIEF * chief.population)
    ):
        chief = max(here, key=lambda c: c.population, default=None)
    named_after = place.feature == "ADM1" and chief in towns
    return chief if named_after or chief == place else None


def _made(meant: dict[str, tuple[str, Candidate]]) -> Article:
    page = page_of([Name(key, gazetteer().named(name), []) for key, (name, _) in meant.items()])
    wanted = [place for _, place in meant.values()]
    right = np.array([
        float(c == wanted[n]) for c, n in zip(page.candidates, page.owner, strict=True)
    ])  # fmt: skip
    return Article("made", page, own_evidence(page), right, right, np.ones(len(wanted)))


class Net:
    """A straight sum beside one hidden layer of tanh; Adam on softmax shares."""

    def __init__(self, inputs: int, hidden: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.w: dict[str, Floats] = {
            "v": np.zeros(inputs),
            "a": rng.normal(0, 0.6 / np.sqrt(inputs), (inputs, hidden)),
            "b": np.zeros(hidden),
            "o": rng.normal(0, 0.1, hidden),
        }
        self.mean, self.scale = np.zeros(inputs), np.ones(inputs)

    def score(self, x: Floats) -> Floats:
        """Return the scores of candidates: candidates × inputs to candidates."""
        z = (x - self.mean) / self.scale
        found: Floats = z @ self.w["v"] + np.tanh(z @ self.w["a"] + self.w["b"]) @ self.w["o"]
        return found

    def fit(self, table: Table, args: argparse.Namespace) -> None:
        """Learn from the names of a table."""
        self.mean, self.scale = table.x.mean(axis=0), table.x.std(axis=0) + 1e-6
        z = ((table.x - self.mean) / self.scale).astype(np.float32)
        self.w = {k: v.astype(np.float32) for k, v in self.w.items()}
        weight = (table.weight / table.weight.sum()).astype(np.float32)[table.owner]
        first = {k: np.zeros_like(v) for k, v in self.w.items()}
        second = {k: np.zeros_like(v) for k, v in self.w.items()}
        for step in range(1, args.steps + 1):
            h = np.tanh(z @ self.w["a"] + self.w["b"])
            p = table.shares(np.exp(table.below_top(z @ self.w["v"] + h @ self.w["o"])))
            q = table.shares(p * table.target)
            g = ((p - q) * weight).astype(np.float32)
            inner = g[:, None] * self.w["o"] * (1 - h * h)
            slopes = {"v": z.T @ g, "a": z.T @ inner, "b": inner.sum(axis=0), "o": h.T @ g}
            rate = args.rate * 0.5 * (1 + np.cos(np.pi * step / args.steps))
            for k, w in self.w.items():
                slope = slopes[k] + (args.decay * w if k != "b" else 0)
                first[k] = 0.9 * first[k] + 0.1 * slope
                second[k] = 0.999 * second[k] + 0.001 * slope * slope
                spread = np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8
                w -= rate * (first[k] / (1 - 0.9**step)) / spread


@dataclass
class Table:
    """The names that have a right candidate, of all articles, under one another."""

    x: Floats
    owner: NDArray[np.intp]
    starts: NDArray[np.intp]
    target: Floats
    weight: Floats

    def below_top(self, scores: Floats) -> Floats:
        """Return the scores less the best of their name."""
        return scores - np.maximum.reduceat(scores, self.starts)[self.owner]

    def shares(self, odds: Floats) -> Floats:
        """Return the odds as shares of their name."""
        return odds / np.maximum(1e-12, np.add.reduceat(odds, self.starts)[self.owner])


def table_of(read: Sequence[Article], inputs: Sequence[Floats]) -> Table:
    """Return the table of the articles; each source weighs what `_WEIGHTS` says.

    A local paper's page that names its town alone teaches nothing for others and is left out.
    """
    mentions: Counter[str] = Counter()
    for article in read:
        mentions[article.source] += float(article.mentions[article.wanted].sum())
    x, owner, target, weight, names = [], [], [], [], 0
    for article, rows in zip(read, inputs, strict=True):
        wanted = article.wanted
        keep = wanted[article.page.owner]
        if not keep.any() or (article.source == "geo_lgl" and len(article.page.names) == 1):
            continue
        x.append(rows[keep])
        owner.append((np.cumsum(wanted) - 1)[article.page.owner[keep]] + names)
        target.append((article.right[keep] > 0).astype(float))
        share = _WEIGHTS[article.source] / mentions[article.source]
        weight.append(np.sqrt(article.mentions[wanted]) * share)
        names += int(wanted.sum())
    owners = np.concatenate(owner)
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    return Table(np.concatenate(x), owners, starts, np.concatenate(target), np.concatenate(weight))


def inputs_of(nets: Sequence[Sequence[Net]], article: Article) -> list[Floats]:
    """Return the inputs of each reading that the nets of those before allow."""
    found = [article.own]
    here = Company(article.page)
    for group in nets[: _READINGS - 1]:
        shares = article.page.shares(_mean(group, found[-1]))
        found.append(np.hstack((article.own, here.evidence(shares))))
    return found


def _mean(group: Sequence[Net], x: Floats) -> Floats:
    found: Floats = np.mean([net.score(x) for net in group], axis=0)
    return found


def train(read: Sequence[Article], args: argparse.Namespace) -> list[list[Net]]:
    """Return the nets of each reading, one for each seed."""
    nets: list[list[Net]] = []
    for reading in range(_READINGS):
        table = table_of(read, [inputs_of(nets, a)[reading] for a in read])
        nets.append([Net(table.x.shape[1], args.hidden, seed) for seed in range(args.seeds)])
        for net in nets[-1]:
            net.fit(table, args)
    return nets


def score(nets: Sequence[Sequence[Net]], read: Sequence[Article]) -> dict[str, NDArray[np.float64]]:
    """Return for each source the mentions placed near enough, all, and those that could be."""
    told: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(3))
    for article in read:
        page = article.page
        scores = _mean(nets[-1], inputs_of(nets, article)[-1])
        ends = [*page.starts[1:], len(scores)]
        best = [a + int(np.argmax(scores[a:b])) for a, b in zip(page.starts, ends, strict=True)]
        could = np.maximum.reduceat(article.close, page.starts).sum()
        everything = article.mentions.sum() + article.lost
        told[article.source] += (article.close[best].sum(), everything, could)
    return told


def folds(read: Sequence[Article], count: int) -> list[int]:
    """Return a fold for each article: neighbours, often of one paper, fall into one fold."""
    size = Counter(a.source for a in read)
    seen: Counter[str] = Counter()
    found = []
    for article in read:
        found.append(seen[article.source] * count // size[article.source])
        seen[article.source] += 1
    return found


def write(nets: Sequence[Sequence[Net]], out: Path) -> None:
    """Write the weights, scales folded in and the nets of one reading laid side by side."""
    arrays = {}
    for n, group in enumerate(nets):
        share = 1 / len(group)
        hidden = [net.w["a"] / net.scale[:, None] for net in group]
        inner = [net.w["b"] - net.mean @ h for net, h in zip(group, hidden, strict=True)]
        arrays[f"straight{n}"] = share * np.sum([net.w["v"] / net.scale for net in group], axis=0)
        arrays[f"hidden{n}"] = np.hstack(hidden)
        arrays[f"bias{n}"] = np.concatenate(inner)
        arrays[f"out{n}"] = share * np.concatenate([net.w["o"] for net in group])
    np.savez_compressed(out, **{k: v.astype(np.float32) for k, v in arrays.items()})


def main() -> None:
    """Tell what unseen articles get, train on all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--hidden", type=int, default=8)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--rate", type=float, default=0.03)
    parser.add_argument("--decay", type=float, default=3e-3)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--made", type=int, default=3000)
    args = parser.parse_args()
    read = articles(args.data)
    made = made_pages(args.made, 1)
    if args.folds:
        fold = folds(read, args.folds)
        told: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(3))
        for k in range(args.folds):
            nets = train([a for a, f in zip(read, fold, strict=True) if f != k] + made, args)
            left_out = [a for a, f in zip(read, fold, strict=True) if f == k]
            for source, numbers in score(nets, left_out).items():
                told[source] += numbers
        for source, (right, everything, could) in told.items():
            print(
                f"{source}: {100 * right / everything:.2f} of {everything:.0f} within 161 km; "
                f"{100 * could / everything:.2f} could be"
            )
    if args.out:
        write(train(read + made, args), args.out)


if __name__ == "__main__":
    main()
