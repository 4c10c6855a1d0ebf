"""Where the time goes from a page's bytes to its place in the record, stage by stage.

    python -m benchmarks.speed --data ../shared/data --split dev --json

The HTML pages of the article set, and the articles of PolNeAR as plain text. ``ms`` are processor
milliseconds for 500 words of story, on one core, the least of several rounds; a stage's own work
only, without that of the stages it calls. ``pages_a_second_on_2_cores`` is what two such cores can
do together, by the sum. ``in_processes`` is ``histor add``, a worker a core, by the clock: it means
something on a machine with nothing else to do. Beside it, on the same pages: trafilatura alone on
the HTML, and spaCy's small English pipeline on the stories, with the layers of ``en_core_web_sm``
and weights as they are before training, whose speed is that of trained ones.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import spacy
import trafilatura
from spacy.language import Language
from spacy.training import Example

from benchmarks.articles import article
from benchmarks.command import run
from benchmarks.language import records
from histor import stages
from histor.annotate import pipeline
from histor.annotate.decode import Decoder
from histor.annotate.encoder import Encoder
from histor.assess import assess
from histor.extract import pages as extract_pages
from histor.extract.events import events as extract_events
from histor.link import judge, link
from histor.read import ReadSettings
from histor.read.pages import page_from_bytes
from histor.records import Page, PageRecord
from histor.stages import PageResult
from histor.store import Store
from histor.workers import cores

_PAGES, _ROUNDS, _WORDS = 60, 3, 500
#: pages that are read in processes, by the clock
_LONG_RUN = 600

#: what is timed: where a name is looked up, the name, and the stage it is
_PARTS: tuple[tuple[Any, str, str], ...] = (
    (stages, "clean", "clean"),
    (stages, "_annotated", "annotate, the rest"),
    (Language, "make_doc", "tokens"),
    (Encoder, "read", "encoder"),
    (Decoder, "decode", "heads"),
    (pipeline, "chains_of", "coreference"),
    (stages, "extract", "extract, the rest"),
    (extract_pages, "extract_entities", "entities"),
    (extract_pages, "with_places", "places"),
    (extract_pages, "extract_times", "dates"),
    (extract_pages, "extract_claims", "claims"),
    (extract_pages, "extract_events", "events"),
    (extract_events, "extract_figures", "figures"),
)


class _Clock:
    """Processor seconds by part, each without the parts it calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[list[float]] = []

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        inner = [0.0]
        self._open.append(inner)
        began = time.process_time()
        try:
            yield
        finally:
            whole = time.process_time() - began
            self._open.pop()
            if self._open:
                self._open[-1][0] += whole
            self.seconds[part] += whole - inner[0]

    def timed(self, call: Callable[..., Any], part: str) -> Callable[..., Any]:
        """Return a function that counts what it takes."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.of(part):
                return call(*args, **kwargs)

        return timed


def html_pages(data: Path, split: str) -> list[tuple[str, bytes]]:
    """Return names and bytes of the article set's pages."""
    paths = sorted((data / "pages" / split).glob("*.html.gz"))[:_PAGES]
    return [(path.name, gzip.decompress(path.read_bytes())) for path in paths]


def plain_pages(data: Path, split: str, most: int = _PAGES) -> list[Page]:
    """Return PolNeAR's articles as pages that are a story alone."""
    rows = list(records(data / "polnear" / f"{split}.jsonl"))[:most]
    return [article(row["id"], row["text"], row["date"]) for row in rows]


def measure(data: Path, split: str) -> dict[str, Any]:
    """Return the figures of a split."""
    stages.prepare(threads=1)
    raw = html_pages(data, split)
    figures: dict[str, Any] = {
        "html": _best(lambda: _round(lambda: _read(raw), clock_reading=True)),
        "text": _best(lambda: _round(lambda: plain_pages(data, split), clock_reading=False)),
    }
    html = [page for page in _read(raw) if isinstance(page, Page)]
    figures["trafilatura_alone"] = _alone(html)
    figures["spacy_small_architecture"] = _spacy_small(plain_pages(data, split))
    figures["in_processes"] = _in_processes(data)
    return figures


def _read(raw: Sequence[tuple[str, bytes]]) -> list[Any]:
    settings = ReadSettings()
    return [page_from_bytes(body, name, name, settings) for name, body in raw]


def _round(pages_of: Callable[[], list[Any]], *, clock_reading: bool) -> dict[str, Any]:
    """Take pages through every stage once and return milliseconds for 500 words."""
    clock = _Clock()
    with clock.of("read") if clock_reading else ExitStack():
        pages = [page for page in pages_of() if isinstance(page, Page)]
    with ExitStack() as patched:
        for owner, name, part in _PARTS:
            own = clock.timed(getattr(owner, name), part)
            patched.enter_context(patch.object(owner, name, own))
        results = [r for r in stages.process(pages) if isinstance(r, PageResult)]
    with tempfile.TemporaryDirectory() as folder, Store(str(Path(folder) / "a.case")) as store:
        with clock.of("store"):
            for n in range(0, len(results), 16):
                some = results[n : n + 16]
                store.put(some, [j for r in some for j in judge(r.record)])
        size = (Path(folder) / "a.case").stat().st_size
    across = _Clock()
    found: list[PageRecord] = [r.record for r in results]
    with across.of("link"):
        linked = link(found)
    with across.of("assess"):
        assess(linked)
    words = sum(len(r.clean.document.text.split()) for r in results)
    unit = _WORDS / words * 1000
    alone, together = sum(clock.seconds.values()), sum(across.seconds.values())
    return {
        "pages": len(results),
        "words_a_page": round(words / len(results)),
        "ms": {part: round(s * unit, 2) for part, s in clock.seconds.items()},
        "ms_across_pages": {part: round(s * unit, 2) for part, s in across.seconds.items()},
        "ms_a_page": round(alone * unit, 1),
        "ms_with_linking": round((alone + together) * unit, 1),
        "pages_a_second_on_2_cores": round(2000 / (alone * unit), 1),
        "with_linking": round(2000 / ((alone + together) * unit), 1),
        "case_kb_a_page": round(size / len(results) / 1000, 1),
    }


def _best(once: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    return min((once() for _ in range(_ROUNDS)), key=lambda f: float(f["ms_with_linking"]))


def _alone(pages: Sequence[Page]) -> dict[str, float]:
    """Return what trafilatura takes by itself, for 500 words of what it finds."""
    took, words = [], 1
    for _ in range(_ROUNDS):
        began = time.process_time()
        found = [trafilatura.extract(p.text, include_comments=False) or "" for p in pages]
        took.append(time.process_time() - began)
        words = sum(len(text.split()) for text in found)
    return {"ms": round(min(took) / words * _WORDS * 1000, 1)}


def _spacy_small(pages: Sequence[Page]) -> dict[str, float]:
    """Return what the layers of spaCy's small English pipeline take."""
    nlp = _small_pipeline()
    texts = [p.text for p in pages]
    words = sum(len(text.split()) for text in texts)
    took = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        list(nlp.pipe(texts))
        took.append(time.process_time() - began)
    ms = min(took) / words * _WORDS * 1000
    return {"ms": round(ms, 1), "pages_a_second_on_2_cores": round(2000 / ms, 1)}


def _small_pipeline() -> Language:
    """Return tagger, parser and names of ``en_core_web_sm``'s sizes, untrained."""
    nlp = spacy.blank("en")
    vectors = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    nlp.add_pipe("tok2vec", config={"model": vectors})
    tagger = nlp.add_pipe("tagger")
    parser = nlp.add_pipe("parser")
    names = nlp.add_pipe("ner", config={"model": {"tok2vec": vectors}})
    for n in range(50):
        tagger.add_label(f"T{n}")  # type: ignore[attr-defined]
    for n in range(45):
        parser.add_label(f"d{n}")  # type: ignore[attr-defined]
    for n in range(18):
        names.add_label(f"E{n}")  # type: ignore[attr-defined]
    words = "It rained in the town .".split()
    example = Example.from_dict(
        nlp.make_doc("It rained in the town ."),
        {
            "words": words,
            "tags": ["T0"] * 6,
            "heads": [1, 1, 4, 4, 1, 1],
            "deps": ["d0", "ROOT", "d1", "d2", "d3", "d4"],
            "entities": ["O"] * 4 + ["U-E0", "O"],
        },
    )
    nlp.initialize(lambda: [example])
    return nlp


def _in_processes(data: Path) -> dict[str, Any]:
    """Run ``histor add`` on a long heap of articles, by the clock, and watch its memory."""
    rows = list(records(data / "polnear" / "train.jsonl"))[:_LONG_RUN]
    words = sum(len(row["text"].split()) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        heap = Path(folder) / "heap.jsonl"
        with heap.open("w", encoding="utf-8") as stream:
            for n, row in enumerate(rows):
                story = {"title": f"Article {n}", "maintext": row["text"], "url": f"http://x/{n}"}
                stream.write(json.dumps({**story, "date_publish": row["date"]}) + "\n")
        command = [sys.executable, "-m", "histor", "add", f"{folder}/a.case", str(heap), "--quiet"]
        began = time.perf_counter()
        most = 0.0
        with subprocess.Popen(command) as process:
            while process.poll() is None:
                most = max(most, _memory(process.pid))
                time.sleep(0.5)
        clock = time.perf_counter() - began
    return {
        "processes": cores(),
        "pages": len(rows),
        "words_a_page": round(words / len(rows)),
        "pages_of_500_words_a_second": round(words / _WORDS / clock, 1),
        "peak_mb_of_all": round(most),
    }


def _memory(pid: int) -> float:
    """Return the megabytes of a process and all below it, shared pages counted once (Linux)."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:  # it has ended, or this is no Linux
        return 0.0
    own = next((int(x.split()[1]) for x in rollup.splitlines() if x.startswith("Pss:")), 0)
    return own / 1024 + sum(_memory(int(child)) for child in below)


if __name__ == "__main__":
    run(__doc__, measure)
