"""``histor schema``: the contract of the export."""

from __future__ import annotations

from histor.cli.terminal import print_json

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of the export."""
    from histor.tell.contract import export_schema

    print_json(export_schema())
