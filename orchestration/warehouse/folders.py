"""Where the warehouse and what belongs to it lie: the only home of these paths, and of the errors' base class."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

KEEP_VERSIONS = 3
MEMORY = "2GB"


class WarehouseError(RuntimeError):
    """Something about the warehouse that a person has to know; the message says what to do next."""


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The data folder with how many versions to keep and how much memory DuckDB may use (`2GB`)."""

    data_folder: Path
    keep_versions: int = KEEP_VERSIONS
    memory: str = MEMORY

    @property
    def link(self) -> Path:
        """What readers open: a relative symlink to the published version."""
        return self.data_folder / "warehouse.duckdb"

    @property
    def versions_folder(self) -> Path:
        """Where the kept versions and a build in progress lie."""
        return self.data_folder / ".versions"

    @property
    def loads_folder(self) -> Path:
        """One folder a load: `load.json` and `checks/TABLE.parquet`."""
        return self.data_folder / "loads"

    @property
    def assets_folder(self) -> Path:
        """The assets' Parquet files, `ASSET/DAY.parquet`."""
        return self.data_folder / "assets"

    @property
    def landing_folder(self) -> Path:
        """The documents as they came."""
        return self.data_folder / "landing"

    def load_folder(self, load_id: str) -> Path:
        """The folder of one load's record."""
        return self.loads_folder / load_id

    def asset_file(self, asset: str, day: date) -> Path:
        """The Parquet file of one asset and day of arrival."""
        return self.assets_folder / asset / f"{day.isoformat()}.parquet"
