"""The command line that every benchmark shares: ``--data DIR --split NAME --json``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["run"]


def run(
    description: str | None, measure: Callable[..., dict[str, Any]], *, models: bool = False
) -> None:
    """Read the command line, measure, and print the figures.

    Args:
        description: the benchmark's module docstring.
        measure: of the folder of the data sets and the split (and with ``models`` the folder of a
            model, none for the one that ships), the figures by name.
        models: whether to offer ``--model``.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    if models:
        parser.add_argument("--model", type=Path, help="a model's folder; default: the one shipped")
    args = parser.parse_args()
    figures = measure(args.data, args.split, *([args.model] if models else []))
    if args.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value)}")
