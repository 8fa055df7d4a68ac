"""Mapping a function over items in several processes, each item bounded in time and the processes in memory.

One item's crash, endless loop or hunger costs that item and a new process, never the others. Results come in order.
"""

import multiprocessing
import os
import resource
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any

PRELOADED = ["transforms.articles.read", "orchestration.landing.reading"]
BATCH_ITEMS = 16
MOST_WAITING = 1000
"""Results that may wait for a slow earlier one before no more work is given out."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result: `timeout`, `memory` or `crash`, with the words of the error."""

    kind: str
    detail: str


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    items: deque[tuple[int, Any]] = field(default_factory=deque)
    since: float = 0.0


class _Pool:
    """The worker processes and what each is doing."""

    def __init__(self, function: Callable[[Any], Any], workers: int, timeout_seconds: float, memory_bytes: int) -> None:
        self._function = function
        self._timeout_seconds = timeout_seconds
        self._memory_bytes = memory_bytes
        self._workers = [self._start() for _ in range(max(workers, 1))]
        self.done: dict[int, Any] = {}

    def _start(self) -> _Worker:
        # a fork server: threads of Polars and Dagster don't survive a plain fork, spawning imports everything for each worker
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(self._function, there, self._memory_bytes), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)

    def feed(self, source: Iterator[tuple[int, Any]]) -> None:
        """Give each idle worker a batch, unless too many results wait already."""
        for worker in self._workers:
            if not worker.items and len(self.done) < MOST_WAITING:
                worker.items.extend(islice(source, BATCH_ITEMS))
                self._send(worker)

    def _send(self, worker: _Worker) -> None:
        if worker.items:
            worker.since = time.monotonic()
            worker.pipe.send(list(worker.items))

    @property
    def busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.items]

    def collect(self) -> None:
        """Take results until one has come or one is overdue."""
        latest = min(worker.since for worker in self.busy) + self._timeout_seconds
        ready = wait([worker.pipe for worker in self.busy], timeout=max(0.0, latest - time.monotonic()))
        for worker in self.busy:
            if worker.pipe in ready:
                self._take(worker)
            elif time.monotonic() - worker.since >= self._timeout_seconds:
                self._replace(worker, Failure("timeout", f"took longer than {self._timeout_seconds:g} seconds"))

    def _take(self, worker: _Worker) -> None:
        try:
            number, value, ended = worker.pipe.recv()
        except (EOFError, ConnectionError):
            worker.process.join(5)
            self._replace(worker, Failure("crash", f"the process that read it ended with code {worker.process.exitcode}"))
            return
        if ended:
            self._replace(worker, value)
        else:
            self.done[number] = value
            worker.items.popleft()
            worker.since = time.monotonic()

    def _replace(self, worker: _Worker, failure: Failure) -> None:
        """Blame the item in hand, and give what was behind it to a new process in this worker's place."""
        number, _ = worker.items.popleft()
        self.done[number] = failure
        rest = worker.items
        self._stop(worker)
        fresh = self._start()
        fresh.items = rest
        self._workers[self._workers.index(worker)] = fresh
        self._send(fresh)

    @staticmethod
    def _stop(worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()

    def stop(self) -> None:
        """End all processes."""
        for worker in self._workers:
            self._stop(worker)


def map_bounded(
    function: Callable[[Any], Any], items: Iterable[Any], workers: int, timeout_seconds: float, memory_bytes: int = 6_000_000_000
) -> Iterator[Any]:
    """The function's result for each item, in order; a `Failure` for an item that took too long, too much memory, or crashed.

    `function`, items and results must be picklable. Items are taken as they are needed, so that they needn't all be in memory.
    """
    pool = _Pool(function, workers, timeout_seconds, memory_bytes)
    source = enumerate(items)
    following = 0
    try:
        pool.feed(source)
        while pool.busy or pool.done:
            if pool.busy:
                pool.collect()
            while following in pool.done:
                yield pool.done.pop(following)
                following += 1
            pool.feed(source)
    finally:
        pool.stop()


def end_with_parent() -> None:
    """End this worker process as soon as the process that started it has ended, however that ended.

    Nobody is left to stop workers after `kill -9`, and they would wait for work for ever: each holds both ends of its queue.
    """
    threading.Thread(target=_end_after_parent, name="end_with_parent", daemon=True).start()


def _end_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        # also right behind a fork server: it names the process that asked for the worker, not the server
        parent.join()
        os._exit(1)


def _work(function: Callable[[Any], Any], pipe: Connection, memory_bytes: int) -> None:
    """A worker's life: batches in, results out; the first error ends it, since nobody knows in which state it left the process."""
    end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    while True:
        try:
            batch = pipe.recv()
        except EOFError:
            return
        for number, item in batch:
            try:
                value = function(item)
            finally:
                error = sys.exc_info()[1]
                if error is not None:
                    kind = "memory" if isinstance(error, MemoryError) else "crash"
                    pipe.send((number, Failure(kind, f"{type(error).__name__}: {str(error)[:500]}"), True))
            pipe.send((number, value, False))
