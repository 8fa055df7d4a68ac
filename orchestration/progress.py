"""How far a running step has come: steps report, the command line listens. Without a listener nothing happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# what is being done, how much is done, of how much (None when unknown)
Listener = Callable[[str, int, int | None], None]
_listeners: list[Listener] = []


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
