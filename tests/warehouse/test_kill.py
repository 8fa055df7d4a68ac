"""A load that is killed at any moment leaves readers a whole warehouse, and the next load works."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from orchestration.warehouse.folders import Warehouse
from tests import factories as make

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8


def test_kill_at_any_moment(tmp_path: Path) -> None:
    script = ROOT / "tests" / "warehouse" / "kill_loads.py"
    command = [sys.executable, str(script), str(tmp_path), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=240)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) == KILLS + 2, done.stderr
    assert all(whole == "(True,)" for _, whole in lines), done.stdout
    seen = [set(days.split(",")) for days, _ in lines]
    # what was published stays, a killed load adds its whole day or nothing
    assert all(before <= after and len(after - before) <= 1 for before, after in pairwise(seen))
    # not every load ended before its kill, and none was published before it began
    assert len(seen[-2]) < KILLS + 2
    assert (make.DAY + timedelta(days=KILLS + 2)).isoformat() in seen[-1]
    warehouse = Warehouse(tmp_path)
    assert list(warehouse.versions_folder.glob("build-*")) == []
    assert [link.name for link in tmp_path.glob(".warehouse*")] == []
