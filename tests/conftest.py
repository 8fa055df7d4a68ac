"""What all tests share: a root of their own, so that no test sees the project's data, settings or Dagster history."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration import settings as settings_module

os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty root with default settings; relative paths of the settings count from it."""
    for name in [name for name in os.environ if name.startswith("CLAIMS_")] + ["DAGSTER_HOME"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMS_ROOT", str(tmp_path))
    settings_module.forget_settings()
    yield tmp_path
    settings_module.forget_settings()
