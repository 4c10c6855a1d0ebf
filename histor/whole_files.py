"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that whatever stops the program leaves the old one or the new one.

    What is no regular file (a pipe, a terminal) is written to as it is.

    Raises:
        OSError: the file cannot be written; an older one is as it was.
    """
    # a link stays one: what it leads to is replaced
    target = target.resolve()
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
        if not target.is_file():
            target.write_bytes(data)
            return
        # the folder may allow what the file forbids
        with target.open("ab"):
            pass
    except FileNotFoundError:
        mode = 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:200]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
