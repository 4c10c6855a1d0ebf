"""Looking at every source when it is due, until stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from histor.case import Case
from histor.errors import CaseError
from histor.watch.plan import Plan, Source
from histor.watch.report import Look
from histor.watch.watcher import Watcher

__all__ = ["watch"]

#: seconds after which the clock is looked at again, for a machine that slept has lost count
_LONGEST_SLEEP = 60.0


def watch(
    case: Case,
    plan: Plan,
    tell: Callable[[Look], None],
    *,
    once: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """Look at the sources of a plan whenever one is due; return whether any could be had.

    Args:
        case: where the pages go.
        plan: what to look at.
        tell: is called after every look.
        once: look at what is due, and end.
        sleep: waits for some seconds.
    """
    watcher = Watcher(case, plan)
    reached = False
    first = True
    while True:
        for source in plan.sources:
            if first or watcher.due(source) <= datetime.now(UTC):
                look = _look(watcher, source)
                reached = reached or look.reached
                tell(look)
        if once:
            return reached
        first = False
        due = min(watcher.due(source) for source in plan.sources)
        wait = (due - datetime.now(UTC)).total_seconds()
        if wait > 0:
            sleep(min(wait, _LONGEST_SLEEP))


def _look(watcher: Watcher, source: Source) -> Look:
    try:
        return watcher.look(source)
    except CaseError as error:
        # what was read is kept; the source is still due and is looked at again
        return Look(
            kind=source.kind,
            name=source.name,
            at=datetime.now(UTC),
            reached=False,
            problem=str(error),
        )
