"""The per-page stages over many pages by Daft: on this machine, or on a Ray cluster.

On Ray the stages run inside each machine's worker and not in a pool of actors of their own: Daft
gives the tasks of a lost worker to the others, but waits for ever for a lost actor.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from histor.cluster.rows import Row, reader_digest
from histor.cluster.worker import BATCH, article_pages, read_pages, warc_pages
from histor.errors import EngineError, MissingExtraError
from histor.records import Failure, Page

if TYPE_CHECKING:
    from daft import DataFrame

__all__ = ["Engine"]

_log = logging.getLogger(__name__)

_RAY = "ray://"
_RAY_PORT = 10001
#: how often a cluster is called
_TRIES = 3
#: seconds for each machine to say which histor it has
_PATIENCE = 120
_PATH = "histor_path"
#: processes on this machine, each with a model of its own (about 0.5 GB)
_MOST_PROCESSES = 8
#: no news of a run goes anywhere, and histor shows its own progress
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}


class _Stages:
    """The stages as Daft calls them; the model is opened at a worker's first page and kept."""

    def pages(self, pages: Any) -> list[bytes | None]:
        """Read pages and failures, each as JSON."""
        return _encoded(read_pages([_page(p) for p in pages.to_pylist()]))

    def warc(self, path: Any, kind: Any, url: Any, content: Any, head: Any) -> list[bytes | None]:
        """Read records of archives."""
        columns = (c.to_pylist() for c in (path, kind, url, content, head))
        return _encoded(read_pages(warc_pages(*columns)))

    def articles(self, path: Any, article: Any) -> list[bytes | None]:
        """Read rows of tables, each as one struct."""
        return _encoded(read_pages(article_pages(path.to_pylist(), article.to_pylist())))


def _page(data: bytes) -> Page | Failure:
    kind, item = msgspec.json.decode(data, type=tuple[str, msgspec.Raw])
    if kind == "failure":
        return msgspec.json.decode(item, type=Failure)
    return msgspec.json.decode(item, type=Page)


def _encoded(rows: Sequence[Row | None]) -> list[bytes | None]:
    return [None if row is None else msgspec.json.encode(row) for row in rows]


class Engine:
    """Daft's native runner, or an existing Ray cluster."""

    def __init__(self, address: str | None = None, processes: int | None = None) -> None:
        """Start the native runner, or reach the cluster at ``ray://HOST`` or ``ray://HOST:PORT``.

        Args:
            address: the cluster's address; none for this machine.
            processes: how many read on this machine; by default one for each core, at most eight.

        Raises:
            MissingExtraError: Daft or Ray is not installed.
            EngineError: the address is no cluster's, or the cluster does not answer.
        """
        for name, value in _QUIET.items():
            os.environ.setdefault(name, value)
        try:
            import daft
        except ImportError as error:
            raise MissingExtraError("histor read", "cluster") from error
        self.name = address or "this machine"
        if address is None:
            daft.set_runner_native()
            self.cores = processes or max(1, min(_MOST_PROCESSES, os.cpu_count() or 1))
            options: dict[str, Any] = {}
            if self.cores > 1:
                options = {"max_concurrency": self.cores, "use_process": True}
        else:
            self.cores = _reach(address)
            options = {}
        batch = daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=BATCH)
        names = ("pages", "warc", "articles")
        methods = {name: batch(getattr(_Stages, name)) for name in names}
        self._stages = daft.cls(type("Stages", (), methods), **options)()

    def pages(self, pages: Sequence[Page | Failure]) -> DataFrame:
        """Return the rows of pages that were fetched here."""
        import daft

        items = [("failure" if isinstance(p, Failure) else "page", p) for p in pages]
        frame = daft.from_pydict({"page": [msgspec.json.encode(item) for item in items]})
        return frame.into_batches(BATCH).select(self._stages.pages(daft.col("page")).alias("row"))

    def archives(self, paths: Sequence[str]) -> DataFrame:
        """Return the rows of the pages in WARC files, on disk or at any address Daft reads."""
        import daft

        col = daft.col
        frame = daft.read_warc(list(paths), file_path_column=_PATH)
        frame = frame.where(col("WARC-Type").is_in(["response", "resource"]))
        stages = self._stages.warc(
            col(_PATH),
            col("WARC-Type"),
            col("WARC-Target-URI"),
            col("warc_content"),
            col("warc_headers"),
        )
        return frame.into_batches(BATCH).select(stages.alias("row"))

    def tables(self, paths: Sequence[str]) -> DataFrame:
        """Return the rows of the articles in Parquet files."""
        import daft

        frame = daft.read_parquet(list(paths), file_path_column=_PATH)
        columns = [daft.col(name) for name in frame.column_names if name != _PATH]
        article = daft.functions.to_struct(*columns)
        stages = self._stages.articles(daft.col(_PATH), article)
        return frame.into_batches(BATCH).select(stages.alias("row"))

    def listed(self, pattern: str) -> list[str]:
        """Return the files that an address or a pattern names.

        Raises:
            EngineError: there are none, or the address cannot be reached.
        """
        import daft

        try:
            found = daft.from_glob_path(pattern).to_pydict()["path"]
        except Exception as error:  # Daft's readers raise what their stores raise
            raise EngineError(
                pattern, f"it cannot be read ({_first_line(error)})", "check the address"
            ) from error
        return sorted(str(path) for path in found)

    def run(self, frame: DataFrame) -> Iterator[Row]:
        """Run a frame and yield its rows as they are done.

        Raises:
            EngineError: a file cannot be read, or the cluster is lost.
        """
        try:
            for batch in frame.to_arrow_iter():
                for data in batch.column("row").to_pylist():
                    if data is not None:
                        yield msgspec.json.decode(data, type=Row)
        except Exception as error:  # whatever Daft, its readers and Ray raise
            _log.debug("the engine failed", exc_info=True)
            raise EngineError(
                self.name, f"the run failed ({_first_line(error)})", "run the command again"
            ) from error


def _reach(address: str) -> int:
    """Connect to a Ray cluster whose machines all run this histor, and return its cores."""
    host = address.removeprefix(_RAY)
    if not address.startswith(_RAY) or not host:
        raise EngineError(
            address, "this is no engine", "name a Ray cluster as ray://HOST, or leave it out"
        )
    try:
        import ray
    except ImportError as error:
        raise MissingExtraError("reading on a Ray cluster", "cluster") from error
    import daft

    full = address if ":" in host.rpartition("]")[2] else f"{address}:{_RAY_PORT}"
    try:
        _connect(ray, full)
        cluster: Any = ray
        cores = max(1, int(cluster.cluster_resources().get("CPU", 1)))
        unlike = _unlike(ray)
        daft.set_runner_ray(full, noop_if_initialized=True)
    except Exception as error:  # a client that cannot connect raises many things
        raise EngineError(
            address,
            f"the Ray cluster cannot be used ({_first_line(error)})",
            "check the address, and that it runs this version of Ray and has a free core",
        ) from error
    if unlike:
        raise EngineError(
            address,
            f"{' and '.join(unlike)}; here it is {reader_digest()}",
            "install the same histor[cluster] on every machine of the cluster",
        )
    return cores


def _connect(ray: Any, address: str) -> None:
    """Connect, again if need be: a cluster that has just started may refuse the first client."""
    for attempt in range(1, _TRIES + 1):
        try:
            ray.init(address, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, RuntimeError):
            ray.shutdown()
            if attempt == _TRIES:
                raise
        else:
            return


def _unlike(ray: Any) -> list[str]:
    """Return what is wrong with the histor of each machine that has cores, if anything is."""

    # sent by value: a machine without histor must be able to say so
    def digest() -> str:
        try:
            from histor.cluster.rows import reader_digest
        except ImportError as error:
            return f"no histor to read with ({error})"
        return f"histor {reader_digest()}"

    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    machines = [n for n in ray.nodes() if n["Alive"] and n["Resources"].get("CPU", 0) >= 1]
    asked = [
        ray.remote(digest)
        .options(scheduling_strategy=NodeAffinitySchedulingStrategy(n["NodeID"], soft=False))
        .remote()
        for n in machines
    ]
    told = zip(machines, ray.get(asked, timeout=_PATIENCE), strict=True)
    here = f"histor {reader_digest()}"
    return sorted({f"{n['NodeManagerAddress']} has {what}" for n, what in told if what != here})


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200].rstrip(".")
