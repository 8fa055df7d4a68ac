"""Loads that are killed: run as a script, it forks one load a day and kills it after a part of a load's usual time.

    kill_loads.py DATA_FOLDER KILLS

Prints a line a kill: the days that readers see then, and whether each has its article and both claims.
"""

import os
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

# loaded once, so that each fork spends its time in the load
import great_expectations
from great_expectations.data_context.types.base import ProgressBarsConfig

from orchestration.warehouse.connect import connect
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.load import load
from tests import factories as make


def load_day(warehouse: Warehouse, number: int) -> None:
    """Load the n-th day: one article of its own."""
    day = make.DAY + timedelta(days=number)
    article = make.article(f"day{number}", make.TEXT + f"\n\nDay {number}.", day)
    load(warehouse, make.store(warehouse, make.frames([article], [day])), make.record(number, day))


def see(warehouse: Warehouse) -> None:
    """Print what a reader sees."""
    with connect(warehouse) as connection:
        days = connection.execute("SELECT arrival_date::VARCHAR FROM articles ORDER BY ALL").fetchall()
        whole = connection.execute(
            """SELECT (SELECT count(*) FROM claims) = 2 * (SELECT count(*) FROM articles)
            AND (SELECT count(*) FROM mentions) = 2 * (SELECT count(*) FROM articles)
            AND (SELECT count(*) FROM loads WHERE outcome = 'published') = (SELECT count(*) FROM articles)"""
        ).fetchone()
    print(",".join(day for (day,) in days), whole, flush=True)


def in_fork(task, *arguments, kill_after: float | None = None) -> float:  # type: ignore[no-untyped-def]
    """Run a task in a child process, killed after a time; the seconds that it took."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        task(*arguments)
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.monotonic() - started


def main(folder: Path, kills: int) -> None:
    warehouse = Warehouse(folder, keep_versions=100)
    in_fork(load_day, warehouse, 0)
    usual = in_fork(load_day, warehouse, 1)
    in_fork(see, warehouse)
    for number in range(kills):
        # from the start to somewhat after the usual end
        in_fork(load_day, warehouse, number + 2, kill_after=usual * 1.1 * (number + 0.5) / kills)
        in_fork(see, warehouse)
    in_fork(load_day, warehouse, kills + 2)
    in_fork(see, warehouse)


if __name__ == "__main__":
    assert great_expectations.__version__
    assert ProgressBarsConfig
    main(Path(sys.argv[1]), int(sys.argv[2]))
