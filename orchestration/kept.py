"""What a step made of each of its items, so that a later load of the same day makes only what is new.

An item's key names all that its result depends on. Nothing here is the only place of anything: a file that is missing, damaged or of
another form costs time. It never holds the result of an accident, such as a timeout.
"""

import hashlib
import importlib.metadata
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import polars as pl

from orchestration.landing.files_on_disk import replace_file
from transforms.version import extractor_version

FOLDER = "kept"
KEY = "key"
KEY_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Kept:
    """The results of one step, `data/assets/kept/STEP/DAY-DIGEST.parquet`; `columns` are those beside the key.

    With `afresh` nothing is found, so that everything is made again and kept anew.
    """

    assets_folder: Path
    step: str
    columns: Mapping[str, pl.DataType]
    afresh: bool = False

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """The columns of the frames that are kept."""
        return {KEY: pl.String(), **self.columns}

    def of(self, day: date) -> pl.DataFrame:
        """What is kept of this day, one row an item; no rows when there is nothing that can be trusted."""
        for file in [] if self.afresh else self._files(day):
            try:
                data = file.read_bytes()
            except OSError:
                continue
            # the name tells a damaged file, which Parquet itself may read without an error
            if file.stem.endswith(f"-{_digest(data)}"):
                frame = pl.read_parquet(BytesIO(data))
                if frame.schema == pl.Schema(self.schema):
                    return frame
        return pl.DataFrame(schema=self.schema)

    def keep(self, day: date, frame: pl.DataFrame) -> None:
        """Keep these results, and no others, for this day; where they can't be written they aren't kept."""
        stream = BytesIO()
        frame.select(*self.schema).write_parquet(stream, compression="zstd")
        folder = self.assets_folder / FOLDER / self.step
        name = f"{day.isoformat()}-{_digest(stream.getvalue())}.parquet"
        # a full disk is for the steps' own frames to tell; what is in the way of another load's work only costs that load time
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            others = [file for file in (*self._files(day), *folder.glob(f".{day.isoformat()}-*.tmp")) if file.name != name]
            replace_file(folder / name, stream.getvalue())
            for file in others:
                file.unlink(missing_ok=True)

    def _files(self, day: date) -> list[Path]:
        return sorted((self.assets_folder / FOLDER / self.step).glob(f"{day.isoformat()}-*.parquet"))


def packed(keys: Sequence[str], columns: Mapping[str, pl.DataType], rows: Mapping[str, tuple[Sequence[str], pl.Series]]) -> pl.DataFrame:
    """One row a key, with a list in each column: of the values that belong to it, in their order, or empty.

    `rows` gives for each column the key that each value belongs to, and the values; `columns` the columns' types.
    """
    frame = pl.DataFrame({KEY: keys}, schema={KEY: pl.String()})
    for name, (owners, values) in rows.items():
        lists = pl.DataFrame([pl.Series(KEY, owners, pl.String()), values.alias(name)]).group_by(KEY, maintain_order=True).agg(name)
        frame = frame.join(lists, on=KEY, how="left", maintain_order="left").with_columns(pl.col(name).fill_null([]))
    return frame.select(KEY, *(pl.col(name).cast(dtype) for name, dtype in columns.items()))


def forget_kept(assets_folder: Path) -> None:
    """Keep nothing any more, of any day: for takedowns, since texts of articles are kept."""
    shutil.rmtree(assets_folder / FOLDER, ignore_errors=True)


def key_of(*parts: object) -> str:
    """The key of an item: of the present rules and of these parts, by their `repr`."""
    return _digest(repr((rules(), *parts)).encode("utf-8", "surrogatepass"))


@cache
def rules() -> str:
    """What decides how texts are read: the extractor's version and every installed package, as any may be a parser."""
    packages = sorted({f"{found.name}=={found.version}" for found in importlib.metadata.distributions()})
    return f"{extractor_version()} {_digest(' '.join(packages).encode())}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:KEY_DIGITS]
