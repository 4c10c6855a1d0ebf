"""Heaps of small pages written to disk, for tests that run the whole path."""

from __future__ import annotations

import json
from pathlib import Path

STORIES = (
    (
        "Ferry to Tarn suspended after storm",
        "Tarn Post",
        "2021-03-12",
        "The ferry to Tarn was suspended on Thursday, harbour officials said.\n\n"
        "“No boat will leave before Monday,” harbour master Marta Kovač told reporters in Tarn. "
        "She said the storm had damaged two piers.",
    ),
    (
        "Storm damage in Tarn put at two piers",
        "Coast Weekly",
        "2021-03-13",
        "Marta Kovač, who runs the harbour of Tarn, denied that a boat had sunk.\n\n"
        "According to the Lowland Rescue Society, nobody was hurt in the storm on 11 March 2021.",
    ),
)


def article(title: str, outlet: str, date: str, text: str) -> dict[str, str]:
    """Return an article as news-please writes it."""
    return {
        "title": title,
        "maintext": text,
        "date_publish": date,
        "source_domain": outlet,
        "url": f"https://{outlet.lower().replace(' ', '')}.example/{title.replace(' ', '-')}",
    }


def write_heap(folder: Path) -> Path:
    """Write the stories as one JSON file each and return their folder."""
    heap = folder / "heap"
    heap.mkdir()
    for number, story in enumerate(STORIES, 1):
        (heap / f"{number}.json").write_text(json.dumps(article(*story)), encoding="utf-8")
    return heap


def write_many(path: Path, count: int) -> Path:
    """Write ``count`` different short articles as JSON lines."""
    lines = [
        json.dumps(article(f"Notice {n}", "Tarn Post", "2021-03-12", f"Boat {n} left Tarn. " * 8))
        for n in range(count)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
