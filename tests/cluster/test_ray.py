"""A real Ray cluster on this machine: a head and two workers, one of which is killed in mid-run.

Left out by default, for the minute it takes: ``pytest -m cluster``.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from histor.cluster.reading import ReadReport, read_to_file
from histor.cluster.records_file import read_rows
from histor.errors import EngineError
from tests.sample_heaps import write_many

pytest.importorskip("daft", reason="needs histor[cluster]")
ray = pytest.importorskip("ray", reason="needs histor[cluster]")
pytestmark = pytest.mark.cluster

_PAGES = 160
_KILLED_AFTER = 16


class Cluster(NamedTuple):
    """Where a cluster listens, and its two workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).parents[2])
    # Ray's client server forks while gRPC is at work
    environment = os.environ | {
        "PYTHONPATH": root,
        "RAY_AUTH_MODE": "disabled",
        "GRPC_ENABLE_FORK_SUPPORT": "0",
    }
    command = [sys.executable, "-m", "ray.scripts.scripts", "start", *arguments, "--block"]
    memory = ["--object-store-memory=100000000", "--disable-usage-stats"]
    return subprocess.Popen(
        [*command, *memory],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Cluster]:
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    # Ray's sockets must have short paths
    folder = tmp_path_factory.mktemp("r")
    port, client = _free_ports(2)
    head = _start(
        "--head",
        "--num-cpus=0",
        f"--port={port}",
        f"--ray-client-server-port={client}",
        "--include-dashboard=false",
        f"--temp-dir={folder}",
        "--min-worker-port=0",
        "--max-worker-port=0",
    )
    started = [head]
    try:
        _wait_for(port)
        workers = [_start(f"--address=127.0.0.1:{port}", "--num-cpus=1") for _ in range(2)]
        started += workers
        _wait_for(client)
        _wait_for_cores(f"127.0.0.1:{port}", 2)
        yield Cluster(f"ray://127.0.0.1:{client}", workers)
    finally:
        ray.shutdown()
        for process in started:
            if process.poll() is None:
                _kill(process)


def _wait_for(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"nothing listens at {port}")


def _wait_for_cores(address: str, cores: int) -> None:
    ray.init(address, log_to_driver=False)
    end = time.monotonic() + 60
    while ray.cluster_resources().get("CPU", 0) < cores:
        if time.monotonic() > end:
            raise TimeoutError("the workers did not join")
        time.sleep(0.2)
    ray.shutdown()


def test_a_worker_killed_in_mid_run_loses_and_doubles_nothing(
    cluster: Cluster, tmp_path: Path
) -> None:
    from histor.cluster.engine import Engine

    pages = write_many(tmp_path / "many.jsonl", _PAGES)
    here, there = tmp_path / "here.parquet", tmp_path / "there.parquet"
    subprocess.run([sys.executable, "-m", "histor", "read", pages, "-o", here], check=True)
    killed: list[int] = []

    def kill_one(report: ReadReport) -> None:
        if report.read >= _KILLED_AFTER and not killed:
            killed.append(report.read)
            _kill(cluster.workers[0])

    report = read_to_file([str(pages)], there, Engine(cluster.address), progress=kill_one)
    assert killed
    assert killed[0] < _PAGES
    assert (report.read, report.failures) == (_PAGES, ())
    rows = [sorted(read_rows(str(path)), key=lambda r: str(r.id)) for path in (here, there)]
    assert rows[0] == rows[1]
    assert len({row.id for row in rows[1]}) == _PAGES


def test_a_cluster_that_is_not_there_is_told() -> None:
    from histor.cluster.engine import Engine

    with pytest.raises(EngineError, match="is no engine"):
        Engine("127.0.0.1:1")
