"""How far a running step has come, and what the landing met: steps tell, the command line listens. Without a listener nothing happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from orchestration.landing.findings import Findings

# what is being done, how much is done, of how much (None when unknown)
Listener = Callable[[str, int, int | None], None]
_listeners: list[Listener] = []
_hearers: list[Callable[[Findings], None]] = []


def report(what: str, done: int, total: int | None = None) -> None:
    """Tell every listener."""
    for listener in _listeners:
        listener(what, done, total)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Call `listener` with every report of this process while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def tell(findings: Findings) -> None:
    """Tell everybody who asked what the landing met."""
    for hearer in _hearers:
        hearer(findings)


@contextmanager
def hearing(hearer: Callable[[Findings], None]) -> Iterator[None]:
    """Call `hearer` with what the landings of this process meet while the block runs."""
    _hearers.append(hearer)
    try:
        yield
    finally:
        _hearers.remove(hearer)
