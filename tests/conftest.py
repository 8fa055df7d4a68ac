"""What all tests share: a root of their own, so that no test sees the project's data, settings or Dagster history."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from orchestration import settings as settings_module

os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"
# tests load days before today, and the partitions are made once, when the definitions are imported
os.environ["CLAIMS_FIRST_DAY"] = "2024-01-01"


@contextmanager
def own_root(folder: Path, **variables: str) -> Iterator[Path]:
    """Make the folder the root, with default settings but for these environment variables."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CLAIMS_")] + ["DAGSTER_HOME"]:
            patch.delenv(name, raising=False)
        patch.setenv("CLAIMS_ROOT", str(folder))
        for name, value in variables.items():
            patch.setenv(name, value)
        settings_module.forget_settings()
        yield folder
    settings_module.forget_settings()


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """An empty root with default settings; relative paths of the settings count from it."""
    with own_root(tmp_path):
        yield tmp_path


@pytest.fixture(scope="module")
def module_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One root for all tests of a module."""
    with own_root(tmp_path_factory.mktemp("root")) as folder:
        yield folder
