"""kill -9 at random moments of adding, reporting and migrating: is anything lost?

python -m benchmarks.kills --times 200 --seed 1 --json

A child process does the work and is killed at a random moment between its start and the time the
work takes undisturbed. Afterwards the case must open, hold all that the child had said was stored,
be whole by ``histor check``, and after the same command again export the same bytes as a case that
was never disturbed; a report must be the old one or the new one. Exit code 1 if any of it fails.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import histor
from histor.case import Progress
from histor.cli.main import main as command
from histor.store.migrations import MIGRATIONS
from histor.tell.contract import export_json

__all__ = [
    "JOBS",
    "Undisturbed",
    "as_of_version",
    "kill_once",
    "kills",
    "main",
    "prepare",
    "whats_wrong",
]

#: the case that is killed
CASE = "killed.case"
#: pages of a case: above those from which the linked record is kept in the file
_PAGES = 28
_PLACES = ("Tarn", "Orvik", "Lund", "Mossby", "Halden")


class Undisturbed(NamedTuple):
    """What the work gives when nothing stops it."""

    folder: Path
    #: a file of all pages
    pages: Path
    export: bytes
    report: bytes


#: what the child does, given the case, the undisturbed run and where to say what is stored
Job = Callable[[Path, Undisturbed, Callable[[int], None]], None]


def _add(case: Path, whole: Undisturbed, said: Callable[[int], None]) -> None:
    def tell(now: Progress) -> None:
        said(now.added + now.known)

    with histor.open(case) as opened:
        opened.add([whole.pages], progress=tell)


def _report(case: Path, whole: Undisturbed, said: Callable[[int], None]) -> None:
    command(["report", str(case), "-o", str(case.with_suffix(".html"))])


def _open(case: Path, whole: Undisturbed, said: Callable[[int], None]) -> None:
    histor.open(case, create=False).close()


#: the name of each job, the case it begins with, and what it does
JOBS: dict[str, tuple[str | None, Job]] = {
    "add to a new case": (None, _add),
    "add to a case with pages": ("half", _add),
    "report": ("whole", _report),
    "migrate from version 1": ("version 1", _open),
    "migrate from version 2": ("version 2", _open),
}


def as_of_version(case: Path, version: int) -> None:
    """Make a case what histor of an earlier version of the file would have written."""
    later = {
        2: ("DROP TABLE built",),
        3: (
            "DROP TABLE versions",
            "ALTER TABLE pages DROP COLUMN address",
            "ALTER TABLE pages DROP COLUMN fetched",
        ),
        4: ("DROP TABLE watched",),
        5: ("DROP TABLE digests",),
        6: ("DROP TABLE kept", "DROP TABLE kept_on"),
        7: (
            "DROP TABLE documents_search",
            MIGRATIONS[0].statements[-1],  # the search as it was made before
            "INSERT INTO documents_search (documents_search) VALUES ('rebuild')",
        ),
    }
    with closing(sqlite3.connect(case)) as connection:
        for step in reversed(MIGRATIONS):
            if step.number > version:
                for statement in later[step.number]:
                    connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


def prepare(folder: Path) -> Undisturbed:
    """Make the pages and the cases the jobs begin with, and do the work once undisturbed."""
    records = [
        {
            "title": f"Ferry {n} to {_PLACES[n % 5]} stopped",
            "maintext": f"The ferry to {_PLACES[n % 5]} was stopped on {1 + n % 28} March 2021, "
            f"harbour master Marta Kovač said. “Boat {n} will not leave before Monday,” she told "
            f"reporters in {_PLACES[n % 5]}. The storm hurt {n} people.",
            "date_publish": f"2021-03-{1 + n % 28:02}",
            "source_domain": f"paper{n % 7}.example",
            "url": f"https://paper{n % 7}.example/{n}",
        }
        for n in range(_PAGES)
    ]
    pages = folder / "pages.jsonl"
    for name, count in (("half", _PAGES // 2), ("whole", _PAGES)):
        # under one name, for a document says where it was found
        pages.write_text("\n".join(map(json.dumps, records[:count])), encoding="utf-8")
        with histor.open(folder / f"{name}.case") as case:
            case.add([pages])
    for version in (1, 2):
        shutil.copy(folder / "whole.case", folder / f"version {version}.case")
        as_of_version(folder / f"version {version}.case", version)
    shutil.copy(folder / "whole.case", folder / "read.case")
    with histor.open(folder / "read.case") as case:
        return Undisturbed(folder, pages, export_json(case.export()), case.render().encode())


def kill_once(
    name: str, whole: Undisturbed, moment: float, folder: Path
) -> tuple[bool, int, list[str]]:
    """Do a job and kill it ``moment`` seconds after its start.

    Returns whether the kill came before the end, how many pages had been stored, and what is wrong
    with the report; :func:`whats_wrong` says what is with the case.
    """
    begins_with, job = JOBS[name]
    case = folder / CASE
    for left in folder.iterdir():
        left.unlink()
    if begins_with is not None:
        shutil.copy(whole.folder / f"{begins_with}.case", case)
    report = case.with_suffix(".html")
    report.write_bytes(b"an older report")
    stored, killed = _killed(job, case, whole, moment)
    wrong = []
    if name == "report" and report.read_bytes() not in (b"an older report", whole.report):
        wrong.append("the report is neither the old one nor the new one")
    stored = max(stored, {None: 0, "half": _PAGES // 2}.get(begins_with, _PAGES))
    return killed, stored, wrong


def whats_wrong(case: Path, whole: Undisturbed, stored: int) -> list[str]:
    """Open and check the case that was left, do the work again, and say what is wrong."""
    wrong = []
    try:
        if case.exists() and case.stat().st_size:
            with histor.open(case, create=False) as opened:
                held = len(opened.documents())
                if held < stored:
                    wrong.append(f"{stored} pages had been stored, {held} are there")
                wrong += [f"{f.where}: {f.message}" for f in opened.check().faults]
        elif stored:
            wrong.append(f"{stored} pages had been stored, the case is not there")
        with histor.open(case) as opened:
            opened.add([whole.pages])
            if export_json(opened.export()) != whole.export:
                wrong.append("the export differs from the undisturbed one")
            wrong += [f"then {f.where}: {f.message}" for f in opened.check().faults]
    except histor.HistorError as error:
        wrong.append(str(error))
    return wrong


def _killed(job: Job, case: Path, whole: Undisturbed, moment: float) -> tuple[int, bool]:
    """Return what the child had said was stored, and whether it was killed before its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            job(case, whole, lambda pages: _say(writing, pages))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"the work failed undisturbed, on {case}")
    size = struct.calcsize("q")
    whole_words = said[: len(said) // size * size]
    return (struct.unpack("q", whole_words[-size:])[0] if whole_words else 0), os.WIFSIGNALED(
        status
    )


def _say(pipe: int, pages: int) -> None:
    os.write(pipe, struct.pack("q", pages))


def _time(name: str, whole: Undisturbed, folder: Path) -> float:
    """Return the seconds a job takes undisturbed, in a child as the ones that are killed."""
    begins_with, job = JOBS[name]
    case = folder / CASE
    for left in folder.iterdir():
        left.unlink()
    if begins_with is not None:
        shutil.copy(whole.folder / f"{begins_with}.case", case)
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        job(case, whole, lambda pages: None)
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - began


def kills(times: int, seed: int, folder: Path) -> dict[str, Any]:
    """Kill so many times, the jobs in turn; return counts, and what was wrong after which kill."""
    chance = random.Random(seed)
    place = folder / "killed"
    place.mkdir()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as helper:
        return _kills(times, chance, seed, folder, place, helper)


def _kills(
    times: int, chance: random.Random, seed: int, folder: Path, place: Path, helper: Executor
) -> dict[str, Any]:
    # another process does all that needs the model: this one must have no threads when it forks
    whole = helper.submit(prepare, folder).result()
    took = {name: _time(name, whole, place) for name in JOBS}
    killed: Counter[str] = Counter()
    wrong: list[str] = []
    pages = 0
    for number in range(times):
        name = tuple(JOBS)[number % len(JOBS)]
        moment = chance.uniform(0, took[name])
        early, stored, faults = kill_once(name, whole, moment, place)
        faults += helper.submit(whats_wrong, place / CASE, whole, stored).result()
        killed[name] += early
        pages += stored
        wrong += [f"{name}, killed after {moment:.3f} s: {fault}" for fault in faults]
    return {
        "seed": seed,
        "kills": times,
        "killed_before_the_end": dict(killed),
        "seconds_undisturbed": {name: round(seconds, 2) for name, seconds in took.items()},
        "pages_stored_before_the_kills": pages,
        "wrong": wrong,
    }


def main() -> int:
    """Kill and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = kills(args.times, args.seed, Path(folder))
    if args.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name}: {json.dumps(value)}")
    return 1 if figures["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
