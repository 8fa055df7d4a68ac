"""Every setting of the product, from environment variables (`CLAIMS_…`) and `claims.toml`, in this order of trust.

Relative paths count from the root: `CLAIMS_ROOT`, else the folder of this project. It never reads or writes data.
"""

import os
import re
import tomllib
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

PROJECT = Path(__file__).resolve().parent.parent
CONFIG_NAME = "claims.toml"
_PLACE = re.compile(r"at line (\d+)")
_CRON_FIELD = re.compile(r"[\dA-Za-z*/,-]+")


class SettingsError(ValueError):
    """A root or a file of settings that can't be read; the message says what to do next."""


def root() -> Path:
    """The folder that relative paths count from: `CLAIMS_ROOT`, else the project's own folder. SettingsError when it isn't there."""
    folder = Path(os.environ.get("CLAIMS_ROOT") or PROJECT).expanduser().resolve()
    if not folder.is_dir():
        raise SettingsError(f"CLAIMS_ROOT is {folder}: no such folder; make it, or set CLAIMS_ROOT to one that is there")
    return folder


class Settings(BaseSettings):
    """All settings with their defaults; docs/settings.md explains each in one line."""

    model_config = SettingsConfigDict(env_prefix="CLAIMS_", extra="forbid", env_ignore_empty=True)

    data_folder: Path = Field(
        Path("data"), description="Where the landing zone, the assets' Parquet files, the loads' records and the warehouse lie."
    )
    inbox_folder: Path = Field(Path("data/inbox"), description="Folder whose new files the nightly load and the sensor take in.")
    feeds_file: Path = Field(Path("seeds/feeds.csv"), description="CSV list of feeds, sitemaps and pages that the nightly load fetches.")
    seeds_folder: Path = Field(PROJECT / "seeds/articles", description="The example articles; what is loaded from here is marked is_example.")
    time_zone: str = Field("UTC", description="IANA zone that decides which day a document arrived on and when the schedule runs.")
    schedule_cron: str = Field("0 2 * * *", description="When the nightly load runs, as a cron expression in the time zone.")
    first_day: str | None = Field(None, description="First day of the partitions, as ISO date; by default the first on which something landed.")
    catch_up_days: int = Field(14, ge=1, le=366, description="How many days back the nightly load looks for landed days that were never loaded.")
    sensor_interval_seconds: int = Field(30, ge=5, description="How often the sensor looks at the inbox, in seconds.")
    inbox_settle_seconds: int = Field(
        5, ge=0, description="A file in the inbox must not have changed for this long before the sensor starts a load, in seconds."
    )
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, description="Processes that extract side by side; all cores by default.")
    default_publisher: str | None = Field(None, description="Publisher of articles that name none; without it they are quarantined.")
    text_column: str = Field("text", description="Column that holds the text in .csv and .parquet files.")
    max_document_bytes: int = Field(
        20_000_000, ge=1_000, description="Largest document that is read, in bytes; larger ones are quarantined as too_large."
    )
    max_archive_members: int = Field(100_000, ge=1, description="Most members that are read from one .zip or .tar.gz.")
    max_archive_bytes: int = Field(2_000_000_000, ge=1_000, description="Most bytes that one archive may unpack to.")
    read_timeout_seconds: float = Field(30, gt=0, description="Longest time that the reading of one document may take, in seconds.")
    fetch_feeds: bool = Field(True, description="Whether the nightly load fetches the feeds.")
    fetch_timeout_seconds: float = Field(20, gt=0, description="Longest time that one fetch may take, in seconds.")
    fetch_delay_seconds: float = Field(1, ge=0, description="Pause between two fetches from one host, in seconds.")
    max_feed_entries: int = Field(500, ge=1, description="Most entries that are taken from one feed in one load.")
    user_agent: str = Field("claims-warehouse/0.1", description="How fetches name themselves to web servers.")
    allow_loopback: bool = Field(False, description="Whether feeds may point to private and loopback addresses; for tests.")
    keep_versions: int = Field(3, ge=1, le=100, description="How many published versions of the warehouse are kept for roll-back.")
    duckdb_memory: str = Field("2GB", description="Most memory that DuckDB uses in a load.")
    query_memory: str = Field("1GB", description="Most memory that `claims sql` and `claims query` use.")
    sample_rows: int = Field(8, ge=0, le=100, description="Rows in the sample tables of the Dagster UI.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then environment, then claims.toml, then defaults."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, root() / CONFIG_NAME)

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f'time_zone is "{value}"; expected an IANA name, such as Europe/Vienna')
        return value

    @field_validator("schedule_cron")
    @classmethod
    def _cron_is_valid(cls, value: str) -> str:
        if len(value.split()) != 5 or not all(_CRON_FIELD.fullmatch(field) for field in value.split()):
            raise ValueError(f'schedule_cron is "{value}"; expected five cron fields, such as 0 2 * * * for two at night')
        return value

    @field_validator("first_day")
    @classmethod
    def _day_is_iso(cls, value: str | None) -> str | None:
        try:
            return value and date.fromisoformat(value).isoformat()
        except ValueError:
            raise ValueError(f'first_day is "{value}"; expected an ISO 8601 date, such as 2024-01-01') from None

    @model_validator(mode="after")
    def _absolute_paths(self) -> "Settings":
        for name in ("data_folder", "inbox_folder", "feeds_file", "seeds_folder"):
            object.__setattr__(self, name, root() / getattr(self, name).expanduser())
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The configured time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def landing_folder(self) -> Path:
        """Where documents are kept as they came, one folder a day."""
        return self.data_folder / "landing"

    @property
    def assets_folder(self) -> Path:
        """Where the assets' Parquet files lie."""
        return self.data_folder / "assets"

    @property
    def loads_folder(self) -> Path:
        """Where each load's record and check results lie."""
        return self.data_folder / "loads"

    @property
    def warehouse_file(self) -> Path:
        """The published warehouse, a relative symlink."""
        return self.data_folder / "warehouse.duckdb"


@lru_cache(maxsize=8)
def _settings_of(folder: Path) -> Settings:
    file = folder / CONFIG_NAME
    if file.exists() and not file.is_file():
        raise SettingsError(f"{file}: not a file; expected TOML with lines such as keep_versions = 3")
    try:
        return Settings()
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = file.read_text("utf-8").splitlines()[int(place[1]) - 1 :][:1] if place else []
        raise SettingsError(f"{file}: {error}{f': {line[0]}' if line else ''}; expected TOML with lines such as keep_versions = 3") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: byte {error.start} is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror}; check its permissions") from error


def faults(error: ValidationError) -> str:
    """What is wrong with which settings, for people: the name, the value, what was expected; for a name that is none, the nearest."""
    return "; ".join(_fault(".".join(map(str, fault["loc"])), fault["type"], fault["msg"], fault["input"]) for fault in error.errors())


def _fault(name: str, kind: str, message: str, value: object) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(name, Settings.model_fields, n=1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        return f'"{name}" is no setting; {meant}There are: {", ".join(Settings.model_fields)}'
    # our own checks name the setting and its value themselves
    return message.removeprefix("Value error, ") if kind == "value_error" else f'{name} is "{value}": {message}'


def settings() -> Settings:
    """The settings of the present root, read once a process. ValidationError names a wrong setting and its value,
    SettingsError a file or root that can't be read."""
    return _settings_of(root())


def forget_settings() -> None:
    """Read the settings anew with the next call; for tests that change the environment."""
    _settings_of.cache_clear()


def settings_table() -> str:
    """All settings as a Markdown table: name, variable, default, meaning."""
    lines = ["| `claims.toml` | environment | default | meaning |", "| --- | --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = field.get_default()
        if field.default_factory is not None:
            shown = "all cores"
        elif default == PROJECT / "seeds/articles":
            shown = "`seeds/articles` of the project"
        else:
            shown = "none" if default is None else f"`{str(default).lower() if isinstance(default, bool) else default}`"
        lines.append(f"| `{name}` | `CLAIMS_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(lines)
