"""Validations that need not be run again: the same rows under the same suites, when every expectation held.

Starting Great Expectations costs more than all else in a load without news. Results in which anything failed are never
remembered, so no text of an article is kept here.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import polars as pl

from expectations.facts import Fact, bands
from expectations.run import RESULTS, Validation, validate, validate_facts
from expectations.suites import BANDS, checks_for
from orchestration.io_manager import write_parquet
from orchestration.settings import PROJECT, settings
from transforms.schema import QUARANTINE

KEY_DIGITS = 24


def validated(table: str, frame: pl.DataFrame, related: Mapping[str, pl.DataFrame], history: pl.DataFrame) -> Validation:
    """As `expectations.run.validate`."""
    # only these are held to the bands, which move with every load
    bounds = bands(history) if any(f"{name}_in_band" == check.name for name in BANDS for check in checks_for(table)) else {}
    key = _key(table, repr(sorted(bounds.items())), frame, *(related[name] for name in sorted(related)))
    return _remembered(table, key, frame, lambda: validate(table, frame, related, history))


def facts_validated(table: str, known: Mapping[str, Fact], samples: Mapping[str, str]) -> Validation:
    """As `expectations.run.validate_facts`."""
    key = _key(table, repr(sorted(known.items())))
    return _remembered(table, key, pl.DataFrame(), lambda: validate_facts(table, known, samples))


def _remembered(table: str, key: str, frame: pl.DataFrame, run: Callable[[], Validation]) -> Validation:
    folder = settings().assets_folder / "validated"
    file = folder / f"{table}-{key}.parquet"
    if file.is_file():
        return Validation(pl.read_parquet(file), frame, QUARANTINE.empty())
    validation = run()
    if validation.results["passed"].all() and validation.results["sample_json"].is_null().all() and validation.quarantined.is_empty():
        folder.mkdir(parents=True, exist_ok=True)
        for older in folder.glob(f"{table}-*.parquet"):
            older.unlink(missing_ok=True)
        write_parquet(validation.results.select(*RESULTS), file)
    return validation


def _key(table: str, about: str, *frames: pl.DataFrame) -> str:
    digest = hashlib.sha256(f"{table}\n{about}\n{_suites()}".encode())
    for frame in frames:
        stream = BytesIO()
        frame.write_ipc(stream)
        digest.update(stream.getbuffer())
    return digest.hexdigest()[:KEY_DIGITS]


@cache
def _suites() -> str:
    """A digest of all that decides how a frame is judged: the suites' code and data, and who runs them."""
    digest = hashlib.sha256(" ".join(version(name) for name in ("great-expectations", "pandas", "polars")).encode())
    files: list[Path] = [*sorted((PROJECT / "expectations").glob("*.py")), PROJECT / "transforms" / "schema.py"]
    for file in [*files, *sorted((PROJECT / "seeds" / "language").glob("*.csv"))]:
        digest.update(file.read_bytes())
    return digest.hexdigest()
