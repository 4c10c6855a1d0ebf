"""Where the time of a run goes: processor seconds, stage by stage."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["StageTimes"]

_T = TypeVar("_T")


class StageTimes:
    """Processor seconds by stage, of all threads of this process and of what is added to them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Count what is done inside for a stage; stages do not nest."""
        began = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] += time.process_time() - began

    def each(self, stage: str, items: Iterable[_T]) -> Iterator[_T]:
        """Pass items through, and count for a stage what making each of them took."""
        source = iter(items)
        while True:
            with self.of(stage):
                try:
                    item = next(source)
                except StopIteration:
                    return
            yield item

    def add(self, others: Mapping[str, float]) -> None:
        """Add what another process took."""
        for stage, seconds in others.items():
            self.seconds[stage] += seconds
