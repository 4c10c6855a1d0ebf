"""What one look at a source brought, as a line for the log."""

from __future__ import annotations

from datetime import datetime

import msgspec

from histor.counts import counted

__all__ = ["Look"]

_NAMED = 3


class Look(msgspec.Struct, kw_only=True):
    """One look at a source; filled while it lasts."""

    kind: str
    name: str
    #: UTC
    at: datetime
    #: pages never read before
    new: int = 0
    #: pages read before whose story is another now
    changed: int = 0
    #: pages that are as they were
    unchanged: int = 0
    #: pages that could not be had or read
    failed: int = 0
    #: pages read before that the site has no longer
    gone: int = 0
    #: pages that are due and wait for the next look
    waiting: int = 0
    #: links that were not followed, by the host that was not named
    left_out: dict[str, int] = {}
    #: why the source, or else the first page that failed, could not be had
    problem: str | None = None
    #: whether the source itself could be had; false too where it was not asked
    reached: bool = True
    #: whether it was not asked, because its time has not come
    early: bool = False
    #: when it is looked at next (UTC)
    due: datetime | None = None

    @property
    def line(self) -> str:
        """The line for the log."""
        head = f"{self.at:%Y-%m-%dT%H:%M:%SZ} {self.kind} {self.name}: "
        due = f"; next at {self.due:%Y-%m-%dT%H:%M:%SZ}" if self.due else ""
        if self.early:
            return f"{head}not due yet{due}"
        parts = [f"{self.new} new", f"{self.changed} changed", f"{self.unchanged} unchanged"]
        parts += [
            f"{count} {what}"
            for count, what in (
                (self.failed, "failed"),
                (self.gone, "gone from the site"),
                (self.waiting, "waiting"),
            )
            if count
        ]
        if self.left_out:
            hosts = sorted(self.left_out)
            named = ", ".join(hosts[:_NAMED]) + (", …" if len(hosts) > _NAMED else "")
            links = counted(sum(self.left_out.values()), "link")
            parts.append(f"{links} to hosts not named left out ({named})")
        said = ", ".join(parts) if self.reached else "not read"
        problem = f"; {self.problem}" if self.problem else ""
        return f"{head}{said}{problem}{due}"
