"""Hostile inputs by the hundred thousand: reading, cleaning, dates and rendering must survive all.

python -m benchmarks.fuzz --inputs 1000000 --seed 1 --seconds 3600 --json

Inputs are mutated from the pages of ``examples`` (``--corpus`` adds folders) or drawn by
hypothesis, and go through a child process a batch. The child has 500 MB beyond what it began with
and 5 seconds of processor time an input; one that raises, is killed, runs out of time or out of
memory is a fault, and its input is saved under ``--save`` with the reason. The model is not run.
Exit code 1 if there is a fault.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import resource
import signal
import struct
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.fuzz_targets import TARGETS
from benchmarks.hostile_inputs import Maker, seed_pages
from histor.case import Case
from histor.records import CaseExport

__all__ = ["Fault", "fuzz", "main"]

_EXAMPLES = Path(__file__).parents[1] / "examples"
#: pages of the record that is rendered
_RENDERED = ("13_embassy_dead.txt",)
#: processor seconds and bytes that one input may take
SECONDS, MEMORY = 5.0, 500_000_000
#: wall seconds after which an input that uses no processor is a hang too
_ASLEEP = 60.0
#: inputs of a batch: many of what is quick
_BATCHES = {"read": 4_000, "page": 400, "clean": 400, "times": 200, "render": 200}


class Fault(NamedTuple):
    """An input that broke something."""

    target: str
    number: int
    #: ``raised``, ``hung``, ``memory``, or the signal that killed the child
    kind: str
    detail: str


class _Progress:
    """The number of the input in hand, shared by the child and its parent."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 8)

    def set(self, number: int) -> None:
        self._shared[:8] = struct.pack("q", number)

    def get(self) -> int:
        return int(struct.unpack("q", self._shared[:8])[0])


def fuzz(
    make: Maker,
    base: CaseExport,
    *,
    inputs: int,
    seconds: float,
    targets: Sequence[str] = tuple(TARGETS),
    first: int = 0,
) -> tuple[Counter[str], list[Fault]]:
    """Try inputs until there were so many, or so many seconds are over.

    Returns how many inputs each target was given, and the faults.
    """
    tried: Counter[str] = Counter()
    faults: list[Fault] = []
    until = time.monotonic() + seconds
    round_ = 0
    while sum(tried.values()) < inputs and time.monotonic() < until:
        target = targets[round_ % len(targets)]
        each = TARGETS[target].each
        size = _BATCHES.get(target, 100)
        start = first + round_ // len(targets) * size
        count = min(size, max(1, (inputs - sum(tried.values())) // each))
        at = start
        while at < start + count and time.monotonic() < until:
            at, fault = _batch(make, base, target, at, start + count, until)
            if fault is not None:
                faults.append(fault)
        tried[target] += (at - start) * each
        round_ += 1
    return tried, faults


def _batch(
    make: Maker, base: CaseExport, target: str, start: int, end: int, until: float
) -> tuple[int, Fault | None]:
    """Try inputs ``start`` to ``end`` in a child; return where it came to and what stopped it."""
    progress = _Progress()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(make, base, target, start, end, until, progress, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        detail = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    at = progress.get()
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        kind = "hung" if number in (signal.SIGPROF, signal.SIGALRM) else signal.Signals(number).name
        return at + 1, Fault(target, at, kind, detail)
    if os.WEXITSTATUS(status) == 0:
        return at, None
    kind = "memory" if detail.startswith("MemoryError") else "raised"
    return at + 1, Fault(target, at, kind, detail)


def _child(
    make: Maker,
    base: CaseExport,
    target: str,
    start: int,
    end: int,
    until: float,
    progress: _Progress,
    pipe: int,
) -> None:
    """Try the inputs; never returns. The kernel ends it where an input takes too much."""
    code = 1
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        _bound_memory()
        for number in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        what = TARGETS[target]
        at = start
        for at in range(start, end):
            progress.set(at)
            if time.monotonic() > until:
                break
            signal.setitimer(signal.ITIMER_PROF, SECONDS * (1 if TARGETS[target].each == 1 else 3))
            signal.setitimer(signal.ITIMER_REAL, _ASLEEP)
            what.attempt(what.make(make, make.chance(target, at), base))
        else:
            at = end
        progress.set(at)
        code = 0
    except BaseException as error:  # noqa: BLE001 - told to the parent, and the child ends
        lines = traceback.format_exception(error)
        head = f"{type(error).__name__}: {error}"[:500]
        os.write(pipe, (head + "\n" + "".join(lines)[-4_000:]).encode("utf-8", "replace"))
    finally:
        os._exit(code)


def _bound_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def save(fault: Fault, make: Maker, base: CaseExport, folder: Path) -> Path:
    """Write the input of a fault and what it did; return the input's path.

    Of a drawn input it is hypothesis' seed; the value itself stands in what it did.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{fault.target.replace(' ', '-')}-{fault.number}-{fault.kind}"
    path = folder / f"{name}.bin"
    value = TARGETS[fault.target].make(make, make.chance(fault.target, fault.number), base)
    path.write_bytes(value if isinstance(value, bytes) else msgspec.json.encode(value))
    (folder / f"{name}.txt").write_text(fault.detail, encoding="utf-8")
    return path


def record_to_render() -> CaseExport:
    """Return the record of a few sample pages, which the renderer is given hostile texts in."""
    with Case.temporary() as case:
        case.add([_EXAMPLES / "pages" / name for name in _RENDERED])
        return case.export()


def main() -> int:
    """Fuzz and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=10_000, help="how many at most")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--target", action="append", choices=list(TARGETS), help="these alone")
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="more pages")
    parser.add_argument("--save", type=Path, default=Path("out/fuzz"), help="folder for the faults")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    args = parser.parse_args()
    make = Maker(seed_pages([_EXAMPLES, *args.corpus]), args.seed)
    base = _base(args.target)
    began = time.monotonic()
    tried, faults = fuzz(
        make,
        base,
        inputs=args.inputs,
        seconds=args.seconds,
        targets=args.target or tuple(TARGETS),
        first=args.first,
    )
    figures = {
        "seed": args.seed,
        "inputs": sum(tried.values()),
        "inputs_by_target": dict(tried),
        "seconds": round(time.monotonic() - began, 1),
        "faults": len(faults),
        "faults_by_kind": dict(Counter(f.kind for f in faults)),
        "saved": [str(save(f, make, base, args.save)) for f in faults],
    }
    if args.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name}: {json.dumps(value)}")
    return 1 if faults else 0


def _base(targets: Sequence[str] | None) -> CaseExport:
    if targets and "render" not in targets:
        return CaseExport(
            documents=(), origins=(), stories=(), entities=(), claims=(), events=(), findings=(),
            warnings=(), relations=(), times=(), failures=(),
        )  # fmt: skip
    return record_to_render()


if __name__ == "__main__":
    sys.exit(main())
