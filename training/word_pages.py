"""Count in how many texts each word's stem stands, for the words of a case to be weighed by.

    python -m training.word_pages --data ../shared/data

Writes ``histor/link/data/word_pages.txt.gz``. Pages on one crisis share the words that tell them
from all other news, so that counts within the case alone weigh these least.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.language import records
from histor.link import background
from histor.link.vectors import stems

_SETS = ("muc4", "polnear", "gum_attr", "plover_synthetic")
#: texts in which a stem must stand to be kept
_LEAST = 3


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    texts = 0
    for text in _texts(args.data):
        texts += 1
        counts.update(set(stems(text)))
    kept = sorted(w for w, n in counts.items() if n >= _LEAST and not w[0].isdigit())
    lines = "".join(f"{word} {counts[word]}\n" for word in kept)
    out = Path(background.__file__).parent / "data" / "word_pages.txt.gz"
    # no time in the header: the same counts are the same file
    out.write_bytes(gzip.compress(f"{texts}\n{lines}".encode(), 9, mtime=0))
    print(out, texts, len(kept), out.stat().st_size)


def _texts(data: Path) -> Iterator[str]:
    for name in _SETS:
        for row in records(data / name / "train.jsonl"):
            if "text" in row:
                yield row["text"]
            else:
                yield " ".join(row["tokens"])


if __name__ == "__main__":
    main()
