"""Make the table of which words can name one event: their senses, and how near they are.

    python -m training.event_senses --wordnet /usr/share/wordnet

Writes ``histor/link/data/event_senses.npz``. The words are WordNet 3.0's verbs, and its nouns for
what is done or happens, of one word each, that other news has (``word_pages.txt.gz``) or the base
model knows whole. Debian's package ``wordnet-base`` has the files that are read. A word's senses
are its synsets and those derived from them (the verb "win", the noun "win"), each with its share of
the word's uses in WordNet's tagged texts. The vectors are the base model's of the word alone, their
mean taken away, brought to fewer dimensions.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from histor.link import background, word_senses
from histor.link.vectors import STEM
from training.language import BASE
from training.model import Encoder

#: lexicographers' files of nouns for acts, communication, events, phenomena, processes and states
_KINDS = frozenset(["04", "10", "11", "19", "22", "26"])
_PARTS = {"v": "verb", "n": "noun"}
#: uses that a sense is taken to have beyond those counted
_UNSEEN = 0.5
#: share of a word's uses from which a sense is kept
_LEAST = 0.02
_WIDTH = 64


@dataclass(frozen=True, slots=True)
class _Synset:
    words: list[str]
    #: synsets that a word of this one, by its place, is derived from or gives
    derived: list[tuple[int, str]]
    #: whether it is of verbs, or of nouns of a kept kind
    told: bool


def main() -> None:
    """Collect and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True)
    args = parser.parse_args()
    synsets = dict(_synsets(args.wordnet))
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    whole = tokenizer.get_vocab()
    shares = {
        word: own
        for word, uses in sorted(_uses(args.wordnet).items())
        if word.isalpha() and (word in whole or background.counted(word[:STEM]))
        if (own := _senses(word, uses, synsets))
    }
    words = list(shares)
    numbers = {s: n for n, s in enumerate(sorted({s for own in shares.values() for s in own}))}
    vectors = _vectors(words, tokenizer)
    target = Path(word_senses.__file__).parent / "data" / "event_senses.npz"
    np.savez_compressed(
        target,
        words=np.array(" ".join(words).encode()),
        vectors=np.clip(np.round(vectors * 127 * 2), -127, 127).astype(np.int8),
        ends=np.cumsum([len(own) for own in shares.values()], dtype=np.int32),
        senses=np.array([numbers[s] for own in shares.values() for s in own], np.int32),
        shares=np.array(
            [round(255 * x) for own in shares.values() for x in own.values()], np.uint8
        ),
    )
    print(target, len(words), len(numbers), target.stat().st_size)


def _synsets(folder: Path) -> Iterator[tuple[str, _Synset]]:
    for part, name in _PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            fields = line.partition("|")[0].split()
            count = int(fields[3], 16)
            at = 5 + 2 * count
            pointers = [fields[at + 4 * n : at + 4 * n + 4] for n in range(int(fields[at - 1]))]
            yield (
                part + fields[0],
                _Synset(
                    words=[fields[4 + 2 * n].lower() for n in range(count)],
                    derived=[
                        (int(places[:2], 16) - 1, to + offset)
                        for symbol, offset, to, places in pointers
                        if symbol == "+" and to in _PARTS
                    ],
                    told=part == "v" or fields[1] in _KINDS,
                ),
            )


def _uses(folder: Path) -> Mapping[str, Mapping[str, float]]:
    """Return how often each word was found in each sense of it as a verb and as a noun."""
    counts = {}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, sense, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, rest[0], int(sense)] = int(count)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for part, kind in (("v", "2"), ("n", "1")):
        for line in _lines(folder / f"index.{_PARTS[part]}"):
            fields = line.split()
            for sense, offset in enumerate(fields[-int(fields[2]) :], 1):
                found[fields[0]][part + offset] = _UNSEEN + counts.get((fields[0], kind, sense), 0)
    return found


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def _senses(
    word: str, uses: Mapping[str, float], synsets: Mapping[str, _Synset]
) -> dict[str, float]:
    """Return a word's senses that tell what happens, each with its share of the word's uses."""
    total = sum(uses.values())
    found: dict[str, float] = defaultdict(float)
    for sense, count in uses.items():
        share, synset = count / total, synsets[sense]
        if share < _LEAST or not synset.told:
            continue
        near = [s for at, s in synset.derived if synset.words[at] == word and synsets[s].told]
        for each in (sense, *near):
            found[each] = max(found[each], share)
    return found


def _vectors(words: Sequence[str], tokenizer: Tokenizer) -> NDArray[np.float32]:
    """Return the words' unit vectors, float32 (words, ``_WIDTH``)."""
    base = Encoder()
    base.load_base(BASE)
    base.eval()
    by_length: dict[int, list[int]] = defaultdict(list)
    pieces = [tokenizer.encode(word).ids for word in words]
    for n, own in enumerate(pieces):
        by_length[len(own)].append(n)
    vectors = np.zeros((len(words), 384), np.float32)
    with torch.inference_mode():
        for together in by_length.values():
            batch = torch.tensor([pieces[n] for n in together])
            hidden = base(batch, torch.zeros_like(batch), torch.zeros(1))
            vectors[together] = torch.nn.functional.normalize(hidden.mean(1), dim=-1).numpy()
    vectors -= vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    least: NDArray[np.float32] = vectors @ axes[:_WIDTH].T
    return least / np.linalg.norm(least, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
